// SPDX-License-Identifier: GPL-3.0-or-later
// What a proof that fails says: which step did not arrive, and the likely reason of this client.
#include "support/inenglish.h"
#include "workstation/prooflimits.h"
#include "workstation/prooftrouble.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::workstation;

Q_DECLARE_METATYPE(lanyard::workstation::ProofEvidence)

namespace {

const QList<ProbeSighting> manifestOnly{{.what = QStringLiteral("manifest")}};
const QList<ProbeSighting> all{{.what = QStringLiteral("manifest")},
                               {.what = QStringLiteral("config")},
                               {.what = QStringLiteral("layer")}};

ProofEvidence evidence()
{
    return {.client = {.kind = ClientKind::Docker,
                       .name = QStringLiteral("Docker Engine"),
                       .use = ClientInstallation::Use::Cache},
            .cache = {.host = QStringLiteral("192.168.0.80"), .port = 5000},
            .registry = QStringLiteral("docker.io"),
            .line = QStringLiteral("THE LINE"),
            .sightings = all,
            .program = {.error = {}, .isSuccess = true, .output = "one\ntwo\n"}};
}

template <typename Change>
ProofEvidence with(Change change)
{
    ProofEvidence changed = evidence();
    change(changed);
    return changed;
}

/// One whose pull failed without a request to the cache.
template <typename Change>
ProofEvidence unseen(Change change)
{
    ProofEvidence changed = evidence();
    changed.sightings.clear();
    changed.program.isSuccess = false;
    change(changed);
    return changed;
}

} // namespace

class TestProofTrouble final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void says_data();
    void says();
    void hasAReasonForEveryClient();
    void showsTheLastLines();
    void showsNoSecrets();
};

void TestProofTrouble::says_data()
{
    QTest::addColumn<ProofEvidence>("evidence");
    QTest::addColumn<QString>("part"); // of what is said; empty: nothing is
    const auto row = [](const char *name, const ProofEvidence &found, const char *part) {
        QTest::newRow(name) << found << QString::fromLatin1(part);
    };
    using Use = ClientInstallation::Use;
    row("proved", evidence(), "");
    row("all arrived, and it failed", with([](auto &e) { e.program.isSuccess = false; }),
        "All of the probe image was asked for at the cache, and yet Docker Engine failed: two");
    row("all arrived, and it did not end", with([](auto &e) {
            e.program = {.error = Error{ErrorCode::TimedOut, "does not answer in time"}};
        }),
        "and yet Docker Engine does not answer in time.");
    row("no content", with([](auto &e) {
            e.sightings = manifestOnly;
            e.program.isSuccess = false;
        }),
        "The manifest was asked for at the cache, the content was not. Docker Engine failed: two");
    row("no content, and content", with([](auto &e) { e.sightings = manifestOnly; }),
        "it had it already, or got it from elsewhere");
    row("no layer", with([](auto &e) { e.sightings = all.first(2); }), "the content was not");
    row("nothing", unseen([](auto &) {}),
        "No request for the probe image arrived at 192.168.0.80:5000: Docker Engine does not pull "
        "docker.io through the cache. Likely reasons: dockerd has not reloaded");
    row("nothing, and it went well", unseen([](auto &e) { e.program.isSuccess = true; }),
        "No request for the probe image arrived");
    row("no program", unseen([](auto &e) {
            e.program.error = Error{ErrorCode::Io, "cannot be started: no such file"};
        }),
        "Docker Engine cannot be started: no such file.");
    row("not allowed", unseen([](auto &e) {
            e.program.output = "dial unix /var/run/docker.sock: connect: Permission denied\n";
        }),
        "This user may not let Docker Engine pull. In a terminal: THE LINE");
    row("the registry has no such image", unseen([](auto &e) {
            e.program.output = "Error: pull access denied for lanyard-probe/check: denied\n";
        }),
        "No request for the probe image arrived");
    row("graph driver", unseen([](auto &e) {
            e.registry = QStringLiteral("quay.io");
            e.client.imageStore = ClientInstallation::ImageStore::GraphDriver;
        }),
        "pull 192.168.0.80:5000/quay.io/IMAGE instead of quay.io/IMAGE");
    row("graph driver, docker.io",
        unseen([](auto &e) { e.client.imageStore = ClientInstallation::ImageStore::GraphDriver; }),
        "Likely reasons");
    row("not set up", unseen([](auto &e) { e.client.use = Use::Nothing; }),
        "It is not set up for the cache yet.");
    row("not known whether it is set up", unseen([](auto &e) {
            e.client.use = Use::Nothing;
            e.client.obstacles = {{.kind = Obstacle::Kind::NoAccess,
                                   .detail = QStringLiteral("Files of root."),
                                   .isOfFiles = true}};
        }),
        "through the cache. Files of root.");
    row("another mirror", unseen([](auto &e) {
            e.client.use = Use::OtherMirror;
            e.client.mirrors = {QStringLiteral("https://other.lan")};
        }),
        "It is set up for another mirror: https://other.lan.");
    row("an obstacle", unseen([](auto &e) {
            e.client.obstacles = {
                {Obstacle::Kind::ProxyInTheWay, QStringLiteral("A proxy."), false}};
        }),
        "through the cache. A proxy.");
    row("what another file says", unseen([](auto &e) {
            e.client.registryObstacles = {
                {QStringLiteral("docker.io"),
                 {Obstacle::Kind::OverridesSystem, QStringLiteral("Another table."), false}},
                {QStringLiteral("quay.io"),
                 {Obstacle::Kind::OverridesSystem, QStringLiteral("Of quay."), false}}};
        }),
        "through the cache. Another table.");
    row("CRI-O", unseen([](auto &e) {
            e.client.kind = ClientKind::Podman;
            e.client.id = QStringLiteral("crio");
        }),
        "Likely reasons: CRI-O has not reloaded");
    row("loopback from a container", unseen([](auto &e) {
            e.client.kind = ClientKind::Earthly;
            e.cache.host = QStringLiteral("127.0.0.1");
        }),
        "127.0.0.1 is another computer for it");
    row("loopback from here", unseen([](auto &e) { e.cache.host = QStringLiteral("localhost"); }),
        "Likely reasons");
    row("a login", unseen([](auto &e) { e.cache.user = QStringLiteral("me"); }),
        "The cache wants a login");
}

void TestProofTrouble::says()
{
    QFETCH(ProofEvidence, evidence);
    QFETCH(QString, part);
    const QString trouble = test::inEnglish(proofTrouble(evidence));
    QCOMPARE(trouble.isEmpty(), part.isEmpty());
    QVERIFY2(trouble.contains(part), qPrintable(trouble));
}

void TestProofTrouble::hasAReasonForEveryClient()
{
    for (int kind = 0; kind <= static_cast<int>(ClientKind::Colima); ++kind) {
        const QString trouble = test::inEnglish(proofTrouble(
            unseen([kind](auto &e) { e.client.kind = static_cast<ClientKind>(kind); })));
        const QString reason = trouble.section(QStringLiteral("Likely reasons: "), 1);
        QVERIFY2(reason.endsWith(u'.'), qPrintable(trouble));
    }
}

void TestProofTrouble::showsTheLastLines()
{
    QByteArray output = "first\n";
    for (int i = 1; i <= prooflimits::shownLinesMax; ++i)
        output += "\r\n\n" + QByteArray::number(i) + " \x1b[2J" + QByteArray(1'000, 'x') + "\r";
    const QStringList shown = shownOutput(output, {}).split(u'\n');
    QCOMPARE(shown.size(), prooflimits::shownLinesMax);
    QVERIFY(shown.first().startsWith(QStringLiteral("1 \ufffd[2Jxx")));
    for (const QString &line : shown)
        QVERIFY(line.size() <= prooflimits::shownLineCharsMax);
    QCOMPARE(shownOutput({}, {}), QString());
}

void TestProofTrouble::showsNoSecrets()
{
    const CacheEndpoint cache{.user = QStringLiteral("me"), .password = QStringLiteral("s3cret")};
    QCOMPARE(shownOutput("with s3cret, and Basic bWU6czNjcmV0.\n", cache),
             QStringLiteral("with (hidden), and Basic (hidden)."));
}

QTEST_GUILESS_MAIN(TestProofTrouble)
#include "tst_prooftrouble.moc"
