// SPDX-License-Identifier: GPL-3.0-or-later
// One client is set up as a whole, with the helper for what is the system's; whatever fails on the
// way, all is as before.
#include "applierfixture.h"

using namespace lanyard;
using namespace lanyard::setup;
using namespace lanyard::setup::test;

class TestApplier final : public ApplierFixture
{
    Q_OBJECT

private Q_SLOTS:
    void asksOnceForWhatIsTheSystems();
    void writesItselfWhatIsTheUsers();
    void needsNoHelperAsRoot();
    void doesNothingTwice();
    void asksNobodyForWhatIsThere();
    void putsAllBack_data();
    void putsAllBack();
    void putsBackWhatHasNoEffect_data();
    void putsBackWhatHasNoEffect();
    void refusesBeforeItAsks_data();
    void refusesBeforeItAsks();
    void keepsWhatIsNotKnown();
    void keepsItsHandsOffADamagedJournal();
    void waitsForNobody();
};

void TestApplier::asksOnceForWhatIsTheSystems()
{
    const auto before = files();
    ClientChange docker = change({systemFile()}, {{.action = ServiceAction::ReloadDocker}});
    const QString toml = path(QStringLiteral("/etc/docker/certs.d/quay.io/hosts.toml"));
    docker.files.append(changeOf(hostsRecipe(QStringLiteral("quay.io"), {}), toml));
    QVERIFY(m_applier->isPrivileged(systemFile(), dockerRecipe()));
    QVERIFY2(apply(docker), trouble().c_str());
    QCOMPARE(m_helper->requests.size(), 1);
    QCOMPARE((*m_answer.value)->changedFiles, (QStringList{systemFile(), toml}));
    QVERIFY(contentOf(systemFile()).contains("http://10.0.0.9:5000"));
    QCOMPARE(m_programs->calls().last(), QStringLiteral("systemctl reload docker"));
    for (const SetUpStep &step : m_steps)
        QCOMPARE(step.client, client);

    const auto records = m_applier->records();
    QVERIFY(records);
    QCOMPARE(records->size(), 1);
    QCOMPARE(records->first().state, SetUpRecord::State::Applied);
    QCOMPARE(records->first().files.at(0).sha256After, sha256Of(contentOf(systemFile())));
    QCOMPARE(records->first().files.at(1).createdFolders.size(), 2);
    QVERIFY(!isCutShort());

    QVERIFY2(undo(), trouble().c_str());
    QCOMPARE(m_helper->requests.size(), 2);
    QCOMPARE(files(), before);
    QCOMPARE(m_applier->records()->size(), 0);
}

void TestApplier::writesItselfWhatIsTheUsers()
{
    const auto before = files();
    QVERIFY(!m_applier->isPrivileged(userFile(), dockerRecipe()));
    QVERIFY2(apply(change({userFile()}, {{.action = ServiceAction::ReloadRootlessDocker}})),
             trouble().c_str());
    QCOMPARE(m_helper->requests.size(), 0);
    QCOMPARE(m_programs->calls().last(), QStringLiteral("systemctl --user reload docker"));
    QVERIFY2(undo(), trouble().c_str());
    QCOMPARE(m_helper->requests.size(), 0);
    QCOMPARE(files(), before);
}

void TestApplier::needsNoHelperAsRoot()
{
    m_applier = applierOf(/*isRoot*/ true);
    const auto before = files();
    QVERIFY(!m_applier->isPrivileged(systemFile(), dockerRecipe()));
    QVERIFY(!m_applier->commandFor({.action = ServiceAction::ReloadDocker}).isPrivileged);
    QVERIFY2(apply(change({systemFile()}, {{.action = ServiceAction::ReloadDocker}})),
             trouble().c_str());
    QCOMPARE(m_programs->calls().last(), QStringLiteral("systemctl reload docker"));
    QVERIFY2(undo(), trouble().c_str());
    QCOMPARE(m_helper->requests.size(), 0);
    QCOMPARE(files(), before);
}

void TestApplier::doesNothingTwice()
{
    QVERIFY(apply(change({userFile()})));
    QVERIFY(!apply(change({userFile()})));
    QCOMPARE(m_answer.value->error().code, ErrorCode::InUse);
    QVERIFY(trouble().find("undo") != std::string::npos);
}

void TestApplier::asksNobodyForWhatIsThere()
{
    QVERIFY(put(systemFile(), recipes::withRecipe(dockerRecipe(), text).value()));
    QVERIFY(apply(change({systemFile()}, {{.action = ServiceAction::ReloadDocker}})));
    QCOMPARE((*m_answer.value)->changedFiles, QStringList());
    QCOMPARE(m_helper->requests.size(), 0);
    QCOMPARE(m_applier->records()->size(), 0);
}

void TestApplier::putsAllBack_data()
{
    QTest::addColumn<QByteArray>("systemctl");
    QTest::addColumn<QByteArray>("dockerd");
    QTest::addColumn<bool>("isRefused");
    const QByteArray fine = "exit 0";
    QTest::newRow("no reload of the system's")
        << QByteArray("test \"$1\" != reload") << fine << false;
    QTest::newRow("no reload of the user's")
        << QByteArray("test \"$1 $2\" != '--user reload'") << fine << false;
    QTest::newRow("not accepted") << fine << QByteArray("echo no; exit 1") << false;
    QTest::newRow("no permission") << fine << fine << true;
}

void TestApplier::putsAllBack()
{
    QFETCH(QByteArray, systemctl);
    QFETCH(QByteArray, dockerd);
    QFETCH(bool, isRefused);
    QVERIFY(m_programs->install(QStringLiteral("systemctl"), readsFiles() + systemctl));
    QVERIFY(m_programs->install(QStringLiteral("dockerd"), dockerd));
    m_helper->mood = isRefused ? TestHelper::Mood::Refusing : TestHelper::Mood::Helpful;
    const auto before = files();
    QVERIFY(!apply(
        change({systemFile(), userFile()}, {{.action = ServiceAction::ReloadDocker},
                                            {.action = ServiceAction::ReloadRootlessDocker}})));
    QVERIFY(!trouble().empty());
    QVERIFY(trouble().find("undo it") == std::string::npos);
    QCOMPARE(files(), before);
    QCOMPARE(m_applier->records()->size(), 0);
}

void TestApplier::putsBackWhatHasNoEffect_data()
{
    QTest::addColumn<bool>("wasPaused");
    QTest::newRow("the first time") << false;
    QTest::newRow("of what was paused") << true;
}

/// The check comes when all is done, and its word counts.
void TestApplier::putsBackWhatHasNoEffect()
{
    QFETCH(bool, wasPaused);
    const ClientChange docker =
        change({systemFile(), userFile()}, {{.action = ServiceAction::ReloadDocker}});
    if (wasPaused) {
        QVERIFY(apply(docker));
        QVERIFY(undo(Applier::Aftermath::Pause));
    }
    const auto before = files();
    const auto records = m_applier->records().value();
    int checks = 0;
    const auto check = [this, &checks](const Answer<void> &checked) {
        ++checks;
        QVERIFY(contentOf(systemFile()).contains("10.0.0.9"));
        QVERIFY(m_programs->calls().contains(QStringLiteral("systemctl reload docker")));
        checked(failure(ErrorCode::Io, "it goes on as before"));
    };
    QVERIFY(!apply(docker, check));
    QCOMPARE(checks, 1);
    QCOMPARE(trouble(), "it goes on as before");
    QCOMPARE(files(), before);
    QCOMPARE(m_applier->records().value(), records);

    QVERIFY(apply(docker, [](const Answer<void> &checked) { checked({}); }));
    QCOMPARE(m_applier->records()->first().state, SetUpRecord::State::Applied);
}

void TestApplier::refusesBeforeItAsks_data()
{
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("changed since") << QByteArray("{}") << ErrorCode::InUse;
    QTest::newRow("strange") << QByteArray("// {}") << ErrorCode::InvalidInput;
}

void TestApplier::refusesBeforeItAsks()
{
    QFETCH(QByteArray, now);
    QFETCH(ErrorCode, code);
    ClientChange docker = change({userFile(), systemFile()});
    QVERIFY(put(systemFile(), now));
    if (code == ErrorCode::InvalidInput)
        docker.files.last().sha256Before = sha256Of(now);
    const auto before = files();
    QVERIFY(!apply(docker));
    QCOMPARE(m_answer.value->error().code, code);
    QCOMPARE(m_helper->requests.size(), 0);
    QCOMPARE(files(), before);
}

/// A helper that is gone in the middle may have done it.
void TestApplier::keepsWhatIsNotKnown()
{
    const auto before = files();
    m_helper->mood = TestHelper::Mood::Dying;
    QVERIFY(!apply(change({systemFile()})));
    QVERIFY(trouble().find("undo it") != std::string::npos);
    QVERIFY(files() != before);
    QVERIFY(isCutShort());
    m_helper->mood = TestHelper::Mood::Helpful;
    QVERIFY2(undo(), trouble().c_str());
    QCOMPARE(files(), before);
}

void TestApplier::keepsItsHandsOffADamagedJournal()
{
    QVERIFY(put(stateFolder() + QStringLiteral("/setup.json"), "{", 0600));
    const auto before = files();
    QVERIFY(!apply(change({userFile()})));
    QVERIFY(!undo());
    QVERIFY(!m_applier->records());
    QCOMPARE(files(), before);
}

/// One thing at a time, in this process and others.
void TestApplier::waitsForNobody()
{
    const auto other = applierOf(/*isRoot*/ false);
    lanyard::test::Awaited<SetUpResult> second;
    lanyard::test::Awaited<SetUpResult> third;
    m_answer = {};
    m_applier->apply(change({systemFile()}, {{.action = ServiceAction::ReloadDocker}}), progress(),
                     m_answer.take());
    m_applier->undo(client, 0, Applier::Aftermath::Forget, progress(), second.take());
    other->undo(client, 0, Applier::Aftermath::Forget, progress(), third.take());
    QCOMPARE(second.value->error().code, ErrorCode::InUse);
    QCOMPARE(third.value->error().code, ErrorCode::InUse);
    QTRY_COMPARE(m_answer.count, 1);
    QVERIFY(m_answer.value->has_value());
}

QTEST_GUILESS_MAIN(TestApplier)
#include "tst_applier.moc"
