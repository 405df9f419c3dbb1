# SPDX-License-Identifier: GPL-3.0-or-later
"""`lanyard images`, `inspect` and `status` tell what is in the cache, `prefetch` and `refresh` fetch
into it: the same while a server runs and when none does."""

import json
import shutil
import signal
import stat
import unittest

from clients import ARCHITECTURE, Skopeo
from images import sha256
from lab import LabTest
from lanyard import Lanyard, command, config_text
from processes import wait_until


@unittest.skipUnless(shutil.which("skopeo"), "skopeo is not installed")
class ImagesTest(LabTest):
    def ask(self, *words, status=0):
        """What `lanyard WORDS...` prints on the folder of the server's configuration."""
        return self.lanyard(*words, status=status).stdout

    def lanyard(self, *words, status):
        config = self.folder / "lanyard" / "lanyard.yml"
        return command(self.lab.lanyard, config, *words, status=status)

    def inspect(self, name):
        return json.loads(self.ask("inspect", "--json", name))

    def listed(self):
        """How many images the cache has."""
        return len(json.loads(self.ask("images", "--json"))["images"])

    def pull_both(self):
        """All platforms of one image; of the other the manifests only, and one layer."""
        lanyard = self.start_lanyard()
        one, two = self.lab.one, self.lab.two
        skopeo = Skopeo(self.folder / "client", lanyard.address)
        skopeo.pull(*two.name)
        for target in (one.target("manifests", one.tag),
                       one.target("manifests", one.image.manifest.digest),
                       one.target("blobs", one.image.layers[0].digest)):
            self.assertEqual(lanyard.get(target).status, 200)
        # A client has the last byte before the disk does.
        wait_until(lambda: self.listed() == 2, "both images are stored")
        wait_until(lambda: self.inspect(f"{two.registry}/{two.repository}")["complete"] and
                   any(len(platform["missing"]) == len(one.image.layers)
                       for platform in self.inspect(f"lanyard-e2e-one:{one.tag}")["platforms"]),
                   "what was pulled is stored")
        return lanyard

    def check_list(self):
        lines = self.ask("images").splitlines()
        self.assertEqual(lines[0].split(),
                         ["REPOSITORY", "TAG", "DIGEST", "SIZE", "STORED", "COMPLETE", "PRIVATE",
                          "USED"])
        rows = {tuple(line.split()[:3]): line.split()[5] for line in lines[1:]}
        self.assertEqual(rows, {
            (f"{image.registry}/{image.repository}", image.tag,
             image.index.manifest.digest[7:19]): complete
            for image, complete in ((self.lab.one, "no"), (self.lab.two, "yes"))})
        images = json.loads(self.ask("images", "--json"))["images"]
        self.assertEqual(
            [(image["registry"], image["repository"], image["tag"]) for image in images],
            [self.lab.one.name, self.lab.two.name])
        self.assertTrue(all(image["lastUsedAt"] for image in images))
        self.assertEqual(len(json.loads(self.ask("images", "e2e-two", "--json"))["images"]), 1)

    def check_details(self):
        two = self.lab.two
        image = self.inspect(f"{two.registry}/{two.repository}")
        self.assertEqual((image["digest"], image["complete"], image["tags"]),
                         (two.index.manifest.digest, True, [two.tag]))
        contents = {content.digest: len(content.data) for content in
                    (two.index.manifest, *(image.manifest for image in two.index.images),
                     *two.index.blobs)}
        self.assertEqual(image["totalBytes"], sum(contents.values()))
        self.assertEqual(image["storedBytes"], image["totalBytes"])
        self.assertTrue(all(platform["complete"] for platform in image["platforms"]))

        # The default registry, and "library/", need not be said.
        one = self.lab.one
        image = self.inspect(f"lanyard-e2e-one:{one.tag}")
        platforms = {platform["architecture"]: platform for platform in image["platforms"]}
        pulled = platforms.pop(ARCHITECTURE)
        self.assertEqual([layer["stored"] for layer in pulled["layers"]],
                         [True, False, False, False])
        self.assertEqual(set(pulled["missing"]),
                         {blob.digest for blob in (one.image.config, *one.image.layers[1:])})
        self.assertFalse(any(platform["manifest"]["stored"] for platform in platforms.values()))

    def test_what_was_pulled_is_there(self):
        lanyard = self.pull_both()
        socket = self.folder / "lanyard" / "store" / "lanyard.sock"
        self.assertEqual(stat.S_IMODE(socket.stat().st_mode), 0o600)
        self.check_list()
        self.check_details()
        self.assertIn(lanyard.address, self.ask("status"))
        self.ask("inspect", "never-pulled", status=1)

        self.assertEqual(lanyard.stop(), 0)
        self.assertFalse(socket.exists())
        self.check_list()
        self.check_details()
        self.ask("status", status=3)
        self.ask("inspect", "never-pulled", status=1)

    def fetch(self, *words, status=0):
        result = self.lanyard(*words, status=status)
        return json.loads(result.stdout) if "--json" in words else result.stderr

    def test_prefetched_images_need_no_registry(self):
        """One while the server runs, one when it does not; then both are pulled without upstreams."""
        lanyard = self.start_lanyard()
        one, two = self.lab.one, self.lab.two
        fetched = self.fetch("prefetch", "--json", f"lanyard-e2e-one:{one.tag}")
        self.assertEqual((fetched["digest"], fetched["platforms"]),
                         (one.index.manifest.digest, [f"linux/{ARCHITECTURE}"]))
        self.assertEqual(fetched["fetchedBytes"], sum(len(blob.data) for blob in one.image.blobs))
        self.assertEqual(lanyard.stop(), 0)
        fetched = self.fetch("prefetch", "--json", "--platform", "all",
                             f"{two.registry}/{two.repository}")
        self.assertEqual(len(fetched["platforms"]), len(two.index.images))
        self.assertIn("none", self.fetch("prefetch", "--platform", "linux/none",
                                         f"{two.registry}/{two.repository}", status=1))
        refreshed = self.fetch("refresh", "--json", f"{two.registry}/{two.repository}")
        self.assertEqual((refreshed["digest"], refreshed["changed"]),
                         (two.index.manifest.digest, False))
        self.stop_upstreams()
        for image in (one.name, two.name):
            self.assertTrue(self.inspect(f"{image[0]}/{image[1]}:{image[2]}")["complete"])
        self.assertIn("refresh", self.fetch("refresh", f"{two.registry}/{two.repository}", status=1))
        lanyard = self.start_lanyard()
        skopeo = Skopeo(self.folder / "client", lanyard.address)
        self.assertEqual(skopeo.pull(*two.name), two.as_pulled())
        for blob in one.image.blobs:
            answer = lanyard.get(one.target("blobs", blob.digest))
            self.assertEqual((answer.status, sha256(answer.body)), (200, blob.digest))

    def names(self):
        return [image["name"] for image in json.loads(self.ask("images", "--json"))["images"]]

    def test_what_is_purged_is_pulled_anew(self):
        """With the server running, and at the end without it."""
        lanyard = self.pull_both()
        two = self.lab.two
        pinned = self.inspect(f"lanyard-e2e-one:{self.lab.one.tag}")["name"]
        purged = self.inspect(f"{two.registry}/{two.repository}:{two.tag}")["name"]
        self.assertIn("is pinned", self.ask("pin", pinned))
        gone = json.loads(self.ask("purge", "--json", purged))
        self.assertEqual([image["name"] for image in gone["images"]], [purged])
        self.assertGreater(gone["freedBytes"], sum(len(blob.data) for blob in two.index.blobs) - 1)
        self.assertEqual(self.names(), [pinned])

        skopeo = Skopeo(self.folder / "again", lanyard.address)
        self.assertEqual(skopeo.pull(*two.name), two.as_pulled())
        wait_until(lambda: self.inspect(purged)["complete"], "what was pulled is stored")
        self.assertIn(f"{pinned} stays: it is pinned", self.ask("prune", "--free", "1TB"))
        self.assertEqual(self.names(), [pinned])

        self.assertEqual(lanyard.stop(), 0)
        self.ask("purge", pinned, status=1)
        self.ask("purge", "--all", "--pinned")
        self.assertEqual(self.names(), [])
        blobs = self.folder / "lanyard" / "store" / "blobs"
        self.assertEqual([path for path in blobs.rglob("*") if path.is_file()], [])

    def test_a_killed_server_leaves_no_riddle(self):
        folder = self.folder / "lanyard"
        lanyard = Lanyard(self.lab.lanyard, folder, config_text(self.lab, folder / "store"))
        lanyard.process.signal(signal.SIGKILL)
        lanyard.process.wait()
        socket = folder / "store" / "lanyard.sock"
        self.assertTrue(socket.exists())
        self.ask("status", status=3)
        self.ask("images")
        self.assertFalse(socket.exists())
