// SPDX-License-Identifier: GPL-3.0-or-later
// A set-up that is done again gets the password that is at hand, and restarts nothing twice.
#include "workstation/setupagain.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::workstation;

namespace {

CacheEndpoint guarded(const char *user, const char *password)
{
    return {.host = QStringLiteral("10.0.0.9"),
            .port = 5000,
            .user = QString::fromLatin1(user),
            .password = QString::fromLatin1(password)};
}

recipes::Recipe recipeOf(const CacheEndpoint &cache)
{
    return {.kind = recipes::Recipe::Kind::HostsToml,
            .cache = cache,
            .registries = {QStringLiteral("quay.io")}};
}

} // namespace

class TestSetUpAgain final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesThePassword_data();
    void givesThePassword();
    void restartsOnce_data();
    void restartsOnce();
};

void TestSetUpAgain::givesThePassword_data()
{
    QTest::addColumn<CacheEndpoint>("login");
    QTest::addColumn<bool>("isKnown");
    QTest::newRow("the same") << guarded("ann", "x") << true;
    QTest::newRow("none") << CacheEndpoint{} << false;
    QTest::newRow("another user") << guarded("bob", "x") << false;
    CacheEndpoint other = guarded("ann", "x");
    other.port = 5001;
    QTest::newRow("another cache") << other << false;
}

void TestSetUpAgain::givesThePassword()
{
    QFETCH(CacheEndpoint, login);
    QFETCH(bool, isKnown);
    setup::ClientChange change;
    change.files = {{.recipe = recipeOf(guarded("ann", ""))},
                    {.recipe = recipeOf(guarded("", ""))}};
    QCOMPARE(addPassword(change, login), isKnown);
    QCOMPARE(change.files.first().recipe.cache.password, isKnown ? QStringLiteral("x") : QString());
    QCOMPARE(change.files.last().recipe.cache, guarded("", ""));
    QCOMPARE(hasOtherLogin({{.recipe = recipeOf(guarded("ann", ""))}}, login), !isKnown);
    QVERIFY(!hasOtherLogin({{.recipe = recipeOf(guarded("", ""))}}, login));
}

void TestSetUpAgain::restartsOnce_data()
{
    QTest::addColumn<QList<ServiceAction>>("before");
    QTest::addColumn<bool>("isInPlan");
    using A = ServiceAction;
    QTest::newRow("nothing") << QList<A>() << true;
    QTest::newRow("the same") << QList{A::ReloadDocker, A::RestartK3s} << true;
    QTest::newRow("more") << QList{A::ReloadDocker, A::RestartBuildKit} << false;
}

void TestSetUpAgain::restartsOnce()
{
    QFETCH(QList<ServiceAction>, before);
    QFETCH(bool, isInPlan);
    ClientPlan plan;
    plan.commands = {{.action = ServiceAction::RestartK3s},
                     {.action = ServiceAction::ReloadDocker}};
    QList<setup::ServiceTask> services;
    for (const ServiceAction action : before)
        services.append({.action = action, .pid = 7});
    QCOMPARE(restartsAll(plan, services), isInPlan);
}

QTEST_GUILESS_MAIN(TestSetUpAgain)
#include "tst_setupagain.moc"
