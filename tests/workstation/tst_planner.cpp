// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/inenglish.h"
#include "workstation/planner.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::workstation;

Q_DECLARE_METATYPE(lanyard::CacheEndpoint)

namespace {

const QString daemonJson = QStringLiteral("/etc/docker/daemon.json");

ClientInstallation docker()
{
    return {.kind = ClientKind::Docker,
            .id = QStringLiteral("docker"),
            .version = QStringLiteral("20.10.24"),
            .isOfSystem = true,
            .isRunning = true,
            .pid = 4711,
            .configFile = daemonJson,
            .configFolder = QStringLiteral("/etc/docker/certs.d")};
}

ClientInstallation containerd(ClientKind kind)
{
    return {.kind = kind,
            .id = kind == ClientKind::Containerd ? QStringLiteral("containerd")
                                                 : QStringLiteral("nerdctl"),
            .name = kind == ClientKind::Containerd ? QStringLiteral("containerd")
                                                   : QStringLiteral("nerdctl"),
            .isRunning = true,
            .configFolder = QStringLiteral("/etc/containerd/certs.d")};
}

CacheEndpoint cache()
{
    return {.host = QStringLiteral("192.168.0.80"), .port = 5000};
}

/// A disk of a few files.
struct Disk
{
    QMap<QString, QByteArray> files;
    enum class Writer { User, Helper, Nobody };
    Writer writer = Writer::User;
    QStringList locked; ///< for root alone
    bool isSetUp = false;

    PlanningHelp help() const
    {
        return {
            .read = [files = files,
                     locked = locked](const QString &path) -> Result<std::optional<QByteArray>> {
                if (locked.contains(path))
                    return failure(ErrorCode::Io, "Permission denied");
                const auto file = files.constFind(path);
                return file == files.cend() ? std::nullopt : std::optional(*file);
            },
            .isLocked = [locked = locked](const QString &path) { return locked.contains(path); },
            .isSetUp = [isSetUp = isSetUp](const QString &, const QString &) { return isSetUp; },
            .isPrivileged = [writer = writer](const QString &,
                                              const recipes::Recipe &) -> Result<bool> {
                if (writer == Writer::Nobody)
                    return failure(ErrorCode::Io, "no file can be made there");
                return writer == Writer::Helper;
            },
            .commandFor =
                [](const setup::ServiceTask &task) {
                    return PlannedCommand{.action = task.action, .line = QString::number(task.pid)};
                }};
    }
};

const QStringList hub{QStringLiteral("docker.io")};

} // namespace

class TestPlanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewFile();
    void nothingIsLeftToDo();
    void aFileOfTheSystem();
    void aFileThatNobodyMayWriteIsRefused();
    void aFileOfRootAlone();
    void whatIsRecorded_data();
    void whatIsRecorded();
    void aStrangeFileIsRefused();
    void aRefusalHasNoSecret();
    void aFileThatCannotBeReadIsRefused();
    void whatOthersSayOfARegistry();
    void sharedFilesChangeOnce();
    void theDiffHasNoSecret();
    void changesForWhoWrites();
};

void TestPlanner::aNewFile()
{
    const ClientPlan plan = Planner(cache(), hub, Disk{}.help()).plan(docker());
    QCOMPARE(plan.edits.size(), 1);
    const FileEdit &edit = plan.edits.first();
    QCOMPARE(edit.path, daemonJson);
    QVERIFY(!edit.before.has_value());
    QVERIFY(edit.after->contains("\"http://192.168.0.80:5000\""));
    QVERIFY(edit.diff.contains("+++ "));
    QVERIFY(!edit.isPrivileged);
    QCOMPARE(plan.commands.size(), 1);
    QCOMPARE(plan.commands.first().action, ServiceAction::ReloadDocker);
    QCOMPARE(plan.commands.first().line, QStringLiteral("4711"));
}

void TestPlanner::nothingIsLeftToDo()
{
    Disk disk;
    disk.files[daemonJson] = *Planner(cache(), hub, disk.help()).plan(docker()).edits.first().after;
    const ClientPlan plan = Planner(cache(), hub, disk.help()).plan(docker());
    QVERIFY(plan.isDone());
}

void TestPlanner::aFileOfTheSystem()
{
    const ClientPlan plan =
        Planner(cache(), hub, Disk{.files = {}, .writer = Disk::Writer::Helper}.help())
            .plan(docker());
    QVERIFY(plan.edits.first().isPrivileged);
}

void TestPlanner::aFileThatNobodyMayWriteIsRefused()
{
    const Disk disk{.files = {}, .writer = Disk::Writer::Nobody};
    CacheEndpoint guarded = cache();
    guarded.isTls = true;
    guarded.user = QStringLiteral("ann b");
    const ClientPlan plan = Planner(guarded, hub, disk.help()).plan(docker());
    QVERIFY(plan.edits.isEmpty() && plan.commands.isEmpty());
    QCOMPARE(plan.refusals.size(), 1);
    QCOMPARE(
        test::inEnglish(plan.refusals.first().reason),
        QStringLiteral(
            "no file can be made there. To do it in a terminal, run: sudo lanyard setup docker "
            "--cache https://192.168.0.80:5000 --registry docker.io --username 'ann b'; to take it "
            "back: sudo lanyard setup docker --undo"));
    QVERIFY(plan.refusals.first().snippet.text.contains(QStringLiteral("192.168.0.80:5000")));
    PlanningHelp ofRoot = disk.help();
    ofRoot.isRoot = true;
    QCOMPARE(test::inEnglish(Planner(guarded, hub, ofRoot).plan(docker()).refusals.first().reason),
             QStringLiteral("no file can be made there"));
}

void TestPlanner::aFileOfRootAlone()
{
    const QString file = QStringLiteral("/etc/containerd/certs.d/docker.io/hosts.toml");
    Disk disk{.files = {}, .locked = {file}};
    const ClientInstallation client = containerd(ClientKind::Containerd);
    const ClientPlan refused = Planner(cache(), hub, disk.help()).plan(client);
    QCOMPARE(refused.refusals.size(), 1);
    QVERIFY2(test::inEnglish(refused.refusals.first().reason)
                 .startsWith(QStringLiteral(
                     "only root may read it. To do it in a terminal, run: sudo lanyard setup ")),
             qPrintable(test::inEnglish(refused.refusals.first().reason)));
    // By the journal it is as it should be.
    disk.isSetUp = true;
    const ClientPlan plan = Planner(cache(), hub, disk.help()).plan(client);
    QVERIFY(plan.isDone());
    QVERIFY2(
        test::inEnglish(plan.notes.last()).startsWith(QStringLiteral("Only root may read ") + file),
        qPrintable(test::inEnglish(plan.notes.last())));
}

void TestPlanner::whatIsRecorded_data()
{
    QTest::addColumn<QString>("client");
    QTest::addColumn<QString>("path");
    QTest::addColumn<CacheEndpoint>("wanted");
    QTest::addColumn<QStringList>("registries");
    QTest::addColumn<bool>("isRecorded");
    const QString path = QStringLiteral("/a/hosts.toml");
    const QString client = QStringLiteral("docker");
    CacheEndpoint guarded = cache();
    guarded.user = QStringLiteral("ann");
    CacheEndpoint ofOther = cache();
    ofOther.user = QStringLiteral("bob");
    CacheEndpoint other = cache();
    other.port = 5001;
    QTest::newRow("all of it") << client << path << guarded << hub << true;
    QTest::newRow("without a word of the login") << client << path << cache() << hub << true;
    QTest::newRow("another login") << client << path << ofOther << hub << false;
    QTest::newRow("another cache") << client << path << other << hub << false;
    QTest::newRow("another client") << QStringLiteral("podman") << path << guarded << hub << false;
    QTest::newRow("another file") << client << QStringLiteral("/b") << guarded << hub << false;
    QTest::newRow("more registries")
        << client << path << guarded
        << QStringList{QStringLiteral("docker.io"), QStringLiteral("quay.io")} << false;
}

void TestPlanner::whatIsRecorded()
{
    QFETCH(QString, client);
    QFETCH(QString, path);
    QFETCH(CacheEndpoint, wanted);
    QFETCH(QStringList, registries);
    setup::SetUpRecord record{.client = QStringLiteral("docker"),
                              .cacheUrl = cache().url(),
                              .registries = hub,
                              .state = setup::SetUpRecord::State::Applied,
                              .files = {{.recipe = {.kind = recipes::Recipe::Kind::HostsToml},
                                         .path = QStringLiteral("/a/hosts.toml")}}};
    record.files.first().recipe.cache.user = QStringLiteral("ann");
    QTEST(isRecorded({record}, client, path, wanted, registries), "isRecorded");
    record.state = setup::SetUpRecord::State::Paused;
    QVERIFY(!isRecorded({record}, client, path, wanted, registries));
}

void TestPlanner::aStrangeFileIsRefused()
{
    Disk disk;
    disk.files[daemonJson] = "{\n  // a comment\n}\n";
    const ClientPlan plan = Planner(cache(), hub, disk.help()).plan(docker());
    QVERIFY(plan.edits.isEmpty());
    QVERIFY(plan.commands.isEmpty());
    QCOMPARE(plan.refusals.size(), 1);
    QVERIFY2(test::inEnglish(plan.refusals.first().reason).contains(QStringLiteral("line 2")),
             qPrintable(test::inEnglish(plan.refusals.first().reason)));
    QVERIFY(
        plan.refusals.first().snippet.text.contains(QStringLiteral("http://192.168.0.80:5000")));
    QVERIFY(!plan.isDone());
}

void TestPlanner::aRefusalHasNoSecret()
{
    CacheEndpoint guarded = cache();
    guarded.user = QStringLiteral("ann");
    guarded.password = QStringLiteral("pa55word");
    Disk disk;
    for (const char *registry : {"docker.io", "quay.io"})
        disk.files[QStringLiteral("/etc/containerd/certs.d/%1/hosts.toml")
                       .arg(QLatin1String(registry))] = "[";
    Planner planner(guarded, {QStringLiteral("docker.io"), QStringLiteral("quay.io")}, disk.help());
    const ClientPlan plan = planner.plan(containerd(ClientKind::Containerd));
    QCOMPARE(plan.refusals.size(), 2);
    QVERIFY(plan.refusals.first().snippet.text.contains(QStringLiteral("\"Basic BASE64\"")));
    // For both of them.
    QCOMPARE(plan.snippets.size(), 1);
    QVERIFY(plan.snippets.first().text.contains(QStringLiteral("'ann:PASSWORD'")));
}

void TestPlanner::aFileThatCannotBeReadIsRefused()
{
    PlanningHelp help = Disk{}.help();
    help.read = [](const QString &) -> Result<std::optional<QByteArray>> {
        return failure(ErrorCode::Io, "it is a folder");
    };
    const ClientPlan plan = Planner(cache(), hub, help).plan(docker());
    QCOMPARE(plan.refusals.size(), 1);
    QCOMPARE(test::inEnglish(plan.refusals.first().reason), QStringLiteral("it is a folder"));
}

void TestPlanner::whatOthersSayOfARegistry()
{
    ClientInstallation podman{.kind = ClientKind::Podman,
                              .id = QStringLiteral("podman"),
                              .configFile = QStringLiteral("/a/50-lanyard.conf"),
                              .configFolder = QStringLiteral("/a/certs.d")};
    podman.registryObstacles = {
        {QStringLiteral("docker.io"), {.detail = QStringLiteral("of mirrors"), .isFatal = false}},
        {QStringLiteral("quay.io"), {.detail = QStringLiteral("is blocked"), .isFatal = true}},
        {QStringLiteral("ghcr.io"), {.detail = QStringLiteral("of no concern"), .isFatal = true}}};
    const ClientPlan plan = Planner(cache(), hub, Disk{}.help()).plan(podman);
    QCOMPARE(plan.edits.size(), 1);
    QCOMPARE(plan.notes.size(), 1);
    QCOMPARE(test::inEnglish(plan.notes.first()), QStringLiteral("of mirrors."));
    QVERIFY(canBeApplied(podman, plan));

    const QStringList two{QStringLiteral("docker.io"), QStringLiteral("quay.io")};
    const ClientPlan refused = Planner(cache(), two, Disk{}.help()).plan(podman);
    QVERIFY(refused.edits.isEmpty());
    QCOMPARE(refused.refusals.size(), 1);
    QCOMPARE(test::inEnglish(refused.refusals.first().reason), QStringLiteral("is blocked"));
    QVERIFY(refused.refusals.first().snippet.text.contains(QStringLiteral("quay.io")));
    QVERIFY(!refused.refusals.first().snippet.text.contains(QStringLiteral("docker.io")));
    QVERIFY(!canBeApplied(podman, refused));
}

void TestPlanner::sharedFilesChangeOnce()
{
    Planner planner(cache(), hub, Disk{}.help());
    QCOMPARE(planner.plan(containerd(ClientKind::Containerd)).edits.size(), 1);
    const ClientPlan other = planner.plan(containerd(ClientKind::Nerdctl));
    QVERIFY(other.isDone());
    QVERIFY2(
        test::inEnglish(other.notes.last())
            .contains(QStringLiteral("docker.io/hosts.toml is in the plan of containerd, which")),
        qPrintable(test::inEnglish(other.notes.last())));
    // Where it is written already, there is nothing to wait for.
    Disk disk;
    disk.files[QStringLiteral("/etc/containerd/certs.d/docker.io/hosts.toml")] =
        *Planner(cache(), hub, Disk{}.help())
             .plan(containerd(ClientKind::Containerd))
             .edits.first()
             .after;
    Planner later(cache(), hub, disk.help());
    const auto notes = later.plan(containerd(ClientKind::Containerd)).notes;
    QCOMPARE(later.plan(containerd(ClientKind::Nerdctl)).notes, notes);
}

void TestPlanner::theDiffHasNoSecret()
{
    CacheEndpoint guarded = cache();
    guarded.user = QStringLiteral("ann");
    guarded.password = QStringLiteral("pa55word");
    const ClientPlan plan =
        Planner(guarded, hub, Disk{}.help()).plan(containerd(ClientKind::Containerd));
    const FileEdit &edit = plan.edits.first();
    QVERIFY(edit.after->contains(QByteArray("ann:pa55word").toBase64()));
    QVERIFY(!edit.diff.contains("pa55word"));
    QVERIFY(!edit.diff.contains(QByteArray("ann:pa55word").toBase64()));
}

void TestPlanner::changesForWhoWrites()
{
    Disk disk;
    disk.files[daemonJson] = "{}\n";
    const ClientPlan plan = Planner(cache(), hub, disk.help()).plan(docker());
    const setup::ClientChange change = changeOf(
        plan, docker(), [](const QString &path) { return QStringLiteral("/root") + path; });
    QCOMPARE(change.client, QStringLiteral("docker"));
    QCOMPARE(change.cacheUrl, QStringLiteral("http://192.168.0.80:5000"));
    QCOMPARE(change.files.size(), 1);
    const setup::FileChange &file = change.files.first();
    QCOMPARE(file.path, QStringLiteral("/root") + daemonJson);
    QCOMPARE(file.sha256Before, setup::sha256Of("{}\n"));
    QCOMPARE(change.services.size(), 1);
    QCOMPARE(change.services.first().pid, 4711);
    const Result<QByteArray> made = recipes::withRecipe(file.recipe, QByteArray("{}\n"));
    QVERIFY(made);
    QCOMPARE(*made, *plan.edits.first().after);
}

QTEST_GUILESS_MAIN(TestPlanner)
#include "tst_planner.moc"
