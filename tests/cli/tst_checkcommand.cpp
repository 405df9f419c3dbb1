// SPDX-License-Identifier: GPL-3.0-or-later
// Proves what `lanyard check` finds, repairs, prints and returns, on a folder that a server uses
// and on one that nobody does, and that it ends with the client that asked for it.
#include "cli/lanyardprogram.h"
#include "engineclient.h"
#include "registry/imagestore.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace lanyard;
using namespace lanyard::test;

class TestCheckCommand final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void findsNothing_data() { addServedRows(); }

    void findsNothing();

    void findsAndRepairs_data() { addServedRows(); }

    void findsAndRepairs();

    void endsWithItsClient_data();
    void endsWithItsClient();
    void wrongUsage_data();
    void wrongUsage();

private:
    Outcome check(const QStringList &arguments = {}) const;

    std::unique_ptr<ImageStore> m_cache;
    std::unique_ptr<ServingLanyard> m_server;
    TestImage m_image = testImage("amd64", {QByteArray(3'000'000, 'x'), "small"});
};

void TestCheckCommand::init()
{
    m_cache = std::make_unique<ImageStore>();
    m_cache->putImage("docker.io", "library/x", m_image);
    m_cache->close();
    if (isServedRow())
        m_server = std::make_unique<ServingLanyard>(m_cache->folder());
}

void TestCheckCommand::cleanup()
{
    if (m_server)
        QCOMPARE(m_server->stop(), 0);
    m_server.reset();
    m_cache.reset();
}

Outcome TestCheckCommand::check(const QStringList &arguments) const
{
    return runLanyard(
        QStringList{QStringLiteral("check"), QStringLiteral("--data"), m_cache->folder()} +
        arguments);
}

void TestCheckCommand::findsNothing()
{
    const Outcome outcome = check();
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.out, QByteArray("4 files checked, 3MB: none is damaged\n"));
    QCOMPARE(outcome.status, 0);
}

void TestCheckCommand::findsAndRepairs()
{
    const Digest &digest = m_image.layers[0].descriptor.digest;
    const QString path =
        m_cache->folder() + QStringLiteral("/blobs/sha256/") + QString::fromStdString(digest.hex());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QCOMPARE(file.write("y"), 1);
    file.close();
    const QByteArray found = QByteArray::fromStdString(digest.toString()) +
                             " (3MB, of docker.io/library/x): it has other bytes";

    const Outcome outcome = check();
    QCOMPARE(outcome.out, found + "\n4 files checked, 3MB: 1 is damaged\n");
    QCOMPARE(outcome.status, 1);
    QVERIFY(QFile::exists(path));

    const Outcome json = check({QStringLiteral("--repair"), QStringLiteral("--json")});
    QCOMPARE(json.status, 0);
    QCOMPARE(json.json().value(QLatin1String("damagedFiles")).toInt(), 1);
    const QJsonObject damaged =
        json.json().value(QLatin1String("damaged")).toArray().at(0).toObject();
    QCOMPARE(damaged.value(QLatin1String("digest")).toString().toStdString(), digest.toString());
    QCOMPARE(damaged.value(QLatin1String("putAside")).toBool(), true);
    QCOMPARE(damaged.value(QLatin1String("repositories")).toArray(),
             QJsonArray{QStringLiteral("docker.io/library/x")});
    QVERIFY(!QFile::exists(path));
    QCOMPARE(check().out, QByteArray("3 files checked, 799B: none is damaged\n"));
}

void TestCheckCommand::endsWithItsClient_data()
{
    QTest::addColumn<bool>("isServed");
    QTest::newRow("served") << true;
}

void TestCheckCommand::endsWithItsClient()
{
    auto client = std::make_unique<EngineClient>();
    QCOMPARE(client->open(m_cache->folder()), EngineClient::Opened::Yes);
    QSignalSpy progressed(client.get(), &EngineClient::progressed);
    // So slow that it does not end by itself.
    client->ask(QStringLiteral("check"), {{QStringLiteral("bytesPerSecond"), 1000}});
    QTRY_VERIFY(!progressed.isEmpty());
    const Outcome second = check();
    QCOMPARE(second.err, QByteArray("lanyard check: a check is running already\n"));
    QCOMPARE(second.status, 1);
    client.reset();
    QTRY_COMPARE(check().status, 0);
}

void TestCheckCommand::wrongUsage_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("no size") << "--rate fast" << QByteArray("--rate: expected a size");
    QTest::newRow("nothing") << "--rate 0" << QByteArray("--rate: expected a size");
    QTest::newRow("an image") << "alpine:3" << QByteArray("unexpected argument 'alpine:3'");
}

void TestCheckCommand::wrongUsage()
{
    QFETCH(QString, arguments);
    QFETCH(QByteArray, message);
    const Outcome outcome = check(arguments.split(u' '));
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.contains(message), outcome.err.constData());
}

QTEST_GUILESS_MAIN(TestCheckCommand)
#include "tst_checkcommand.moc"
