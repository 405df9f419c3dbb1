# SPDX-License-Identifier: GPL-3.0-or-later
"""What was measured, as rows of a table."""

import dataclasses
import os
import pathlib
import platform
import re
import statistics
import typing


@dataclasses.dataclass(frozen=True)
class Row:
    """One figure. `is_ok` is None for what has no target."""

    figure: str
    target: str
    measured: str
    detail: str
    is_ok: typing.Optional[bool]

    @property
    def verdict(self):
        return {True: "ok", False: "NOT", None: "–"}[self.is_ok]


def at_least(figure, value, least, detail):
    return Row(figure, f"≥ {least:g}", f"{value:.2f}", detail, value >= least)


def at_most(figure, value, most, detail):
    return Row(figure, f"≤ {most:g}", f"{value:.2f}", detail, value <= most)


def information(figure, measured, detail):
    return Row(figure, "–", measured, detail, None)


def spread(values, form="{:.0f}"):
    """The median, and the smallest and largest value: what noise there was."""
    return (f"{form.format(statistics.median(values))} "
            f"({form.format(min(values))}–{form.format(max(values))})")


def machine():
    """What the figures depend on."""
    text = pathlib.Path("/proc/cpuinfo").read_text("utf-8")
    model = re.search(r"^model name\s*:\s*(.*)$", text, re.MULTILINE)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    return (f"{os.cpu_count()} × {model[1] if model else platform.machine()}, "
            f"{memory:.0f} GiB, Linux {platform.release()}")


def markdown(rows, facts):
    """The page that is kept."""
    lines = ["<!-- SPDX-License-Identifier: GPL-3.0-or-later -->",
             "# What `./dev bench` measured", "",
             "Written by `./dev bench`; everything below comes from one run on one machine.",
             "Ratios matter, absolute figures do not travel.", ""]
    lines += [f"- {name}: {value}" for name, value in facts.items()]
    lines += ["", "| figure | target | measured | | in numbers: median (least–most) |",
              "|---|---|---|---|---|"]
    lines += [f"| {row.figure} | {row.target} | {row.measured} | {row.verdict} | {row.detail} |"
              for row in rows]
    return "\n".join(lines) + "\n"
