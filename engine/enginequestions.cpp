// SPDX-License-Identifier: GPL-3.0-or-later
#include "engineprivate.h"

#include <string>
#include <utility>

namespace lanyard {

/// On the engine thread.
void Engine::Private::startPrefetch(EngineCore &engine, std::uint64_t number,
                                    const PrefetchRequest &request,
                                    const Answer<PrefetchResult> &answered)
{
    prefetches[number] = engine.prefetch(
        request,
        [this, number](const PrefetchProgress &progress) {
            told.post([this, number, progress] { questions.progress(number, progress); });
        },
        [this, number, answered](const Result<PrefetchResult> &result) {
            prefetches.erase(number);
            answered(result);
        });
}

/// On the engine thread.
void Engine::Private::endPrefetch(std::uint64_t number)
{
    if (const auto running = prefetches.extract(number))
        core->cancelPrefetch(running.mapped());
}

void Engine::status(QObject *context, Answer<EngineStatus> done)
{
    d->ask(context, std::move(done),
           [](EngineCore &core, const auto &answered) { answered(core.status()); });
}

void Engine::traffic(QObject *context, Answer<TrafficHistory> done)
{
    d->ask(context, std::move(done),
           [](EngineCore &core, const auto &answered) { answered(core.traffic()); });
}

void Engine::upstreams(QObject *context, Answer<UpstreamOverview> done)
{
    d->ask(context, std::move(done),
           [](EngineCore &core, const auto &answered) { answered(core.upstreams()); });
}

void Engine::upstreamSettings(QObject *context, Answer<UpstreamSettings> done)
{
    d->ask(context, std::move(done),
           [](EngineCore &core, const auto &answered) { answered(core.upstreamSettings()); });
}

void Engine::upstreamHistory(const QString &registry, std::chrono::hours hours, QObject *context,
                             Answer<QList<UpstreamHistory>> done)
{
    d->ask(context, std::move(done),
           [name = registry.toStdString(), hours](EngineCore &core, const auto &answered) {
               answered(core.upstreamHistory(name, hours));
           });
}

void Engine::upstreamRequests(const RequestRecord &request, QObject *context,
                              Answer<QList<UpstreamRecord>> done)
{
    d->ask(context, std::move(done), [request](EngineCore &core, const auto &answered) {
        answered(core.upstreamRequests(request));
    });
}

void Engine::changeUpstreams(const UpstreamChange &change, QObject *context,
                             Answer<ChangeResult> done)
{
    d->ask(context, std::move(done), [change](EngineCore &core, const auto &answered) {
        answered(core.changeUpstreams(change));
    });
}

void Engine::testUpstream(const QString &registry, QObject *context, Answer<UpstreamTest> done)
{
    d->ask(context, std::move(done),
           [name = registry.toStdString()](EngineCore &core, const auto &answered) {
               core.testUpstream(name, answered);
           });
}

void Engine::credentials(QObject *context, Answer<CredentialOverview> done)
{
    d->ask(context, std::move(done),
           [](EngineCore &core, const auto &answered) { answered(core.credentials()); });
}

void Engine::login(const LoginRequest &request, QObject *context, Answer<LoginResult> done)
{
    d->ask(context, std::move(done),
           [request](EngineCore &core, const auto &answered) { core.login(request, answered); });
}

void Engine::logout(const QString &scope, QObject *context, Answer<QString> done)
{
    d->ask(context, std::move(done),
           [name = scope.toStdString()](EngineCore &core, const auto &answered) {
               core.logout(name, answered);
           });
}

void Engine::importCredentials(const CredentialImport &request, QObject *context,
                               Answer<CredentialImportResult> done)
{
    d->ask(context, std::move(done), [request](EngineCore &core, const auto &answered) {
        core.importCredentials(request, answered);
    });
}

void Engine::users(QObject *context, Answer<UserOverview> done)
{
    d->ask(context, std::move(done),
           [](EngineCore &core, const auto &answered) { answered(core.users()); });
}

void Engine::addUser(const UserRequest &request, QObject *context, Answer<UserResult> done)
{
    d->ask(context, std::move(done),
           [request](EngineCore &core, const auto &answered) { core.addUser(request, answered); });
}

void Engine::removeUser(const QString &name, QObject *context, Answer<void> done)
{
    d->ask(context, std::move(done),
           [name = name.toStdString()](EngineCore &core, const auto &answered) {
               answered(core.removeUser(name));
           });
}

void Engine::localCa(QObject *context, Answer<LocalCaOverview> done)
{
    d->ask(context, std::move(done),
           [](EngineCore &core, const auto &answered) { answered(core.localCa()); });
}

void Engine::createLocalCa(bool isReplacing, QObject *context, Answer<LocalCaResult> done)
{
    d->ask(context, std::move(done), [isReplacing](EngineCore &core, const auto &answered) {
        answered(core.createLocalCa(isReplacing));
    });
}

void Engine::images(const ImageQuery &query, QObject *context, Answer<ImagePage> done)
{
    d->ask(context, std::move(done),
           [query](EngineCore &core, const auto &answered) { core.images(query, answered); });
}

void Engine::image(const QString &reference, QObject *context, Answer<ImageDetails> done)
{
    d->ask(context, std::move(done),
           [text = reference.toStdString()](EngineCore &core, const auto &answered) {
               core.image(text, answered);
           });
}

void Engine::repositorySizes(QObject *context, Answer<RepositorySizes> done)
{
    d->ask(context, std::move(done),
           [](EngineCore &core, const auto &answered) { core.repositorySizes(answered); });
}

void Engine::refresh(const QString &reference, QObject *context, Answer<RefreshResult> done)
{
    d->ask(context, std::move(done),
           [text = reference.toStdString()](EngineCore &core, const auto &answered) {
               core.refresh(text, answered);
           });
}

std::uint64_t Engine::prefetch(const PrefetchRequest &request, QObject *context,
                               std::function<void(const PrefetchProgress &)> progressed,
                               Answer<PrefetchResult> done)
{
    const std::uint64_t number = d->questions.add<PrefetchResult, PrefetchProgress>(
        context, std::move(done), std::move(progressed));
    d->ask<PrefetchResult>(number, [this, number, request](EngineCore &core, const auto &answered) {
        d->startPrefetch(core, number, request, answered);
    });
    return number;
}

void Engine::cancelPrefetch(std::uint64_t prefetch)
{
    if (d->state == EngineState::Running)
        d->tasks->post([this, prefetch] { d->endPrefetch(prefetch); });
    d->told.post([this, prefetch] {
        d->questions.cancel(prefetch, QT_TRANSLATE_NOOP("engine", "it was given up"));
    });
}

void Engine::remove(const RemovalRequest &request, QObject *context, Answer<RemovalResult> done)
{
    d->ask(context, std::move(done),
           [request](EngineCore &core, const auto &answered) { core.remove(request, answered); });
}

void Engine::setPinned(const PinRequest &request, QObject *context, Answer<PinResult> done)
{
    d->ask(context, std::move(done), [request](EngineCore &core, const auto &answered) {
        answered(core.setPinned(request));
    });
}

void Engine::check(const ContentCheckRequest &request, QObject *context,
                   std::function<void(const ContentCheckProgress &)> progressed,
                   Answer<ContentCheckResult> done)
{
    d->askAndFollow(context, std::move(progressed), std::move(done),
                    [request](EngineCore &core, auto told, auto answered) {
                        return core.startCheck(request, std::move(told), std::move(answered));
                    });
}

void Engine::stopCheck()
{
    if (d->state == EngineState::Running)
        d->tasks->post([p = d.get()] { p->core->stopCheck(); });
}

void Engine::exportImages(const ExportRequest &request, QObject *context,
                          std::function<void(const ArchiveProgress &)> progressed,
                          Answer<ExportResult> done)
{
    d->askAndFollow(context, std::move(progressed), std::move(done),
                    [request](EngineCore &core, auto told, auto answered) {
                        return core.startExport(request, std::move(told), std::move(answered));
                    });
}

void Engine::importImages(const ImportRequest &request, QObject *context,
                          std::function<void(const ArchiveProgress &)> progressed,
                          Answer<ImportResult> done)
{
    d->askAndFollow(context, std::move(progressed), std::move(done),
                    [request](EngineCore &core, auto told, auto answered) {
                        return core.startImport(request, std::move(told), std::move(answered));
                    });
}

void Engine::stopArchiving()
{
    if (d->state == EngineState::Running)
        d->tasks->post([p = d.get()] { p->core->stopArchiving(); });
}

} // namespace lanyard
