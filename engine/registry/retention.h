// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/retention.h"
#include "core/imageref.h"
#include "core/result.h"
#include "core/taskqueue.h"
#include "store/evictor.h"
#include "store/store.h"
#include "upstream/routes.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace lanyard::registry {

/// Takes images out of the cache because a person says so, and keeps those that a person pins.
///
/// Lives on the engine thread.
class Retention
{
public:
    using RemovalDone = std::function<void(const Result<RemovalResult> &)>;

    /// Both outlive it.
    Retention(store::Store &store, const upstream::Routes &routes);
    Retention(const Retention &) = delete;
    Retention &operator=(const Retention &) = delete;

    /// `done` is called later, unless this is gone by then. InvalidInput when nothing is asked for
    /// or a name is none; NotFound when one is not in the cache, and then nothing goes.
    void remove(const RemovalRequest &request, RemovalDone done);
    /// NotFound when what is to be pinned is not in the cache.
    Result<PinResult> setPinned(const PinRequest &request);

private:
    using Choices = std::vector<store::ImageChoice>;

    Result<store::EvictionTerms> termsOf(const RemovalRequest &request) const;
    Result<Choices> choicesOf(const RemovalRequest &request) const;
    Result<void> chooseImage(std::string_view reference, Choices &choices) const;
    Result<void> chooseRepository(std::string_view name, Choices &choices) const;
    Result<void> chooseRegistry(std::string_view name, Choices &choices) const;
    void chooseAll(std::string_view prefix, Choices &choices) const;
    bool isStored(store::RepositoryId repository, const ImageRef &ref) const;

    store::Store &m_store;
    const upstream::Routes &m_routes;
    TaskQueue m_later;
};

} // namespace lanyard::registry
