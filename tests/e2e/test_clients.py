# SPDX-License-Identifier: GPL-3.0-or-later
"""Real clients pull from two upstreams through one port, get the very bytes that were pushed, cause
one upstream fetch per blob, and pull again when the upstreams are gone."""

import concurrent.futures

import clients
from lab import LabTest


class ClientTest(LabTest):
    def remove_all(self, client):
        for _, published in self.lab.published:
            client.remove(*published.name)

    def check(self, kind):
        lanyard = self.start_lanyard()
        client = self.start_client(kind, lanyard.address)
        self.pull_all(client)
        self.remove_all(client)
        lanyard.wait_for_images(len(self.lab.published))
        self.stop_upstreams()
        self.assert_fetched_once(kind.pulls_all_platforms)
        self.pull_all(client)

    def test_docker(self):
        self.check(clients.Docker)

    def test_podman(self):
        self.check(clients.Podman)

    def test_buildah(self):
        self.check(clients.Buildah)

    def test_skopeo(self):
        self.check(clients.Skopeo)

    def test_containerd(self):
        self.check(clients.Containerd)

    def test_all_at_once(self):
        kinds = [kind for kind in (clients.Docker, clients.Podman, clients.Buildah,
                                   clients.Skopeo, clients.Containerd)
                 if not kind.reason_to_skip()]
        if clients.Skopeo not in kinds or len(kinds) < 2:
            self.skipTest("fewer than two clients can run here")
        lanyard = self.start_lanyard()
        started = [self.start_client(kind, lanyard.address) for kind in kinds]
        tokens_known = len(self.lab.tokens.scopes())
        with concurrent.futures.ThreadPoolExecutor(len(started)) as pool:
            for future in [pool.submit(self.pull_all, client) for client in started]:
                future.result()
        self.stop_upstreams()
        self.assert_fetched_once(all_platforms=True)
        self.assertEqual(self.lab.tokens.scopes()[tokens_known:],
                         [f"repository:{self.lab.one.repository}:pull"])
