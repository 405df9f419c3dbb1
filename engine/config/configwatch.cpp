// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/configwatch.h"

#include "config/configfile.h"

#include <QFile>

#include <utility>

namespace lanyard::config {

namespace {

/// Takes settings that can change while they are used.
template <typename... Setting>
void take(Config &inUse, const Config &before, const Config &now, Setting Config::*...settings)
{
    const auto takeOne = [&](auto setting) {
        if (now.*setting != before.*setting && inUse.*setting == before.*setting)
            inUse.*setting = now.*setting;
    };
    (takeOne(settings), ...);
}

/// Notes settings that cannot.
template <typename... Setting>
void note(QStringList &later, const char *name, const Config &before, const Config &now,
          Setting Config::*...settings)
{
    if (((now.*settings != before.*settings) || ...))
        later.append(QLatin1String(name));
}

} // namespace

ConfigChange changeOf(Config inUse, const Config &before, const Config &now)
{
    take(inUse, before, now, &Config::listen, &Config::allow, &Config::trusted, &Config::upstreams,
         &Config::defaultUpstream, &Config::isOffline);
    QStringList later;
    note(later, "storage", before, now, &Config::dataDirectory, &Config::capacity,
         &Config::keepFree, &Config::health);
    note(later, "downloads", before, now, &Config::downloads);
    note(later, "pinned", before, now, &Config::pinned);
    note(later, "access.private", before, now, &Config::privateAccess);
    note(later, "access.htpasswd", before, now, &Config::login);
    note(later, "debug", before, now, &Config::debug, &Config::debugAllow);
    note(later, "log", before, now, &Config::logFormat, &Config::accessLog);
    note(later, "http", before, now, &Config::responseHeaders, &Config::networkThreads);
    return {.config = std::move(inUse), .later = later};
}

ConfigWatch::ConfigWatch(const Config &inUse, Loader loader, std::chrono::milliseconds interval)
    : m_loader(std::move(loader))
    , m_inUse(inUse)
    , m_watch({QFile::encodeName(inUse.file).toStdString()}, interval)
    , m_before(m_loader().config)
{
    connect(&m_watch, &FileWatch::changed, this, &ConfigWatch::reload);
}

ConfigWatch::~ConfigWatch() = default;

void ConfigWatch::reload()
{
    const LoadedConfig loaded = m_loader();
    if (!loaded.config) {
        Q_EMIT warningRaised(QString::fromStdString(firstErrorOf(loaded)) +
                             QStringLiteral("; what was there before stays in use"));
        return;
    }
    ConfigChange change = changeOf(m_inUse, m_before.value_or(m_inUse), *loaded.config);
    m_before = loaded.config;
    if (!change.later.isEmpty())
        Q_EMIT warningRaised(
            QStringLiteral("%1: what was changed of %2 counts from the next start on")
                .arg(m_inUse.file, change.later.join(QStringLiteral(", "))));
    if (change.config == m_inUse)
        return;
    m_inUse = std::move(change.config);
    Q_EMIT changed(m_inUse);
}

} // namespace lanyard::config
