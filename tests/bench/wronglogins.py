#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tries wrong passwords, so many a second, at PORT of this computer until its stdin ends; prints
what it was answered as JSON: how often each status."""

import base64
import collections
import http.client
import itertools
import json
import select
import sys
import time

ATTACKER = "127.0.0.2"  # an address of its own


def main(port, per_second):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30,
                                            source_address=(ATTACKER, 0))
    answers = collections.Counter()
    begin = time.monotonic()
    for number in itertools.count():
        if select.select([sys.stdin], [], [], 0)[0]:
            break
        login = base64.b64encode(f"alice:guess-{number}".encode()).decode()
        connection.request("GET", "/v2/", headers={"Authorization": f"Basic {login}"})
        response = connection.getresponse()
        response.read()
        answers[response.status] += 1
        time.sleep(max(0, begin + (number + 1) / per_second - time.monotonic()))
    print(json.dumps({"answers": answers, "seconds": time.monotonic() - begin}))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
