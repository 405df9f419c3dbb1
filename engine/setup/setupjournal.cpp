// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/setupjournal.h"

#include "core/privatefolder.h"
#include "setup/fieldreader.h"
#include "setup/messagejson.h"
#include "setup/recordjson.h"
#include "setup/setuplimits.h"

#include <QFile>
#include <QJsonDocument>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace lanyard::setup {

namespace {

constexpr int journalVersion = 1;

//: A file, what is wrong with it follows.
constexpr const char *thisFile = QT_TRANSLATE_NOOP("engine", "this");

const QString versionName = QStringLiteral("version");
const QString clientsName = QStringLiteral("clients");
const QString clientName = QStringLiteral("client");
const QString clientNameName = QStringLiteral("clientName");
const QString cacheUrlName = QStringLiteral("cacheUrl");
const QString registriesName = QStringLiteral("registries");
const QString stateName = QStringLiteral("state");
const QString appliedAtName = QStringLiteral("appliedAtMs");
const QString filesName = QStringLiteral("files");
const QString servicesName = QStringLiteral("services");

/// In the order of SetUpRecord::State.
const QStringList &stateWords()
{
    static const QStringList words{QStringLiteral("applying"), QStringLiteral("applied"),
                                   QStringLiteral("undoing"), QStringLiteral("paused")};
    return words;
}

QJsonObject recordFields(const SetUpRecord &record)
{
    return {{clientName, record.client},
            {clientNameName, jsonOf(record.clientName)},
            {cacheUrlName, record.cacheUrl},
            {registriesName, QJsonArray::fromStringList(record.registries)},
            {stateName, stateWords().at(static_cast<int>(record.state))},
            {appliedAtName, static_cast<qint64>(record.appliedAtMs)},
            {filesName, arrayOf(record.files)},
            {servicesName, arrayOf(record.services)}};
}

Result<SetUpRecord> recordFrom(const QJsonObject &object)
{
    constexpr std::int64_t msMax = std::int64_t(1) << 53;
    FieldReader fields(object, QT_TRANSLATE_NOOP("engine", "a client"));
    SetUpRecord record;
    record.client = fields.text(clientName, limits::pathLengthMax);
    record.clientName = fields.message(clientNameName);
    record.cacheUrl = fields.text(cacheUrlName, limits::pathLengthMax);
    record.registries = fields.texts(registriesName, limits::registriesMax, limits::pathLengthMax);
    const QString state = fields.word(stateName, stateWords());
    record.state =
        static_cast<SetUpRecord::State>(std::max<qsizetype>(stateWords().indexOf(state), 0));
    record.appliedAtMs = fields.number(appliedAtName, msMax);
    const QList<QJsonObject> files = fields.objects(filesName, limits::filesMax);
    const QList<QJsonObject> services = fields.objects(servicesName, limits::servicesMax);
    if (auto read = fields.finish(); !read)
        return tl::unexpected(read.error());
    const auto records = listFrom(files, fileRecordFrom);
    if (!records)
        return tl::unexpected(records.error());
    const auto tasks = listFrom(services, serviceTaskFrom);
    if (!tasks)
        return tl::unexpected(tasks.error());
    record.files = *records;
    record.services = *tasks;
    return record;
}

} // namespace

AppliedSetUp SetUpRecord::summary() const
{
    QStringList paths;
    for (const FileRecord &file : files)
        paths.append(file.path);
    return {.client = client,
            .clientName = clientName,
            .cacheUrl = cacheUrl,
            .registries = registries,
            .files = paths,
            .appliedAtMs = appliedAtMs,
            .isPaused = state == State::Paused,
            .isCutShort = isCutShort()};
}

QByteArray journalJson(const QList<SetUpRecord> &records)
{
    QJsonArray clients;
    for (const SetUpRecord &record : records)
        clients.append(recordFields(record));
    return QJsonDocument(QJsonObject{{versionName, journalVersion}, {clientsName, clients}})
        .toJson();
}

Result<QList<SetUpRecord>> journalFrom(const QByteArray &json)
{
    const auto object = objectOf(json, thisFile);
    if (!object)
        return tl::unexpected(object.error());
    if (object->value(versionName).toInt() > journalVersion)
        return failure(
            ErrorCode::InvalidInput,
            QT_TRANSLATE_NOOP("engine", "a later version of Lanyard wrote it; use that one"));
    FieldReader fields(*object, thisFile);
    if (fields.number(versionName, journalVersion) != journalVersion)
        fields.refuse(versionName, QT_TRANSLATE_NOOP("engine", "`%1` is not known"));
    const QList<QJsonObject> clients = fields.objects(clientsName, limits::clientsMax);
    if (auto read = fields.finish(); !read)
        return tl::unexpected(read.error());
    return listFrom(clients, recordFrom);
}

SetUpJournal::SetUpJournal(const QString &folder)
    : m_folder(folder)
    , m_file(QFile::encodeName(folder + QStringLiteral("/setup.json")).toStdString(),
             limits::journalBytesMax)
{
}

Result<FolderLock> SetUpJournal::lock() const
{
    if (auto made = makeFolder(); !made)
        return tl::unexpected(made.error());
    return FolderLock::acquire(QFile::encodeName(m_folder).toStdString() + "/setup.lock");
}

Result<void> SetUpJournal::makeFolder() const
{
    if (!makePrivateFolder(QFile::encodeName(m_folder).toStdString()))
        return failure(ErrorCode::Io,
                       Message::at(m_folder, {QT_TRANSLATE_NOOP("engine", "cannot be made: %1"),
                                              {std::generic_category().message(errno)}}));
    return {};
}

Result<QList<SetUpRecord>> SetUpJournal::read() const
{
    const auto content = m_file.read();
    if (!content)
        return tl::unexpected(content.error());
    if (content->stamp == FileStamp())
        return QList<SetUpRecord>();
    return journalFrom(content->bytes).map_error([this](const Error &error) {
        return Error{
            error.code,
            Message::at(
                m_file.path(),
                {QT_TRANSLATE_NOOP("engine", "what was set up on this computer cannot be read: %1"),
                 {error.message}})};
    });
}

Result<void> SetUpJournal::put(const SetUpRecord &record) const
{
    auto records = read();
    if (!records)
        return tl::unexpected(records.error());
    const auto same =
        std::find_if(records->begin(), records->end(),
                     [&record](const SetUpRecord &one) { return one.client == record.client; });
    if (same == records->end())
        records->append(record);
    else
        *same = record;
    return write(*records);
}

Result<void> SetUpJournal::remove(const QString &client) const
{
    auto records = read();
    if (!records)
        return tl::unexpected(records.error());
    records->removeIf([&client](const SetUpRecord &one) { return one.client == client; });
    return write(*records);
}

Result<void> SetUpJournal::write(const QList<SetUpRecord> &records) const
{
    const QByteArray json = journalJson(records);
    // One that could not be read would keep all clients from being undone.
    auto readable = journalFrom(json).map([](const auto &) {});
    if (readable && json.size() > limits::journalBytesMax)
        readable = failure(ErrorCode::InvalidInput, QT_TRANSLATE_NOOP("engine", "it is too much"));
    if (!readable)
        return failure(
            ErrorCode::InvalidInput,
            Message::at(
                m_file.path(),
                {QT_TRANSLATE_NOOP("engine", "what is to be set up cannot be kept in mind: %1"),
                 {readable.error().message}}));
    if (auto made = makeFolder(); !made)
        return made;
    return m_file.replace(json);
}

} // namespace lanyard::setup
