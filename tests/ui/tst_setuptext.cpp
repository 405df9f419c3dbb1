// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that the set-up is told in words that are true and safe to show.
#include "setup/setuptext.h"

#include <QLocale>
#include <QTest>

#include <set>

using namespace lanyard;
using namespace lanyard::ui;

class TestSetUpText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void namesEveryClient();
    void tellsTheUse_data();
    void tellsTheUse();
    void tellsThePlan();
    void tellsAnEdit();
    void tellsTheForm_data();
    void tellsTheForm();
    void tellsWhatWasApplied();
    void tellsTheOutcome();
};

void TestSetUpText::namesEveryClient()
{
    std::set<QString> names;
    const QList<ClientKind> kinds = allClientKinds();
    for (const ClientKind kind : kinds)
        names.insert(clientKindName(kind));
    QCOMPARE(names.size(), static_cast<std::size_t>(ClientKind::Colima) + 1);
    QVERIFY(!names.contains(QString()));
}

void TestSetUpText::tellsTheUse_data()
{
    using Use = ClientInstallation::Use;
    QTest::addColumn<int>("use");
    QTest::addColumn<bool>("isPaused");
    QTest::addColumn<QString>("text");
    const auto row = [](Use use, bool isPaused, const char *text) {
        QTest::newRow(text) << static_cast<int>(use) << isPaused << QString::fromLatin1(text);
    };
    row(Use::Nothing, false, "Not set up for a cache");
    row(Use::Cache, false, "Set up for this cache");
    row(Use::OtherMirror, false, "Uses another mirror: http://a");
    row(Use::Partly, false, "Set up in part; it uses http://a");
    row(Use::Nothing, true, "Paused: pulls without the cache");
}

void TestSetUpText::tellsTheUse()
{
    QFETCH(int, use);
    QFETCH(bool, isPaused);
    QFETCH(QString, text);
    ClientView client;
    client.installation.use = static_cast<ClientInstallation::Use>(use);
    client.installation.mirrors = {QStringLiteral("http://a")};
    if (isPaused)
        client.applied = AppliedSetUp{.isPaused = true};
    QCOMPARE(useText(client), text);
}

void TestSetUpText::tellsThePlan()
{
    ClientView client;
    QCOMPARE(planSummary(client), QString());
    client.plan = ClientPlan();
    QCOMPARE(planSummary(client), QStringLiteral("Nothing is left to do."));
    client.plan->edits = {{.path = QStringLiteral("/a"), .isPrivileged = true}};
    QCOMPARE(planSummary(client),
             QStringLiteral("1 file(s) change. Nothing has to be restarted. The administrator's "
                            "password is asked for."));
    client.plan->edits[0].isPrivileged = false;
    client.plan->commands = {{.line = QStringLiteral("reload")}};
    QVERIFY(planSummary(client).endsWith(
        QStringLiteral("Its service reads its configuration anew, and nothing stops.")));
    client.plan->commands[0].action = ServiceAction::RestartBuildKit;
    QVERIFY(planSummary(client).endsWith(QStringLiteral("This is interrupted: builds that run.")));
}

void TestSetUpText::tellsAnEdit()
{
    FileEdit edit{.path = QStringLiteral("/etc/a\u202eb"),
                  .before = QByteArray("x"),
                  .after = QByteArray("y")};
    QCOMPARE(editTitle(edit), QStringLiteral("/etc/a\uFFFDb"));
    edit.before.reset();
    edit.isPrivileged = true;
    const QString title = editTitle(edit);
    QVERIFY(title.contains(QStringLiteral("new file")));
    QVERIFY(title.contains(QStringLiteral("as administrator")));
}

void TestSetUpText::tellsTheForm_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("text");
    QTest::newRow("ns") << QStringLiteral("ns") << QStringLiteral("by ns=quay.io");
    QTest::newRow("path") << QStringLiteral("path") << QStringLiteral("by the path /quay.io/v2/");
    QTest::newRow("name") << QStringLiteral("name") << QStringLiteral("by the name quay.io/…");
    QTest::newRow("host") << QStringLiteral("host") << QStringLiteral("by a host name of quay.io");
    QTest::newRow("default") << QStringLiteral("default")
                             << QStringLiteral("without a name, so for quay.io");
}

void TestSetUpText::tellsTheForm()
{
    QFETCH(QString, form);
    QFETCH(QString, text);
    QCOMPARE(formText(form, QStringLiteral("quay.io")), text);
}

void TestSetUpText::tellsWhatWasApplied()
{
    QCOMPARE(appliedText({}), QString());
    AppliedSetUp docker{.client = QStringLiteral("docker"),
                        .clientName = QStringLiteral("Docker"),
                        .cacheUrl = QStringLiteral("http://a:5000")};
    QCOMPARE(appliedText({docker}),
             QStringLiteral("Set up on this computer: Docker, for http://a:5000."));
    docker.isPaused = true;
    QVERIFY(appliedText({docker}).startsWith(QStringLiteral("Paused on this computer: Docker")));
}

void TestSetUpText::tellsTheOutcome()
{
    SetUpOutcome outcome{.kind = SetUpOutcome::Kind::SetUp,
                         .done = {QStringLiteral("Docker"), QStringLiteral("Podman")}};
    QCOMPARE(outcomeTitle(outcome), QStringLiteral("This computer is set up"));
    QCOMPARE(outcomeText(outcome), QStringLiteral("Docker, Podman"));
    outcome.failed = {QStringLiteral("Earthly")};
    outcome.trouble = QStringLiteral("no room");
    QCOMPARE(outcomeTitle(outcome), QStringLiteral("Not all of the set-up worked"));
    QCOMPARE(outcomeText(outcome), QStringLiteral("Earthly: no room"));
}

QTEST_MAIN(TestSetUpText)
#include "tst_setuptext.moc"
