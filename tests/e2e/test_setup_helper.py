# SPDX-License-Identifier: GPL-3.0-or-later
"""The helper program that writes as root what a user has been asked about: the real one, with a
folder of the test in the place of /etc that nobody else sees; and what a real Docker Engine makes
of it."""

import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import tempfile

from clients import Docker
from lab import LabTest
from processes import RUN_TIMEOUT, Process, run, wait_until

STAMP = "20261127T191640"
NOBODY = 65534


def recipe(kind="daemon-json", **fields):
    """See engine/recipes/recipejson.cpp."""
    return {"kind": kind, "host": "10.0.0.9", "port": 5000, "tls": False, "authority": "",
            "user": "", "registries": ["docker.io"], "authorityFile": "", "insecureToo": False,
            **fields}


def sha256(content):
    return hashlib.sha256(content).hexdigest()


def applying(*files, services=()):
    return {"version": 1, "operation": "apply", "stamp": STAMP, "files": list(files),
            "services": list(services)}


def file(path, before=None, content=None):
    return {"path": path, "recipe": content or recipe(),
            "sha256Before": None if before is None else sha256(before)}


class SetupHelperTest(LabTest):
    def setUp(self):
        super().setUp()
        self.helper = self.lab.lanyard.parent / "lanyard-helper"
        self.etc = self.folder / "etc"
        (self.etc / "docker").mkdir(parents=True)
        for folder in (self.etc, self.etc / "docker"):
            folder.chmod(0o755)

    def tree(self):
        return {path.relative_to(self.etc): path.read_bytes() if path.is_file() else None
                for path in self.etc.rglob("*")}

    def behind_etc(self, program, *options):
        """The words that run it where /etc is the test's folder."""
        script = f"mount --bind '{self.etc}' /etc && exec {program}"
        return ["unshare", *options, "--mount", "sh", "-c", script]

    def run_helper(self, request):
        """What the helper answers as root of a mount namespace, real or a user's own."""
        text = request if isinstance(request, bytes) else json.dumps(request).encode()
        own = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
        result = subprocess.run(self.behind_etc(self.helper, *own), input=text,
                                capture_output=True, timeout=RUN_TIMEOUT, check=False)
        self.assertEqual(result.returncode, 0, result.stderr)
        return json.loads(result.stdout)

    def test_refuses_to_run_as_anybody_else(self):
        drop = ["setpriv", f"--reuid={NOBODY}", "--clear-groups"] if os.geteuid() == 0 else []
        # Where everybody may read it.
        folder = tempfile.mkdtemp(prefix="lanyard-e2e-")
        self.addCleanup(shutil.rmtree, folder)
        os.chmod(folder, 0o755)
        helper = shutil.copy(self.helper, folder)
        result = subprocess.run([*drop, helper], input=b"{}", capture_output=True, timeout=RUN_TIMEOUT,
                                check=False)
        self.assertEqual((result.returncode, result.stdout), (2, b""))
        self.assertIn(b"as root", result.stderr)

    def test_applies_and_undoes(self):
        before = b'{\n\t"debug": true, "log-level": "warn"\n}\n'
        daemon = self.etc / "docker" / "daemon.json"
        daemon.write_bytes(before)
        daemon.chmod(0o640)
        untouched = self.tree()
        hosts = recipe("hosts-toml", registries=["quay.io"], user="someone", password="a secret")
        answer = self.run_helper(applying(
            file("/etc/docker/daemon.json", before),
            file("/etc/docker/certs.d/quay.io/hosts.toml", content=hosts)))
        self.assertNotIn("error", answer)
        self.assertEqual(json.loads(daemon.read_bytes())["registry-mirrors"],
                         ["http://10.0.0.9:5000"])
        self.assertEqual(daemon.stat().st_mode & 0o777, 0o640)
        toml = self.etc / "docker/certs.d/quay.io/hosts.toml"
        self.assertEqual(toml.stat().st_mode & 0o777, 0o600)
        self.assertEqual(answer["files"][1]["createdFolders"],
                         ["/etc/docker/certs.d", "/etc/docker/certs.d/quay.io"])
        self.assertNotIn("a secret", json.dumps(answer))

        undone = self.run_helper({"version": 1, "operation": "undo", "files": answer["files"],
                                  "services": []})
        self.assertEqual(undone["notes"], [])
        self.assertEqual(self.tree(), untouched)
        self.assertEqual(daemon.stat().st_mode & 0o777, 0o640)

    def test_refuses_everything_else(self):
        (self.etc / "shadow").write_bytes(b"root:*")
        (self.etc / "docker" / "daemon.json").symlink_to("../shadow")
        (self.etc / "containers").symlink_to("docker")
        (self.etc / "buildkit").mkdir()
        (self.etc / "buildkit").chmod(0o777)
        untouched = self.tree()
        conf = recipe("registries-conf")
        requests = [
            b"", b"{}", b"[]", b"\x00\xff", b"x" * (2 << 20), applying(file("/etc/shadow", b"root:*")),
            applying(file("/etc/docker/daemon.json", b"root:*")),  # a link out of the list
            applying(file("/etc/containers/registries.conf.d/50-lanyard.conf", content=conf)),
            applying(file("/etc/buildkit/buildkitd.toml", content=recipe("buildkit-toml"))),
            applying(file("/etc/docker/../shadow", b"root:*")),
            applying(file("/etc/docker/certs.d/../hosts.toml",
                          content=recipe("hosts-toml", registries=[".."]))),
            applying(services=[{"action": "reload-rootless-docker", "pid": 0}]),
            applying(services=[{"action": "reload-docker", "pid": -1}]),
        ]
        for request in requests:
            with self.subTest(request=request[:80] if isinstance(request, bytes) else request):
                answer = self.run_helper(request)
                self.assertIn("error", answer)
                self.assertTrue(answer["error"]["message"])
                self.assertEqual(self.tree(), untouched)

    def test_signals_no_process_that_is_no_docker_engine(self):
        if pathlib.Path("/run/systemd/system").exists():
            self.skipTest("systemd would reload the Docker Engine of this computer")
        process = Process(self.folder, "sleep", "600")
        self.addCleanup(process.stop)
        answer = self.run_helper(
            applying(services=[{"action": "reload-docker", "pid": process.pid}]))
        self.assertEqual(answer["files"], [])
        self.assertIn("kill -HUP $(pidof dockerd)", answer["notes"][0]["values"])
        process.wait_for(lambda: True, "to live on")

    def test_leaves_what_it_never_wrote(self):
        theirs = b'{\n  "debug": true\n}\n'
        daemon = self.etc / "docker" / "daemon.json"
        daemon.write_bytes(theirs)
        daemon.chmod(0o644)
        record = {"path": "/etc/docker/daemon.json", "recipe": recipe(), "sha256Before": None,
                  "sha256After": sha256(theirs), "stamp": STAMP, "createdFolders": []}
        answer = self.run_helper({"version": 1, "operation": "undo", "files": [record],
                                  "services": []})
        self.assertEqual(answer["files"], [])
        self.assertEqual(len(answer["notes"]), 1)
        self.assertEqual(daemon.read_bytes(), theirs)

    def test_a_docker_engine_takes_up_and_forgets_its_mirror(self):
        if reason := Docker.reason_to_skip():
            self.skipTest(reason)
        socket = self.folder / "docker.sock"
        settings = {"hosts": [f"unix://{socket}"], "data-root": f"{self.folder}/data",
                    "exec-root": f"{self.folder}/exec", "pidfile": f"{self.folder}/docker.pid",
                    "storage-driver": "vfs", "exec-opts": ["native.cgroupdriver=cgroupfs"],
                    "bridge": "none", "iptables": False, "ip6tables": False, "ip-masq": False}
        before = json.dumps(settings, indent="\t").encode()
        daemon = self.etc / "docker" / "daemon.json"
        daemon.write_bytes(before)
        environment = {**os.environ, "PATH": os.environ["PATH"] + ":/usr/sbin:/sbin",
                       "HOME": str(self.folder)}
        dockerd = Process(self.folder, *self.behind_etc("dockerd"), env=environment)
        self.addCleanup(dockerd.stop)

        def info():
            return run("docker", "--host", f"unix://{socket}", "info", "--format",
                       "{{json .RegistryConfig.Mirrors}}", env=environment, check=False)

        dockerd.wait_for(lambda: socket.exists() and info().returncode == 0, "answering")
        self.assertIn(json.loads(info().stdout), (None, []))
        reload = {"action": "reload-docker", "pid": dockerd.pid}
        answer = self.run_helper(applying(file("/etc/docker/daemon.json", before),
                                          services=[reload]))
        self.assertNotIn("error", answer)
        wait_until(lambda: json.loads(info().stdout) == ["http://10.0.0.9:5000/"], "the mirror")

        undone = self.run_helper({"version": 1, "operation": "undo", "files": answer["files"],
                                  "services": [reload]})
        self.assertNotIn("error", undone)
        self.assertEqual(daemon.read_bytes(), before)
        wait_until(lambda: json.loads(info().stdout) in (None, []), "no mirror")
