# SPDX-License-Identifier: GPL-3.0-or-later
"""Real clients pull a probe image, which the cache answers itself, and the cache tells what it saw
of each: from where, in which form, and that the content was fetched too."""

import json
import secrets

import clients
from lab import LabTest
from logins import PASSWORD, USER, basic
from processes import run

REPOSITORY = "lanyard-probe/check"


class ProbeTest(LabTest):
    def sightings(self, lanyard, nonce, **headers):
        answer = lanyard.get(f"/v2/_lanyard/probe/{nonce}", **headers)
        self.assertEqual(answer.status, 200)
        told = json.loads(answer.body)
        self.assertEqual(told["nonce"], nonce)
        return told["sightings"]

    def check(self, kind, form_of, agent):
        """`form_of`: the form in which this client asks for a registry."""
        lanyard = self.start_lanyard()
        client = self.start_client(kind, lanyard.address)
        for registry in ("docker.io", "quay.example"):
            nonce = secrets.token_hex(16)
            self.assertEqual(self.sightings(lanyard, nonce), [])
            pulled = client.pull(registry, REPOSITORY, nonce)
            self.assertEqual(len(pulled.diff_ids), 1)
            seen = self.sightings(lanyard, nonce)
            self.assertEqual({sight["what"] for sight in seen}, {"manifest", "config", "layer"})
            self.assertEqual({sight["form"] for sight in seen}, {form_of[registry]})
            self.assertEqual({sight["registry"] for sight in seen}, {registry})
            self.assertEqual({sight["address"] for sight in seen}, {"127.0.0.1"})
            for sight in seen:
                self.assertIn(agent, sight["userAgent"].lower())
            client.remove(registry, REPOSITORY, nonce)
        self.stop_upstreams()
        for upstream, _ in self.lab.published:
            self.assertEqual(upstream.requests()[self._known[upstream]:], [])
        self.assertEqual(json.loads(lanyard.get("/v2/_catalog").body)["repositories"], [])

    by_name = {"docker.io": "name", "quay.example": "name"}

    def test_docker(self):
        self.check(clients.Docker, {"docker.io": "default", "quay.example": "name"}, "docker/")

    def test_podman(self):
        self.check(clients.Podman, self.by_name, "containers/")

    def test_buildah(self):
        self.check(clients.Buildah, self.by_name, "buildah/")

    def test_skopeo(self):
        self.check(clients.Skopeo, self.by_name, "skopeo/")

    def test_containerd(self):
        self.check(clients.Containerd, {"docker.io": "ns", "quay.example": "ns"}, "containerd/")

    def test_login_is_wanted_for_all_of_it(self):
        lanyard = self.start_asking()
        nonce = secrets.token_hex(16)
        targets = (f"/v2/{REPOSITORY}/manifests/{nonce}", f"/v2/_lanyard/probe/{nonce}",
                   "/v2/_lanyard/cache")
        for target in targets:
            self.assertEqual(lanyard.get(target).status, 401, target)
        for target in targets:
            answer = lanyard.get(target, Authorization=basic(USER, PASSWORD))
            self.assertEqual(answer.status, 200, target)
        told = json.loads(lanyard.get("/v2/_lanyard/cache",
                                      Authorization=basic(USER, PASSWORD)).body)
        self.assertEqual(told["product"], "lanyard")
        self.assertEqual(told["registries"], ["docker.io", "quay.example"])
        self.assertEqual(f"lanyard {told['version']}\n", run(self.lab.lanyard, "--version").stdout)
