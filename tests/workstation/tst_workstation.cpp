// SPDX-License-Identifier: GPL-3.0-or-later
// The façade of the set-up, over a real cache and a home of its own: a client is found, planned,
// set up, set up anew, paused, and taken back to the last byte; what fails leaves what was there.
#include "registry/cachefixture.h"
#include "setup/setupfixture.h"
#include "support/awaited.h"
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

constexpr int patienceMs = 30'000;
const QString podman = QStringLiteral("podman");
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
    void pausesAndResumes();
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

    Result<ClientPlan> plan(const QStringList &registries, const CacheEndpoint &cache)
    {
        return answerOf<QList<ClientPlan>>([&](const auto &done) {
                   m_workstation->plan(
                       {.cache = cache, .registries = registries, .clients = {podman}}, this, done);
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

    Result<SetUpResult> undo()
    {
        return answerOf<SetUpResult>([this](const auto &done) {
            m_workstation->undo(
                podman, this, [](const SetUpStep &) {}, done);
        });
    }

    Result<QList<AppliedSetUp>> applied()
    {
        return answerOf<QList<AppliedSetUp>>(
            [this](const auto &done) { m_workstation->applied(this, done); });
    }

    ClientInstallation::Use use()
    {
        const auto found = answerOf<QList<ClientInstallation>>(
            [this](const auto &done) { m_workstation->look(endpoint(), this, done); });
        return found && found->size() == 1 ? found->first().use
                                           : ClientInstallation::Use::OtherMirror;
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
    const QString programs = m_folder->filePath(QStringLiteral("bin"));
    QVERIFY(put(programs + QStringLiteral("/podman"),
                "#!/bin/sh\n[ \"$1\" = --version ] && echo podman version 4.3.1\n", 0755));
    QVERIFY(put(homeFile(".config/containers/registries.conf"), "# mine\r\n"));
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("PATH"), programs);
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
    QVERIFY2(done, done ? "" : done.error().message.c_str());
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
    QVERIFY2(done.error().message.ends_with("; it is set up as before"),
             done.error().message.c_str());
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
    QVERIFY2(again->notes.last().contains(ownFile()), qPrintable(again->notes.last()));
    const auto more = plan({hub, quay}, cache);
    QCOMPARE(more->refusals.size(), 1);
    QVERIFY2(more->refusals.first().reason.startsWith(QStringLiteral("only root may read it")),
             qPrintable(more->refusals.first().reason));
    QCOMPARE(::chmod(qPrintable(ownFile()), 0644), 0);
}

void TestWorkstation::pausesAndResumes()
{
    const auto before = configuration();
    QVERIFY(apply(*plan({hub}, endpoint())));
    const auto set = configuration();
    const auto all = [this](bool isPause) {
        return answerOf<QList<SetUpResult>>([&](const auto &done) {
            const auto ignore = [](const SetUpStep &) {
            };
            if (isPause)
                m_workstation->pause(this, ignore, done);
            else
                m_workstation->resume(this, ignore, done);
        });
    };
    QCOMPARE(all(true)->first().client, podman);
    QCOMPARE(configuration(), before);
    QVERIFY(applied()->first().isPaused);
    QVERIFY(all(true)->isEmpty());

    QCOMPARE(all(false)->first().changedFiles, QStringList{ownFile()});
    QCOMPARE(configuration(), set);
    QVERIFY(!applied()->first().isPaused);
    QVERIFY(all(false)->isEmpty());
}

void TestWorkstation::refusesWhatIsNotHere()
{
    const auto plan = answerOf<QList<ClientPlan>>([this](const auto &done) {
        m_workstation->plan(
            {.cache = endpoint(), .registries = {hub}, .clients = {QStringLiteral("docker")}}, this,
            done);
    });
    QCOMPARE(plan.error().code, ErrorCode::NotFound);
    const auto proof = answerOf<ProofResult>([this](const auto &done) {
        m_workstation->test(
            QStringLiteral("docker"), endpoint(), hub, this, [](const SetUpStep &) {}, done);
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
