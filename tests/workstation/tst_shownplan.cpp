// SPDX-License-Identifier: GPL-3.0-or-later
// What is done is what was shown, to the byte; else it is shown again.
#include "workstation/shownplan.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::workstation;

namespace {

const QString file = QStringLiteral("/etc/docker/daemon.json");
const QByteArray before = "{\n  \"debug\": true\n}\n";

recipes::Recipe recipe()
{
    return {.kind = recipes::Recipe::Kind::DaemonJson,
            .cache = {.host = QStringLiteral("10.0.0.9"), .port = 5000},
            .registries = {QStringLiteral("docker.io")}};
}

ClientPlan plan()
{
    ClientPlan plan{.client = QStringLiteral("docker")};
    plan.edits.append(
        {.path = file, .before = before, .after = recipes::withRecipe(recipe(), before).value()});
    plan.commands.append({.action = ServiceAction::ReloadDocker});
    return plan;
}

setup::ClientChange change()
{
    setup::ClientChange change{.clientName = QStringLiteral("Docker Engine")};
    change.files.append({.recipe = recipe(),
                         .path = QStringLiteral("/root") + file,
                         .sha256Before = setup::sha256Of(before)});
    change.services.append({.action = ServiceAction::ReloadDocker, .pid = 7});
    return change;
}

QString onDisk(const QString &path)
{
    return QStringLiteral("/root") + path;
}

} // namespace

class TestShownPlan final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAsSeen_data();
    void isAsSeen();
    void isAsShown_data();
    void isAsShown();
};

void TestShownPlan::isAsSeen_data()
{
    using Text = std::optional<QByteArray>;
    QTest::addColumn<bool>("mayRead");
    QTest::addColumn<Text>("now");
    QTest::addColumn<bool>("isRight");
    QTest::newRow("the same") << true << Text(before) << true;
    QTest::newRow("changed") << true << Text("{}") << false;
    QTest::newRow("removed") << true << Text() << false;
    QTest::newRow("only root may read it") << false << Text() << true;
}

void TestShownPlan::isAsSeen()
{
    QFETCH(bool, mayRead);
    QFETCH(std::optional<QByteArray>, now);
    QFETCH(bool, isRight);
    const auto seen =
        requireAsSeen(plan(), [&](const QString &) -> Result<std::optional<QByteArray>> {
            if (mayRead)
                return now;
            return failure(ErrorCode::Io, "cannot be read");
        });
    QCOMPARE(seen.has_value(), isRight);
    if (!isRight) {
        QCOMPARE(seen.error().code, ErrorCode::InUse);
        QVERIFY(seen.error().message.english().starts_with(file.toStdString()));
    }
}

void TestShownPlan::isAsShown_data()
{
    QTest::addColumn<setup::ClientChange>("change");
    QTest::addColumn<bool>("isRight");
    QTest::newRow("the same") << change() << true;
    setup::ClientChange odd = change();
    odd.services.clear();
    QTest::newRow("less is reloaded") << odd << true;
    odd = change();
    odd.files.first().recipe.cache.port = 5001;
    QTest::newRow("another cache") << odd << false;
    odd = change();
    odd.files.first().path = QStringLiteral("/root/etc/other.json");
    QTest::newRow("another file") << odd << false;
    odd = change();
    odd.services.append({.action = ServiceAction::RestartK3s});
    QTest::newRow("more is restarted") << odd << false;
}

void TestShownPlan::isAsShown()
{
    QFETCH(setup::ClientChange, change);
    QFETCH(bool, isRight);
    const auto shown = requireAsShown(plan(), change, onDisk);
    QCOMPARE(shown.has_value(), isRight);
    if (!isRight)
        QCOMPARE(shown.error().code, ErrorCode::InUse);
}

QTEST_GUILESS_MAIN(TestShownPlan)
#include "tst_shownplan.moc"
