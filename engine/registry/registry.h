// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "core/taskqueue.h"
#include "registry/blobhandler.h"
#include "registry/manifesthandler.h"
#include "registry/privategate.h"
#include "registry/referrershandler.h"
#include "registry/registryhandler.h"
#include "registry/tagresolver.h"
#include "registry/tagshandler.h"

#include <QObject>

#include <utility>
#include <vector>

namespace lanyard::registry {

/// The engine's side of the protocol: everything that may ask an upstream. Lives on the engine
/// thread, with all its handlers.
class Registry final : public QObject, public RequestSink
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Registry)

public:
    /// All references outlive it.
    Registry(store::Store &store, StoredManifests &manifests, upstream::UpstreamClient &client,
             credentials::CredentialStore &credentials, journal::Statistics &statistics,
             const Clock &clock, const Config &config);

    /// Before the first request of that upstream, and when they change.
    void setTagRules(upstream::UpstreamId id, const std::vector<TagRule> &rules)
    {
        m_tagResolver.setRules(id, TagRules(rules));
    }

    /// What an upstream does not have may be there from now on: it is asked elsewhere.
    void forgetAbsences(upstream::UpstreamId id) { m_absences.forget(id); }

    /// The rule of a tag, as it counts now.
    AppliedRule ruleFor(const Repository &repository, const std::string &tag) const
    {
        return m_tagResolver.ruleFor(repository, tag);
    }

    /// See TagResolver.
    void look(const Repository &repository, const std::string &tag, TagResolver::LookDone done)
    {
        m_tagResolver.look(repository, tag, std::move(done));
    }

    /// From any thread: takes a request over to the engine thread.
    void submit(RegistryRequest request) override;

    QList<DownloadProgress> downloads() const { return m_blobs.downloads(); }

    /// Whether a manifest that was fetched is on its way to the disk.
    bool isStoring(const Repository &repository, const Digest &manifest) const
    {
        return m_fetcher.isStoring(repository, manifest);
    }

Q_SIGNALS:
    /// No download of this blob runs any more; the catalogue knows whether it is stored.
    void downloadEnded(const lanyard::Digest &digest);
    /// What the user should know; without secrets.
    void warningRaised(const lanyard::Message &message);

private:
    void dispatch(RegistryRequest request);

    ManifestFetcher m_fetcher;
    Absences m_absences;
    ManifestHandler m_manifests;
    TagResolver m_tagResolver;
    BlobHandler m_blobs;
    TagsHandler m_tags;
    ReferrersHandler m_referrers;
    PrivateGate m_gate;
    TaskQueue m_submitted;
};

} // namespace lanyard::registry
