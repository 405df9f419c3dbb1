# SPDX-License-Identifier: GPL-3.0-or-later
"""`lanyard export` writes what skopeo, podman, Docker and containerd read; `lanyard import` takes in
what they write, and the storage of a proxy, and none of it is pulled again."""

import json
import shutil
import unittest

from clients import Containerd, Docker, Podman, Skopeo
from lab import LabTest
from lanyard import Lanyard, command, config_text
from processes import wait_until
from upstream import Upstream


@unittest.skipUnless(shutil.which("skopeo"), "skopeo is not installed")
class ArchivesTest(LabTest):
    def setUp(self):
        super().setUp()
        # A cache whose upstreams are never there.
        self.other = self.folder / "other"
        self.other.mkdir(parents=True)
        text = config_text(self.lab, self.other / "store")
        for url in (self.lab.hub.url, self.lab.quay.url):
            text = text.replace(url, "http://127.0.0.1:1")
        (self.other / "lanyard.yml").write_text(text, encoding="utf-8")

    def ask(self, folder, *words, status=0):
        result = command(self.lab.lanyard, folder / "lanyard.yml", *words, status=status)
        return json.loads(result.stdout) if "--json" in words else result.stdout

    def prefetch(self, *published):
        """Their names, when all platforms are in the cache of a server that runs."""
        lanyard = self.start_lanyard()
        names = [f"{image.registry}/{image.repository}:{image.tag}" for image in published]
        for name in names:
            self.ask(self.folder / "lanyard", "prefetch", "--platform", "all", name)
        return lanyard, names

    def check_other(self, *published):
        """A client pulls them from the other cache."""
        lanyard = Lanyard(self.lab.lanyard, self.other,
                          (self.other / "lanyard.yml").read_text(encoding="utf-8"))
        self.addCleanup(lambda: self.assertEqual(lanyard.stop(), 0, "Lanyard's exit code"))
        skopeo = Skopeo(self.folder / "check", lanyard.address)
        for image in published:
            self.assertEqual(skopeo.pull(*image.name), image.as_pulled())
            skopeo.remove(*image.name)
            answer = lanyard.get(image.target("manifests", image.tag))
            self.assertIsNone(answer.headers["Age"], "Nobody has asked upstream about it")

    def test_from_one_cache_into_another(self):
        """By a tar file from a server that runs, and by its data folder when it has stopped; the
        other one is not there before, and then is served."""
        one, two = self.lab.one, self.lab.two
        lanyard, names = self.prefetch(one, two)
        archive = self.folder / "images.tar"
        written = self.ask(self.folder / "lanyard", "export", "--json", *names, "-o", archive)
        self.assertEqual([image["name"] for image in written["images"]], names)
        self.assertEqual([image["leftOut"] for image in written["images"]], [[], []])
        self.ask(self.folder / "lanyard", "export", names[0], "-o", archive, status=2)
        self.assertEqual(lanyard.stop(), 0)

        taken = self.ask(self.other, "import", "--json", archive)
        self.assertEqual((taken["images"], taken["importedBytes"], taken["missingBlobs"]),
                         (2, written["bytes"], 0))
        self.check_other(one, two)
        again = self.ask(self.other, "import", "--json", self.folder / "lanyard" / "store")
        self.assertEqual((again["images"], again["importedBytes"]), (2, 0))

    def test_clients_take_what_is_exported(self):
        two = self.lab.two
        _, (name,) = self.prefetch(two)
        archive = self.folder / "image.tar"
        self.ask(self.folder / "lanyard", "export", name, "--output", archive)
        folder = self.folder / "image"
        self.ask(self.folder / "lanyard", "export", name, "--output", folder)
        skopeo = Skopeo(self.folder / "skopeo", "")
        for source in (f"oci-archive:{archive}:{name}", f"oci:{folder}:{name}"):
            target = self.folder / "copied"
            skopeo.copy(source, f"dir:{target}")
            self.assertEqual((target / "manifest.json").read_bytes(), two.index.manifest.data)
            shutil.rmtree(target)
        for kind in (Docker, Podman, Containerd):
            if kind.reason_to_skip():
                continue
            client = kind(self.folder / kind.__name__, "127.0.0.1:1")
            self.addCleanup(client.close)
            self.assertEqual(client.load(archive, name),
                             (two.image.config.digest, two.image.diff_ids), kind.__name__)

    def test_what_skopeo_has_written(self):
        two = self.lab.two
        lanyard = self.start_lanyard()
        skopeo = Skopeo(self.folder / "skopeo", lanyard.address)
        source = f"docker://{skopeo.prefixed(*two.name)}"
        for target in (f"oci-archive:{self.folder}/named.tar:{'/'.join(two.name[:2])}:{two.tag}",
                       f"oci:{self.folder}/nameless"):
            skopeo.copy(source, target)
        taken = self.ask(self.other, "import", "--json", self.folder / "named.tar")
        self.assertEqual((taken["images"], taken["missingBlobs"]), (1, 0))
        nameless = self.ask(self.other, "import", self.folder / "nameless", status=1)
        self.assertIn("give it a name", nameless)
        taken = self.ask(self.other, "import", "--json", self.folder / "nameless", "--name",
                         f"{two.registry}/{two.repository}:other")
        self.assertEqual((taken["images"], taken["importedBytes"]), (1, 0))
        self.check_other(two, two._replace(tag="other"))

    def test_storage_of_a_proxy(self):
        """A real pull-through registry has both platforms of an image; its root directory is
        imported while it runs."""
        two = self.lab.two
        proxy = Upstream(self.folder / "proxy", remote=self.lab.quay.url)
        self.addCleanup(proxy.stop)
        skopeo = Skopeo(self.folder / "skopeo", "")
        skopeo.copy(f"docker://127.0.0.1:{proxy.port}/{two.repository}:{two.tag}",
                    f"dir:{self.folder}/pulled")
        # It stores beside its answers.
        wait_until(lambda: all(proxy.has_stored(two.repository, blob) for blob in two.index.blobs),
                   "the proxy has stored all")
        taken = self.ask(self.other, "import", "--json", proxy.storage, "--registry", two.registry)
        contents = {content.digest: len(content.data) for content in
                    (two.index.manifest, *(image.manifest for image in two.index.images),
                     *two.index.blobs)}
        self.assertEqual(taken["refused"], [])
        self.assertEqual((taken["images"], taken["importedBytes"], taken["missingBlobs"]),
                         (1, sum(contents.values()), 0))
        self.check_other(two)
