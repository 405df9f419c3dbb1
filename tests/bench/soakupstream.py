# SPDX-License-Identifier: GPL-3.0-or-later
"""A registry with known content, whose tags move, and which does something wrong every few
seconds."""

import hashlib
import http.server
import json
import multiprocessing
import random
import signal
import socketserver
import struct
import time

from images import DOCKER, sha256

MIB = 1024 * 1024
REPOSITORIES = 24
IMAGES = 4  # of each repository; each has a tag, and one more tag goes from one to the next
LAYER_SIZES = (10_000, 200_000, 3 * MIB, 24 * MIB)
MOVING_SECONDS = 20

FAULT_PAUSE_SECONDS = (2, 4)  # least and most
FAULT_SECONDS = (0.5, 2)
FAULTS = ("truncated", "reset", "flipped", "stalled", "hung", "closed", "500", "503", "429", "404",
          "html", "garbage", "no range", "lying digest")


def repository_name(number):
    return f"library/soak{number}"


def tag_name(image):
    return f"v{image}"


class Content:
    """All of it, by digest; made anew from the same numbers in each process that needs it, so that
    no more than names are in memory: large layers are one block, again and again."""

    def __init__(self):
        self.blobs = {}      # digest: (block, size)
        self.manifests = {}  # digest: bytes
        self.images = {}     # (repository, image): manifest's digest
        for repository in range(REPOSITORIES):
            base = self._blob(f"base {repository}", LAYER_SIZES[2])
            for image in range(IMAGES):
                self._image(repository, image, base)

    def bytes_of(self, digest, first=0, last=None):
        """Pieces of a blob."""
        block, size = self.blobs[digest]
        end = size if last is None else last + 1
        while first < end:
            offset = first % len(block)
            piece = block[offset:min(len(block), offset + end - first)]
            yield piece
            first += len(piece)

    def layers_of(self, manifest):
        document = json.loads(self.manifests[manifest])
        return [document["config"]["digest"]] + [layer["digest"] for layer in document["layers"]]

    def total_bytes(self):
        return sum(size for _, size in self.blobs.values())

    def _image(self, repository, image, base):
        seed = f"{repository} {image}"
        large = repository % 4 == 0
        layers = [base] + [self._blob(f"{seed} {size}", size)
                           for size in LAYER_SIZES[:4 if large else 3]]
        config = self._blob(f"config {seed}", 1000)
        document = json.dumps({
            "schemaVersion": 2, "mediaType": DOCKER["manifest"],
            "config": self._descriptor("config", config),
            "layers": [self._descriptor("layer", layer) for layer in layers],
        }).encode()
        digest = sha256(document)
        self.manifests[digest] = document
        self.images[repository, image] = digest

    def _descriptor(self, kind, digest):
        return {"mediaType": DOCKER[kind], "digest": digest, "size": self.blobs[digest][1]}

    def _blob(self, seed, size):
        block = random.Random(seed).randbytes(min(size, 64 * 1024))
        hasher = hashlib.sha256()
        for _ in range(size // len(block)):
            hasher.update(block)
        hasher.update(block[:size % len(block)])
        digest = "sha256:" + hasher.hexdigest()
        self.blobs[digest] = (block, size)
        return digest


class FaultClock:
    """Which fault it is time for: None most of the time."""

    def __init__(self, seed):
        self._numbers = random.Random(seed)
        self._until = 0
        self._fault = None
        self.count = 0

    def now(self):
        while time.monotonic() >= self._until:
            if self._fault is None and self._until:
                self._fault = self._numbers.choice(FAULTS)
                self.count += 1
                pause = FAULT_SECONDS
            else:
                self._fault = None
                pause = FAULT_PAUSE_SECONDS
            self._until = time.monotonic() + self._numbers.uniform(*pause)
        return self._fault


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    content = None
    clock = None
    faults = None  # how many there were, for the process that asks

    def log_message(self, *_):
        pass

    def do_HEAD(self):
        self.do_GET()

    def do_GET(self):
        fault = self.clock.now()
        self.faults.value = self.clock.count
        if fault in ("closed", "hung", "500", "503", "429", "404", "html", "garbage"):
            self._refuse(fault)
            return
        _, _, path = self.path.partition("/v2/")
        name, _, reference = path.rpartition("/")
        name, _, kind = name.rpartition("/")
        number = int(name.removeprefix("library/soak") or 0) if name else 0
        if kind == "manifests":
            self._manifest(number, reference, fault)
        elif kind == "blobs" and reference in self.content.blobs:
            self._blob(reference, fault)
        else:
            self._send(200 if not path else 404, b"{}")

    def _refuse(self, fault):
        if fault == "hung":
            time.sleep(4)
        elif fault == "garbage":
            self.wfile.write(b"\0\1\2 nothing that HTTP knows\r\n\r\n")
        elif fault == "html":
            self._send(200, b"<html>Sign in</html>", {"Content-Type": "text/html"})
            return
        elif fault != "closed":
            self._send(int(fault), b"{}", {"Retry-After": "1"})
            return
        self.close_connection = True

    def _manifest(self, number, reference, fault):
        digest = reference
        if reference == "moving":
            digest = self.content.images[number, int(time.time() / MOVING_SECONDS) % IMAGES]
        elif reference.startswith("v"):
            digest = self.content.images[number, int(reference[1:])]
        document = self.content.manifests[digest]
        told = sha256(b"another") if fault == "lying digest" else digest
        if fault == "flipped":
            document = document.replace(b"layers", b"lbyers")
        self._send(200, document, {"Content-Type": DOCKER["manifest"],
                                   "Docker-Content-Digest": told})

    def _blob(self, digest, fault):
        _, size = self.content.blobs[digest]
        first, last = 0, size - 1
        wanted = self.headers["Range"] if fault != "no range" else None
        if wanted:
            begin, _, end = wanted.removeprefix("bytes=").partition("-")
            first, last = int(begin), min(int(end or last), last)
        self.send_response(206 if wanted else 200)
        if wanted:
            self.send_header("Content-Range", f"bytes {first}-{last}/{size}")
        self.send_header("Content-Length", str(last - first + 1))
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("Docker-Content-Digest", digest)
        self.end_headers()
        if self.command == "HEAD":
            return
        middle = first + (last - first) // 2
        if fault in ("truncated", "reset", "stalled"):
            self._write(digest, first, middle)
            if fault == "stalled":
                time.sleep(4)
            if fault == "reset":
                # Closing with what is not sent then resets (socket(7), SO_LINGER).
                self.connection.setsockopt(1, 13, struct.pack("ii", 1, 0))
            self.close_connection = True
            return
        self._write(digest, first, last, fault == "flipped")

    def _write(self, digest, first, last, is_flipped=False):
        for piece in self.content.bytes_of(digest, first, last):
            if is_flipped:
                piece = bytes([piece[0] ^ 1]) + piece[1:]
                is_flipped = False
            self.wfile.write(piece)

    def _send(self, status, body, fields=None):
        self.send_response(status)
        for name, value in (fields or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, *_):
        pass  # the cache has closed the connection


class SoakUpstream:
    """It, in a process of its own."""

    def __init__(self, content, seed):
        self._faults = multiprocessing.Value("i", 0)
        Handler.content = content
        Handler.clock = FaultClock(seed)
        Handler.faults = self._faults
        server = Server(("127.0.0.1", 0), Handler)
        self.port = server.server_port
        self._process = multiprocessing.get_context("fork").Process(
            target=self._serve, args=(server,), daemon=True)
        self._process.start()
        server.socket.close()

    @property
    def faults(self):
        return self._faults.value

    def close(self):
        self._process.terminate()
        self._process.join()

    @staticmethod
    def _serve(server):
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        server.serve_forever()
