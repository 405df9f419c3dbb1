# SPDX-License-Identifier: GPL-3.0-or-later
"""`lanyard serve` keeps what scripts rely on: its start, its end, its logs, its configuration files
and the layout of its folder."""

import http.client
import json
import os
import re
import shutil
import socket
import time
import unittest

from images import sha256
from lab import LabTest
from lanyard import COMBINED, config_text, request
from processes import Process, run, wait_until

REGISTRY_CONFIG = """\
version: 0.1
log: {{level: info}}
storage:
  cache: {{blobdescriptor: inmemory}}
  filesystem: {{rootdirectory: {folder}}}
http:
  addr: 127.0.0.1:1
  headers: {{X-Content-Type-Options: [nosniff]}}
health: {{storagedriver: {{enabled: true, interval: 10s, threshold: 3}}}}
redis: {{addr: "127.0.0.1:1"}}
proxy: {{remoteurl: "{url}"}}
"""


class ServeTest(LabTest):
    def pull(self, lanyard, published):
        """Reads all of this machine's image, and checks it."""
        index = lanyard.get(published.target("manifests", published.tag))
        self.assertEqual((index.status, index.body), (200, published.index.manifest.data))
        manifest = published.image.manifest
        answer = lanyard.get(published.target("manifests", manifest.digest))
        self.assertEqual((answer.status, answer.body), (200, manifest.data))
        for blob in published.image.blobs:
            answer = lanyard.get(published.target("blobs", blob.digest))
            self.assertEqual((answer.status, sha256(answer.body)), (200, blob.digest))

    def test_access_log_in_combined_format(self):
        lanyard = self.start_lanyard()
        target = self.lab.two.target("manifests", "latest")
        self.get_logged(lanyard, "/v2/", User_Agent="e2e/1.0")
        body = self.get_logged(lanyard, target, User_Agent='with "quotes"').body
        self.get_logged(lanyard, target, method="HEAD")
        self.get_logged(lanyard, "/v2/nowhere.example/a/b/manifests/x")
        lines = lanyard.log_lines()
        matches = [COMBINED.match(line) for line in lines]
        self.assertTrue(all(matches), lines)
        self.assertEqual(
            [(match["client"], match["method"], match["target"], match["status"])
             for match in matches],
            [("127.0.0.1", "GET", "/v2/", "200"), ("127.0.0.1", "GET", target, "200"),
             ("127.0.0.1", "HEAD", target, "200"),
             ("127.0.0.1", "GET", "/v2/nowhere.example/a/b/manifests/x", "404")])
        self.assertEqual(matches[0]["agent"], "e2e/1.0")
        self.assertEqual(matches[1]["bytes"], str(len(body)))
        self.assertNotIn('"', matches[1]["agent"].replace('\\"', ""))

    @staticmethod
    def get_logged(lanyard, target, **fields):
        """A request is logged when its answer has left, each by the thread of its connection."""
        known = len(lanyard.log_lines())
        answer = lanyard.get(target, **fields)
        wait_until(lambda: len(lanyard.log_lines()) > known, "its line in the access log")
        return answer

    def test_access_log_in_json(self):
        lanyard = self.start_lanyard(None, "--log-format", "json")
        lanyard.get("/v2/")
        lines = wait_until(lanyard.log_lines, "a line in the access log")
        self.assertIsInstance(json.loads(lines[0]), dict)

    def test_configuration_of_registry_2(self):
        folder = self.folder / "lanyard" / "store"
        folder.mkdir(parents=True)
        text = REGISTRY_CONFIG.format(folder=folder, url=self.lab.quay.url)
        environment = os.environ | {"REGISTRY_HTTP_ADDR": "127.0.0.1:0"}
        lanyard = self.start_lanyard(text, environment=environment)
        two = self.lab.two
        answer = lanyard.get(f"/v2/{two.repository}/manifests/{two.tag}")
        self.assertEqual((answer.status, answer.body), (200, two.index.manifest.data))
        self.assertEqual(answer.headers["X-Content-Type-Options"], "nosniff")
        self.assertIn("redis", lanyard.process.stderr())

    def test_term_lets_transfers_end(self):
        lanyard = self.start_lanyard()
        two = self.lab.two
        self.pull(lanyard, two)
        large = max(two.image.layers, key=lambda layer: len(layer.data))
        connection = http.client.HTTPConnection(lanyard.address, timeout=30)
        self.addCleanup(connection.close)
        connection.request("GET", two.target("blobs", large.digest))
        response = connection.getresponse()
        first = response.read(1)
        lanyard.process.signal()
        wait_until(lambda: not self.accepts(lanyard.address), "new connections are refused")
        self.assertEqual(sha256(first + response.read()), large.digest)
        connection.close()
        self.assertEqual(lanyard.process.wait(), 0)

    @staticmethod
    def accepts(address):
        host, _, port = address.rpartition(":")
        try:
            socket.create_connection((host, int(port)), timeout=5).close()
            return True
        except (ConnectionRefusedError, ConnectionResetError):
            return False  # reset: it was waiting when the listener closed

    def test_wrong_configuration(self):
        self.folder.mkdir()
        config = self.folder / "wrong.yml"
        config.write_text("version: 1\nlisten: [{address: \"127.0.0.1:0\"}]\n"
                          "storage:\n  capacity: plenty\n", encoding="utf-8")
        result = run(self.lab.lanyard, "serve", "--config", config, check=False)
        self.assertEqual(result.returncode, 2)
        self.assertIn(f"{config}:4:13: ", result.stderr)

    def test_missing_configuration(self):
        result = run(self.lab.lanyard, "serve", "--config", self.folder / "none.yml", check=False)
        self.assertEqual(result.returncode, 2)
        self.assertIn("none.yml", result.stderr)

    def test_help_lists_serve(self):
        result = run(self.lab.lanyard, "--help")
        self.assertRegex(result.stdout, r"(?m)^\s+serve\b")

    def test_starts_and_serves_without_upstreams(self):
        lanyard = self.start_lanyard()
        for _, published in self.lab.published:
            self.pull(lanyard, published)
        self.assertEqual(lanyard.stop(), 0)
        self.stop_upstreams()
        started = time.monotonic()
        lanyard = self.start_lanyard()
        self.assertLess(time.monotonic() - started, 30)
        for _, published in self.lab.published:
            self.pull(lanyard, published)

    def test_stale_tag_is_marked(self):
        lanyard = self.start_lanyard()
        one = self.lab.one
        self.pull(lanyard, one)
        lanyard.wait_for_images(1)
        self.stop_upstreams()
        answer = lanyard.get(one.target("manifests", one.tag), method="HEAD")
        self.assertEqual(answer.status, 200)
        self.assertEqual(answer.headers["Docker-Content-Digest"], one.index.manifest.digest)
        self.assertRegex(answer.headers["Cache-Status"], r"^lanyard; fwd=stale\b.*; hit$")
        never_seen = lanyard.get(one.target("manifests", "never-seen"))
        self.assertIn(never_seen.status, (502, 503, 504))

    def test_unknown_registry_is_never_asked(self):
        lanyard = self.start_lanyard()
        answer = lanyard.get("/v2/a/b/manifests/c?ns=nowhere.example")
        self.assertEqual(answer.status, 404)
        self.assertEqual(json.loads(answer.body)["errors"][0]["code"], "NAME_UNKNOWN")

    @unittest.skipUnless(shutil.which("skopeo"), "skopeo is not installed")
    def test_folder_is_an_oci_layout(self):
        lanyard = self.start_lanyard()
        store = self.folder / "lanyard" / "store"
        for _, published in self.lab.published:
            self.pull(lanyard, published)
        self.assertEqual(lanyard.stop(), 0)
        index = json.loads((store / "index.json").read_text(encoding="utf-8"))
        names = {entry["digest"]: entry["annotations"]["org.opencontainers.image.ref.name"]
                 for entry in index["manifests"]}
        for _, published in self.lab.published:
            self.assertIn(published.index.manifest.digest, names)
            for content in (published.image.manifest, *published.image.blobs):
                path = store / "blobs" / "sha256" / content.digest.removeprefix("sha256:")
                self.assertEqual(sha256(path.read_bytes()), content.digest)
        # Not the one of docker.io: skopeo finds no image of Docker's media types by its name.
        two = self.lab.two
        target = self.folder / "copy"
        run("skopeo", "--insecure-policy", "copy",
            f"oci:{store}:{names[two.index.manifest.digest]}", f"dir:{target}")
        self.assertEqual(sha256((target / "manifest.json").read_bytes()),
                         two.image.manifest.digest)

    def test_uses_all_descriptors(self):
        soft, hard = self.start_lanyard().process.open_files_limits()
        self.assertEqual(soft, hard)

    def test_metrics(self):
        text = config_text(self.lab, self.folder / "lanyard" / "store")
        lanyard = self.start_lanyard(text + 'debug: {address: "127.0.0.1:0"}\n')
        self.pull(lanyard, self.lab.two)
        answer = request(lanyard.debug_address(), "/metrics")
        self.assertEqual(answer.status, 200)
        self.assertIn("text/plain", answer.headers["Content-Type"])
        counters = dict(re.findall(r"^(registry_proxy_\w+)(?:\{[^}]*\})? (\S+)$",
                                   answer.body.decode(), re.MULTILINE))
        self.assertTrue(any(float(value) > 0 for value in counters.values()), answer.body)

    def test_second_server_on_one_folder_is_refused(self):
        self.start_lanyard()
        second = Process(self.folder / "second", self.lab.lanyard, "serve", "--config",
                         self.folder / "lanyard" / "lanyard.yml")
        self.addCleanup(second.stop)
        self.assertNotEqual(second.wait(), 0)
        self.assertIn("in use", second.stderr())
