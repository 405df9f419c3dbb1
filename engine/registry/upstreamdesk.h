// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/imagesummary.h"
#include "api/upstreamhistory.h"
#include "api/upstreamstatus.h"
#include "credentials/credentialstore.h"
#include "journal/history.h"
#include "registry/registry.h"
#include "registry/suggestions.h"
#include "store/store.h"
#include "upstream/routes.h"
#include "upstream/upstreamclient.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace lanyard::registry {

/// Upstreams as a person manages them: gives the rooms another list of them while requests run, and
/// says how each one is. Engine thread.
class UpstreamDesk
{
public:
    /// What it tells of changes, and asks. All outlive it.
    struct Parts
    {
        upstream::Routes &routes;
        upstream::UpstreamClient &client;
        credentials::CredentialStore &credentials;
        Registry &registry;
        store::Store &store;
        journal::History &history;
        const Suggestions &suggestions;
    };

    explicit UpstreamDesk(const Parts &parts);

    /// Takes the place of the list before, which is empty at first. What is known of an upstream is
    /// kept unless it is asked in another way now; requests that run go on as they began.
    void assign(const std::vector<UpstreamConfig> &upstreams, const std::string &defaultRegistry);
    void setOffline(bool isOffline);

    UpstreamOverview overview() const;
    /// What happened in the hours that begin at `since` or later, with the upstream of this name or
    /// alias, or with each (empty). NotFound: there is none of that name.
    Result<QList<UpstreamHistory>> history(const std::string &registry, WallTime since) const;
    /// By which rule the tag of an image holds now, in words; empty when it has none, or its
    /// upstream is none any more.
    Message ruleOf(const ImageSummary &image) const;
    /// What an upstream is called here that is known by this name or alias; NotFound.
    Result<std::string> nameOf(const std::string &registry) const;
    /// Asks its servers, with its credential or instead with the one given. `done` is called once,
    /// later, unless this engine is gone by then; at once with NotFound when there is no such
    /// upstream.
    void test(const std::string &registry, const std::optional<credentials::Credential> &given,
              const std::function<void(const Result<UpstreamTest> &)> &done);

private:
    /// Whether other tag rules count for it now.
    bool assign(upstream::UpstreamId id, const UpstreamConfig &upstream);
    std::optional<upstream::UpstreamId> idOf(const std::string &registry) const;

    const Parts m_parts;
    std::vector<upstream::UpstreamId> m_ids;                  ///< in the order of the list
    std::map<upstream::UpstreamId, UpstreamConfig> m_configs; ///< of those in the list
};

} // namespace lanyard::registry
