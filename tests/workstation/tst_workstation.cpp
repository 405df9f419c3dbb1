// SPDX-License-Identifier: GPL-3.0-or-later
// The façade of the set-up, over a real cache and a home of its own: a client is found, planned,
// set up, set up anew, paused, and taken back to the last byte; what fails, or has no effect,
// leaves what was there.
#include "registry/cachefixture.h"
#include "setup/fakeprograms.h"
#include "setup/setupfixture.h"
#include "setup/setupjournal.h"
#include "support/awaited.h"
#include "support/inenglish.h"
#include "support/otheruser.h"
#include "support/testcertificate.h"
#include "workstation.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <sys/stat.h>
#include <unistd.h>

using namespace lanyard;
using namespace lanyard::setup::test;
using lanyard::test::Awaited;
using lanyard::test::CacheFixture;

namespace {

const QString podman = QStringLiteral("podman");
const QString nerdctl = QStringLiteral("nerdctl");
const QString docker = QStringLiteral("docker");
const QString rootless = QStringLiteral("docker-rootless");
const QString hub = QStringLiteral("docker.io");
const QString quay = QStringLiteral("quay.io");

/// All that is in the folder becomes that of AsUser, which root alone can do and has to.
bool giveAway(const QString &folder)
{
    using lanyard::test::AsUser;
    if (::geteuid() != 0)
        return true;
    QDirIterator entries(folder, QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden,
                         QDirIterator::Subdirectories);
    bool isDone = ::chown(qPrintable(folder), AsUser::nobody, AsUser::nobody) == 0;
    while (entries.hasNext())
        isDone = ::chown(qPrintable(entries.next()), AsUser::nobody, AsUser::nobody) == 0 && isDone;
    return isDone;
}

} // namespace

class TestWorkstation final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void asksTheCache();
    void setsUpAndTakesBack();
    void setsUpAnew();
    void keepsWhatWasThereWhenItFails();
    void takesWhatItMayNotReadAsSetUp();
    void comesBackWithItsLogin_data();
    void comesBackWithItsLogin();
    void looksAgainBeforeItStartsAnew();
    void pausesAndResumes();
    void endsWhatWasCutShort();
    void waitsForDockerToTakeItUp();
    void takesBackWhatDockerDoesNotTakeUp();
    void tellsTheWayOut();
    void refusesWhatIsNotHere();
    void endsWithQuestionsOpen();

private:
    QString homeFile(const char *name) const
    {
        return m_folder->filePath(QStringLiteral("home/") + QString::fromLatin1(name));
    }

    QString ownFile() const
    {
        return homeFile(".config/containers/registries.conf.d/50-lanyard.conf");
    }

    QMap<QString, QByteArray> configuration() const { return treeOf(homeFile(".config")); }

    CacheEndpoint endpoint() const
    {
        return {.host = QStringLiteral("127.0.0.1"), .port = m_cache->port(), .authority = {}};
    }

    /// Waits for the answer of a question that `ask` puts.
    template <typename Value, typename Ask>
    Result<Value> answerOf(Ask ask)
    {
        Awaited<Value> answer;
        ask(answer.take());
        if (!QTest::qWaitFor([&answer] { return answer.value.has_value(); }, patienceMs))
            return failure(ErrorCode::TimedOut, "the test waited in vain");
        return *answer.value;
    }

    CacheEndpoint guarded(const char *user) const
    {
        CacheEndpoint guarded = endpoint();
        guarded.user = QString::fromLatin1(user);
        guarded.password = QStringLiteral("what-nobody-says");
        return guarded;
    }

    Result<ClientPlan> plan(const QStringList &registries, const CacheEndpoint &cache,
                            const QString &client = podman)
    {
        return answerOf<QList<ClientPlan>>([&](const auto &done) {
                   m_workstation->plan(
                       {.cache = cache, .registries = registries, .clients = {client}}, this, done);
               })
            .map([](const QList<ClientPlan> &plans) { return plans.first(); });
    }

    Result<SetUpResult> apply(const ClientPlan &plan)
    {
        return answerOf<SetUpResult>([&](const auto &done) {
            m_workstation->apply(
                plan, this, [this](const SetUpStep &step) { m_steps.append(step); }, done);
        });
    }

    Result<SetUpResult> undo(const QString &client = podman)
    {
        return answerOf<SetUpResult>([&](const auto &done) {
            m_workstation->undo(
                client, this, [](const SetUpStep &) {}, done);
        });
    }

    Result<QList<SetUpResult>> pauseOrResume(bool isPause)
    {
        return answerOf<QList<SetUpResult>>([&](const auto &done) {
            const auto ignore = [](const SetUpStep &) {
            };
            if (isPause)
                m_workstation->pause(this, ignore, done);
            else
                m_workstation->resume(this, ignore, done);
        });
    }

    bool addProgram(const QString &name, const QByteArray &script)
    {
        return put(m_folder->filePath(QStringLiteral("bin/") + name),
                   "#!/bin/sh\nPATH=/usr/bin:/bin\n" + script, 0755);
    }

    /// Docker Engine, which names the mirror `delay` questions after the reload that made it read
    /// its file; or never.
    bool addDocker(bool isRootless, int delay);

    Result<QList<AppliedSetUp>> applied()
    {
        return answerOf<QList<AppliedSetUp>>(
            [this](const auto &done) { m_workstation->applied(this, done); });
    }

    ClientInstallation::Use use()
    {
        const auto found = answerOf<QList<ClientInstallation>>(
            [this](const auto &done) { m_workstation->look(endpoint(), this, done); });
        // What runs on the computer of the test may be found, too.
        for (const ClientInstallation &one : found.value_or(QList<ClientInstallation>())) {
            if (one.id == podman)
                return one.use;
        }
        return ClientInstallation::Use::OtherMirror;
    }

    std::unique_ptr<CacheFixture> m_cache;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workstation> m_workstation;
    QList<SetUpStep> m_steps;
};

void TestWorkstation::init()
{
    m_cache = std::make_unique<CacheFixture>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_steps.clear();
    QVERIFY(addProgram(podman, "[ \"$1\" = --version ] && echo podman version 4.3.1\n"));
    QVERIFY(put(homeFile(".config/containers/registries.conf"), "# mine\r\n"));
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("PATH"), m_folder->filePath(QStringLiteral("bin")));
    m_workstation = std::make_unique<Workstation>(WorkstationPlaces{
        .root = m_folder->filePath(QStringLiteral("root")),
        .home = m_folder->filePath(QStringLiteral("home")),
        .stateFolder = m_folder->filePath(QStringLiteral("home/.local/state/lanyard")),
        .helper = {},
        .isRoot = false,
        .environment = environment});
}

void TestWorkstation::cleanup()
{
    m_workstation.reset();
    m_folder.reset();
    m_cache.reset();
}

bool TestWorkstation::addDocker(bool isRootless, int delay)
{
    const QString file = isRootless
                             ? homeFile(".config/docker/daemon.json")
                             : m_folder->filePath(QStringLiteral("root/etc/docker/daemon.json"));
    const QByteArray variables = "PATH=/usr/bin:/bin\nfile='" + QFile::encodeName(file) +
                                 "'\nstate='" + QFile::encodeName(m_folder->path()) +
                                 "'\ndelay=" + QByteArray::number(delay) + "\noptions='" +
                                 (isRootless ? "\"name=rootless\"" : "") + "'\n";
    const FakePrograms ofSystem(m_folder->filePath(QStringLiteral("root")));
    return addProgram(docker, variables + R"SH(
[ "$1" = info ] || exit 0
asked=$(cat "$state/asked" 2> /dev/null || echo 0)
echo $((asked + 1)) > "$state/asked"
[ "$asked" -ge "$delay" ] && mirrors=$(cat "$state/mirrors" 2> /dev/null)
cat << END
{"ServerVersion": "20.10.24", "Driver": "overlay2", "SecurityOptions": [$options], "RegistryConfig": {"Mirrors": [$mirrors]}}
END
)SH") && ofSystem.bootSystemd() &&
           ofSystem.install(QStringLiteral("systemctl"), variables + R"SH(
case "$*" in *reload*)
    sed -n 's/.*"registry-mirrors": \[\(.*\)\].*/\1/p' "$file" > "$state/mirrors"
    echo 0 > "$state/asked" ;;
esac
exit 0
)SH") && put(file, "{\n  \"debug\": true\n}\n");
}

void TestWorkstation::asksTheCache()
{
    const auto facts = answerOf<CacheFacts>(
        [this](const auto &done) { m_workstation->cache(endpoint(), this, done); });
    QVERIFY(facts);
    QCOMPARE(facts->registries, (QStringList{hub, quay}));
    m_cache->stopEngine();
    const auto none = answerOf<CacheFacts>([this](const auto &done) {
        m_workstation->cache({.host = QStringLiteral("127.0.0.1"), .port = 1, .authority = {}},
                             this, done);
    });
    QCOMPARE(none.error().code, ErrorCode::Unreachable);
}

void TestWorkstation::setsUpAndTakesBack()
{
    const auto before = configuration();
    QCOMPARE(use(), ClientInstallation::Use::Nothing);
    const auto plan = this->plan({hub, quay}, endpoint());
    QVERIFY(plan);
    QCOMPARE(plan->edits.size(), 1);
    QCOMPARE(plan->edits.first().path, ownFile());
    QVERIFY(plan->edits.first().diff.contains("+[[registry]]"));
    QCOMPARE(configuration(), before);

    const auto done = apply(*plan);
    QVERIFY2(done, done ? "" : done.error().message.english().c_str());
    QCOMPARE(done->changedFiles, QStringList{ownFile()});
    QVERIFY(!m_steps.isEmpty());
    QCOMPARE(contentOf(ownFile()), *plan->edits.first().after);
    QCOMPARE(use(), ClientInstallation::Use::Cache);
    QVERIFY(this->plan({hub, quay}, endpoint())->isDone());
    QCOMPARE(applied()->first().registries, (QStringList{hub, quay}));

    QVERIFY(undo());
    QCOMPARE(configuration(), before);
    QVERIFY(applied()->isEmpty());
    QCOMPARE(undo().error().code, ErrorCode::NotFound);
}

void TestWorkstation::setsUpAnew()
{
    const auto before = configuration();
    QVERIFY(apply(*plan({hub}, endpoint())));
    const auto more = plan({hub, quay}, endpoint());
    QVERIFY(apply(*more));
    QVERIFY(contentOf(ownFile()).contains("quay.io"));
    QCOMPARE(applied()->size(), 1);
    QCOMPARE(applied()->first().registries, (QStringList{hub, quay}));
    QVERIFY(undo());
    QCOMPARE(configuration(), before);
}

void TestWorkstation::keepsWhatWasThereWhenItFails()
{
    QVERIFY(apply(*plan({hub}, endpoint())));
    const QByteArray written = contentOf(ownFile());
    CacheEndpoint other{.host = QStringLiteral("cache.lan"), .port = 5443, .isTls = true};
    other.authority = lanyard::test::makeTlsIdentity("cache.lan").certificate;
    const auto plan = this->plan({hub}, other);
    QVERIFY(plan->refusals.isEmpty());
    // Where the folder of the authority has to be.
    QVERIFY(put(homeFile(".config/containers/certs.d"), "in the way"));
    const auto done = apply(*plan);
    QVERIFY(!done);
    QVERIFY2(done.error().message.english().ends_with("; it is set up as before"),
             done.error().message.english().c_str());
    QCOMPARE(contentOf(ownFile()), written);
    QVERIFY(!applied()->first().isPaused);
    QCOMPARE(applied()->first().cacheUrl, endpoint().url());
}

void TestWorkstation::takesWhatItMayNotReadAsSetUp()
{
    const CacheEndpoint cache = endpoint();
    // Its files are root's.
    m_cache->stopEngine();
    QVERIFY(giveAway(m_folder->path()));
    const lanyard::test::AsUser user;
    QVERIFY(apply(*plan({hub}, cache)));
    QCOMPARE(::chmod(qPrintable(ownFile()), 0), 0);
    const auto again = plan({hub}, cache);
    QVERIFY(again->isDone());
    QVERIFY2(test::inEnglish(again->notes.last()).contains(ownFile()),
             qPrintable(test::inEnglish(again->notes.last())));
    const auto more = plan({hub, quay}, cache);
    QCOMPARE(more->refusals.size(), 1);
    QVERIFY2(test::inEnglish(more->refusals.first().reason)
                 .startsWith(QStringLiteral("only root may read it")),
             qPrintable(test::inEnglish(more->refusals.first().reason)));
    QCOMPARE(::chmod(qPrintable(ownFile()), 0644), 0);
}

void TestWorkstation::comesBackWithItsLogin_data()
{
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<bool>("comesBack");
    QTest::newRow("the same one") << QByteArray("ann") << true;
    QTest::newRow("another one") << QByteArray("bob") << false;
}

/// A password is not kept; who sets up anew may bring it along.
void TestWorkstation::comesBackWithItsLogin()
{
    QFETCH(QByteArray, user);
    QFETCH(bool, comesBack);
    QVERIFY(addProgram(nerdctl, "echo nerdctl version 1.7.6\n"));
    QVERIFY(apply(*plan({hub}, guarded("ann"), nerdctl)));
    const QString hosts = homeFile(".config/containerd/certs.d/docker.io/hosts.toml");
    const QByteArray written = contentOf(hosts);
    QVERIFY(written.contains("Authorization"));
    const auto plan = this->plan({hub, quay}, guarded(user.constData()), nerdctl);
    QVERIFY(plan->refusals.isEmpty());
    // Where the folder of quay.io has to be.
    QVERIFY(put(homeFile(".config/containerd/certs.d/quay.io"), "in the way"));
    m_steps.clear();
    const auto done = apply(*plan);
    QVERIFY(!done);
    const QByteArray message = QByteArray::fromStdString(done.error().message.english());
    QVERIFY2(message.endsWith(comesBack ? "; it is set up as before" : "set it up again"),
             message.constData());
    QCOMPARE(contentOf(hosts), comesBack ? written : QByteArray());
    QCOMPARE(applied()->first().isPaused, !comesBack);
    QCOMPARE(m_steps.first().state == SetUpStep::State::Skipped, !comesBack);
}

void TestWorkstation::looksAgainBeforeItStartsAnew()
{
    QVERIFY(apply(*plan({hub}, endpoint())));
    const auto more = plan({hub, quay}, endpoint());
    const QByteArray edited = "# mine\n" + contentOf(ownFile());
    QVERIFY(put(ownFile(), edited));
    const auto done = apply(*more);
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::InUse);
    QCOMPARE(contentOf(ownFile()), edited);
    QVERIFY(!applied()->first().isPaused);
}

void TestWorkstation::pausesAndResumes()
{
    const auto before = configuration();
    QVERIFY(apply(*plan({hub}, endpoint())));
    const auto set = configuration();
    QCOMPARE(pauseOrResume(true)->first().client, podman);
    QCOMPARE(configuration(), before);
    QVERIFY(applied()->first().isPaused);
    QVERIFY(pauseOrResume(true)->isEmpty());

    QCOMPARE(pauseOrResume(false)->first().changedFiles, QStringList{ownFile()});
    QCOMPARE(configuration(), set);
    QVERIFY(!applied()->first().isPaused);
    QVERIFY(pauseOrResume(false)->isEmpty());
}

/// A pause leaves nothing that pulls through the cache, and what is half there does not come back.
void TestWorkstation::endsWhatWasCutShort()
{
    const auto before = configuration();
    QVERIFY(apply(*plan({hub}, endpoint())));
    const setup::SetUpJournal journal(homeFile(".local/state/lanyard"));
    setup::SetUpRecord record = journal.read()->first();
    record.state = setup::SetUpRecord::State::Applying;
    QVERIFY(journal.put(record));
    QVERIFY(applied()->first().isCutShort);

    const auto paused = pauseOrResume(true);
    QCOMPARE(test::inEnglish(paused->first().trouble), QString());
    QCOMPARE(paused->first().notes.size(), 1);
    QCOMPARE(configuration(), before);
    QVERIFY(applied()->isEmpty());
    QVERIFY(pauseOrResume(false)->isEmpty());
}

void TestWorkstation::waitsForDockerToTakeItUp()
{
    QVERIFY(addDocker(/*isRootless*/ true, 3));
    const auto before = configuration();
    const auto plan = this->plan({hub}, endpoint(), rootless);
    QVERIFY2(plan, plan ? "" : plan.error().message.english().c_str());
    QCOMPARE(plan->commands.size(), 1);
    const auto done = apply(*plan);
    QVERIFY2(done, done ? "" : done.error().message.english().c_str());
    QCOMPARE(m_steps.last().state, SetUpStep::State::Done);
    QVERIFY2(test::inEnglish(m_steps.last().what).contains(QStringLiteral("takes the mirror up")),
             qPrintable(test::inEnglish(m_steps.last().what)));
    QVERIFY(undo(rootless));
    QCOMPARE(configuration(), before);
}

void TestWorkstation::takesBackWhatDockerDoesNotTakeUp()
{
    constexpr int never = 1'000'000;
    QVERIFY(addDocker(/*isRootless*/ true, never));
    const auto before = configuration();
    const auto done = apply(*plan({hub}, endpoint(), rootless));
    QVERIFY(!done);
    QVERIFY2(done.error().message.english().find("goes on without the mirror") != std::string::npos,
             done.error().message.english().c_str());
    QCOMPARE(configuration(), before);
    QVERIFY(applied()->isEmpty());
}

/// There is nobody here who asks for the password.
void TestWorkstation::tellsTheWayOut()
{
    QVERIFY(addDocker(/*isRootless*/ false, 0));
    const auto plan = this->plan({hub}, endpoint(), docker);
    QCOMPARE(plan->edits.first().path, QStringLiteral("/etc/docker/daemon.json"));
    const auto done = apply(*plan);
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Cancelled);
    const std::string line = "sudo lanyard setup docker --cache " + endpoint().url().toStdString() +
                             " --registry docker.io";
    QVERIFY2(done.error().message.english().find(line) != std::string::npos,
             done.error().message.english().c_str());
    QVERIFY(applied()->isEmpty());
}

void TestWorkstation::refusesWhatIsNotHere()
{
    const auto plan = answerOf<QList<ClientPlan>>([this](const auto &done) {
        m_workstation->plan({.cache = endpoint(), .registries = {hub}, .clients = {docker}}, this,
                            done);
    });
    QCOMPARE(plan.error().code, ErrorCode::NotFound);
    const auto proof = answerOf<ProofResult>([this](const auto &done) {
        m_workstation->test(
            docker, endpoint(), hub, this, [](const SetUpStep &) {}, done);
    });
    QCOMPARE(proof.error().code, ErrorCode::NotFound);
}

void TestWorkstation::endsWithQuestionsOpen()
{
    Awaited<CacheFacts> left;
    Awaited<QList<ClientInstallation>> gone;
    auto context = std::make_unique<QObject>();
    m_workstation->look(endpoint(), context.get(), gone.take());
    context.reset();
    // Answers come in order.
    QVERIFY(answerOf<QList<AppliedSetUp>>([this](const auto &done) {
        m_workstation->look(endpoint(), this,
                            [this, done](const auto &) { m_workstation->applied(this, done); });
    }));
    m_workstation->cache(endpoint(), this, left.take());
    m_workstation.reset();
    QCoreApplication::processEvents();
    QCOMPARE(gone.count, 0);
    QCOMPARE(left.count, 0);
}

QTEST_GUILESS_MAIN(TestWorkstation)
#include "tst_workstation.moc"
