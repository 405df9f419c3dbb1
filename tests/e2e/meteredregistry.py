# SPDX-License-Identifier: GPL-3.0-or-later
"""A registry as a person meets it: it grants a number of pulls, and some of its blobs take their time."""

import http.client
import http.server
import threading

PASSED_ON = ("Content-Type", "Content-Length", "Content-Range", "Accept-Ranges", "Etag",
             "Docker-Content-Digest", "Docker-Distribution-Api-Version")
WINDOW_SECONDS = 6 * 60 * 60
DRIP_BYTES = 256 * 1024
DRIP_SECONDS = 0.25


class MeteredRegistry:
    """Serves what the upstream (without tokens) has, until stop(). `slow` blobs, by digest, come half
    at once and then in drips, until release()."""

    def __init__(self, upstream, limit, remaining, slow=()):
        self._upstream = upstream
        self._budget = {"ratelimit-limit": f"{limit};w={WINDOW_SECONDS}",
                        "ratelimit-remaining": f"{remaining};w={WINDOW_SECONDS}"}
        self._slow = slow
        self.dripping = threading.Event()
        self._released = threading.Event()
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def release(self):
        self._released.set()

    def stop(self):
        self.release()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _ask(self, method, path, headers):
        connection = http.client.HTTPConnection("127.0.0.1", self._upstream.port, timeout=30)
        try:
            connection.request(method, path, headers=headers)
            response = connection.getresponse()
            return response.status, response.headers, response.read()
        finally:
            connection.close()

    def _send(self, file, path, body):
        if path.rpartition("/")[2] not in self._slow:
            file.write(body)
            return
        middle = len(body) // 2
        file.write(body[:middle])
        self.dripping.set()
        for start in range(middle, len(body), DRIP_BYTES):
            self._released.wait(DRIP_SECONDS)
            file.write(body[start:start + DRIP_BYTES])

    def _handler(self):
        registry = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):  # the names that http.server calls
                wanted = {name: self.headers[name] for name in ("Accept", "Range")
                          if name in self.headers}
                status, headers, body = registry._ask(self.command, self.path, wanted)
                self.send_response(status)
                for name in PASSED_ON:
                    if name in headers:
                        self.send_header(name, headers[name])
                if "/manifests/" in self.path:
                    for name, value in registry._budget.items():
                        self.send_header(name, value)
                self.end_headers()
                registry._send(self.wfile, self.path, body)

            do_HEAD = do_GET

            def log_message(self, *_):
                pass

        return Handler
