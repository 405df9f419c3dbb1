# SPDX-License-Identifier: GPL-3.0-or-later
"""What all end-to-end tests share: two upstreams with known content, and the cases' base class."""

import collections
import contextlib
import itertools
import pathlib
import shutil
import tempfile
import unittest

import images
import tokenserver
from certificates import Certificates
from clients import ARCHITECTURE, Pulled
from lanyard import Lanyard, config_text
from logins import PASSWORD, USER
from tokenserver import TokenServer
from upstream import Upstream, fetched_bytes, fetches

LAYER_SIZES = (1_000, 30_000, 500_000, 20 * 1024 * 1024)


class Published(collections.namedtuple("Published", "registry repository tag index")):
    """An image that an upstream has."""

    @property
    def name(self):
        return self.registry, self.repository, self.tag

    @property
    def image(self):
        """What of it is for this machine."""
        return self.index.image_for(ARCHITECTURE)

    def as_pulled(self):
        """What a client must say that it got."""
        return Pulled(self.index.manifest.digest, self.image.config.digest, self.image.diff_ids)

    def target(self, kind, reference):
        """The path of its content by path prefix."""
        return f"/v2/{self.registry}/{self.repository}/{kind}/{reference}"


class Lab:
    """docker.io with TLS and tokens, quay.example without, one image each. Ends with close()."""

    username = tokenserver.USERNAME
    password = tokenserver.PASSWORD

    def __init__(self, bin_folder):
        self.lanyard = bin_folder / "lanyard"
        self.desktop = bin_folder / "lanyard-desktop"
        with contextlib.ExitStack() as stack:
            self.folder = pathlib.Path(stack.enter_context(
                tempfile.TemporaryDirectory(prefix="lanyard-e2e-", ignore_cleanup_errors=True)))
            self.certificates = Certificates(self.folder / "certificates")
            self.tokens = TokenServer(self.certificates)
            stack.callback(self.tokens.stop)
            self.hub = Upstream(self.folder / "hub", self.certificates, self.tokens)
            stack.callback(self.hub.stop)
            self.quay = Upstream(self.folder / "quay")
            stack.callback(self.quay.stop)
            # Names that the real Docker Hub does not have: a client that falls back to it fails.
            self.one = Published("docker.io", "library/lanyard-e2e-one", "1.0",
                                 images.make_index(images.DOCKER, "one", LAYER_SIZES))
            self.two = Published("quay.example", "team/lanyard-e2e-two", "latest",
                                 images.make_index(images.OCI, "two", LAYER_SIZES))
            self.hub.push(self.one.repository, self.one.tag, self.one.index)
            self.quay.push(self.two.repository, self.two.tag, self.two.index)
            self._stack = stack.pop_all()

    @property
    def published(self):
        return ((self.hub, self.one), (self.quay, self.two))

    def start_upstreams(self):
        self.hub.start()
        self.quay.start()

    def stop_upstreams(self):
        self.hub.stop()
        self.quay.stop()

    def close(self):
        self._stack.close()


class LabTest(unittest.TestCase):
    """A test with a folder of its own in the lab. The runner sets `lab` before the first test, and
    `screenshots` to a folder where they are wanted."""

    lab = None
    screenshots = None
    _numbers = itertools.count(1)

    def setUp(self):
        # Short: below it are sockets (at most 108 bytes) and Podman's run folder (at most 50).
        self.folder = self.lab.folder / f"{next(LabTest._numbers)}"
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self._known = {upstream: len(upstream.requests()) for upstream, _ in self.lab.published}

    def start_lanyard(self, text=None, *arguments, environment=None):
        """A Lanyard with an empty store, in front of both upstreams where `text` is not given."""
        folder = self.folder / "lanyard"
        text = text or config_text(self.lab, folder / "store")
        lanyard = Lanyard(self.lab.lanyard, folder, text, *arguments, environment=environment)
        self.addCleanup(lambda: self.assertEqual(lanyard.stop(), 0, "Lanyard's exit code"))
        return lanyard

    def start_asking(self, text=None):
        """The same with one user, who has to log in."""
        folder = self.folder / "lanyard"
        text = text or config_text(self.lab, folder / "store")
        lanyard = self.start_lanyard(text.replace(
            "access: {", f"access: {{htpasswd: {{path: {folder}/users, realm: The lab}}, "))
        added = lanyard.command("user", "add", USER, stdin=PASSWORD + "\n")
        self.assertEqual(added.stdout, f"{USER} may pull now\n")
        self.assertEqual((folder / "users").stat().st_mode & 0o777, 0o600)
        return lanyard

    def start_client(self, kind, address, authority=None):
        """A client of that cache; the test is skipped where such one cannot run."""
        if reason := kind.reason_to_skip():
            self.skipTest(reason)
        client = kind(self.folder / kind.__name__, address, authority)
        self.addCleanup(client.close)
        return client

    def pull_all(self, client):
        for _, published in self.lab.published:
            self.assertEqual(client.pull(*published.name), published.as_pulled())

    def stop_upstreams(self):
        """Until the end of this test."""
        self.lab.stop_upstreams()
        self.addCleanup(self.lab.start_upstreams)

    def assert_fetched_once(self, all_platforms):
        """Each byte of blobs and each manifest crossed once from its upstream since this test began.
        Upstreams are stopped, so that their logs are complete."""
        for upstream, published in self.lab.published:
            requests = upstream.requests()[self._known[upstream]:]
            wanted = published.index if all_platforms else published.image
            self.assertEqual(fetched_bytes(requests, "blobs"),
                             {blob.digest: len(blob.data) for blob in wanted.blobs},
                             published.repository)
            manifests = fetches(requests, "manifests")
            by_tag = manifests.pop(published.tag, 0)
            children = wanted.images if all_platforms else (wanted,)
            self.assertEqual(by_tag + manifests.pop(published.index.manifest.digest, 0), 1,
                             f"index of {published.repository}")
            self.assertEqual(manifests, {child.manifest.digest: 1 for child in children},
                             published.repository)
