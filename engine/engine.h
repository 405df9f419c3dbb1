// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/answer.h"
#include "api/clientsummary.h"
#include "api/config.h"
#include "api/contentcheck.h"
#include "api/credentials.h"
#include "api/downloadprogress.h"
#include "api/enginestate.h"
#include "api/enginestatus.h"
#include "api/imagearchive.h"
#include "api/imagedetails.h"
#include "api/imagesummary.h"
#include "api/localca.h"
#include "api/prefetch.h"
#include "api/repositorysizes.h"
#include "api/requestrecord.h"
#include "api/retention.h"
#include "api/settings.h"
#include "api/statssnapshot.h"
#include "api/traffic.h"
#include "api/upstreamchange.h"
#include "api/upstreamhistory.h"
#include "api/upstreamrecord.h"
#include "api/upstreamsettings.h"
#include "api/upstreamstatus.h"
#include "api/upstreamtest.h"
#include "api/users.h"
#include "core/result.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace lanyard {

/// The caching engine: the only thing the window and the command line know of it.
///
/// Lives on the thread that made it (the UI thread, or the main thread of the server), where all
/// its signals are emitted; its work is done on threads of its own. It may be started and stopped
/// any number of times. Destroying it stops it without waiting for transfers.
class Engine final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Engine)

public:
    explicit Engine(QObject *parent = nullptr);
    ~Engine() override;

    /// Reads a configuration file: Lanyard's YAML, or the proxy configuration of distribution
    /// (`version: 0.1`), which is told by its version key. `REGISTRY_*` variables apply to the
    /// latter.
    static LoadedConfig loadConfig(const QString &path);
    /// What Lanyard uses without a file: docker.io, quay.io, ghcr.io and registry.k8s.io on port
    /// 5000.
    static Config defaultConfig();
    /// Where an engine with this configuration keeps its data: an absolute path.
    static QString dataDirectory(const Config &config);

    /// Registries whose place Lanyard knows, those that most images are in first.
    static QList<KnownRegistry> knownRegistries();
    /// What is wrong with a change of these upstreams, by field, while it is typed: cheap, and asks
    /// nobody. changeUpstreams() may find more.
    static QList<UpstreamProblem> problemsOf(const std::vector<UpstreamConfig> &upstreams,
                                             const UpstreamChange &change);
    /// Whether `text` can stand in an access list: "private", "any", an address, or a CIDR.
    static bool isAccessEntry(const QString &text);

    /// Starts with `config`; allowed when stopped. Ends in started() or startFailed(). Without an
    /// address to listen on, it serves nobody: for a look at what is stored.
    void start(const Config &config);
    /// Stops: no new connections, running transfers end within limits::drainTimeout. Ends in
    /// stopped().
    void stop();

    EngineState state() const;
    /// The addresses it listens on, with the ports that were picked, as http://HOST:PORT.
    QStringList addresses() const;
    /// The address of /metrics as http://HOST:PORT; empty when there is none.
    QString debugAddress() const;

    /// Whether no upstream is asked, for as long as it runs.
    bool isOffline() const;
    /// Asks no upstream any more, or asks them again, and writes that to the configuration file for
    /// the next start. Nothing unless it runs.
    void setOffline(bool isOffline);

    // Questions about the configuration file, answered as those below, but also while the engine
    // does not run.

    /// What the file at `path`, which is absolute, says; where there is none, what a new one would.
    void settings(const QString &path, QObject *context, Answer<SettingsFile> done);
    /// Writes what differs between `before` and `wanted` of it, and nothing else; makes the file
    /// (0600) where there is none. InvalidInput says why it cannot be; InUse: somebody else changed
    /// the file at the same moment; Io. Then nothing has changed.
    void changeSettings(const SettingsChange &change, QObject *context,
                        Answer<SettingsResult> done);
    /// Whether this engine could listen there. While it starts or stops, nothing is found wrong.
    void checkAddress(const ListenAddress &address, QObject *context, Answer<AddressCheck> done);

    /// The disk of a folder, which is absolute and need not be there. Io.
    void diskSpace(const QString &folder, QObject *context, Answer<DiskSpace> done);

    /// Cheap enough to be called several times a second.
    StatsSnapshot statistics() const;
    QList<DownloadProgress> downloads() const;
    /// Who has asked since the program began, those that were seen last (limits::clientsMax).
    QList<ClientSummary> clients() const;
    /// Records with an id above `afterId`, oldest first: the newest `max` of those still kept
    /// (limits::journalRecords).
    QList<RequestRecord> recordsSince(std::uint64_t afterId, int max) const;

    // Questions that are answered later, by a call of `done` on this thread, in no order. It is not
    // called when `context` is gone by then. While the engine does not run, and when it stops
    // meanwhile, the answer is Cancelled.

    void status(QObject *context, Answer<EngineStatus> done);
    /// What went through the cache in the course of time.
    void traffic(QObject *context, Answer<TrafficHistory> done);

    /// How each upstream is.
    void upstreams(QObject *context, Answer<UpstreamOverview> done);
    /// What is configured of them.
    void upstreamSettings(QObject *context, Answer<UpstreamSettings> done);
    /// What happened in the last hours with an upstream, or with each (empty). NotFound: there is
    /// none of that name.
    void upstreamHistory(const QString &registry, std::chrono::hours hours, QObject *context,
                         Answer<QList<UpstreamHistory>> done);
    /// What upstreams were asked while a request ran, for what it names: it, or another one that
    /// wanted the same, was the cause. Empty also when that is so long ago, or before the last
    /// start, that it is not known any more. Of what still runs nothing is told.
    void upstreamRequests(const RequestRecord &request, QObject *context,
                          Answer<QList<UpstreamRecord>> done);
    /// Changes the list of upstreams, in the configuration file too where there is one.
    /// InvalidInput: what is wanted cannot be, or the file cannot be changed; NotFound: it is about
    /// none of the upstreams; InUse: the file was changed at the same moment; Io. Then nothing has
    /// changed.
    void changeUpstreams(const UpstreamChange &change, QObject *context, Answer<ChangeResult> done);
    /// Asks the servers of an upstream whether they are there. NotFound: there is none of that
    /// name.
    void testUpstream(const QString &registry, QObject *context, Answer<UpstreamTest> done);

    /// Which credentials of upstreams are kept, and where.
    void credentials(QObject *context, Answer<CredentialOverview> done);
    /// Keeps a credential. InvalidInput when it could not be used, NotFound when the registry is no
    /// upstream or refuses the credential, in its own words, Unreachable when it could not be
    /// asked; errors of the place where it is kept.
    void login(const LoginRequest &request, QObject *context, Answer<LoginResult> done);
    /// `scope` is REGISTRY[/PATH], and so is the answer. NotFound: there is no credential for it;
    /// InvalidInput: it stands in the configuration.
    void logout(const QString &scope, QObject *context, Answer<QString> done);
    /// Takes over what a file of Docker or Podman has for upstreams. InvalidInput when it is no
    /// such file.
    void importCredentials(const CredentialImport &request, QObject *context,
                           Answer<CredentialImportResult> done);

    /// Who may pull, when only users may. InvalidInput where nobody has to log in.
    void users(QObject *context, Answer<UserOverview> done);
    /// Adds one, or gives one another password. InvalidInput: the name or password cannot be one;
    /// InUse: the file was changed at the same moment; Io.
    void addUser(const UserRequest &request, QObject *context, Answer<UserResult> done);
    /// NotFound: there is no such user.
    void removeUser(const QString &name, QObject *context, Answer<void> done);

    /// The local certificate authority. NotFound: there is none yet.
    void localCa(QObject *context, Answer<LocalCaOverview> done);
    /// Makes one, unless there is one and it is not to be replaced.
    void createLocalCa(bool isReplacing, QObject *context, Answer<LocalCaResult> done);

    /// What is stored, page by page; never asks an upstream.
    void images(const ImageQuery &query, QObject *context, Answer<ImagePage> done);
    /// One image by a reference as people write it: alpine:3.19, quay.io/org/name@sha256:...
    /// InvalidInput when it is none, NotFound when it is not in the cache.
    void image(const QString &reference, QObject *context, Answer<ImageDetails> done);
    /// How much is stored of each repository and upstream, and what of it others have, too; reads
    /// no file.
    void repositorySizes(QObject *context, Answer<RepositorySizes> done);

    /// Asks upstream which image a tag names now, whatever its rule says, and stores its manifest.
    /// NotFound when upstream has none, Unreachable when it cannot be asked.
    void refresh(const QString &reference, QObject *context, Answer<RefreshResult> done);
    /// Fetches a whole image before a client asks for it. `progressed` is called a few times a
    /// second until it is done. NotFound when upstream has no such image or platform. The answer
    /// is for cancelPrefetch().
    std::uint64_t prefetch(const PrefetchRequest &request, QObject *context,
                           std::function<void(const PrefetchProgress &)> progressed,
                           Answer<PrefetchResult> done);
    /// Nothing more is fetched for it; its answer is Cancelled. Harmless when it has ended.
    void cancelPrefetch(std::uint64_t prefetch);

    /// Takes images out of the cache, or says what would go. InvalidInput when nothing is asked for
    /// or a name is none, NotFound when one is not in the cache: then nothing goes.
    void remove(const RemovalRequest &request, QObject *context, Answer<RemovalResult> done);
    /// Keeps an image whatever room there is, or lets it go when its turn comes. NotFound when it
    /// is not in the cache.
    void setPinned(const PinRequest &request, QObject *context, Answer<PinResult> done);

    /// Verifies all stored content. `progressed` is called a few times a second until it is done.
    /// InUse when a check runs; InvalidInput when it is to repair a folder that cannot be written.
    void check(const ContentCheckRequest &request, QObject *context,
               std::function<void(const ContentCheckProgress &)> progressed,
               Answer<ContentCheckResult> done);
    /// The check that runs ends soon, as Cancelled; the next one continues it.
    void stopCheck();

    /// Writes images as an OCI image layout that skopeo, podman and Docker read: a folder, or a tar
    /// file. `progressed` is called a few times a second until it is done. InvalidInput when a name
    /// is none, or the place is taken or not absolute; NotFound when an image is not in the cache,
    /// or not complete there; InUse while another export or import runs.
    void exportImages(const ExportRequest &request, QObject *context,
                      std::function<void(const ArchiveProgress &)> progressed,
                      Answer<ExportResult> done);
    /// Takes images in from an OCI image layout, or the storage of a registry, and asks no
    /// upstream. InvalidInput when it is neither; InUse; NoRoom.
    void importImages(const ImportRequest &request, QObject *context,
                      std::function<void(const ArchiveProgress &)> progressed,
                      Answer<ImportResult> done);
    /// The export or import that runs ends soon, as Cancelled.
    void stopArchiving();

Q_SIGNALS:
    void stateChanged(lanyard::EngineState state);
    void started();
    /// Its message is for the user. InvalidInput when the configuration asks for what cannot be: a
    /// folder that is not usable and has nothing to serve, an address that is none. The state is
    /// Stopped again.
    void startFailed(const lanyard::Error &error);
    void stopped();
    /// It listens elsewhere than before, while it runs.
    void addressesChanged();
    /// At a start, and when somebody has switched: whether no upstream is asked.
    void offlineChanged(bool isOffline);
    /// The configuration file was changed, by whomever: the settings of the running engine that
    /// wait for its next start, by their names there; none: all of it counts.
    void settingsRead(const QStringList &waiting);
    /// What a person should know: a warning of the engine, without secrets.
    void warningRaised(const lanyard::Message &message);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace lanyard
