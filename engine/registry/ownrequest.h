// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "registry/registryhandler.h"
#include "registry/registryrequest.h"

#include <QObject>

#include <functional>

namespace lanyard::registry {

using OwnAnswer = std::function<void(Result<http::Response>)>;

/// Asks for what a client could ask for, on the same way, without one: GET by tag or digest. On the
/// engine thread; so is `done`, later, unless `context` is gone by then. The answer is a 200, an
/// error what the engine would have told a client.
void ask(RequestSink &sink, RegistryRequest request, QObject *context, OwnAnswer done);

/// A request for the manifest or blob `reference` of a repository.
RegistryRequest ownRequest(Endpoint endpoint, const Repository &repository,
                           const std::string &reference);

} // namespace lanyard::registry
