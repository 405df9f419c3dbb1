// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/recordjson.h"

#include "setup/fieldreader.h"
#include "setup/setuplimits.h"

#include <QDir>
#include <QJsonDocument>

#include <algorithm>
#include <limits>

namespace lanyard::setup {

namespace {

const QString pathName = QStringLiteral("path");
const QString recipeName = QStringLiteral("recipe");
const QString sha256BeforeName = QStringLiteral("sha256Before");
const QString sha256AfterName = QStringLiteral("sha256After");
const QString stampName = QStringLiteral("stamp");
const QString createdFoldersName = QStringLiteral("createdFolders");
const QString actionName = QStringLiteral("action");
const QString pidName = QStringLiteral("pid");

QJsonObject fieldsOf(const recipes::Recipe &recipe, bool hasPassword)
{
    return QJsonDocument::fromJson(recipes::toJson(recipe, hasPassword)).object();
}

QJsonValue valueOf(const std::optional<QByteArray> &sha256)
{
    return sha256 ? QJsonValue(QString::fromLatin1(*sha256)) : QJsonValue(QJsonValue::Null);
}

Result<recipes::Recipe> recipeFrom(const QJsonObject &fields)
{
    return recipes::recipeFromJson(QJsonDocument(fields).toJson(QJsonDocument::Compact));
}

/// Without anything that could lead elsewhere than it reads.
bool isCleanPath(const QString &path)
{
    return path.startsWith(QLatin1Char('/')) && path.size() > 1 && QDir::cleanPath(path) == path;
}

QString readPath(FieldReader &fields)
{
    QString path = fields.text(pathName, limits::pathLengthMax);
    if (!isCleanPath(path))
        fields.refuse(pathName, QT_TRANSLATE_NOOP("engine", "`%1` is no absolute path"));
    return path;
}

QStringList readFolders(FieldReader &fields)
{
    QStringList folders = fields.texts(createdFoldersName, limits::filesMax, limits::pathLengthMax);
    if (!std::all_of(folders.begin(), folders.end(), isCleanPath))
        fields.refuse(createdFoldersName,
                      QT_TRANSLATE_NOOP("engine", "`%1` has what is no absolute path"));
    return folders;
}

} // namespace

QJsonObject fieldsOf(const FileChange &change)
{
    return {{pathName, change.path},
            {recipeName, fieldsOf(change.recipe, /*hasPassword*/ true)},
            {sha256BeforeName, valueOf(change.sha256Before)}};
}

QJsonObject fieldsOf(const FileRecord &record)
{
    return {{pathName, record.path},
            {recipeName, fieldsOf(record.recipe, /*hasPassword*/ false)},
            {sha256BeforeName, valueOf(record.sha256Before)},
            {sha256AfterName, QString::fromLatin1(record.sha256After)},
            {stampName, record.stamp},
            {createdFoldersName, QJsonArray::fromStringList(record.createdFolders)}};
}

QJsonObject fieldsOf(const ServiceTask &task)
{
    return {{actionName, nameOf(task.action)}, {pidName, static_cast<qint64>(task.pid)}};
}

Result<FileChange> fileChangeFrom(const QJsonObject &object)
{
    FieldReader fields(object, QT_TRANSLATE_NOOP("engine", "a change of a file"));
    FileChange change;
    change.path = readPath(fields);
    change.sha256Before = fields.optionalSha256(sha256BeforeName);
    const QJsonObject recipe = fields.object(recipeName);
    if (auto read = fields.finish(); !read)
        return tl::unexpected(read.error());
    return recipeFrom(recipe).map([&change](const recipes::Recipe &value) {
        change.recipe = value;
        return change;
    });
}

Result<FileRecord> fileRecordFrom(const QJsonObject &object)
{
    FieldReader fields(object, QT_TRANSLATE_NOOP("engine", "a record of a file"));
    FileRecord record;
    record.path = readPath(fields);
    record.sha256Before = fields.optionalSha256(sha256BeforeName);
    const QString after = fields.text(sha256AfterName, limits::wordLengthMax);
    record.sha256After = after.toLatin1();
    if (!after.isEmpty() && !isSha256(record.sha256After))
        fields.refuse(sha256AfterName,
                      QT_TRANSLATE_NOOP("engine", "`%1` is no SHA-256 in hexadecimal digits"));
    record.stamp = fields.text(stampName, limits::wordLengthMax);
    if (!isStamp(record.stamp))
        fields.refuse(stampName, QT_TRANSLATE_NOOP("engine", "`%1` is no time"));
    record.createdFolders = readFolders(fields);
    const QJsonObject recipe = fields.object(recipeName);
    if (auto read = fields.finish(); !read)
        return tl::unexpected(read.error());
    return recipeFrom(recipe).map([&record](const recipes::Recipe &value) {
        record.recipe = value;
        return record;
    });
}

Result<ServiceTask> serviceTaskFrom(const QJsonObject &object)
{
    FieldReader fields(object, QT_TRANSLATE_NOOP("engine", "a service"));
    const QString name = fields.text(actionName, limits::wordLengthMax);
    const auto action = serviceActionOf(name);
    if (!action)
        fields.refuse(actionName, QT_TRANSLATE_NOOP("engine", "`%1` is not known"));
    ServiceTask task;
    task.pid = fields.number(pidName, std::numeric_limits<std::int32_t>::max());
    if (auto read = fields.finish(); !read)
        return tl::unexpected(read.error());
    task.action = *action;
    return task;
}

} // namespace lanyard::setup
