// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a helper is asked as Docker asks it, that it cannot hang, flood or crash who asks,
// and that nothing it says is repeated in an error.
#include "core/limits.h"
#include "credentials/credentialhelper.h"
#include "credentials/helperscript.h"

#include <QTest>

#include <cerrno>
#include <csignal>

using namespace lanyard;
using namespace lanyard::credentials;
using namespace std::chrono_literals;

namespace {

CredentialScope scopeOf(const QByteArray &text)
{
    return *CredentialScope::parse(text.toStdString());
}

} // namespace

class TestCredentialHelper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void gives_data();
    void gives();
    void fails_data();
    void fails();
    void refusesNames_data();
    void refusesNames();
    void isNotInPath();
    void cannotBeStarted();
    void endsWhatTakesTooLong();
    void endsWithItsOwner();
    void runsFewAtOnce();
    void refusesTooManyQuestions();
    void tellsNobodyWhoIsGone();
    void lists();
    void readsList_data();
    void readsList();

private:
    /// Asks docker-credential-NAME and waits for what it says.
    Result<Credential> ask(const std::string &name, const QByteArray &scope);

    std::unique_ptr<test::HelperScript> m_script;
    std::unique_ptr<CredentialHelper> m_helper;
};

void TestCredentialHelper::init()
{
    m_script = std::make_unique<test::HelperScript>();
    m_helper = std::make_unique<CredentialHelper>(m_script->searchPath());
}

Result<Credential> TestCredentialHelper::ask(const std::string &name, const QByteArray &scope)
{
    std::optional<Result<Credential>> answer;
    m_helper->get(name, scopeOf(scope), this, [&](const auto &result) { answer = result; });
    [&] {
        QTRY_VERIFY(answer.has_value());
    }();
    return answer.value_or(failure(ErrorCode::Cancelled, "no answer"));
}

void TestCredentialHelper::gives_data()
{
    QTest::addColumn<QByteArray>("scope");
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QByteArray>("call");
    QTest::newRow("registry") << QByteArray("quay.io") << QByteArray("me")
                              << QByteArray("get quay.io\n");
    QTest::newRow("port") << QByteArray("host:5000") << QByteArray("me")
                          << QByteArray("get host:5000\n");
    QTest::newRow("path") << QByteArray("quay.io/org") << QByteArray("me")
                          << QByteArray("get quay.io\n");
    QTest::newRow("hub") << QByteArray("docker.io") << QByteArray("hub")
                         << QByteArray("get https://index.docker.io/v1/\n");
    QTest::newRow("token") << QByteArray("token.io") << QByteArray()
                           << QByteArray("get token.io\n");
}

void TestCredentialHelper::gives()
{
    QFETCH(QByteArray, scope);
    QFETCH(QByteArray, user);
    QFETCH(QByteArray, call);
    const auto answer = ask("test", scope);
    QVERIFY2(answer, answer ? "" : answer.error().message.english().c_str());
    QCOMPARE(QByteArray::fromStdString(answer->username), user);
    QVERIFY(answer->password == Secret(test::HelperScript::secret));
    QCOMPARE(answer->isIdentityToken, user.isEmpty());
    QCOMPARE(m_script->calls(), call);
}

void TestCredentialHelper::fails_data()
{
    QTest::addColumn<QByteArray>("scope");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char *scope, ErrorCode code, const char *message) {
        QTest::newRow(scope) << QByteArray(scope) << static_cast<int>(code) << QByteArray(message);
    };
    row("none.io", ErrorCode::NotFound, "has no credential for it");
    row("nameless.io", ErrorCode::NotFound, "has no whole credential for it");
    row("locked.io", ErrorCode::BadUpstream, "failed; run it by hand to see why");
    row("status.io", ErrorCode::BadUpstream, "failed; run it by hand to see why");
    row("text.io", ErrorCode::BadUpstream, "does not answer with a credential");
    row("empty.io", ErrorCode::BadUpstream,
        "gives a credential that cannot be used: the user name is empty");
    row("crash.io", ErrorCode::BadUpstream, "crashed");
    row("long.io", ErrorCode::BadUpstream, "says more than it may");
    row("endless.io", ErrorCode::BadUpstream, "says more than it may");
}

void TestCredentialHelper::fails()
{
    QFETCH(QByteArray, scope);
    QFETCH(int, code);
    QFETCH(QByteArray, message);
    const auto answer = ask("test", scope);
    QVERIFY(!answer);
    QCOMPARE(QByteArray::fromStdString(answer.error().message.english()),
             QByteArray("docker-credential-test " + message));
    QCOMPARE(static_cast<int>(answer.error().code), code);
}

void TestCredentialHelper::refusesNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("slash") << QByteArray("../test");
    QTest::newRow("space") << QByteArray("test x");
    QTest::newRow("NUL") << QByteArray("test\0", 5);
    QTest::newRow("other letter") << QByteArray("t\xc3\xa9st");
    QTest::newRow("long") << QByteArray(static_cast<qsizetype>(limits::helperNameBytesMax) + 1,
                                        'a');
}

void TestCredentialHelper::refusesNames()
{
    QFETCH(QByteArray, name);
    const auto answer = ask(name.toStdString(), "quay.io");
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::InvalidInput);
    QCOMPARE(m_script->calls(), QByteArray());
}

void TestCredentialHelper::isNotInPath()
{
    const auto answer = ask("missing", "quay.io");
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Io);
    QCOMPARE(answer.error().message.english(),
             std::string("docker-credential-missing is not in PATH; install it"));
    m_helper = std::make_unique<CredentialHelper>(QString());
    QCOMPARE(ask("test", "quay.io").error().code, ErrorCode::Io);
}

void TestCredentialHelper::cannotBeStarted()
{
    const auto answer = ask("broken", "quay.io");
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Io);
    QVERIFY(answer.error().message.english().starts_with(
        "docker-credential-broken cannot be started: "));
}

void TestCredentialHelper::endsWhatTakesTooLong()
{
    // Long enough for it to begin, also where much else runs.
    m_helper = std::make_unique<CredentialHelper>(m_script->searchPath(), 3s);
    const auto answer = ask("test", "silent.io");
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::TimedOut);
    QCOMPARE(answer.error().message.english(),
             std::string("docker-credential-test does not answer in time"));
    const pid_t started = test::textOf(m_script->path("pid")).trimmed().toInt();
    QVERIFY(started > 0);
    QTRY_VERIFY(::kill(started, 0) != 0 && errno == ESRCH);
}

void TestCredentialHelper::endsWithItsOwner()
{
    bool isTold = false;
    m_helper->get("test", scopeOf("silent.io"), this, [&](const auto &) { isTold = true; });
    QTRY_VERIFY(QFile::exists(m_script->path("pid")));
    const pid_t started = test::textOf(m_script->path("pid")).trimmed().toInt();
    QVERIFY(started > 0);
    m_helper.reset();
    QTRY_VERIFY(::kill(started, 0) != 0 && errno == ESRCH);
    QVERIFY(!isTold);
}

void TestCredentialHelper::runsFewAtOnce()
{
    const int asked = static_cast<int>(limits::helperProcessesMax) + 2;
    int answered = 0;
    for (int i = 0; i < asked; ++i) {
        m_helper->get("test", scopeOf("slow" + QByteArray::number(i)), this,
                      [&](const auto &answer) { answered += answer ? 1 : 0; });
    }
    QTRY_COMPARE(m_script->calls().count('\n'), static_cast<int>(limits::helperProcessesMax));
    m_script->release();
    QTRY_COMPARE(answered, asked);
    QCOMPARE(m_script->calls().count('\n'), asked);
    for (const QByteArray &count : test::textOf(m_script->path("counts")).trimmed().split('\n'))
        QVERIFY(count.trimmed().toInt() <= static_cast<int>(limits::helperProcessesMax));
}

void TestCredentialHelper::refusesTooManyQuestions()
{
    std::optional<Error> refused;
    std::size_t questions = 0;
    while (!refused && questions <= limits::helperProcessesMax + limits::helperQuestionsMax) {
        ++questions;
        m_helper->get("test", scopeOf("slow"), this, [&](const auto &answer) {
            if (!answer)
                refused = answer.error();
        });
    }
    QVERIFY(refused);
    QCOMPARE(refused->code, ErrorCode::RateLimited);
    QCOMPARE(questions, limits::helperProcessesMax + limits::helperQuestionsMax + 1);
}

void TestCredentialHelper::tellsNobodyWhoIsGone()
{
    auto context = std::make_unique<QObject>();
    bool isTold = false;
    m_helper->get("test", scopeOf("quay.io"), context.get(), [&](const auto &) { isTold = true; });
    context.reset();
    QVERIFY(ask("test", "ghcr.io"));
    QTRY_COMPARE(m_script->calls().count('\n'), 2);
    QVERIFY(!isTold);
}

void TestCredentialHelper::lists()
{
    std::optional<Result<std::vector<KnownCredential>>> answer;
    m_helper->list("test", this, [&](const auto &result) { answer = result; });
    QTRY_VERIFY(answer);
    QVERIFY(*answer);
    const std::vector<KnownCredential> expected{{scopeOf("docker.io"), "hub"},
                                                {scopeOf("quay.io"), "me"}};
    QVERIFY(**answer == expected);
    QCOMPARE(m_script->calls(), QByteArray("list unused\n"));
}

void TestCredentialHelper::readsList_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("count"); // -1: refused
    QTest::newRow("nothing") << QByteArray("{}\n") << 0;
    QTest::newRow("null") << QByteArray("null\n") << 0;
    QTest::newRow("no registries") << QByteArray(R"({"https://a b": "me", "": "me"})") << 0;
    QTest::newRow("no user") << QByteArray(R"({"quay.io": 1})") << 1;
    QTest::newRow("empty") << QByteArray() << -1;
    QTest::newRow("list") << QByteArray("[]") << -1;
}

void TestCredentialHelper::readsList()
{
    QFETCH(QByteArray, answer);
    QFETCH(int, count);
    const auto list = parseHelperList(answer);
    QCOMPARE(list ? static_cast<int>(list->size()) : -1, count);
}

QTEST_GUILESS_MAIN(TestCredentialHelper)
#include "tst_credentialhelper.moc"
