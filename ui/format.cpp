// SPDX-License-Identifier: GPL-3.0-or-later
#include "format.h"

#include "api/printabletext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <array>
#include <cmath>

namespace lanyard::ui {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("format", text);
}

QString threeDigits(double value)
{
    const int decimals = value >= 99.95 ? 0 : (value >= 9.995 ? 1 : 2);
    return QLocale().toString(value, 'f', decimals);
}

} // namespace

QString formatBytes(std::int64_t bytes)
{
    static constexpr std::array names{u"B", u"KiB", u"MiB", u"GiB", u"TiB", u"PiB", u"EiB"};
    auto value = static_cast<double>(bytes);
    std::size_t unit = 0;
    // Bytes are exact; of a unit never four digits, which columns have no room for.
    while (value >= (unit == 0 ? 1024 : 999.5) && unit + 1 < names.size()) {
        value /= 1024;
        ++unit;
    }
    const QString number = unit == 0 ? QLocale().toString(bytes) : threeDigits(value);
    return QStringLiteral("%1 %2").arg(number, QStringView(names.at(unit)));
}

QString formatRate(double bytesPerSecond)
{
    return translated(QT_TRANSLATE_NOOP("format", "%1/s"))
        .arg(formatBytes(static_cast<std::int64_t>(std::llround(bytesPerSecond))));
}

QString formatDuration(std::int64_t durationUs)
{
    const QLocale locale;
    const auto us = static_cast<double>(durationUs);
    if (durationUs < 99'950)
        return translated(QT_TRANSLATE_NOOP("format", "%1 ms"))
            .arg(locale.toString(us / 1e3, 'f', 1));
    if (durationUs < 999'500)
        return translated(QT_TRANSLATE_NOOP("format", "%1 ms"))
            .arg(locale.toString(us / 1e3, 'f', 0));
    if (durationUs < 59'995'000)
        return translated(QT_TRANSLATE_NOOP("format", "%1 s"))
            .arg(locale.toString(us / 1e6, 'f', 2));
    const std::int64_t seconds = (durationUs + 500'000) / 1'000'000;
    return translated(QT_TRANSLATE_NOOP("format", "%1 min %2 s"))
        .arg(locale.toString(static_cast<qlonglong>(seconds / 60)),
             locale.toString(static_cast<qlonglong>(seconds % 60)));
}

QString formatHitRatio(std::uint64_t hits, std::uint64_t misses)
{
    if (hits + misses == 0)
        return QStringLiteral("–");
    const double share = static_cast<double>(hits) / static_cast<double>(hits + misses);
    const double percent = std::floor(share * 1000.0) / 10.0;
    return translated(QT_TRANSLATE_NOOP("format", "%1 %")).arg(QLocale().toString(percent, 'f', 1));
}

QString formatCount(std::uint64_t count)
{
    return QLocale().toString(static_cast<qulonglong>(count));
}

QString formatTimeOfDay(std::int64_t startedAtMs)
{
    return QDateTime::fromMSecsSinceEpoch(startedAtMs).time().toString(u"HH:mm:ss.zzz");
}

QString printable(QByteArrayView bytes)
{
    return lanyard::printable(QString::fromUtf8(bytes));
}

QString printableLines(const QByteArray &text)
{
    QStringList lines;
    for (QByteArray line : text.split('\n')) {
        if (line.endsWith('\r'))
            line.chop(1);
        QStringList parts;
        for (const QByteArray &part : line.split('\t'))
            parts += printable(part);
        lines += parts.join(u'\t');
    }
    return lines.join(u'\n');
}

} // namespace lanyard::ui
