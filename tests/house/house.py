#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the house that no compiler checks: who may include whom, and what a file must be.

Usage: house.py CHECK ROOT [QT_INCLUDE_DIR]. Prints file:line: reason for each violation and exits 1.
"""

import os
import pathlib
import re
import subprocess
import sys

ENGINE_ROOMS = {"config", "http", "auth", "credentials", "upstream", "journal", "store", "archive",
                "registry", "control", "tls", "localca", "acme"}

# The rooms of the set-up of clients: they need no engine.
SETUP_ROOMS = {"textedit", "recipes", "detection", "setup", "workstation"}

# Who may include whom, besides itself. An area is a folder, or a unit of the engine's top folder.
FLOORS = {
    "core": set(),
    "api": {"core"},
    "sqlite": {"core"},
    "textedit": {"core"},
    "config": {"core", "api", "textedit"},
    "http": {"core", "api"},
    "auth": {"core", "api", "http"},
    "credentials": {"core", "api"},
    "upstream": {"core", "api", "credentials"},
    "tls": {"core", "api", "http"},
    "localca": {"core", "api", "tls"},
    "acme": {"core", "api", "http", "tls"},
    "journal": {"core", "api", "sqlite", "http"},
    "store": {"core", "api", "sqlite"},
    "archive": {"core", "store"},
    "registry": {"core", "api", "http", "store", "archive", "credentials", "upstream", "journal"},
    "control": {"core", "api", "http"},
    "recipes": {"core", "api", "textedit"},
    "setup": {"core", "api", "recipes", "textedit"},
    "detection": {"core", "api", "textedit"},
    "workstation": {"core", "api", "recipes", "setup", "detection", "textedit"},
    "workstation.h": {"core", "api"},
    "workstation.cpp": {"workstation.h", "openquestions.h", "core", "api"} | SETUP_ROOMS,
    "enginecore": {"core", "api"} | ENGINE_ROOMS,
    "enginedoor.h": {"core"},
    "enginedoor.cpp": {"enginedoor.h", "enginecore", "control"},
    "engine.h": {"api", "core"},
    "engineprivate.h": {"engine.h", "enginecore", "enginedoor.h", "openquestions.h", "core"},
    "engine.cpp": {"engineprivate.h", "engine.h", "core", "config"},
    "enginequestions.cpp": {"engineprivate.h"},
    "enginesettings.cpp": {"engineprivate.h", "config", "http"},
    "openquestions.h": {"core"},
    "engineclient.h": set(),
    "engineclient.cpp": {"engineclient.h", "core", "control"},
    "ui": {"engine.h", "workstation.h", "api"},
    "app/desktop": {"ui", "engine.h", "workstation.h", "api", "app/process"},
    "app/cli": {"engine.h", "engineclient.h", "workstation.h", "api", "core", "app/process"},
    "app/helper": {"core", "api", "recipes", "setup"},
    "app/process": set(),
}

# What stands together in the area "enginecore".
COMPOSITION = ("enginecore.", "enginerooms.", "enginetimeouts.")

# The areas that must do without a display.
HEADLESS = set(FLOORS) - {"ui", "app/desktop"}

LINES_MAX = 500
SOURCE_FOLDERS = ("engine", "ui", "app", "tests")
CPP = (".cpp", ".h")
INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]')
FOREACH = re.compile(r"foreach\((\w+)\s+([^)]*)\)(.*?)endforeach\(", re.DOTALL)
LEFTOVER = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X)\b")


def area_of(path):
    """The area of a path relative to the root; None for what has no floor (the tests)."""
    parts = pathlib.PurePath(path).parts
    if parts[0] == "engine":
        if len(parts) > 2:
            return parts[1]
        return "enginecore" if parts[1].startswith(COMPOSITION) else parts[1]
    if parts[0] == "ui":
        return "ui"
    if parts[0] == "app":
        return "/".join(parts[:2])
    return None


def sources(root, folders=SOURCE_FOLDERS):
    """The source files of the house, relative to the root."""
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts and is_source(path):
                yield path.relative_to(root)


def is_source(path):
    if path.suffix in CPP + (".py",):
        return True
    if path.suffix:
        return False
    with path.open("rb") as file:
        return file.read(2) == b"#!"


def lines_of(root, path):
    return (root / path).read_text(encoding="utf-8").splitlines()


def includes(root, path):
    for number, line in enumerate(lines_of(root, path), start=1):
        match = INCLUDE.match(line)
        if match:
            yield number, match[1], match[2]


def resolve(root, path, name):
    """The file that `#include "name"` in `path` means, by the include folders of the targets."""
    for folder in (path.parent, pathlib.Path("engine"), pathlib.Path("ui"), pathlib.Path("app"),
                   pathlib.Path(".")):
        candidate = pathlib.Path(os.path.normpath(folder / name))
        if (root / candidate).is_file():
            return candidate
    return None


def check_floors(root, _):
    for path in sources(root, ("engine", "ui", "app")):
        if path.suffix not in CPP:
            continue
        area = area_of(path)
        if area not in FLOORS:
            yield path, 1, f"{area} has no place in the table of floors"
            continue
        for number, quote, name in includes(root, path):
            if quote != '"' or name.endswith(".moc"):
                continue
            target = resolve(root, path, name)
            if target is None:
                yield path, number, f"{name} is no file of the house"
            elif area_of(target) not in FLOORS[area] | {area}:
                yield path, number, f"{area} may not include {name} of {area_of(target)}"


def check_headless(root, qt):
    forbidden = set()
    for module in ("QtGui", "QtWidgets"):
        folder = pathlib.Path(qt) / module
        forbidden |= {module} | {header.name for header in folder.iterdir()}
    for path in sources(root, ("engine", "app")):
        if path.suffix not in CPP or area_of(path) not in HEADLESS:
            continue
        for number, _, name in includes(root, path):
            if name.split("/")[0] in forbidden or name in forbidden:
                yield path, number, f"{name} needs a display; only ui and app/desktop may"


def check_sources(root, _):
    for path in sources(root):
        lines = lines_of(root, path)
        first = lines[1:2] if lines[:1] and lines[0].startswith("#!") else lines[:1]
        if not first or "SPDX-License-Identifier: GPL-3.0-or-later" not in first[0]:
            yield path, 1, "the SPDX line is not first"
        if path.suffix == ".h" and "#pragma once" not in lines:
            yield path, 1, "no #pragma once"
        if len(lines) > LINES_MAX:
            yield path, len(lines), f"longer than {LINES_MAX} lines"
        for number, line in enumerate(lines, start=1):
            if LEFTOVER.search(line):
                yield path, number, "a leftover: do it, or file an issue"


def named_files(root, listing):
    """What a CMakeLists.txt names, as paths relative to the root."""
    text = re.sub(r"#.*", "", (root / listing).read_text(encoding="utf-8"))
    for variable, items, body in FOREACH.findall(text):
        text += "\n".join(body.replace(f"${{{variable}}}", item) for item in items.split())
    for word in re.findall(r"[\w./+-]+\.(?:cpp|h)\b", text):
        yield pathlib.Path(os.path.normpath(listing.parent / word))
    for name in re.findall(r"^lanyard_fuzz\((\w+)", text, re.MULTILINE):
        yield listing.parent / f"{name}.cpp"


def check_listed(root, _):
    named = set()
    for folder in SOURCE_FOLDERS:
        for listing in (root / folder).rglob("CMakeLists.txt"):
            named |= set(named_files(root, listing.relative_to(root)))
    for path in sources(root):
        if path.suffix in CPP and path not in named:
            yield path, 1, "no CMakeLists.txt names this file"


def check_format(root, _):
    files = [str(path) for path in sources(root) if path.suffix in CPP]
    result = subprocess.run(
        ["clang-format", "--dry-run", "-Werror", *files],
        cwd=root, stderr=subprocess.PIPE, text=True, check=False)
    for line in result.stderr.splitlines():
        match = re.match(r"(\S+?):(\d+):\d+: error: (.*)", line)
        if match:
            yield match[1], int(match[2]), match[3]
    if result.returncode not in (0, 1):
        yield ".clang-format", 1, f"clang-format ended with {result.returncode}"


# What only clients of the cache and scripts read, in English.
UNTRANSLATED = ("engine/control/", "engine/registry/listpage.cpp")

# A message that begins with a literal; a marked one has QT_TRANSLATE_NOOP there.
MESSAGE = re.compile(r'''
    (?: \bfailure\(\s* [\w:.()>-]+ ,\s*
      | \bMessage\(\s*
      | \bMessage::(?:at|both)\( (?: [^"();] | \([^()"]*\) )* ,\s*
      | [.]message\s*=\s*
    )
    \{?\s* " (?P<text> (?: [^"\\] | \\. )* ) "''', re.VERBOSE)


def check_messages(root, _):
    """What the engine says to people can be translated: its words are marked for it."""
    for path in sources(root, ("engine",)):
        if str(path).startswith(UNTRANSLATED):
            continue
        text = (root / path).read_text(encoding="utf-8")
        for found in MESSAGE.finditer(text):
            if re.search(r"[A-Za-z]{2} | [A-Za-z]{2}", found["text"]):
                yield path, text.count("\n", 0, found.start("text")) + 1, \
                    'words without QT_TRANSLATE_NOOP("engine", …)'


CHECKS = {
    "floors": check_floors,
    "headless": check_headless,
    "sources": check_sources,
    "listed": check_listed,
    "format": check_format,
    "messages": check_messages,
}


def main():
    check, root = sys.argv[1], pathlib.Path(sys.argv[2])
    qt = sys.argv[3] if len(sys.argv) > 3 else ""
    violations = list(CHECKS[check](root, qt))
    for path, number, reason in violations:
        print(f"{path}:{number}: {reason}")
    return 1 if violations else 0


if __name__ == "__main__":
    sys.exit(main())
