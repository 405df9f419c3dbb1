# SPDX-License-Identifier: GPL-3.0-or-later
"""A cache that asks who pulls: real clients log in and pull, others get 401 and nothing else."""

import json

import clients
from lab import LabTest
from logins import PASSWORD, USER, basic
from processes import wait_until


class UsersTest(LabTest):
    def check(self, kind, registries=("docker.io", "quay.example")):
        """It is refused, logs in, and pulls."""
        lanyard = self.start_asking()
        client = self.start_client(kind, lanyard.address)
        wanted = [published for _, published in self.lab.published
                  if published.registry in registries]
        with self.assertRaises(AssertionError):
            client.pull(*wanted[0].name)
        with self.assertRaises(AssertionError):
            client.log_in(USER, "not-this-one")
        client.log_in(USER, PASSWORD)
        for published in wanted:
            self.assertEqual(client.pull(*published.name), published.as_pulled())
        wait_until(lambda: any(f" - {USER} [" in line for line in lanyard.log_lines()),
                   "the user is in the log")
        self.assertNotIn(PASSWORD, lanyard.process.stdout() + lanyard.process.stderr())

    def test_docker(self):
        # Its mirrors get what it has for Docker Hub, so it asks by the cache's own name.
        self.check(clients.Docker, ("quay.example",))

    def test_podman(self):
        self.check(clients.Podman)

    def test_buildah(self):
        self.check(clients.Buildah)

    def test_skopeo(self):
        self.check(clients.Skopeo)

    def test_says_nothing_to_strangers(self):
        lanyard = self.start_asking()
        one = self.lab.one
        targets = ("/v2/", "/v2/_catalog", one.target("manifests", one.tag),
                   "/v2/library/nothing/manifests/1", "/elsewhere")
        self.assertEqual(lanyard.get(targets[2], Authorization=basic()).status, 200)
        answers = [lanyard.get(target, **fields) for target in targets for fields in
                   ({}, {"Authorization": "Bearer x"})]
        self.assertEqual({(answer.status, answer.body) for answer in answers},
                         {(401, answers[0].body)})
        self.assertEqual(json.loads(answers[0].body)["errors"][0]["code"], "UNAUTHORIZED")
        self.assertEqual(answers[0].headers["WWW-Authenticate"],
                         'Basic realm="The lab", charset="UTF-8"')
        self.assertEqual(lanyard.get("/v2/", "POST").status, 401)

    def test_users_may_read_what_is_private(self):
        lanyard = self.start_asking()
        one = self.lab.one
        # A proxy's address says nothing of its clients, a login does.
        answer = lanyard.get(one.target("manifests", one.tag), X_Forwarded_For="192.0.2.1",
                             Authorization=basic())
        self.assertEqual(answer.status, 200)

    def test_changes_count_at_once(self):
        lanyard = self.start_asking()

        def status(password):
            return lanyard.get("/v2/", Authorization=basic(USER, password)).status

        self.assertEqual(status(PASSWORD), 200)
        again = lanyard.command("user", "add", USER, stdin="another one")
        self.assertEqual(again.stdout, f"{USER} has another password now\n")
        self.assertEqual((status(PASSWORD), status("another one")), (401, 200))
        self.assertEqual(lanyard.command("user", "list").stdout, f"{USER}\n")
        lanyard.command("user", "remove", USER)
        self.assertEqual(status("another one"), 401)
        gone = lanyard.command("user", "remove", USER, status=1)
        self.assertIn(f"has no user '{USER}'", gone.stderr)
