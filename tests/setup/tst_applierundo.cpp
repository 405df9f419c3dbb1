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
    void pausesAndResumes();
    void asksForThePasswordAgain();
    void staysPausedWhenItFails();
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
    QCOMPARE(m_applier->unfinished().value(), QStringList{client});
    QVERIFY(!apply(change({userFile()})));
    QVERIFY2(undo(), trouble().c_str());
    QCOMPARE(m_helper->requests.size(), isWritten ? 1 : 0);
    QCOMPARE(files(), before);
    QCOMPARE(m_applier->unfinished().value(), QStringList());
}

void TestApplierUndo::pausesAndResumes()
{
    const auto before = files();
    QVERIFY(apply(change({userFile()}, {{.action = ServiceAction::ReloadRootlessDocker}})));
    const auto applied = files();
    QVERIFY(!m_applier->resumption(client, {}));
    QVERIFY(undo(Applier::Aftermath::Pause));
    QCOMPARE(files(), before);
    QVERIFY(m_applier->records()->first().summary().isPaused);
    QCOMPARE(m_applier->unfinished().value(), QStringList());
    QVERIFY(undo(Applier::Aftermath::Pause));

    // What was edited meanwhile is no obstacle.
    QVERIFY(put(userFile(), "{\n  \"debug\": false\n}\n"));
    const auto again = m_applier->resumption(client, {});
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
    QVERIFY(apply(m_applier->resumption(client, secret).value()));
    QCOMPARE(contentOf(toml), written);
}

void TestApplierUndo::staysPausedWhenItFails()
{
    QVERIFY(apply(change({systemFile()})));
    QVERIFY(undo(Applier::Aftermath::Pause));
    const auto paused = m_applier->records().value();
    m_helper->mood = TestHelper::Mood::Refusing;
    QVERIFY(!apply(m_applier->resumption(client, {}).value()));
    QCOMPARE(m_applier->records().value(), paused);
    m_helper->mood = TestHelper::Mood::Helpful;
    QVERIFY2(apply(m_applier->resumption(client, {}).value()), trouble().c_str());
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
