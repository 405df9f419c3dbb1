// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a scope has one spelling, covers whole components of a path, and that of several the
// longest wins.
#include "credentials/credentialscope.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::credentials;

class TestCredentialScope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_data();
    void parse();
    void refused_data();
    void refused();
    void covers_data();
    void covers();
    void longest_data();
    void longest();
};

void TestCredentialScope::parse_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("canonical");
    const auto row = [](const char *name, const char *text, const char *canonical) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(canonical);
    };
    row("registry", "docker.io", "docker.io");
    row("one component", "quay.io/org", "quay.io/org");
    row("two components", "ghcr.io/org/team", "ghcr.io/org/team");
    row("port", "localhost:5000/a", "localhost:5000/a");
    row("IPv6", "[::1]:5000", "[::1]:5000");
    row("upper case", "GHCR.io/Org/Team", "ghcr.io/org/team");
    row("port of https", "quay.io:443/org", "quay.io/org");
    row("index of the hub", "index.docker.io", "docker.io");
    row("registry of the hub", "registry-1.docker.io/library", "docker.io/library");
}

void TestCredentialScope::parse()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, canonical);
    const auto scope = CredentialScope::parse(text.toStdString());
    QVERIFY(scope);
    QCOMPARE(scope->toString(), canonical.toStdString());
    QCOMPARE(CredentialScope::parse(scope->toString())->toString(), canonical.toStdString());
}

void TestCredentialScope::refused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("URL") << QByteArray("https://quay.io");
    QTest::newRow("slash behind") << QByteArray("quay.io/");
    QTest::newRow("two slashes") << QByteArray("quay.io//org");
    QTest::newRow("path alone") << QByteArray("/org");
    QTest::newRow("up") << QByteArray("quay.io/../org");
    QTest::newRow("tag") << QByteArray("quay.io/org:tag");
    QTest::newRow("user") << QByteArray("user:hunter2@quay.io");
    QTest::newRow("wildcard") << QByteArray("*.quay.io");
    QTest::newRow("NUL") << QByteArray("quay.io\0", 8);
    QTest::newRow("space") << QByteArray("quay.io org");
    QTest::newRow("long") << QByteArray("quay.io/" + QByteArray(256, 'a'));
}

void TestCredentialScope::refused()
{
    QFETCH(QByteArray, text);
    const auto scope = CredentialScope::parse(text.toStdString());
    QVERIFY(!scope);
    QCOMPARE(scope.error().code, ErrorCode::InvalidInput);
    QVERIFY(scope.error().message.english().find("hunter2") == std::string::npos);
}

void TestCredentialScope::covers_data()
{
    QTest::addColumn<QByteArray>("scope");
    QTest::addColumn<QByteArray>("registry");
    QTest::addColumn<QByteArray>("repository");
    QTest::addColumn<bool>("isCovered");
    const auto row = [](const char *name, const char *scope, const char *registry,
                        const char *repository, bool isCovered) {
        QTest::newRow(name) << QByteArray(scope) << QByteArray(registry) << QByteArray(repository)
                            << isCovered;
    };
    row("all of a registry", "quay.io", "quay.io", "org/img", true);
    row("nothing said", "quay.io", "quay.io", "", true);
    row("another registry", "quay.io", "ghcr.io", "org/img", false);
    row("another spelling", "docker.io", "Registry-1.docker.io", "library/alpine", true);
    row("another port", "quay.io", "quay.io:5000", "org/img", false);
    row("below", "quay.io/org", "quay.io", "org/team/img", true);
    row("itself", "quay.io/org/img", "quay.io", "org/img", true);
    row("part of a component", "quay.io/org", "quay.io", "organ/img", false);
    row("above", "quay.io/org/team", "quay.io", "org/img", false);
    row("path, but nothing said", "quay.io/org", "quay.io", "", false);
}

void TestCredentialScope::covers()
{
    QFETCH(QByteArray, scope);
    QFETCH(QByteArray, registry);
    QFETCH(QByteArray, repository);
    QFETCH(bool, isCovered);
    QCOMPARE(CredentialScope::parse(scope.toStdString())
                 ->covers(registry.toStdString(), repository.toStdString()),
             isCovered);
}

void TestCredentialScope::longest_data()
{
    QTest::addColumn<QByteArray>("repository");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("the registry") << QByteArray("quay.io other/img") << QByteArray("quay.io");
    QTest::newRow("one component") << QByteArray("quay.io org/img") << QByteArray("quay.io/org");
    QTest::newRow("two") << QByteArray("quay.io org/team/img") << QByteArray("quay.io/org/team");
    QTest::newRow("similar") << QByteArray("quay.io org/teams/img") << QByteArray("quay.io/org");
    QTest::newRow("none") << QByteArray("ghcr.io org/img") << QByteArray();
    QTest::newRow("path only") << QByteArray("docker.io acme/img") << QByteArray("docker.io/acme");
    QTest::newRow("beside it") << QByteArray("docker.io library/img") << QByteArray();
}

void TestCredentialScope::longest()
{
    QFETCH(QByteArray, repository);
    QFETCH(QByteArray, expected);
    std::vector<CredentialScope> scopes;
    for (const char *text : {"quay.io/org", "quay.io", "quay.io/org/team", "docker.io/acme"})
        scopes.push_back(*CredentialScope::parse(text));
    const QByteArrayList words = repository.split(' ');
    const auto match = longestMatch(scopes, words[0].toStdString(), words[1].toStdString());
    QCOMPARE(match ? match->toString() : std::string(), expected.toStdString());
}

QTEST_APPLESS_MAIN(TestCredentialScope)
#include "tst_credentialscope.moc"
