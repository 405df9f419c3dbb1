// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "api/contentcheck.h"
#include "api/credentials.h"
#include "api/downloadprogress.h"
#include "api/enginestatus.h"
#include "api/imagearchive.h"
#include "api/imagedetails.h"
#include "api/localca.h"
#include "api/prefetch.h"
#include "api/repositorysizes.h"
#include "api/retention.h"
#include "api/traffic.h"
#include "api/upstreamchange.h"
#include "api/upstreamhistory.h"
#include "api/upstreamrecord.h"
#include "api/upstreamsettings.h"
#include "api/upstreamstatus.h"
#include "api/upstreamtest.h"
#include "api/users.h"
#include "config/configkeeper.h"
#include "config/configwatch.h"
#include "core/clock.h"
#include "core/result.h"
#include "enginetimeouts.h"
#include "journal/books.h"

#include <QList>
#include <QObject>
#include <QStringList>

#include <chrono>
#include <functional>
#include <memory>
#include <string>

namespace lanyard {

struct EngineRooms;

/// The composition root: builds the rooms of one run of the engine and wires them through their
/// constructors. Lives on the engine thread, from start to stop.
class EngineCore final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EngineCore)

public:
    struct Addresses
    {
        QStringList service; ///< http://HOST:PORT, or https
        QString debug;       ///< empty: none
    };

    /// The references are thread-safe and outlive it.
    EngineCore(Config config, const Clock &clock, journal::Books &books,
               const EngineTimeouts &timeouts);
    /// Cuts what is still running, and writes what is queued.
    ~EngineCore() override;

    /// Opens the store and listens; blocks for the disk. The error is a sentence for the user.
    Result<void> start();
    /// No new requests; ends in drained() when the running ones have ended or taken too long.
    void drain();

    // Between start() and the end:

    Addresses addresses() const;
    QList<DownloadProgress> downloads() const;
    EngineStatus status() const;
    TrafficHistory traffic();

    /// Where its configuration was read; empty: nowhere.
    const QString &configFile() const { return m_config.file; }

    UpstreamOverview upstreams() const;
    UpstreamSettings upstreamSettings() const;
    /// What happened in the last hours with an upstream, or with each (empty). NotFound: there is
    /// none of that name.
    Result<QList<UpstreamHistory>> upstreamHistory(const std::string &registry,
                                                   std::chrono::hours hours) const;
    /// As of journal::UpstreamJournal::causedBy().
    QList<UpstreamRecord> upstreamRequests(const RequestRecord &request) const;
    bool isOffline() const;
    /// No upstream is asked, or they are again; kept for the next start, where that can be.
    ChangeResult setOffline(bool isOffline);
    /// Changes the list of upstreams, in the configuration file too. Errors as of
    /// config::ConfigKeeper::change().
    Result<ChangeResult> changeUpstreams(const UpstreamChange &change);
    /// Asks the servers of an upstream whether they are there. NotFound: there is none.
    void testUpstream(const std::string &registry,
                      const std::function<void(const Result<UpstreamTest> &)> &done);
    /// Which credentials of upstreams are kept, and where.
    CredentialOverview credentials() const;
    /// Keeps one that the registry accepts. As of registry::CredentialDesk.
    void login(const LoginRequest &request,
               const std::function<void(const Result<LoginResult> &)> &done);
    void logout(const std::string &scope, const std::function<void(const Result<QString> &)> &done);
    void importCredentials(const CredentialImport &import,
                           const std::function<void(const Result<CredentialImportResult> &)> &done);
    /// Who may pull. As of auth::UserDesk.
    Result<UserOverview> users() const;
    void addUser(const UserRequest &request, std::function<void(const Result<UserResult> &)> done);
    Result<void> removeUser(const std::string &name);
    /// The local certificate authority. As of localca::LocalCa.
    Result<LocalCaOverview> localCa() const;
    Result<LocalCaResult> createLocalCa(bool isReplacing);
    /// Looked up on another thread; `done` is called on this one, later, unless this is gone then.
    void images(const ImageQuery &query, std::function<void(const Result<ImagePage> &)> done);
    void image(const std::string &reference,
               std::function<void(const Result<ImageDetails> &)> done);
    void repositorySizes(std::function<void(const Result<RepositorySizes> &)> done);
    /// Fetches an image. `finished` is called later, unless it is cancelled or this is gone then;
    /// `progressed` any number of times before. The answer is for cancelPrefetch().
    std::uint64_t prefetch(const PrefetchRequest &request,
                           std::function<void(const PrefetchProgress &)> progressed,
                           std::function<void(const Result<PrefetchResult> &)> finished);
    void cancelPrefetch(std::uint64_t id);
    /// Asks upstream what a tag names now.
    void refresh(const std::string &reference,
                 std::function<void(const Result<RefreshResult> &)> done);
    /// Takes images out. `done` is called later, unless this is gone then.
    void remove(const RemovalRequest &request,
                std::function<void(const Result<RemovalResult> &)> done);
    Result<PinResult> setPinned(const PinRequest &request);
    /// Verifies all stored content, one check at a time: InUse. `finished` is called later, unless
    /// this is gone then; `progressed` any number of times before.
    Result<void> startCheck(const ContentCheckRequest &request,
                            std::function<void(const ContentCheckProgress &)> progressed,
                            std::function<void(const Result<ContentCheckResult> &)> finished);
    /// The next one continues it.
    void stopCheck();
    /// Writes images as an OCI image layout, or takes them in from a disk, one after the other:
    /// InUse. Events as for a check.
    Result<void> startExport(const ExportRequest &request,
                             std::function<void(const ArchiveProgress &)> progressed,
                             std::function<void(const Result<ExportResult> &)> finished);
    Result<void> startImport(const ImportRequest &request,
                             std::function<void(const ArchiveProgress &)> progressed,
                             std::function<void(const Result<ImportResult> &)> finished);
    void stopArchiving();

Q_SIGNALS:
    void drained();
    void addressesChanged();
    /// The configuration file was changed; what waits for the next start.
    void settingsRead(const QStringList &waiting);
    /// At the start, and at each switch.
    void offlineChanged(bool isOffline);
    void warningRaised(const lanyard::Message &message);

private:
    Result<void> listen();
    void followFile();
    void apply(const Config &before, const Config &now);

    const Config m_config; ///< of the start; what has changed since is in the rooms
    const Clock &m_clock;
    journal::Books &m_books;
    const EngineTimeouts m_timeouts;
    const WallTime m_startedAt;
    config::ConfigKeeper m_keeper;
    QString m_debugAddress;
    std::unique_ptr<EngineRooms> m_rooms;
    std::unique_ptr<config::ConfigWatch> m_watch; ///< none: there is no file
};

} // namespace lanyard
