// SPDX-License-Identifier: GPL-3.0-or-later
// Proves which credential is found for a repository, how often helpers and the keychain are asked
// for it, and that what is set or removed is where it should be, and nowhere else.
#include "core/limits.h"
#include "credentials/storefixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace lanyard;
using namespace lanyard::credentials;
using lanyard::test::Answer;
using lanyard::test::StoreFixture;

namespace {

const Error keychainError{ErrorCode::Unreachable, "no keychain today"};

} // namespace

class TestCredentialStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void findsWithoutKeychain();
    void usesWhatCanBeRead();
    void asksHelperOnce();
    void remembersForAWhile();
    void remembersThatThereIsNone();
    void remembersFailureShortly();
    void asksKeychainOnce();
    void forgetsWhatWasRefused();
    void forgetsWhatIsOnItsWay();
    void refusesTooManyWaiters();
    void tellsNobodyWhoIsGone();
    void lists();
    void keepsInOnePlace();
    void removes();
    void refusesChange_data();
    void refusesChange();
    void keychainRefuses();
    void damagedFileIsToldAndKept();
    void tellsChanges();
    void changeIsSeenAtOnce();
    void saysNoSecret();
};

void TestCredentialStore::finds_data()
{
    QTest::addColumn<QByteArray>("registry");
    QTest::addColumn<QByteArray>("repository");
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QByteArray>("scope");
    const auto row = [](const char *name, const char *registry, const char *repository,
                        const char *user, const char *scope) {
        QTest::newRow(name) << QByteArray(registry) << QByteArray(repository) << QByteArray(user)
                            << QByteArray(scope);
    };
    row("configuration before all", "quay.io", "other/img", "configured", "quay.io");
    row("longer in the file", "quay.io", "org/img", "file", "quay.io/org");
    row("longest in the keychain", "quay.io", "org/team/img", "keychain", "quay.io/org/team");
    row("file before keychain", "ghcr.io", "a/b", "file", "ghcr.io");
    row("keychain", "gcr.io", "a/b", "keychain", "gcr.io");
    row("another spelling", "registry-1.docker.io", "library/alpine", "hub", "docker.io");
    row("registry as such", "quay.io", "", "configured", "quay.io");
    row("none", "example.com", "a/b", "-", "");
    row("empty in the configuration", "empty.io", "a/b", "-", "");
}

void TestCredentialStore::finds()
{
    const Credentials configured{.username = "configured", .password = "secret"};
    StoreFixture all({{"quay.io", configured}, {"empty.io", Credentials{}}});
    for (const char *scope : {"quay.io", "quay.io/org", "quay.io/org/team", "ghcr.io", "gcr.io"})
        all.vault.content[all.scopeOf(scope)] = all.credentialOf("keychain");
    CredentialFile file(all.path().toStdString());
    for (const char *scope : {"quay.io", "quay.io/org", "ghcr.io"})
        QVERIFY(file.set(all.scopeOf(scope), all.credentialOf("file")));
    QVERIFY(file.set(all.scopeOf("docker.io"), HelperBinding{"test"}));
    QFETCH(QByteArray, registry);
    QFETCH(QByteArray, repository);
    QFETCH(QByteArray, user);
    QFETCH(QByteArray, scope);
    const Answer answer(all.store, registry.toStdString(), repository.toStdString());
    QTRY_COMPARE(answer.text(), user);
    const auto found = all.store.scopeFor(registry.toStdString(), repository.toStdString());
    QCOMPARE(found ? found->toString() : std::string(), scope.toStdString());
}

void TestCredentialStore::findsWithoutKeychain()
{
    StoreFixture all({}, false);
    QVERIFY(*all.set("quay.io", all.credentialOf("file")));
    QCOMPARE(Answer(all.store, "quay.io").text(), QByteArray("file"));
    QCOMPARE(Answer(all.store, "ghcr.io").text(), QByteArray("-"));
    const auto refused = all.set("ghcr.io", all.credentialOf("me"), CredentialPlace::Keychain);
    QCOMPARE(refused->error().code, ErrorCode::Unreachable);
}

/// One place that is out of order takes only what is in it.
void TestCredentialStore::usesWhatCanBeRead()
{
    StoreFixture all({{"quay.io", {.username = "configured", .password = "secret"}}});
    all.vault.content[all.scopeOf("gcr.io")] = all.credentialOf("keychain");
    QVERIFY(test::writeFile(all.path(), "{"));
    QCOMPARE(Answer(all.store, "quay.io").text(), QByteArray("configured"));
    QCOMPARE(Answer(all.store, "gcr.io").text(), QByteArray("keychain"));
    QVERIFY(Answer(all.store, "ghcr.io").text().startsWith("error: " + all.path().toUtf8()));
    QVERIFY(QFile::remove(all.path()));
    all.vault.indexError = keychainError;
    QCOMPARE(Answer(all.store, "ghcr.io").text(), QByteArray("error: no keychain today"));
    QCOMPARE(all.store.list().problems.size(), std::size_t{1});
}

void TestCredentialStore::asksHelperOnce()
{
    StoreFixture all;
    QVERIFY(*all.set("slow.io", HelperBinding{"test"}));
    const Answer first(all.store, "slow.io", "a");
    const Answer second(all.store, "slow.io", "b");
    QTRY_COMPARE(all.script.calls(), QByteArray("get slow.io\n"));
    all.script.release();
    QTRY_COMPARE(first.text(), QByteArray("slow"));
    QCOMPARE(second.text(), QByteArray("slow"));
    QCOMPARE(Answer(all.store, "slow.io", "c").text(), QByteArray("slow"));
    QCOMPARE(all.script.calls(), QByteArray("get slow.io\n"));
}

void TestCredentialStore::remembersForAWhile()
{
    StoreFixture all;
    all.vault.content[all.scopeOf("gcr.io")] = all.credentialOf("old");
    QCOMPARE(Answer(all.store, "gcr.io").text(), QByteArray("old"));
    all.vault.content[all.scopeOf("gcr.io")] = all.credentialOf("new");
    all.clock.advance(limits::credentialMemory - std::chrono::milliseconds(1));
    QCOMPARE(Answer(all.store, "gcr.io").text(), QByteArray("old"));
    all.clock.advance(std::chrono::milliseconds(1));
    QCOMPARE(Answer(all.store, "gcr.io").text(), QByteArray("new"));
    QCOMPARE(all.vault.gets, 2);
}

void TestCredentialStore::remembersThatThereIsNone()
{
    StoreFixture all;
    QVERIFY(*all.set("none.io", HelperBinding{"test"}));
    const Answer answer(all.store, "none.io");
    QTRY_COMPARE(answer.text(), QByteArray("-"));
    QCOMPARE(Answer(all.store, "none.io").text(), QByteArray("-"));
    QCOMPARE(all.script.calls(), QByteArray("get none.io\n"));
}

void TestCredentialStore::remembersFailureShortly()
{
    StoreFixture all;
    QVERIFY(*all.set("locked.io", HelperBinding{"test"}));
    const QByteArray text = "error: docker-credential-test failed; run it by hand to see why";
    const Answer answer(all.store, "locked.io");
    QTRY_COMPARE(answer.text(), text);
    QCOMPARE(Answer(all.store, "locked.io").text(), text);
    QCOMPARE(all.script.calls(), QByteArray("get locked.io\n"));
    all.clock.advance(limits::credentialFailureMemory);
    const Answer again(all.store, "locked.io");
    QTRY_COMPARE(again.text(), text);
    QCOMPARE(all.script.calls(), QByteArray("get locked.io\nget locked.io\n"));
}

void TestCredentialStore::asksKeychainOnce()
{
    StoreFixture all;
    all.vault.content[all.scopeOf("gcr.io")] = all.credentialOf("me");
    all.vault.isHolding = true;
    const Answer first(all.store, "gcr.io");
    const Answer second(all.store, "gcr.io");
    QVERIFY(!first.isThere() && !second.isThere());
    all.vault.release();
    QCOMPARE(first.text(), QByteArray("me"));
    QCOMPARE(second.text(), QByteArray("me"));
    QCOMPARE(all.vault.gets, 1);
}

void TestCredentialStore::forgetsWhatWasRefused()
{
    StoreFixture all;
    all.vault.content[all.scopeOf("gcr.io")] = all.credentialOf("old");
    QCOMPARE(Answer(all.store, "gcr.io", "a/b").text(), QByteArray("old"));
    all.vault.content[all.scopeOf("gcr.io")] = all.credentialOf("new");
    all.store.forget("gcr.io", "a/b");
    QCOMPARE(Answer(all.store, "gcr.io").text(), QByteArray("new"));
}

void TestCredentialStore::forgetsWhatIsOnItsWay()
{
    StoreFixture all;
    all.vault.content[all.scopeOf("gcr.io")] = all.credentialOf("me");
    all.vault.isHolding = true;
    const Answer before(all.store, "gcr.io");
    all.store.forget("gcr.io", {});
    const Answer after(all.store, "gcr.io");
    QCOMPARE(all.vault.gets, 2);
    all.vault.release();
    QCOMPARE(before.text(), QByteArray("me"));
    QCOMPARE(after.text(), QByteArray("me"));
    QCOMPARE(Answer(all.store, "gcr.io").text(), QByteArray("me"));
    QCOMPARE(all.vault.gets, 2);
}

void TestCredentialStore::refusesTooManyWaiters()
{
    StoreFixture all;
    all.vault.content[all.scopeOf("gcr.io")] = all.credentialOf("me");
    all.vault.isHolding = true;
    std::size_t answered = 0;
    for (std::size_t i = 0; i < limits::waitersPerFlightMax; ++i)
        all.store.find("gcr.io", "", this, [&](const auto &) { ++answered; });
    QCOMPARE(answered, std::size_t{0});
    QCOMPARE(Answer(all.store, "gcr.io").text(),
             QByteArray("error: too many requests wait for one credential"));
    all.vault.release();
    QCOMPARE(answered, limits::waitersPerFlightMax);
}

void TestCredentialStore::tellsNobodyWhoIsGone()
{
    StoreFixture all;
    all.vault.content[all.scopeOf("gcr.io")] = all.credentialOf("me");
    all.vault.isHolding = true;
    auto context = std::make_unique<QObject>();
    bool isTold = false;
    all.store.find("gcr.io", "", context.get(), [&](const auto &) { isTold = true; });
    all.store.set(all.scopeOf("quay.io"), all.credentialOf("me"), CredentialPlace::Keychain,
                  context.get(), [&](const auto &) { isTold = true; });
    context.reset();
    all.vault.release();
    QVERIFY(!isTold);
    QVERIFY(all.vault.content.contains(all.scopeOf("quay.io")));
}

void TestCredentialStore::lists()
{
    StoreFixture all({{"quay.io", {.username = "configured", .password = "secret"}}});
    QVERIFY(*all.set("ghcr.io/org", all.credentialOf("me")));
    QVERIFY(*all.set("docker.io", HelperBinding{"test"}));
    QVERIFY(*all.set("gcr.io", all.credentialOf("you"), CredentialPlace::Keychain));
    QCOMPARE(all.list(), QByteArray("quay.io configured configuration\n"
                                    "docker.io  file test\n"
                                    "ghcr.io/org me file\n"
                                    "gcr.io you keychain\n"));
    QCOMPARE(all.script.calls(), QByteArray());
    QCOMPARE(all.vault.gets, 0);
}

void TestCredentialStore::keepsInOnePlace()
{
    StoreFixture all;
    QVERIFY(*all.set("quay.io", all.credentialOf("me")));
    QVERIFY(*all.set("quay.io", all.credentialOf("you"), CredentialPlace::Keychain));
    QCOMPARE(all.list(), QByteArray("quay.io you keychain\n"));
    QVERIFY(*all.set("quay.io", HelperBinding{"test"}));
    QCOMPARE(all.list(), QByteArray("quay.io  file test\n"));
    QVERIFY(all.vault.content.empty());
}

void TestCredentialStore::removes()
{
    StoreFixture all({{"docker.io", {.username = "configured", .password = "secret"}}});
    QVERIFY(*all.set("quay.io", all.credentialOf("me")));
    QVERIFY(*all.set("gcr.io", all.credentialOf("me"), CredentialPlace::Keychain));
    QVERIFY(*all.remove("quay.io"));
    QVERIFY(*all.remove("gcr.io"));
    QCOMPARE(all.list(), QByteArray("docker.io configured configuration\n"));
    QCOMPARE(all.remove("quay.io")->error().code, ErrorCode::NotFound);
    QCOMPARE(all.remove("docker.io")->error().code, ErrorCode::InvalidInput);
}

void TestCredentialStore::refusesChange_data()
{
    QTest::addColumn<QByteArray>("scope");
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("place");
    const auto row = [](const char *name, const char *scope, int index, CredentialPlace place) {
        QTest::newRow(name) << QByteArray(scope) << index << static_cast<int>(place);
    };
    row("configured", "docker.io", 0, CredentialPlace::File);
    row("configured, keychain", "docker.io", 0, CredentialPlace::Keychain);
    row("into the configuration", "quay.io", 0, CredentialPlace::Configuration);
    row("useless", "quay.io", 1, CredentialPlace::File);
    row("useless, keychain", "quay.io", 1, CredentialPlace::Keychain);
    row("helper with a path", "quay.io", 2, CredentialPlace::File);
    row("helper in the keychain", "quay.io", 3, CredentialPlace::Keychain);
}

void TestCredentialStore::refusesChange()
{
    StoreFixture all({{"docker.io", {.username = "configured", .password = "secret"}}});
    const KeptCredential kept[] = {all.credentialOf("me"), all.credentialOf("a:b"),
                                   HelperBinding{"../test"}, HelperBinding{"test"}};
    QFETCH(QByteArray, scope);
    QFETCH(int, row);
    QFETCH(int, place);
    const QSignalSpy changes(&all.store, &CredentialStore::changed);
    const auto refused =
        all.set(scope.toStdString(), kept[row], static_cast<CredentialPlace>(place));
    QVERIFY(refused && !*refused);
    QCOMPARE(refused->error().code, ErrorCode::InvalidInput);
    QCOMPARE(all.list(), QByteArray("docker.io configured configuration\n"));
    QCOMPARE(changes.size(), 0);
}

void TestCredentialStore::keychainRefuses()
{
    StoreFixture all;
    QVERIFY(*all.set("quay.io", all.credentialOf("me")));
    all.vault.error = keychainError;
    const auto refused = all.set("quay.io", all.credentialOf("you"), CredentialPlace::Keychain);
    QCOMPARE(refused->error().message, keychainError.message);
    QCOMPARE(all.list(), QByteArray("quay.io me file\n"));
}

void TestCredentialStore::damagedFileIsToldAndKept()
{
    StoreFixture all;
    QVERIFY(test::writeFile(all.path(), "{"));
    for (const CredentialPlace place : {CredentialPlace::File, CredentialPlace::Keychain}) {
        const auto refused = all.set("quay.io", all.credentialOf("me"), place);
        QCOMPARE(refused->error().code, ErrorCode::Corrupt);
    }
    QCOMPARE(all.remove("quay.io")->error().code, ErrorCode::Corrupt);
    QVERIFY(all.vault.content.empty());
    QCOMPARE(test::textOf(all.path()), QByteArray("{"));
    QCOMPARE(all.store.list().problems.front().code, ErrorCode::Corrupt);
}

void TestCredentialStore::tellsChanges()
{
    StoreFixture all;
    const QSignalSpy changes(&all.store, &CredentialStore::changed);
    QVERIFY(*all.set("quay.io", all.credentialOf("me")));
    QCOMPARE(changes.size(), 1);
    QVERIFY(*all.set("quay.io", all.credentialOf("me"), CredentialPlace::Keychain));
    QCOMPARE(changes.size(), 2);
    QVERIFY(*all.remove("quay.io"));
    QCOMPARE(changes.size(), 3);
    QVERIFY(!*all.remove("quay.io"));
    QCOMPARE(changes.size(), 3);
}

void TestCredentialStore::changeIsSeenAtOnce()
{
    StoreFixture all;
    QVERIFY(*all.set("quay.io", all.credentialOf("old"), CredentialPlace::Keychain));
    QCOMPARE(Answer(all.store, "quay.io").text(), QByteArray("old"));
    QVERIFY(*all.set("quay.io", all.credentialOf("new"), CredentialPlace::Keychain));
    QCOMPARE(Answer(all.store, "quay.io").text(), QByteArray("new"));
    QVERIFY(*all.remove("quay.io"));
    QCOMPARE(Answer(all.store, "quay.io").text(), QByteArray("-"));
}

/// Whatever happens, secrets are in the file of credentials and nowhere else.
void TestCredentialStore::saysNoSecret()
{
    StoreFixture all;
    QByteArrayList said;
    const auto note = [&said](const StoreFixture::Outcome &outcome) {
        if (outcome && !*outcome)
            said.append(QByteArray::fromStdString(outcome->error().message.english()));
    };
    note(all.set("quay.io", all.credentialOf("me")));
    note(all.set("quay.io", all.credentialOf("a:b")));
    note(all.set("ghcr.io", all.credentialOf("me"), CredentialPlace::Keychain));
    for (const char *registry : {"locked.io", "status.io", "text.io", "empty.io", "token.io"}) {
        note(all.set(registry, HelperBinding{"test"}));
        const Answer answer(all.store, registry);
        QTRY_VERIFY(answer.isThere());
        said.append(answer.text());
    }
    QCOMPARE(test::filesWith(StoreFixture::secret, all.folder.path()),
             QStringList{QStringLiteral("credentials.json")});
    QCOMPARE(test::filesWith(test::HelperScript::secret, all.folder.path()), QStringList());
    const QByteArray cut = test::textOf(all.path()).chopped(10);
    QVERIFY(test::writeFile(all.path(), cut));
    note(all.set("quay.io", all.credentialOf("me")));
    QVERIFY(test::writeFile(all.path(), cut, 0644));
    note(all.remove("quay.io"));
    for (const Error &problem : all.store.list().problems)
        said.append(QByteArray::fromStdString(problem.message.english()));
    QCOMPARE(said.size(), 9);
    for (const QByteArray &text : said) {
        QVERIFY2(!text.contains(StoreFixture::secret), text.constData());
        QVERIFY2(!text.contains(test::HelperScript::secret), text.constData());
    }
}

QTEST_GUILESS_MAIN(TestCredentialStore)
#include "tst_credentialstore.moc"
