# SPDX-License-Identifier: GPL-3.0-or-later
"""A cache that speaks HTTPS: real clients pull with the certificate of an authority that they are
told of, plain and TLS stand side by side, and a certificate is replaced while it serves."""

import http.client
import shutil
import socket
import ssl
import subprocess

import clients
from certificates import Certificates
from lab import LabTest
from lanyard import config_text, request
from processes import RUN_TIMEOUT, run, wait_until


class TlsTest(LabTest):
    def start_tls(self, further=""):
        """A cache with TLS on its first port, without on its second."""
        folder = self.folder / "lanyard"
        folder.mkdir(parents=True)
        shutil.copy(self.lab.certificates.certificate, folder / "cert.pem")
        shutil.copy(self.lab.certificates.key, folder / "key.pem")
        text = config_text(self.lab, folder / "store").replace(
            'listen: [{address: "127.0.0.1:0"}]',
            f'listen: [{{address: "127.0.0.1:0", tls: {{certificate: {folder}/cert.pem, '
            f'key: {folder}/key.pem{further}}}}}, {{address: "127.0.0.1:0"}}]')
        return self.start_lanyard(text)

    def check(self, kind):
        lanyard = self.start_tls()
        self.pull_all(self.start_client(kind, lanyard.address, self.lab.certificates.ca))

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

    def test_plain_and_tls_side_by_side(self):
        lanyard = self.start_tls()
        self.assertIn(f"listening on https://{lanyard.addresses[0]}\n", lanyard.process.stdout())
        self.assertIn(f"listening on http://{lanyard.addresses[1]}\n", lanyard.process.stdout())
        self.assertEqual(request(lanyard.addresses[1], "/v2/").status, 200)
        wrong = request(lanyard.addresses[0], "/v2/")
        self.assertEqual((wrong.status, b"https://" in wrong.body), (400, True))

    def test_versions(self):
        lanyard = self.start_tls()
        for flag, status in (("-tls1_3", 0), ("-tls1_2", 0), ("-tls1_1", 1), ("-tls1", 1)):
            result = subprocess.run(
                ["openssl", "s_client", flag, "-cipher", "DEFAULT:@SECLEVEL=0", "-verify_return_error",
                 "-CAfile", self.lab.certificates.ca, "-connect", lanyard.address],
                input=b"", capture_output=True, timeout=RUN_TIMEOUT, check=False)
            self.assertEqual(result.returncode, status, flag)

    def test_a_certificate_is_replaced(self):
        lanyard = self.start_tls()
        host, port = lanyard.address.split(":")

        def shown(context):
            with socket.create_connection((host, int(port)), timeout=30) as plain:
                with context.wrap_socket(plain, server_hostname=host) as connection:
                    return connection.getpeercert(binary_form=True)

        before = shown(self.lab.certificates.client_context())
        fresh = Certificates(self.folder / "fresh")
        shutil.copy(fresh.key, self.folder / "lanyard" / "key.pem")
        shutil.copy(fresh.certificate, self.folder / "lanyard" / "cert.pem")
        anybody = ssl.create_default_context()
        anybody.check_hostname, anybody.verify_mode = False, ssl.CERT_NONE
        wait_until(lambda: shown(anybody) != before, "the new certificate is shown")
        shown(fresh.client_context())

    def test_clients_show_a_certificate(self):
        folder = self.folder / "clients"
        folder.mkdir(parents=True)

        def issue(name, issuer, extensions):
            files = [folder / f"{name}.{kind}" for kind in ("pem", "key", "csr", "ext")]
            run("openssl", "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
                "-nodes", "-subj", f"/CN={name}", "-keyout", files[1], "-out", files[2])
            files[3].write_text(extensions + "\n", encoding="ascii")
            signer = (("-signkey", files[1]) if issuer is None else
                      ("-CA", issuer[0], "-CAkey", issuer[1], "-CAcreateserial"))
            run("openssl", "x509", "-req", "-in", files[2], *signer, "-days", "2", "-extfile",
                files[3], "-out", files[0])
            return files

        root = issue("root", None, "basicConstraints=critical,CA:TRUE")
        # Another vouches for it, and it is enough.
        authority = issue("authority", root, "basicConstraints=critical,CA:TRUE")
        client = issue("client", authority, "extendedKeyUsage=clientAuth")
        stranger = issue("stranger", root, "extendedKeyUsage=clientAuth")
        lanyard = self.start_tls(f", clientCas: [{authority[0]}]")
        host, port = lanyard.address.split(":")

        def status(identity):
            context = self.lab.certificates.client_context()
            if identity:
                context.load_cert_chain(identity[0], identity[1])
            connection = http.client.HTTPSConnection(host, int(port), timeout=30, context=context)
            try:
                connection.request("GET", "/v2/")
                return connection.getresponse().status
            except (ssl.SSLError, ConnectionError) as refusal:
                return type(refusal).__name__
            finally:
                connection.close()

        self.assertEqual(status(client), 200)
        self.assertEqual(status(None), "SSLError")
        self.assertEqual(status(stranger), "SSLError")

    def test_what_is_wrong_is_told(self):
        folder = self.folder / "lanyard"
        folder.mkdir(parents=True)
        fresh = Certificates(self.folder / "fresh")
        text = config_text(self.lab, folder / "store").replace(
            'listen: [{address: "127.0.0.1:0"}]',
            f'listen: [{{address: "127.0.0.1:0", tls: {{certificate: '
            f'{self.lab.certificates.certificate}, key: {fresh.key}}}}}]')
        with self.assertRaisesRegex(AssertionError, f"{fresh.key}: this is not the key of the first"):
            self.start_lanyard(text)
