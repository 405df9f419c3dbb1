# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a server listens changes with its configuration file, and a port that is taken is told with
the program that has it."""

import clients
from lab import LabTest
from lanyard import config_text, free_port, request
from processes import run, wait_until


class ListenersTest(LabTest):
    def config(self, *listen):
        text = config_text(self.lab, self.folder / "lanyard" / "store")
        return text.replace('listen: [{address: "127.0.0.1:0"}]', f"listen: [{', '.join(listen)}]")

    def test_a_taken_port_is_told_with_its_program(self):
        port = self.lab.quay.port
        self.folder.mkdir()
        config = self.folder / "lanyard.yml"
        config.write_text(self.config(f'{{address: "127.0.0.1:{port}"}}'), encoding="utf-8")
        refused = run(self.lab.lanyard, "serve", "--config", config, check=False)
        self.assertEqual(refused.returncode, 1)
        self.assertRegex(refused.stderr, f"cannot listen on 127.0.0.1:{port}: the port is used by "
                                         r"docker-registry \(process \d+\)\n")

    def test_listeners_change_while_it_serves(self):
        first, second = free_port(), free_port()
        lanyard = self.start_lanyard(self.config(f'{{address: "127.0.0.1:{first}"}}'))
        skopeo = self.start_client(clients.Skopeo, f"127.0.0.1:{second}")
        lanyard.reconfigure(self.config(
            f'{{address: "127.0.0.1:{second}"}}',
            f'{{address: "127.0.0.1:{first}", access: {{allow: [192.0.2.0/24]}}}}'))
        wait_until(lambda: f"listening on http://127.0.0.1:{second}\n" in lanyard.process.stdout(),
                   "the second address")
        self.pull_all(skopeo)
        self.assertRaises(OSError, request, f"127.0.0.1:{first}", "/v2/")

    def test_a_wrong_file_changes_nothing(self):
        port = free_port()
        lanyard = self.start_lanyard(self.config(f'{{address: "127.0.0.1:{port}"}}'))
        lanyard.reconfigure(self.config('{address: "nowhere"}'))
        wait_until(lambda: "stays in use" in lanyard.process.stderr(), "what is wrong")
        self.assertIn("lanyard.yml:2:20: error: listen[0].address: expected ADDRESS:PORT",
                      lanyard.process.stderr())
        self.assertEqual(lanyard.get("/v2/").status, 200)

    def test_what_waits_for_the_next_start_is_told_once(self):
        text = self.config('{address: "127.0.0.1:0"}')
        lanyard = self.start_lanyard(text)
        waits = "lanyard.yml: what was changed of http counts from the next start on\n"
        lanyard.reconfigure(text + "http: {threads: 3}\n")
        wait_until(lambda: waits in lanyard.process.stderr(), "what waits")
        lanyard.reconfigure(text + "http: {threads: 3}\nlog: {access: false}\n")
        wait_until(lambda: "of log, http counts" in lanyard.process.stderr(), "what else waits")
        self.assertEqual(lanyard.process.stderr().count(waits), 1)
