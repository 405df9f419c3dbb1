# SPDX-License-Identifier: GPL-3.0-or-later
"""`lanyard serve`, and plain HTTP requests to it."""

import collections
import http.client
import itertools
import json
import os
import re
import socket

from images import DOCKER, OCI
from processes import Process, run, wait_until

# What a client of today accepts. docker-registry answers 404 where an OCI type is not named.
ACCEPT = ", ".join(types[kind] for types in (OCI, DOCKER) for kind in ("index", "manifest"))

LISTENING = re.compile(r"^listening on https?://(\S+)$", re.MULTILINE)
METRICS_ON = re.compile(r"^metrics on http://(\S+)/metrics$", re.MULTILINE)
COMBINED = re.compile(
    r'^(?P<client>\S+) - (?P<user>\S+) \[\d{2}/[A-Z][a-z]{2}/\d{4}:\d{2}:\d{2}:\d{2} [+-]\d{4}\] '
    r'"(?P<method>\S+) (?P<target>\S+) HTTP/1\.[01]" (?P<status>\d{3}) (?P<bytes>\d+|-) '
    r'"-" "(?P<agent>(?:[^"\\]|\\.)*)"$')

# Below those that Linux gives by itself: no connection gets them meanwhile.
_PORTS = (10_000 + number % 22_000 for number in itertools.count(os.getpid() * 61))

Answer = collections.namedtuple("Answer", "status headers body")


def free_port():
    """A port for a program that cannot say which one it has got; another one each time."""
    while True:
        port = next(_PORTS)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port


def lan_address():
    """Of this computer; clients trust 127.0.0.1 whatever its certificate. Sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("198.51.100.1", 9))
        except OSError:
            return "127.0.0.1"
        return probe.getsockname()[0]


def request(address, target, method="GET", **headers):
    """One request on a connection of its own; `headers` with _ for -."""
    connection = http.client.HTTPConnection(address, timeout=30)
    fields = {"Accept": ACCEPT} | {
        name.replace("_", "-"): value for name, value in headers.items()}
    try:
        connection.request(method, target, headers=fields)
        response = connection.getresponse()
        return Answer(response.status, response.headers, response.read())
    finally:
        connection.close()


def command(program, config, *words, stdin="", status=0):
    """`lanyard WORDS...` on the cache of that configuration, which ends with that status."""
    result = run(program, *words, "--config", config, check=False, stdin=stdin)
    if result.returncode != status:
        raise AssertionError(f"{' '.join(map(str, words))} ended with {result.returncode}:\n"
                             f"{result.stdout}{result.stderr}")
    return result


class Lanyard:
    """A server of its own with the configuration `text`; ready when made."""

    def __init__(self, program, folder, text, *arguments, environment=None):
        folder.mkdir(parents=True, exist_ok=True)
        self._program = program
        self._config = folder / "lanyard.yml"
        self._config.write_text(text, encoding="utf-8")
        self.process = Process(folder, program, "serve", "--config", self._config, *arguments,
                               env=environment)
        found = self.process.wait_for(lambda: LISTENING.findall(self.process.stdout()),
                                      "listening on http://ADDRESS:PORT")
        self.addresses = found
        self.address = found[0]

    def reconfigure(self, text):
        """Writes another configuration, as editors do: by another file that takes the name."""
        other = self._config.with_suffix(".new")
        other.write_text(text, encoding="utf-8")
        other.rename(self._config)

    def get(self, target, method="GET", **headers):
        return request(self.address, target, method, **headers)

    def command(self, *words, stdin="", status=0):
        """`lanyard WORDS...` beside it, which ends with that status."""
        return command(self._program, self._config, *words, stdin=stdin, status=status)

    def wait_for_images(self, count):
        """A pull may end a moment before its tag is known: the manifest goes to the disk first."""
        wait_until(lambda: len(json.loads(self.command("images", "--json").stdout)["images"]) >= count,
                   f"{count} images")

    def debug_address(self):
        """HOST:PORT of its debug address, where its configuration has one."""
        return self.process.wait_for(lambda: METRICS_ON.search(self.process.stdout()),
                                     "metrics on http://ADDRESS:PORT/metrics")[1]

    def log_lines(self):
        """The access log so far, of whole lines."""
        whole = self.process.stdout().rpartition("\n")[0]
        return [line for line in whole.splitlines()
                if not LISTENING.match(line) and not METRICS_ON.match(line)]

    def stop(self):
        return self.process.stop()


def config_text(lab, folder, port=0, with_password=True):
    """Both upstreams of the lab on one port. Tags of docker.io are asked for at every request."""
    account = (f'\n    username: {lab.username}\n    password: "{lab.password}"'
               if with_password else "")
    return f"""\
version: 1
listen: [{{address: "127.0.0.1:{port}"}}]
storage: {{directory: {folder}}}
upstreams:
  - registry: docker.io
    url: {lab.hub.url}{account}
    caFile: {lab.certificates.ca}
    tagRules: [{{match: "*", ttl: 0s}}]
  - registry: quay.example
    url: {lab.quay.url}
access: {{allow: [private]}}
"""
