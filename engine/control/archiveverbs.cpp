// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/archiveverbs.h"

#include "control/jsontext.h"

#include <QJsonArray>

#include <utility>

namespace lanyard::control {

namespace {

constexpr QLatin1String pathName("path");

QJsonObject progressJson(const ArchiveProgress &progress)
{
    return {
        {QStringLiteral("totalBytes"), static_cast<qint64>(progress.totalBytes)},
        {QStringLiteral("doneBytes"), static_cast<qint64>(progress.doneBytes)},
    };
}

QJsonObject exportJson(const ExportResult &result)
{
    QJsonArray images;
    for (const ExportedImage &image : result.images)
        images.append(QJsonObject{{QStringLiteral("name"), jsonText(image.name)},
                                  {QStringLiteral("digest"), jsonText(image.digest)},
                                  {QStringLiteral("leftOut"), jsonTexts(image.leftOut)}});
    return {
        {QStringLiteral("path"), jsonText(result.path)},
        {QStringLiteral("bytes"), static_cast<qint64>(result.bytes)},
        {QStringLiteral("images"), images},
    };
}

QJsonObject importJson(const ImportResult &result)
{
    QJsonArray refused;
    for (const RefusedItem &item : result.refused)
        refused.append(QJsonObject{{QStringLiteral("name"), jsonText(item.name)},
                                   {QStringLiteral("reason"), jsonMessage(item.reason)}});
    return {
        {QStringLiteral("images"), static_cast<qint64>(result.images)},
        {QStringLiteral("importedBytes"), static_cast<qint64>(result.importedBytes)},
        {QStringLiteral("missingBlobs"), static_cast<qint64>(result.missing)},
        {QStringLiteral("keptTags"), static_cast<qint64>(result.keptTags)},
        {QStringLiteral("kept"), jsonTexts(result.kept)},
        {QStringLiteral("refusedItems"), static_cast<qint64>(result.refusedItems)},
        {QStringLiteral("refused"), refused},
    };
}

ExportRequest exportRequest(const QJsonObject &arguments)
{
    ExportRequest request{.references = {}, .path = arguments.value(pathName).toString().toUtf8()};
    const QJsonArray references = arguments.value(QLatin1String("references")).toArray();
    for (const auto &reference : references)
        request.references.append(reference.toString().toUtf8());
    return request;
}

ImportRequest importRequest(const QJsonObject &arguments)
{
    return {.path = arguments.value(pathName).toString().toUtf8(),
            .name = arguments.value(QLatin1String("name")).toString().toUtf8(),
            .registry = arguments.value(QLatin1String("registry")).toString().toUtf8(),
            .isReplacing = arguments.value(QLatin1String("replace")).toBool()};
}

template <typename Request, typename Answer>
Verb archiveVerb(ArchiveActions<Request, Answer> actions, Request (*read)(const QJsonObject &),
                 QJsonObject (*write)(const Answer &))
{
    return [actions = std::move(actions), read, write](const QJsonObject &arguments,
                                                       const SharedReply &reply) {
        const Result<void> started = actions.start(
            read(arguments),
            [reply](const ArchiveProgress &progress) { reply->progress(progressJson(progress)); },
            answerWith<Answer>(reply, write));
        if (started)
            reply->setOnAbandoned(actions.stop);
        else
            reply->fail(started.error());
    };
}

} // namespace

Verb exportVerb(ArchiveActions<ExportRequest, ExportResult> actions)
{
    return archiveVerb(std::move(actions), exportRequest, exportJson);
}

Verb importVerb(ArchiveActions<ImportRequest, ImportResult> actions)
{
    return archiveVerb(std::move(actions), importRequest, importJson);
}

} // namespace lanyard::control
