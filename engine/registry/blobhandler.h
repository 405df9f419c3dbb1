// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/download.h"

#include <QList>
#include <QObject>

#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

namespace lanyard::registry {

/// Answers requests for a blob that the network threads could not: by a download, or by asking
/// upstream whether this repository has what another one brought. Engine thread.
class BlobHandler final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BlobHandler)

public:
    BlobHandler(store::Store &store, upstream::UpstreamClient &client,
                journal::Statistics &statistics, const Clock &clock, const DownloadConfig &config);
    ~BlobHandler() override;

    void handle(RegistryRequest request);
    /// The running downloads, oldest first.
    QList<DownloadProgress> downloads() const;

Q_SIGNALS:
    /// No download of this blob runs any more; the catalogue knows whether it is stored.
    void downloadEnded(const lanyard::Digest &digest);
    void warningRaised(const lanyard::Message &message);

private:
    /// Answers what the catalogue knows of linked content; returns whether it did.
    bool answerKnown(RegistryRequest &request, CacheResult result);
    void download(RegistryRequest request, std::optional<std::int64_t> announced);
    void setAside(Download &download);
    void remove(Download &download);
    /// Asks upstream by HEAD whether the repository has the blob, links it, and tries again.
    void authorise(RegistryRequest request);
    void authorised(RegistryRequest request, const upstream::UpstreamHead &head);

    store::Store &m_store;
    upstream::UpstreamClient &m_client;
    const DownloadConfig m_config;
    const AheadStreams m_ahead;
    const Download::Context m_context;
    std::unordered_map<Digest, std::unique_ptr<Download>> m_downloads;
    std::vector<std::unique_ptr<Download>> m_passing; ///< whose bytes are not stored
};

} // namespace lanyard::registry
