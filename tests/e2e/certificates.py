# SPDX-License-Identifier: GPL-3.0-or-later
"""A certificate authority of our own, and the one server certificate that it signs."""

import base64
import json
import ssl
import subprocess
import time
import uuid

from processes import run


def _base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Certificates:
    """Files: `ca` (PEM, to be trusted), `certificate` and `key` (for 127.0.0.1 and localhost)."""

    def __init__(self, folder):
        folder.mkdir(parents=True)
        self.ca, ca_key = folder / "ca.pem", folder / "ca-key.pem"
        self.certificate, self.key = folder / "server.pem", folder / "server-key.pem"
        request, extensions = folder / "server.csr", folder / "extensions"
        new_key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
        run("openssl", "req", "-x509", *new_key, "-days", "2", "-subj", "/CN=Lanyard test CA",
            "-keyout", ca_key, "-out", self.ca)
        # docker-registry takes tokens signed by RSA.
        run("openssl", "req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost",
            "-keyout", self.key, "-out", request)
        extensions.write_text("subjectAltName=IP:127.0.0.1,DNS:localhost\n"
                              "extendedKeyUsage=serverAuth\n", encoding="ascii")
        run("openssl", "x509", "-req", "-in", request, "-CA", self.ca, "-CAkey", ca_key,
            "-CAcreateserial", "-days", "2", "-extfile", extensions, "-out", self.certificate)

    def client_context(self):
        return ssl.create_default_context(cafile=self.ca)

    def server_context(self):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate, self.key)
        return context

    def token(self, issuer, audience, access, lifetime_seconds=300):
        """A bearer token as docker-registry's `auth.token` takes it: JWT, RS256, `x5c`."""
        certificate = ssl.PEM_cert_to_DER_cert(self.certificate.read_text(encoding="ascii"))
        now = int(time.time())
        header = {"typ": "JWT", "alg": "RS256", "x5c": [base64.b64encode(certificate).decode()]}
        claims = {
            "iss": issuer, "aud": audience, "sub": "e2e", "jti": uuid.uuid4().hex,
            "iat": now, "nbf": now - 10, "exp": now + lifetime_seconds, "access": access,
        }
        signed = ".".join(_base64url(json.dumps(part).encode()) for part in (header, claims))
        signature = subprocess.run(["openssl", "dgst", "-sha256", "-sign", str(self.key)],
                                   input=signed.encode(), capture_output=True, check=True).stdout
        return f"{signed}.{_base64url(signature)}"
