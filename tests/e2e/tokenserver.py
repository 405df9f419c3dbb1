# SPDX-License-Identifier: GPL-3.0-or-later
"""A token server as Docker Hub has one: HTTPS, Basic credentials in, a bearer token out."""

import base64
import http.server
import json
import sys
import threading
import urllib.parse

SERVICE = "lanyard-e2e"
ISSUER = "lanyard-e2e-tokens"
USERNAME = "puller"
PASSWORD = "correct horse: battery/staple"
LIFETIME_SECONDS = 3600  # longer than any test


def access_of(scopes):
    """The `access` claim for the `scope` parameters of a request, reduced to pulling."""
    for scope in scopes:
        kind, name, _ = scope.split(":", 2)
        yield {"type": kind, "name": name, "actions": ["pull"]}


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        # A client may go before its answer.
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


class TokenServer:
    """Serves until stop(); counts the tokens it gave, by scope."""

    def __init__(self, certificates):
        self._certificates = certificates
        self._lock = threading.Lock()
        self._scopes = []
        self._expected = "Basic " + base64.b64encode(f"{USERNAME}:{PASSWORD}".encode()).decode()
        self._server = _Server(("127.0.0.1", 0), self._handler())
        self._server.socket = certificates.server_context().wrap_socket(
            self._server.socket, server_side=True, do_handshake_on_connect=False)
        self.port = self._server.server_address[1]
        self.realm = f"https://127.0.0.1:{self.port}/token"
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def scopes(self):
        """The scopes of the tokens given so far, in order."""
        with self._lock:
            return list(self._scopes)

    def stop(self):
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _answer(self, path, authorization):
        if authorization != self._expected:
            return 401, {"details": "unknown user or wrong password"}
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(path).query)
        if query.get("service") != [SERVICE]:
            return 400, {"errors": [{"code": "DENIED"}]}
        scopes = query.get("scope", [])
        with self._lock:
            self._scopes += scopes
        token = self._certificates.token(ISSUER, SERVICE, list(access_of(scopes)), LIFETIME_SECONDS)
        return 200, {"token": token, "expires_in": LIFETIME_SECONDS}

    def _handler(self):
        answer = self._answer

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):  # the name that http.server calls
                status, document = answer(self.path, self.headers["Authorization"])
                body = json.dumps(document).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        return Handler
