# SPDX-License-Identifier: GPL-3.0-or-later
"""A registry to pull cold blobs from: it counts the bytes it sends, serves ranges, and can be as slow
as a WAN."""

import collections
import dataclasses
import hashlib
import http.server
import os
import re
import shutil
import threading
import time

CHUNK_BYTES = 256 * 1024
TAIL_BYTES = 64
RANGE = re.compile(r"bytes=(\d+)-(\d*)$")


@dataclasses.dataclass(frozen=True)
class Pace:
    """How fast a registry answers."""

    bytes_per_second: float  # of each connection; 0: as fast as it goes
    latency_seconds: float   # before each answer


# As some registries' networks limit each connection.
LIMITED = Pace(bytes_per_second=20e6, latency_seconds=0.020)
WAN = Pace(bytes_per_second=125e6, latency_seconds=0.020)
UNPACED = Pace(bytes_per_second=0, latency_seconds=0)


class BlobSet:
    """Different blobs of one size, by digest. They share all but their last bytes, so that many of
    them cost the disk one file."""

    def __init__(self, path, size, count):
        self.size = size
        self._head_bytes = size - TAIL_BYTES
        # Not compressible, not a hole in a file; its randomness does not matter.
        block = os.urandom(1024 * 1024)
        digest = hashlib.sha256()
        with path.open("wb") as file:
            for start in range(0, self._head_bytes, len(block)):
                part = block[:self._head_bytes - start]
                file.write(part)
                digest.update(part)
        self._file = path.open("rb")
        self._tails = {}
        for number in range(count):
            tail = number.to_bytes(TAIL_BYTES, "big")
            whole = digest.copy()
            whole.update(tail)
            self._tails["sha256:" + whole.hexdigest()] = tail
        self._unused = list(self._tails)

    def take(self):
        """The digest of a blob that nobody has asked for yet."""
        return self._unused.pop()

    def save(self, digest, path):
        """Writes the blob to a file of its own."""
        shutil.copyfile(self._file.name, path)
        with path.open("ab") as file:
            file.write(self._tails[digest])

    def __contains__(self, digest):
        return digest in self._tails

    def send(self, digest, begin, end, connection, pace):
        """Sends these bytes of the blob to a socket."""
        started_at = time.monotonic()
        at = begin
        while at < min(end, self._head_bytes):
            wanted = min(CHUNK_BYTES, end - at, self._head_bytes - at)
            at += os.sendfile(connection.fileno(), self._file.fileno(), at, wanted)
            if pace.bytes_per_second:
                due_at = started_at + (at - begin) / pace.bytes_per_second
                time.sleep(max(0, due_at - time.monotonic()))
        if end > at:
            connection.sendall(self._tails[digest][at - self._head_bytes:end - self._head_bytes])

    def close(self):
        self._file.close()


class Upstream:
    """Serves BlobSets as every repository's blobs, on a loopback port of its own."""

    def __init__(self, blob_sets, pace):
        self.blob_sets = blob_sets
        self.pace = pace
        self._bytes = collections.Counter()
        self._lock = threading.Lock()
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _handler_of(self))
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def port(self):
        return self._server.server_address[1]

    def bytes_of(self, digest):
        """How many bytes of the blob were asked for."""
        with self._lock:
            return self._bytes[digest]

    def count_bytes(self, digest, count):
        with self._lock:
            self._bytes[digest] += count

    def close(self):
        self._server.shutdown()
        self._server.server_close()


def blob_path(digest):
    return f"/v2/library/bench/blobs/{digest}"


def _handler_of(upstream):
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self):
            time.sleep(upstream.pace.latency_seconds)
            if self.path == "/v2/":
                self._head(200, 2)
                self.wfile.write(b"{}")
                return
            digest = self.path.rpartition("/")[2]
            blobs = next((found for found in upstream.blob_sets if digest in found), None)
            if blobs is None:
                self._head(404, 0)
                return
            begin, end = 0, blobs.size
            asked = RANGE.match(self.headers.get("Range", ""))
            if asked:
                begin = int(asked[1])
                end = min(int(asked[2] or end) + 1, end)
            self._head(206 if asked else 200, end - begin,
                       f"bytes {begin}-{end - 1}/{blobs.size}" if asked else None)
            if self.command == "GET":
                upstream.count_bytes(digest, end - begin)
                try:
                    blobs.send(digest, begin, end, self.connection, upstream.pace)
                except (BrokenPipeError, ConnectionResetError):
                    self.close_connection = True

        do_HEAD = do_GET

        def _head(self, status, length, content_range=None):
            self.send_response(status)
            if content_range:
                self.send_header("Content-Range", content_range)
            self.send_header("Content-Type", "application/octet-stream")
            self.send_header("Content-Length", str(length))
            self.end_headers()

        def log_message(self, *_):
            pass

    return Handler
