// SPDX-License-Identifier: GPL-3.0-or-later
// Files that change are taken in, wrong ones are told and change nothing, and nothing is told
// twice.
#include "support/manualclock.h"
#include "tls/pemfiles.h"
#include "tls/tlsfiles.h"

#include <QSignalSpy>
#include <QTest>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::tls;
using namespace std::chrono_literals;

class TestTlsFiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesAtTheStart();
    void tellsOnce();
    void refusesMoreThanWhatComesLater();
};

void TestTlsFiles::refusesAtTheStart()
{
    const PemFiles files;
    TlsConfig config = files.config();
    config.key = files.path("none.pem");
    const SystemClock clock;
    const auto opened = TlsFiles::open(config, clock);
    QVERIFY(!opened);
    QVERIFY(opened.error().code == ErrorCode::NotFound);
    QVERIFY2(opened.error().message.english().starts_with(config.key.toStdString()),
             opened.error().message.english().c_str());
}

void TestTlsFiles::tellsOnce()
{
    const PemFiles files(makeExpiredTlsIdentity("127.0.0.1"));
    const SystemClock clock;
    const auto opened = TlsFiles::open(files.config(), clock, 1ms);
    QVERIFY(opened);
    QSignalSpy warnings(opened->get(), &TlsFiles::warningRaised);
    QTRY_COMPARE(warnings.size(), 1);
    QVERIFY(QString::fromStdString(warnings[0][0].value<Message>().english())
                .contains(QStringLiteral("has expired")));
    files.put("key.pem", "no key");
    QTRY_COMPARE(warnings.size(), 2);
    QVERIFY2(QString::fromStdString(warnings[1][0].value<Message>().english())
                 .contains(QStringLiteral("of before stays in use")),
             qPrintable(QString::fromStdString(warnings[1][0].value<Message>().english())));
    // It is written again, and no better.
    files.put("key.pem", "no key");
    files.put(makeExpiredTlsIdentity("127.0.0.1"));
    QTRY_COMPARE(warnings.size(), 3);
    QVERIFY(QString::fromStdString(warnings[2][0].value<Message>().english())
                .contains(QStringLiteral("has expired")));
}

/// A certificate may come later; the rest has to be right at once.
void TestTlsFiles::refusesMoreThanWhatComesLater()
{
    const PemFiles files;
    const SystemClock clock;
    TlsConfig config = files.config();
    config.certificate = config.key = files.path("later.pem");
    config.clientAuthorities = {files.path("none.pem")};
    const auto opened =
        TlsFiles::open(config, clock, limits::tlsCheckInterval, WithoutFiles::Closed);
    QVERIFY(!opened);
    QVERIFY2(opened.error().message.english().starts_with(files.path("none.pem").toStdString()),
             opened.error().message.english().c_str());
    config.clientAuthorities = {files.path("cert.pem")};
    QVERIFY(TlsFiles::open(config, clock, limits::tlsCheckInterval, WithoutFiles::Closed));
    files.put("later.pem", "neither");
    QVERIFY(!TlsFiles::open(config, clock, limits::tlsCheckInterval, WithoutFiles::Closed));
}

QTEST_GUILESS_MAIN(TestTlsFiles)
#include "tst_tlsfiles.moc"
