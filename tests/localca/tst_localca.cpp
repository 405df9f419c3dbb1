// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that listeners find a certificate for all names, that it follows time and addresses, and
// that an authority is never replaced unasked.
#include "core/limits.h"
#include "localca/localca.h"
#include "localca/localcaissuer.h"
#include "localca/summary.h"
#include "support/manualclock.h"
#include "support/putfile.h"
#include "support/smalldisk.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <thread>

using namespace lanyard;
using namespace lanyard::localca;
using namespace lanyard::test;
using namespace std::chrono_literals;

class TestLocalCa final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void makesWhatIsMissing();
    void changesNothingThatIsGood();
    void renewsInTime();
    void followsAddresses();
    void keepsOneForAllListeners();
    void forgetsWhoHasLeft();
    void tellsWhatHasNoRoom();
    void mendsAServer_data();
    void mendsAServer();
    void doesNotStartWithADamagedAuthority();
    void goesOnWithADamagedAuthority();
    void tellsOfTheAuthoritysEnd_data();
    void tellsOfTheAuthoritysEnd();
    void isMadeOnce();
    void isReplacedWhenTold();
    void keepsNoKeyOfBefore();
    void needsADiskToWrite_data();
    void needsADiskToWrite();
    void worksOnAReadOnlyDisk();

private:
    std::unique_ptr<LocalCa> open(std::chrono::milliseconds interval = 1ms)
    {
        return std::make_unique<LocalCa>(
            m_data, m_clock,
            LocalCa::Options{.names = [this] { return m_names; }, .interval = interval});
    }

    QString path(const char *name) const
    {
        return m_data + QStringLiteral("/ca/") + QLatin1String(name);
    }

    QStringList names() const { return server().names; }

    CertificateSummary server() const
    {
        const auto found = CaFolder(m_data).server();
        return found ? summaryOf(found->certificate.get(), {}) : CertificateSummary();
    }

    QString authority() const
    {
        const auto found = CaFolder(m_data).authority();
        return found && *found ? summaryOf((*found)->certificate.get(), {}).fingerprint : QString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_data;
    ManualClock m_clock;
    QStringList m_names;
    bool m_hasDisks = false;
};

void TestLocalCa::initTestCase()
{
    m_hasDisks = SmallDisk::enter();
}

void TestLocalCa::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_data = m_folder->path();
    m_names = {QStringLiteral("nas"), QStringLiteral("192.0.2.7")};
}

void TestLocalCa::makesWhatIsMissing()
{
    const auto ca = open();
    LocalCaIssuer issuer(*ca, {.names = {"cache.lan"}});
    QVERIFY(!issuer.mayComeLater());
    const auto missing = ca->overview();
    QVERIFY(!missing && missing.error().code == ErrorCode::NotFound);
    const auto files = issuer.start();
    QVERIFY(files);
    QCOMPARE(files->certificate, path("server.crt"));
    QCOMPARE(files->key, path("server.key"));
    const QStringList all = QStringList{QStringLiteral("cache.lan")} + m_names;
    QCOMPARE(names(), all);

    const auto overview = ca->overview();
    QVERIFY(overview && overview->server);
    QCOMPARE(overview->authority.file, path("ca.crt"));
    QCOMPARE(overview->authority.fingerprint, authority());
    QCOMPARE(overview->server->names, all);
    QFile file(path("ca.crt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(overview->certificate, file.readAll());
}

void TestLocalCa::changesNothingThatIsGood()
{
    {
        const auto ca = open();
        QVERIFY(ca->join(this, {}));
    }
    const CertificateSummary before = server();
    const QString root = authority();
    m_clock.advance(24h);
    const auto ca = open();
    QVERIFY(ca->join(this, {}));
    QCOMPARE(server(), before);
    QCOMPARE(authority(), root);
}

void TestLocalCa::renewsInTime()
{
    const auto ca = open();
    QSignalSpy warnings(ca.get(), &LocalCa::warningRaised);
    QVERIFY(ca->join(this, {}));
    const QString first = server().fingerprint;
    m_clock.advance(limits::localCertificateLifetime * 2 / 3 + 1h);
    QTRY_VERIFY(server().validUntilMs != 0 && server().fingerprint != first);
    QCOMPARE(server().validUntilMs,
             toEpochMs(m_clock.wallNow() + limits::localCertificateLifetime));
    QCOMPARE(warnings.size(), 0);
}

void TestLocalCa::followsAddresses()
{
    const auto ca = open();
    QVERIFY(ca->join(this, {}));
    const QStringList home = m_names;
    m_names = QStringList{QStringLiteral("nas"), QStringLiteral("10.1.2.3")};
    QTRY_VERIFY(names().contains(QStringLiteral("10.1.2.3")));
    QVERIFY(names().contains(home.last()));
    // Back again: what it has is enough, until it is due.
    const CertificateSummary both = server();
    m_names = home;
    const auto again = open();
    QVERIFY(again->join(this, {}));
    QCOMPARE(server(), both);
    m_clock.advance(limits::localCertificateLifetime * 2 / 3 + 1h);
    QTRY_COMPARE(names(), home);
}

void TestLocalCa::keepsOneForAllListeners()
{
    const auto ca = open();
    LocalCaIssuer first(*ca, {.names = {"first.lan"}});
    LocalCaIssuer second(*ca, {.names = {"second.lan", "nas"}});
    const auto files = first.start();
    QVERIFY(files && second.start());
    QCOMPARE(second.start()->certificate, files->certificate);
    QStringList all = names();
    all.sort();
    QCOMPARE(all, QStringList({QStringLiteral("192.0.2.7"), QStringLiteral("first.lan"),
                               QStringLiteral("nas"), QStringLiteral("second.lan")}));
}

void TestLocalCa::forgetsWhoHasLeft()
{
    const auto ca = open();
    QVERIFY(ca->join(this, {}));
    {
        LocalCaIssuer passing(*ca, {.names = {"passing.lan"}});
        QVERIFY(passing.start());
    }
    QVERIFY(names().contains(QStringLiteral("passing.lan")));
    m_clock.advance(limits::localCertificateLifetime * 2 / 3 + 1h);
    QTRY_COMPARE(names(), m_names);
}

void TestLocalCa::tellsWhatHasNoRoom()
{
    m_names.clear();
    for (std::size_t i = 0; i < limits::certificateNamesMax; ++i)
        m_names.append(QStringLiteral("host%1").arg(i));
    const auto ca = open();
    QSignalSpy warnings(ca.get(), &LocalCa::warningRaised);
    QVERIFY(ca->join(this, {QStringLiteral("first.lan")}));
    QTRY_COMPARE(warnings.size(), 1);
    QVERIFY2(QString::fromStdString(warnings[0][0].value<Message>().english())
                 .endsWith(QStringLiteral("it lacks host99")),
             qPrintable(QString::fromStdString(warnings[0][0].value<Message>().english())));
    QCOMPARE(names().size(), static_cast<qsizetype>(limits::certificateNamesMax));
    // What somebody has written goes first.
    QCOMPARE(names().first(), QStringLiteral("first.lan"));
}

void TestLocalCa::mendsAServer_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("certificate") << QByteArray("server.crt") << QByteArray("x");
    QTest::newRow("key") << QByteArray("server.key") << QByteArray("x");
    QTest::newRow("neither") << QByteArray("server.key") << QByteArray();
}

void TestLocalCa::mendsAServer()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QByteArray, content);
    const auto ca = open();
    QVERIFY(ca->join(this, {}));
    const QString before = server().fingerprint;
    if (content.isEmpty())
        QVERIFY(QFile::remove(path("server.crt")) && QFile::remove(path("server.key")));
    else
        putFile(path(file.constData()), content);
    QTRY_COMPARE(names(), m_names);
    QVERIFY(server().fingerprint != before);
}

void TestLocalCa::doesNotStartWithADamagedAuthority()
{
    QVERIFY(open()->create(false));
    putFile(path("ca.key"), "x");
    const auto ca = open();
    const auto joined = ca->join(this, {});
    QVERIFY(!joined);
    QVERIFY(joined.error().code == ErrorCode::InvalidInput);
    QVERIFY2(joined.error().message.english().starts_with(path("ca.key").toStdString()),
             joined.error().message.english().c_str());
    QVERIFY(!ca->overview() && !ca->create(false));
    QVERIFY(!QFile::exists(path("server.crt")));
}

void TestLocalCa::goesOnWithADamagedAuthority()
{
    const auto ca = open();
    QSignalSpy warnings(ca.get(), &LocalCa::warningRaised);
    QVERIFY(ca->join(this, {}));
    const CertificateSummary before = server();
    putFile(path("ca.key"), "x");
    QTRY_COMPARE(warnings.size(), 1);
    QVERIFY(QString::fromStdString(warnings[0][0].value<Message>().english())
                .startsWith(path("ca.key")));
    QCOMPARE(server(), before);
    // Gone altogether, it is not made anew, as no client would trust it.
    QVERIFY(QFile::remove(path("ca.key")) && QFile::remove(path("ca.crt")));
    QTRY_VERIFY(warnings.size() > 1 &&
                QString::fromStdString(warnings.last()[0].value<Message>().english())
                    .contains(QStringLiteral("there is no local CA")));
    QVERIFY(!QFile::exists(path("ca.crt")));
    QCOMPARE(server(), before);
}

void TestLocalCa::tellsOfTheAuthoritysEnd_data()
{
    QTest::addColumn<qint64>("hours");
    QTest::addColumn<QString>("says"); // empty: nothing
    const std::int64_t life = limits::localCaLifetime.count();
    QTest::newRow("long before") << qint64{life - 31 * 24} << QString();
    QTest::newRow("a month before")
        << qint64{life - 29 * 24} << QStringLiteral("the local CA ends at");
    QTest::newRow("after") << qint64{life + 1} << QStringLiteral("the local CA has ended at");
    QTest::newRow("the clock was set back")
        << qint64{-24} << QStringLiteral("the local CA holds from");
}

void TestLocalCa::tellsOfTheAuthoritysEnd()
{
    QFETCH(const qint64, hours);
    QFETCH(const QString, says);
    const auto ca = open();
    QVERIFY(ca->join(this, {}));
    QSignalSpy warnings(ca.get(), &LocalCa::warningRaised);
    const QString root = authority();
    const CertificateSummary before = server();
    m_clock.advance(std::chrono::hours(hours));
    if (says.isEmpty()) {
        QTRY_VERIFY(server() != before); // it has looked
        QCOMPARE(warnings.size(), 0);
    } else {
        QTRY_VERIFY(!warnings.isEmpty());
        const QString warning = QString::fromStdString(warnings[0][0].value<Message>().english());
        QVERIFY2(warning.startsWith(path("ca.crt") + QStringLiteral(": ") + says) &&
                     warning.contains(QStringLiteral("`lanyard ca create --force`")),
                 qPrintable(warning));
    }
    QCOMPARE(authority(), root);
}

/// Two processes that use the folder at once.
void TestLocalCa::isMadeOnce()
{
    for (int round = 0; round < 10; ++round) {
        init();
        std::array<QString, 4> found;
        std::array<bool, 4> isNew{};
        std::vector<std::thread> threads;
        for (std::size_t i = 0; i < found.size(); ++i) {
            threads.emplace_back([this, i, &found, &isNew] {
                LocalCa ca(m_data, m_clock, {.names = [this] {
                               return m_names;
                           }});
                if (const auto made = ca.create(false)) {
                    found[i] = made->overview.authority.fingerprint;
                    isNew[i] = made->isNew;
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(std::count(isNew.begin(), isNew.end(), true), 1);
        for (const QString &fingerprint : found)
            QCOMPARE(fingerprint, authority());
    }
}

void TestLocalCa::isReplacedWhenTold()
{
    const auto ca = open();
    QVERIFY(ca->create(false)->isNew);
    QVERIFY(!ca->create(false)->isNew);
    const QString first = authority();
    QVERIFY(!ca->create(false)->overview.server);
    QVERIFY(ca->join(this, {}));
    const auto replaced = ca->create(true);
    QVERIFY(replaced && replaced->isNew);
    QCOMPARE(replaced->overview.authority.fingerprint, authority());
    QVERIFY(authority() != first);
    // Whoever serves has its certificate at once.
    QVERIFY(replaced->overview.server);
    QCOMPARE(replaced->overview.server->names, m_names);
}

/// Of an authority that was about to go, or to come, when the process was killed.
void TestLocalCa::keepsNoKeyOfBefore()
{
    const auto ca = open();
    const QString left = m_data + QStringLiteral("/ca.making-abcdef");
    for (const bool isReplacing : {false, true}) {
        QVERIFY(QDir().mkpath(left));
        putFile(left + QStringLiteral("/ca.key"), "a key");
        if (isReplacing)
            QVERIFY(ca->create(true));
        else
            QVERIFY(ca->join(this, {}));
        QVERIFY(!QFile::exists(left));
    }
}

void TestLocalCa::needsADiskToWrite_data()
{
    QTest::addColumn<bool>("isReadOnly");
    QTest::newRow("read-only") << true;
    QTest::newRow("full") << false;
}

void TestLocalCa::needsADiskToWrite()
{
    QFETCH(const bool, isReadOnly);
    if (!m_hasDisks)
        QSKIP("this system gives no mount namespace");
    SmallDisk disk(1024 * 1024);
    m_data = disk.path();
    if (isReadOnly)
        disk.setReadOnly(true);
    else
        disk.fill(0);
    const auto ca = open();
    const auto joined = ca->join(this, {});
    QVERIFY(!joined);
    QVERIFY(joined.error().code == ErrorCode::Io || joined.error().code == ErrorCode::NoRoom);
    QVERIFY2(joined.error().message.english().starts_with(m_data.toStdString() + "/ca"),
             joined.error().message.english().c_str());
    QVERIFY(!QFile::exists(path("")));
}

void TestLocalCa::worksOnAReadOnlyDisk()
{
    if (!m_hasDisks)
        QSKIP("this system gives no mount namespace");
    SmallDisk disk(1024 * 1024);
    m_data = disk.path();
    {
        const auto ca = open();
        QVERIFY(ca->join(this, {}));
    }
    const CertificateSummary before = server();
    disk.setReadOnly(true);
    const auto ca = open();
    QSignalSpy warnings(ca.get(), &LocalCa::warningRaised);
    m_names.append(QStringLiteral("10.1.2.3"));
    QVERIFY(ca->join(this, {}));
    QTRY_COMPARE(warnings.size(), 1);
    QVERIFY2(QString::fromStdString(warnings[0][0].value<Message>().english())
                     .contains(QStringLiteral("Read-only file system")) &&
                 QString::fromStdString(warnings[0][0].value<Message>().english())
                     .endsWith(QStringLiteral("of before stays in use")),
             qPrintable(QString::fromStdString(warnings[0][0].value<Message>().english())));
    QCOMPARE(server(), before);
    disk.setReadOnly(false);
    QTRY_COMPARE(names(), m_names);
}

QTEST_GUILESS_MAIN(TestLocalCa)
#include "tst_localca.moc"
