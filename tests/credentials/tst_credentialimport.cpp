// SPDX-License-Identifier: GPL-3.0-or-later
// Proves what an import of Docker's credentials offers, and that what is chosen is kept where it
// should be: credentials as they are, helpers by their name.
#include "credentials/credentialimport.h"
#include "credentials/storefixture.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::credentials;
using lanyard::test::Answer;
using lanyard::test::StoreFixture;

namespace {

/// me:hunter2-never-said
constexpr const char *config =
    "{\"auths\": {\"https://index.docker.io/v1/\": {\"auth\": \"bWU6aHVudGVyMi1uZXZlci1zYWlk\"},"
    " \"quay.io/org\": {\"auth\": \"bWU6aHVudGVyMi1uZXZlci1zYWlk\"}, \"marker.io\": {}},"
    " \"credHelpers\": {\"1.dkr.ecr.eu-west-1.amazonaws.com\": \"test\"}}";

std::vector<CredentialScope> scopesOf(std::initializer_list<const char *> texts)
{
    std::vector<CredentialScope> scopes;
    for (const char *text : texts)
        scopes.push_back(StoreFixture::scopeOf(text));
    return scopes;
}

} // namespace

class TestCredentialImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offers();
    void offersWhatTheStoreHas();
    void takesWhatIsChosen();
    void takesIntoKeychain();
    void goesOnAfterRefusal();
    void endsWithItsContext();
};

void TestCredentialImport::offers()
{
    const std::vector<ImportCandidate> expected{
        {StoreFixture::scopeOf("1.dkr.ecr.eu-west-1.amazonaws.com"), {}, "test"},
        {StoreFixture::scopeOf("docker.io"), "me", {}},
        {StoreFixture::scopeOf("quay.io/org"), "me", {}}};
    QVERIFY(importCandidates(*parseDockerConfig(config), {}) == expected);
}

void TestCredentialImport::offersWhatTheStoreHas()
{
    const auto docker = parseDockerConfig(R"({"auths": {"quay.io": {}}, "credsStore": "test"})");
    const std::vector<ImportCandidate> expected{{StoreFixture::scopeOf("docker.io"), "hub", "test"},
                                                {StoreFixture::scopeOf("quay.io"), {}, "test"}};
    QVERIFY(importCandidates(*docker, {{StoreFixture::scopeOf("docker.io"), "hub"}}) == expected);
}

void TestCredentialImport::takesWhatIsChosen()
{
    StoreFixture all;
    QVERIFY(*all.set("docker.io", all.credentialOf("before")));
    std::optional<ImportOutcome> outcome;
    importCredentials(all.store, *parseDockerConfig(config),
                      scopesOf({"docker.io", "1.dkr.ecr.eu-west-1.amazonaws.com"}),
                      CredentialPlace::File, this, [&](const auto &one) { outcome = one; });
    QVERIFY(outcome);
    QCOMPARE(outcome->taken.size(), std::size_t{2});
    QVERIFY(outcome->refused.empty());
    QCOMPARE(all.list(), QByteArray("1.dkr.ecr.eu-west-1.amazonaws.com  file test\n"
                                    "docker.io me file\n"));
    QVERIFY(**CredentialFile(all.path().toStdString()).get(all.scopeOf("docker.io")) ==
            KeptCredential(all.credentialOf("me")));
    const Answer answer(all.store, "1.dkr.ecr.eu-west-1.amazonaws.com");
    QTRY_COMPARE(answer.text(), QByteArray("me"));
}

void TestCredentialImport::takesIntoKeychain()
{
    StoreFixture all;
    all.vault.isHolding = true;
    std::optional<ImportOutcome> outcome;
    importCredentials(all.store, *parseDockerConfig(config),
                      scopesOf({"docker.io", "1.dkr.ecr.eu-west-1.amazonaws.com"}),
                      CredentialPlace::Keychain, this, [&](const auto &one) { outcome = one; });
    QVERIFY(!outcome);
    all.vault.release();
    QVERIFY(outcome);
    QCOMPARE(all.list(), QByteArray("1.dkr.ecr.eu-west-1.amazonaws.com  file test\n"
                                    "docker.io me keychain\n"));
    QCOMPARE(test::filesWith(StoreFixture::secret, all.folder.path()), QStringList());
}

void TestCredentialImport::goesOnAfterRefusal()
{
    StoreFixture all({{"docker.io", {.username = "configured", .password = "secret"}}});
    const auto parsed = parseDockerConfig(config);
    QVERIFY(parsed);
    std::optional<ImportOutcome> outcome;
    importCredentials(all.store, *parsed, scopesOf({"docker.io", "marker.io", "quay.io/org"}),
                      CredentialPlace::File, this, [&](const auto &one) { outcome = one; });
    QVERIFY(outcome);
    QVERIFY(outcome->taken == scopesOf({"quay.io/org"}));
    QCOMPARE(outcome->refused.size(), std::size_t{2});
    QCOMPARE(outcome->refused[0].second.code, ErrorCode::InvalidInput);
    QCOMPARE(outcome->refused[1].second.message.english(),
             std::string("the file has no credential for marker.io"));
}

void TestCredentialImport::endsWithItsContext()
{
    StoreFixture all;
    all.vault.isHolding = true;
    auto context = std::make_unique<QObject>();
    bool isTold = false;
    importCredentials(all.store, *parseDockerConfig(config), scopesOf({"docker.io"}),
                      CredentialPlace::Keychain, context.get(),
                      [&](const auto &) { isTold = true; });
    context.reset();
    all.vault.release();
    QVERIFY(!isTold);
    QCOMPARE(all.list(), QByteArray("docker.io me keychain\n"));
}

QTEST_GUILESS_MAIN(TestCredentialImport)
#include "tst_credentialimport.moc"
