# SPDX-License-Identifier: GPL-3.0-or-later
"""A bare X server with a window manager, and what a person does there by keyboard and mouse."""

import os
import shutil
import time

from lab import LabTest
from lanyard import request
from processes import Process, run

PROGRAMS = ("Xvfb", "openbox", "trayer", "xdotool")

# The first key that is pressed by a program tells a new keyboard. By default the manager lets go
# of all its keys then, to take them anew, and does not get the one that is on its way.
MANAGER_CONFIG = """<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <keyboard>
    <rebindOnMappingNotify>no</rebindOnMappingNotify>
    <keybind key="A-F4"><action name="Close"/></keybind>
  </keyboard>
</openbox_config>
"""


class DisplayTest(LabTest):
    def setUp(self):
        super().setUp()
        for program in PROGRAMS:
            if not shutil.which(program):
                self.skipTest(f"{program} is not installed")
        # A key that is held because the machine is busy is not pressed again (-ardelay).
        server = self.start("Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24",
                            "-ardelay", "60000", "-nolisten", "tcp", "-noreset")
        display = server.wait_for(lambda: server.stdout().strip(), "the display's number")
        (self.folder / "run").mkdir(mode=0o700)
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": str(self.folder), "LANG": "C.UTF-8",
            "DISPLAY": f":{display}", "QT_QPA_PLATFORM": "xcb",
            "XDG_RUNTIME_DIR": str(self.folder / "run"),
            # No session bus: neither the developer's tray nor a bus of our own.
            "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
        }
        # Its number is known a moment before it answers. It does not begin anew when its last
        # client has left, and refuse the next one meanwhile (-noreset).
        server.wait_for(
            lambda: self.xdotool("getdisplaygeometry", check=False).returncode == 0,
            "the display")
        config = self.folder / "openbox.xml"
        config.write_text(MANAGER_CONFIG, encoding="utf-8")
        manager = self.start("openbox", "--config-file", config, env=self.environment)
        # A window that is mapped while the manager starts may stay hidden.
        manager.wait_for(lambda: self.xdotool("get_num_desktops", check=False).returncode == 0,
                         "managing windows")

    def start(self, *command, env=None):
        process = Process(self.folder, *command, env=env)
        self.addCleanup(process.stop)
        return process

    def start_tray(self):
        return self.start("trayer", "--edge", "bottom", "--align", "left", "--widthtype", "request",
                          "--height", "32", env=self.environment)

    def show_desktop(self, config, port):
        """The program with that configuration, its window, and the address where it serves."""
        desktop = self.start(self.lab.desktop, "--config", config, env=self.environment)
        return desktop, *self.await_desktop(desktop, port)

    def await_desktop(self, desktop, port):
        """The window of one that has been started, and the address where it serves."""
        window = desktop.wait_for(self.find_window, "its window")
        address = f"127.0.0.1:{port}"
        desktop.wait_for(lambda: self.answers(address), "its engine")
        return window, address

    def press(self, window, *keys):
        self.xdotool("windowactivate", "--sync", window, "key", *keys)

    def find_window(self):
        found = self.xdotool("search", "--onlyvisible", "--name", "^Lanyard", check=False)
        return found.stdout.split()

    def xdotool(self, *words, check=True):
        return run("xdotool", *words, env=self.environment, check=check)

    @staticmethod
    def answers(address):
        try:
            return request(address, "/v2/").status == 200
        except ConnectionRefusedError:
            return False

    def take_screenshot(self, name, window="root", pause=0):
        """`pause`: seconds until what is shown has come."""
        if self.screenshots:
            time.sleep(pause)
            run("import", "-window", window, "-strip", "-dither", "None", "-colors", "200",
                f"PNG8:{self.screenshots / name}", env=self.environment)
