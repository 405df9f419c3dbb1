// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that what a window asks the engine is answered, that nobody is called who is
// gone, and that every question has an answer when the engine does not run.
#include "engine.h"
#include "support/awaited.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>
#include <utility>

using namespace lanyard;
using namespace lanyard::test;

class TestEngineQuestions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void tellsItsStatus();
    void tellsItsTraffic();
    void changesUpstreams();
    void tellsSettingsWithoutSecrets();
    void knowsRegistries();
    void tellsOfAnUnknownUpstream();
    void logsInUncheckedAndOut();
    void makesALocalCa();
    void hasNoUsersWhereNobodyLogsIn();
    void cancelsWhileStopped();
    void forgetsWhoIsGone();

private:
    /// Waits for the answer of a question that takes a context and what to call.
    template <typename Value, typename Question>
    std::optional<Result<Value>> answerOf(Question question)
    {
        Awaited<Value> answer;
        question(this, answer.take());
        (void)QTest::qWaitFor([&answer] { return answer.value.has_value(); }, patienceMs);
        return answer.value;
    }

    std::optional<Result<UpstreamOverview>> upstreams()
    {
        return answerOf<UpstreamOverview>(
            [this](QObject *context, auto done) { m_engine->upstreams(context, std::move(done)); });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Engine> m_engine;
};

void TestEngineQuestions::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_engine = std::make_unique<Engine>();
    Config config = Engine::defaultConfig();
    config.listen.clear();
    config.capacity = std::int64_t{1} << 30;
    config.dataDirectory = m_folder->path();
    m_engine->start(config);
    QTRY_COMPARE(m_engine->state(), EngineState::Running);
}

void TestEngineQuestions::cleanup()
{
    m_engine.reset();
    m_folder.reset();
}

void TestEngineQuestions::tellsItsStatus()
{
    const auto status = answerOf<EngineStatus>(
        [this](QObject *context, auto done) { m_engine->status(context, std::move(done)); });
    QVERIFY(status && *status);
    QCOMPARE((*status)->state, EngineState::Running);
    QCOMPARE((*status)->dataDirectory, m_folder->path());
    const DiskUse &disk = (*status)->disk;
    QVERIFY(disk.diskBytes > 0 && disk.diskFreeBytes > 0 && disk.keepFreeBytes > 0);
    QCOMPARE(disk.capacityBytes, std::optional(std::int64_t{1} << 30));
    QCOMPARE(disk.contentBytes, 0);
    QCOMPARE((*status)->wrongDigests, WrongDigests());
}

void TestEngineQuestions::tellsItsTraffic()
{
    const auto traffic = answerOf<TrafficHistory>(
        [this](QObject *context, auto done) { m_engine->traffic(context, std::move(done)); });
    QVERIFY(traffic && *traffic);
    QVERIFY((*traffic)->nowMs > 0);
    QCOMPARE((*traffic)->allTime, TrafficCounts());
}

void TestEngineQuestions::changesUpstreams()
{
    const auto before = upstreams();
    QVERIFY(before && *before);
    const auto change = answerOf<ChangeResult>([this](QObject *context, auto done) {
        m_engine->changeUpstreams(
            {.action = UpstreamChange::Action::Add, .registry = "registry.example.com"}, context,
            std::move(done));
    });
    QVERIFY(change && *change);
    QVERIFY(!(*change)->isKept); // there is no file
    const auto now = upstreams();
    QVERIFY(now && *now);
    QCOMPARE((*now)->upstreams.size(), (*before)->upstreams.size() + 1);
    QCOMPARE((*now)->upstreams.constLast().registry, QStringLiteral("registry.example.com"));
}

void TestEngineQuestions::tellsSettingsWithoutSecrets()
{
    Config config = Engine::defaultConfig();
    config.listen.clear();
    config.dataDirectory = m_folder->path();
    config.upstreams = {{.registry = "quay.io",
                         .url = "https://quay.io",
                         .credentials = {.username = "me", .password = "a-secret"},
                         .pathCredentials = {{.path = "team", .credentials = {.username = "you"}}},
                         .redirectHosts = {"cdn.lan"}}};
    config.defaultUpstream = "quay.io";
    m_engine = std::make_unique<Engine>();
    m_engine->start(config);
    QTRY_COMPARE(m_engine->state(), EngineState::Running);
    const auto settings = answerOf<UpstreamSettings>([this](QObject *context, auto done) {
        m_engine->upstreamSettings(context, std::move(done));
    });
    QVERIFY(settings && *settings);
    QCOMPARE((*settings)->defaultUpstream, std::string("quay.io"));
    UpstreamConfig expected = config.upstreams.front();
    expected.credentials = {};
    expected.pathCredentials.clear();
    QVERIFY((*settings)->upstreams == std::vector<UpstreamConfig>{expected});
}

void TestEngineQuestions::knowsRegistries()
{
    const QList<KnownRegistry> known = Engine::knownRegistries();
    QCOMPARE(known.constFirst().registry, QStringLiteral("docker.io"));
    for (const KnownRegistry &one : known) {
        QVERIFY(!one.title.isEmpty());
        const QList<UpstreamProblem> problems =
            Engine::problemsOf({}, {.registry = one.registry.toStdString()});
        QVERIFY2(problems.isEmpty(), qPrintable(one.registry));
    }
}

void TestEngineQuestions::tellsOfAnUnknownUpstream()
{
    const QString unknown = QStringLiteral("nowhere.example.com");
    const auto test = answerOf<UpstreamTest>([&](QObject *context, auto done) {
        m_engine->testUpstream(unknown, context, std::move(done));
    });
    QVERIFY(test && !*test);
    QCOMPARE(test->error().code, ErrorCode::NotFound);
    const auto history = answerOf<QList<UpstreamHistory>>([&](QObject *context, auto done) {
        m_engine->upstreamHistory(unknown, std::chrono::hours(24), context, std::move(done));
    });
    QVERIFY(history && !*history);
    QCOMPARE(history->error().code, ErrorCode::NotFound);
}

void TestEngineQuestions::logsInUncheckedAndOut()
{
    const auto login = answerOf<LoginResult>([this](QObject *context, auto done) {
        m_engine->login({.scope = "quay.io/team",
                         .username = "robot",
                         .password = "a-secret",
                         .isChecked = false},
                        context, std::move(done));
    });
    QVERIFY(login && *login);
    const auto kept = answerOf<CredentialOverview>(
        [this](QObject *context, auto done) { m_engine->credentials(context, std::move(done)); });
    QVERIFY(kept && *kept);
    QCOMPARE((*kept)->credentials.size(), 1);
    QCOMPARE((*kept)->credentials.constFirst().scope, QStringLiteral("quay.io/team"));
    const auto logout = answerOf<QString>([this](QObject *context, auto done) {
        m_engine->logout(QStringLiteral("quay.io/team"), context, std::move(done));
    });
    QVERIFY(logout && *logout);
    const auto again = answerOf<QString>([this](QObject *context, auto done) {
        m_engine->logout(QStringLiteral("quay.io/team"), context, std::move(done));
    });
    QVERIFY(again && !*again);
    QCOMPARE(again->error().code, ErrorCode::NotFound);
}

void TestEngineQuestions::makesALocalCa()
{
    const auto overview = [this] {
        return answerOf<LocalCaOverview>(
            [this](QObject *context, auto done) { m_engine->localCa(context, std::move(done)); });
    };
    const auto none = overview();
    QVERIFY(none && !*none);
    QCOMPARE(none->error().code, ErrorCode::NotFound);
    const auto made = answerOf<LocalCaResult>([this](QObject *context, auto done) {
        m_engine->createLocalCa(false, context, std::move(done));
    });
    QVERIFY(made && *made && (*made)->isNew);
    const auto there = overview();
    QVERIFY(there && *there);
    QCOMPARE(there->value(), (*made)->overview);
}

void TestEngineQuestions::hasNoUsersWhereNobodyLogsIn()
{
    const auto users = answerOf<UserOverview>(
        [this](QObject *context, auto done) { m_engine->users(context, std::move(done)); });
    QVERIFY(users && !*users);
    QCOMPARE(users->error().code, ErrorCode::InvalidInput);
    const auto removed = answerOf<void>([this](QObject *context, auto done) {
        m_engine->removeUser(QStringLiteral("nobody"), context, std::move(done));
    });
    QVERIFY(removed && !*removed);
    QCOMPARE(removed->error().code, ErrorCode::InvalidInput);
}

void TestEngineQuestions::cancelsWhileStopped()
{
    m_engine->stop();
    QTRY_COMPARE(m_engine->state(), EngineState::Stopped);
    const auto none = upstreams();
    QVERIFY(none && !*none);
    QCOMPARE(none->error().code, ErrorCode::Cancelled);
}

void TestEngineQuestions::forgetsWhoIsGone()
{
    Awaited<UpstreamOverview> forgotten;
    {
        QObject gone;
        m_engine->upstreams(&gone, forgotten.take());
    }
    // Answers to questions of the engine thread come in order.
    QVERIFY(upstreams().has_value());
    QCOMPARE(forgotten.count, 0);
}

QTEST_GUILESS_MAIN(TestEngineQuestions)
#include "tst_enginequestions.moc"
