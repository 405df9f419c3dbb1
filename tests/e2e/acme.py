# SPDX-License-Identifier: GPL-3.0-or-later
"""An authority that speaks ACME, in a network of its own: pebble, with pebble-challtestsrv behind a
name server that knows a zone, on the ports that the world knows."""

import ctypes
import fcntl
import http.server
import json
import os
import shutil
import socket
import socketserver
import struct
import threading
import urllib.request

from certificates import Certificates
from processes import Process, run, wait_until

CLONE_NEWNS, CLONE_NEWNET = 0x00020000, 0x40000000
SIOCGIFFLAGS, SIOCSIFFLAGS, SIOCSIFADDR = 0x8913, 0x8914, 0x8916
IFF_UP = 1

# Where the hosts are: an address of the world, so that nobody who comes from it is private.
PUBLIC = "203.0.113.7"
HOSTS = ("cache.example.test", "other.example.test")
SOA, NS, TYPE_A, TXT = 6, 2, 1, 16


def reason_to_skip():
    for program in ("lego", "pebble", "pebble-challtestsrv"):
        if not shutil.which(program):
            return f"needs {program}"
    return None if os.geteuid() == 0 else "needs root, for a network of its own"


def in_own_network(folder, function):
    """Runs `function()` on a thread that has a network of its own, with a name server at 127.0.0.1,
    as all have that it starts, and raises what it raises."""
    failures = []

    def in_thread():
        try:
            if ctypes.CDLL(None, use_errno=True).unshare(CLONE_NEWNS | CLONE_NEWNET) != 0:
                raise OSError(ctypes.get_errno(), "unshare")
            _set_up_loopback()
            folder.mkdir(parents=True, exist_ok=True)
            resolver = folder / "resolv.conf"
            resolver.write_text("nameserver 127.0.0.1\n", encoding="ascii")
            run("mount", "--make-rprivate", "/")
            run("mount", "--bind", resolver, os.path.realpath("/etc/resolv.conf"))
            function()
        except BaseException as failure:  # pylint: disable=broad-except
            failures.append(failure)

    thread = threading.Thread(target=in_thread)
    thread.start()
    thread.join()
    if failures:
        raise failures[0]


def _set_up_loopback():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        for name, address in ((b"lo", None), (b"lo:1", PUBLIC)):
            if address:
                fcntl.ioctl(control, SIOCSIFADDR, struct.pack(
                    "16sHH4s8x", name, socket.AF_INET, 0, socket.inet_aton(address)))
            flags = struct.unpack_from(
                "H", fcntl.ioctl(control, SIOCGIFFLAGS, struct.pack("16sH22x", name, 0)), 16)[0]
            fcntl.ioctl(control, SIOCSIFFLAGS, struct.pack("16sH22x", name, flags | IFF_UP))


class ZoneServer:
    """The name server of example.test on port 53: it knows its zone, and asks another one for what
    is in it."""

    def __init__(self, behind):
        self._behind = behind
        outer = self

        class Handler(socketserver.BaseRequestHandler):
            def handle(self):
                query, server = self.request
                server.sendto(outer.answer(query), self.client_address)

        # The thread of the network makes the socket; any other may serve it.
        self._server = socketserver.ThreadingUDPServer(("", 53), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self):
        self._server.shutdown()
        self._server.server_close()

    def answer(self, query):
        end = query.index(b"\0", 12) + 1
        name = query[12:end].lower()
        kind = struct.unpack_from("!H", query, end)[0]
        zone = b"\x07example\x04test\x00"
        if kind in (SOA, NS):
            host = b"\x02ns" + zone
            data = host if kind == NS else host + host + struct.pack("!5I", 1, 60, 60, 60, 60)
            record = zone + struct.pack("!HHIH", kind, 1, 60, len(data)) + data
            counts = (1, 1, 0, 0) if name == zone else (1, 0, 1 if kind == SOA else 0, 0)
            head = query[:2] + struct.pack("!H4H", 0x8580, *counts)
            return head + query[12:end + 4] + (record if any(counts[1:]) else b"")
        # One for each question: a late answer is nobody else's.
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as relay:
            relay.settimeout(30)
            relay.sendto(query, self._behind)
            return relay.recv(4096)


class HttpRequests:
    """The service that lego's provider httpreq asks: POST /present and /cleanup."""

    USER, PASSWORD = "lanyard", "httpreq-secret"

    def __init__(self, authority):
        self.logins = []
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                outer.logins.append(self.headers.get("Authorization", ""))
                if self.path == "/present":
                    authority.manage("set-txt", host=body["fqdn"], value=body["value"])
                else:
                    authority.manage("clear-txt", host=body["fqdn"])
                self.send_response(200)
                self.end_headers()

            def log_message(self, *_):
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self):
        self._server.shutdown()
        self._server.server_close()


class Authority:
    """pebble on the ports of the world, which refuses so many of all nonces, per cent. Made in the
    network."""

    def __init__(self, folder, refused_nonces):
        self._folder = folder
        self._refused_nonces = refused_nonces
        self.certificates = Certificates(folder / "authority")
        self.directory = "https://127.0.0.1:14000/dir"
        (folder / "pebble.json").write_text(json.dumps({"pebble": {
            "listenAddress": "127.0.0.1:14000", "managementListenAddress": "127.0.0.1:15000",
            "certificate": str(self.certificates.certificate),
            "privateKey": str(self.certificates.key),
            "httpPort": 80, "tlsPort": 443, "ocspResponderURL": ""}}), encoding="ascii")
        self._dns = Process(folder, "pebble-challtestsrv", "-defaultIPv6", "", "-defaultIPv4",
                            PUBLIC, "-http01", "", "-https01", "", "-tlsalpn01", "",
                            "-dns01", "127.0.0.1:8053", "-management", "127.0.0.1:8055")
        self._dns.wait_for(lambda: is_open(8055), "its management")
        self._zone = ZoneServer(("127.0.0.1", 8053))
        self._pebble = None
        self.start()

    def start(self):
        environment = os.environ | {"PEBBLE_WFE_NONCEREJECT": str(self._refused_nonces),
                                    "PEBBLE_VA_NOSLEEP": "1"}
        self._pebble = Process(self._folder, "pebble", "-config", self._folder / "pebble.json",
                               "-dnsserver", "127.0.0.1:8053", env=environment)
        self._pebble.wait_for(lambda: is_open(14000), "its directory")

    def manage(self, verb, **values):
        """Tells the DNS something."""
        request = urllib.request.Request(f"http://127.0.0.1:8055/{verb}",
                                         json.dumps(values).encode())
        urllib.request.urlopen(request, timeout=60).read()

    def root(self):
        """Whom to trust, of those that it has issued: PEM."""
        context = self.certificates.client_context()
        with urllib.request.urlopen("https://127.0.0.1:15000/roots/0", timeout=60,
                                    context=context) as answer:
            return answer.read().decode()

    def stop(self):
        self._pebble.stop()

    def close(self):
        self.stop()
        self._zone.close()
        self._dns.stop()


def is_open(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def wait_for_stderr(lanyard, *words, timeout=300):
    """Until one of these is there."""
    wait_until(lambda: any(some in lanyard.process.stderr() for some in words),
               f"{' or '.join(words)} from {lanyard.process.stderr_path}", timeout)
