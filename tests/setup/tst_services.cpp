// SPDX-License-Identifier: GPL-3.0-or-later
// Services are reloaded and restarted by the system's programs, or by a signal to a Docker Engine;
// what cannot be done is told.
#include "fakeprograms.h"
#include "setup/dockerdprocess.h"
#include "setup/services.h"
#include "support/awaited.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

using namespace lanyard;
using namespace lanyard::setup;
using namespace lanyard::setup::test;
using lanyard::test::Awaited;

class TestServices final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void runsSystemctl();
    void leavesWhatDoesNotRun();
    void tellsAFailure();
    void stopsAtTheFirstFailure();
    void leavesToTheUser();
    void answersWhenAProgramIsMissing();
    void validates_data();
    void validates();
    void passesByWhatIsNoDockerd_data();
    void passesByWhatIsNoDockerd();
    void signalsADockerd();
    void signalsNothingElse_data();
    void signalsNothingElse();

private:
    void run(const QList<ServiceTask> &tasks);

    std::unique_ptr<QTemporaryDir> m_root;
    std::unique_ptr<FakePrograms> m_programs;
    std::unique_ptr<Services> m_services;
    Awaited<QList<Message>> m_answer;
    QStringList m_steps;
};

void TestServices::init()
{
    m_root = std::make_unique<QTemporaryDir>();
    m_programs = std::make_unique<FakePrograms>(m_root->path());
    m_services = std::make_unique<Services>(m_root->path(), QProcessEnvironment());
    m_steps.clear();
}

void TestServices::run(const QList<ServiceTask> &tasks)
{
    m_answer = {};
    m_services->run(
        tasks,
        [this](const Message &what, SetUpStep::State state, const Message &) {
            m_steps.append(QStringLiteral("%1 %2")
                               .arg(QString::fromStdString(what.english()))
                               .arg(static_cast<int>(state)));
        },
        m_answer.take());
    QTRY_COMPARE(m_answer.count, 1);
}

void TestServices::runsSystemctl()
{
    QVERIFY(m_programs->bootSystemd());
    QVERIFY(m_programs->install(QStringLiteral("systemctl"), "exit 0"));
    run({{.action = ServiceAction::ReloadDocker}, {.action = ServiceAction::RestartK3s}});
    QVERIFY(m_answer.value->has_value());
    QCOMPARE(**m_answer.value, QList<Message>());
    QCOMPARE(m_programs->calls(), (QStringList{QStringLiteral("systemctl is-active --quiet docker"),
                                               QStringLiteral("systemctl reload docker"),
                                               QStringLiteral("systemctl is-active --quiet k3s"),
                                               QStringLiteral("systemctl restart k3s")}));
    QCOMPARE(m_steps,
             (QStringList{QStringLiteral("Reload docker 0"), QStringLiteral("Reload docker 1"),
                          QStringLiteral("Restart k3s 0"), QStringLiteral("Restart k3s 1")}));
}

void TestServices::leavesWhatDoesNotRun()
{
    QVERIFY(m_programs->bootSystemd());
    QVERIFY(m_programs->install(QStringLiteral("systemctl"), "test \"$1\" != is-active"));
    run({{.action = ServiceAction::ReloadDocker}});
    QVERIFY(m_answer.value->has_value());
    QCOMPARE((*m_answer.value)->size(), 1);
    QVERIFY((*m_answer.value)->first().english().find("does not run") != std::string::npos);
    QCOMPARE(m_programs->calls().size(), 1);
}

void TestServices::tellsAFailure()
{
    QVERIFY(m_programs->bootSystemd());
    QVERIFY(m_programs->install(QStringLiteral("systemctl"),
                                "test \"$1\" = reload && { echo Job failed; exit 1; }; exit 0"));
    run({{.action = ServiceAction::ReloadDocker}});
    QVERIFY(!m_answer.value->has_value());
    QCOMPARE(m_answer.value->error().code, ErrorCode::Io);
    QCOMPARE(m_answer.value->error().message.english(),
             "docker: `systemctl reload docker` failed: Job failed");
}

void TestServices::stopsAtTheFirstFailure()
{
    QVERIFY(m_programs->bootSystemd());
    QVERIFY(m_programs->install(QStringLiteral("systemctl"), "test \"$1\" = is-active"));
    run({{.action = ServiceAction::RestartK3s}, {.action = ServiceAction::ReloadCrio}});
    QVERIFY(!m_answer.value->has_value());
    QCOMPARE(m_programs->calls().size(), 2);
}

void TestServices::leavesToTheUser()
{
    run({{.action = ServiceAction::RestartBuildKit}});
    QVERIFY(m_answer.value->has_value());
    QCOMPARE((*m_answer.value)->size(), 1);
    QVERIFY((*m_answer.value)->first().english().find("service buildkit restart") !=
            std::string::npos);
}

void TestServices::answersWhenAProgramIsMissing()
{
    QVERIFY(m_programs->bootSystemd());
    run({{.action = ServiceAction::RestartDockerDesktop}});
    QVERIFY(!m_answer.value->has_value());
}

void TestServices::validates_data()
{
    QTest::addColumn<QByteArray>("program");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("none") << QByteArray() << QString();
    QTest::newRow("content") << QByteArray("echo configuration OK") << QString();
    QTest::newRow("too old")
        << QByteArray("echo 'unknown flag: --validate'; echo \"See 'dockerd --help'.\"; exit 125")
        << QString();
    QTest::newRow("not content")
        << QByteArray("echo 'unable to configure the Docker daemon: x' >&2; exit 1")
        << QStringLiteral("unable to configure the Docker daemon: x");
}

void TestServices::validates()
{
    QFETCH(QByteArray, program);
    QFETCH(QString, complaint);
    if (!program.isEmpty())
        QVERIFY(m_programs->install(QStringLiteral("dockerd"), program));
    std::optional<Result<void>> valid;
    m_services->validate(QStringLiteral("/a/daemon.json"),
                         [&valid](const Result<void> &result) { valid = result; });
    QTRY_VERIFY(valid);
    QCOMPARE(valid->has_value(), complaint.isEmpty());
    if (!complaint.isEmpty()) {
        QCOMPARE(valid->error().code, ErrorCode::InvalidInput);
        QVERIFY(valid->error().message.english().ends_with(complaint.toStdString()));
    }
    if (!program.isEmpty())
        QCOMPARE(m_programs->calls(),
                 QStringList{QStringLiteral("dockerd --validate --config-file=/a/daemon.json")});
}

void TestServices::passesByWhatIsNoDockerd_data()
{
    QTest::addColumn<bool>("hasSystemd");
    QTest::newRow("with systemd") << true;
    QTest::newRow("without") << false;
}

/// Its number was the engine's once.
void TestServices::passesByWhatIsNoDockerd()
{
    QFETCH(bool, hasSystemd);
    const ServiceTask stale{.action = ServiceAction::ReloadDocker,
                            .pid = QCoreApplication::applicationPid()};
    if (hasSystemd)
        QVERIFY(m_programs->bootSystemd());
    QVERIFY(m_programs->install(QStringLiteral("systemctl"), "exit 0"));
    const QString line = m_services->commandFor(stale).line;
    QCOMPARE(line, hasSystemd ? QStringLiteral("systemctl reload docker")
                              : QStringLiteral("kill -HUP $(pidof dockerd)"));
    QCOMPARE(m_services->canRun(stale), hasSystemd);
    run({stale});
    QVERIFY(m_answer.value->has_value());
    QCOMPARE((*m_answer.value)->size(), hasSystemd ? 0 : 1);
    QCOMPARE(m_programs->calls().value(1), hasSystemd ? line : QString());
}

void TestServices::signalsADockerd()
{
    // What dies of SIGHUP has heard it.
    const QString dockerd = m_root->filePath(QStringLiteral("dockerd"));
    QVERIFY(QFile::copy(QStandardPaths::findExecutable(QStringLiteral("sleep")), dockerd));
    QProcess process;
    process.start(dockerd, {QStringLiteral("600")});
    QVERIFY(process.waitForStarted());
    run({{.action = ServiceAction::ReloadRootlessDocker, .pid = process.processId()}});
    QVERIFY2(m_answer.value->has_value(),
             m_answer.value->has_value() ? "" : m_answer.value->error().message.english().c_str());
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::CrashExit);
    QCOMPARE(process.exitCode(), SIGHUP);
}

void TestServices::signalsNothingElse_data()
{
    QTest::addColumn<qint64>("pid");
    QTest::newRow("all processes") << qint64(-1);
    QTest::newRow("the group") << qint64(0);
    QTest::newRow("the first one") << qint64(1);
    QTest::newRow("this one") << qint64(QCoreApplication::applicationPid());
    QTest::newRow("none") << qint64(0x7fff'fffe);
    QTest::newRow("more than there can be")
        << (qint64(1) << 32) + QCoreApplication::applicationPid();
}

void TestServices::signalsNothingElse()
{
    QFETCH(qint64, pid);
    const auto sent = reloadDockerd(pid);
    QVERIFY(!sent);
    QCOMPARE(sent.error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestServices)
#include "tst_services.moc"
