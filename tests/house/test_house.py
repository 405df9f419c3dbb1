#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each rule of the house finds its violation, with its file and line, and leaves a clean house alone."""

import pathlib
import shutil
import tempfile
import unittest

import house

SPDX = "// SPDX-License-Identifier: GPL-3.0-or-later\n"


class HouseTest(unittest.TestCase):
    def setUp(self):
        self.root = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.root)
        for folder in house.SOURCE_FOLDERS:
            (self.root / folder).mkdir()
        for module, header in (("QtGui", "QIcon"), ("QtWidgets", "QWidget")):
            self.write(f"qt/{module}/{header}", "")
        self.write("engine/core/digest.h", SPDX + "#pragma once\n")
        self.write("engine/api/names.h", SPDX + '#pragma once\n#include "core/digest.h"\n')
        self.write("engine/engine.h", SPDX + '#pragma once\n#include "api/names.h"\n')
        self.write("ui/window.cpp", SPDX + '#include <QWidget>\n#include "engine.h"\n')
        self.write("engine/CMakeLists.txt", "core/digest.h api/names.h engine.h")
        self.write("ui/CMakeLists.txt", "window.cpp")

    def write(self, path, text):
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def violations(self, check):
        found = house.CHECKS[check](self.root, str(self.root / "qt"))
        return [(str(path), line) for path, line, _ in found]

    def test_clean_house(self):
        for check in ("floors", "headless", "sources", "listed", "messages"):
            self.assertEqual(self.violations(check), [], check)

    def test_unmarked_message(self):
        self.write("engine/core/file.cpp", SPDX + 'return failure(ErrorCode::Io, "it is gone");\n')
        self.write("engine/core/lock.cpp", SPDX + 'return failure(code,\n    Message::at(path, {"%1 is there", {name}}));\n')
        self.write("engine/core/good.cpp", SPDX + 'failure(ErrorCode::Io, QT_TRANSLATE_NOOP("engine", "gone away"));\n'
                   'Message::at(path, {QT_TRANSLATE_NOOP("engine", "run: %1"), {"chmod o= " + path}});\n'
                   'Message("%1: %2", {a, b});\n')
        self.write("engine/control/reply.cpp", SPDX + 'failure(ErrorCode::Io, "it is gone");\n')
        self.assertEqual(self.violations("messages"),
                         [("engine/core/file.cpp", 2), ("engine/core/lock.cpp", 3)])

    def test_upward_include(self):
        self.write("engine/core/digest.h", SPDX + '#pragma once\n\n#include "api/names.h"\n')
        self.assertEqual(self.violations("floors"), [("engine/core/digest.h", 4)])

    def test_sideways_include(self):
        self.write("engine/store/store.h", SPDX)
        self.write("engine/upstream/routes.cpp", SPDX + '#include "store/store.h"\n')
        self.assertEqual(self.violations("floors"), [("engine/upstream/routes.cpp", 2)])

    def test_window_reaches_below_the_facade(self):
        self.write("ui/window.cpp", SPDX + '#include "core/digest.h"\n')
        self.assertEqual(self.violations("floors"), [("ui/window.cpp", 2)])

    def test_include_by_relative_path_is_no_way_around(self):
        self.write("engine/core/digest.h", SPDX + '#pragma once\n#include "../api/names.h"\n')
        self.assertEqual(self.violations("floors"), [("engine/core/digest.h", 3)])

    def test_unknown_room(self):
        self.write("engine/attic/box.cpp", SPDX)
        self.assertEqual(self.violations("floors"), [("engine/attic/box.cpp", 1)])

    def test_include_of_nothing(self):
        self.write("ui/window.cpp", SPDX + '#include "nothing.h"\n')
        self.assertEqual(self.violations("floors"), [("ui/window.cpp", 2)])

    def test_display_below_the_window(self):
        self.write("engine/core/digest.h", SPDX + "#pragma once\n#include <QIcon>\n")
        self.write("app/cli/main.cpp", SPDX + "#include <QtWidgets/QWidget>\n")
        self.assertEqual(self.violations("headless"),
                         [("engine/core/digest.h", 3), ("app/cli/main.cpp", 2)])

    def test_what_a_source_must_be(self):
        self.write("engine/core/digest.h", "\n")
        self.write("ui/window.cpp", SPDX + "// FIX" "ME\n")
        self.write("tests/long.cpp", SPDX + "\n" * house.LINES_MAX)
        self.assertEqual(self.violations("sources"),
                         [("engine/core/digest.h", 1), ("engine/core/digest.h", 1),
                          ("ui/window.cpp", 2), ("tests/long.cpp", house.LINES_MAX + 1)])

    def test_file_no_target_builds(self):
        self.write("ui/forgotten.cpp", SPDX)
        self.write("tests/fuzz/CMakeLists.txt", "lanyard_fuzz(listed LINKS lanyard_core)\n")
        self.write("tests/fuzz/listed.cpp", SPDX)
        self.write("tests/http/CMakeLists.txt", "foreach(unit one\n two)\n"
                   "  lanyard_test(${unit} SOURCES tst_${unit}.cpp)\nendforeach()\n")
        for unit in ("one", "two"):
            self.write(f"tests/http/tst_{unit}.cpp", SPDX)
        self.assertEqual(self.violations("listed"), [("ui/forgotten.cpp", 1)])

    @unittest.skipUnless(shutil.which("clang-format"), "clang-format is not installed")
    def test_unformatted(self):
        self.write(".clang-format", "BasedOnStyle: LLVM\n")
        self.write("ui/window.cpp", SPDX + "int  x;\n")
        self.assertEqual(self.violations("format"), [("ui/window.cpp", 2)])


if __name__ == "__main__":
    unittest.main()
