#!/usr/bin/env bash
# Gives a bare Debian machine (root, no Docker engine, no image registry) a running engine, docker-compose,
# and an image under the official name and version of docker-compose.yml. Does only what is missing.
#   .ci/docker-engine.sh        install, start, build
#   .ci/docker-engine.sh stop   stop the engine that this script started
# DOCKER_HOST=unix:///some/path puts the engine's socket there instead of the usual place.
set -euo pipefail
cd "$(dirname "$0")/.."

pid_file=/run/workshop-dockerd.pid
log_file=/tmp/workshop-dockerd.log
export DOCKER_HOST=${DOCKER_HOST:-unix:///var/run/docker.sock}
socket=${DOCKER_HOST#unix://}
base_image=workshop-base:bookworm
image=$(sed -n 's/^ *image: *\(ghcr.io\/mlflow\/mlflow:v[0-9.]*\) *$/\1/p' docker-compose.yml)
version=${image##*:v}

engine_answers() { curl --silent --fail --max-time 2 --unix-socket "$socket" http://engine/_ping >/dev/null 2>&1; }

stop_engine() {
  [ -f "$pid_file" ] || return 0
  local pid
  pid=$(cat "$pid_file")
  if [ -d "/proc/$pid" ]; then
    kill "$pid"
    while [ -d "/proc/$pid" ]; do sleep 0.2; done
  fi
  # A socket file without an engine behind it would make each command ask in vain.
  rm -f "$pid_file" "$socket"
}

install_engine() {
  local missing=()
  command -v dockerd >/dev/null || missing+=(docker.io)
  command -v debootstrap >/dev/null || missing+=(debootstrap)
  command -v iptables >/dev/null || missing+=(iptables)
  command -v docker-compose >/dev/null || missing+=(docker-compose)
  [ ${#missing[@]} -gt 0 ] || return 0
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

start_engine() {
  engine_answers && return 0
  rm -f "$pid_file"
  nohup dockerd --host "$DOCKER_HOST" --pidfile "$pid_file" >"$log_file" 2>&1 </dev/null &
  for _ in $(seq 150); do
    engine_answers && return 0
    sleep 0.2
  done
  tail -20 "$log_file" >&2
  echo "the Docker engine did not start" >&2
  return 1
}

build_base() {
  docker image inspect "$base_image" >/dev/null 2>&1 && return 0
  local root
  root=$(mktemp -d)
  debootstrap --variant=minbase --include=ca-certificates,python3,python3-venv,python3-pip bookworm "$root" "$(mirror)" >/dev/null
  tar -C "$root" -c . | docker import - "$base_image" >/dev/null
  rm -rf "$root"
}

# The mirror of the machine's own sources, in either of apt's formats.
mirror() {
  cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null |
    sed -n 's/^deb \(\[[^]]*\] \)\?\(http[^ ]*\) bookworm .*/\2/p; s/^URIs: *\(http[^ ]*\).*/\1/p' | grep -v security | head -1
}

build_image() {
  docker image inspect "$image" >/dev/null 2>&1 && return 0
  local context
  context=$(mktemp -d)
  mkdir "$context/certificates"
  # Certificates that this machine was given, so that pip in the image trusts the same index.
  cp /usr/local/share/ca-certificates/*.crt "$context/certificates/" 2>/dev/null || true
  touch "$context/certificates/none"
  cp .ci/Dockerfile "$context/"
  docker build --quiet --build-arg BASE_IMAGE="$base_image" --build-arg MLFLOW_VERSION="$version" \
    --tag "$image" "$context"
  rm -rf "$context"
}

if [ "${1:-}" = stop ]; then
  stop_engine
  exit 0
fi
[ -n "$image" ] || { echo "docker-compose.yml names no image" >&2; exit 1; }
install_engine
start_engine
build_base
build_image
echo "engine $(docker version --format '{{.Server.Version}}'), image $image"
