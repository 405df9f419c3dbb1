# SPDX-License-Identifier: GPL-3.0-or-later
"""A cache whose certificate is issued by ACME: the real lego and a real authority, by every
challenge, and what is said when that cannot be."""

import contextlib
import os
import shutil
import socket
import ssl

import acme
from acme import HOSTS, PUBLIC, Authority, HttpRequests, in_own_network, wait_for_stderr
from lab import LabTest
from lanyard import request

ISSUED = f"The certificate for {HOSTS[0]} and 1 more has been issued"
OUT_OF_LUCK = "badNonce"
TRIES = 6


class AcmeTest(LabTest):
    def setUp(self):
        super().setUp()
        if reason := acme.reason_to_skip():
            self.skipTest(reason)

    @contextlib.contextmanager
    def authority(self, refused_nonces=0):
        self.folder.mkdir(parents=True, exist_ok=True)
        authority = Authority(self.folder, refused_nonces)
        try:
            yield authority
        finally:
            authority.close()

    def start(self, authority, further, address="127.0.0.1:0", environment=None):
        """A cache with TLS at that address; ended with the test."""
        text = f"""\
version: 1
listen:
  - address: "{address}"
    tls:
      acme:
        hosts: [{", ".join(HOSTS)}]
        directoryUrl: {authority.directory}
        directoryCa: {authority.certificates.ca}
        {further}
storage: {{directory: {self.folder}/store}}
"""
        return self.start_lanyard(text, environment=environment)

    def shown(self, authority, address, name=HOSTS[1]):
        """The certificate that a client sees who trusts that authority alone."""
        context = ssl.create_default_context(cadata=authority.root())
        host, port = address.split(":")
        with socket.create_connection((host, int(port)), timeout=30) as plain:
            with context.wrap_socket(plain, server_hostname=name) as connection:
                return connection.getpeercert(binary_form=True)

    def start_and_get(self, authority, further):
        """Starts until a certificate has come. Lego gives up when too many nonces in a row are
        refused, and the next order would be an hour later."""
        for _ in range(TRIES):
            lanyard = self.start(authority, further)
            wait_for_stderr(lanyard, ISSUED, OUT_OF_LUCK)
            if ISSUED in lanyard.process.stderr():
                return lanyard
            self.assertEqual(lanyard.stop(), 0)
            shutil.rmtree(self.folder / "store" / "acme")
        return self.fail(f"no certificate in {TRIES} orders")

    def check(self, further, prepare=None):
        """Gets a certificate in that way, although half of all nonces are refused."""
        def scenario():
            with self.authority(refused_nonces=50) as authority:
                text = further
                if prepare:
                    text = prepare(authority)
                lanyard = self.start_and_get(authority, text)
                acme.wait_until(lambda: self.serves(authority, lanyard), "it is shown")
                self.assertEqual(lanyard.stop(), 0)
        in_own_network(self.folder, scenario)

    def serves(self, authority, lanyard):
        try:
            return bool(self.shown(authority, lanyard.address))
        except OSError:
            return False

    def test_http_01(self):
        self.check("challenge: http-01")

    def test_tls_alpn_01(self):
        self.check("challenge: tls-alpn-01")

    def test_dns_01_by_a_program(self):
        def prepare(_):
            hook = self.folder / "hook"
            hook.write_text("""#!/usr/bin/env python3
import json, sys, urllib.request
verb = {"present": "set-txt", "cleanup": "clear-txt"}[sys.argv[1]]
body = json.dumps({"host": sys.argv[2], "value": sys.argv[3]}).encode()
urllib.request.urlopen(f"http://127.0.0.1:8055/{verb}", body, timeout=60)
""", encoding="ascii")
            hook.chmod(0o755)
            return (f"challenge: dns-01\n        dnsProvider: exec\n        "
                    f"dnsSettings: {{EXEC_PATH: {hook}, EXEC_SEQUENCE_INTERVAL: 1}}\n        "
                    f'dnsResolvers: ["127.0.0.1:53"]')
        self.check(None, prepare)

    def test_dns_01_by_a_service(self):
        services = []

        def prepare(authority):
            services.append(HttpRequests(authority))
            secret = self.folder / "secret"
            secret.write_text(HttpRequests.PASSWORD + "\n", encoding="ascii")
            return (f"challenge: dns-01\n        dnsProvider: httpreq\n        dnsSettings: "
                    f"{{HTTPREQ_ENDPOINT: '{services[0].url}', "
                    f"HTTPREQ_USERNAME: {HttpRequests.USER}, "
                    f"HTTPREQ_PASSWORD: {{file: {secret}}}}}\n        "
                    f'dnsResolvers: ["127.0.0.1:53"]')
        try:
            self.check(None, prepare)
            self.assertTrue(services[0].logins)
            self.assertTrue(all(login.startswith("Basic ") for login in services[0].logins))
        finally:
            for service in services:
                service.close()

    def test_tls_alpn_01_at_the_port_of_the_cache(self):
        """Those who ask come from anywhere; the others who do are not served meanwhile."""
        def scenario():
            with self.authority() as authority:
                lanyard = self.start(authority, "", "0.0.0.0:443")
                wait_for_stderr(lanyard, ISSUED)
                acme.wait_until(lambda: self.serves(authority, lanyard), "it is shown")
                self.assertNotIn("cannot be had", lanyard.process.stderr())
                # This one comes from that address.
                self.assertRaises((OSError, ssl.SSLError), self.shown, authority, f"{PUBLIC}:443")
                self.assertEqual(lanyard.stop(), 0)
        in_own_network(self.folder, scenario)

    def test_http_01_at_the_port_of_the_cache(self):
        def scenario():
            with self.authority() as authority:
                with self.assertRaisesRegex(AssertionError, "in the way of 0.0.0.0:80 of listen"):
                    self.start(authority, "challenge: http-01", "0.0.0.0:80")
        in_own_network(self.folder, scenario)

    def test_registry_2(self):
        def scenario():
            with self.authority() as authority:
                cache = self.folder / "letsencrypt"
                text = f"""\
version: 0.1
storage: {{filesystem: {{rootdirectory: {self.folder}/registry}}}}
proxy: {{remoteurl: "https://registry-1.docker.io"}}
http:
  addr: 127.0.0.1:0
  tls:
    letsencrypt:
      cachefile: {cache}
      email: me@example.test
      hosts: [{HOSTS[0]}, {HOSTS[1]}]
      directoryurl: {authority.directory}
      directoryca: {authority.certificates.ca}
"""
                lanyard = self.start_lanyard(text)
                wait_for_stderr(lanyard, ISSUED)
                acme.wait_until(lambda: self.serves(authority, lanyard), "it is shown")
                self.assertTrue((cache / "lanyard" / HOSTS[0] / "identity.pem").exists())
                self.assertEqual(lanyard.stop(), 0)
        in_own_network(self.folder, scenario)

    def test_plain_until_there_is_one(self):
        def scenario():
            with self.authority() as authority:
                authority.stop()
                lanyard = self.start(authority, "plainMeanwhile: true")
                wait_for_stderr(lanyard, "directoryUrl cannot be reached from here")
                self.assertIn("Until then its port speaks plain HTTP.", lanyard.process.stderr())
                self.assertEqual(request(lanyard.address, "/v2/").status, 200)
                self.assertEqual(lanyard.stop(), 0)
        in_own_network(self.folder, scenario)

    def test_closed_until_there_is_one(self):
        def scenario():
            with self.authority() as authority:
                authority.stop()
                lanyard = self.start(authority, "")
                wait_for_stderr(lanyard, "directoryUrl cannot be reached from here")
                self.assertIn("acme.plainMeanwhile: true", lanyard.process.stderr())
                self.assertRaises(OSError, request, lanyard.address, "/v2/")
                self.assertEqual(lanyard.stop(), 0)
                # A restart asks for nothing more within the hour.
                authority.start()
                again = self.start(authority, "")
                wait_for_stderr(again, "as orders have to be apart")
                self.assertEqual(again.stop(), 0)
        in_own_network(self.folder, scenario)

    def test_without_lego(self):
        def scenario():
            with self.authority() as authority:
                programs = self.folder / "programs"
                programs.mkdir()
                # By which the test itself starts it.
                (programs / "setpriv").symlink_to(shutil.which("setpriv"))
                lanyard = self.start(authority, "",
                                     environment=os.environ | {"PATH": str(programs)})
                wait_for_stderr(lanyard, "is not installed: apt-get install lego")
                self.assertEqual(lanyard.stop(), 0)
        in_own_network(self.folder, scenario)
