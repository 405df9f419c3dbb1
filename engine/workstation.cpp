// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation.h"

#include "core/taskqueue.h"
#include "openquestions.h"
#include "workstation/desk.h"
#include "workstation/probecommand.h"
#include "workstation/snippets.h"

#include <QThread>

#include <cstdint>
#include <future>
#include <utility>

namespace lanyard {

using workstation::Desk;

/// Both sides of the façade: what lives on its thread, and the desk on a thread of its own.
class Workstation::Private
{
public:
    explicit Private(WorkstationPlaces places)
    {
        thread.setObjectName(QStringLiteral("workstation"));
        tasks->moveToThread(&thread);
        QObject::connect(&thread, &QThread::finished, tasks, &QObject::deleteLater);
        thread.start();
        tasks->post([this, places = std::move(places)] { desk = std::make_unique<Desk>(places); });
    }

    ~Private()
    {
        // A loop that is told to end may leave what was posted before: the desk goes first.
        std::promise<void> gone;
        tasks->post([this, &gone] {
            desk.reset();
            gone.set_value();
        });
        gone.get_future().wait();
        thread.quit();
        thread.wait();
    }
    Q_DISABLE_COPY_MOVE(Private)

    /// Sends a question to the desk; its answer comes back to `done`.
    template <typename Value, typename Question>
    void ask(QObject *context, Answer<Value> done, Question question)
    {
        const std::uint64_t number = questions.add(context, std::move(done));
        post<Value>(number, std::move(question));
    }

    /// The same for work that tells how far it is.
    template <typename Value, typename Question>
    void askAndFollow(QObject *context, Progress progressed, Answer<Value> done, Question question)
    {
        const std::uint64_t number =
            questions.add<Value, SetUpStep>(context, std::move(done), std::move(progressed));
        post<Value>(number, [this, number, question = std::move(question)](Desk &asked,
                                                                           const auto &answered) {
            question(
                asked,
                [this, number](const SetUpStep &step) {
                    told.post([this, number, step] { questions.progress(number, step); });
                },
                answered);
        });
    }

private:
    template <typename Value, typename Question>
    void post(std::uint64_t number, Question question)
    {
        const Answer<Value> answered = [this, number](const Result<Value> &value) {
            told.post([this, number, value] { questions.answer(number, value); });
        };
        tasks->post(
            [this, question = std::move(question), answered] { question(*desk, answered); });
    }

    OpenQuestions questions;
    TaskQueue told;
    QThread thread;
    TaskQueue *tasks = new TaskQueue; ///< of the thread, which deletes it
    std::unique_ptr<Desk> desk;       ///< on the thread
};

Workstation::Workstation(WorkstationPlaces places, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(places)))
{
}

Workstation::~Workstation() = default;

void Workstation::cache(const CacheEndpoint &cache, QObject *context, Answer<CacheFacts> done)
{
    d->ask(context, std::move(done),
           [cache](Desk &desk, const auto &answered) { desk.cache(cache, answered); });
}

void Workstation::look(const CacheEndpoint &cache, QObject *context,
                       Answer<QList<ClientInstallation>> done)
{
    d->ask(context, std::move(done),
           [cache](Desk &desk, const auto &answered) { desk.look(cache, answered); });
}

void Workstation::plan(const SetUpWish &wish, QObject *context, Answer<QList<ClientPlan>> done)
{
    d->ask(context, std::move(done),
           [wish](Desk &desk, const auto &answered) { desk.plan(wish, answered); });
}

void Workstation::apply(const ClientPlan &plan, QObject *context, Progress progressed,
                        Answer<SetUpResult> done)
{
    d->askAndFollow(context, std::move(progressed), std::move(done),
                    [plan](Desk &desk, const Progress &progress, const auto &answered) {
                        desk.apply(plan, progress, answered);
                    });
}

void Workstation::undo(const QString &client, QObject *context, Progress progressed,
                       Answer<SetUpResult> done)
{
    d->askAndFollow(context, std::move(progressed), std::move(done),
                    [client](Desk &desk, const Progress &progress, const auto &answered) {
                        desk.undo(client, progress, answered);
                    });
}

void Workstation::applied(QObject *context, Answer<QList<AppliedSetUp>> done)
{
    d->ask(context, std::move(done),
           [](Desk &desk, const auto &answered) { answered(desk.applied()); });
}

void Workstation::pause(QObject *context, Progress progressed, Answer<QList<SetUpResult>> done)
{
    d->askAndFollow(context, std::move(progressed), std::move(done),
                    [](Desk &desk, const Progress &progress, const auto &answered) {
                        desk.pause(progress, answered);
                    });
}

void Workstation::resume(QObject *context, Progress progressed, Answer<QList<SetUpResult>> done)
{
    d->askAndFollow(context, std::move(progressed), std::move(done),
                    [](Desk &desk, const Progress &progress, const auto &answered) {
                        desk.resume(progress, answered);
                    });
}

void Workstation::test(const QString &client, const CacheEndpoint &cache, const QString &registry,
                       QObject *context, Progress progressed, Answer<ProofResult> done)
{
    d->askAndFollow(
        context, std::move(progressed), std::move(done),
        [client, cache, registry](Desk &desk, const Progress &progress, const auto &answered) {
            desk.test(client, cache, registry, progress, answered);
        });
}

ProbeCommand Workstation::probeCommand(ClientKind kind, const QString &registry)
{
    const QString nonce = workstation::newProbeNonce();
    return {.nonce = nonce,
            .line = workstation::probeLine(kind, workstation::probeImage(registry, nonce))};
}

void Workstation::sightings(const CacheEndpoint &cache, const QString &nonce, QObject *context,
                            Answer<QList<ProbeSighting>> done)
{
    d->ask(context, std::move(done), [cache, nonce](Desk &desk, const auto &answered) {
        desk.sightings(cache, nonce, answered);
    });
}

QList<Snippet> Workstation::snippets(ClientKind kind, const QString &system,
                                     const CacheEndpoint &cache, const QStringList &registries)
{
    const std::optional<workstation::System> known = workstation::systemOf(system);
    return known ? workstation::snippets(kind, *known, cache, registries) : QList<Snippet>();
}

} // namespace lanyard
