# SPDX-License-Identifier: GPL-3.0-or-later
"""A cache whose disk is gone says so at once, so that clients go on to the registry itself, and serves
again when the disk is back; the debug address tells machines."""

import json
import os
import time
import unittest

import clients
from lab import LabTest
from lanyard import config_text, request
from processes import run, wait_until


@unittest.skipUnless(os.geteuid() == 0, "only root may mount a disk")
class HealthTest(LabTest):
    def mount_disk(self):
        """A disk in memory; what the cache sees of it can be unmounted, and mounted anew."""
        memory, self.disk = self.folder / "memory", self.folder / "disk"
        self.seen = memory / "seen"
        for folder in (memory, self.disk):
            folder.mkdir(parents=True)
        if run("mount", "-t", "tmpfs", "none", memory, check=False).returncode:
            self.skipTest("this system lets nobody mount a disk")
        self.addCleanup(run, "umount", "--lazy", memory)
        self.seen.mkdir()
        self.plug_in()
        self.addCleanup(run, "umount", "--lazy", self.disk, check=False)

    def plug_in(self):
        run("mount", "--bind", self.seen, self.disk)

    def pull_out(self):
        run("umount", "--lazy", self.disk)

    def start_watched(self):
        self.mount_disk()
        store = self.disk / "store"
        text = config_text(self.lab, store).replace(
            f"{{directory: {store}}}",
            f"{{directory: {store}, health: {{interval: 1s, threshold: 1}}}}")
        return self.start_lanyard(text + 'debug: {address: "127.0.0.1:0"}\n')

    def wait_for_status(self, lanyard, status):
        wait_until(lambda: lanyard.get("/v2/").status == status, f"/v2/ answers {status}")

    def test_a_disk_that_is_pulled_out(self):
        lanyard = self.start_watched()
        debug = lanyard.debug_address()
        two = self.lab.two
        target = two.target("manifests", two.index.manifest.digest)
        self.assertEqual(lanyard.get(target).status, 200)
        self.assertEqual(request(debug, "/readyz").status, 200)

        self.pull_out()
        self.wait_for_status(lanyard, 503)
        times = []
        for _ in range(20):
            started = time.monotonic()
            self.assertEqual(lanyard.get(target).status, 503)
            times.append(time.monotonic() - started)
        self.assertLess(sorted(times)[len(times) // 2], 1)
        self.assertEqual(request(debug, "/healthz").body, b"ok\n")
        ready = request(debug, "/readyz")
        self.assertEqual((ready.status, ready.body.startswith(b"storage: ")), (503, True))
        self.assertNotIn(str(self.folder).encode(), ready.body)
        failing = request(debug, "/debug/health")
        self.assertEqual((failing.status, list(json.loads(failing.body))),
                         (503, ["storagedriver_filesystem"]))
        self.assertIn(b"\nlanyard_storage_healthy 0\n", request(debug, "/metrics").body)
        wait_until(lambda: "cannot be used since" in lanyard.process.stderr(), "it is told")

        self.plug_in()
        self.wait_for_status(lanyard, 200)
        self.assertEqual(lanyard.get(target).body, two.index.manifest.data)
        self.assertEqual(request(debug, "/readyz").status, 200)
        wait_until(lambda: "can be used again" in lanyard.process.stderr(), "it is told")

    def test_clients_fall_back(self):
        lanyard = self.start_watched()
        skopeo = self.start_client(clients.Skopeo, lanyard.address)
        two = self.lab.two
        registries = self.folder / "registries.conf"
        registries.write_text(
            f'[[registry]]\nprefix = "{two.registry}"\n'
            f'location = "{self.lab.quay.url.removeprefix("http://")}"\ninsecure = true\n'
            f'[[registry.mirror]]\nlocation = "{lanyard.address}/{two.registry}"\n'
            'insecure = true\n', encoding="ascii")

        def pull():
            before = len(self.lab.quay.requests())
            answer = skopeo.command("skopeo", "--registries-conf", registries, "inspect", "--raw",
                                    f"docker://{two.registry}/{two.repository}:{two.tag}")
            self.assertEqual(answer.stdout.encode(), two.index.manifest.data)
            return len(self.lab.quay.requests()) - before

        known = len(self.lab.quay.requests())
        pull()
        wait_until(lambda: len(self.lab.quay.requests()) > known, "the registry was asked")
        self.assertEqual(pull(), 0, "requests that the cache spared its registry")
        self.pull_out()
        self.wait_for_status(lanyard, 503)
        pull()
        wait_until(lambda: any("skopeo" in line and '" 503 ' in line
                               for line in lanyard.log_lines()), "the client was refused here")
        wait_until(lambda: pull() > 0, "the registry itself is asked")
        self.plug_in()
        self.wait_for_status(lanyard, 200)
        pull()
