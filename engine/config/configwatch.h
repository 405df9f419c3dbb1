// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "core/filewatch.h"
#include "core/limits.h"

#include <QObject>
#include <QStringList>

#include <chrono>
#include <functional>
#include <optional>

namespace lanyard::config {

/// What a change of a file means for a configuration in use.
struct ConfigChange
{
    Config config;     ///< that counts from now on
    QStringList later; ///< settings that count from the next start on, by their names
};

/// `before` and `now` are what the file said; what is in use else than `before` said was told to
/// the program in another way, and stays so. Pure.
ConfigChange changeOf(Config inUse, const Config &before, const Config &now);

/// Follows the file of a configuration in use, which people change by hand. Lives on the thread
/// that made it; blocks for the disk.
class ConfigWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConfigWatch)

public:
    /// Reads the file of `inUse`, which it has.
    using Loader = std::function<LoadedConfig()>;

    ConfigWatch(const Config &inUse, Loader loader,
                std::chrono::milliseconds interval = limits::configCheckInterval);
    ~ConfigWatch() override;

Q_SIGNALS:
    /// What can change at once counts: listeners, who is served there, upstreams, offline.
    void changed(const lanyard::Config &config);
    /// The file cannot be used, or not all of it at once; what was before stays in use.
    void warningRaised(const QString &message);

private:
    void reload();

    const Loader m_loader;
    Config m_inUse;
    FileWatch m_watch;              ///< before it is read
    std::optional<Config> m_before; ///< none: at the start it could not be read
};

} // namespace lanyard::config
