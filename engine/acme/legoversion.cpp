// SPDX-License-Identifier: GPL-3.0-or-later
#include "acme/legoversion.h"

#include <QString>
#include <QVersionNumber>

#include <algorithm>
#include <array>

namespace lanyard::acme {

namespace {

/// The line after "VERSION:".
QString versionOf(const QByteArray &help)
{
    const QByteArray heading("VERSION:");
    const qsizetype at = help.indexOf(heading);
    if (at < 0)
        return {};
    const QByteArray line = help.mid(at + heading.size()).trimmed().split('\n').value(0);
    constexpr qsizetype shown = 40;
    return QString::fromUtf8(line).trimmed().left(shown);
}

bool hasOptions(const QByteArray &help)
{
    static constexpr std::array options{
        "--path ",         "--accept-tos", "--email ",    "--server ", "--domains ",
        "--cert.timeout ", "--http.port ", "--tls.port ", "--dns ",    "--dns.resolvers "};
    return std::all_of(options.begin(), options.end(),
                       [&help](const char *option) { return help.contains(option); });
}

} // namespace

Result<void> checkLego(const QByteArray &help)
{
    const QString version = versionOf(help);
    const QString number = version.startsWith(u'v') ? version.mid(1) : version;
    const QVersionNumber parsed = QVersionNumber::fromString(number);
    const bool isOld = !parsed.isNull() && parsed < QVersionNumber(4, 5);
    if (!isOld && hasOptions(help))
        return {};
    const Message named = version.isEmpty()
                              ? Message(QT_TRANSLATE_NOOP("engine", "without a version"))
                              : Message(version);
    return failure(
        ErrorCode::InvalidInput,
        {QT_TRANSLATE_NOOP("engine", "the lego that is installed (%1) cannot be used: expected 4.5 "
                                     "or a later 4, as in Debian 12: apt-get install lego"),
         {named}});
}

} // namespace lanyard::acme
