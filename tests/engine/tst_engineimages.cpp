// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that the façade and the control socket answer the same questions about images, that every
// question asked of the façade gets one answer, and that an engine can look without serving.
#include "control/controlserver.h"
#include "core/limits.h"
#include "engine.h"
#include "engineclient.h"
#include "registry/imagestore.h"
#include "support/awaited.h"
#include "support/scriptedregistry.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace lanyard;
using namespace lanyard::test;

namespace {

Config lookOnly(const QString &folder)
{
    Config config = Engine::defaultConfig();
    config.listen.clear();
    config.accessLog = false;
    config.dataDirectory = folder;
    return config;
}

} // namespace

class TestEngineImages final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void listsAndInspects();
    void saysThatItDoesNotRun();
    void answersWhenItStopsMeanwhile();
    void forgetsWhoIsGone();
    void endsWithOpenQuestions();
    void fetchesAhead();
    void refreshes();
    void answersOnTheSocket();
    void clientFindsNobody();
    void clientSeesTheEnd();
    void clientTakesNoEndlessAnswer();
    void runsWithoutASocket();

private:
    void start(Engine &engine);

    ImageStore m_cache;
};

void TestEngineImages::initTestCase()
{
    const TestImage image = testImage("amd64", {"layer"});
    m_cache.putImage("docker.io", "library/x", image);
    m_cache.setTag("docker.io", "library/x", "1", image.manifest);
    m_cache.close();
}

void TestEngineImages::start(Engine &engine)
{
    const QSignalSpy started(&engine, &Engine::started);
    engine.start(lookOnly(m_cache.folder()));
    QTRY_COMPARE(started.count(), 1);
    QVERIFY(engine.addresses().isEmpty());
}

void TestEngineImages::listsAndInspects()
{
    Engine engine;
    start(engine);
    Awaited<ImagePage> page;
    Awaited<ImageDetails> details;
    Awaited<ImageDetails> missing;
    Awaited<ImageDetails> wrong;
    engine.images({}, this, page.take());
    engine.image(QStringLiteral("x:1"), this, details.take());
    engine.image(QStringLiteral("quay.io/y"), this, missing.take());
    engine.image(QStringLiteral("X"), this, wrong.take());
    QTRY_VERIFY(page.count + details.count + missing.count + wrong.count == 4);
    QVERIFY(*page.value && *details.value);
    QCOMPARE((*page.value)->images.size(), 1);
    QCOMPARE((*page.value)->images.front(), (*details.value)->summary);
    QVERIFY((*details.value)->summary.isComplete);
    QCOMPARE(missing.value->error().code, ErrorCode::NotFound);
    QCOMPARE(wrong.value->error().code, ErrorCode::InvalidInput);
}

void TestEngineImages::saysThatItDoesNotRun()
{
    Engine engine;
    Awaited<ImagePage> page;
    engine.images({}, this, page.take());
    QCOMPARE(page.count, 0); // never from within the question
    QTRY_COMPARE(page.count, 1);
    QCOMPARE(page.value->error().code, ErrorCode::Cancelled);
}

void TestEngineImages::answersWhenItStopsMeanwhile()
{
    Engine engine;
    const QSignalSpy stopped(&engine, &Engine::stopped);
    start(engine);
    constexpr int questions = 200;
    Awaited<ImagePage> pages;
    for (int i = 0; i < questions; ++i)
        engine.images({}, this, pages.take());
    engine.stop();
    Awaited<ImagePage> late;
    engine.images({}, this, late.take());
    QTRY_COMPARE(stopped.count(), 1);
    QTRY_COMPARE(pages.count, questions);
    QTRY_COMPARE(late.count, 1);
    QCOMPARE(late.value->error().code, ErrorCode::Cancelled);
    // And it answers again in its next run.
    start(engine);
    engine.images({}, this, late.take());
    QTRY_COMPARE(late.count, 2);
    QVERIFY(*late.value);
    QCOMPARE(pages.count, questions);
}

void TestEngineImages::forgetsWhoIsGone()
{
    Engine engine;
    start(engine);
    Awaited<ImagePage> gone;
    Awaited<ImagePage> stays;
    auto context = std::make_unique<QObject>();
    engine.images({}, context.get(), gone.take());
    engine.images({}, this, stays.take());
    context.reset();
    QTRY_COMPARE(stays.count, 1);
    QCOMPARE(gone.count, 0);
}

void TestEngineImages::endsWithOpenQuestions()
{
    Awaited<ImagePage> pages;
    {
        Engine engine;
        start(engine);
        for (int i = 0; i < 50; ++i)
            engine.images({}, this, pages.take());
    }
    QCoreApplication::processEvents();
    QCOMPARE(pages.count, 0);
}

void TestEngineImages::fetchesAhead()
{
    ScriptedRegistry hub;
    const QByteArray layer = "fetched ahead";
    const Digest digest = hub.addBlob("library/ahead", layer);
    const QByteArray manifest = R"({"mediaType":"a/b","layers":[{"size":13,"digest":")" +
                                QByteArray::fromStdString(digest.toString()) + R"("}]})";
    hub.addManifest("library/ahead", "1", "a/b", manifest);
    const std::string path = "/v2/library/ahead/blobs/" + digest.toString();
    const QTemporaryDir folder;
    Config config = lookOnly(folder.path());
    config.upstreams = {{.registry = "docker.io", .url = hub.url()}};
    Engine engine;
    const QSignalSpy started(&engine, &Engine::started);
    engine.start(config);
    QTRY_COMPARE(started.count(), 1);

    Awaited<PrefetchResult> given;
    Awaited<PrefetchResult> result;
    QList<PrefetchProgress> progress;
    hub.addFault(path, {.isHeld = true});
    const std::uint64_t first =
        engine.prefetch({.reference = "ahead:1", .platforms = {}}, this, {}, given.take());
    engine.prefetch(
        {.reference = "ahead:1", .platforms = {}}, this,
        [&progress](const PrefetchProgress &now) { progress.append(now); }, result.take());
    QTRY_VERIFY(!progress.isEmpty() && progress.last().totalBytes == layer.size());
    engine.cancelPrefetch(first);
    engine.cancelPrefetch(first + 7);
    QTRY_COMPARE(given.count, 1);
    QCOMPARE(given.value->error().code, ErrorCode::Cancelled);
    QCOMPARE(result.count, 0);
    hub.release(path);
    QTRY_COMPARE(result.count, 1);
    QVERIFY(*result.value);
    QCOMPARE((*result.value)->fetchedBytes, layer.size());
    QCOMPARE(hub.count("GET", path), 1);
    engine.cancelPrefetch(first + 1);
    QCOMPARE(given.count + result.count, 2);

    Awaited<PrefetchResult> open;
    hub.addManifest("library/ahead", "2", "a/b", manifest + ' ');
    hub.addFault("/v2/library/ahead/manifests/2", {.isHeld = true});
    engine.prefetch({.reference = "ahead:2", .platforms = {}}, this, {}, open.take());
    engine.stop();
    QTRY_COMPARE(open.count, 1);
    QCOMPARE(open.value->error().code, ErrorCode::Cancelled);
}

void TestEngineImages::refreshes()
{
    Engine engine;
    start(engine);
    Awaited<RefreshResult> answer;
    engine.refresh(QStringLiteral("ghcr.io/unknown/x@sha256:1"), this, answer.take());
    QTRY_COMPARE(answer.count, 1);
    QCOMPARE(answer.value->error().code, ErrorCode::InvalidInput);
}

void TestEngineImages::answersOnTheSocket()
{
    Engine engine;
    start(engine);
    EngineClient client;
    QCOMPARE(client.open(m_cache.folder()), EngineClient::Opened::Yes);
    QSignalSpy answered(&client, &EngineClient::answered);
    const QSignalSpy failed(&client, &EngineClient::failed);
    const auto result = [&] {
        return answered.takeFirst().constFirst().toJsonObject();
    };

    client.ask(QStringLiteral("images"), {});
    QTRY_COMPARE(answered.count(), 1);
    const QJsonArray images = result().value(QLatin1String("images")).toArray();
    QCOMPARE(images.size(), 1);
    QCOMPARE(images.at(0).toObject().value(QLatin1String("name")).toString(),
             QStringLiteral("docker.io/library/x:1"));

    client.ask(QStringLiteral("inspect"), {{QStringLiteral("reference"), QStringLiteral("x:1")}});
    QTRY_COMPARE(answered.count(), 1);
    const QJsonObject image = result();
    QVERIFY(image.value(QLatin1String("complete")).toBool());
    QCOMPARE(image.value(QLatin1String("platforms")).toArray().size(), 1);

    client.ask(QStringLiteral("status"), {});
    QTRY_COMPARE(answered.count(), 1);
    const QJsonObject status = result();
    QCOMPARE(status.value(QLatin1String("state")).toString(), QStringLiteral("running"));
    QCOMPARE(status.value(QLatin1String("dataDirectory")).toString(), m_cache.folder());

    client.ask(QStringLiteral("inspect"), {{QStringLiteral("reference"), QStringLiteral("y")}});
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.constFirst().constFirst().toString(), QStringLiteral("not-found"));
}

void TestEngineImages::clientFindsNobody()
{
    const QTemporaryDir folder;
    EngineClient client;
    QCOMPARE(client.open(folder.path()), EngineClient::Opened::NobodyThere);
    QCOMPARE(client.open(folder.filePath(QStringLiteral("none"))),
             EngineClient::Opened::NobodyThere);
    QCOMPARE(client.open(folder.filePath(QString(200, u'x'))), EngineClient::Opened::NobodyThere);
    // A file that is no socket.
    QFile file(folder.filePath(QStringLiteral("lanyard.sock")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(client.open(folder.path()), EngineClient::Opened::NobodyThere);
}

void TestEngineImages::clientSeesTheEnd()
{
    auto engine = std::make_unique<Engine>();
    start(*engine);
    EngineClient client;
    QCOMPARE(client.open(m_cache.folder()), EngineClient::Opened::Yes);
    const QSignalSpy answered(&client, &EngineClient::answered);
    const QSignalSpy failed(&client, &EngineClient::failed);
    client.ask(QStringLiteral("images"), {});
    engine.reset();
    QTRY_COMPARE(answered.count() + failed.count(), 1);
    QVERIFY(!QDir(m_cache.folder())
                 .entryList(QDir::AllEntries | QDir::System)
                 .contains(QStringLiteral("lanyard.sock")));
}

void TestEngineImages::clientTakesNoEndlessAnswer()
{
    const QTemporaryDir folder;
    control::ControlServer server(
        {{"status", [](const auto &, const control::SharedReply &reply) {
              reply->finish({{QStringLiteral("text"),
                              QString(limits::controlAnswerBytesMax + 1024 * 1024, u'x')}});
          }}});
    QVERIFY(server.listen(folder.path().toStdString()));
    EngineClient client;
    QCOMPARE(client.open(folder.path()), EngineClient::Opened::Yes);
    const QSignalSpy answered(&client, &EngineClient::answered);
    QSignalSpy failed(&client, &EngineClient::failed);
    client.ask(QStringLiteral("status"), {});
    QVERIFY(failed.wait(60'000));
    QCOMPARE(failed.constFirst().constFirst().toString(), QStringLiteral("io"));
    QCOMPARE(answered.count(), 0);
}

void TestEngineImages::runsWithoutASocket()
{
    // A folder in its place is not what another process has left.
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("lanyard.sock")));
    Engine engine;
    const QSignalSpy warnings(&engine, &Engine::warningRaised);
    const QSignalSpy started(&engine, &Engine::started);
    engine.start(lookOnly(folder.path()));
    QTRY_COMPARE(started.count(), 1);
    QTRY_COMPARE(warnings.count(), 1);
    const std::string warning = warnings.constFirst().constFirst().value<Message>().english();
    QVERIFY2(warning.find("no control socket") != std::string::npos, warning.c_str());
    Awaited<ImagePage> page;
    engine.images({}, this, page.take());
    QTRY_COMPARE(page.count, 1);
    QVERIFY(*page.value);
}

QTEST_GUILESS_MAIN(TestEngineImages)
#include "tst_engineimages.moc"
