// SPDX-License-Identifier: GPL-3.0-or-later
// Proves, with a real keyring in a D-Bus session of its own, that what is set is there afterwards,
// that secrets are in no file that can be read, and what is said when there is no keychain, when
// it is locked, and when nobody answers. In this order: a process finds its session only once.
#include "core/limits.h"
#include "credentials/credentialstore.h"
#include "credentials/keychain.h"
#include "credentials/keyringsession.h"
#include "credentials/privatetext.h"

#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>
#include <optional>

using namespace lanyard;
using namespace lanyard::credentials;
using namespace std::chrono_literals;

namespace {

constexpr const char *secret = "hunter2-never-said";

CredentialScope scopeOf(const char *text)
{
    return *CredentialScope::parse(text);
}

Credential credentialOf(const char *user)
{
    return {.username = user, .password = Secret(secret)};
}

} // namespace

class TestKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void hasNoBus();
    void hasNoService();
    void isThere();
    void keeps_data();
    void keeps();
    void replacesAndRemoves();
    void removesWhatIsNotThere();
    void toldOnItsThread();
    void tellsNobodyWhoIsGone();
    void goneWhileAsked();
    void anotherHasItsEntry();
    void refusesUselessCredential();
    void refusesDamagedIndex();
    void storeUsesIt();
    void nobodyAnswers();
    void tooManyWait();
    void isLocked();
    void saidNoSecret();

private:
    using Outcome = std::optional<Result<void>>;
    using Got = std::optional<Result<std::optional<Credential>>>;

    Outcome probe();
    Outcome set(const char *scope, const Credential &credential);
    Outcome remove(const char *scope);
    Got get(const char *scope);
    /// SCOPE USER, a line each.
    QByteArray list();

    void note(const Error &error)
    {
        m_said += QByteArray::fromStdString(error.message.english()) + '\n';
    }

    std::unique_ptr<test::KeyringSession> m_session;
    std::unique_ptr<Keychain> m_keychain;
    QByteArray m_said;
};

TestKeychain::Outcome TestKeychain::probe()
{
    Outcome outcome;
    m_keychain->probe(this, [&](const auto &result) { outcome = result; });
    [&] {
        QTRY_VERIFY_WITH_TIMEOUT(outcome, 20'000);
    }();
    if (outcome && !*outcome)
        note(outcome->error());
    return outcome;
}

TestKeychain::Outcome TestKeychain::set(const char *scope, const Credential &credential)
{
    Outcome outcome;
    m_keychain->set(scopeOf(scope), credential, this, [&](const auto &one) { outcome = one; });
    [&] {
        QTRY_VERIFY_WITH_TIMEOUT(outcome, 20'000);
    }();
    if (outcome && !*outcome)
        note(outcome->error());
    return outcome;
}

TestKeychain::Outcome TestKeychain::remove(const char *scope)
{
    Outcome outcome;
    m_keychain->remove(scopeOf(scope), this, [&](const auto &result) { outcome = result; });
    [&] {
        QTRY_VERIFY_WITH_TIMEOUT(outcome, 20'000);
    }();
    if (outcome && !*outcome)
        note(outcome->error());
    return outcome;
}

TestKeychain::Got TestKeychain::get(const char *scope)
{
    Got got;
    m_keychain->get(scopeOf(scope), this, [&](const auto &result) { got = result; });
    [&] {
        QTRY_VERIFY_WITH_TIMEOUT(got, 20'000);
    }();
    if (got && !*got)
        note(got->error());
    return got;
}

QByteArray TestKeychain::list()
{
    QByteArray text;
    const auto entries = m_keychain->entries();
    for (const KnownCredential &one : entries.value_or(std::vector<KnownCredential>()))
        text += QByteArray::fromStdString(one.scope.toString() + ' ' + one.username + '\n');
    return text;
}

void TestKeychain::initTestCase()
{
    if (const QString program = test::KeyringSession::missingProgram(); !program.isEmpty())
        QSKIP(qPrintable(program + QStringLiteral(" is not installed")));
    m_session = std::make_unique<test::KeyringSession>();
    m_keychain = std::make_unique<Keychain>(m_session->folder().toStdString());
}

void TestKeychain::hasNoBus()
{
    const auto outcome = probe();
    QVERIFY(outcome && !*outcome);
    QCOMPARE(outcome->error().code, ErrorCode::Unreachable);
    QVERIFY(outcome->error().message.english().find("needs a D-Bus session") != std::string::npos);
}

void TestKeychain::hasNoService()
{
    QVERIFY(m_session->startBus());
    const auto outcome = probe();
    QVERIFY(outcome && !*outcome);
    QCOMPARE(outcome->error().code, ErrorCode::Unreachable);
    const auto refused = set("quay.io", credentialOf("me"));
    QVERIFY(refused && !*refused);
    QCOMPARE(refused->error().code, ErrorCode::Unreachable);
    QCOMPARE(list(), QByteArray());
}

void TestKeychain::isThere()
{
    QVERIFY(m_session->startKeyring());
    const auto outcome = probe();
    QVERIFY2(outcome && *outcome, m_said.constData());
}

void TestKeychain::keeps_data()
{
    QTest::addColumn<int>("row");
    QTest::newRow("password") << 0;
    QTest::newRow("token") << 1;
    QTest::newRow("other letters") << 2;
    QTest::newRow("line breaks") << 3;
}

void TestKeychain::keeps()
{
    const Credential all[] = {
        credentialOf("me"),
        {.username = "", .password = Secret(secret), .isIdentityToken = true},
        {.username = "j\xc3\xbcrgen", .password = Secret("\xe2\x82\xac\"\\")},
        {.username = "_json_key", .password = Secret("{\n \"key\": \"a\\nb\"\n}\n")}};
    QFETCH(int, row);
    const auto done = set("quay.io/org", all[row]);
    QVERIFY2(done && *done, m_said.constData());
    const auto got = get("quay.io/org");
    QVERIFY(got && *got && **got);
    QVERIFY(***got == all[row]);
    const auto other = get("quay.io");
    QVERIFY(other && *other && !**other);
    QCOMPARE(list(), "quay.io/org " + QByteArray::fromStdString(all[row].username) + '\n');
}

void TestKeychain::replacesAndRemoves()
{
    QVERIFY(*set("quay.io/org", credentialOf("new")));
    QVERIFY(*set("ghcr.io", credentialOf("other")));
    QCOMPARE((**get("quay.io/org"))->username, std::string("new"));
    QCOMPARE(list(), QByteArray("ghcr.io other\nquay.io/org new\n"));
    QVERIFY(*remove("quay.io/org"));
    QVERIFY(!**get("quay.io/org"));
    QCOMPARE(list(), QByteArray("ghcr.io other\n"));
    const QString index = m_session->folder() + QStringLiteral("/keychain.json");
    QCOMPARE(test::modeOf(index), mode_t{0600});
}

void TestKeychain::removesWhatIsNotThere()
{
    const auto outcome = remove("never.there");
    QVERIFY2(outcome && *outcome, m_said.constData());
}

void TestKeychain::toldOnItsThread()
{
    QThread thread;
    QObject home;
    home.moveToThread(&thread);
    std::atomic<bool> isDone = false;
    std::atomic<bool> isRight = false;
    std::unique_ptr<Keychain> there;
    connect(&thread, &QThread::started, &home, [&] {
        there = std::make_unique<Keychain>(m_session->folder().toStdString());
        there->get(scopeOf("ghcr.io"), &home, [&](const auto &got) {
            isRight =
                got && *got && (*got)->username == "other" && QThread::currentThread() == &thread;
            there.reset();
            isDone = true;
        });
    });
    thread.start();
    [&] {
        QTRY_VERIFY_WITH_TIMEOUT(isDone, 20'000);
    }();
    thread.quit();
    QVERIFY(thread.wait());
    QVERIFY(isRight);
    QVERIFY(**get("ghcr.io")); // also after the thread that asked first has ended
}

void TestKeychain::tellsNobodyWhoIsGone()
{
    auto context = std::make_unique<QObject>();
    bool isTold = false;
    m_keychain->get(scopeOf("ghcr.io"), context.get(), [&](const auto &) { isTold = true; });
    context.reset();
    QVERIFY(**get("ghcr.io")); // which was asked later
    QVERIFY(!isTold);
}

void TestKeychain::goneWhileAsked()
{
    bool isTold = false;
    auto gone = std::make_unique<Keychain>(m_session->folder().toStdString());
    gone->get(scopeOf("ghcr.io"), this, [&](const auto &) { isTold = true; });
    QCoreApplication::processEvents();
    gone.reset();
    QVERIFY(**get("ghcr.io"));
    QVERIFY(!isTold);
}

void TestKeychain::anotherHasItsEntry()
{
    bool isWritten = false;
    runKeychainJob({KeychainJob::Kind::Write, QStringLiteral("ghcr.io"), Secret("plain words")},
                   [&](const auto &answer) { isWritten = answer.has_value(); });
    QTRY_VERIFY(isWritten);
    const auto got = get("ghcr.io");
    QVERIFY(got && !*got);
    QCOMPARE(got->error().code, ErrorCode::Corrupt);
    QVERIFY(got->error().message.english().find("plain words") == std::string::npos);
    QVERIFY(*set("ghcr.io", credentialOf("other")));
}

void TestKeychain::refusesUselessCredential()
{
    QCOMPARE(set("quay.io", credentialOf("a:b"))->error().code, ErrorCode::InvalidInput);
}

void TestKeychain::refusesDamagedIndex()
{
    const QString path = m_session->folder() + QStringLiteral("/keychain.json");
    const QByteArray before = test::textOf(path);
    const QByteArray damaged[] = {"{",
                                  "{}",
                                  R"({"version": 2, "users": {}})",
                                  R"({"version": 1, "users": {"a b": ""}})",
                                  R"({"version": 1, "users": {"QUAY.io": ""}})",
                                  R"({"version": 1, "users": {"quay.io": 1}})"};
    for (const QByteArray &text : damaged) {
        QVERIFY(test::writeFile(path, text));
        const auto refused = set("quay.io", credentialOf("me"));
        QVERIFY(refused && !*refused);
        QCOMPARE(refused->error().code, ErrorCode::Corrupt);
        QCOMPARE(test::textOf(path), text);
    }
    QVERIFY(test::writeFile(path, before, 0644));
    QCOMPARE(m_keychain->entries().error().code, ErrorCode::InvalidInput);
    QVERIFY(test::writeFile(path, before));
    QVERIFY(!**get("quay.io"));
}

void TestKeychain::storeUsesIt()
{
    const SystemClock clock;
    CredentialHelper helpers{QString()};
    const QString path = m_session->folder() + QStringLiteral("/credentials.json");
    CredentialStore store(CredentialFile(path.toStdString()), helpers, m_keychain.get(), clock);
    Got got;
    store.find("ghcr.io", "org/img", this, [&](const auto &result) { got = result; });
    QTRY_VERIFY(got);
    QVERIFY(*got && **got);
    QCOMPARE((***got).username, std::string("other"));
    Outcome outcome;
    store.set(scopeOf("ghcr.io"), credentialOf("me"), CredentialPlace::Keychain, this,
              [&](const auto &result) { outcome = result; });
    QTRY_VERIFY(outcome);
    QVERIFY(*outcome);
    QCOMPARE(list(), QByteArray("ghcr.io me\n"));
}

void TestKeychain::nobodyAnswers()
{
    m_session->stop();
    Keychain hasty(m_session->folder().toStdString(), {.answer = 200ms, .probe = 100ms});
    Outcome probed;
    Got got;
    hasty.get(scopeOf("ghcr.io"), this, [&](const auto &result) { got = result; });
    hasty.probe(this, [&](const auto &result) { probed = result; });
    QTRY_VERIFY(probed && got);
    QVERIFY(!*probed && !*got);
    QCOMPARE(probed->error().code, ErrorCode::TimedOut);
    QCOMPARE(got->error().code, ErrorCode::TimedOut);
    m_session->goOn();
    QVERIFY(**get("ghcr.io"));
}

void TestKeychain::tooManyWait()
{
    m_session->stop();
    std::size_t refused = 0;
    std::size_t answered = 0;
    for (std::size_t i = 0; i <= limits::keychainJobsMax; ++i) {
        m_keychain->get(scopeOf("ghcr.io"), this, [&](const auto &got) {
            answered += got ? 1 : 0;
            refused += !got && got.error().code == ErrorCode::RateLimited ? 1 : 0;
        });
    }
    QCOMPARE(refused, std::size_t{1});
    m_session->goOn();
    QTRY_COMPARE(answered, limits::keychainJobsMax);
    QVERIFY(**get("ghcr.io"));
}

void TestKeychain::isLocked()
{
    QVERIFY(m_session->lock());
    QVERIFY(*probe());
    const auto got = get("ghcr.io");
    QVERIFY(got && !*got);
    QCOMPARE(got->error().code, ErrorCode::InvalidInput);
    QCOMPARE(got->error().message.english(),
             std::string("the keychain does not give the credential of ghcr.io: it is locked, or "
                         "has it no more"));
    const auto refused = set("quay.io", credentialOf("me"));
    QVERIFY(refused && !*refused);
    QCOMPARE(refused->error().message.english(),
             std::string("the keychain is locked, or denies access"));
    QCOMPARE(list(), QByteArray("ghcr.io me\n"));
}

/// In no error, and in no file: the keyring's own is encrypted.
void TestKeychain::saidNoSecret()
{
    QVERIFY(!m_said.isEmpty());
    QVERIFY2(!m_said.contains(secret), m_said.constData());
    QCOMPARE(test::filesWith(secret, m_session->folder()), QStringList());
}

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
