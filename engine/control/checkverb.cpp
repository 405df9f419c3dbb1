// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/checkverb.h"

#include "control/jsontext.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace lanyard::control {

namespace {

QJsonObject progressJson(const ContentCheckProgress &progress)
{
    return {
        {QStringLiteral("files"), static_cast<qint64>(progress.files)},
        {QStringLiteral("totalFiles"), static_cast<qint64>(progress.totalFiles)},
        {QStringLiteral("bytes"), static_cast<qint64>(progress.bytes)},
        {QStringLiteral("totalBytes"), static_cast<qint64>(progress.totalBytes)},
        {QStringLiteral("damaged"), progress.damaged},
    };
}

QJsonObject damagedJson(const DamagedContent &content)
{
    return {
        {QStringLiteral("digest"), jsonText(content.digest)},
        {QStringLiteral("bytes"), static_cast<qint64>(content.size)},
        {QStringLiteral("reason"), jsonMessage(content.reason)},
        {QStringLiteral("repositories"), jsonTexts(content.repositories)},
        {QStringLiteral("putAside"), content.isPutAside},
    };
}

QJsonObject resultJson(const ContentCheckResult &result)
{
    QJsonArray damaged;
    for (const DamagedContent &content : result.damaged)
        damaged.append(damagedJson(content));
    return {
        {QStringLiteral("files"), static_cast<qint64>(result.files)},
        {QStringLiteral("bytes"), static_cast<qint64>(result.bytes)},
        {QStringLiteral("continued"), result.isContinued},
        {QStringLiteral("damagedFiles"), static_cast<qint64>(result.damagedFiles)},
        {QStringLiteral("damaged"), damaged},
    };
}

} // namespace

Verb checkVerb(CheckActions actions)
{
    return [actions = std::move(actions)](const QJsonObject &arguments, const SharedReply &reply) {
        const ContentCheckRequest request{
            .isRepairing = arguments.value(QLatin1String("repair")).toBool(),
            .isFromStart = arguments.value(QLatin1String("fromStart")).toBool(),
            .bytesPerSecond =
                std::max<qint64>(arguments.value(QLatin1String("bytesPerSecond")).toInteger(), 0)};
        const Result<void> started = actions.start(
            request,
            [reply](const ContentCheckProgress &progress) {
                reply->progress(progressJson(progress));
            },
            answerWith<ContentCheckResult>(reply, resultJson));
        if (started)
            reply->setOnAbandoned(actions.stop);
        else
            reply->fail(started.error());
    };
}

} // namespace lanyard::control
