// SPDX-License-Identifier: GPL-3.0-or-later
// What a client is called by its User-Agent, and how it is told that it had to go elsewhere.
#include "clienttext.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::ui;

class ClientTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesPrograms_data();
    void namesPrograms();
    void tellsTheState_data();
    void tellsTheState();
    void explainsAFallback();
    void listsForms();
};

void ClientTextTest::namesPrograms_data()
{
    QTest::addColumn<QByteArray>("userAgent");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *userAgent, const char *name) {
        QTest::newRow(userAgent) << QByteArray(userAgent) << QString::fromUtf8(name);
    };
    row("docker/20.10.24+dfsg1 go/go1.19.8 os/linux arch/amd64 "
        "UpstreamClient(Docker-Client/20.10.24)",
        "Docker 20.10.24+dfsg1");
    row("containers/5.24.1 (github.com/containers/image)",
        "Podman, Buildah or Skopeo (containers/image 5.24.1)");
    row("containerd/1.6.20+unknown", "containerd 1.6.20+unknown");
    row("buildkit/v0.12.5", "BuildKit 0.12.5");
    row("skopeo/1.9.3", "Skopeo 1.9.3");
    row("Go-http-client/1.1", "Go-http-client 1.1");
    row("curl/7.88.1", "curl 7.88.1");
    row("mine", "mine");
    row("victor/version", "victor version");
    row("", "Unknown");
    row("   ", "Unknown");
    row("evil\x1b[31m/1\x07", "evil\uFFFD[31m 1\uFFFD");
    row("100%1/%2", "100%1 %2");
}

void ClientTextTest::namesPrograms()
{
    QFETCH(QByteArray, userAgent);
    QTEST(programName(userAgent), "name");
}

void ClientTextTest::tellsTheState_data()
{
    QTest::addColumn<int>("fallbacks");
    QTest::addColumn<bool>("isServed");
    QTest::addColumn<QString>("state");
    QTest::newRow("never") << 0 << true << QStringLiteral("Served");
    QTest::newRow("no login") << 0 << false << QStringLiteral("Has to log in");
    QTest::newRow("now") << 3 << false << QStringLiteral("Fell back (3 time(s))");
    QTest::newRow("once") << 3 << true << QStringLiteral("Served; fell back 3 time(s)");
}

void ClientTextTest::tellsTheState()
{
    QFETCH(int, fallbacks);
    QFETCH(bool, isServed);
    ClientSummary client;
    client.fallbacks = static_cast<std::uint64_t>(fallbacks);
    if (fallbacks > 0)
        client.lastFallback = ClientSummary::Fallback{};
    client.isServed = isServed;
    QTEST(fallbackState(client), "state");
}

void ClientTextTest::explainsAFallback()
{
    ClientSummary client;
    QVERIFY(fallbackExplanation(client).isEmpty());
    client.lastFallback = ClientSummary::Fallback{.atMs = 1,
                                                  .status = 503,
                                                  .upstream = "docker.io",
                                                  .repository = "library/%1",
                                                  .reference = "3.19"};
    QString text = fallbackExplanation(client);
    QVERIFY2(text.contains(QStringLiteral("docker.io/library/%1 3.19 (status 503)")),
             qPrintable(text));
    client.lastFallback = ClientSummary::Fallback{.atMs = 1, .status = 404};
    text = fallbackExplanation(client);
    QVERIFY2(text.contains(QStringLiteral("no upstream")), qPrintable(text));
}

void ClientTextTest::listsForms()
{
    QCOMPARE(formsText({}), QString());
    const QString text = formsText({RequestForm::Namespace, RequestForm::Default});
    QVERIFY2(text.endsWith(formsText({RequestForm::Namespace})), qPrintable(text));
    QVERIFY2(text.startsWith(formsText({RequestForm::Default})), qPrintable(text));
}

QTEST_APPLESS_MAIN(ClientTextTest)
#include "tst_clienttext.moc"
