// SPDX-License-Identifier: GPL-3.0-or-later
// A registry of the internet cannot have requests sent into the network that Lanyard stands in, by
// address or by name, but to a host that the user has listed; one that is in there itself can.
#include "support/scriptedproxy.h"
#include "upstream/clientfixture.h"
#include "upstream/redirecttarget.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::upstream;

class TestRedirectTarget final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhatIsInternal_data();
    void knowsWhatIsInternal();
    void judges_data();
    void judges();
    void allowsWhatIsListed_data();
    void allowsWhatIsListed();
    void tellsNobodyWhoIsGone();
    void sendsNothingInside();
};

void TestRedirectTarget::knowsWhatIsInternal_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("is");
    const auto row = [](const char *address, bool is) {
        QTest::newRow(address) << QString::fromLatin1(address) << is;
    };
    for (const char *address : {"127.0.0.1",
                                "127.255.255.254",
                                "0.0.0.0",
                                "0.1.2.3",
                                "10.0.0.1",
                                "172.16.0.1",
                                "172.31.255.255",
                                "192.168.0.80",
                                "100.64.0.1",
                                "169.254.169.254",
                                "255.255.255.255",
                                "224.0.0.1",
                                "::1",
                                "::",
                                "fe80::1",
                                "fc00::1",
                                "fd12:3456::1",
                                "fec0::1",
                                "ff02::1",
                                "::ffff:127.0.0.1",
                                "::ffff:10.0.0.1",
                                "::ffff:169.254.169.254"})
        row(address, true);
    for (const char *address :
         {"1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "172.15.255.255",
          "172.32.0.0", "192.167.255.255", "192.169.0.0", "198.51.100.7", "2001:db8::1",
          "2606:4700::1111", "::ffff:1.1.1.1"})
        row(address, false);
}

void TestRedirectTarget::knowsWhatIsInternal()
{
    QFETCH(QString, address);
    QTEST(isInternal(QHostAddress(address)), "is");
}

void TestRedirectTarget::judges_data()
{
    QTest::addColumn<QByteArray>("upstream");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<bool>("hasProxy");
    QTest::addColumn<QString>("says"); // empty: allowed
    const auto row = [](const char *upstream, const char *target, bool hasProxy,
                        const QString &says) {
        QTest::addRow("%s to %s%s", upstream, target, hasProxy ? ", by a proxy" : "")
            << QByteArray(upstream) << QByteArray(target) << hasProxy << says;
    };
    const auto inside = [](const char *host) {
        return QStringLiteral("test.example redirects into a private network; redirectHosts of the "
                              "upstream can allow %1")
            .arg(QLatin1String(host));
    };
    row("https://198.51.100.1", "https://198.51.100.2/x", false, {});
    row("https://198.51.100.1", "https://198.51.100.1:8443/x", false, {});
    row("https://198.51.100.1", "https://[2001:db8::1]/x", false, {});
    const std::vector<std::pair<const char *, const char *>> targets{
        {"http://127.0.0.1:5001/metrics?key=s3cret", "127.0.0.1"},
        {"http://169.254.169.254/latest/meta-data/", "169.254.169.254"},
        {"http://me:s3cret@10.0.0.1/", "10.0.0.1"},
        {"http://[::1]/", "[::1]"},
        {"http://[::ffff:10.0.0.1]/", "[::ffff:10.0.0.1]"},
        {"http://0.0.0.0/", "0.0.0.0"},
        {"http://2130706433/", "127.0.0.1"},
        {"http://0x7f.1/", "127.0.0.1"},
        {"http://localhost/", "localhost"},
        {"http://LOCALHOST/", "localhost"}};
    for (const auto &[target, host] : targets)
        row("http://198.51.100.1", target, false, inside(host));
    row("http://198.51.100.1", "http://nowhere.invalid/", false,
        QStringLiteral("test.example redirects to a host that is not found"));
    // In there already.
    row("http://10.0.0.1", "http://192.168.0.1/", false, {});
    row("http://10.0.0.1", "http://198.51.100.1/", false, {});
    row("http://127.0.0.1:5000", "http://localhost:5001/", false, {});
    row("http://localhost:5000", "http://127.0.0.1:5001/", false, {});
    // The proxy finds the names.
    row("http://registry.invalid", "http://cdn.invalid/", true, {});
    row("http://registry.invalid", "http://127.0.0.1/", true, inside("127.0.0.1"));
    row("http://localhost:5000", "http://127.0.0.1/", true, inside("127.0.0.1"));
    row("http://10.0.0.1", "http://10.0.0.2/", true, {});
}

void TestRedirectTarget::judges()
{
    QFETCH(QByteArray, upstream);
    QFETCH(QByteArray, target);
    QFETCH(bool, hasProxy);
    QFETCH(QString, says);
    UpstreamConfig config = ClientFixture::configFor(upstream.toStdString());
    if (hasProxy)
        config.proxy = "http://127.0.0.1:1";
    RedirectTarget judge;
    std::optional<Result<void>> verdict;
    judge.judge(Endpoint(config, config.url), QUrl::fromEncoded(target),
                [&verdict](const Result<void> &allowed) { verdict = allowed; });
    QTRY_VERIFY(verdict);
    QCOMPARE(*verdict ? QString() : QString::fromStdString(verdict->error().message.english()),
             says);
}

void TestRedirectTarget::allowsWhatIsListed_data()
{
    QTest::addColumn<QByteArray>("listed");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<bool>("isAllowed");
    const auto row = [](const char *listed, const char *target, bool isAllowed) {
        QTest::addRow("%s, to %s", listed, target)
            << QByteArray(listed) << QByteArray(target) << isAllowed;
    };
    row("localhost", "http://localhost/x", true);
    row("localhost", "https://LOCALHOST.:8443/x", true);
    row("localhost", "http://127.0.0.1/", false);
    row("127.0.0.1", "http://127.0.0.1/", true);
    row("127.0.0.1", "http://127.0.0.2/", false);
    row("127.0.0.1", "http://localhost/", false);
    row("10.0.0.3:8443", "https://10.0.0.3:8443/", true);
    row("10.0.0.3:8443", "https://10.0.0.3/", false);
    row("10.0.0.3:443", "https://10.0.0.3/", true);
    row("[fd00::1]", "https://[fd00::1]/", true);
    row("[fd00::1]:8443", "https://[fd00:0::1]:8443/", true);
    row("[fd00::1]", "https://[fd00::2]/", false);
    row("corp.example", "http://10.0.0.3/?corp.example", false);
    row("corp.example", "http://corp.example@10.0.0.3/", false);
}

void TestRedirectTarget::allowsWhatIsListed()
{
    QFETCH(QByteArray, listed);
    QFETCH(QByteArray, target);
    UpstreamConfig config = ClientFixture::configFor("https://198.51.100.1");
    config.redirectHosts = {"other.example", listed.toStdString()};
    RedirectTarget judge;
    std::optional<Result<void>> verdict;
    judge.judge(Endpoint(config, config.url), QUrl::fromEncoded(target),
                [&verdict](const Result<void> &allowed) { verdict = allowed; });
    QTRY_VERIFY(verdict);
    QTEST(verdict->has_value(), "isAllowed");
}

void TestRedirectTarget::tellsNobodyWhoIsGone()
{
    const UpstreamConfig config = ClientFixture::configFor("http://198.51.100.1");
    const Endpoint endpoint(config, config.url);
    bool isTold = false;
    auto gone = std::make_unique<RedirectTarget>();
    gone->judge(endpoint, QUrl(QStringLiteral("http://localhost/")),
                [&isTold](const Result<void> &) { isTold = true; });
    gone.reset();
    RedirectTarget other;
    int told = 0;
    for (int i = 0; i < 2; ++i)
        other.judge(endpoint, QUrl(QStringLiteral("http://localhost/")),
                    [&told](const Result<void> &) { ++told; });
    QTRY_VERIFY(told > 0);
    QCOMPARE(told, 1);
    QVERIFY(!isTold);
}

/// The registry has a name that only the proxy knows, so it counts as one of the internet.
void TestRedirectTarget::sendsNothingInside()
{
    ScriptedRegistry inside;
    ScriptedRegistry registry;
    registry.addFault("/v2/org/app/blobs/x", redirectTo(inside.url() + "/admin/delete"));
    ScriptedProxy proxy;
    const std::string port = registry.hostPort().substr(registry.hostPort().find(':'));
    UpstreamConfig config = ClientFixture::configFor("http://localhost" + port);
    config.proxy = "http://" + proxy.hostPort();
    ClientFixture fixture(config);
    const Outcome outcome = fixture.run("/v2/org/app/blobs/x");
    COMPARE_ERROR(outcome, ErrorCode::BadUpstream);
    QCOMPARE(outcome.error->message.english(),
             std::string("test.example redirects into a private network; redirectHosts of the "
                         "upstream can allow 127.0.0.1"));
    QCOMPARE(registry.count(), 1);
    QCOMPARE(inside.count(), 0);
    config.redirectHosts = {"127.0.0.1"};
    ClientFixture listing(config);
    listing.run("/v2/org/app/blobs/x");
    QCOMPARE(inside.count(), 1);
}

QTEST_GUILESS_MAIN(TestRedirectTarget)
#include "tst_redirecttarget.moc"
