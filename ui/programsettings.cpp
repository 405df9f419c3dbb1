// SPDX-License-Identifier: GPL-3.0-or-later
#include "programsettings.h"

#include <QDir>
#include <QSettings>

namespace lanyard::ui {

namespace {

const QString languageKey = QStringLiteral("program/language");
const QString minimisedKey = QStringLiteral("program/startsMinimised");
const QString closeKey = QStringLiteral("program/closing");
const QString notifiesKey = QStringLiteral("program/notifies");

QString nameOf(CloseAction action)
{
    switch (action) {
    case CloseAction::KeepRunning:
        break;
    case CloseAction::Quit:
        return QStringLiteral("quit");
    case CloseAction::Ask:
        return QStringLiteral("ask");
    }
    return QStringLiteral("keepRunning");
}

CloseAction closeActionOf(const QString &name)
{
    for (const CloseAction action : {CloseAction::Quit, CloseAction::Ask}) {
        if (name == nameOf(action))
            return action;
    }
    return CloseAction::KeepRunning;
}

} // namespace

ProgramSettings readProgramSettings(const QSettings &settings)
{
    return {.language = settings.value(languageKey).toString(),
            .startsAtLogin = false,
            .startsMinimised = settings.value(minimisedKey).toBool(),
            .closeAction = closeActionOf(settings.value(closeKey).toString()),
            .notifies = settings.value(notifiesKey, true).toBool()};
}

void writeProgramSettings(QSettings &settings, const ProgramSettings &wanted)
{
    settings.setValue(languageKey, wanted.language);
    settings.setValue(minimisedKey, wanted.startsMinimised);
    settings.setValue(closeKey, nameOf(wanted.closeAction));
    settings.setValue(notifiesKey, wanted.notifies);
}

QStringList availableLanguages()
{
    static const QString prefix = QStringLiteral("lanyard_");
    QStringList languages{QStringLiteral("en")};
    const QStringList files = QDir(QStringLiteral(":/translations"))
                                  .entryList({prefix + QStringLiteral("*.qm")}, QDir::Files);
    for (const QString &file : files) {
        const QString language = file.mid(prefix.size()).chopped(3); // .qm
        if (!languages.contains(language))
            languages.append(language);
    }
    return languages;
}

} // namespace lanyard::ui
