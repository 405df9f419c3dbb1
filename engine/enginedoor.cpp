// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginedoor.h"

#include "control/archiveverbs.h"
#include "control/caverbs.h"
#include "control/checkverb.h"
#include "control/controlserver.h"
#include "control/credentialverbs.h"
#include "control/imageverbs.h"
#include "control/prefetchverbs.h"
#include "control/retentionverbs.h"
#include "control/statusverbs.h"
#include "control/upstreamverbs.h"
#include "control/userverbs.h"
#include "enginecore.h"

#include <utility>

namespace lanyard {

namespace {

control::Verbs verbsOf(EngineCore &core)
{
    return {
        {"ca", control::caVerb([&core] { return core.localCa(); })},
        {"ca-create", control::caCreateVerb(
                          [&core](bool isReplacing) { return core.createLocalCa(isReplacing); })},
        {"check", control::checkVerb({
                      .start =
                          [&core](const auto &request, auto progressed, auto finished) {
                              return core.startCheck(request, std::move(progressed),
                                                     std::move(finished));
                          },
                      .stop = [&core] { core.stopCheck(); },
                  })},
        {"downloads", control::downloadsVerb([&core] { return core.downloads(); })},
        {"credentials", control::credentialsVerb([&core] { return core.credentials(); })},
        {"credentials-import",
         control::credentialsImportVerb([&core](const auto &request, const auto &done) {
             core.importCredentials(request, done);
         })},
        {"export", control::exportVerb({
                       .start =
                           [&core](const auto &request, auto progressed, auto finished) {
                               return core.startExport(request, std::move(progressed),
                                                       std::move(finished));
                           },
                       .stop = [&core] { core.stopArchiving(); },
                   })},
        {"images", control::imagesVerb([&core](const auto &query, auto done) {
             core.images(query, std::move(done));
         })},
        {"import", control::importVerb({
                       .start =
                           [&core](const auto &request, auto progressed, auto finished) {
                               return core.startImport(request, std::move(progressed),
                                                       std::move(finished));
                           },
                       .stop = [&core] { core.stopArchiving(); },
                   })},
        {"inspect", control::inspectVerb([&core](const auto &reference, auto done) {
             core.image(reference, std::move(done));
         })},
        {"login", control::loginVerb([&core](const auto &request, const auto &done) {
             core.login(request, done);
         })},
        {"logout", control::logoutVerb(
                       [&core](const auto &scope, const auto &done) { core.logout(scope, done); })},
        {"offline", control::offlineVerb({.isOffline = [&core] { return core.isOffline(); },
                                          .setOffline =
                                              [&core](bool is) {
                                                  return core.setOffline(is);
                                              }})},
        {"pin", control::pinVerb([&core](const auto &request) { return core.setPinned(request); })},
        {"prefetch", control::prefetchVerb({
                         .start =
                             [&core](const auto &request, auto progressed, auto finished) {
                                 return core.prefetch(request, std::move(progressed),
                                                      std::move(finished));
                             },
                         .cancel = [&core](std::uint64_t id) { core.cancelPrefetch(id); },
                     })},
        {"prune", control::pruneVerb([&core](const auto &request, auto done) {
             core.remove(request, std::move(done));
         })},
        {"purge", control::purgeVerb([&core](const auto &request, auto done) {
             core.remove(request, std::move(done));
         })},
        {"refresh", control::refreshVerb([&core](const auto &reference, auto done) {
             core.refresh(reference, std::move(done));
         })},
        {"status", control::statusVerb([&core] { return core.status(); })},
        {"upstream-change", control::upstreamChangeVerb([&core](const auto &change) {
             return core.changeUpstreams(change);
         })},
        {"upstream-history",
         control::upstreamHistoryVerb([&core](const auto &registry, auto hours) {
             return core.upstreamHistory(registry, hours);
         })},
        {"upstream-test",
         control::upstreamTestVerb([&core](const auto &registry, const auto &done) {
             core.testUpstream(registry, done);
         })},
        {"users", control::usersVerb([&core] { return core.users(); })},
        {"user-add", control::userAddVerb([&core](const auto &request, const auto &done) {
             core.addUser(request, done);
         })},
        {"user-remove",
         control::userRemoveVerb([&core](const auto &name) { return core.removeUser(name); })},
        {"upstreams", control::upstreamsVerb([&core] { return core.upstreams(); })},
    };
}

} // namespace

EngineDoor::EngineDoor(EngineCore &core)
    : m_server(std::make_unique<control::ControlServer>(verbsOf(core)))
{
}

EngineDoor::~EngineDoor() = default;

Result<void> EngineDoor::open(const std::string &folder)
{
    return m_server->listen(folder);
}

} // namespace lanyard
