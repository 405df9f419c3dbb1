// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/statusverbs.h"

#include "api/names.h"
#include "control/jsontext.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <utility>

namespace lanyard::control {

namespace {

qint64 number(std::uint64_t count)
{
    return static_cast<qint64>(count);
}

QJsonObject statisticsJson(const StatsSnapshot &s)
{
    return {
        {QStringLiteral("requests"), number(s.requests)},
        {QStringLiteral("manifestHits"), number(s.manifestHits)},
        {QStringLiteral("manifestMisses"), number(s.manifestMisses)},
        {QStringLiteral("blobHits"), number(s.blobHits)},
        {QStringLiteral("blobMisses"), number(s.blobMisses)},
        {QStringLiteral("stale"), number(s.stale)},
        {QStringLiteral("failed"), number(s.failed)},
        {QStringLiteral("bytesServed"), number(s.bytesServed())},
        {QStringLiteral("bytesFetched"), number(s.bytesFetched())},
        {QStringLiteral("upstreamRequests"), number(s.upstreamRequests)},
        {QStringLiteral("connections"), s.connections},
    };
}

QJsonObject diskJson(const DiskUse &disk)
{
    const auto bytes = [](std::int64_t value) {
        return static_cast<qint64>(value);
    };
    return {
        {QStringLiteral("contentBytes"), bytes(disk.contentBytes)},
        {QStringLiteral("unfinishedBytes"), bytes(disk.unfinishedBytes)},
        {QStringLiteral("capacityBytes"),
         disk.capacityBytes ? QJsonValue(bytes(*disk.capacityBytes)) : QJsonValue()},
        {QStringLiteral("keepFreeBytes"), bytes(disk.keepFreeBytes)},
        {QStringLiteral("diskFreeBytes"), bytes(disk.diskFreeBytes)},
        {QStringLiteral("diskBytes"), bytes(disk.diskBytes)},
    };
}

QJsonObject wrongDigestsJson(const WrongDigests &wrong)
{
    if (wrong.count == 0)
        return {{QStringLiteral("count"), 0}};
    return {
        {QStringLiteral("count"), number(wrong.count)},
        {QStringLiteral("lastRegistry"), jsonText(wrong.lastRegistry)},
        {QStringLiteral("lastRepository"), jsonText(wrong.lastRepository)},
        {QStringLiteral("lastAt"), jsonTime(wrong.lastAtMs)},
    };
}

QJsonObject statusJson(const EngineStatus &status)
{
    return {
        {QStringLiteral("version"), QStringLiteral(LANYARD_VERSION)},
        {QStringLiteral("state"), jsonText(nameOf(status.state))},
        {QStringLiteral("processId"), QCoreApplication::applicationPid()},
        {QStringLiteral("addresses"), QJsonArray::fromStringList(status.addresses)},
        {QStringLiteral("debugAddress"),
         status.debugAddress.isEmpty() ? QJsonValue() : QJsonValue(status.debugAddress)},
        {QStringLiteral("dataDirectory"), status.dataDirectory},
        {QStringLiteral("storageTrouble"),
         status.storageTrouble.isEmpty() ? QJsonValue() : jsonMessage(status.storageTrouble)},
        {QStringLiteral("startedAt"), jsonTime(status.startedAtMs)},
        {QStringLiteral("statistics"), statisticsJson(status.statistics)},
        {QStringLiteral("disk"), diskJson(status.disk)},
        {QStringLiteral("wrongDigests"), wrongDigestsJson(status.wrongDigests)},
    };
}

QJsonObject downloadJson(const DownloadProgress &download)
{
    return {
        {QStringLiteral("digest"), jsonText(download.digest)},
        {QStringLiteral("registry"), jsonText(download.upstream)},
        {QStringLiteral("repository"), jsonText(download.repository)},
        {QStringLiteral("receivedBytes"), static_cast<qint64>(download.receivedBytes)},
        {QStringLiteral("totalBytes"),
         download.totalBytes < 0 ? QJsonValue() : static_cast<qint64>(download.totalBytes)},
        {QStringLiteral("readers"), download.readers},
        {QStringLiteral("startedAt"), jsonTime(download.startedAtMs)},
    };
}

} // namespace

Verb statusVerb(std::function<EngineStatus()> status)
{
    return
        [status = std::move(status)](const QJsonObject & /*arguments*/, const SharedReply &reply) {
            reply->finish(statusJson(status()));
        };
}

Verb downloadsVerb(std::function<QList<DownloadProgress>()> downloads)
{
    return [downloads = std::move(downloads)](const QJsonObject & /*arguments*/,
                                              const SharedReply &reply) {
        QJsonArray array;
        const QList<DownloadProgress> running = downloads();
        for (const DownloadProgress &download : running)
            array.append(downloadJson(download));
        reply->finish({{QStringLiteral("downloads"), array}});
    };
}

} // namespace lanyard::control
