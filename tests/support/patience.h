// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

/// How long tests wait for a condition: it is included before every test (cmake/). Qt's 5 s are
/// less than one write to the disk may take beside a compiler; who waits for what never comes finds
/// that out anyway.
inline constexpr int patienceMs = 30'000;

#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#define QTRY_VERIFY(expression) QTRY_VERIFY_WITH_TIMEOUT(expression, patienceMs)
#define QTRY_VERIFY2(expression, message) QTRY_VERIFY2_WITH_TIMEOUT(expression, message, patienceMs)
#define QTRY_COMPARE(expression, expected)                                                         \
    QTRY_COMPARE_WITH_TIMEOUT(expression, expected, patienceMs)
