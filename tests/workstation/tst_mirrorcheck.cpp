// SPDX-License-Identifier: GPL-3.0-or-later
// After a reload, Docker Engine is asked until it names the mirror, or for so long as a reload can
// take; who cannot be asked is believed.
#include "support/awaited.h"
#include "workstation/mirrorcheck.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lanyard;
using namespace lanyard::workstation;
using detection::DockerInfo;
using lanyard::test::Awaited;
using namespace std::chrono_literals;

namespace {

CacheEndpoint cache()
{
    return {.host = QStringLiteral("10.0.0.9"), .port = 5000};
}

DockerInfo engine(DockerInfo::State state, const char *mirror = "", const char *system = "Debian")
{
    DockerInfo info{.state = state};
    info.system = QString::fromLatin1(system);
    if (*mirror != 0)
        info.mirrors.append(QString::fromLatin1(mirror));
    return info;
}

QByteArray said(const char *mirrors)
{
    return QByteArray(R"({"ServerVersion": "20.10.24", "RegistryConfig": {"Mirrors": [)") +
           mirrors + "]}}";
}

/// Answers one after the other; the last one again and again.
class ScriptedPrograms final : public detection::ProgramRunner
{
public:
    void ask(const detection::Question &question, QObject * /*context*/, Answered answered) override
    {
        questions.append(question);
        const qsizetype last = answers.size() - 1;
        answered({.error = {},
                  .isSuccess = true,
                  .output = answers.at(std::min(questions.size() - 1, last))});
    }

    QList<QByteArray> answers;
    QList<detection::Question> questions;
};

} // namespace

class TestMirrorCheck final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data();
    void judges();
    void asks_data();
    void asks();
};

void TestMirrorCheck::judges_data()
{
    QTest::addColumn<QList<DockerInfo>>("engines");
    QTest::addColumn<ServiceAction>("action");
    QTest::addColumn<MirrorState>("state");
    using State = DockerInfo::State;
    using A = ServiceAction;
    const auto row = [](const char *name, const QList<DockerInfo> &engines, A action,
                        MirrorState state) {
        QTest::newRow(name) << engines << action << state;
    };
    const DockerInfo has = engine(State::Answered, "http://10.0.0.9:5000");
    const DockerInfo lacks = engine(State::Answered, "http://10.0.0.1:5000");
    const DockerInfo down = engine(State::NotRunning);
    const DockerInfo closed = engine(State::NoAccess);
    const DockerInfo desktop = engine(State::Answered, "http://10.0.0.9:5000", "Docker Desktop");
    DockerInfo rootless = has;
    rootless.isRootless = true;
    row("it names it", {has}, A::ReloadDocker, MirrorState::TakenUp);
    row("it names another", {lacks}, A::ReloadDocker, MirrorState::Missing);
    row("by TLS, which it is not", {engine(State::Answered, "https://10.0.0.9:5000")},
        A::ReloadDocker, MirrorState::Missing);
    row("none", {engine(State::Answered)}, A::ReloadDocker, MirrorState::Missing);
    row("another engine names it", {lacks, rootless, desktop}, A::ReloadDocker,
        MirrorState::Missing);
    row("without root", {rootless, lacks}, A::ReloadRootlessDocker, MirrorState::TakenUp);
    row("Docker Desktop", {lacks, desktop}, A::RestartDockerDesktop, MirrorState::TakenUp);
    row("it starts", {down}, A::RestartDockerDesktop, MirrorState::Silent);
    row("it hangs", {engine(State::Silent), lacks}, A::RestartDockerDesktop, MirrorState::Silent);
    row("nobody may ask", {closed}, A::ReloadDocker, MirrorState::Unknown);
    row("nobody to ask", {}, A::ReloadDocker, MirrorState::Unknown);
}

void TestMirrorCheck::judges()
{
    QFETCH(QList<DockerInfo>, engines);
    QFETCH(ServiceAction, action);
    QTEST(mirrorStateOf(engines, action, cache()), "state");
}

void TestMirrorCheck::asks_data()
{
    QTest::addColumn<QList<QByteArray>>("answers");
    QTest::addColumn<bool>("isLong");
    QTest::addColumn<int>("questions");
    QTest::addColumn<bool>("isRight");
    const QByteArray none = said("");
    const QByteArray taken = said("\"http://10.0.0.9:5000/\"");
    const int several = -1;
    QTest::newRow("at once") << QList{taken} << false << 1 << true;
    QTest::newRow("after a while") << QList{none, none, taken} << true << 3 << true;
    QTest::newRow("never") << QList{none} << false << several << false;
    QTest::newRow("nobody may ask") << QList<QByteArray>{"permission denied"} << true << 1 << true;
    QTest::newRow("it does not answer")
        << QList<QByteArray>{"Cannot connect to the Docker daemon"} << false << several << true;
}

void TestMirrorCheck::asks()
{
    QFETCH(QList<QByteArray>, answers);
    QFETCH(bool, isLong);
    QFETCH(int, questions);
    QFETCH(bool, isRight);
    const QTemporaryDir folder;
    const QString program = folder.filePath(QStringLiteral("docker"));
    QFile file(program);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    detection::Surroundings here{.root = folder.path(), .home = folder.path(), .environment = {}};
    here.environment.insert(QStringLiteral("PATH"), folder.path());

    ScriptedPrograms programs;
    programs.answers = answers;
    MirrorCheck check(here, programs, ServiceAction::ReloadDocker, cache(),
                      {.interval = 1ms, .timeout = isLong ? 60s : 20ms}, nullptr);
    Awaited<void> answer;
    check.start(answer.take());
    QTRY_COMPARE(answer.count, 1);
    QCOMPARE(answer.value->has_value(), isRight);
    if (questions > 0)
        QCOMPARE(programs.questions.size(), questions);
    QCOMPARE(programs.questions.first().program, program);
    QCOMPARE(programs.questions.first().arguments.first(), QStringLiteral("info"));
}

QTEST_GUILESS_MAIN(TestMirrorCheck)
#include "tst_mirrorcheck.moc"
