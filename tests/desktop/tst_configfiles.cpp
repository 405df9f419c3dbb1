// SPDX-License-Identifier: GPL-3.0-or-later
// Without a file the engine is started with the defaults, and knows where to keep what is changed.
#include "desktop/configfiles.h"
#include "engine.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace lanyard;
using namespace lanyard::desktop;

class TestConfigFiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init() { m_used = m_folder.filePath(QStringLiteral("lanyard.yml")); }

    void cleanup() { QFile::remove(m_used); }

    void namesAFileThatIsNotThereYet();
    void readsOneThatIs();
    void aChosenOneHasToBeThere();

private:
    QTemporaryDir m_folder;
    QString m_used;
};

void TestConfigFiles::namesAFileThatIsNotThereYet()
{
    const LoadedConfig loaded = loadConfig({.chosen = {}, .used = m_used});
    Config expected = Engine::defaultConfig();
    expected.accessLog = false;
    expected.hasKeychain = true;
    expected.file = m_used;
    QVERIFY(loaded.config && *loaded.config == expected);
}

void TestConfigFiles::readsOneThatIs()
{
    QFile file(m_used);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("version: 1\noffline: true\n");
    file.close();
    const LoadedConfig loaded = loadConfig({.chosen = {}, .used = m_used});
    QVERIFY(loaded.config && loaded.config->isOffline && loaded.config->hasKeychain);
    QCOMPARE(loaded.config->file, m_used);
}

void TestConfigFiles::aChosenOneHasToBeThere()
{
    QVERIFY(!loadConfig({.chosen = m_used, .used = m_used}).config);
}

QTEST_GUILESS_MAIN(TestConfigFiles)
#include "tst_configfiles.moc"
