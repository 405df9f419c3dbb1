// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "core/filewatch.h"
#include "core/limits.h"

#include <QObject>
#include <QStringList>

#include <chrono>
#include <functional>

namespace lanyard::config {

/// A configuration in use, and where it came from.
struct ConfigInUse
{
    Config started; ///< at the start
    Config read; ///< what the file said then: what differs was told to the program in another way
    Config now;  ///< what counts
};

/// What a change of a file means for a configuration in use.
struct ConfigChange
{
    Config config;      ///< that counts from now on
    QStringList later;  ///< settings that count from the next start on, by their names
    QStringList hidden; ///< those that were changed, and are told to the program in another way
};

/// `before` and `now` are what the file said, and says. Who may come is not changed while who has
/// to log in, or who gets private repositories, waits for the next start: a file that opens the
/// cache to more clients, and has them log in, must not do one without the other. Pure.
ConfigChange changeOf(const ConfigInUse &inUse, const Config &before, const Config &now);

/// Settings that wait for the next start, by their names, when a configuration was started that the
/// file said, and it says `now` what it says. Pure.
QStringList waitingOf(const Config &started, const Config &now);
/// All that differ, by their names. Pure.
QStringList differencesOf(const Config &started, const Config &now);

/// Follows the file of a configuration in use, which people change by hand, or make. Lives on the
/// thread that made it; blocks for the disk.
class ConfigWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConfigWatch)

public:
    /// Reads the file of `inUse`, which it names.
    using Loader = std::function<LoadedConfig()>;

    /// Soon after `inUse` was read: what is changed in between counts as told in another way.
    ConfigWatch(const Config &inUse, Loader loader,
                std::chrono::milliseconds interval = limits::configCheckInterval);
    ~ConfigWatch() override;

Q_SIGNALS:
    /// What can change at once counts: listeners, who is served there, upstreams, offline.
    void changed(const lanyard::Config &before, const lanyard::Config &now);
    /// The file was changed, and is right: what waits for the next start of all that it says.
    void fileChanged(const QStringList &waiting);
    /// The file cannot be used, or not all of it ever; what was before stays in use.
    void warningRaised(const lanyard::Message &message);

private:
    Config readAtStart(const QString &file) const;
    void reload();
    void tell(const ConfigChange &change);

    const Loader m_loader;
    FileWatch m_watch; ///< before it is read
    ConfigInUse m_inUse;
    Config m_before;
};

} // namespace lanyard::config
