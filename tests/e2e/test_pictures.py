# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page of the real window while real clients pull, in languages and palettes where pictures are
wanted: what is shown is pulled, granted and refused by real registries."""

import threading

import images
from clients import ARCHITECTURE, Buildah, Containerd, Podman, Skopeo
from display import DisplayTest
from images import DOCKER, OCI
from lab import Published
from lanyard import free_port, request
from meteredregistry import MeteredRegistry
from processes import wait_until

PAGES = ("overview", "requests", "images", "upstreams", "clients", "computer", "settings")

MIB = 1024 * 1024
PUBLISHED = tuple(
    Published(registry, repository, tag, images.make_index(types, f"{repository}:{tag}", sizes))
    for registry, repository, tag, types, sizes in (
        ("docker.io", "library/alpine", "3.19", DOCKER, (3 * MIB,)),
        ("docker.io", "library/alpine", "3.20", DOCKER, (3 * MIB + 70_000,)),
        ("docker.io", "library/nginx", "1.27", OCI, (5 * MIB, 700_000, 1_000)),
        ("docker.io", "library/postgres", "16", OCI, (5 * MIB, 4 * MIB, 90_000, 1_000)),
        ("quay.io", "prometheus/node-exporter", "v1.8.2", DOCKER, (800_000, 2 * MIB)),
        ("quay.io", "team/builder", "latest", OCI, (9 * MIB, 300_000)),
    ))
# Is still on its way when the pictures are taken.
LARGE = Published("docker.io", "library/golang", "1.23",
                  images.make_index(OCI, "golang", (24 * MIB,), architectures=(ARCHITECTURE,)))

CONFIG = """\
version: 1
listen: [{{address: "127.0.0.1:{port}"}}]
storage: {{directory: {folder}}}
upstreams:
  - registry: docker.io
    url: {hub}
  - registry: quay.io
    url: {quay}
access: {{allow: [private]}}
"""


class QuayContainerd(Containerd):
    registries = ("docker.io", "quay.io")


class PicturesTest(DisplayTest):
    def setUp(self):
        super().setUp()
        for published in (*PUBLISHED, LARGE):
            self.lab.quay.push(published.repository, published.tag, published.index)

    def start_registry(self, **kind):
        registry = MeteredRegistry(self.lab.quay, **kind)
        self.addCleanup(registry.stop)
        return registry

    def test_shows_every_page(self):
        self.start_tray()
        self.show("en_GB", False, Skopeo, Podman)
        if self.screenshots:
            self.show("de_DE", False, Skopeo, Podman)
            self.show("en_GB", True, Skopeo, Buildah)
            self.show("de_DE", True, Skopeo, QuayContainerd)

    def show(self, language, is_dark, *clients):
        """From the first start on a computer of its own."""
        suffix = ("-de" if language == "de_DE" else "") + ("-dark" if is_dark else "")
        home = self.folder / f"home{suffix}"
        self.environment |= {"LANG": f"{language}.UTF-8", "HOME": str(home)}
        self.choose_palette(home, is_dark)
        port = free_port()
        config = home / "lanyard.yml"
        slow = tuple(layer.digest for layer in LARGE.image.layers)
        hub = self.start_registry(limit=100, remaining=63, slow=slow)
        quay = self.start_registry(limit=500, remaining=38)
        config.write_text(CONFIG.format(port=port, folder=home / "store", hub=hub.url,
                                        quay=quay.url), encoding="utf-8")
        desktop, (window,), address = self.show_desktop(config, port)
        self.take_screenshot(f"first-start{suffix}.png", window, pause=2)
        self.pull(address, home, clients)
        large = threading.Thread(target=self.fetch_large, args=(address,))
        large.start()
        wait_until(hub.dripping.is_set, "the large blob is on its way")
        self.visit_pages(desktop, window, address, suffix)
        hub.release()
        large.join()
        desktop.signal()
        self.assertEqual(desktop.wait(), 0, desktop.stderr())

    def pull(self, address, home, kinds):
        for kind in kinds:
            if reason := kind.reason_to_skip():
                self.skipTest(reason)
            client = kind(home / kind.__name__, address)
            try:
                for published in PUBLISHED:
                    self.assertEqual(client.pull(*published.name), published.as_pulled())
            finally:
                client.close()
        # Of a registry that is no upstream: the client would go there itself.
        self.assertEqual(request(address, "/v2/none.example/a/manifests/1").status, 404)

    def fetch_large(self, address):
        for kind, content in (("manifests", LARGE.index.manifest),
                              ("manifests", LARGE.image.manifest),
                              ("blobs", LARGE.image.layers[0])):
            reference = LARGE.tag if content == LARGE.index.manifest else content.digest
            request(address, LARGE.target(kind, reference), User_Agent="docker/27.3.1")

    def visit_pages(self, desktop, window, address, suffix):
        for number, page in enumerate(PAGES, 1):
            self.press(window, f"ctrl+{number}")
            if page == "requests":
                self.press(window, "ctrl+g", "ctrl+d", "ctrl+f", *["Tab"] * 9, "End", "Up")
            if page == "images":
                self.press(window, "ctrl+f", "Tab", "Tab", "Tab", "Home", "asterisk", "Down", "Down")
            self.assertTrue(self.answers(address))
            self.take_screenshot(f"{page}{suffix}.png", window, pause=2)
        self.assertEqual(desktop.stderr(), "")

    def choose_palette(self, home, is_dark):
        """That of a desktop which is set so (needs qt6ct), with the same letters for both."""
        home.mkdir()
        if not is_dark:
            self.environment.pop("QT_QPA_PLATFORMTHEME", None)
            return
        settings = home / ".config" / "qt6ct" / "qt6ct.conf"
        settings.parent.mkdir(parents=True)
        settings.write_text("[Appearance]\ncustom_palette=true\nstyle=Fusion\n"
                            "color_scheme_path=/usr/share/qt6ct/colors/darker.conf\n"
                            "[Fonts]\n"
                            'general="Sans Serif,9,-1,5,400,0,0,0,0,0,0,0,0,0,0,1"\n'
                            'fixed="Monospace,9,-1,5,400,0,0,0,0,0,0,0,0,0,0,1"\n',
                            encoding="utf-8")
        self.environment["QT_QPA_PLATFORMTHEME"] = "qt6ct"
