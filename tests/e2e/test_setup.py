# SPDX-License-Identifier: GPL-3.0-or-later
"""`lanyard setup` on a computer of its own: real clients are found, set up, proved by a probe, and
taken back to the last byte."""

import json
import secrets
import shutil
import ssl
import urllib.request

from lab import LabTest
from lanyard import config_text, lan_address
from processes import wait_until
from sandbox import Sandbox

# As a person may have written it.
DAEMON_JSON = (b'{\r\n   "debug" : false,\r\n'
               b'   "storage-driver": "vfs",   "bridge": "none",\r\n'
               b'   "exec-opts": ["native.cgroupdriver=cgroupfs"],\r\n'
               b'   "iptables": false, "ip6tables": false, "ip-masq": false,\r\n'
               b'   "data-root": "%s"\r\n}')
STORAGE_CONF = b'[storage]\ndriver = "vfs"\ngraphroot = "/run/graph"\nrunroot = "/run/storage"\n'
POLICY = b'{"default": [{"type": "insecureAcceptAnything"}]}'
EARTHLY = b"# mine\nglobal:\n  cache_size_mb: 100\n"


class SetUpCase(LabTest):
    """A cache, and a computer whose clients are set up for it."""

    scheme = "http"

    def setUp(self):
        super().setUp()
        if reason := Sandbox.reason_to_skip():
            self.skipTest(reason)
        host = lan_address()
        self.store = self.folder / "lanyard" / "store"
        text = config_text(self.lab, self.store).replace(
            '{address: "127.0.0.1:0"}', self.listeners(host)).replace(
            "allow: [private]", f"allow: [private, {host}]")
        self.lanyard = self.start_lanyard(text)
        self.cache = ("--cache", self.lanyard.address)
        self.computer = Sandbox(self.folder / "computer")
        self.addCleanup(self.computer.close)

    def listeners(self, host):
        return f'{{address: "127.0.0.1:0"}}, {{address: "{host}:0"}}'

    def need(self, *programs):
        for program in programs:
            if not shutil.which(program, path="/usr/sbin:/usr/bin:/sbin:/bin"):
                self.skipTest(f"{program} is not installed")

    def setup(self, *words, status=0):
        """`lanyard setup WORDS... --json` there."""
        result = self.computer.run(self.lab.lanyard, "setup", *words, "--json", check=False)
        self.assertEqual(result.returncode, status, result.stdout + result.stderr)
        return json.loads(result.stdout) if result.stdout else None

    def set_up(self, client):
        """Does it, and returns what is said of that client."""
        before = self.computer.files()
        planned = self.setup(client, *self.cache, "--dry-run")
        self.assertEqual(self.computer.files(), before)
        done = self.setup(client, *self.cache, "--yes")
        self.assertEqual(done["registries"][0], "docker.io")
        report, = done["clients"]
        self.assertEqual([edit["diff"] for edit in report["plan"]["edits"]],
                         [edit["diff"] for edit in planned["clients"][0]["plan"]["edits"]])
        proof, = report["proofs"]
        self.assertTrue(proof["proved"], proof)
        self.assertLessEqual({"manifest", "layer"},
                             {sighting["what"] for sighting in proof["sightings"]})
        again = self.setup(client, *self.cache, "--yes")
        self.assertEqual(again["clients"][0]["plan"]["edits"], [])
        self.assertEqual(again["clients"][0]["use"], "cache")
        return report

    def check_undo(self, client, before):
        self.setup(client, "--undo")
        self.assertEqual(self.computer.files(), before)


class RealClients:
    """Each of them, whatever the cache speaks."""

    def test_docker(self):
        self.need("dockerd", "docker", "containerd", "iptables")
        self.computer.write("/etc/docker/daemon.json",
                            DAEMON_JSON % str(self.computer.folder / "data").encode())
        self.start_docker()
        before = self.computer.files()
        report = self.set_up("docker")
        self.assertEqual(report["proofs"][0]["sightings"][0]["form"], "default")
        self.assertIn("docker/", report["proofs"][0]["sightings"][0]["userAgent"])
        url = f"{self.scheme}://{self.lanyard.address}/"
        self.assertEqual(self.mirrors(), [url])
        one = self.lab.one
        self.docker("pull", "--quiet", f"{one.repository}:{one.tag}")
        # Without a restart: what runs goes on, and what was there before is there again.
        self.check_undo("docker", before)
        self.wait_for_no_mirror()

    def docker(self, *words, check=True):
        return self.computer.run("docker", *words, check=check)

    def wait_for_no_mirror(self):
        """Docker has read its file when the set-up is taken back; it uses it a moment later."""
        wait_until(lambda: self.mirrors() == [], "no mirror")

    def mirrors(self):
        info = json.loads(self.docker("info", "--format", "{{json .RegistryConfig.Mirrors}}").stdout)
        return info or []

    def start_docker(self):
        daemon = self.computer.start("dockerd")
        self.addCleanup(daemon.stop)
        daemon.wait_for(lambda: self.docker("version", check=False).returncode == 0, "answering")
        return daemon

    def test_podman_and_its_family(self):
        self.need("podman", "crun", "skopeo", "buildah")
        self.computer.write("/etc/containers/storage.conf", STORAGE_CONF)
        self.computer.write("/etc/containers/policy.json", POLICY)
        self.computer.write("/etc/containers/registries.conf", b"# mine\r\n")
        before = self.computer.files()
        report = self.set_up("podman")
        self.assertEqual(report["proofs"][0]["sightings"][0]["form"], "name")
        self.probe("skopeo", "copy", "docker://{}", "dir:/run/probe")
        self.probe("buildah", "pull", "{}")
        self.check_undo("podman", before)

    def probe(self, *command):
        """A pull of a probe by hand arrives."""
        nonce = secrets.token_hex(16)
        image = f"docker.io/lanyard-probe/check:{nonce}"
        self.computer.run(*(word.format(image) for word in command))
        seen = json.loads(self.ask_cache(f"/v2/_lanyard/probe/{nonce}"))["sightings"]
        self.assertLessEqual({"manifest", "layer"}, {one["what"] for one in seen})

    def ask_cache(self, target):
        url = f"{self.scheme}://{self.lanyard.address}{target}"
        # What its certificate is worth, the clients say.
        context = ssl._create_unverified_context()
        with urllib.request.urlopen(url, timeout=30, context=context) as answer:
            return answer.read()

    def test_containerd(self):
        self.need("containerd", "ctr")
        self.computer.write(
            "/etc/containerd/config.toml",
            b'version = 2\nroot = "%s"\n[plugins."io.containerd.grpc.v1.cri".registry]\n'
            b'config_path = "/etc/containerd/certs.d"\n'
            % str(self.computer.folder / "containerd").encode())
        before = self.computer.files()
        daemon = self.computer.start("containerd")
        self.addCleanup(daemon.stop)
        daemon.wait_for(
            lambda: self.computer.run("ctr", "version", check=False).returncode == 0, "answering")
        report = self.set_up("containerd")
        self.assertEqual(report["proofs"][0]["sightings"][0]["form"], "ns")
        self.check_undo("containerd", before)


class SetUpTest(RealClients, SetUpCase):
    def test_docker_that_starts_anew_while_it_is_paused(self):
        self.need("dockerd", "docker", "containerd", "iptables")
        self.computer.write("/etc/docker/daemon.json",
                            DAEMON_JSON % str(self.computer.folder / "data").encode())
        daemon = self.start_docker()
        before = self.computer.files()
        self.setup("docker", *self.cache, "--yes", "--no-test")
        self.setup("--pause")
        self.assertEqual(self.computer.files(), before)
        self.wait_for_no_mirror()
        daemon.stop()
        self.start_docker()
        self.setup("--resume")
        self.assertEqual(self.mirrors(), [f"{self.scheme}://{self.lanyard.address}/"])
        self.check_undo("docker", before)
        self.wait_for_no_mirror()

    def test_docker_that_somebody_edited_since(self):
        self.need("dockerd", "docker")
        self.computer.write("/etc/docker/daemon.json", b'{\n  "debug": true\n}\n')
        before = self.computer.files()
        self.setup("docker", *self.cache, "--yes", "--no-test")
        path = "/etc/docker/daemon.json"
        edited = self.computer.files()[path].replace(b'"debug": true', b'"debug": false')
        self.assertIn(self.lanyard.address.encode(), edited)
        self.computer.write(path, edited)
        undone, = self.setup("docker", "--undo")["undone"]
        self.assertTrue(undone["notes"])
        files = self.computer.files()
        self.assertEqual(files[path], before[path].replace(b"true", b"false"))

    def test_a_strange_file_is_refused(self):
        self.need("dockerd", "docker")
        self.computer.write("/etc/docker/daemon.json", b'{\n  // mine\n  "debug": true\n}\n')
        before = self.computer.files()
        said = self.setup("docker", *self.cache, "--yes", status=1)
        refusal, = said["clients"][0]["plan"]["refusals"]
        self.assertIn("line 2", refusal["reason"])
        self.assertIn(self.lanyard.address, refusal["snippet"]["text"])
        self.assertEqual(self.computer.files(), before)

    def test_earthly_without_its_builder(self):
        """The file is edited; what its builder makes of it cannot be tried here."""
        lan = self.lanyard.addresses[1]
        if lan.startswith("127."):
            self.skipTest("this computer has no address that a container reaches")
        self.computer.write("~/.earthly/config.yml", EARTHLY)
        self.computer.write("~/bin/earthly", b"#!/bin/sh\necho earthly version v0.8.16\n")
        self.computer.path("~/bin/earthly").chmod(0o755)
        self.computer.environment["PATH"] += f":{self.computer.home}/bin"
        before = self.computer.files()
        refused = self.setup("earthly", *self.cache, "--yes", status=1)
        self.assertTrue(refused["clients"][0]["obstacles"][0]["fatal"])
        self.assertEqual(self.computer.files(), before)
        self.setup("earthly", "--cache", lan, "--yes", "--no-test")
        text = self.computer.files()["~/.earthly/config.yml"].decode()
        self.assertTrue(text.startswith("# mine\nglobal:\n"))
        self.assertIn(f'    [registry."{lan}"] # Managed by Lanyard\n      http = true\n', text)
        self.check_undo("earthly", before)

    def test_pause_and_resume(self):
        self.need("podman")
        self.computer.write("/etc/containers/registries.conf", b"")
        before = self.computer.files()
        self.setup("podman", *self.cache, "--yes", "--no-test")
        after = self.computer.files()
        self.assertNotEqual(after, before)
        self.setup("--pause")
        self.assertEqual(self.computer.files(), before)
        self.setup("--resume")
        self.assertEqual(self.computer.files(), after)
        self.check_undo("podman", before)

    def test_a_client_that_is_not_set_up_proves_nothing(self):
        self.need("podman", "crun")
        self.computer.write("/etc/containers/storage.conf", STORAGE_CONF)
        self.computer.write("/etc/containers/policy.json", POLICY)
        said = self.setup("podman", *self.cache, "--test", status=1)
        proof, = said["clients"][0]["proofs"]
        self.assertFalse(proof["proved"])
        self.assertEqual(proof["sightings"], [])
        self.assertTrue(proof["trouble"])

    def test_no_cache_there(self):
        result = self.computer.run(self.lab.lanyard, "setup", "--cache", "127.0.0.1:1", "--list",
                                   check=False)
        self.assertEqual(result.returncode, 1)
        self.assertIn("127.0.0.1:1", result.stderr)


class SetUpWithTheOwnAuthorityTest(RealClients, SetUpCase):
    """The cache of this computer has a certificate of its own authority: its clients are made to
    trust that, without a word of the user's."""

    scheme = "https"

    def setUp(self):
        super().setUp()
        self.assertIn("listening on https://", self.lanyard.process.stdout())
        self.cache = ("--data", self.store)

    def listeners(self, host):
        return f'{{address: "{host}:0", tls: {{localCa: true}}}}'
