# SPDX-License-Identifier: GPL-3.0-or-later
"""Passwords of registries: `lanyard login` and `logout` against real registries with a token service
and with htpasswd, and no secret in anything that Lanyard writes or says."""

import base64
import json
import pathlib
import shutil
import unittest
import urllib.parse

import images
from clients import Skopeo
from lab import LabTest, Published
from lanyard import command, config_text
from processes import wait_until
from upstream import Upstream

HTPASSWD = ("robot$team", "pass: word/\u00e4\u00f6")


def spellings(secret):
    """The forms in which a secret could be written somewhere."""
    plain = secret.encode()
    return {plain, base64.b64encode(plain).rstrip(b"="), urllib.parse.quote(secret).encode(),
            json.dumps(secret)[1:-1].encode()}


@unittest.skipUnless(shutil.which("skopeo"), "skopeo is not installed")
class CredentialsTest(LabTest):
    def setUp(self):
        super().setUp()
        self.said = b""  # by all commands

    def lanyard(self, *words, password="", status=0):
        """What `lanyard WORDS...` prints beside the server, to both of its streams."""
        result = command(self.lab.lanyard, self.folder / "lanyard/lanyard.yml", *words,
                         stdin=password, status=status)
        self.said += (result.stdout + result.stderr).encode()
        return result.stdout + result.stderr

    def text_without_password(self, further=""):
        return config_text(self.lab, self.folder / "lanyard" / "store",
                           with_password=False) + further

    def start_private(self):
        """A registry that wants a password, and an image in it."""
        registry = Upstream(self.folder / "private", htpasswd=HTPASSWD)
        self.addCleanup(registry.stop)
        published = Published("private.example", "team/secret", "1",
                              images.make_index(images.OCI, "private", (1_000, 200_000)))
        registry.push(published.repository, published.tag, published.index)
        return registry, published

    def test_login_with_a_token_service(self):
        lanyard = self.start_lanyard(self.text_without_password())
        skopeo = Skopeo(self.folder / "client", lanyard.address)
        one = self.lab.one
        self.assertEqual(lanyard.get(one.target("manifests", one.tag)).status, 404)
        told = self.lanyard("login", "docker.io", "-u", self.lab.username,
                            password="not-this-one", status=1)
        self.assertIn(f"the token service of docker.io refuses the credential of "
                      f"{self.lab.username}: unknown user or wrong password", told)
        self.lanyard("login", "docker.io", "-u", self.lab.username, "--password-stdin",
                     password=self.lab.password + "\n")
        self.assertEqual(skopeo.pull(*one.name), one.as_pulled())
        self.assertIn("the credentials are right", self.lanyard("upstreams", "test", "docker.io"))
        self.lanyard("logout", "docker.io")
        # Its tags are asked for at every request, and are nobody's business any more.
        self.assertEqual(lanyard.get(one.target("manifests", one.tag)).status, 404)

    def test_login_with_htpasswd(self):
        registry, private = self.start_private()
        lanyard = self.start_lanyard(self.text_without_password())
        self.lanyard("upstreams", "add", private.registry, "--url", registry.url)
        self.assertIn("refuses the credential of robot$team",
                      self.lanyard("login", private.registry, "-u", HTPASSWD[0],
                                   password="not-this-one", status=1))
        self.lanyard("login", private.registry, "-u", HTPASSWD[0], password=HTPASSWD[1])
        skopeo = Skopeo(self.folder / "client", lanyard.address)
        self.assertEqual(skopeo.pull(*private.name), private.as_pulled())

    def test_private_images_are_for_trusted_clients(self):
        lanyard = self.start_lanyard()
        skopeo = Skopeo(self.folder / "client", lanyard.address)
        one, two = self.lab.one, self.lab.two
        for published in (one, two):
            self.assertEqual(skopeo.pull(*published.name), published.as_pulled())
        wait_until(lambda: {(image["registry"], image["visibility"]) for image in json.loads(
            self.lanyard("images", "--json"))["images"]} ==
            {(one.registry, "private"), (two.registry, "public")}, "it is found out")
        rows = [line.split() for line in self.lanyard("images").splitlines()[1:]]
        self.assertEqual([(row[0], row[6]) for row in rows],
                         [(f"{one.registry}/{one.repository}", "yes"),
                          (f"{two.registry}/{two.repository}", "no")])
        for published, status in ((one, 404), (two, 200)):
            for kind, reference in (("manifests", published.tag),
                                    ("manifests", published.image.manifest.digest),
                                    ("blobs", published.image.layers[0].digest)):
                self.assertEqual(lanyard.get(published.target(kind, reference),
                                             X_Forwarded_For="192.0.2.1").status, status)

    def test_no_secret_is_written_or_said(self):
        stray = "stray-secret-of-a-client"
        wrong = "wrong-secret-of-a-user"
        debug = 'debug: {address: "127.0.0.1:0"}\n'
        registry, private = self.start_private()
        lanyard = self.start_lanyard(self.text_without_password(debug), "--log-format", "json")
        self.lanyard("upstreams", "add", private.registry, "--url", registry.url)
        for name, user, password in (("docker.io", self.lab.username, self.lab.password),
                                     (f"{private.registry}/team", *HTPASSWD)):
            self.lanyard("login", name, "-u", user, password=wrong, status=1)
            self.lanyard("login", name, "-u", user, password=password)
        pair = base64.b64encode(f"{self.lab.username}:{stray}".encode()).decode()
        for published in (self.lab.one, private):
            for reference in (published.tag, published.image.manifest.digest):
                answer = lanyard.get(published.target("manifests", reference),
                                     Authorization=f"Basic {pair}")
                self.assertEqual(answer.status, 200)
            for blob in published.image.blobs:
                lanyard.get(published.target("blobs", blob.digest), Authorization=f"Bearer {stray}")
        self.lanyard("login", private.registry, "-u", "nobody", "--no-check", password=wrong)
        lanyard.get(f"/v2/{private.registry}/other/app/manifests/1")
        for words in (("upstreams",), ("upstreams", "--json"), ("upstreams", "test", "docker.io"),
                      ("credentials",), ("credentials", "--json"), ("status", "--json"),
                      ("images", "--json")):
            self.lanyard(*words)
        name = f"{private.registry}/{private.repository}:{private.tag}"
        wait_until(lambda: any(platform["complete"] for platform in json.loads(
            self.lanyard("inspect", "--json", name))["platforms"]), "the image is stored")
        self.lanyard("prefetch", name)
        self.lanyard("export", name, "--output", self.folder / "lanyard" / "image.tar")
        self.lanyard("logout", private.registry)
        lanyard.stop()

        secrets = {secret: spellings(secret) for secret in
                   (self.lab.password, HTPASSWD[1], stray, wrong)}
        kept = self.folder / "lanyard" / "store" / "credentials.json"
        self.assertEqual(kept.stat().st_mode & 0o777, 0o600)
        self.assertNotIn(wrong, kept.read_text(encoding="utf-8"))
        self.assertIn(self.lab.password, kept.read_text(encoding="utf-8"))
        for path in sorted(pathlib.Path(self.folder / "lanyard").rglob("*")):
            if path.is_file() and path != kept:
                self.assert_has_none(path.read_bytes(), secrets, path)
        self.assert_has_none(self.said, secrets, "what commands say")

    def assert_has_none(self, data, secrets, place):
        for secret, forms in secrets.items():
            for form in forms:
                self.assertNotIn(form, data, f"{secret!r} is in {place}")
