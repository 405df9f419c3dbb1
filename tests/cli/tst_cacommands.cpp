// SPDX-License-Identifier: GPL-3.0-or-later
// Proves what `lanyard ca` prints, writes and exits with, beside a server that uses the folder and
// without one.
#include "cli/lanyardprogram.h"
#include "support/putfile.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace lanyard;
using namespace lanyard::test;

class TestCaCommands final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void createsAndShows_data() { addServedRows(); }

    void createsAndShows();

    void exports_data() { addServedRows(); }

    void exports();
    void showsWhatIsServed();
    void makesNoneByLooking_data();
    void makesNoneByLooking();
    void saysWhatToDoWithADamagedOne();
    void wrongUsage_data();
    void wrongUsage();

private:
    void configure(const QByteArray &listener) const;
    Outcome run(const QStringList &arguments) const;
    QByteArray read(const QString &path) const;

    QString certificate() const { return m_folder->filePath(QStringLiteral("ca/ca.crt")); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_config;
    std::unique_ptr<ServingLanyard> m_server;
};

void TestCaCommands::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_config = m_folder->filePath(QStringLiteral("lanyard.yml"));
    configure("{address: '127.0.0.1:0'}");
    if (isServedRow())
        m_server = std::make_unique<ServingLanyard>(m_folder->path(), m_config);
}

void TestCaCommands::cleanup()
{
    m_server.reset();
    m_folder.reset();
}

void TestCaCommands::configure(const QByteArray &listener) const
{
    putFile(m_config, "version: 1\nlisten: [" + listener +
                          "]\nstorage: {directory: " + m_folder->path().toUtf8() + "}\n");
}

Outcome TestCaCommands::run(const QStringList &arguments) const
{
    return runLanyard(QStringList{QStringLiteral("ca")} + arguments +
                      QStringList{QStringLiteral("--config"), m_config});
}

QByteArray TestCaCommands::read(const QString &path) const
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestCaCommands::createsAndShows()
{
    const QStringList create{QStringLiteral("create")};
    const QStringList show{QStringLiteral("show")};
    const QStringList json{QStringLiteral("show"), QStringLiteral("--json")};
    const Outcome made = run(create);
    QCOMPARE(made.err, QByteArray());
    QCOMPARE(made.status, 0);
    QVERIFY2(made.out.startsWith("made a local CA\n"), made.out.constData());
    QVERIFY2(made.out.contains("lanyard ca export"), made.out.constData());
    const QJsonObject first = run(json).json();
    const QByteArray fingerprint = first.value(QLatin1String("fingerprint")).toString().toLatin1();
    QVERIFY(made.out.contains("SHA-256:      " + fingerprint + '\n'));
    QCOMPARE(first.value(QLatin1String("file")).toString(), certificate());
    QCOMPARE(first.value(QLatin1String("certificate")).toString().toLatin1(), read(certificate()));
    QVERIFY(first.value(QLatin1String("server")).isNull());
    const Outcome shown = run(show);
    QVERIFY(shown.out.contains(fingerprint));
    QVERIFY(shown.out.contains("No listener has used it yet"));

    const Outcome again = run(create);
    QCOMPARE(again.status, 0);
    QVERIFY2(again.out.startsWith("there is a local CA already\n"), again.out.constData());
    QVERIFY(again.out.contains(fingerprint));
    const Outcome forced = run(create + QStringList{QStringLiteral("--force")});
    QCOMPARE(forced.status, 0);
    QVERIFY2(forced.out.contains("in the place of the former"), forced.out.constData());
    QVERIFY(!forced.out.contains(fingerprint));
    QVERIFY(run(json).json() != first);
}

void TestCaCommands::exports()
{
    QCOMPARE(run({QStringLiteral("create")}).status, 0);
    const QByteArray pem = read(certificate());
    QVERIFY(pem.startsWith("-----BEGIN CERTIFICATE-----\n"));
    QCOMPARE(run({QStringLiteral("export")}).out, pem);
    QCOMPARE(run({QStringLiteral("export"), QStringLiteral("-")}).out, pem);

    const QString copy = m_folder->filePath(QStringLiteral("copy.crt"));
    const Outcome written = run({QStringLiteral("export"), copy});
    QCOMPARE(written.status, 0);
    QVERIFY2(written.out.endsWith(" written to " + copy.toUtf8() + '\n'), written.out.constData());
    QCOMPARE(read(copy), pem);
    QVERIFY(QFile::remove(copy));
    QCOMPARE(run({QStringLiteral("export"), copy, QStringLiteral("--json")})
                 .json()
                 .value(QLatin1String("certificate"))
                 .toString()
                 .toLatin1(),
             pem);
    QCOMPARE(read(copy), pem);

    // Nobody's file is lost.
    const Outcome refused = run({QStringLiteral("export"), m_config});
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.err.contains("it is there already"), refused.err.constData());
    QVERIFY(read(m_config).startsWith("version: 1\n"));
    const Outcome nowhere =
        run({QStringLiteral("export"), m_folder->filePath(QStringLiteral("no/copy.crt"))});
    QCOMPARE(nowhere.status, 1);
    QVERIFY2(nowhere.err.contains("No such file"), nowhere.err.constData());
}

void TestCaCommands::showsWhatIsServed()
{
    configure("{address: '127.0.0.1:0', tls: {localCa: {names: [cache.lan]}}}");
    m_server = std::make_unique<ServingLanyard>(m_folder->path(), m_config);
    QVERIFY2(m_server->address().startsWith("https://"), m_server->address().constData());
    const Outcome shown = run({QStringLiteral("show")});
    QCOMPARE(shown.status, 0);
    QVERIFY2(shown.out.contains("Names:        cache.lan, ") && shown.out.contains("127.0.0.1"),
             shown.out.constData());
    const auto server = [this] {
        return run({QStringLiteral("show"), QStringLiteral("--json")})
            .json()
            .value(QLatin1String("server"))
            .toObject();
    };
    const QJsonObject before = server();
    QCOMPARE(before.value(QLatin1String("file")).toString(),
             m_folder->filePath(QStringLiteral("ca/server.crt")));
    // The server has a certificate of the next authority at once.
    QCOMPARE(run({QStringLiteral("create"), QStringLiteral("--force")}).status, 0);
    QVERIFY(server() != before);
    QCOMPARE(server().value(QLatin1String("names")), before.value(QLatin1String("names")));
    QCOMPARE(m_server->stop(), 0);
}

void TestCaCommands::makesNoneByLooking_data()
{
    QTest::addColumn<QString>("action");
    QTest::newRow("show") << QStringLiteral("show");
    QTest::newRow("export") << QStringLiteral("export");
}

void TestCaCommands::makesNoneByLooking()
{
    QFETCH(const QString, action);
    const Outcome absent = run({action});
    QCOMPARE(absent.status, 1);
    QVERIFY2(absent.err.contains("there is no cache"), absent.err.constData());
    m_server = std::make_unique<ServingLanyard>(m_folder->path(), m_config);
    const Outcome none = run({action});
    QCOMPARE(none.status, 1);
    QVERIFY2(none.err.contains("there is no local CA; `lanyard ca create` makes one"),
             none.err.constData());
    QVERIFY(none.out.isEmpty());
    QVERIFY(!QFile::exists(certificate()));
}

void TestCaCommands::saysWhatToDoWithADamagedOne()
{
    QCOMPARE(run({QStringLiteral("create")}).status, 0);
    putFile(m_folder->filePath(QStringLiteral("ca/ca.key")), "no key");
    for (const QString &action : {QStringLiteral("show"), QStringLiteral("create")}) {
        const Outcome outcome = run({action});
        QCOMPARE(outcome.status, 2);
        QVERIFY2(outcome.err.contains("ca.key: there is no private key in it") &&
                     outcome.err.contains("`lanyard ca create --force`"),
                 outcome.err.constData());
    }
    QCOMPARE(run({QStringLiteral("create"), QStringLiteral("--force")}).status, 0);
    QCOMPARE(run({QStringLiteral("show")}).status, 0);
}

void TestCaCommands::wrongUsage_data()
{
    QTest::addColumn<QStringList>("words");
    const QString force = QStringLiteral("--force");
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("another action") << QStringList{QStringLiteral("trust")};
    QTest::newRow("create with a name")
        << QStringList{QStringLiteral("create"), QStringLiteral("nas")};
    QTest::newRow("show with a name") << QStringList{QStringLiteral("show"), QStringLiteral("x")};
    QTest::newRow("forced show") << QStringList{QStringLiteral("show"), force};
    QTest::newRow("forced export") << QStringList{QStringLiteral("export"), force};
    QTest::newRow("two files") << QStringList{QStringLiteral("export"), QStringLiteral("a"),
                                              QStringLiteral("b")};
}

void TestCaCommands::wrongUsage()
{
    QFETCH(const QStringList, words);
    const Outcome outcome = run(words);
    QCOMPARE(outcome.status, 2);
    QVERIFY(!outcome.err.isEmpty());
    QVERIFY(!QFileInfo::exists(m_folder->filePath(QStringLiteral("ca"))));
}

QTEST_GUILESS_MAIN(TestCaCommands)
#include "tst_cacommands.moc"
