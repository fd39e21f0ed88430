"""Makes http://localhost:5000 this process's own MLflow where no sandbox does: seed notebooks have it hard-coded."""

import socket
from urllib.parse import urlsplit

PORT = 5000
NAMES = ("localhost", "127.0.0.1", "::1")


def own_localhost(tracking_uri):
    """Leads connections to port 5000 of this machine to the host and port of `tracking_uri`, when that is another."""
    target = urlsplit(tracking_uri)
    host, port = target.hostname, target.port or 80
    if host is None or (host in NAMES and port == PORT):
        return

    def redirected(connection, address):
        if connection.family not in (socket.AF_INET, socket.AF_INET6):
            return address
        if not isinstance(address, tuple) or address[1] != PORT or address[0] not in NAMES:
            return address
        if connection.family == socket.AF_INET:
            return (host, port)
        infos = socket.getaddrinfo(host, port, proto=socket.IPPROTO_TCP)
        for family, *_, found in infos:
            if family == socket.AF_INET6:
                return found
        # An address of IPv4, as a socket of IPv6 spells it.
        connection.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        return (f"::ffff:{infos[0][4][0]}", port)

    def leading(connect):
        return lambda self, address: connect(self, redirected(self, address))

    for name in ("connect", "connect_ex"):
        setattr(socket.socket, name, leading(getattr(socket.socket, name)))
