// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that the entry which starts the program at login is made, removed and read as desktops do,
// and follows a program that has moved.
#include "desktop/autostart.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace lanyard;
using namespace lanyard::desktop;

class AutostartTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isMadeAndRemoved();
    void isOffWhenSomebodySaysSo_data();
    void isOffWhenSomebodySaysSo();
    void followsTheProgram();
    void leavesAloneWhatWorks();
    void tellsWhatIsWrong();
    void quotes_data();
    void quotes();

private:
    QString folder() const { return m_folder->filePath(QStringLiteral("autostart")); }

    QString path() const { return folder() + QStringLiteral("/lanyard-desktop.desktop"); }

    void write(const QByteArray &text) const
    {
        QDir().mkpath(folder());
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    QByteArray text() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void AutostartTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void AutostartTest::isMadeAndRemoved()
{
    const Autostart autostart(folder(), {QStringLiteral("/opt/a b/lanyard-desktop"),
                                         QStringLiteral("--config"), QStringLiteral("/c.yml")});
    QVERIFY(!autostart.isOn());
    QVERIFY(autostart.set(false));
    QVERIFY(autostart.set(true));
    QVERIFY(autostart.isOn());
    QVERIFY(text().startsWith("[Desktop Entry]\nType=Application\n"));
    QVERIFY(text().endsWith("\nExec=\"/opt/a b/lanyard-desktop\" \"--config\" \"/c.yml\"\n"));
    QVERIFY(autostart.set(false));
    QVERIFY(!autostart.isOn());
    QVERIFY(!QFile::exists(path()));
}

void AutostartTest::isOffWhenSomebodySaysSo_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("hidden") << QByteArray("[Desktop Entry]\nExec=/bin/true\nHidden=true\n");
    QTest::newRow("GNOME") << QByteArray(
        "[Desktop Entry]\nExec=/bin/true\nX-GNOME-Autostart-enabled = false\n");
    QTest::newRow("nothing") << QByteArray();
}

void AutostartTest::isOffWhenSomebodySaysSo()
{
    QFETCH(QByteArray, text);
    write(text);
    const Autostart autostart(folder(), {QStringLiteral("/bin/true")});
    QVERIFY(!autostart.isOn());
    autostart.repair();
    QCOMPARE(this->text(), text);
    QVERIFY(autostart.set(true));
    QVERIFY(autostart.isOn());
}

void AutostartTest::followsTheProgram()
{
    write("[Desktop Entry]\nName=Mine\nExec=\"/nowhere/lanyard-desktop\"\nIcon=x\n");
    Autostart(folder(), {QStringLiteral("/bin/true")}).repair();
    QCOMPARE(text(), QByteArray("[Desktop Entry]\nName=Mine\nExec=\"/bin/true\"\nIcon=x\n"));
}

void AutostartTest::leavesAloneWhatWorks()
{
    const QByteArray entry = "[Desktop Entry]\nExec=/bin/sh -c true\n";
    write(entry);
    Autostart(folder(), {QStringLiteral("/bin/true")}).repair();
    QCOMPARE(text(), entry);
}

void AutostartTest::tellsWhatIsWrong()
{
    QFile file(folder());
    QVERIFY(file.open(QIODevice::WriteOnly)); // where the folder should be
    const auto made = Autostart(folder(), {QStringLiteral("/bin/true")}).set(true);
    QVERIFY(!made);
    QVERIFY(made.error().message.english().find("lanyard-desktop.desktop: ") != std::string::npos);
}

void AutostartTest::quotes_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("plain") << QStringLiteral("/a") << QByteArray("\"/a\"");
    QTest::newRow("space") << QStringLiteral("/a b") << QByteArray("\"/a b\"");
    QTest::newRow("percent") << QStringLiteral("/a%b") << QByteArray("\"/a%%b\"");
    QTest::newRow("dollar") << QStringLiteral("/$a") << QByteArray("\"/\\\\$a\"");
    QTest::newRow("quote") << QStringLiteral("/\"a") << QByteArray("\"/\\\\\"a\"");
    QTest::newRow("backslash") << QStringLiteral("/\\a") << QByteArray("\"/\\\\\\\\a\"");
}

void AutostartTest::quotes()
{
    QFETCH(QString, program);
    QFETCH(QByteArray, value);
    QCOMPARE(execValue({program}), value);
    QCOMPARE(programOf(value + " \"--config\""), program);
}

QTEST_GUILESS_MAIN(AutostartTest)
#include "tst_autostart.moc"
