// SPDX-License-Identifier: GPL-3.0-or-later
// Proves of the desk behind the page: what failed, what is not proved and what was done are told
// apart, a test asks the cache that was applied, nothing is begun twice or at the end of the
// program, and what cannot be read is told.
#include "scriptedsetup.h"
#include "setup/setupdesk.h"

#include <QSignalSpy>
#include <QTest>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::ui;

namespace {

CacheEndpoint cacheAt(const QString &host)
{
    CacheEndpoint cache;
    cache.host = host;
    cache.port = 5000;
    return cache;
}

const QStringList registries{QStringLiteral("docker.io"), QStringLiteral("quay.io")};

/// The desk over a computer with Docker and Earthly, planned for a cache.
class Office final
{
public:
    Office()
        : desk(setUp)
        , ended(&desk.work(), &SetUpWork::ended)
    {
    }

    Q_DISABLE_COPY_MOVE(Office)

    void open()
    {
        desk.setWish(cacheAt(QStringLiteral("192.168.0.80")), registries);
        QTRY_VERIFY(!desk.isLooking());
    }

    /// Of the last work.
    SetUpOutcome outcome()
    {
        if (ended.isEmpty())
            ended.wait(patienceMs);
        return ended.isEmpty() ? SetUpOutcome()
                               : ended.takeFirst().constFirst().value<SetUpOutcome>();
    }

    const ClientView &client(const char *id) const
    {
        return *desk.board().client(QString::fromLatin1(id));
    }

    ScriptedSetUp setUp;
    SetUpDesk desk;
    QSignalSpy ended;
};

const QString docker = QStringLiteral("docker");
const QString earthly = QStringLiteral("earthly");
const QStringList both{docker, earthly};

} // namespace

class TestSetUpDesk final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatWasNotPaused();
    void tellsWhatWasNotResumed();
    void tellsFailedFromUnproved();
    void failsATestThatIsAskedFor();
    void testsAtTheCacheThatWasApplied();
    void looksWhenTheWorkHasEnded();
    void undoesWhatIsNotHere();
    void tellsThatTheJournalCannotBeRead();
    void beginsNothingAtTheEnd();
    void testsAllThatUsesTheCache();
};

void TestSetUpDesk::tellsWhatWasNotPaused()
{
    Office office;
    office.setUp.applications = {ScriptedSetUp::application("docker", "Docker Engine"),
                                 ScriptedSetUp::application("earthly", "Earthly")};
    office.setUp.clientOf(docker).pauseTrouble = QStringLiteral("No password was given.");
    office.open();
    QVERIFY(office.desk.canPause() && !office.desk.canResume());
    office.desk.work().pause();
    SetUpOutcome outcome = office.outcome();
    QCOMPARE(outcome.done, QStringList{QStringLiteral("Earthly")});
    QCOMPARE(outcome.failed, QStringList{QStringLiteral("Docker Engine")});
    QCOMPARE(outcome.trouble.english(), std::string("No password was given."));
    QTRY_VERIFY(!office.desk.isLooking());
    QCOMPARE(office.client("docker").trouble, QStringLiteral("No password was given."));
    QVERIFY(office.client("earthly").trouble.isEmpty());
    // What is paused can be resumed, although not all of it is.
    QVERIFY(office.desk.canPause() && office.desk.canResume());
    office.desk.work().resume();
    outcome = office.outcome();
    QCOMPARE(outcome.done, QStringList{QStringLiteral("Earthly")});
    QVERIFY(outcome.isDone());
}

void TestSetUpDesk::tellsWhatWasNotResumed()
{
    Office office;
    office.setUp.applications = {ScriptedSetUp::application("docker", "Docker Engine")};
    office.setUp.applications[0].isPaused = true;
    office.setUp.clientOf(docker).pauseTrouble = QStringLiteral("Its password is not kept.");
    office.open();
    office.desk.work().resume();
    const SetUpOutcome outcome = office.outcome();
    QVERIFY(outcome.done.isEmpty() && !outcome.isDone());
    QCOMPARE(outcome.failed, QStringList{QStringLiteral("Docker Engine")});
}

void TestSetUpDesk::tellsFailedFromUnproved()
{
    Office office;
    office.setUp.clientOf(docker).proofTrouble = QStringLiteral("Nothing arrived.");
    office.open();
    office.desk.work().setUp(both);
    SetUpOutcome outcome = office.outcome();
    QCOMPARE(outcome.done, QStringList{QStringLiteral("Earthly")});
    QCOMPARE(outcome.unproved, QStringList{QStringLiteral("Docker Engine")});
    QVERIFY(outcome.failed.isEmpty() && outcome.isDone());
    QCOMPARE(outcome.trouble.english(), std::string("Nothing arrived."));

    // Why something failed comes first, whatever came first.
    office.setUp.applications.clear();
    office.setUp.clientOf(earthly).applyError = Error{.code = ErrorCode::Io, .message = "No room."};
    QTRY_VERIFY(!office.desk.isLooking());
    office.desk.look();
    QTRY_VERIFY(!office.desk.isLooking());
    office.desk.work().setUp(both);
    outcome = office.outcome();
    QCOMPARE(outcome.failed, QStringList{QStringLiteral("Earthly")});
    QCOMPARE(outcome.trouble.english(), std::string("No room."));
    QVERIFY(!outcome.isDone());
}

void TestSetUpDesk::failsATestThatIsAskedFor()
{
    Office office;
    office.setUp.clientOf(docker).proofTrouble = QStringLiteral("Nothing arrived.");
    office.open();
    office.desk.work().test({docker}, office.desk.cache(), registries[0]);
    const SetUpOutcome outcome = office.outcome();
    QCOMPARE(outcome.failed, QStringList{QStringLiteral("Docker Engine")});
    QVERIFY(outcome.unproved.isEmpty());
    QCOMPARE(outcome.trouble.english(), std::string("Nothing arrived."));
}

/// Another one may be chosen, or none be left, while it is applied.
void TestSetUpDesk::testsAtTheCacheThatWasApplied()
{
    Office office;
    office.open();
    office.setUp.holdsChanges = true;
    office.desk.work().setUp({docker});
    office.desk.setWish(cacheAt(QStringLiteral("10.0.0.1")), {});
    office.setUp.release();
    QVERIFY(office.outcome().isDone());
    QCOMPARE(office.setUp.testedAt.constFirst().host, QStringLiteral("192.168.0.80"));
}

void TestSetUpDesk::looksWhenTheWorkHasEnded()
{
    Office office;
    office.open();
    const int looks = office.setUp.looks;
    office.setUp.holdsChanges = true;
    office.desk.work().setUp({docker});
    office.desk.lookFor(cacheAt(QStringLiteral("10.0.0.1")), registries);
    QCOMPARE(office.setUp.looks, looks);
    office.setUp.release();
    (void)office.outcome();
    QCOMPARE(office.setUp.looks, looks + 1);
    QTRY_COMPARE(office.setUp.wishes.last().cache.host, QStringLiteral("10.0.0.1"));
}

void TestSetUpDesk::undoesWhatIsNotHere()
{
    Office office;
    office.setUp.applications = {ScriptedSetUp::application("buildx-old", "Builder old")};
    office.open();
    QCOMPARE(office.desk.board().appliedElsewhere().size(), 1);
    office.desk.work().undo(QStringLiteral("buildx-old"));
    const SetUpOutcome outcome = office.outcome();
    QCOMPARE(outcome.done, QStringList{QStringLiteral("Builder old")});
    // There is no card to tell it.
    QCOMPARE(outcome.notes, QList<Message>{QStringLiteral("Your own changes were kept.")});
    QTRY_VERIFY(office.desk.board().applied().isEmpty());
}

void TestSetUpDesk::tellsThatTheJournalCannotBeRead()
{
    Office office;
    office.setUp.applications = {ScriptedSetUp::application("docker", "Docker Engine")};
    office.open();
    QVERIFY(office.desk.trouble().isEmpty());
    office.setUp.appliedError = Error{.code = ErrorCode::Io, .message = "It is damaged."};
    office.desk.askApplied();
    QTRY_COMPARE(office.desk.trouble(), QStringLiteral("It is damaged."));
    // What was known of it can still be undone.
    QCOMPARE(office.desk.board().applied().size(), 1);
}

void TestSetUpDesk::beginsNothingAtTheEnd()
{
    Office office;
    office.open();
    office.setUp.holdsChanges = true;
    office.desk.work().setUp(both);
    QVERIFY(office.desk.work().isChanging());
    office.desk.work().wrapUp();
    office.setUp.release();
    const SetUpOutcome outcome = office.outcome();
    QCOMPARE(outcome.done, QStringList{QStringLiteral("Docker Engine")});
    QVERIFY(!office.desk.work().isChanging());
    QCOMPARE(office.setUp.appliedPlans.size(), 1);
    QVERIFY(office.setUp.tested.isEmpty());
    QTRY_VERIFY(!office.desk.isLooking());
    office.desk.work().undo(docker);
    QVERIFY(!office.desk.isWorking());
    QVERIFY(office.setUp.undone.isEmpty());
}

void TestSetUpDesk::testsAllThatUsesTheCache()
{
    Office office;
    office.setUp.applications = {ScriptedSetUp::application("docker", "Docker Engine"),
                                 ScriptedSetUp::application("earthly", "Earthly")};
    office.setUp.applications[1].isPaused = true;
    office.open();
    QCOMPARE(office.desk.testable(), QStringList{docker});
    office.setUp.clientOf(docker).installation.obstacles = {
        {.kind = Obstacle::Kind::NoAccess, .detail = QStringLiteral("no group")}};
    office.desk.look();
    QTRY_VERIFY(!office.desk.isLooking());
    QVERIFY(office.desk.testable().isEmpty());
}

QTEST_MAIN(TestSetUpDesk)
#include "tst_setupdesk.moc"
