# SPDX-License-Identifier: GPL-3.0-or-later
"""A cache under mixed load for a long time: an upstream that does something wrong every few
seconds, clients that look at every byte, a store that is too small, kills, purges and checks."""

import hashlib
import http.client
import os
import pathlib
import random
import signal
import statistics
import threading
import time

from lanyard import Lanyard
from measure import MIB, memory_bytes
from report import at_most, information
from scale import control
from soakupstream import IMAGES, REPOSITORIES, Content, SoakUpstream, repository_name, tag_name

CLIENTS = 6
CAPACITY_MIB = 256
STUCK_SECONDS = 30  # in which nothing comes; the cache's own answer takes 28 at most
KILL_SECONDS = 30   # between two, in the first half; in the second there are none
SAMPLE_SECONDS = 2
RSS_GROWTH_MIB_MOST = 8
GROWTH_MOST = 8  # of descriptors and threads


class Tally:
    """What the clients have seen."""

    def __init__(self):
        self._lock = threading.Lock()
        self.counts = {}
        self.notes = []

    def add(self, what, count=1, note=None):
        with self._lock:
            self.counts[what] = self.counts.get(what, 0) + count
            if note and len(self.notes) < 20:
                self.notes.append(f"{what}: {note}")

    def __getitem__(self, what):
        return self.counts.get(what, 0)


class Puller(threading.Thread):
    """Pulls images at random, until it is told to stop."""

    def __init__(self, number, content, server, tally, stop):
        super().__init__(daemon=True)
        self._numbers = random.Random(f"client {number}")
        self._content = content
        self._server = server
        self._tally = tally
        self._stop_event = stop

    def run(self):
        while not self._stop_event.is_set():
            repository = self._numbers.randrange(REPOSITORIES)
            tag = self._numbers.choice(["moving", *map(tag_name, range(IMAGES))])
            try:
                self._pull(repository_name(repository), repository, tag)
            except TimeoutError as error:
                self._tally.add("stuck", note=error)
            except (OSError, http.client.HTTPException):
                # It was killed, or has cut an answer that it could not complete.
                self._tally.add("cut")
                time.sleep(0.05)

    def _pull(self, name, repository, tag):
        connection = http.client.HTTPConnection("127.0.0.1", self._server.port,
                                                timeout=STUCK_SECONDS)
        try:
            status, body = self._get(connection, f"/v2/{name}/manifests/{tag}")
            if status != 200:
                return
            digest = "sha256:" + hashlib.sha256(body).hexdigest()
            if digest not in [self._content.images[repository, image] for image in range(IMAGES)]:
                self._tally.add("wrong", note=f"{name}:{tag} is {digest}")
                return
            for layer in self._content.layers_of(digest):
                if not self._blob(connection, name, layer):
                    return
            self._tally.add("pulls")
        finally:
            connection.close()

    def _blob(self, connection, name, digest):
        size = self._content.blobs[digest][1]
        first = self._numbers.choice([0, 0, 0, size // 3])
        fields = {"Range": f"bytes={first}-"} if first else {}
        status, body = self._get(connection, f"/v2/{name}/blobs/{digest}", fields)
        if status not in (200, 206):
            return False
        expected = hashlib.sha256()
        for piece in self._content.bytes_of(digest, first if status == 206 else 0):
            expected.update(piece)
        if hashlib.sha256(body).digest() != expected.digest():
            self._tally.add("wrong", note=f"{digest} from {first}")
            return False
        return True

    def _get(self, connection, path, fields=None):
        connection.request("GET", path, headers=fields or {})
        answer = connection.getresponse()
        body = answer.read()
        self._tally.add("requests")
        self._tally.add("bytes", len(body))
        if answer.status >= 400:
            self._tally.add("refused")
        return answer.status, body


class SoakServer:
    """The cache, over all its lives."""

    def __init__(self, folder, program, upstream_port):
        self.data = folder / "data"
        self._folder = folder
        self._program = program
        self._text = f"""\
version: 1
listen: [{{address: "127.0.0.1:PORT"}}]
storage: {{directory: {self.data}, capacity: {CAPACITY_MIB}MiB, keepFree: 0}}
upstreams:
  - registry: docker.io
    url: http://127.0.0.1:{upstream_port}
    tagRules: [{{match: "moving", ttl: 1s}}, {{match: "*", ttl: 5s}}]
downloads: {{parallelAbove: 8MiB, finishAbove: 50}}
log: {{access: false}}
"""
        self.port = 0
        self._lives = 0
        self._lanyard = None
        self.start()

    def start(self):
        text = self._text.replace("PORT", str(self.port))
        self._lives += 1
        self._lanyard = Lanyard(self._program, self._folder / f"life-{self._lives}", text)
        self.port = int(self._lanyard.address.rpartition(":")[2])

    def kill(self):
        self._lanyard.process.signal(signal.SIGKILL)
        self._lanyard.process.wait()

    def stop(self):
        return self._lanyard.stop()

    @property
    def pid(self):
        return self._lanyard.process.pid

    def sample(self):
        """Memory, descriptors and threads."""
        process = pathlib.Path(f"/proc/{self.pid}")
        return (memory_bytes(self.pid, "VmRSS") / MIB, len(os.listdir(process / "fd")),
                len(os.listdir(process / "task")))


def disturb(server, numbers, tally):
    """What users do meanwhile."""
    # Few are ever pinned: the rest of the store has to go round.
    name = f"{repository_name(numbers.randrange(1, 4))}:{tag_name(0)}"
    verb, arguments = numbers.choice([
        ("purge", {"images": [name]}), ("prune", {"freeBytes": 20 * MIB}), ("images", {}),
        ("inspect", {"reference": name}), ("check", {"bytesPerSecond": 50 * MIB}),
        ("pin", {"reference": name}), ("pin", {"reference": name, "pinned": False}),
        ("prefetch", {"reference": name})])
    try:
        control(server.data, verb, **arguments)
        tally.add("verbs")
    except KeyError:
        tally.add("verbs refused")  # it is not in the cache, or upstream is at fault


def soak(folder, program, minutes, progress):
    """All rows, after so many minutes."""
    folder.mkdir(parents=True)
    content = Content()
    progress(f"{minutes} minutes with {content.total_bytes() / MIB:.0f} MiB of content, "
             f"{CAPACITY_MIB} MiB capacity")
    upstream = SoakUpstream(content, "soak")
    server = SoakServer(folder, program, upstream.port)
    tally, stop = Tally(), threading.Event()
    pullers = [Puller(number, content, server, tally, stop) for number in range(CLIENTS)]
    for puller in pullers:
        puller.start()
    try:
        samples = live(server, tally, 60 * minutes)
        stop.set()
        for puller in pullers:
            puller.join(2 * STUCK_SECONDS)
        alive = sum(puller.is_alive() for puller in pullers)
        status = server.stop()
    finally:
        stop.set()
        server.stop()
        upstream.close()
    progress("; ".join(tally.notes) or "nothing wrong")
    yield from rows(tally, upstream.faults, samples, alive, status, server.data)


def live(server, tally, seconds):
    """Kills in the first half; samples of the second, in which it runs through."""
    numbers = random.Random("soak")
    begin = time.monotonic()
    killed = begin
    samples = []
    while (now := time.monotonic()) - begin < seconds:
        time.sleep(SAMPLE_SECONDS)
        disturb(server, numbers, tally)
        if now - begin < seconds / 2:
            if now - killed > KILL_SECONDS:
                server.kill()
                server.start()
                killed = now
                tally.add("kills")
        else:
            samples.append(server.sample())
    return samples


def rows(tally, faults, samples, alive, status, data):
    yield information("soak: complete pulls", f"{tally['pulls']:,}",
                      f"{tally['requests']:,} answers, {tally['bytes'] / MIB / 1024:.1f} GiB, "
                      f"{tally['refused']:,} refused, {tally['cut']:,} cut; {faults:,} faults of "
                      f"the upstream, {tally['kills']} kills, {tally['verbs']:,} verbs")
    yield at_most("soak: complete wrong answers", tally["wrong"], 0, "every byte was compared")
    yield at_most("soak: stuck", tally["stuck"] + alive, 0,
                  f"nothing came for {STUCK_SECONDS} s, or a client did not end")
    # The first third is for what a server comes to by itself.
    third = max(1, len(samples) // 3)
    for place, (what, most) in enumerate((("RSS, MiB", RSS_GROWTH_MIB_MOST),
                                          ("descriptors", GROWTH_MOST), ("threads", GROWTH_MOST))):
        first = statistics.median(sample[place] for sample in samples[third:2 * third])
        last = statistics.median(sample[place] for sample in samples[-third:])
        yield at_most(f"soak: growth of {what}", last - first, most,
                      f"from {first:.0f} to {last:.0f}, medians of the second and the "
                      f"last {third * SAMPLE_SECONDS} s without a kill")
    wrong, total = look_at_files(data)
    yield at_most("soak: stored files with wrong bytes", wrong, 0, "all were hashed at the end")
    yield at_most("soak: stored MiB", total / MIB, CAPACITY_MIB, "all files together")
    yield at_most("soak: exit status at SIGTERM", status, 0, "of the last life")


def look_at_files(data):
    wrong = total = 0
    for path in (data / "blobs" / "sha256").iterdir():
        content = path.read_bytes()
        total += len(content)
        wrong += hashlib.sha256(content).hexdigest() != path.name
    return wrong, total
