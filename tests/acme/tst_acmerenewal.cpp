// SPDX-License-Identifier: GPL-3.0-or-later
// With the real lego and a real authority: certificates of a minute are renewed while a slow client
// takes 100 MB, which it gets to the last byte; and those that are there outlive the authority.
#include "acme/acmeissuer.h"
#include "acme/pebblelab.h"
#include "http/testserver.h"
#include "tls/tlsclient.h"
#include "tls/tlsfiles.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <future>
#include <thread>

using namespace lanyard;
using namespace lanyard::acme;
using namespace lanyard::test;
using namespace std::chrono_literals;

namespace {

constexpr auto lifetime = 60s;
constexpr std::size_t contentBytes = 100'000'000;

/// Takes `bytes` piece by piece, in `duration` at least, on a thread of its own.
std::future<std::string> takeSlowly(TlsClient &client, std::size_t bytes,
                                    std::chrono::milliseconds duration)
{
    return std::async(std::launch::async, [&client, bytes, duration] {
        constexpr std::size_t pieces = 100;
        std::string taken;
        for (std::size_t i = 1; i <= pieces; ++i) {
            taken += client.read(bytes * i / pieces - taken.size());
            std::this_thread::sleep_for(duration / pieces);
        }
        return taken;
    });
}

bool isTold(const QSignalSpy &warnings, const char *words)
{
    return std::any_of(warnings.begin(), warnings.end(), [words](const QList<QVariant> &one) {
        return one[0].value<Message>().english().find(words) != std::string::npos;
    });
}

} // namespace

class TestAcmeRenewal final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void renews();
};

void TestAcmeRenewal::initTestCase()
{
    if (!PebbleLab::isInstalled())
        QSKIP("needs lego and pebble: apt-get install lego pebble");
    // A client may be in the middle of a handshake when its connection is closed.
    std::signal(SIGPIPE, SIG_IGN);
}

void TestAcmeRenewal::renews()
{
    PebbleLab lab(lifetime);
    QVERIFY(lab.start());
    const QTemporaryDir folder;
    const SystemClock clock;
    const AcmeOptions options{
        .searchPath = qEnvironmentVariable("PATH"), .orderPause = 1s, .checkInterval = 100ms};
    AcmeConfig config = lab.config(AcmeConfig::Challenge::TlsAlpn01);
    auto issuer = std::make_unique<AcmeIssuer>(config, folder.path(), clock, options);
    QSignalSpy warnings(issuer.get(), &AcmeIssuer::warningRaised);
    const auto at = issuer->start();
    QVERIFY(at);
    const auto opened = tls::TlsFiles::open({.certificate = at->certificate, .key = at->key}, clock,
                                            50ms, tls::WithoutFiles::Closed);
    QVERIFY(opened);
    const std::string content = patternBytes(contentBytes);
    TestServer server(
        openOptions(1),
        [file = makeFile(content)](const http::Request &, http::Responder responder) {
            responder.respond(
                bodyResponse(http::FileBody{file, 0, static_cast<std::int64_t>(contentBytes)}));
        },
        openRules((*opened)->transports()));

    QTRY_VERIFY_WITH_TIMEOUT(TlsClient(server.port()).isEstablished(), 60'000);
    QVERIFY(isTold(warnings, "has been issued"));
    TlsClient slow(server.port(), {.receiveBufferBytes = 64 * 1024});
    const QByteArray first = slow.certificate();
    QVERIFY(!first.isEmpty());
    QVERIFY(slow.send(requestText("GET", "/")));
    const std::string begin = slow.read(1'000);
    const std::string headEnd = "\r\n\r\n";
    const std::string bodyBegin = begin.substr(begin.find(headEnd) + headEnd.size());
    auto bodyRest = takeSlowly(slow, contentBytes - bodyBegin.size(), lifetime);
    QTRY_VERIFY_WITH_TIMEOUT(TlsClient(server.port()).certificate() != first, 120'000);
    QVERIFY2(bodyRest.wait_for(0s) == std::future_status::timeout, "the client was not slow");

    // The authority is gone: what there is stays, and that is told.
    lab.stop();
    const QByteArray second = TlsClient(server.port()).certificate();
    issuer.reset();
    config.hosts.pop_back();
    issuer = std::make_unique<AcmeIssuer>(config, folder.path(), clock, options);
    QSignalSpy troubles(issuer.get(), &AcmeIssuer::warningRaised);
    QVERIFY(issuer->start());
    QTRY_VERIFY_WITH_TIMEOUT(isTold(troubles, "directoryUrl cannot be reached from here"), 60'000);
    QVERIFY(isTold(troubles, "The one that is there stays in use"));
    QCOMPARE(TlsClient(server.port()).certificate(), second);

    QVERIFY(bodyBegin + bodyRest.get() == content);
}

QTEST_GUILESS_MAIN(TestAcmeRenewal)
#include "tst_acmerenewal.moc"
