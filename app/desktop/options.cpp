// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/options.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>

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

bool Options::areForText(int argc, char **argv)
{
    constexpr std::array<std::string_view, 5> texts{"-h", "--help", "--help-all", "-v",
                                                    "--version"};
    return std::any_of(argv + 1, argv + argc, [&texts](const char *argument) {
        return std::find(texts.begin(), texts.end(), argument) != texts.end();
    });
}

} // namespace lanyard::desktop
