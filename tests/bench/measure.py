# SPDX-License-Identifier: GPL-3.0-or-later
"""Single measurements: load on a server, and what the server spends on it."""

import dataclasses
import json
import os
import pathlib
import re
import socket
import struct
import subprocess
import sys
import time

from processes import run

KERNEL_THREAD = 0x00200000  # proc(5), flags: PF_KTHREAD
TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")
MIB = 1024 * 1024
GIB = 1024 * MIB

REQUESTS_PER_SECOND = re.compile(r"^Requests/sec:\s+([0-9.]+)", re.MULTILINE)
WRK_AMOUNT = re.compile(r"requests in ([0-9.]+)s, ([0-9.]+)([KMGT]?B) read")
WRK_UNITS = {"B": 1, "KB": 1024, "MB": MIB, "GB": GIB}
WRK_FAULT = re.compile(r"^\s*(?:Socket errors|Non-2xx).*", re.MULTILINE)


@dataclasses.dataclass(frozen=True)
class Throughput:
    """What one load of large bodies came to."""

    mib_per_second: float
    cpu_seconds_per_gib: float


class Loader:
    """The clients that load servers."""

    def __init__(self, blob_client):
        self._blob_client = blob_client

    def throughput(self, server, path, connections, seconds):
        """GETs of a large blob, back to back."""
        before = cpu_seconds(server.pids())
        result = self._blobs(server.port, path, connections, "--seconds", seconds)
        spent = cpu_seconds(server.pids()) - before
        return Throughput(result["bytes"] / MIB / result["seconds"],
                          spent / (result["bytes"] / GIB))

    def tls_throughput(self, server, path, connections, seconds):
        """The same by HTTPS."""
        before = cpu_seconds(server.pids())
        output = run("wrk", "-t1", f"-c{connections}", f"-d{seconds}s",
                     f"https://127.0.0.1:{server.tls_port}{path}").stdout
        spent = cpu_seconds(server.pids()) - before
        duration, amount, unit = WRK_AMOUNT.search(output).groups()
        received = float(amount) * WRK_UNITS[unit]
        return Throughput(received / MIB / float(duration), spent / (received / GIB))

    def once(self, port, path, connections, save=None):
        """One GET on each connection: (seconds until the last has all, seconds to the first byte of
        a body, bytes)."""
        words = () if save is None else ("--save", save)
        result = self._blobs(port, path, connections, *words)
        return result["seconds"], result["firstByteSeconds"], result["bytes"]

    def requests_per_second(self, port, path, method, accept, connections, seconds):
        """Small answers, on connections that are kept."""
        if method == "HEAD":
            # wrk waits for the body that the Content-Length of a HEAD's answer speaks of.
            result = self._blobs(port, path, connections, "--seconds", seconds, "--head", accept)
            return result["answers"] / result["seconds"]
        output = run("wrk", "-t1", f"-c{connections}", f"-d{seconds}s",
                     "-H", f"Accept: {accept}", f"http://127.0.0.1:{port}{path}").stdout
        fault = WRK_FAULT.search(output)
        if fault:
            raise AssertionError(f"{method} {path}: {fault[0].strip()}")
        return float(REQUESTS_PER_SECOND.search(output)[1])

    def _blobs(self, port, path, connections, *words):
        return json.loads(run(self._blob_client, port, path, connections, *words).stdout)


def cpu_seconds(pids):
    """User and system time so far, of all threads."""
    ticks = 0
    for pid in pids:
        fields = stat_fields(pid)
        ticks += int(fields[11]) + int(fields[12])  # proc(5): utime, stime
    return ticks / TICKS_PER_SECOND


def stat_fields(pid):
    """proc(5), from the state on: the name before it is in parentheses and may hold spaces."""
    return pathlib.Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()


class ForeignLoad:
    """What share of the machine's processors other programs have, from now on. What the kernel does
    by itself, as writing back what the bench wrote, is nobody's."""

    def __init__(self):
        self._start = self._read()

    def percent(self):
        """So far. A program counts with its children that have ended, and not when nothing is left
        of it and of whoever started it."""
        then, stolen_then, spent_then = self._start
        now, stolen, spent = self._read()
        ticks = stolen - stolen_then + sum(
            max(0, ticks - spent_then.get(pid, 0)) for pid, ticks in spent.items())
        return 100 * ticks / TICKS_PER_SECOND / ((now - then) * os.cpu_count())

    @staticmethod
    def _read():
        parents, ticks = {}, {}
        for folder in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                fields = stat_fields(folder.name)
            except (FileNotFoundError, ProcessLookupError):
                continue
            if int(fields[6]) & KERNEL_THREAD:
                continue
            pid = int(folder.name)
            parents[pid] = int(fields[1])
            # proc(5): utime, stime, cutime, cstime.
            ticks[pid] = sum(int(field) for field in fields[11:15])

        def is_foreign(pid):
            while pid in parents:
                if pid == os.getpid():
                    return False
                pid = parents[pid]
            return True

        # proc(5): cpu, user, nice, system, idle, iowait, irq, softirq, steal.
        stolen = int(pathlib.Path("/proc/stat").read_text("ascii").split()[8])
        return time.monotonic(), stolen, {
            pid: spent for pid, spent in ticks.items() if is_foreign(pid)}


def memory_bytes(pid, field):
    """VmRSS or VmHWM (its peak) of a process."""
    text = pathlib.Path(f"/proc/{pid}/status").read_text("ascii")
    return int(re.search(rf"^{field}:\s+(\d+) kB", text, re.MULTILINE)[1]) * 1024


def reset_peak(pid):
    """Lets VmHWM begin anew (proc(5), clear_refs)."""
    pathlib.Path(f"/proc/{pid}/clear_refs").write_text("5", encoding="ascii")


class WrongLogins:
    """Somebody at another address who tries passwords. Gone at the end of `with`."""

    def __init__(self, port, per_second):
        self._process = subprocess.Popen(
            [sys.executable, str(pathlib.Path(__file__).with_name("wronglogins.py")), str(port),
             str(per_second)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        output, _ = self._process.communicate("end\n", timeout=60)
        result = json.loads(output)
        self._answers, self._seconds = result["answers"], result["seconds"]
        if set(self._answers) - {"401", "429"}:
            raise AssertionError(f"wrong passwords were answered {self._answers}")

    def per_second(self):
        return sum(self._answers.values()) / self._seconds


class IdleConnections:
    """Connections that do nothing, after one request each or none. Gone at the end of `with`."""

    def __init__(self, port, count, request):
        self._sockets = []
        for _ in range(count):
            connection = socket.create_connection(("127.0.0.1", port), timeout=10)
            # Reset at the end, so that no port of ours stays in TIME_WAIT.
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self._sockets.append(connection)
        if not request:
            return
        for connection in self._sockets:
            connection.sendall(request)
            answer = connection.recv(64 * 1024)
            if not answer.startswith(b"HTTP/1.1 200 "):
                raise AssertionError(f"an idle connection was told {answer[:80]!r}")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for connection in self._sockets:
            connection.close()
