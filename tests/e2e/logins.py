# SPDX-License-Identifier: GPL-3.0-or-later
"""A user of a cache that asks who pulls, and what clients send for one."""

import base64

USER, PASSWORD = "alice", "open: sesame/\u00e4"


def basic(user=USER, password=PASSWORD):
    """The value of an Authorization field."""
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()
