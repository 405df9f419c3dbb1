// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that what a person sets of the program is kept.
#include "programsettings.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace lanyard::ui;

Q_DECLARE_METATYPE(lanyard::ui::ProgramSettings)

class ProgramSettingsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatIsSet_data();
    void keepsWhatIsSet();
    void takesNothingForUsual();
    void takesWhatIsUnknownForUsual();

private:
    QString file() const { return m_folder.filePath(QStringLiteral("program.conf")); }

    const QTemporaryDir m_folder;
};

void ProgramSettingsTest::keepsWhatIsSet_data()
{
    QTest::addColumn<ProgramSettings>("wanted");
    QTest::newRow("usual") << ProgramSettings();
    QTest::newRow("language") << ProgramSettings{.language = QStringLiteral("de")};
    QTest::newRow("minimised") << ProgramSettings{.startsMinimised = true};
    QTest::newRow("quit") << ProgramSettings{.closeAction = CloseAction::Quit};
    QTest::newRow("ask") << ProgramSettings{.closeAction = CloseAction::Ask};
    QTest::newRow("quiet") << ProgramSettings{.notifies = false};
}

/// In the place of others.
void ProgramSettingsTest::keepsWhatIsSet()
{
    QFETCH(const ProgramSettings, wanted);
    {
        QSettings settings(file(), QSettings::IniFormat);
        writeProgramSettings(settings, {.language = QStringLiteral("en"),
                                        .startsMinimised = !wanted.startsMinimised,
                                        .closeAction = CloseAction::Ask,
                                        .notifies = !wanted.notifies});
        writeProgramSettings(settings, wanted);
    }
    QVERIFY(readProgramSettings(QSettings(file(), QSettings::IniFormat)) == wanted);
}

void ProgramSettingsTest::takesNothingForUsual()
{
    const QString none = m_folder.filePath(QStringLiteral("none.conf"));
    QVERIFY(readProgramSettings(QSettings(none, QSettings::IniFormat)) == ProgramSettings());
}

/// Of another version of the program.
void ProgramSettingsTest::takesWhatIsUnknownForUsual()
{
    QSettings settings(file(), QSettings::IniFormat);
    settings.setValue(QStringLiteral("program/closing"), QStringLiteral("vanish"));
    QCOMPARE(readProgramSettings(settings).closeAction, CloseAction::KeepRunning);
}

QTEST_GUILESS_MAIN(ProgramSettingsTest)
#include "tst_programsettings.moc"
