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
    /// Whether only root may write it.
    std::function<bool(const QString &path, const recipes::Recipe &recipe)> isPrivileged;
    /// What would be run for this.
    std::function<PlannedCommand(const setup::ServiceTask &task)> commandFor;
};

/// Makes plans for clients, one after the other: what one of them changes, the next finds changed,
/// for several may share a file. It changes nothing. One thread.
class Planner
{
public:
    Planner(CacheEndpoint cache, QStringList registries, PlanningHelp help);

    ClientPlan plan(const ClientInstallation &client);

private:
    Result<std::optional<QByteArray>> read(const QString &path) const;
    FileEdit editOf(const SketchedFile &file, const std::optional<QByteArray> &before,
                    const QByteArray &after) const;

    const CacheEndpoint m_cache;
    const QStringList m_registries;
    const PlanningHelp m_help;
    QMap<QString, QByteArray> m_changed; ///< by path
};

/// What has to be done so that a plan of this client comes true; `onDisk` leads from a path as
/// clients name it to that on the disk. Pure.
setup::ClientChange changeOf(const ClientPlan &plan, const ClientInstallation &client,
                             const std::function<QString(const QString &)> &onDisk);

} // namespace lanyard::workstation
