# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures that Lanyard is held to. Each takes its samples in turns, A B A B, so that what else
the machine does falls on all alike."""

import base64
import collections
import http.client
import statistics
import time

from measure import MIB, IdleConnections, WrongLogins, memory_bytes, reset_peak
from report import at_least, at_most, information, spread
from servers import LanyardServer, NginxServer, RegistryServer
from upstream import blob_path

median = statistics.median

CONNECTION_COUNTS = (1, 8, 64)
TLS_CONNECTION_COUNTS = (1, 8)
BUSY_CONNECTIONS = 64
COLD_CLIENTS = 16
IDLE_CONNECTIONS = 10_000

THROUGHPUT_LEAST = 0.95       # of nginx's
TLS_THROUGHPUT_LEAST = 0.9    # of nginx's
CPU_MOST = 1.15               # of nginx's, per GiB
RATE_LEAST = 0.9              # of nginx's
RATE_OF_REGISTRY_LEAST = 30   # times docker-registry's
COLD_TIME_MOST = 1.3          # of one direct download's
LIMITED_TIME_MOST = 0.35      # of the direct one, where each connection is limited
UPSTREAM_BYTES_MOST = 1.05    # of the blob's
FIRST_BYTE_MOST = 1.5         # of the direct one's
WRONG_LOGINS = 500            # a second
LOGIN_WAIT_MOST = 100         # milliseconds
IDLE_MIB_MOST = 40
BUSY_MIB_MOST = 60
CONNECTION_KIB_MOST = 8

BLOB_SECONDS = 1.5  # of one sample
RATE_SECONDS = 2
FLOOD_REQUESTS = 500


def samples_of(rounds, contenders, measure):
    """`measure(contender)` for each of them in every round, by name."""
    samples = collections.defaultdict(list)
    for _ in range(rounds):
        for contender in contenders:
            samples[contender.name].append(measure(contender))
    return samples


def warm_blob(loader, servers, path, rounds):
    """Throughput and processor time of a large blob that is in the cache."""
    yield from blob_rows("warm 256 MiB blob", CONNECTION_COUNTS, THROUGHPUT_LEAST, servers, rounds,
                         lambda server, n: loader.throughput(server, path, n, BLOB_SECONDS))


def tls_blob(loader, servers, path, rounds):
    """The same by HTTPS, with what client and server choose by themselves."""
    yield from blob_rows("warm 256 MiB blob by HTTPS", TLS_CONNECTION_COUNTS, TLS_THROUGHPUT_LEAST,
                         servers, rounds,
                         lambda server, n: loader.tls_throughput(server, path, n, RATE_SECONDS))


def blob_rows(what, connection_counts, throughput_least, servers, rounds, measure):
    for connections in connection_counts:
        samples = samples_of(rounds, servers, lambda server, n=connections: measure(server, n))
        rates = {name: [one.mib_per_second for one in taken] for name, taken in samples.items()}
        costs = {name: [one.cpu_seconds_per_gib for one in taken]
                 for name, taken in samples.items()}
        figure = f"{what}, {connections} connection{'s' * (connections > 1)}"
        yield at_least(f"{figure}: throughput ÷ nginx's", ratio(rates, NginxServer),
                       throughput_least, "MiB/s: " + in_numbers(rates))
        yield at_most(f"{figure}: CPU per GiB ÷ nginx's", ratio(costs, NginxServer),
                      CPU_MOST, "CPU s/GiB: " + in_numbers(costs, "{:.3f}"))


def login_flood(server, rounds):
    """How long clients wait that have logged in, and one that logs in, while another address tries
    wrong passwords."""
    server.command("user", "add", "alice", stdin="right")
    waits = {"before": [], "meanwhile": []}
    logins, rates = [], []
    for number in range(rounds):
        waits["before"] += login_waits(server.port, "alice", "right")
        with WrongLogins(server.port, WRONG_LOGINS) as flood:
            waits["meanwhile"] += login_waits(server.port, "alice", "right")
            server.command("user", "add", f"user-{number}", stdin="right")
            logins += login_waits(server.port, f"user-{number}", "right", 1)
        rates.append(flood.per_second())
    detail = (f"ms: before {percentile(waits['before'], 99):.2f}; one that logs in "
              f"{spread(logins, '{:.0f}')}; wrong logins a second {spread(rates, '{:.0f}')}")
    yield at_least("wrong logins a second of one address", median(rates), 0.95 * WRONG_LOGINS,
                   spread(rates, "{:.0f}"))
    yield at_most("99 % of requests of who has logged in meanwhile, ms",
                  percentile(waits["meanwhile"], 99), LOGIN_WAIT_MOST, detail)
    yield at_most("a login meanwhile, ms", max(logins), LOGIN_WAIT_MOST + 100, "one hash is 50")


def login_waits(port, user, password, count=FLOOD_REQUESTS):
    """Milliseconds of each of so many requests, one after the other, all of them answered."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    login = base64.b64encode(f"{user}:{password}".encode()).decode()
    waits = []
    for _ in range(count):
        begin = time.monotonic()
        connection.request("GET", "/v2/", headers={"Authorization": f"Basic {login}"})
        response = connection.getresponse()
        response.read()
        waits.append(1000 * (time.monotonic() - begin))
        if response.status != 200:
            raise AssertionError(f"{user} was answered {response.status}")
        time.sleep(0.002)
    connection.close()
    return waits


def percentile(values, percent):
    return sorted(values)[min(len(values) - 1, len(values) * percent // 100)]


def manifests(loader, servers, image, rounds):
    """Requests a second for a manifest that is in the cache."""
    for what, method, path in (("by digest, GET", "GET", image.by_digest),
                               ("by tag, GET", "GET", image.by_tag),
                               ("by tag, HEAD", "HEAD", image.by_tag)):
        rates = samples_of(rounds, servers, lambda server, m=method, p=path:
                           loader.requests_per_second(server.port, p, m, image.manifest.media_type,
                                                      BUSY_CONNECTIONS, RATE_SECONDS))
        detail = "requests/s: " + in_numbers(rates)
        yield at_least(f"manifest {what}: rate ÷ nginx's", ratio(rates, NginxServer),
                       RATE_LEAST, detail)
        yield at_least(f"manifest {what}: rate ÷ docker-registry's", ratio(rates, RegistryServer),
                       RATE_OF_REGISTRY_LEAST, "as above")


def cold_blob(loader, start, upstream, blobs, folder, rounds, has_target):
    """Many clients want one blob that is not in the cache, against one download without it."""
    direct, through, fetched = [], [], []
    saved = folder / "direct"
    server = start()
    try:
        # Its first connection to upstream is not what this is about.
        loader.once(server.port, blob_path(blobs.take()), 1)
        for _ in range(rounds):
            direct.append(loader.once(upstream.port, blob_path(blobs.take()), 1, saved)[0])
            saved.unlink()
            digest = blobs.take()
            seconds, _, received = loader.once(server.port, blob_path(digest), COLD_CLIENTS)
            if received != COLD_CLIENTS * blobs.size:
                raise AssertionError(f"{received} bytes instead of {COLD_CLIENTS} whole blobs")
            through.append(seconds)
            fetched.append(upstream.bytes_of(digest) / blobs.size)
    finally:
        server.stop()
    value = median(through) / median(direct)
    detail = f"s: Lanyard {spread(through, '{:.2f}')}, direct {spread(direct, '{:.2f}')}"
    figure = f"{COLD_CLIENTS} clients, one cold 256 MiB blob"
    if not has_target:
        yield information(f"{figure}, upstream not slowed: time ÷ one direct download's",
                          f"{value:.2f}", detail)
        return
    yield at_most(f"{figure}: bytes from upstream ÷ the blob's", max(fetched),
                  UPSTREAM_BYTES_MOST, f"each of {rounds} blobs")
    yield at_most(f"{figure}: time ÷ one direct download's", value, COLD_TIME_MOST, detail)


def limited_blob(loader, start, upstream, blobs, rounds):
    """One client wants a large blob that is not in the cache, of an upstream that limits each
    connection."""
    direct, through = [], []
    server = start()
    try:
        for _ in range(rounds):
            direct.append(loader.once(upstream.port, blob_path(blobs.take()), 1)[0])
            through.append(loader.once(server.port, blob_path(blobs.take()), 1)[0])
    finally:
        server.stop()
    yield at_most("cold 256 MiB blob, upstream limits each connection to 20 MB/s: time ÷ direct",
                  median(through) / median(direct), LIMITED_TIME_MOST,
                  f"s: Lanyard {spread(through, '{:.2f}')}, direct {spread(direct, '{:.2f}')}")


def first_byte(loader, start, upstream, blobs, rounds):
    """How long the first byte of a blob takes that is not in the cache."""
    direct, through = [], []
    server = start()
    try:
        for _ in range(rounds):
            direct.append(1000 * loader.once(upstream.port, blob_path(blobs.take()), 1)[1])
            through.append(1000 * loader.once(server.port, blob_path(blobs.take()), 1)[1])
    finally:
        server.stop()
    yield at_most("first byte of a cold blob: time ÷ direct", median(through) / median(direct),
                  FIRST_BYTE_MOST, f"ms: Lanyard {spread(through, '{:.1f}')}, "
                                   f"direct {spread(direct, '{:.1f}')}")


def idle_memory(start, rounds):
    """Memory of a server that has just started, and of connections that do nothing."""
    idle, silent, asked = [], [], []
    for _ in range(rounds):
        for kib, request in ((silent, b""), (asked, b"GET /v2/ HTTP/1.1\r\nHost: bench\r\n\r\n")):
            server = start()
            try:
                idle.append(settled_bytes(server.pid) / MIB)
                before = settled_bytes(server.pid)
                with IdleConnections(server.port, IDLE_CONNECTIONS, request):
                    after = settled_bytes(server.pid)
                kib.append((after - before) / IDLE_CONNECTIONS / 1024)
            finally:
                server.stop()
    yield at_most("idle server, MiB", median(idle), IDLE_MIB_MOST, spread(idle, "{:.1f}"))
    figure = f"{IDLE_CONNECTIONS:,} idle connections, KiB each"
    yield at_most(f"{figure}, nothing sent yet", median(silent), CONNECTION_KIB_MOST,
                  spread(silent, "{:.2f}"))
    yield at_most(f"{figure}, after one request each", median(asked), CONNECTION_KIB_MOST,
                  spread(asked, "{:.2f}"))


def busy_memory(loader, server, image, rounds):
    """The peak of memory under load, of blobs and of manifests."""
    peaks = []
    for _ in range(rounds):
        reset_peak(server.pid)
        loader.throughput(server, image.blob, BUSY_CONNECTIONS, BLOB_SECONDS)
        loader.requests_per_second(server.port, image.by_digest, "GET", image.manifest.media_type,
                                   BUSY_CONNECTIONS, 1)
        peaks.append(memory_bytes(server.pid, "VmHWM") / MIB)
    yield at_most(f"{BUSY_CONNECTIONS} busy connections, peak MiB", max(peaks), BUSY_MIB_MOST,
                  spread(peaks, "{:.1f}"))


def settled_bytes(pid):
    """Its resident memory, once that does not change any more."""
    size = -1
    for _ in range(20):
        time.sleep(0.2)
        size, last = memory_bytes(pid, "VmRSS"), size
        if size == last:
            break
    return size


def ratio(values, peer):
    return median(values[LanyardServer.name]) / median(values[peer.name])


def in_numbers(values, form="{:.0f}"):
    return ", ".join(f"{name} {spread(taken, form)}" for name, taken in values.items())
