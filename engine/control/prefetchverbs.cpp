// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/prefetchverbs.h"

#include "control/jsontext.h"

#include <QJsonArray>

#include <utility>

namespace lanyard::control {

namespace {

constexpr QLatin1String referenceName("reference");

QJsonObject progressJson(const PrefetchProgress &progress)
{
    return {
        {QStringLiteral("name"), jsonText(progress.name)},
        {QStringLiteral("pieces"), progress.pieces},
        {QStringLiteral("piecesDone"), progress.piecesDone},
        {QStringLiteral("totalBytes"), static_cast<qint64>(progress.totalBytes)},
        {QStringLiteral("doneBytes"), static_cast<qint64>(progress.doneBytes)},
    };
}

QJsonObject resultJson(const PrefetchResult &result)
{
    return {
        {QStringLiteral("name"), jsonText(result.name)},
        {QStringLiteral("digest"), jsonText(result.digest)},
        {QStringLiteral("platforms"), jsonTexts(result.platforms)},
        {QStringLiteral("pieces"), result.pieces},
        {QStringLiteral("totalBytes"), static_cast<qint64>(result.totalBytes)},
        {QStringLiteral("fetchedBytes"), static_cast<qint64>(result.fetchedBytes)},
    };
}

QJsonObject refreshJson(const RefreshResult &result)
{
    return {
        {QStringLiteral("name"), jsonText(result.name)},
        {QStringLiteral("digest"), jsonText(result.digest)},
        {QStringLiteral("before"),
         result.before.isEmpty() ? QJsonValue() : jsonText(result.before)},
        {QStringLiteral("changed"), result.digest != result.before},
    };
}

} // namespace

Verb prefetchVerb(PrefetchActions actions)
{
    return [actions = std::move(actions)](const QJsonObject &arguments, const SharedReply &reply) {
        PrefetchRequest request{.reference = arguments.value(referenceName).toString().toUtf8(),
                                .platforms = {}};
        const QJsonArray platforms = arguments.value(QLatin1String("platforms")).toArray();
        for (const auto &platform : platforms)
            request.platforms.append(platform.toString().toUtf8());
        const std::uint64_t id = actions.start(
            request,
            [reply](const PrefetchProgress &progress) { reply->progress(progressJson(progress)); },
            answerWith<PrefetchResult>(reply, resultJson));
        reply->setOnAbandoned([cancel = actions.cancel, id] { cancel(id); });
    };
}

Verb refreshVerb(RefreshTag refresh)
{
    return [refresh = std::move(refresh)](const QJsonObject &arguments, const SharedReply &reply) {
        refresh(arguments.value(referenceName).toString().toStdString(),
                answerWith<RefreshResult>(reply, refreshJson));
    };
}

} // namespace lanyard::control
