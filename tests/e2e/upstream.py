# SPDX-License-Identifier: GPL-3.0-or-later
"""A registry that Lanyard pulls from: a real docker-registry, its requests read from its log."""

import base64
import collections
import crypt
import http.client
import json
import re
import urllib.parse

from lanyard import free_port
from processes import Process
from tokenserver import ISSUER, SERVICE

LOG_LINE = re.compile(r'^\S+ \S+ \S+ \[[^]]*\] "(\S+) (\S+) [^"]*" (\d{3}) (\d+) ')

Request = collections.namedtuple("Request", "method path status sent")


class Upstream:
    """One docker-registry; keeps its port and content over stop() and start().

    With `token_server` it speaks TLS and asks for bearer tokens, as Docker Hub does; with
    `htpasswd`, a user name and a password, it asks for those; with `remote` it is a pull-through
    proxy of the registry at that URL."""

    def __init__(self, folder, certificates=None, token_server=None, remote=None, htpasswd=None):
        self._folder = folder
        self._certificates = certificates
        self._token_server = token_server
        self._remote = remote
        self._htpasswd = htpasswd
        self._process = None
        self.port = free_port()
        self.start()

    @property
    def storage(self):
        """Its root directory."""
        return self._folder / "data"

    def has_stored(self, repository, blob):
        """Whether the blob is there, and known to be the repository's."""
        kind, _, value = blob.digest.partition(":")
        root = self.storage / "docker" / "registry" / "v2"
        link = root / "repositories" / repository / "_layers" / kind / value / "link"
        return ((root / "blobs" / kind / value[:2] / value / "data").exists() and
                link.exists() and link.read_text("ascii") == blob.digest)

    @property
    def url(self):
        return f"{'https' if self._token_server else 'http'}://127.0.0.1:{self.port}"

    def start(self):
        self._folder.mkdir(parents=True, exist_ok=True)
        config = self._folder / "config.yml"
        config.write_text(json.dumps(self._config()), encoding="utf-8")
        self._process = Process(self._folder, "docker-registry", "serve", config)
        self._process.wait_for(
            lambda: f"listening on 127.0.0.1:{self.port}" in self._process.stderr(), "listening")

    def stop(self):
        """Ends it; all of its requests are in its log then."""
        if self._process:
            self._process.stop()
            self._process = None

    def requests(self):
        """Every request so far. A request may be in the log a moment after its answer."""
        path = self._folder / "docker-registry.stdout"
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        matches = filter(None, map(LOG_LINE.match, lines))
        return [Request(match[1], match[2], int(match[3]), int(match[4])) for match in matches]

    def push(self, repository, tag, image):
        """Uploads an Image or an Index with all that it names."""
        for blob in image.blobs:
            self._push_blob(repository, blob)
        for child in getattr(image, "images", ()):
            self._push_manifest(repository, child.manifest.digest, child.manifest)
        self._push_manifest(repository, tag, image.manifest)

    def _config(self):
        config = {
            "version": 0.1,
            "log": {"level": "info", "formatter": "json"},
            "storage": {
                "filesystem": {"rootdirectory": str(self.storage)},
                "maintenance": {"uploadpurging": {"enabled": False}},
            },
            "http": {"addr": f"127.0.0.1:{self.port}", "secret": "e2e", "draintimeout": "10s"},
        }
        if self._remote:
            config["proxy"] = {"remoteurl": self._remote}
        if self._htpasswd:
            user, password = self._htpasswd
            hashed = crypt.crypt(password, crypt.mksalt(crypt.METHOD_BLOWFISH, rounds=2 ** 4))
            path = self._folder / "htpasswd"
            path.write_text(f"{user}:{hashed}\n", encoding="utf-8")
            config["auth"] = {"htpasswd": {"realm": "e2e", "path": str(path)}}
        if self._token_server:
            config["http"]["tls"] = {
                "certificate": str(self._certificates.certificate),
                "key": str(self._certificates.key),
            }
            config["auth"] = {"token": {
                "realm": self._token_server.realm, "service": SERVICE, "issuer": ISSUER,
                "rootcertbundle": str(self._certificates.ca),
            }}
        return config

    def _push_blob(self, repository, blob):
        _, headers = self._send("POST", f"/v2/{repository}/blobs/uploads/", repository, b"", 202)
        location = urllib.parse.urlsplit(headers["Location"])
        target = f"{location.path}?{location.query}&digest={urllib.parse.quote(blob.digest)}"
        self._send("PUT", target, repository, blob.data, 201)

    def _push_manifest(self, repository, reference, manifest):
        self._send("PUT", f"/v2/{repository}/manifests/{reference}", repository, manifest.data,
                   201, manifest.media_type)

    def _send(self, method, target, repository, body, status,
              content_type="application/octet-stream"):
        headers = {"Content-Type": content_type}
        if self._htpasswd:
            pair = base64.b64encode(":".join(self._htpasswd).encode()).decode()
            headers["Authorization"] = f"Basic {pair}"
        if self._token_server:
            access = [{"type": "repository", "name": repository, "actions": ["pull", "push"]}]
            token = self._certificates.token(ISSUER, SERVICE, access)
            headers["Authorization"] = f"Bearer {token}"
            connection = http.client.HTTPSConnection(
                "127.0.0.1", self.port, context=self._certificates.client_context())
        else:
            connection = http.client.HTTPConnection("127.0.0.1", self.port)
        try:
            connection.request(method, target, body, headers)
            response = connection.getresponse()
            answer = response.read()
        finally:
            connection.close()
        if response.status != status:
            raise AssertionError(f"{method} {target}: {response.status} {answer!r}")
        return response.status, response.headers


def fetches(requests, kind):
    """How many times each `kind` (blobs or manifests) was fetched with its body, by reference."""
    return collections.Counter(reference for reference, _ in _bodies(requests, kind))


def fetched_bytes(requests, kind):
    """How many bytes of each were fetched, in one piece or in several."""
    total = collections.Counter()
    for reference, sent in _bodies(requests, kind):
        total[reference] += sent
    return total


def _bodies(requests, kind):
    pattern = re.compile(rf"^/v2/.+/{kind}/([^?]+)")
    for request in requests:
        match = pattern.match(request.path)
        if match and request.method == "GET" and request.status in (200, 206):
            yield match[1], request.sent
