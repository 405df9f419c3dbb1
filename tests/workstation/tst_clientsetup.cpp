// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done for a client, and what counts as a pull of it: the rules that the window and the
// command line share.
#include "api/clientsetup.h"

#include <QTest>

using namespace lanyard;

class TestClientSetUp final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatCanBeApplied();
    void tellsWhatIsByHand();
    void tellsWhatCanBeTested();
    void knowsAWholePull_data();
    void knowsAWholePull();
};

void TestClientSetUp::tellsWhatCanBeApplied()
{
    ClientInstallation client;
    ClientPlan plan;
    QVERIFY(!canBeApplied(client, plan));
    plan.edits = {FileEdit{}};
    QVERIFY(canBeApplied(client, plan));
    client.obstacles = {{.kind = Obstacle::Kind::ProxyInTheWay, .isFatal = false}};
    QVERIFY(canBeApplied(client, plan));
    client.obstacles.first().isFatal = true;
    QVERIFY(!canBeApplied(client, plan));
    client.obstacles.clear();
    plan.refusals = {EditRefusal{}};
    QVERIFY(!canBeApplied(client, plan));
}

void TestClientSetUp::tellsWhatIsByHand()
{
    ClientInstallation client{.kind = ClientKind::Kind};
    ClientPlan plan;
    QVERIFY(!isByHand(client, plan));
    plan.snippets = {Snippet{}};
    QVERIFY(isByHand(client, plan));
    client.use = ClientInstallation::Use::Cache;
    QVERIFY(!isByHand(client, plan));
    client.use = ClientInstallation::Use::Nothing;
    plan.edits = {FileEdit{}};
    QVERIFY(!isByHand(client, plan));
}

void TestClientSetUp::tellsWhatCanBeTested()
{
    ClientInstallation client{.kind = ClientKind::Docker};
    QVERIFY(canBeTested(client));
    for (const auto kind : {Obstacle::Kind::NotRunning, Obstacle::Kind::NoAccess}) {
        client.obstacles = {{.kind = kind}};
        QVERIFY(!canBeTested(client));
    }
    client.obstacles = {{.kind = Obstacle::Kind::TooOld}};
    QVERIFY(canBeTested(client));
    client.kind = ClientKind::K3s;
    QVERIFY(!canBeTested(client));
}

void TestClientSetUp::knowsAWholePull_data()
{
    QTest::addColumn<QStringList>("seen");
    QTest::addColumn<bool>("isWhole");
    const auto row = [](const char *seen, bool isWhole) {
        QTest::newRow(seen) << QString::fromLatin1(seen).split(u' ', Qt::SkipEmptyParts) << isWhole;
    };
    row("", false);
    row("manifest manifest", false);
    row("manifest config", false);
    row("layer config", false);
    row("manifest config layer", true);
    row("manifest layer", true);
}

void TestClientSetUp::knowsAWholePull()
{
    QFETCH(QStringList, seen);
    QList<ProbeSighting> sightings;
    for (const QString &what : std::as_const(seen))
        sightings.append({.what = what});
    QTEST(isWholePull(sightings), "isWhole");
}

QTEST_GUILESS_MAIN(TestClientSetUp)
#include "tst_clientsetup.moc"
