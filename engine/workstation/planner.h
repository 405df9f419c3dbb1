// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clientsetup.h"
#include "core/result.h"
#include "recipes/recipe.h"
#include "setup/applier.h"
#include "setup/servicetask.h"
#include "workstation/sketch.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace lanyard::workstation {

/// What plans ask of the computer they are made on.
struct PlanningHelp
{
    /// What a file says, by the path that clients name; none: it is not there. Io and InvalidInput
    /// say what is wrong with it.
    std::function<Result<std::optional<QByteArray>>(const QString &path)> read;
    /// Whether it is there, and this user may not read it. Asked when it could not be read.
    std::function<bool(const QString &path)> isLocked;
    /// Whether it was written for this client, the cache and the registries that are planned for,
    /// and is not taken back.
    std::function<bool(const QString &client, const QString &path)> isSetUp;
    /// Whether only root may write it, and the helper does. Io: neither the helper nor this user
    /// may.
    std::function<Result<bool>(const QString &path, const recipes::Recipe &recipe)> isPrivileged;
    /// What would be run for this.
    std::function<PlannedCommand(const setup::ServiceTask &task)> commandFor;
    bool isRoot = false; ///< this user is root already
};

/// Makes plans for clients, one after the other: what one of them changes, the next finds changed,
/// for several may share a file. It changes nothing. One thread.
class Planner
{
public:
    Planner(CacheEndpoint cache, QStringList registries, PlanningHelp help);

    ClientPlan plan(const ClientInstallation &client);

private:
    /// A plan while it is made, and what its notes will tell of.
    struct Draft
    {
        ClientPlan plan;
        QStringList locked; ///< files that are not read, and are set up
        QStringList shared; ///< files that the plan of `sharedWith` changes as this one would
        Message sharedWith;
    };

    /// What a plan makes of a file.
    struct Change
    {
        QByteArray after;
        Message clientName;
    };

    void addFile(Draft &draft, const ClientInstallation &client, const SketchedFile &file);
    void addLocked(Draft &draft, const SketchedFile &file) const;
    void addEdit(Draft &draft, const ClientInstallation &client, const SketchedFile &file,
                 const std::optional<QByteArray> &before);
    Result<std::optional<QByteArray>> read(const QString &path) const;
    FileEdit editOf(const SketchedFile &file, const std::optional<QByteArray> &before,
                    const QByteArray &after, bool isPrivileged) const;
    /// With what is left to do in a terminal where this user may not do it; that is nothing for
    /// root.
    Message withWayOut(const Message &reason, const QString &client) const;

    const CacheEndpoint m_cache;
    const QStringList m_registries;
    const PlanningHelp m_help;
    QMap<QString, Change> m_changed; ///< by path
};

/// Whether the file at `path`, on the disk, was written for this client, this cache and these
/// registries, and is not taken back. A wish without a login means the one that is there. Pure.
bool isRecorded(const QList<setup::SetUpRecord> &records, const QString &client,
                const QString &path, const CacheEndpoint &cache, const QStringList &registries);

/// What has to be done so that a plan of this client comes true; `onDisk` leads from a path as
/// clients name it to that on the disk. Pure.
setup::ClientChange changeOf(const ClientPlan &plan, const ClientInstallation &client,
                             const std::function<QString(const QString &)> &onDisk);

} // namespace lanyard::workstation
