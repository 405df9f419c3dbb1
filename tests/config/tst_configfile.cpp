// SPDX-License-Identifier: GPL-3.0-or-later
// A file is read by its version, and one that cannot be read is a clear diagnostic; the installed
// example is right.
#include "config/configfile.h"
#include "core/limits.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace lanyard;

class TestConfigFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsByVersion_data();
    void readsByVersion();
    void appliesTheEnvironment();
    void reportsUnreadable_data();
    void reportsUnreadable();
    void theExampleIsRight();

private:
    QString write(const QByteArray &text) const;

    QTemporaryDir m_folder;
};

QString TestConfigFile::write(const QByteArray &text) const
{
    const QString path = m_folder.filePath(QStringLiteral("config.yml"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return {};
    return path;
}

void TestConfigFile::readsByVersion_data()
{
    const QByteArray proxy = "storage: {filesystem: {rootdirectory: /x}}\n"
                             "proxy: {remoteurl: 'https://quay.io'}\n";
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("defaultUpstream"); // empty: refused
    QTest::newRow("Lanyard") << QByteArray("version: 1\n") << QByteArray("docker.io");
    QTest::newRow("distribution") << "version: 0.1\n" + proxy << QByteArray("quay.io");
    QTest::newRow("distribution, quoted") << "version: '0.1'\n" + proxy << QByteArray("quay.io");
    QTest::newRow("unknown") << QByteArray("version: 3\n") << QByteArray();
    QTest::newRow("none") << QByteArray("listen: []\n") << QByteArray();
    QTest::newRow("empty") << QByteArray() << QByteArray();
}

void TestConfigFile::readsByVersion()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, defaultUpstream);
    const LoadedConfig loaded = config::loadConfigFile(write(text), {});
    QCOMPARE(loaded.config.has_value(), !defaultUpstream.isEmpty());
    if (loaded.config)
        QCOMPARE(QByteArray::fromStdString(loaded.config->defaultUpstream), defaultUpstream);
    else
        QVERIFY(QString::fromStdString(loaded.diagnostics.first().message.english())
                    .contains(QLatin1String("version: 0.1")));
}

void TestConfigFile::appliesTheEnvironment()
{
    const config::Environment environment{{"REGISTRY_HTTP_ADDR", "127.0.0.1:7777"}};
    const QString proxy = write("version: 0.1\nstorage: {filesystem: {rootdirectory: /x}}\n"
                                "proxy: {remoteurl: 'https://quay.io'}\n");
    QCOMPARE(config::loadConfigFile(proxy, environment).config->listen.front().address.port,
             std::uint16_t(7777));
    // It is distribution's, and nothing to Lanyard's own configuration.
    QCOMPARE(config::loadConfigFile(write("version: 1\n"), environment)
                 .config->listen.front()
                 .address.port,
             std::uint16_t(5000));
}

void TestConfigFile::reportsUnreadable_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("says");
    QTest::newRow("missing") << m_folder.filePath(QStringLiteral("missing.yml"))
                             << QStringLiteral("no such file");
    QTest::newRow("folder") << m_folder.path() << QStringLiteral("a folder");
    QTest::newRow("endless") << QStringLiteral("/dev/zero") << QStringLiteral("larger than");
}

void TestConfigFile::reportsUnreadable()
{
    QFETCH(QString, path);
    QFETCH(QString, says);
    const LoadedConfig loaded = config::loadConfigFile(path, {});
    QVERIFY(!loaded.config);
    QCOMPARE(loaded.diagnostics.size(), 1);
    QCOMPARE(loaded.diagnostics.first().file, path);
    QCOMPARE(loaded.diagnostics.first().line, 0);
    QVERIFY2(QString::fromStdString(loaded.diagnostics.first().message.english()).contains(says),
             qPrintable(loaded.diagnostics.first().toString()));
}

void TestConfigFile::theExampleIsRight()
{
    const LoadedConfig loaded = config::loadConfigFile(QStringLiteral(LANYARD_EXAMPLE_CONFIG), {});
    for (const ConfigDiagnostic &diagnostic : loaded.diagnostics)
        QVERIFY2(QString::fromStdString(diagnostic.message.english())
                     .contains(QLatin1String("not enforced")),
                 qPrintable(diagnostic.toString()));
    QVERIFY(loaded.config);
    QCOMPARE(loaded.config->dataDirectory, QStringLiteral("/var/lib/lanyard"));
}

QTEST_GUILESS_MAIN(TestConfigFile)
#include "tst_configfile.moc"
