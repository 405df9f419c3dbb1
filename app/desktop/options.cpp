// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.h"

#include <QCoreApplication>

namespace lanyard::desktop {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("options", text);
}

} // namespace

Options::Options()
    : m_help(m_parser.addHelpOption())
    , m_version(m_parser.addVersionOption())
    , m_config(QStringLiteral("config"),
               translated(QT_TRANSLATE_NOOP(
                   "options",
                   "Use this configuration instead of the one in the usual place: Lanyard's YAML, "
                   "or the proxy configuration of a Docker registry.")),
               translated(QT_TRANSLATE_NOOP("options", "FILE")))
{
    m_parser.setApplicationDescription(translated(QT_TRANSLATE_NOOP(
        "options", "A pull-through container image cache for your network, with a window.")));
    m_parser.addOption(m_config);
}

bool Options::parse(const QStringList &arguments)
{
    return m_parser.parse(arguments) && m_parser.positionalArguments().isEmpty();
}

QString Options::errorText() const
{
    if (!m_parser.positionalArguments().isEmpty())
        return translated(QT_TRANSLATE_NOOP("options", "Unexpected argument: %1"))
            .arg(m_parser.positionalArguments().constFirst());
    return m_parser.errorText();
}

bool Options::isHelpWanted() const
{
    return m_parser.isSet(m_help);
}

bool Options::isVersionWanted() const
{
    return m_parser.isSet(m_version);
}

QString Options::helpText() const
{
    return m_parser.helpText();
}

QString Options::configPath() const
{
    return m_parser.value(m_config);
}

bool Options::areForText(const QStringList &arguments)
{
    const QStringList texts{QStringLiteral("-h"), QStringLiteral("--help"),
                            QStringLiteral("--help-all"), QStringLiteral("-v"),
                            QStringLiteral("--version")};
    return std::any_of(arguments.cbegin(), arguments.cend(),
                       [&texts](const QString &argument) { return texts.contains(argument); });
}

} // namespace lanyard::desktop
