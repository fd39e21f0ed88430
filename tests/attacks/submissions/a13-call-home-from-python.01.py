"""Tries every door of the network, the process it was forked from, and MLflow past the gateway."""

import glob
import json
import os
import socket
import urllib.parse

import mlflow

port = urllib.parse.urlsplit("@canary@").port
try:
    with open("@out@/mlflow/server.json", encoding="utf-8") as file:
        ports = [port, json.load(file)["port"]]
except OSError:
    ports = [port, 5001]
hosts = ["127.0.0.1", "localhost", "::1", "172.17.0.1", "host.docker.internal", "169.254.169.254", "1.1.1.1"]
places = [(host, number) for host in hosts for number in (*ports, 80)]
sockets = ["/var/run/docker.sock", "/door/inward.sock", *glob.glob("/tmp/**/*.sock", recursive=True)]
with open("/proc/net/unix", encoding="utf-8") as file:
    sockets += [line.split()[-1].replace("@", "\0") for line in file.readlines()[1:] if len(line.split()) > 7]
for place in [*places, *sockets]:
    try:
        with socket.socket(socket.AF_UNIX if isinstance(place, str) else socket.AF_INET) as client:
            client.settimeout(0.5)
            client.connect(place)
            client.sendall(b"GET /stolen HTTP/1.0\r\n\r\n")
            print("reached", repr(place))
    except OSError:
        pass
# What it was forked from listens to lines such as this one.
line = b'{"id":"1","program":"score_model","arguments":[],"first":1,"sockets":"/tmp/x","environment":{},"folder":"/"}\n'
for path in glob.glob("/proc/[0-9]*/fd/*"):
    if f"/{os.getpid()}/" in path:
        continue
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_NONBLOCK)
        os.write(descriptor, line)
        os.close(descriptor)
    except OSError:
        pass
os.environ["MLFLOW_HTTP_REQUEST_MAX_RETRIES"] = "0"
for uri in ("@canary@", f"http://127.0.0.1:{ports[1]}", "file://@out@/mlflow", "sqlite:///@out@/mlflow/mlflow.db"):
    try:
        mlflow.set_tracking_uri(uri)
        mlflow.set_experiment("workshop-churn-learning")
        print("reached", uri)
    except Exception:
        pass
