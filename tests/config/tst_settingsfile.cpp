// SPDX-License-Identifier: GPL-3.0-or-later
// The configuration file of a desktop: what a person changes is written beside what others have
// changed meanwhile; where there is no file, one is made.
#include "config/firstfile.h"
#include "config/settingsfile.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace lanyard;
using namespace lanyard::config;

class TestSettingsFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void makesAFile();
    void keepsWhatOthersHaveChanged();
    void saysWhatIsWrong();
    void changesNoFileOfARegistry();

private:
    void write(const QByteArray &text) const;
    QByteArray text() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestSettingsFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("lanyard/lanyard.yml"));
}

void TestSettingsFile::write(const QByteArray &text) const
{
    QDir().mkpath(QFileInfo(m_path).path());
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QByteArray TestSettingsFile::text() const
{
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestSettingsFile::makesAFile()
{
    const SettingsFile file = readSettings(m_path);
    QVERIFY(!file.isThere && file.settings && file.readOnlyReason.isEmpty());
    QVERIFY(!file.settings->accessLog);
    QVERIFY(!QFile::exists(m_path)); // a look makes none
    Settings wanted = *file.settings;
    wanted.listen[0].address.port = 5005;
    const auto written =
        writeSettings({.path = m_path, .before = *file.settings, .wanted = wanted});
    QVERIFY2(written, written ? "" : written.error().message.english().c_str());
    QVERIFY(settingsOf(*written) == wanted);
    QCOMPARE(written->file, m_path);
    QVERIFY(text().startsWith("# Lanyard's configuration"));
    constexpr QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(m_path) & others));
    const SettingsFile after = readSettings(m_path);
    QVERIFY(after.isThere && after.settings == wanted);
}

void TestSettingsFile::keepsWhatOthersHaveChanged()
{
    write("version: 1\n");
    const SettingsFile shown = readSettings(m_path);
    write("version: 1\naccess: {allow: [any]} # by hand\n");
    Settings wanted = *shown.settings;
    wanted.capacity = 1024;
    const auto written =
        writeSettings({.path = m_path, .before = *shown.settings, .wanted = wanted});
    QVERIFY2(written, written ? "" : written.error().message.english().c_str());
    QCOMPARE(text(), QByteArray("version: 1\naccess: {allow: [any]} # by hand\n"
                                "storage:\n  capacity: 1KiB\n"));
}

void TestSettingsFile::saysWhatIsWrong()
{
    write("version: 1\naccess: {allow: [nobody]}\n");
    const SettingsFile file = readSettings(m_path);
    QVERIFY(file.isThere && !file.settings && !file.readOnlyReason.isEmpty());
    QCOMPARE(file.diagnostics.size(), 1);
    QCOMPARE(file.diagnostics[0].line, 2);
    const Settings settings = settingsOf(firstFileConfig());
    const auto written = writeSettings({.path = m_path, .before = settings, .wanted = settings});
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::InvalidInput);
}

void TestSettingsFile::changesNoFileOfARegistry()
{
    const QByteArray theirs = "version: 0.1\nstorage: {filesystem: {rootdirectory: /r}}\n"
                              "http: {addr: ':5000'}\nproxy: {remoteurl: 'https://a.io'}\n";
    write(theirs);
    const SettingsFile file = readSettings(m_path);
    QVERIFY(file.settings);
    QCOMPARE(file.settings->listen[0].address.port, std::uint16_t{5000});
    QVERIFY(QString::fromStdString(file.readOnlyReason.english())
                .contains(QStringLiteral("version 0.1")));
    Settings wanted = *file.settings;
    wanted.capacity = 1024;
    QVERIFY(!writeSettings({.path = m_path, .before = *file.settings, .wanted = wanted}));
    QCOMPARE(text(), theirs);
}

QTEST_GUILESS_MAIN(TestSettingsFile)
#include "tst_settingsfile.moc"
