# SPDX-License-Identifier: GPL-3.0-or-later
"""A cache with a certificate of its own authority: real clients that trust what `lanyard ca export`
writes log in and pull, and the certificate follows the names and addresses of the computer."""

import json
import os
import shutil
import subprocess

import clients
from lab import LabTest
from lanyard import config_text, lan_address
from logins import PASSWORD, USER
from processes import RUN_TIMEOUT, run, wait_until

NOTICE_TIMEOUT = 25  # looks come twice a minute, notices of the system at once


class LocalCaTest(LabTest):
    def text(self, options="true"):
        """A configuration with the local CA on this computer's address."""
        host = lan_address()
        return config_text(self.lab, self.folder / "lanyard" / "store").replace(
            'address: "127.0.0.1:0"', f'address: "{host}:0", tls: {{localCa: {options}}}').replace(
            "allow: [private]", f"allow: [private, {host}]")

    def exported(self, lanyard, name="ca.crt"):
        path = self.folder / name
        lanyard.command("ca", "export", path)
        return path

    def check(self, kind, registries=("docker.io", "quay.example")):
        """It trusts the authority, logs in, and pulls."""
        lanyard = self.start_asking(self.text())
        self.assertIn("listening on https://", lanyard.process.stdout())
        wanted = [published for _, published in self.lab.published
                  if published.registry in registries]
        client = self.start_client(kind, lanyard.address, self.exported(lanyard))
        with self.assertRaises(AssertionError):
            client.pull(*wanted[0].name)
        client.log_in(USER, PASSWORD)
        for published in wanted:
            self.assertEqual(client.pull(*published.name), published.as_pulled())
        wait_until(lambda: any(f" - {USER} [" in line for line in lanyard.log_lines()),
                   "the user is in the log")

    def test_docker(self):
        # Its mirrors get what it has for Docker Hub, so it asks by the cache's own name.
        self.check(clients.Docker, ("quay.example",))

    def test_podman(self):
        self.check(clients.Podman)

    def test_buildah(self):
        self.check(clients.Buildah)

    def test_skopeo(self):
        self.check(clients.Skopeo)

    def test_containerd(self):
        self.check(clients.Containerd)

    def test_strangers_are_refused(self):
        """A client that trusts others only does not pull."""
        lanyard = self.start_lanyard(self.text())
        client = self.start_client(clients.Skopeo, lanyard.address, self.lab.certificates.ca)
        with self.assertRaisesRegex(AssertionError, "certificate signed by unknown authority"):
            client.pull(*self.lab.two.name)

    def accepts(self, lanyard, authority, name):
        """Whether OpenSSL takes the certificate for that name or address."""
        kind = "-verify_hostname" if name[-1].isalpha() and ":" not in name else "-verify_ip"
        return subprocess.run(
            ["openssl", "s_client", "-verify_return_error", "-CAfile", authority, kind, name,
             "-connect", lanyard.address],
            input=b"", capture_output=True, timeout=RUN_TIMEOUT, check=False).returncode == 0

    def test_names(self):
        lanyard = self.start_lanyard(self.text("{names: [Cache.lan, 192.0.2.77, fd00::77]}"))
        authority = self.exported(lanyard)
        names = json.loads(lanyard.command("ca", "show", "--json").stdout)["server"]["names"]
        self.assertLessEqual({"cache.lan", "192.0.2.77", "fd00::77", "localhost", "127.0.0.1",
                              lan_address()}, set(names))
        for name in names:
            self.assertTrue(self.accepts(lanyard, authority, name), name)
        for name in ("elsewhere.lan", "sub.cache.lan", "192.0.2.78", "fd00::78"):
            self.assertFalse(self.accepts(lanyard, authority, name), name)

    def test_only_its_user_has_the_keys(self):
        lanyard = self.start_lanyard(self.text())
        folder = self.folder / "lanyard" / "store" / "ca"
        self.assertEqual(folder.stat().st_mode & 0o777, 0o700)
        for key in ("ca.key", "server.key"):
            self.assertEqual((folder / key).stat().st_mode & 0o777, 0o600)
            self.assertNotIn((folder / key).read_text(encoding="ascii").splitlines()[1],
                             lanyard.process.stdout() + lanyard.process.stderr())

    def test_an_address_comes(self):
        if os.geteuid() != 0 or not shutil.which("ip"):
            self.skipTest("adding an address needs root and iproute2")
        lanyard = self.start_lanyard(self.text())
        authority = self.exported(lanyard)
        # The loopback interface answers to it in any case, but does not have it.
        address = "127.99.88.77"
        self.assertFalse(self.accepts(lanyard, authority, address))
        run("ip", "address", "add", f"{address}/32", "dev", "lo")
        self.addCleanup(run, "ip", "address", "del", f"{address}/32", "dev", "lo")
        wait_until(lambda: self.accepts(lanyard, authority, address),
                   "the certificate has the new address", NOTICE_TIMEOUT)
        self.assertTrue(self.accepts(lanyard, authority, lan_address()))

    def test_the_authority_is_replaced(self):
        lanyard = self.start_lanyard(self.text())
        before = self.exported(lanyard)
        replaced = lanyard.command("ca", "create", "--force")
        self.assertIn("All clients have to trust this one", replaced.stdout)
        after = self.exported(lanyard, "next.crt")
        wait_until(lambda: self.accepts(lanyard, after, "localhost"), "the next authority counts")
        self.assertFalse(self.accepts(lanyard, before, "localhost"))

    def test_a_restart_changes_nothing(self):
        lanyard = self.start_lanyard(self.text())
        shown = lanyard.command("ca", "show").stdout
        lanyard.stop()
        self.assertEqual(lanyard.command("ca", "show").stdout, shown)
        again = self.start_lanyard(self.text())
        self.assertEqual(again.command("ca", "show").stdout, shown)

    def test_a_damaged_authority_is_told(self):
        lanyard = self.start_lanyard(self.text())
        lanyard.stop()
        key = self.folder / "lanyard" / "store" / "ca" / "ca.key"
        key.write_text("no key", encoding="ascii")
        with self.assertRaisesRegex(AssertionError, f"{key}: there is no private key in it"):
            self.start_lanyard(self.text())
        self.assertEqual(key.read_text(encoding="ascii"), "no key")
