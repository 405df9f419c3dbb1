// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/configwatch.h"

#include "config/configfile.h"
#include "config/firstfile.h"

#include <QFile>
#include <QFileInfo>

#include <utility>

namespace lanyard::config {

namespace {

/// Sorts the settings of a file that was changed, one at a time.
class Sorter
{
public:
    Sorter(const ConfigInUse &inUse, const Config &before, const Config &now)
        : m_inUse(inUse)
        , m_before(before)
        , m_now(now)
        , m_change{.config = inUse.now, .later = {}, .hidden = {}}
    {
    }

    /// A setting that can change while it is used, but perhaps not now.
    template <typename Setting>
    void take(const char *name, Setting Config::*setting, bool mayChange = true)
    {
        const bool isHidden = m_inUse.started.*setting != m_inUse.read.*setting;
        if (isHidden && m_now.*setting != m_before.*setting)
            m_change.hidden.append(QLatin1String(name));
        else if (!isHidden && mayChange)
            m_change.config.*setting = m_now.*setting;
        else if (!isHidden && m_now.*setting != m_before.*setting)
            m_change.later.append(QLatin1String(name));
    }

    /// Settings that cannot.
    template <typename... Setting>
    void note(const char *name, Setting Config::*...settings)
    {
        if (((m_now.*settings != m_before.*settings) || ...))
            m_change.later.append(QLatin1String(name));
    }

    ConfigChange take() { return std::move(m_change); }

private:
    const ConfigInUse &m_inUse;
    const Config &m_before;
    const Config &m_now;
    ConfigChange m_change;
};

} // namespace

ConfigChange changeOf(const ConfigInUse &inUse, const Config &before, const Config &now)
{
    const bool isAccessLater =
        now.login != inUse.started.login || now.privateAccess != inUse.started.privateAccess;
    Sorter sorter(inUse, before, now);
    sorter.take("listen", &Config::listen, !isAccessLater);
    sorter.take("access.allow", &Config::allow, !isAccessLater);
    sorter.take("access.trusted", &Config::trusted, !isAccessLater);
    sorter.take("upstreams", &Config::upstreams);
    sorter.take("defaultUpstream", &Config::defaultUpstream);
    sorter.take("offline", &Config::isOffline);
    sorter.note("access.private", &Config::privateAccess);
    sorter.note("access.htpasswd", &Config::login);
    sorter.note("storage", &Config::dataDirectory, &Config::capacity, &Config::keepFree,
                &Config::health);
    sorter.note("downloads", &Config::downloads);
    sorter.note("pinned", &Config::pinned);
    sorter.note("debug", &Config::debug, &Config::debugAllow);
    sorter.note("log", &Config::logFormat, &Config::accessLog);
    sorter.note("http", &Config::responseHeaders, &Config::networkThreads);
    return sorter.take();
}

QStringList waitingOf(const Config &started, const Config &now)
{
    return changeOf({.started = started, .read = started, .now = started}, started, now).later;
}

QStringList differencesOf(const Config &started, const Config &now)
{
    QStringList names = waitingOf(started, now);
    const auto add = [&](const char *name, auto setting) {
        if (started.*setting != now.*setting && !names.contains(QLatin1String(name)))
            names.append(QLatin1String(name));
    };
    add("listen", &Config::listen);
    add("access.allow", &Config::allow);
    add("access.trusted", &Config::trusted);
    add("upstreams", &Config::upstreams);
    add("defaultUpstream", &Config::defaultUpstream);
    add("offline", &Config::isOffline);
    return names;
}

ConfigWatch::ConfigWatch(const Config &inUse, Loader loader, std::chrono::milliseconds interval)
    : m_loader(std::move(loader))
    , m_watch({QFile::encodeName(inUse.file).toStdString()}, interval)
    , m_inUse{.started = inUse, .read = readAtStart(inUse.file), .now = inUse}
    , m_before(m_inUse.read)
{
    connect(&m_watch, &FileWatch::changed, this, &ConfigWatch::reload);
}

ConfigWatch::~ConfigWatch() = default;

/// One that is not there yet says what a new one does.
Config ConfigWatch::readAtStart(const QString &file) const
{
    return QFileInfo::exists(file) ? m_loader().config.value_or(Config()) : firstFileConfig();
}

void ConfigWatch::reload()
{
    const LoadedConfig loaded = m_loader();
    if (!loaded.config) {
        Q_EMIT warningRaised(
            Message::both(firstErrorOf(loaded),
                          QT_TRANSLATE_NOOP("engine", "what was there before stays in use")));
        return;
    }
    const ConfigChange change = changeOf(m_inUse, m_before, *loaded.config);
    m_before = *loaded.config;
    tell(change);
    const Config before = std::exchange(m_inUse.now, change.config);
    if (before != m_inUse.now)
        Q_EMIT changed(before, m_inUse.now);
    Q_EMIT fileChanged(changeOf(m_inUse, m_inUse.read, m_before).later);
}

void ConfigWatch::tell(const ConfigChange &change)
{
    if (!change.hidden.isEmpty())
        Q_EMIT warningRaised(
            Message::at(m_inUse.started.file,
                        {QT_TRANSLATE_NOOP("engine", "what was changed of %1 does not count, as "
                                                     "the program was started with something else"),
                         {change.hidden.join(QStringLiteral(", "))}}));
}

} // namespace lanyard::config
