// SPDX-License-Identifier: GPL-3.0-or-later
// What was set up is undone, paused and resumed, also when a kill came in the middle or somebody
// has edited a file since.
#include "applierfixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace lanyard;
using namespace lanyard::setup;
using namespace lanyard::setup::test;

class TestApplierUndo final : public ApplierFixture
{
    Q_OBJECT

private Q_SLOTS:
    void keepsThePrivilegeRefusalHarmless();
    void undoesACrash_data();
    void undoesACrash();
    void takesAwayTheFoldersOfACrash();
    void pausesAndResumes();
    void asksForThePasswordAgain();
    void staysPausedWhenItFails();
    void leavesWhatSomebodyPutBack();
    void leavesRestartsToWhatFollows();
    void knowsTheProcessOfNow();
    void letsDockerForgetItsMirrors();
    void tellsWhatWasEdited();
    void undoesNothing();
};

void TestApplierUndo::keepsThePrivilegeRefusalHarmless()
{
    QVERIFY(apply(change({systemFile()})));
    const auto applied = files();
    m_helper->mood = TestHelper::Mood::Refusing;
    QVERIFY(!undo());
    QCOMPARE(m_answer.value->error().code, ErrorCode::Cancelled);
    QCOMPARE(files(), applied);
    QCOMPARE(m_applier->records()->first().state, SetUpRecord::State::Applied);
    m_helper->mood = TestHelper::Mood::Helpful;
    QVERIFY(undo());
}

void TestApplierUndo::undoesACrash_data()
{
    QTest::addColumn<SetUpRecord::State>("state");
    QTest::addColumn<bool>("isWritten");
    using State = SetUpRecord::State;
    QTest::newRow("before anything is written") << State::Applying << false;
    QTest::newRow("before the journal knows") << State::Applying << true;
    QTest::newRow("before anything is undone") << State::Undoing << true;
    QTest::newRow("when all is undone") << State::Undoing << false;
}

/// As a kill leaves the disk: the journal in the middle, the files on either side of it.
void TestApplierUndo::undoesACrash()
{
    QFETCH(SetUpRecord::State, state);
    QFETCH(bool, isWritten);
    const auto before = files();
    QVERIFY(apply(change({systemFile(), userFile()})));
    SetUpRecord record = m_applier->records()->first();
    if (!isWritten)
        QVERIFY(undo());
    record.state = state;
    for (FileRecord &file : record.files)
        file.createdFolders.clear();
    QVERIFY(SetUpJournal(stateFolder()).put(record));

    m_applier = applierOf(/*isRoot*/ false);
    m_helper->requests.clear();
    QVERIFY(isCutShort());
    QVERIFY(!apply(change({userFile()})));
    QVERIFY2(undo(), trouble().c_str());
    QCOMPARE(m_helper->requests.size(), isWritten ? 1 : 0);
    QCOMPARE(files(), before);
    QVERIFY(!isCutShort());
}

/// As a kill leaves them right after they are made, before the journal hears of it.
void TestApplierUndo::takesAwayTheFoldersOfACrash()
{
    const auto before = files();
    const QString ofSystem = path(QStringLiteral("/etc/docker/certs.d/quay.io/hosts.toml"));
    const QString ofUser = path(QStringLiteral("/home/.config/docker/certs.d/quay.io/hosts.toml"));
    const recipes::Recipe recipe = hostsRecipe(QStringLiteral("quay.io"), {});
    ClientChange docker = change({});
    docker.files = {changeOf(recipe, ofSystem), changeOf(recipe, ofUser)};
    m_helper->mood = TestHelper::Mood::Silent;
    m_applier->apply(docker, progress(), m_answer.take());
    QTRY_COMPARE(m_helper->requests.size(), 1);
    QVERIFY(QFile::remove(ofUser));
    QVERIFY(QDir().mkpath(QFileInfo(ofSystem).path()));

    m_applier.reset();
    m_applier = applierOf(/*isRoot*/ false);
    QVERIFY(isCutShort());
    m_helper->mood = TestHelper::Mood::Helpful;
    QVERIFY2(undo(), trouble().c_str());
    QCOMPARE(files(), before);
}

void TestApplierUndo::pausesAndResumes()
{
    const auto before = files();
    QVERIFY(apply(change({userFile()}, {{.action = ServiceAction::ReloadRootlessDocker}})));
    const auto applied = files();
    QVERIFY(!m_applier->resumption(client, 0));
    QVERIFY(undo(Applier::Aftermath::Pause));
    QCOMPARE(files(), before);
    QVERIFY(m_applier->records()->first().summary().isPaused);
    QVERIFY(!isCutShort());
    QVERIFY(undo(Applier::Aftermath::Pause));

    // What was edited meanwhile is no obstacle.
    QVERIFY(put(userFile(), "{\n  \"debug\": false\n}\n"));
    const auto again = m_applier->resumption(client, 0);
    QVERIFY(again);
    QVERIFY2(apply(*again), trouble().c_str());
    QVERIFY(contentOf(userFile()).contains("10.0.0.9"));
    QCOMPARE(m_applier->records()->first().state, SetUpRecord::State::Applied);
    QVERIFY(undo(Applier::Aftermath::Pause));
    QVERIFY(undo(Applier::Aftermath::Forget));
    QCOMPARE(m_applier->records()->size(), 0);
    QCOMPARE(contentOf(userFile()), QByteArray("{\n  \"debug\": false\n}\n"));
}

void TestApplierUndo::asksForThePasswordAgain()
{
    const QString toml = path(QStringLiteral("/home/.config/docker/certs.d/quay.io/hosts.toml"));
    const QString secret = QStringLiteral("what-nobody-says");
    ClientChange docker = change({});
    docker.files.append(changeOf(hostsRecipe(QStringLiteral("quay.io"), secret), toml));
    QVERIFY2(apply(docker), trouble().c_str());
    const QByteArray written = contentOf(toml);
    for (const QByteArray &content : treeOf(stateFolder()))
        QVERIFY(!content.contains("what-nobody-says"));
    QVERIFY(undo(Applier::Aftermath::Pause));
    QVERIFY(!QFile::exists(toml));
    ClientChange again = m_applier->resumption(client, 0).value();
    QVERIFY(again.files.first().recipe.cache.password.isEmpty());
    again.files.first().recipe.cache.password = secret;
    QVERIFY(apply(again));
    QCOMPARE(contentOf(toml), written);
}

void TestApplierUndo::staysPausedWhenItFails()
{
    QVERIFY(apply(change({systemFile()})));
    QVERIFY(undo(Applier::Aftermath::Pause));
    const auto paused = m_applier->records().value();
    m_helper->mood = TestHelper::Mood::Refusing;
    QVERIFY(!apply(m_applier->resumption(client, 0).value()));
    QCOMPARE(m_applier->records().value(), paused);
    m_helper->mood = TestHelper::Mood::Helpful;
    QVERIFY2(apply(m_applier->resumption(client, 0).value()), trouble().c_str());
}

/// What is there again without Lanyard is not Lanyard's.
void TestApplierUndo::leavesWhatSomebodyPutBack()
{
    QVERIFY(apply(change({userFile()})));
    const QByteArray written = contentOf(userFile());
    QVERIFY(undo(Applier::Aftermath::Pause));
    QVERIFY(put(userFile(), written));
    QVERIFY2(apply(m_applier->resumption(client, 0).value()), trouble().c_str());
    QCOMPARE((*m_answer.value)->changedFiles, QStringList());
    QCOMPARE((*m_answer.value)->notes.size(), 2);
    QCOMPARE(m_applier->records()->size(), 0);
    QCOMPARE(contentOf(userFile()), written);
}

/// A reload interrupts nothing, and lets Docker Engine forget.
void TestApplierUndo::leavesRestartsToWhatFollows()
{
    QVERIFY(apply(change({systemFile()}, {{.action = ServiceAction::ReloadDocker},
                                          {.action = ServiceAction::RestartK3s}})));
    const QString reload = QStringLiteral("systemctl reload docker");
    const QString restart = QStringLiteral("systemctl restart k3s");
    QVERIFY(m_programs->calls().contains(restart));
    QVERIFY(m_programs->forget());
    QVERIFY2(undo(Applier::Aftermath::Replace), trouble().c_str());
    QVERIFY(m_programs->calls().contains(reload));
    QVERIFY(!m_programs->calls().contains(restart));
    QCOMPARE(contentOf(systemFile()), text);

    QVERIFY(m_programs->forget());
    QVERIFY2(apply(m_applier->resumption(client, 0).value()), trouble().c_str());
    QVERIFY(m_programs->calls().contains(reload));
    QVERIFY(m_programs->calls().contains(restart));
}

void TestApplierUndo::knowsTheProcessOfNow()
{
    QVERIFY(apply(change({userFile()}, {{.action = ServiceAction::ReloadRootlessDocker,
                                         .pid = QCoreApplication::applicationPid()}})));
    QCOMPARE(m_programs->calls().last(), QStringLiteral("systemctl --user reload docker"));
    QVERIFY(undo(Applier::Aftermath::Pause));
    QCOMPARE(m_applier->resumption(client, 77)->services.first().pid, 77);
    QCOMPARE(m_applier->resumption(client, 0)->services.first().pid, 0);
}

/// The daemon is told of an empty list before the file is as it was.
void TestApplierUndo::letsDockerForgetItsMirrors()
{
    QVERIFY(apply(change({systemFile()}, {{.action = ServiceAction::ReloadDocker}})));
    QVERIFY(m_programs->forget());
    const QByteArray seen = QFile::encodeName(path(QStringLiteral("/seen")));
    QVERIFY(m_programs->install(QStringLiteral("systemctl"), "test \"$1\" = reload && cat '" +
                                                                 QFile::encodeName(systemFile()) +
                                                                 "' >> '" + seen + "'; exit 0"));
    QVERIFY2(undo(), trouble().c_str());
    const QJsonObject object =
        QJsonDocument::fromJson(contentOf(path(QStringLiteral("/seen")))).object();
    QCOMPARE(object.value(QStringLiteral("registry-mirrors")), QJsonValue(QJsonArray()));
    QCOMPARE(object.value(QStringLiteral("debug")), QJsonValue(true));
    QCOMPARE(contentOf(systemFile()), text);
}

void TestApplierUndo::tellsWhatWasEdited()
{
    QVERIFY(apply(change({systemFile(), userFile()})));
    for (const QString &file : {systemFile(), userFile()})
        QVERIFY(put(file, contentOf(file).replace("true", "false")));
    QVERIFY2(undo(), trouble().c_str());
    QCOMPARE((*m_answer.value)->notes.size(), 2);
    for (const QString &file : {systemFile(), userFile()})
        QCOMPARE(contentOf(file), QByteArray(text).replace("true", "false"));
}

void TestApplierUndo::undoesNothing()
{
    QVERIFY(!undo());
    QCOMPARE(m_answer.value->error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestApplierUndo)
#include "tst_applierundo.moc"
