# SPDX-License-Identifier: GPL-3.0-or-later
"""A computer within this one: with a home, files of the system and processes of its own, where a
set-up can change what it likes."""

import contextlib
import os
import pathlib
import shutil
import signal

from processes import Process, run

# What it has of its own, in place of what stands there.
FOLDERS = ("/etc/docker", "/etc/containers", "/etc/containerd", "/etc/buildkit", "/run")
PROGRAMS = ("unshare", "nsenter", "mount")

# What Lanyard and Podman keep there.
NOT_OF_A_SET_UP = (".local/", ".cache/", ".config/lanyard/", "networks/")


class Inside(Process):
    """A program of another computer, and nsenter that waits for it."""

    def signal(self, number=signal.SIGTERM):
        with open(f"/proc/{self.pid}/task/{self.pid}/children", encoding="ascii") as file:
            children = file.read().split()
        os.kill(int(children[0]) if children else self.pid, number)


class Sandbox:
    """Needs root. `folder` is its own; programs run there see its files at the usual places."""

    @staticmethod
    def reason_to_skip():
        if os.geteuid() != 0:
            return "a mount namespace needs root"
        for program in PROGRAMS:
            if not shutil.which(program):
                return f"{program} is not installed"
        return None

    def __init__(self, folder):
        self.folder = folder
        self.home = folder / "home"
        self.home.mkdir(parents=True)
        self.environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": str(self.home),
                            "XDG_RUNTIME_DIR": "/run", "LANG": "C.UTF-8"}
        mounts = []
        for path in FOLDERS:
            own = self.path(path)
            own.mkdir(parents=True)
            mounts.append(f"mkdir -p {path} && mount --bind {own} {path}")
        script = " && ".join([*mounts, "echo ready", "exec sleep infinity"])
        self._process = Process(folder, "unshare", "--mount", "--pid", "--fork", "--kill-child",
                                "--mount-proc", "--propagation", "private", "sh", "-c", script)
        self._process.wait_for(lambda: "ready" in self._process.stdout(), "mounting")
        children = f"/proc/{self._process.pid}/task/{self._process.pid}/children"
        with open(children, encoding="ascii") as file:
            self._inner = file.read().split()[0]

    def path(self, path):
        """Where a file of it is for others; ~ is its home."""
        if path.startswith("~/"):
            return self.home / path[2:]
        return self.folder / "root" / path.lstrip("/")

    def write(self, path, data):
        file = self.path(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)

    def files(self):
        """The bytes of all files that a set-up may change, by path."""
        found = {}
        for top in (*(path for path in FOLDERS if path != "/run"), "~/"):
            folder = self.path(top)
            # A set-up may be at work: files and folders go meanwhile.
            for parent, _, names in os.walk(folder):
                for file in (pathlib.Path(parent, name) for name in names):
                    name = str(file.relative_to(folder))
                    if not file.is_file() or name.startswith(NOT_OF_A_SET_UP):
                        continue
                    with contextlib.suppress(FileNotFoundError):
                        found[f"{top.rstrip('/')}/{name}"] = file.read_bytes()
        return found

    def _words(self, command):
        return ("nsenter", "--target", self._inner, "--mount", "--pid", "--", *command)

    def run(self, *command, check=True, stdin=""):
        return run(*self._words(command), env=self.environment, check=check, stdin=stdin)

    def start(self, *command):
        return Inside(self.folder, *self._words(command), env=self.environment)

    def close(self):
        # The first process of a namespace hears no other signal.
        os.kill(int(self._inner), signal.SIGKILL)
        self._process.wait()
