// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <cstdint>

/// Numbers and bytes as text for people, in the words and digits of their language (QLocale's
/// default). Pure functions.
namespace lanyard::ui {

/// `0 B`, `1.5 GiB`: binary units, three significant digits.
QString formatBytes(std::int64_t bytes);

/// `3.2 MiB/s`.
QString formatRate(double bytesPerSecond);

/// `0.4 ms`, `345 ms`, `1.24 s`, `2 min 3 s`.
QString formatDuration(std::int64_t durationUs);

/// Share of hits, `93.4 %`; a dash where there is nothing to divide. Rounded down, so that 100 %
/// means every one.
QString formatHitRatio(std::uint64_t hits, std::uint64_t misses);

/// `12,345`.
QString formatCount(std::uint64_t count);

/// Time of day with milliseconds in the zone of this computer. `startedAtMs` since 1970-01-01 UTC.
QString formatTimeOfDay(std::int64_t startedAtMs);

/// Bytes from the network as one line that is safe to show: UTF-8 where it is, with control and
/// direction characters made visible.
QString printable(QByteArrayView bytes);

/// The same of text with more than one line, whose tabs and ends of lines stay.
QString printableLines(const QByteArray &text);

} // namespace lanyard::ui
