// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/privilegedrequest.h"

#include "setup/fieldreader.h"
#include "setup/messagejson.h"
#include "setup/privilegedtarget.h"
#include "setup/recordjson.h"
#include "setup/setuplimits.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <utility>

namespace lanyard::setup {

namespace {

constexpr int protocolVersion = 1;

constexpr const char *theRequest = QT_TRANSLATE_NOOP("engine", "the request");

const QString versionName = QStringLiteral("version");
const QString operationName = QStringLiteral("operation");
const QString applyWord = QStringLiteral("apply");
const QString undoWord = QStringLiteral("undo");
const QString stampName = QStringLiteral("stamp");
const QString filesName = QStringLiteral("files");
const QString servicesName = QStringLiteral("services");
const QString notesName = QStringLiteral("notes");
const QString errorName = QStringLiteral("error");
const QString codeName = QStringLiteral("code");
const QString messageName = QStringLiteral("message");

/// The failures that an answer may tell.
constexpr std::array<std::pair<ErrorCode, const char *>, 6> codes{{
    {ErrorCode::InvalidInput, "invalid-input"},
    {ErrorCode::NotFound, "not-found"},
    {ErrorCode::TimedOut, "timed-out"},
    {ErrorCode::Io, "io"},
    {ErrorCode::NoRoom, "no-room"},
    {ErrorCode::InUse, "in-use"},
}};

QString wordOf(ErrorCode code)
{
    const auto found = std::find_if(codes.begin(), codes.end(),
                                    [code](const auto &row) { return row.first == code; });
    return QString::fromLatin1(found == codes.end() ? "io" : found->second);
}

ErrorCode codeOf(const QString &word)
{
    const auto found = std::find_if(codes.begin(), codes.end(), [&word](const auto &row) {
        return word == QLatin1String(row.second);
    });
    return found == codes.end() ? ErrorCode::Io : found->first;
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

void readVersion(FieldReader &fields)
{
    if (fields.number(versionName, limits::filesMax) != protocolVersion)
        fields.refuse(
            versionName,
            QT_TRANSLATE_NOOP(
                "engine", "`%1` is another one: Lanyard and its helper do not belong together"));
}

Result<void> checkFiles(const PrivilegedRequest &request)
{
    for (const FileChange &change : request.changes) {
        if (auto allowed = checkTarget(change.path, change.recipe); !allowed)
            return allowed;
    }
    for (const FileRecord &record : request.records) {
        auto allowed = checkTarget(record.path, record.recipe);
        if (allowed)
            allowed = checkCreatedFolders(record.path, record.createdFolders);
        if (!allowed)
            return allowed;
    }
    return {};
}

Result<void> checkServices(const QList<ServiceTask> &services)
{
    for (const ServiceTask &task : services) {
        if (!isOfSystem(task.action))
            return failure(ErrorCode::InvalidInput,
                           Message::at(nameOf(task.action),
                                       QT_TRANSLATE_NOOP("engine", "this service is not root's")));
    }
    return {};
}

Result<void> readFiles(PrivilegedRequest &request, const QList<QJsonObject> &files,
                       const QList<QJsonObject> &services)
{
    const auto tasks = listFrom(services, serviceTaskFrom);
    if (!tasks)
        return tl::unexpected(tasks.error());
    request.services = *tasks;
    if (request.operation == PrivilegedRequest::Operation::Undo)
        return listFrom(files, fileRecordFrom).map([&request](const auto &records) {
            request.records = records;
        });
    return listFrom(files, fileChangeFrom).map([&request](const auto &changes) {
        request.changes = changes;
    });
}

} // namespace

QByteArray toJson(const PrivilegedRequest &request)
{
    const bool isUndo = request.operation == PrivilegedRequest::Operation::Undo;
    QJsonObject object{{versionName, protocolVersion},
                       {operationName, isUndo ? undoWord : applyWord},
                       {filesName, isUndo ? arrayOf(request.records) : arrayOf(request.changes)},
                       {servicesName, arrayOf(request.services)}};
    if (!isUndo)
        object.insert(stampName, request.stamp);
    return compact(object);
}

Result<PrivilegedRequest> privilegedRequestFrom(const QByteArray &json)
{
    if (json.size() > limits::privilegedBytesMax)
        return failure(ErrorCode::InvalidInput,
                       QT_TRANSLATE_NOOP("engine", "the request is too long"));
    const auto object = objectOf(json, theRequest);
    if (!object)
        return tl::unexpected(object.error());
    FieldReader fields(*object, theRequest);
    readVersion(fields);
    PrivilegedRequest request;
    const bool isUndo = fields.word(operationName, {applyWord, undoWord}) == undoWord;
    if (isUndo) {
        request.operation = PrivilegedRequest::Operation::Undo;
    } else {
        request.stamp = fields.text(stampName, limits::wordLengthMax);
        if (!isStamp(request.stamp))
            fields.refuse(stampName, QT_TRANSLATE_NOOP("engine", "`%1` is no time"));
    }
    const QList<QJsonObject> files = fields.objects(filesName, limits::filesMax);
    const QList<QJsonObject> services = fields.objects(servicesName, limits::servicesMax);
    auto read = fields.finish();
    if (read)
        read = readFiles(request, files, services);
    if (read)
        read = checkFiles(request);
    if (read)
        read = checkServices(request.services);
    return read.map([&request] { return request; });
}

QByteArray answerJson(const Result<ChangeBatch::Outcome> &outcome)
{
    QJsonObject object{{versionName, protocolVersion}};
    if (outcome) {
        object.insert(filesName, arrayOf(outcome->files));
        QJsonArray notes;
        for (const Message &note : outcome->notes)
            notes.append(jsonOf(note));
        object.insert(notesName, notes);
    } else {
        object.insert(errorName, QJsonObject{{codeName, wordOf(outcome.error().code)},
                                             {messageName, jsonOf(outcome.error().message)}});
    }
    return compact(object);
}

Result<ChangeBatch::Outcome> outcomeFrom(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const QJsonValue error = object.value(errorName);
    if (error.isObject()) {
        const QJsonObject told = error.toObject();
        return failure(
            codeOf(told.value(codeName).toString()),
            messageFrom(told.value(messageName))
                .value_or(QT_TRANSLATE_NOOP("engine", "the helper program of Lanyard failed")));
    }
    FieldReader fields(object, QT_TRANSLATE_NOOP("engine", "the answer of the helper"));
    readVersion(fields);
    ChangeBatch::Outcome outcome;
    outcome.notes = fields.messages(notesName, limits::filesMax + limits::servicesMax);
    const QList<QJsonObject> files = fields.objects(filesName, limits::filesMax);
    auto read = fields.finish();
    if (read) {
        read = listFrom(files, fileRecordFrom).map([&outcome](const auto &records) {
            outcome.files = records;
        });
    }
    if (!read)
        return failure(ErrorCode::BadUpstream, read.error().message);
    return outcome;
}

} // namespace lanyard::setup
