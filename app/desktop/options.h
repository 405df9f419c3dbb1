// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QString>
#include <QStringList>

namespace lanyard::desktop {

/// The command line of lanyard-desktop. Needs an application object, with or without a display.
class Options final
{
public:
    Options();
    Q_DISABLE_COPY_MOVE(Options)

    /// False where the arguments are wrong: errorText() says why.
    bool parse(const QStringList &arguments);
    QString errorText() const;

    bool isHelpWanted() const;
    bool isVersionWanted() const;
    QString helpText() const;

    /// Of --config; empty where it was not given.
    QString configPath() const;

    /// Whether the arguments of main() ask for a text alone, which needs no display.
    static bool areForText(int argc, char **argv);

private:
    QCommandLineParser m_parser;
    QCommandLineOption m_help;
    QCommandLineOption m_version;
    QCommandLineOption m_config;
};

} // namespace lanyard::desktop
