// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a registry, or a token service, that is down, foreign, silent or hostile as a whole
// costs its own clients a prompt error and others nothing, whatever they ask for.
#include "faults/faultfixture.h"
#include "support/testcertificate.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace lanyard;
using namespace lanyard::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(lanyard::test::FaultRow)

namespace {

const std::string tagsPath = "/v2/library/app/tags/list";

const QByteArray tagsAnswer = R"({"name":"library/app","tags":["1"]})";

/// A blob, a tag, a list of tags and a list of referrers that nothing is known of.
QList<QByteArray> targetsOf(const QByteArray &repository)
{
    const QByteArray digest = "sha256:" + QByteArray(64, 'a');
    return {repository + "/blobs/" + digest, repository + "/manifests/1",
            repository + "/manifests/" + digest, repository + "/tags/list",
            repository + "/referrers/" + digest};
}

void addTargetRows(const QByteArray &repository)
{
    QTest::addColumn<QByteArray>("target");
    const char *const names[] = {"blob", "tag", "manifest", "tags", "referrers"};
    int i = 0;
    for (const QByteArray &target : targetsOf(repository))
        QTest::newRow(names[i++]) << target;
}

} // namespace

class TestUpstreamTrouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isDown_data();
    void isDown();
    void isNotThere_data();
    void isNotThere();
    void hasNoToken_data();
    void hasNoToken();
    void listsTags_data();
    void listsTags();
    void listsTagsWithoutEnd_data();
    void listsTagsWithoutEnd();
    void hangsForMany();
};

void TestUpstreamTrouble::isDown_data()
{
    addTargetRows("/v2/library/app");
}

void TestUpstreamTrouble::isDown()
{
    QFETCH(QByteArray, target);
    FaultFixture cache;
    const QByteArray manifest = imageManifest({});
    cache.hub.addManifest("library/app", "1", imageType, manifest);
    cache.hub.stop();
    for (int i = 0; i < 3; ++i) {
        const FaultFixture::Trial trial = cache.ask(target);
        QCOMPARE(FaultFixture::flawOf(trial, {}, {i == 0 ? 502 : 503}), QString());
    }
    cache.hub.start();
    const auto recovery = cache.recovery("/v2/library/app/manifests/1", manifest);
    QVERIFY2(recovery <= FaultFixture::recoveryMax, std::to_string(recovery.count()).c_str());
}

void TestUpstreamTrouble::isNotThere_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QByteArray>("target");
    for (const char *what :
         {"unknown host", "expired certificate", "unknown certificate", "mute"}) {
        for (const QByteArray &target : targetsOf("/v2/broken.example/org/app")) {
            QTest::addRow("%s %s", what, target.mid(27, 12).constData())
                << QString::fromLatin1(what) << target;
        }
    }
}

void TestUpstreamTrouble::isNotThere()
{
    QFETCH(QString, what);
    QFETCH(QByteArray, target);
    const bool isExpired = what == QLatin1String("expired certificate");
    const TlsIdentity identity =
        isExpired ? makeExpiredTlsIdentity("127.0.0.1") : makeTlsIdentity("127.0.0.1");
    ScriptedRegistry untrusted(identity);
    QTcpServer mute; // accepts connections and never shakes hands
    QVERIFY(mute.listen(QHostAddress::LocalHost));
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("ca.pem")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(identity.certificate);
    file.close();

    UpstreamConfig broken{.registry = "broken.example", .url = untrusted.url()};
    if (isExpired)
        broken.caFile = file.fileName().toStdString();
    if (what == QLatin1String("unknown host"))
        broken.url = "https://registry.invalid";
    if (what == QLatin1String("mute"))
        broken.url = "https://127.0.0.1:" + std::to_string(mute.serverPort());
    FaultFixture cache({broken});
    const FaultFixture::Trial trial = cache.ask(target);
    QCOMPARE(FaultFixture::flawOf(trial, {}, {502}), QString());
    QCOMPARE(untrusted.count(), 0);
}

void TestUpstreamTrouble::hasNoToken_data()
{
    QTest::addColumn<FaultRow>("row");
    for (const FaultRow &row : faultRows(QByteArray(R"({"token": "t"})").size()))
        QTest::newRow(row.name.c_str()) << row;
}

void TestUpstreamTrouble::hasNoToken()
{
    QFETCH(FaultRow, row);
    FaultFixture cache;
    const QByteArray manifest = imageManifest({});
    cache.hub.addManifest("library/app", "1", imageType, manifest);
    cache.hub.requireBearer({});
    cache.hub.release("/token");
    cache.arm("/token", row);
    // It is asked once, follows nothing, and needs no length: what counts is that it ends.
    Outcomes outcomes = row.document;
    if (!outcomes.contains(200))
        outcomes += {404, 502, 504};
    const FaultFixture::Trial trial = cache.ask("/v2/library/app/manifests/1");
    QCOMPARE(FaultFixture::flawOf(trial, manifest, outcomes), QString());
    cache.hub.release("/token");
    const auto recovery = cache.recovery("/v2/library/app/manifests/1", manifest);
    QVERIFY2(recovery <= FaultFixture::manifestRecoveryMaxAfter(row, trial.reply.status),
             std::to_string(recovery.count()).c_str());
}

void TestUpstreamTrouble::listsTags_data()
{
    QTest::addColumn<FaultRow>("row");
    for (const FaultRow &row : faultRows(tagsAnswer.size()))
        QTest::newRow(row.name.c_str()) << row;
}

void TestUpstreamTrouble::listsTags()
{
    QFETCH(FaultRow, row);
    FaultFixture cache;
    cache.hub.addManifest("library/app", "1", imageType, imageManifest({}));
    cache.arm(tagsPath, row);
    const QByteArray target = QByteArray::fromStdString(tagsPath);
    const FaultFixture::Trial trial = cache.ask(target);
    QCOMPARE(FaultFixture::flawOf(trial, tagsAnswer, row.document), QString());
    cache.hub.release(tagsPath);
    const auto recovery = cache.recovery(target, tagsAnswer);
    QVERIFY2(recovery <= FaultFixture::recoveryMaxAfter(row),
             std::to_string(recovery.count()).c_str());
}

void TestUpstreamTrouble::listsTagsWithoutEnd_data()
{
    QTest::addColumn<int>("delayMs"); // of each page
    QTest::addColumn<Outcomes>("outcomes");
    QTest::newRow("fast") << 0
                          << Outcomes{502, 504}; // a slow machine is at its end before the list
    QTest::newRow("slowly") << 100 << Outcomes{504};
}

void TestUpstreamTrouble::listsTagsWithoutEnd()
{
    QFETCH(int, delayMs);
    QFETCH(Outcomes, outcomes);
    FaultFixture cache;
    cache.hub.addManifest("library/app", "1", imageType, imageManifest({}));
    cache.hub.setEndlessTags(true);
    cache.hub.addFault(tagsPath, {.delay = std::chrono::milliseconds{delayMs}});
    const QByteArray target = QByteArray::fromStdString(tagsPath);
    const FaultFixture::Trial trial = cache.ask(target);
    QCOMPARE(FaultFixture::flawOf(trial, tagsAnswer, outcomes), QString());
    QVERIFY(cache.hub.count("GET", tagsPath) <= limits::upstreamPagesMax);
    cache.hub.setEndlessTags(false);
    cache.hub.release(tagsPath);
    const auto recovery = cache.recovery(target, tagsAnswer);
    QVERIFY2(recovery <= FaultFixture::recoveryMax, std::to_string(recovery.count()).c_str());
}

/// More clients than there are connections to the registry: none of them waits for ever.
void TestUpstreamTrouble::hangsForMany()
{
    FaultFixture cache;
    std::vector<ClientRequest> requests;
    for (int i = 0; i < 4 * limits::upstreamConnectionsPerHost; ++i) {
        const QByteArray digest = "sha256:" + QByteArray::number(i).rightJustified(64, '0');
        for (const char *kind : {"blobs", "manifests"}) {
            const QByteArray target = QByteArray("/v2/library/app/") + kind + '/' + digest;
            cache.hub.addFault(target.toStdString(), {.isHeld = true});
            requests.push_back(cache.start(target));
        }
    }
    QElapsedTimer timer;
    timer.start();
    const FaultFixture::Trial trial =
        cache.ask("/v2/library/app/blobs/sha256:" + QByteArray(64, 'f'));
    QCOMPARE(FaultFixture::flawOf(trial, {}, {502, 503, 504, 404}), QString());
    for (ClientRequest &request : requests) {
        const int status = request.finish().status;
        QVERIFY2(status == 504 || status == 503, std::to_string(status).c_str());
    }
    QVERIFY2(timer.elapsed() <= FaultFixture::waitMax.count(),
             qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestUpstreamTrouble)
#include "tst_upstreamtrouble.moc"
