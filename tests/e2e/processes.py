# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs that a test starts: their output in files, and all of them ended when the test ends."""

import os
import pathlib
import re
import signal
import subprocess
import time

# Of what comes in the end: a machine may be busy, and its disk slow.
START_TIMEOUT = 300
STOP_TIMEOUT = 120
RUN_TIMEOUT = 600


def wait_until(condition, what, timeout=START_TIMEOUT):
    """Polls until `condition()` is true-ish and returns that; fails naming `what`."""
    deadline = time.monotonic() + timeout
    while not (value := condition()):
        if time.monotonic() > deadline:
            raise AssertionError(f"timed out after {timeout} s: {what}")
        time.sleep(0.02)
    return value


def run(*command, timeout=RUN_TIMEOUT, env=None, check=True, stdin=""):
    """Runs a program to its end and returns what it wrote; fails with that when it fails."""
    result = subprocess.run([str(word) for word in command], input=stdin, capture_output=True,
                            text=True, timeout=timeout, env=env, check=False)
    if check and result.returncode != 0:
        raise AssertionError(f"{' '.join(map(str, command))}\nended with {result.returncode}:\n"
                             f"{result.stdout}{result.stderr}")
    return result


class Process:
    """A program in the background. It dies with the test run, whatever happens to that."""

    def __init__(self, folder, *command, env=None):
        self.name = pathlib.Path(str(command[0])).name
        folder.mkdir(parents=True, exist_ok=True)
        self.stdout_path = folder / f"{self.name}.stdout"
        self.stderr_path = folder / f"{self.name}.stderr"
        with self.stdout_path.open("ab") as stdout, self.stderr_path.open("ab") as stderr:
            # An earlier process of this folder may have written before.
            self._stdout_start, self._stderr_start = stdout.tell(), stderr.tell()
            self._process = subprocess.Popen(
                ["setpriv", "--pdeathsig", "KILL", "--", *map(str, command)],
                stdin=subprocess.DEVNULL, stdout=stdout, stderr=stderr, env=env,
                start_new_session=True)

    @property
    def pid(self):
        return self._process.pid

    def open_files_limits(self):
        """Its soft and its hard limit."""
        limits = pathlib.Path(f"/proc/{self.pid}/limits").read_text(encoding="ascii")
        return re.search(r"^Max open files +(\d+) +(\d+)", limits, re.MULTILINE).groups()

    def stdout(self):
        """What it wrote so far."""
        return self.stdout_path.read_bytes()[self._stdout_start:].decode(errors="replace")

    def stderr(self):
        """What it wrote so far."""
        return self.stderr_path.read_bytes()[self._stderr_start:].decode(errors="replace")

    def wait_for(self, condition, what):
        """Waits for `condition()`; fails early, with the program's words, when it has ended."""
        def check():
            if self._process.poll() is not None:
                raise AssertionError(f"{self.name} ended with {self._process.returncode}:\n"
                                     f"{self.stdout()[-2000:]}{self.stderr()[-4000:]}")
            return condition()
        return wait_until(check, f"{self.name}: {what}")

    def signal(self, number=signal.SIGTERM):
        self._process.send_signal(number)

    def wait(self, timeout=STOP_TIMEOUT):
        """Waits for its end and returns its exit code."""
        return self._process.wait(timeout)

    def stop(self):
        """Ends it and its children; returns its exit code. Harmless when it has ended."""
        if self._process.poll() is None:
            self.signal()
        try:
            return self._process.wait(STOP_TIMEOUT)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            raise AssertionError(f"{self.name} did not end within {STOP_TIMEOUT} s of SIGTERM:\n"
                                 f"{self.stderr()[-4000:]}") from None
