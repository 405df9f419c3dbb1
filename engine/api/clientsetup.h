// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/cacheendpoint.h"
#include "core/message.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <chrono>
#include <cstdint>
#include <optional>

// The set-up of clients on this computer: what is here, what would change, and what came of it.
// Plain values.
namespace lanyard {

/// A program that pulls images. Podman stands for all that read registries.conf: Buildah, Skopeo
/// and CRI-O, too.
enum class ClientKind : std::uint8_t {
    Docker,
    Buildx,
    BuildKit,
    Earthly,
    EarthBuild,
    Containerd,
    Nerdctl,
    Podman,
    K3s,
    Rke2,
    Kind,
    Minikube,
    Colima,
};

/// All of them, in the order in which they are listed.
QList<ClientKind> allClientKinds();
/// The word for a client on the command line; not translated.
QString wordOf(ClientKind kind);
std::optional<ClientKind> clientKindOf(QStringView word);

/// What stands in the way of a set-up, or of pulls afterwards.
struct Obstacle
{
    enum class Kind : std::uint8_t {
        NotRunning,    ///< its service does not run: it is set up, and not reloaded or tried
        NoAccess,      ///< this user may not ask it, or not read its files
        FlagConflict,  ///< the same is set on its command line, where the file must not say it too
        ProxyInTheWay, ///< its proxy would be asked for the cache: there is no exception
        Unreachable,   ///< it cannot reach the address from where it runs
        OverridesSystem, ///< a file of the user hides what the system's say
        TooOld,          ///< its version cannot do what is needed
    };

    Kind kind = Kind::NotRunning;
    Message detail;         ///< for the user: what, where, and what to do
    bool isFatal = false;   ///< there is no use in a set-up before it is gone
    bool isOfFiles = false; ///< NoAccess: it is not the client, but its files that are not read
    bool operator==(const Obstacle &) const = default;
};

/// One client as it is on this computer.
struct ClientInstallation
{
    /// Whether it pulls through the cache that was asked about.
    enum class Use : std::uint8_t { Nothing, Cache, OtherMirror, Partly };
    /// Which of Docker Engine's two clients pulls (graph drivers, or containerd's store).
    enum class ImageStore : std::uint8_t { Unknown, GraphDriver, Containerd };

    ClientKind kind = ClientKind::Docker;
    QString id;      ///< one word that names it: docker, docker-rootless, buildx-NAME, podman
    Message name;    ///< as its makers write it, with what tells it from others: Docker Engine
    QString version; ///< of what pulls; empty: not known
    QString program; ///< absolute; empty: there is only its service
    bool isOfSystem = false; ///< its files are the administrator's
    bool isRootless = false;
    bool isDesktop = false; ///< Docker Desktop or another machine in the machine
    bool isRunning = false; ///< its service; of programs without one, always
    std::int64_t pid = 0;   ///< of its service; 0: not known
    ImageStore imageStore = ImageStore::Unknown;
    QString instance;          ///< of Earthly and buildx: the name of its builder
    QStringList driverOptions; ///< of a builder of buildx: NAME=VALUE
    QString configFile;        ///< absolute; the file that is edited, there or not
    QString configFolder;      ///< absolute; of those with one file for each registry (certs.d)
    Use use = Use::Nothing;
    QStringList mirrors; ///< what it uses now, as its files write it
    QList<Obstacle> obstacles;
    /// What stands in the way of one registry alone, by its name: what others have said of it.
    QMap<QString, Obstacle> registryObstacles;
    bool operator==(const ClientInstallation &) const = default;
};

/// One file as it will be.
struct FileEdit
{
    QString path; ///< absolute, as clients name it; may be a link
    std::optional<QByteArray> before;
    std::optional<QByteArray> after; ///< none: the file goes
    QByteArray diff;                 ///< unified, without the secret where there is one
    bool isPrivileged = false;       ///< this user may not write it
    Message reason;                  ///< what it is for
    bool operator==(const FileEdit &) const = default;
};

/// What has to be done with a service so that it counts.
enum class ServiceAction : std::uint8_t {
    ReloadDocker,
    ReloadRootlessDocker,
    RestartDockerDesktop,
    RestartBuildKit,
    RestartRootlessBuildKit,
    RestartK3s,
    RestartK3sAgent,
    RestartRke2Server,
    RestartRke2Agent,
    ReloadCrio,
};

/// One command of a plan.
struct PlannedCommand
{
    ServiceAction action = ServiceAction::ReloadDocker;
    QString line;       ///< as a terminal would run it
    Message interrupts; ///< what stops meanwhile; empty: nothing
    bool isPrivileged = false;
    bool operator==(const PlannedCommand &) const = default;
};

/// A text to paste where Lanyard does not write itself.
struct Snippet
{
    Message title; ///< which file, or which command
    QString file;  ///< where it goes; empty: a terminal
    QString text;
    bool operator==(const Snippet &) const = default;
};

/// A file that is not edited: it is strange, or not right.
struct EditRefusal
{
    QString path;
    Message reason; ///< with line and column where there is one
    Snippet snippet;
    bool operator==(const EditRefusal &) const = default;
};

/// What would be done for one client.
struct ClientPlan
{
    QString client; ///< ClientInstallation::id
    CacheEndpoint cache;
    QStringList registries;
    QList<FileEdit> edits;
    QList<PlannedCommand> commands;
    QList<EditRefusal> refusals;
    QList<Snippet> snippets; ///< what is left to the user
    QList<Message> notes;    ///< what does not go through the cache, and why

    /// Nothing is left to do.
    bool isDone() const { return edits.isEmpty() && commands.isEmpty() && refusals.isEmpty(); }

    bool operator==(const ClientPlan &) const = default;
};

/// Whether Lanyard can do itself what the plan says: there is something to do, nothing of it is
/// refused, and nothing is in the way.
bool canBeApplied(const ClientInstallation &client, const ClientPlan &plan);
/// Whether what is left for a client is the user's to do: Lanyard has only texts for it.
bool isByHand(const ClientInstallation &client, const ClientPlan &plan);
/// Whether there is a pull of its own that this user can start now.
bool canBeTested(const ClientInstallation &client);

/// What the user chose.
struct SetUpWish
{
    CacheEndpoint cache;
    QStringList registries; ///< the default one first
    QStringList clients;    ///< ClientInstallation::id; empty: all
    bool operator==(const SetUpWish &) const = default;
};

/// How far work on a client is.
struct SetUpStep
{
    enum class State : std::uint8_t { Running, Done, Failed, Skipped };

    QString client;
    Message what; ///< for the user
    State state = State::Running;
    Message detail; ///< of a failure: what, where, and what to do
    bool operator==(const SetUpStep &) const = default;
};

/// A set-up that can be undone.
struct AppliedSetUp
{
    QString client;
    Message clientName;
    QString cacheUrl;
    QStringList registries;
    QStringList files;
    std::int64_t appliedAtMs = 0; ///< since 1970-01-01 UTC
    bool isPaused = false;        ///< undone until it is resumed
    bool isCutShort = false;      ///< it, or its undoing, was interrupted: undoing it ends that
    bool operator==(const AppliedSetUp &) const = default;
};

/// What was done.
struct SetUpResult
{
    QString client;
    QStringList changedFiles;
    QList<Message> notes; ///< for the user: what was kept because somebody has edited it since, ...
    Message trouble;      ///< of one among several: why nothing was done; empty: it was
    bool operator==(const SetUpResult &) const = default;
};

/// A request for a probe image that arrived at the cache.
struct ProbeSighting
{
    QString registry; ///< for which it was taken
    QString form;     ///< nameOf(RequestForm)
    QString what;     ///< manifest, config, layer
    QString userAgent;
    QString address;       ///< of the client
    std::int64_t atMs = 0; ///< since 1970-01-01 UTC
    bool operator==(const ProbeSighting &) const = default;
};

/// Whether what arrived is a whole pull: the manifest and the content. A manifest alone, or one
/// with its configuration, means that the rest came from elsewhere.
bool isWholePull(const QList<ProbeSighting> &sightings);

/// Whether a client pulls through the cache, as the cache saw it.
struct ProofResult
{
    QString client;
    QString registry;
    bool isProved = false;          ///< manifest and content arrived, and the client was content
    QList<ProbeSighting> sightings; ///< oldest first
    Message trouble; ///< which step did not arrive, and the likely reason; empty when it is proved
    QString output;  ///< the last lines that the client said, without secrets
    bool operator==(const ProofResult &) const = default;
};

/// A pull of a probe by hand, on this or another computer.
struct ProbeCommand
{
    QString nonce; ///< 32 hexadecimal digits
    QString line;  ///< for a terminal
    bool operator==(const ProbeCommand &) const = default;
};

} // namespace lanyard
