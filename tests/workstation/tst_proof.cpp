// SPDX-License-Identifier: GPL-3.0-or-later
// A proof asks a real engine what it has seen of a client's pull: it believes the cache, not the
// client, tells each step, removes the image, and says what did not arrive.
#include "registry/cachefixture.h"
#include "support/inenglish.h"
#include "support/putfile.h"
#include "workstation/proof.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTimer>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::workstation;

namespace {

constexpr std::chrono::milliseconds soon{10};

/// What a scripted client does when it is to pull.
struct Script
{
    QByteArrayList kinds; ///< what it asks the cache for: manifest, config, layer
    ProgramEnd end{.error = {}, .isSuccess = true, .output = {}};
    bool endsNever = false;
};

/// Stands for the program of a client: asks the cache as a pull of docker.io would.
class ScriptedClient
{
public:
    ScriptedClient(CacheFixture &cache, Script script)
        : m_cache(cache)
        , m_script(std::move(script))
    {
    }

    RunProgram runner()
    {
        return [this](const ChildCommand &command, std::function<void(const ProgramEnd &)> ended) {
            commands.append((QStringList{command.program} + command.arguments).join(u' '));
            auto run = std::make_unique<QObject>();
            const bool isPull = command.arguments.contains(QStringLiteral("pull"));
            QTimer::singleShot(0, run.get(),
                               [this, isPull, image = command.arguments.last(), ended] {
                                   if (!isPull) {
                                       const auto tell = ended;
                                       tell({.error = {}, .isSuccess = true, .output = {}});
                                       return;
                                   }
                                   pull(image.section(u':', -1).toLatin1());
                                   const auto tell = ended;
                                   if (!m_script.endsNever)
                                       tell(m_script.end);
                               });
            return run;
        };
    }

    QStringList commands;

private:
    void pull(const QByteArray &nonce)
    {
        const QByteArray repository = "/v2/lanyard-probe/check/";
        if (!m_script.kinds.contains("manifest"))
            return;
        const ClientReply manifest =
            m_cache.get(repository + "manifests/" + nonce,
                        {{"Accept", imageType}, {"User-Agent", "scripted/1"}});
        const QJsonObject json = QJsonDocument::fromJson(manifest.body).object();
        const QJsonObject config = json.value(QLatin1String("config")).toObject();
        const QJsonObject layer = json.value(QLatin1String("layers")).toArray().at(0).toObject();
        for (const auto &[kind, descriptor] :
             {std::pair("config", config), std::pair("layer", layer)}) {
            if (m_script.kinds.contains(kind))
                m_cache.get(repository + "blobs/" +
                                descriptor.value(QLatin1String("digest")).toString().toLatin1(),
                            {{"User-Agent", "scripted/1"}});
        }
    }

    CacheFixture &m_cache;
    Script m_script;
};

ProofTask taskFor(const CacheFixture &cache)
{
    return {.client = {.kind = ClientKind::Podman,
                       .id = QStringLiteral("podman"),
                       .name = QStringLiteral("Podman"),
                       .program = QStringLiteral("/usr/bin/podman"),
                       .use = ClientInstallation::Use::Cache},
            .cache = {.host = QStringLiteral("127.0.0.1"), .port = cache.port()},
            .registry = QStringLiteral("docker.io"),
            .nonce = newProbeNonce(),
            .environment = {}};
}

/// A proof, and what it told.
class HeardProof
{
public:
    HeardProof(ProofTask task, RunProgram run)
        : proof(std::make_unique<Proof>(std::move(task), std::move(run), soon))
    {
        QObject::connect(proof.get(), &Proof::progressed, &m_context,
                         [this](const SetUpStep &step) { steps.append(step); });
        QObject::connect(proof.get(), &Proof::finished, &m_context,
                         [this](const ProofResult &told) { result = told; });
        proof->start();
    }

    /// The last that was told of a step that begins so.
    std::optional<SetUpStep::State> stateOf(const char *what) const
    {
        std::optional<SetUpStep::State> state;
        for (const SetUpStep &step : steps) {
            if (test::inEnglish(step.what).startsWith(QLatin1String(what)))
                state = step.state;
        }
        return state;
    }

    QString detailOf(const char *what) const
    {
        QString detail;
        for (const SetUpStep &step : steps) {
            if (test::inEnglish(step.what).startsWith(QLatin1String(what)))
                detail = test::inEnglish(step.detail);
        }
        return detail;
    }

    std::unique_ptr<Proof> proof;
    QList<SetUpStep> steps;
    std::optional<ProofResult> result;

private:
    QObject m_context;
};

using State = SetUpStep::State;

} // namespace

class TestProof final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void provesAClient();
    void believesTheCache_data();
    void believesTheCache();
    void asksNoClientWithoutACache();
    void wantsARegistryThatIsMirrored();
    void hearsOfALogin();
    void survivesACacheThatGoes();
    void runsARealProgram_data();
    void runsARealProgram();
    void findsNoProgram();
    void endsWithItsOwner();
};

void TestProof::provesAClient()
{
    CacheFixture cache;
    ScriptedClient client(cache, {.kinds = {"manifest", "config", "layer"}});
    const ProofTask task = taskFor(cache);
    HeardProof heard(task, client.runner());
    QTRY_VERIFY(heard.result);
    QVERIFY2(heard.result->isProved, qPrintable(test::inEnglish(heard.result->trouble)));
    QCOMPARE(test::inEnglish(heard.result->trouble), QString());
    QCOMPARE(heard.result->client, QStringLiteral("podman"));
    QCOMPARE(heard.result->registry, QStringLiteral("docker.io"));
    QCOMPARE(heard.result->sightings.size(), 3);
    for (const ProbeSighting &sighting : heard.result->sightings) {
        QCOMPARE(sighting.userAgent, QStringLiteral("scripted/1"));
        QCOMPARE(sighting.address, QStringLiteral("127.0.0.1"));
        QCOMPARE(sighting.form, QStringLiteral("default"));
    }
    const QString image = probeImage(QStringLiteral("docker.io"), task.nonce);
    QCOMPARE(client.commands,
             (QStringList{QStringLiteral("/usr/bin/podman pull ") + image,
                          QStringLiteral("/usr/bin/podman image rm --force ") + image}));
    for (const char *step : {"The cache answers", "Podman pulls docker.io/lanyard-probe/check:",
                             "The manifest", "The content", "The probe image is removed"})
        QCOMPARE(heard.stateOf(step), std::optional(State::Done));
    QCOMPARE(heard.detailOf("The content"),
             QStringLiteral("scripted/1, as default, from 127.0.0.1"));
    QCOMPARE(cache.hub.count(), 0);
}

void TestProof::believesTheCache_data()
{
    QTest::addColumn<QByteArrayList>("kinds");
    QTest::addColumn<bool>("isSuccess");
    QTest::addColumn<QString>("trouble");
    QTest::addColumn<int>("commands");
    const auto row = [](const char *name, const QByteArrayList &kinds, bool isSuccess,
                        const char *trouble, int commands) {
        QTest::newRow(name) << kinds << isSuccess << QString::fromLatin1(trouble) << commands;
    };
    row("it went elsewhere", {}, true, "No request for the probe image arrived", 2);
    row("it found nothing", {}, false, "No request for the probe image arrived", 1);
    row("the manifest only", {"manifest"}, true, "the content was not", 2);
    row("no layer", {"manifest", "config"}, true, "the content was not", 2);
    row("all, and it failed", {"manifest", "config", "layer"}, false,
        "and yet Podman failed: no space left", 1);
}

void TestProof::believesTheCache()
{
    QFETCH(QByteArrayList, kinds);
    QFETCH(bool, isSuccess);
    QFETCH(QString, trouble);
    QFETCH(int, commands);
    CacheFixture cache;
    ScriptedClient client(
        cache,
        {.kinds = kinds,
         .end = {.error = {}, .isSuccess = isSuccess, .output = "pulling\nno space left\n"}});
    HeardProof heard(taskFor(cache), client.runner());
    QTRY_VERIFY(heard.result);
    QVERIFY(!heard.result->isProved);
    QVERIFY2(test::inEnglish(heard.result->trouble).contains(trouble),
             qPrintable(test::inEnglish(heard.result->trouble)));
    QCOMPARE(heard.result->output, QStringLiteral("pulling\nno space left"));
    QCOMPARE(client.commands.size(), commands);
    QCOMPARE(heard.stateOf("The content"),
             std::optional(kinds.contains("layer") ? State::Done : State::Failed));
    QCOMPARE(heard.stateOf("Podman pulls"), std::optional(isSuccess ? State::Done : State::Failed));
}

void TestProof::asksNoClientWithoutACache()
{
    CacheFixture cache;
    ScriptedClient client(cache, {});
    ProofTask task = taskFor(cache);
    cache.stopEngine();
    HeardProof heard(task, client.runner());
    QTRY_VERIFY(heard.result);
    QVERIFY(!heard.result->isProved);
    QCOMPARE(test::inEnglish(heard.result->trouble),
             QStringLiteral("The cache cannot be asked: %1: nothing listens there.")
                 .arg(task.cache.hostPort()));
    QCOMPARE(heard.stateOf("The cache answers"), std::optional(State::Failed));
    QVERIFY(client.commands.isEmpty());
}

void TestProof::wantsARegistryThatIsMirrored()
{
    CacheFixture cache;
    ScriptedClient client(cache, {});
    ProofTask task = taskFor(cache);
    task.registry = QStringLiteral("ghcr.io");
    HeardProof heard(task, client.runner());
    QTRY_VERIFY(heard.result);
    QVERIFY2(
        test::inEnglish(heard.result->trouble).contains(QStringLiteral("does not mirror ghcr.io")),
        qPrintable(test::inEnglish(heard.result->trouble)));
    QVERIFY(client.commands.isEmpty());
}

void TestProof::hearsOfALogin()
{
    ScriptedRegistry asking;
    asking.addFault("/v2/_lanyard/cache", {.status = 401});
    CacheFixture cache;
    ScriptedClient client(cache, {});
    ProofTask task = taskFor(cache);
    task.cache.port = static_cast<std::uint16_t>(
        QString::fromStdString(asking.hostPort()).section(u':', 1).toInt());
    HeardProof heard(task, client.runner());
    QTRY_VERIFY(heard.result);
    QVERIFY2(test::inEnglish(heard.result->trouble)
                 .contains(QStringLiteral("it wants a user and a password")),
             qPrintable(test::inEnglish(heard.result->trouble)));
}

void TestProof::survivesACacheThatGoes()
{
    CacheFixture cache;
    std::function<void(const ProgramEnd &)> end;
    const ProofTask task = taskFor(cache);
    HeardProof heard(task,
                     [&end](const ChildCommand &, std::function<void(const ProgramEnd &)> ended) {
                         end = std::move(ended);
                         return std::make_unique<QObject>();
                     });
    QTRY_VERIFY(end);
    cache.stopEngine();
    end({.error = {}, .isSuccess = false, .output = {}});
    QTRY_VERIFY(heard.result);
    QVERIFY2(
        test::inEnglish(heard.result->trouble).contains(QStringLiteral("does not answer any more")),
        qPrintable(test::inEnglish(heard.result->trouble)));
}

void TestProof::runsARealProgram_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("output");
    QTest::newRow("it fails") << QByteArray("echo out; echo err >&2; exit 1")
                              << QStringLiteral("out\nerr");
    QTest::newRow("it goes well elsewhere")
        << QByteArray("echo \"$1 $NO_COLOR\"") << QStringLiteral("pull 1");
}

void TestProof::runsARealProgram()
{
    QFETCH(QByteArray, script);
    QFETCH(QString, output);
    CacheFixture cache;
    const QTemporaryDir folder;
    const QString program = folder.filePath(QStringLiteral("podman"));
    putFile(program, "#!/bin/sh\n" + script + '\n');
    QFile::setPermissions(program, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    ProofTask task = taskFor(cache);
    task.client.program.clear();
    task.environment.insert(QStringLiteral("PATH"), folder.path());
    HeardProof heard(task, runChild);
    QTRY_VERIFY(heard.result);
    QVERIFY(!heard.result->isProved);
    QCOMPARE(heard.result->output, output);
    QVERIFY(test::inEnglish(heard.result->trouble).startsWith(QStringLiteral("No request")));
}

void TestProof::findsNoProgram()
{
    CacheFixture cache;
    ProofTask task = taskFor(cache);
    task.client.kind = ClientKind::EarthBuild;
    task.client.program.clear();
    HeardProof heard(task, runChild);
    QTRY_VERIFY(heard.result);
    QCOMPARE(test::inEnglish(heard.result->trouble),
             QStringLiteral("Podman cannot pull: there is no program earth here."));
}

void TestProof::endsWithItsOwner()
{
    CacheFixture cache;
    ScriptedClient client(cache, {.kinds = {"manifest"}, .endsNever = true});
    HeardProof heard(taskFor(cache), client.runner());
    QTRY_COMPARE(heard.stateOf("The manifest"), std::optional(State::Done));
    heard.proof.reset();
    QVERIFY(!heard.result);
}

QTEST_GUILESS_MAIN(TestProof)
#include "tst_proof.moc"
