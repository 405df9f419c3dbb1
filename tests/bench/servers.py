# SPDX-License-Identifier: GPL-3.0-or-later
"""The servers that are compared, each on a loopback port with a folder of its own."""

import json
import pathlib

from images import OCI, Content
from lanyard import Lanyard, free_port, request
from processes import Process, run, wait_until

REPOSITORY = "/v2/library/bench"
THREADS = 2  # Lanyard's network threads (its default) and nginx's worker processes
TLS_THREADS = 1  # the same where encryption is compared: the processor's other core is the client's

# Each logs every request to a file, nginx as Lanyard does: in batches, at least every 100 ms.
NGINX_CONFIG = """\
user root;
worker_processes {threads};
worker_rlimit_nofile 16384;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 12000; }}
http {{
    access_log {folder}/access.log combined buffer=64k flush=100ms;
    sendfile on;
    tcp_nopush on;
    keepalive_timeout 120;
    keepalive_requests 1000000000;
    types {{ }}
    default_type application/octet-stream;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port} backlog=1024;
        {tls}
        root {root};
        location = /v2/ {{ return 200 "{{}}"; }}
        location ~ /manifests/ {{
            default_type {media_type};
            add_header Docker-Content-Digest {digest};
        }}
    }}
}}
"""


class WarmImage:
    """An image with one large layer, as files under the paths of the registry protocol."""

    def __init__(self, root, layer_path, layer_digest, layer_size):
        config = Content(OCI["config"], b'{"architecture":"amd64","os":"linux","rootfs":'
                                        b'{"type":"layers","diff_ids":[]}}')
        layer = {"mediaType": OCI["layer"], "digest": layer_digest, "size": layer_size}
        self.manifest = Content(OCI["manifest"], json.dumps({
            "schemaVersion": 2, "mediaType": OCI["manifest"],
            "config": config.descriptor(), "layers": [layer],
        }, indent=2).encode())
        self.root = root
        self.blob = f"{REPOSITORY}/blobs/{layer_digest}"
        self.by_digest = f"{REPOSITORY}/manifests/{self.manifest.digest}"
        self.by_tag = f"{REPOSITORY}/manifests/latest"
        for path, data in ((self.by_digest, self.manifest.data), (self.by_tag, self.manifest.data),
                           (f"{REPOSITORY}/blobs/{config.digest}", config.data)):
            self._file(path).write_bytes(data)
        layer_path.rename(self._file(self.blob))

    def _file(self, path):
        file = self.root / path.lstrip("/")
        file.parent.mkdir(parents=True, exist_ok=True)
        return file


class NginxServer:
    """The practical limit: the image as static files. With certificates also by HTTPS."""

    name = "nginx"

    def __init__(self, folder, image, certificates=None, threads=THREADS):
        folder.mkdir(parents=True)
        self.port, self.tls_port = free_port(), free_port()
        tls = "" if certificates is None else (
            f"listen 127.0.0.1:{self.tls_port} ssl backlog=1024; "
            f"ssl_certificate {certificates.certificate}; ssl_certificate_key {certificates.key};")
        config = folder / "nginx.conf"
        config.write_text(NGINX_CONFIG.format(
            folder=folder, root=image.root, port=self.port, tls=tls, threads=threads,
            media_type=image.manifest.media_type, digest=image.manifest.digest),
            encoding="ascii")
        self._process = Process(folder, "nginx", "-c", config, "-p", folder, "-g", "daemon off;")
        self._process.wait_for(lambda: is_answering(self.port, "/v2/"), "an answer")

    def pids(self):
        """Those of its workers: they serve."""
        pid = self._process.pid
        return [int(word) for word in
                pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()]

    def stop(self):
        self._process.stop()


class LanyardServer:
    """`lanyard serve`, else with its defaults. With certificates also by HTTPS."""

    name = "Lanyard"

    def __init__(self, folder, program, upstream_port, certificates=None, access="",
                 threads=THREADS):
        tls = "" if certificates is None else (
            f', {{address: "127.0.0.1:0", tls: {{certificate: {certificates.certificate}, '
            f"key: {certificates.key}}}}}")
        self._lanyard = Lanyard(program, folder, f"""\
version: 1
listen: [{{address: "127.0.0.1:0"}}{tls}]
access: {{{access}}}
http: {{threads: {threads}}}
storage: {{directory: {folder}/data}}
upstreams:
  - registry: docker.io
    url: http://127.0.0.1:{upstream_port}
""")
        ports = [int(address.rpartition(":")[2]) for address in self._lanyard.addresses]
        self.port, self.tls_port = ports[0], ports[-1]

    @property
    def pid(self):
        return self._lanyard.process.pid

    def pids(self):
        return [self.pid]

    def has_dropped_log_lines(self):
        """Whether its access log could not keep up: then its figures are not honest."""
        return "dropped" in self._lanyard.process.stdout()

    def command(self, *words, stdin=""):
        """`lanyard WORDS...` beside it."""
        return self._lanyard.command(*words, stdin=stdin)

    def stop(self):
        self._lanyard.stop()


class RegistryServer:
    """docker-registry as a proxy."""

    name = "docker-registry"

    def __init__(self, folder, upstream_port):
        folder.mkdir(parents=True)
        self.port = free_port()
        config = folder / "config.yml"
        config.write_text(json.dumps({
            "version": 0.1,
            "log": {"level": "error"},
            "storage": {
                "filesystem": {"rootdirectory": str(folder / "data")},
                "delete": {"enabled": True},
                "cache": {"blobdescriptor": "inmemory"},
            },
            "http": {"addr": f"127.0.0.1:{self.port}", "secret": "bench"},
            "proxy": {"remoteurl": f"http://127.0.0.1:{upstream_port}"},
        }), encoding="utf-8")
        self._process = Process(folder, "docker-registry", "serve", config)
        self._process.wait_for(lambda: is_answering(self.port, "/v2/"), "an answer")

    def pids(self):
        return [self._process.pid]

    def stop(self):
        self._process.stop()


def is_answering(port, path):
    try:
        return request(f"127.0.0.1:{port}", path).status == 200
    except OSError:
        return False


def warm_up(server, image):
    """Pulls the image; returns when a second pull would need nothing from upstream."""
    def is_warm():
        answers = [request(f"127.0.0.1:{server.port}", path)
                   for path in (image.by_tag, image.by_digest, image.blob)]
        if any(answer.status != 200 for answer in answers):
            raise AssertionError(f"{server.name}: {[answer.status for answer in answers]}")
        if server.name != LanyardServer.name:
            return True
        return all(answer.headers["Cache-Status"].endswith("hit") for answer in answers)
    # Once to fetch; docker-registry stores a blob after its first answer.
    is_warm()
    wait_until(is_warm, f"{server.name} is warm")


def versions(program):
    """What was measured, in the words of each."""
    nginx = run("nginx", "-v").stderr.strip().partition("/")[2]
    registry = run("docker-registry", "--version").stdout.split()[-1]
    return {"Lanyard": run(program, "version").stdout.split()[-1],
            "nginx": nginx, "docker-registry": registry}
