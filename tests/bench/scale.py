# SPDX-License-Identifier: GPL-3.0-or-later
"""A cache with a million pieces of content, and what it takes to start on it, to find things in it,
and to decide what goes."""

import concurrent.futures
import contextlib
import json
import os
import random
import signal
import socket
import sqlite3
import statistics
import threading
import time

from images import DOCKER, sha256
from lanyard import Lanyard, free_port, request
from measure import MIB, memory_bytes
from processes import Process, run, wait_until
from report import at_most, information, spread

REPOSITORIES = 10_000
TAGS = 10  # of each
LAYERS = 8  # of each image, besides the one that all of its repository have
CONTENTS = REPOSITORIES * (TAGS * (2 + LAYERS) + 1)

REQUESTS = 20_000
STARTS = 3
HIT_P99_MS_MOST = 5
PAGE_MS_MOST = 100
START_SECONDS_MOST = 3
RSS_MIB_MOST = 250
DELAY_MS_MOST = 50  # of a hit, while images go
PRUNED_BYTES = 10_000_000


def name_of(repository):
    return f"library/r{repository:05}"


class ScaleStore:
    """The data folder of such a cache without its database, which Lanyard makes from it, and, with
    hard links to the same manifests, the storage of a registry. Every file has its digest."""

    def __init__(self, folder):
        self.data = folder / "data"
        self.registry = folder / "registry"
        blobs = self.data / "blobs" / "sha256"
        blobs.mkdir(parents=True)
        (self.data / "oci-layout").write_text('{"imageLayoutVersion":"1.0.0"}', encoding="ascii")
        self.blobs = []  # (repository, digest): one of each image
        parts = os.cpu_count()
        with concurrent.futures.ProcessPoolExecutor(parts) as pool:
            made = list(pool.map(_write_repositories, [str(self.data)] * parts,
                                 [str(self.registry)] * parts,
                                 [range(part, REPOSITORIES, parts) for part in range(parts)]))
        entries = []
        for part_entries, part_blobs in made:
            entries += part_entries
            self.blobs += part_blobs
        (self.data / "index.json").write_text(
            '{"schemaVersion":2,"manifests":[' + ",".join(entries) + "]}", encoding="ascii")


def _write_repositories(data, registry, numbers):
    entries, blobs = [], []
    for number in numbers:
        base = _write_blob(data, f"base {number}".encode())
        for tag in range(TAGS):
            own = [_write_blob(data, f"{part} {number} {tag}".encode())
                   for part in ("config", *range(LAYERS))]
            manifest = json.dumps({
                "schemaVersion": 2, "mediaType": DOCKER["manifest"],
                "config": _descriptor(DOCKER["config"], own[0]),
                "layers": [_descriptor(DOCKER["layer"], blob) for blob in (base, *own[1:])],
            }).encode()
            digest, size = _write_blob(data, manifest)
            entries.append(json.dumps({
                "mediaType": DOCKER["manifest"], "digest": digest, "size": size,
                "annotations": {"org.opencontainers.image.ref.name":
                                f"docker.io/{name_of(number)}:t{tag}"}}))
            blobs.append((number, own[1][0]))
            _link_manifest(data, registry, number, tag, digest)
    return entries, blobs


def _descriptor(media_type, blob):
    return {"mediaType": media_type, "digest": blob[0], "size": blob[1]}


def _write_blob(data, content):
    digest = sha256(content)
    _write(f"{data}/blobs/sha256/{digest[7:]}", content)
    return digest, len(content)


def _link_manifest(data, registry, number, tag, digest):
    root = f"{registry}/docker/registry/v2"
    code = digest[7:]
    manifests = f"{root}/repositories/{name_of(number)}/_manifests"
    for folder in (f"{manifests}/tags/t{tag}/current", f"{manifests}/revisions/sha256/{code}"):
        os.makedirs(folder)
        _write(f"{folder}/link", digest.encode())
    blob = f"{root}/blobs/sha256/{code[:2]}/{code}"
    os.makedirs(blob)
    os.link(f"{data}/blobs/sha256/{code}", f"{blob}/data")


def _write(path, content):
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    os.write(file, content)
    os.close(file)


class Asker:
    """Requests one after the other on one connection, by hand: http.client takes longer than what
    is measured."""

    def __init__(self, port):
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=30)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def milliseconds(self, method, path):
        """Until a whole 200 is there."""
        text = (f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                f"Accept: {DOCKER['manifest']}\r\n\r\n").encode()
        start = time.perf_counter()
        self._socket.sendall(text)
        answer = self._receive(method == "HEAD")
        taken = 1000 * (time.perf_counter() - start)
        if not answer.startswith(b"HTTP/1.1 200 "):
            raise AssertionError(f"{method} {path}: {answer[:80]!r}")
        return taken

    def close(self):
        self._socket.close()

    def _receive(self, is_head):
        answer = b""
        while True:
            received = self._socket.recv(65536)
            if not received:
                raise AssertionError("the server closed the connection")
            answer += received
            head, end, body = answer.partition(b"\r\n\r\n")
            if not end:
                continue
            length = int(head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0])
            if is_head or len(body) >= length:
                return answer


def control(data, verb, **arguments):
    """(milliseconds, result) of a verb of the control socket."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(120)
        connection.connect(str(data / "lanyard.sock"))
        line = json.dumps({"version": 1, "verb": verb, "arguments": arguments}) + "\n"
        start = time.perf_counter()
        connection.sendall(line.encode())
        with connection.makefile("r", encoding="utf-8") as answers:
            for answer in map(json.loads, answers):
                if "event" not in answer:
                    return 1000 * (time.perf_counter() - start), answer["result"]
    raise AssertionError(f"{verb}: no answer")


def start(program, folder, data):
    """(seconds until it listens, the server)."""
    begin = time.perf_counter()
    server = Lanyard(program, folder, f"""\
version: 1
listen: [{{address: "127.0.0.1:0"}}]
storage: {{directory: {data}, keepFree: 0}}
upstreams:
  - {{registry: docker.io, url: "http://127.0.0.1:9", tagRules: [{{match: "*", immutable: true}}]}}
log: {{access: false}}
""")
    return time.perf_counter() - begin, server


def start_registry(folder, root):
    folder.mkdir(parents=True)
    port = free_port()
    config = folder / "config.yml"
    config.write_text(json.dumps({
        "version": 0.1, "log": {"level": "error", "accesslog": {"disabled": True}},
        "storage": {"filesystem": {"rootdirectory": str(root)},
                    "cache": {"blobdescriptor": "inmemory"}},
        "http": {"addr": f"127.0.0.1:{port}"},
    }), encoding="utf-8")
    process = Process(folder, "docker-registry", "serve", config)

    def answers():
        try:
            return request(f"127.0.0.1:{port}", "/v2/").status == 200
        except OSError:
            return False

    wait_until(answers, "docker-registry answers", 30)
    return port, process


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def tag_path(numbers):
    return (f"/v2/{name_of(numbers.randrange(REPOSITORIES))}/manifests/"
            f"t{numbers.randrange(TAGS)}")


def latencies(port, method, path_of, count, seed):
    numbers = random.Random(seed)
    asker = Asker(port)
    try:
        return [asker.milliseconds(method, path_of(numbers)) for _ in range(count)]
    finally:
        asker.close()


def in_words(values):
    return (f"median {statistics.median(values):.2f}, 99 % {percentile(values, 0.99):.2f}, "
            f"longest {max(values):.1f}")


def scale(folder, program, progress):
    """All rows; `progress` is told what is done before the first."""
    progress(f"writing {CONTENTS:,} files")
    store = ScaleStore(folder)
    progress("making the database from them")
    yield from _rebuild(folder, program, store)
    yield from _starts(folder, program, store)
    _, server = start(program, folder / "served", store.data)
    port = int(server.address.rpartition(":")[2])
    pid = server.process.pid
    try:
        yield from _hits(folder, port, store)
        yield from _pages(store)
        yield at_most(f"{CONTENTS:,} contents: RSS after these, MiB",
                      memory_bytes(pid, "VmRSS") / MIB, RSS_MIB_MOST,
                      f"MiB: peak {memory_bytes(pid, 'VmHWM') / MIB:.0f}")
        yield from _pruning(port, pid, store)
    finally:
        server.stop()


def _rebuild(folder, program, store):
    """The first start has no database: it serves at once what index.json names, and looks at the
    files meanwhile."""
    seconds, server = start(program, folder / "rebuilding", store.data)
    begin = time.perf_counter()
    sample = random.Random(1).sample(store.blobs, 1000)

    def has_all():
        return all(server.get(f"/v2/{name_of(repository)}/blobs/{digest}", "HEAD").status == 200
                   for repository, digest in sample)

    wait_until(has_all, "all is found again", 600)
    found = time.perf_counter() - begin
    # Its end does not wait for that, and the next start would do it again.
    wait_until(lambda: rows_of(store.data / "lanyard.db") >= CONTENTS, "the database is written",
               600)
    written = time.perf_counter() - begin
    server.stop()
    yield information(f"{CONTENTS:,} contents, database lost: seconds until it listens",
                      f"{seconds:.2f}", f"s: all found again after {found:.0f} more; the database "
                      f"is written after {written:.0f}")


def rows_of(database):
    """How much content a database has that a server writes to."""
    with contextlib.closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        return connection.execute("SELECT count(*) FROM contents").fetchone()[0]


def _starts(folder, program, store):
    """After an orderly end and after a kill, in turns."""
    orderly, killed = [], []
    for taken in (orderly, killed) * STARTS:
        seconds, server = start(program, folder / f"started-{len(orderly)}-{len(killed)}",
                                store.data)
        taken.append(seconds)
        if taken is orderly:
            server.process.signal(signal.SIGKILL)
            server.process.wait()
        else:
            server.stop()
    yield at_most(f"{CONTENTS:,} contents: start, s", statistics.median(orderly),
                  START_SECONDS_MOST, f"s: {spread(orderly, '{:.2f}')}")
    yield at_most(f"{CONTENTS:,} contents: start after a kill, s", statistics.median(killed),
                  START_SECONDS_MOST, f"s: {spread(killed, '{:.2f}')}")


def _hits(folder, port, store):
    registry_port, registry = start_registry(folder / "docker-registry", store.registry)
    try:
        for method in ("GET", "HEAD"):
            ours = latencies(port, method, tag_path, REQUESTS, method)
            theirs = latencies(registry_port, method, tag_path, REQUESTS // 10, method)
            yield at_most(f"{REPOSITORIES * TAGS:,} tags, {method} of any: 99 %, ms",
                          percentile(ours, 0.99), HIT_P99_MS_MOST,
                          f"ms: Lanyard {in_words(ours)}; docker-registry {in_words(theirs)}")
    finally:
        registry.stop()

    def blob_path(numbers):
        repository, digest = numbers.choice(store.blobs)
        return f"/v2/{name_of(repository)}/blobs/{digest}"

    for method in ("GET", "HEAD"):
        taken = latencies(port, method, blob_path, REQUESTS, method)
        yield at_most(f"{CONTENTS:,} contents, {method} of any blob: 99 %, ms",
                      percentile(taken, 0.99), HIT_P99_MS_MOST, f"ms: {in_words(taken)}")


def _pages(store):
    first, later, large = [], [], []
    for _ in range(20):
        first.append(control(store.data, "images", max=100)[0])
        later.append(control(store.data, "images", max=100,
                             after=f"docker.io/{name_of(9000)}:t5")[0])
        large.append(control(store.data, "images", max=1000)[0])
    yield at_most(f"{REPOSITORIES * TAGS:,} images: first page of 100, ms",
                  max(first), PAGE_MS_MOST,
                  f"ms: {spread(first, '{:.1f}')}; one far behind {spread(later, '{:.1f}')}; "
                  f"the first 1,000 {spread(large, '{:.1f}')}")
    inspected = [control(store.data, "inspect",
                         reference=f"{name_of(number)}:t1")[0] for number in range(5)]
    yield information(f"{CONTENTS:,} contents: details of an image with who shares them, ms",
                      f"{statistics.median(inspected):.0f}", f"ms: {spread(inspected)}")


def _pruning(port, pid, store):
    """Images go while clients pull others."""
    planned = control(store.data, "prune", freeBytes=PRUNED_BYTES, dryRun=True)[0]
    yield information(f"{CONTENTS:,} contents: what would go, ms", f"{planned:.0f}",
                      f"MiB: peak {memory_bytes(pid, 'VmHWM') / MIB:.0f}")
    kept = name_of(REPOSITORIES - 1)
    asker = Asker(port)
    # Used last, it goes last.
    asker.milliseconds("GET", f"/v2/{kept}/manifests/t0")
    outcome = {}

    def prune():
        outcome["ms"], outcome["result"] = control(store.data, "prune", freeBytes=PRUNED_BYTES)

    thread = threading.Thread(target=prune)
    thread.start()
    taken = []
    while thread.is_alive():
        taken.append(asker.milliseconds("GET", f"/v2/{kept}/manifests/t0"))
    thread.join()
    asker.close()
    result = outcome["result"]
    yield at_most("a hit while images go: longest, ms", max(taken), DELAY_MS_MOST,
                  f"ms: {in_words(taken)}; {result['imageCount']:,} images went in "
                  f"{outcome['ms'] / 1000:.1f} s")
