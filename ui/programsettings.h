// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"

#include <QString>
#include <QStringList>

#include <functional>

class QSettings;

namespace lanyard::ui {

/// What closing the window does.
enum class CloseAction { KeepRunning, Quit, Ask };

/// What a person sets of the program itself, for one user of a computer; no part of the
/// configuration file.
struct ProgramSettings
{
    QString language; ///< as availableLanguages() names them; empty: that of the system
    bool startsAtLogin = false;
    bool startsMinimised = false;
    CloseAction closeAction = CloseAction::KeepRunning;
    bool notifies = true;
    bool operator==(const ProgramSettings &) const = default;
};

/// All but whether it starts at login, which the desktop keeps.
ProgramSettings readProgramSettings(const QSettings &settings);
void writeProgramSettings(QSettings &settings, const ProgramSettings &wanted);

/// "en", and those whose words are compiled in: "de".
QStringList availableLanguages();

/// The program around the window: how its settings are read and kept.
struct Program
{
    std::function<ProgramSettings()> read;
    std::function<Result<void>(const ProgramSettings &)> write;
};

} // namespace lanyard::ui
