// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/accessentry.h"
#include "config/configwatch.h"
#include "config/settingsfile.h"
#include "engineprivate.h"
#include "http/addresscheck.h"
#include "http/addressconflict.h"

#include <QFileInfo>
#include <QStorageInfo>
#include <QUrl>

#include <utility>

namespace lanyard {

namespace {

/// What waits of a file that says `now`. An engine that was started without it knows nothing of it.
QStringList waitingOf(const std::optional<Config> &started, const Config &now)
{
    if (!started)
        return {};
    return started->file == now.file ? config::waitingOf(*started, now)
                                     : config::differencesOf(*started, now);
}

bool isInTheWayOf(const QString &url, const ListenAddress &address)
{
    const QUrl own(url);
    return http::areInEachOthersWay(
        {.host = own.host().toStdString(), .port = static_cast<std::uint16_t>(own.port())},
        address);
}

Result<DiskSpace> diskSpaceOf(const QString &folder)
{
    QFileInfo there(folder);
    while (!there.exists() && !there.isRoot())
        there.setFile(there.path());
    const QStorageInfo disk(there.filePath());
    if (!disk.isValid() || !disk.isReady())
        return failure(
            ErrorCode::Io,
            Message::at(folder, QT_TRANSLATE_NOOP("engine", "its disk cannot be asked")));
    return DiskSpace{.bytes = disk.bytesTotal(), .freeBytes = disk.bytesAvailable()};
}

} // namespace

bool Engine::isAccessEntry(const QString &text)
{
    return config::isAccessEntry(text.toStdString());
}

void Engine::settings(const QString &path, QObject *context, Answer<SettingsFile> done)
{
    d->askAboutFile(context, std::move(done), [path] { return config::readSettings(path); });
}

void Engine::changeSettings(const SettingsChange &change, QObject *context,
                            Answer<SettingsResult> done)
{
    d->askAboutFile(context, std::move(done),
                    [change, started = d->startedWith]() -> Result<SettingsResult> {
                        return config::writeSettings(change).map([&](const Config &now) {
                            return SettingsResult{.file = config::readSettings(change.path),
                                                  .waiting = waitingOf(started, now)};
                        });
                    });
}

void Engine::checkAddress(const ListenAddress &address, QObject *context, Answer<AddressCheck> done)
{
    // What it begins to listen on, or still does, would be taken from it or look taken.
    if (d->state == EngineState::Starting || d->state == EngineState::Stopping) {
        d->askAboutFile(context, std::move(done), [] { return AddressCheck(); });
        return;
    }
    QStringList own = d->addresses.service;
    own.append(d->addresses.debug);
    for (const QString &url : std::as_const(own)) {
        // It gives up what it has.
        if (!url.isEmpty() && isInTheWayOf(url, address)) {
            d->askAboutFile(context, std::move(done), [] { return AddressCheck(); });
            return;
        }
    }
    d->askAboutFile(context, std::move(done), [address] { return http::checkAddress(address); });
}

void Engine::diskSpace(const QString &folder, QObject *context, Answer<DiskSpace> done)
{
    d->askAboutFile(context, std::move(done), [folder] { return diskSpaceOf(folder); });
}

} // namespace lanyard
