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
    void tellsARefusal();
    void tellsAnEdit();
    void tellsTheForm_data();
    void tellsTheForm();
    void tellsWhatWasApplied();
    void tellsTheOutcome_data();
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
    client.plan->commands[0].interrupts = "builds that run";
    QVERIFY(planSummary(client).endsWith(QStringLiteral("This is interrupted: builds that run.")));
}

/// All of a client is set up or nothing: what would change is no promise then.
void TestSetUpText::tellsARefusal()
{
    ClientView client;
    client.plan = ClientPlan{.edits = {{.path = QStringLiteral("/a")}},
                             .commands = {{.line = QStringLiteral("reload")}},
                             .refusals = {{.path = QStringLiteral("/b")}}};
    QCOMPARE(planSummary(client),
             QStringLiteral("1 file(s) cannot be edited by Lanyard. The rest can be set up when "
                            "that is put right: see the changes."));
    client.plan->edits.clear();
    QCOMPARE(planSummary(client), QStringLiteral("1 file(s) cannot be edited by Lanyard."));
    client.plan->refusals.clear();
    client.plan->commands.clear();
    client.plan->snippets = {{.title = QStringLiteral("a"), .file = {}, .text = {}}};
    QVERIFY(planSummary(client).startsWith(QStringLiteral("Lanyard does not do this itself.")));
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
    AppliedSetUp earthly = docker;
    earthly.clientName = QStringLiteral("Earthly");
    earthly.isPaused = true;
    QCOMPARE(appliedText({docker, earthly}),
             QStringLiteral("Set up on this computer: Docker, for http://a:5000. Paused on this "
                            "computer until resumed: Earthly, for http://a:5000."));
    docker.isCutShort = true;
    QCOMPARE(appliedText({docker}),
             QStringLiteral("Cut short, so set up by half: Docker, for http://a:5000. Undo takes "
                            "it back."));
    ClientView client;
    client.applied = docker;
    QCOMPARE(useText(client),
             QStringLiteral("Its set-up was cut short: undo it, or set it up again"));
    QCOMPARE(useSymbol(client), Symbol::Warning);
    docker.clientName = QStringLiteral("a\u202eb");
    QVERIFY(leftoverText(docker).startsWith(QStringLiteral("a\uFFFDb ")));
}

void TestSetUpText::tellsTheOutcome_data()
{
    using Kind = SetUpOutcome::Kind;
    QTest::addColumn<SetUpOutcome>("outcome");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("text");
    const QString a = QStringLiteral("Docker");
    const QString b = QStringLiteral("Podman");
    const QString why = QStringLiteral("no room");
    const auto row = [](const char *name, const SetUpOutcome &outcome, const char *title,
                        const char *text) {
        QTest::newRow(name) << outcome << QString::fromLatin1(title) << QString::fromLatin1(text);
    };
    row("done", {.kind = Kind::SetUp, .done = {a, b}}, "This computer is set up", "Docker, Podman");
    row("failed", {.kind = Kind::SetUp, .done = {a}, .failed = {b}, .trouble = why},
        "Not all of the set-up worked", "Podman: no room");
    row("unproved", {.kind = Kind::SetUp, .done = {a}, .unproved = {b}, .trouble = why},
        "Set up, and not proved yet", "Podman: no room");
    row("failed and unproved",
        {.kind = Kind::SetUp, .unproved = {a}, .failed = {b}, .trouble = why},
        "Not all of the set-up worked", "Podman: no room; not proved yet: Docker");
    row("paused in part", {.kind = Kind::Pause, .done = {a}, .failed = {b}, .trouble = why},
        "Not all of it is paused", "Podman: no room");
    row("not paused", {.kind = Kind::Pause, .failed = {b}, .trouble = why}, "Not paused",
        "Podman: no room");
    row("nothing was asked", {.kind = Kind::Resume, .trouble = why}, "Not resumed", "no room");
    row("resumed in part", {.kind = Kind::Resume, .done = {a}, .failed = {b}, .trouble = why},
        "Not all of it is resumed", "Podman: no room");
    row("tested in part", {.kind = Kind::Test, .done = {a}, .failed = {b}, .trouble = why},
        "Not every test pull arrived", "Podman: no room");
    row("undone", {.kind = Kind::Undo, .done = {a}, .notes = {QStringLiteral("a line was kept")}},
        "The set-up is undone", "Docker; a line was kept");
}

void TestSetUpText::tellsTheOutcome()
{
    QFETCH(SetUpOutcome, outcome);
    QFETCH(QString, title);
    QFETCH(QString, text);
    QCOMPARE(outcomeTitle(outcome), title);
    QCOMPARE(outcomeText(outcome), text);
}

QTEST_MAIN(TestSetUpText)
#include "tst_setuptext.moc"
