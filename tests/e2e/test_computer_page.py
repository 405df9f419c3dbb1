# SPDX-License-Identifier: GPL-3.0-or-later
"""The page "This computer" of the real window, on a computer of its own: its clients are set up by
three keys, pull through the cache that the window runs, are paused, resumed and taken back."""

import json
import secrets
import shutil

from display import DisplayTest
from lanyard import config_text, free_port, lan_address, request
from processes import wait_until
from sandbox import Sandbox
from test_setup import DAEMON_JSON, EARTHLY, POLICY, STORAGE_CONF

PROGRAMS = ("dockerd", "docker", "containerd", "podman", "crun")
WRITTEN = {"/etc/docker/daemon.json", "/etc/containers/registries.conf.d/50-lanyard.conf",
           "/etc/containerd/certs.d/docker.io/hosts.toml",
           "/etc/containerd/certs.d/quay.example/hosts.toml"}
OPEN, SET_UP, APPLY, PAUSE_OR_RESUME = "ctrl+6", "alt+u", "alt+a", ("alt+p", "alt+r")


class ComputerPageTest(DisplayTest):
    def setUp(self):
        super().setUp()
        if reason := Sandbox.reason_to_skip():
            self.skipTest(reason)
        for program in PROGRAMS:
            if not shutil.which(program, path="/usr/sbin:/usr/bin:/sbin:/bin"):
                self.skipTest(f"{program} is not installed")
        self.computer = Sandbox(self.folder / "computer")
        self.addCleanup(self.computer.close)
        self.computer.environment |= {name: self.environment[name] for name in (
            "DISPLAY", "QT_QPA_PLATFORM", "DBUS_SESSION_BUS_ADDRESS")}

    def start_docker(self):
        self.computer.write("/etc/docker/daemon.json",
                            DAEMON_JSON % str(self.computer.folder / "data").encode())
        daemon = self.computer.start("dockerd")
        self.addCleanup(daemon.stop)
        daemon.wait_for(lambda: self.docker("version").returncode == 0, "answering")

    def start_desktop(self):
        """It with its window, and where it serves."""
        port = free_port()
        config = self.folder / "lanyard.yml"
        config.write_text(config_text(self.lab, self.folder / "store", port), encoding="utf-8")
        desktop = self.computer.start(self.lab.desktop, "--config", config)
        self.addCleanup(desktop.stop)
        (window,), address = self.await_desktop(desktop, port)
        return desktop, window, address

    def test_docker_and_earthly_with_a_cache_of_the_network(self):
        """Where it is, is typed; nothing else but to open, to set up, and to apply."""
        host = lan_address()
        if host.startswith("127."):
            self.skipTest("this computer has no address that a container reaches")
        server = self.start_lanyard(config_text(self.lab, self.folder / "lanyard" / "store").replace(
            'address: "127.0.0.1:0"', f'address: "{host}:0"').replace(
            "allow: [private]", f"allow: [private, {host}]"))
        self.computer.write("~/.earthly/config.yml", EARTHLY)
        self.computer.write("~/bin/earthly", b"#!/bin/sh\necho earthly version v0.8.16\n")
        self.computer.path("~/bin/earthly").chmod(0o755)
        self.computer.environment["PATH"] += f":{self.computer.home}/bin"
        self.start_docker()
        before = self.computer.files()
        desktop, window, _ = self.start_desktop()
        self.press(window, OPEN)
        # When it knows its own cache, it writes that into the field.
        desktop.wait_for(lambda: "/v2/_lanyard/cache" in desktop.stdout(), "asking its own cache")
        self.press(window, OPEN)
        self.xdotool("type", server.address)
        wanted = {"/etc/docker/daemon.json", "~/.earthly/config.yml"}
        desktop.wait_for(lambda: self.changes(wanted, before, window, SET_UP, APPLY), "the set-up")
        text = self.computer.files()["~/.earthly/config.yml"].decode()
        self.assertIn(f'[registry."{server.address}"] # Managed by Lanyard\n      http = true\n', text)
        self.address = server.address
        desktop.wait_for(lambda: self.mirrors() == [f"http://{self.address}/"], "the mirror")
        self.prove("docker")

    def test_three_keys_set_up_this_computer(self):
        self.computer.write("/etc/containers/storage.conf", STORAGE_CONF)
        self.computer.write("/etc/containers/policy.json", POLICY)
        self.start_docker()
        before = self.computer.files()
        desktop, window, self.address = self.start_desktop()

        self.press(window, OPEN)
        # A button that is not enabled yet hears nothing.
        desktop.wait_for(lambda: self.changes(WRITTEN, before, window, SET_UP, APPLY), "the set-up")
        desktop.wait_for(lambda: self.mirrors() == [f"http://{self.address}/"], "the mirror")
        applied = self.files()
        self.prove("podman", "docker")
        self.take_screenshot("computer-set-up.png", window, pause=10)
        self.assertEqual(self.files(), applied)

        for key, files in zip(PAUSE_OR_RESUME, (before, applied)):
            desktop.wait_for(lambda: self.has_become(files, window, key), key)
        # The undo waits until Docker has read its file; the window reads it, too.
        self.press(window, "ctrl+q")
        self.assertEqual(desktop.wait(), 0, desktop.stderr())
        self.computer.run(self.lab.lanyard, "setup", "--undo")
        self.assertEqual(self.computer.files(), before)
        wait_until(lambda: self.mirrors() == [], "no mirror")

    def changes(self, wanted, before, window, *keys):
        """Whether all that is wanted has changed, after another press of the keys."""
        changed = {path for path, text in self.computer.files().items() if before.get(path) != text}
        return changed >= wanted or self.press(window, *keys)

    def has_become(self, files, window, key):
        return self.files() == files or self.press(window, key)

    def files(self):
        """Without the copies, which have the time in their names."""
        return {path: text for path, text in self.computer.files().items()
                if ".lanyard-" not in path}

    def prove(self, *programs):
        """A pull of a probe by each of these arrives."""
        for program in programs:
            nonce = secrets.token_hex(16)
            self.computer.run(program, "pull", f"docker.io/lanyard-probe/check:{nonce}")
            seen = json.loads(request(self.address, f"/v2/_lanyard/probe/{nonce}").body)
            self.assertIn("layer", {one["what"] for one in seen["sightings"]}, program)

    def docker(self, *words):
        return self.computer.run("docker", *words, check=False)

    def mirrors(self):
        told = self.docker("info", "--format", "{{json .RegistryConfig.Mirrors}}").stdout
        return json.loads(told or "[]") or []
