// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever stands in the place of a name, on whichever route: it is refused, no upstream hears of
// it, and no file is touched for it. No list is longer than it may be, however long it is asked
// for.
#include "registry/cachefixture.h"
#include "registry/probelimits.h"
#include "support/rawhttpclient.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <future>
#include <memory>

using namespace lanyard;
using namespace lanyard::test;

namespace {

/// Everything below a folder, but for what the engine writes by itself.
QStringList filesBelow(const QString &folder)
{
    QStringList names;
    QDirIterator files(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString name = files.next();
        if (!name.contains(QLatin1String(".db")) && !name.endsWith(QLatin1String("index.json")))
            names.append(name);
    }
    names.sort();
    return names;
}

qsizetype countOf(const QByteArray &document, QLatin1String list)
{
    return QJsonDocument::fromJson(document).object().value(list).toArray().size();
}

std::string nonceOf(std::size_t number)
{
    return QString(QStringLiteral("%1")).arg(number, 32, 16, QLatin1Char('0')).toStdString();
}

} // namespace

class TestHostileClients final : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init() { m_cache = std::make_unique<CacheFixture>(); }

    void cleanup() { m_cache.reset(); }

    void refusesPathTricks_data();
    void refusesPathTricks();
    void asksForMoreThanThereIs_data();
    void asksForMoreThanThereIs();
    void makesUpProbes();

private:
    int statusOf(const std::string &target) const;

    std::unique_ptr<CacheFixture> m_cache;
};

/// Past every client library, which would mend the path. On another thread: the engine is on this.
int TestHostileClients::statusOf(const std::string &target) const
{
    auto status = std::async(std::launch::async, [&target, port = m_cache->port()] {
        RawHttpClient client(port);
        client.send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        return client.readAnswer().status;
    });
    const auto isDone = [&status] {
        return status.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
    };
    return QTest::qWaitFor(isDone, patienceMs) ? status.get() : 0;
}

void TestHostileClients::refusesPathTricks_data()
{
    QTest::addColumn<QByteArray>("route"); // with X where the trick goes
    const QByteArray digest = "sha256:" + QByteArray(64, 'a');
    for (const QByteArray &route :
         {QByteArray("/v2/X/manifests/1"), QByteArray("/v2/library/X/manifests/1"),
          "/v2/X/blobs/" + digest, QByteArray("/v2/X/tags/list"), "/v2/X/referrers/" + digest,
          QByteArray("/v2/library/app/manifests/X"), QByteArray("/v2/library/app/blobs/X"),
          QByteArray("/v2/library/app/referrers/X"), QByteArray("/v2/library/app/X"),
          QByteArray("/X/v2/library/app/manifests/1"),
          QByteArray("/v2/library/app/manifests/1?ns=X"),
          QByteArray("/v2/lanyard-probe/check/manifests/X"), QByteArray("/v2/_lanyard/X"),
          QByteArray("/v2/_lanyard/probe/X"), QByteArray("/v2/X"), QByteArray("/X"),
          QByteArray("X")})
        QTest::newRow(route.constData()) << route;
}

void TestHostileClients::refusesPathTricks()
{
    QFETCH(QByteArray, route);
    static const QByteArrayList tricks{
        "..",
        "../..",
        "../../../../etc/passwd",
        "/etc/passwd",
        "%2e%2e",
        "%2E%2e/%2e%2E",
        "..%2f..%2f..%2fetc%2fpasswd",
        "..%5c..%5cwindows",
        "..\\..\\x",
        "....//....//x",
        "%252e%252e%252f",
        "%c0%ae%c0%ae%c0%af",
        "%e2%80%ae",
        "a%00b",
        "a%0d%0aSet-Cookie:%20x",
        "%1b%5b2J",
        "%",
        "%zz",
        "~root",
        "a;b",
        "a|b",
        "$(id)",
        "`id`",
        "'%20or%201=1--",
        "sha256:..",
        "sha256:../../../../../../etc/passwd",
        "sha256:" + QByteArray(63, 'a') + "/",
        "sha512:" + QByteArray(64, 'a'),
        ".lanyard.sock",
        QByteArray(5'000, 'a'),
        QByteArray("../").repeated(1'000),
    };
    const QStringList before = filesBelow(m_cache->dataDirectory());
    for (const QByteArray &trick : tricks) {
        QByteArray target = route;
        target.replace('X', trick);
        const int status = statusOf(target.toStdString());
        QVERIFY2(status >= 400 && status < 500, (target + QByteArray::number(status)).constData());
    }
    QCOMPARE(filesBelow(m_cache->dataDirectory()), before);
    // Of what is no query nothing is taken: that leaves the name beside it.
    for (const RecordedRequest &request : m_cache->hub.requests())
        QCOMPARE(request.path, std::string("/v2/library/app/manifests/1"));
    QCOMPARE(m_cache->quay.count(), 0);
}

void TestHostileClients::asksForMoreThanThereIs_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("status");
    QTest::newRow("nothing said") << QByteArray() << 200;
    QTest::newRow("1e18") << QByteArray("?n=1000000000000000000") << 200;
    QTest::newRow("the largest number") << QByteArray("?n=18446744073709551615") << 200;
    QTest::newRow("a larger one") << QByteArray("?n=99999999999999999999") << 400;
    QTest::newRow("with an exponent") << QByteArray("?n=1e18") << 400;
    QTest::newRow("negative") << QByteArray("?n=-1") << 400;
    QTest::newRow("hexadecimal") << QByteArray("?n=0x10") << 400;
    QTest::newRow("none") << QByteArray("?n=0") << 200;
    QTest::newRow("behind a long name") << "?last=" + QByteArray(4'000, 'a') << 200;
    QTest::newRow("behind what is no name") << QByteArray("?last=%00%ff../../x") << 200;
}

void TestHostileClients::asksForMoreThanThereIs()
{
    QFETCH(QByteArray, query);
    QFETCH(int, status);
    constexpr qsizetype tags = 3;
    for (qsizetype i = 0; i < tags; ++i)
        m_cache->hub.addManifest("library/app", std::to_string(i), imageType, imageManifest({}));
    const ClientReply list = m_cache->get("/v2/library/app/tags/list" + query);
    QCOMPARE(list.status, status);
    QVERIFY(countOf(list.body, QLatin1String("tags")) <= tags);
    const ClientReply catalog = m_cache->get("/v2/_catalog" + query);
    QCOMPARE(catalog.status, status);
    QVERIFY(countOf(catalog.body, QLatin1String("repositories")) <= 1);
    QVERIFY(catalog.body.size() < 1'000);
}

/// However many there are, so much is kept: the newest, and of one so many that asked.
void TestHostileClients::makesUpProbes()
{
    const auto ask = [this](std::size_t first, std::size_t count) {
        auto asked = std::async(std::launch::async, [first, count, port = m_cache->port()] {
            int served = 0;
            RawHttpClient client(port);
            for (std::size_t i = first; i < first + count; ++i) {
                client.send("HEAD /v2/lanyard-probe/check/manifests/" + nonceOf(i) +
                            " HTTP/1.1\r\nHost: localhost\r\n\r\n");
                served += client.readAnswerToHead().status == 200 ? 1 : 0;
            }
            return served;
        });
        const auto isDone = [&asked] {
            return asked.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
        };
        return QTest::qWaitFor(isDone, 60'000) ? asked.get() : 0;
    };
    const auto sightings = [this](std::size_t number) {
        return countOf(
            m_cache->get("/v2/_lanyard/probe/" + QByteArray::fromStdString(nonceOf(number))).body,
            QLatin1String("sightings"));
    };
    constexpr std::size_t more = 10;
    constexpr std::size_t all = registry::probelimits::imagesMax + more;
    QCOMPARE(ask(0, all), static_cast<int>(all));
    QCOMPARE(sightings(more - 1), 0);
    QCOMPARE(sightings(more), 1);
    for (std::size_t i = 0; i < registry::probelimits::sightingsMax; ++i)
        QCOMPARE(ask(all - 1, 1), 1);
    QCOMPARE(sightings(all - 1), static_cast<qsizetype>(registry::probelimits::sightingsMax));
    QCOMPARE(m_cache->hub.count(), 0);
}

QTEST_GUILESS_MAIN(TestHostileClients)
#include "tst_hostileclients.moc"
