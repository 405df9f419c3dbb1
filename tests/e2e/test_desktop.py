# SPDX-License-Identifier: GPL-3.0-or-later
"""lanyard-desktop opens its window on a bare X server, its engine serves, and it quits cleanly."""

import contextlib
import shutil
import signal

from display import DisplayTest
from lanyard import config_text, free_port, request
from processes import run

KEYRING_PROGRAMS = ("dbus-run-session", "gnome-keyring-daemon")

# The keyring of a session is open from the login on.
WITH_KEYRING = ("printf password | gnome-keyring-daemon --unlock --components=secrets >/dev/null; "
                'exec "$@"')


class DesktopTest(DisplayTest):
    def test_serves_and_quits(self):
        desktop, window, address = self.start_desktop()
        two = self.lab.two
        answer = request(address, two.target("manifests", two.tag))
        self.assertEqual((answer.status, answer.body), (200, two.index.manifest.data))
        soft, hard = desktop.open_files_limits()
        self.assertEqual(soft, hard)
        self.press(window[0], "ctrl+q")
        self.assertEqual(desktop.wait(), 0, desktop.stderr())
        self.assertFalse(self.answers(address))

    def start_desktop(self):
        port = free_port()
        config = self.folder / "lanyard.yml"
        config.write_text(config_text(self.lab, self.folder / "store", port), encoding="utf-8")
        return self.show_desktop(config, port)

    def test_a_second_start_shows_the_first(self):
        desktop, window, _ = self.start_desktop()
        self.xdotool("windowminimize", "--sync", window[0])
        desktop.wait_for(lambda: not self.find_window(), "being minimised")
        command = (self.lab.desktop, "--config", self.folder / "lanyard.yml")
        self.assertEqual(run(*command, env=self.environment).stderr, "")
        desktop.wait_for(lambda: self.find_window() == window, "showing itself")
        # What a killed one leaves holds up nobody.
        desktop.signal(signal.SIGKILL)
        desktop.wait()
        again = self.start(*command, env=self.environment)
        again.wait_for(self.find_window, "its window")

    def test_ends_in_order_on_a_signal(self):
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            with self.subTest(number=number):
                desktop, _, address = self.start_desktop()
                desktop.signal(number)
                self.assertEqual(desktop.wait(), 0, desktop.stderr())
                self.assertFalse(self.answers(address))
        kept = self.folder / ".config" / "lanyard" / "lanyard-desktop.conf"
        self.assertIn("geometry", kept.read_text(encoding="utf-8"))

    def test_lives_in_the_tray(self):
        """With a tray host, closing hides the window, pulls go on, and the icon shows it again."""
        tray = self.start_tray()
        desktop, window, address = self.start_desktop()
        icon = tray.wait_for(self.find_tray_icon, "the icon")
        self.close(window[0])
        desktop.wait_for(lambda: not self.find_window(), "hiding")
        two = self.lab.two
        self.assertEqual(request(address, two.target("manifests", two.tag)).status, 200)
        self.xdotool("mousemove", "--window", icon, "8", "8", "click", "1")
        window = desktop.wait_for(self.find_window, "showing itself")
        # A host that goes leaves no program that nobody can reach: closing ends it then.
        tray.stop()
        desktop.wait_for(lambda: not self.find_tray_icon(), "the end of the icon")
        self.close(window[0])
        self.assertEqual(desktop.wait(), 0, desktop.stderr())
        self.assertFalse(self.answers(address))

    def close(self, window):
        """As a person does it: by the window manager."""
        self.xdotool("windowactivate", "--sync", window, "windowfocus", "--sync", window,
                     "key", "alt+F4")

    def find_tray_icon(self):
        """What the program has put into the tray: a window of 32 by 32 at most."""
        found = self.xdotool("search", "--onlyvisible", "--class", "lanyard", check=False)
        for one in found.stdout.split():
            shape = self.xdotool("getwindowgeometry", "--shell", one, check=False).stdout
            sizes = dict(line.split("=") for line in shape.splitlines())
            if int(sizes.get("HEIGHT", 1000)) <= 32:
                return one
        return None

    def test_keeps_passwords_in_the_keychain(self):
        for program in KEYRING_PROGRAMS:
            if not shutil.which(program):
                self.skipTest(f"{program} is not installed")
        port = free_port()
        config = self.folder / "lanyard.yml"
        config.write_text(config_text(self.lab, self.folder / "store", port, with_password=False),
                          encoding="utf-8")
        del self.environment["DBUS_SESSION_BUS_ADDRESS"]
        self.environment |= {"XDG_RUNTIME_DIR": str(self.folder), "XDG_DATA_HOME":
                             str(self.folder / "share")}
        desktop = self.start("dbus-run-session", "--", "sh", "-c", WITH_KEYRING, "sh",
                             self.lab.desktop, "--config", config, env=self.environment)
        window, address = self.await_desktop(desktop, port)
        one = self.lab.one
        self.assertEqual(request(address, one.target("manifests", one.tag)).status, 404)
        told = run(self.lab.lanyard, "login", "docker.io", "-u", self.lab.username,
                   "--config", config, stdin=self.lab.password)
        self.assertIn("kept in the keychain", told.stdout)
        answer = request(address, one.target("manifests", one.tag))
        self.assertEqual((answer.status, answer.body), (200, one.index.manifest.data))
        listed = run(self.lab.lanyard, "credentials", "--config", config).stdout.splitlines()
        self.assertEqual(listed[1].split(), ["docker.io", self.lab.username, "keychain"])
        for path in self.folder.rglob("*"):
            # The program is still at work: files go meanwhile.
            with contextlib.suppress(FileNotFoundError):
                if path.is_file():
                    self.assertNotIn(self.lab.password.encode(), path.read_bytes(), path)
        run(self.lab.lanyard, "logout", "docker.io", "--config", config)
        self.assertEqual(request(address, one.target("manifests", one.tag)).status, 404)
        self.press(window[0], "ctrl+q")
        self.assertEqual(desktop.wait(), 0, desktop.stderr())
