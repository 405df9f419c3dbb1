// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/credentialfile.h"

#include "core/limits.h"
#include "credentials/credentialjson.h"
#include "credentials/jsondocument.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace lanyard::credentials {

namespace {

constexpr int formatVersion = 1;

const QString versionKey = QStringLiteral("version");
const QString credentialsKey = QStringLiteral("credentials");

tl::unexpected<Error> damaged(Message place, Message what)
{
    return failure(
        ErrorCode::Corrupt,
        Message::both(
            Message::at(std::move(place), std::move(what)),
            QT_TRANSLATE_NOOP(
                "engine", "nothing is written to it until this is mended, or the file put aside")));
}

Result<void> check(const KeptCredential &kept)
{
    if (const auto *binding = std::get_if<HelperBinding>(&kept))
        return checkHelperName(binding->name);
    return checkCredential(std::get<Credential>(kept));
}

} // namespace

CredentialFile::CredentialFile(std::string path)
    : m_file(std::move(path), limits::credentialFileBytesMax)
{
}

Result<CredentialMap> CredentialFile::entries()
{
    if (m_entries && m_file.stamp() == m_stamp)
        return *m_entries;
    m_entries.reset();
    const auto content = m_file.read();
    if (!content)
        return tl::unexpected(content.error());
    auto entries =
        content->stamp == FileStamp{} ? Result<CredentialMap>() : parse(content->bytes, path());
    if (entries) {
        m_entries = *entries;
        m_stamp = content->stamp;
    }
    return entries;
}

Result<std::optional<KeptCredential>> CredentialFile::get(const CredentialScope &scope)
{
    const auto all = entries();
    if (!all)
        return tl::unexpected(all.error());
    const auto found = all->find(scope);
    return found == all->end() ? std::nullopt : std::optional(found->second);
}

Result<void> CredentialFile::set(const CredentialScope &scope, const KeptCredential &credential)
{
    if (const auto checked = check(credential); !checked)
        return checked;
    auto all = entries();
    if (!all)
        return tl::unexpected(all.error());
    all->insert_or_assign(scope, credential);
    if (all->size() > limits::credentialsMax)
        return failure(
            ErrorCode::InvalidInput,
            Message::at(path(), QT_TRANSLATE_NOOP("engine", "has as many credentials as it may")));
    return write(std::move(*all));
}

Result<bool> CredentialFile::remove(const CredentialScope &scope)
{
    auto all = entries();
    if (!all)
        return tl::unexpected(all.error());
    if (all->erase(scope) == 0)
        return false;
    return write(std::move(*all)).map([] { return true; });
}

Result<void> CredentialFile::write(CredentialMap entries)
{
    m_entries.reset();
    const QByteArray text = toText(entries);
    if (text.size() > limits::credentialFileBytesMax)
        return failure(
            ErrorCode::InvalidInput,
            Message::at(path(), QT_TRANSLATE_NOOP("engine", "would be longer than it may be")));
    return m_file.replace(text);
}

Result<CredentialMap> CredentialFile::parse(const QByteArray &text, const std::string &name)
{
    const auto document = parseJsonObject(text);
    if (!document)
        return damaged(name, document.error().message);
    if (document->value(versionKey) != QJsonValue(formatVersion))
        return damaged(name, {QT_TRANSLATE_NOOP("engine", "expected %1"), {"\"version\": 1"}});
    if (!document->value(credentialsKey).isObject() || document->size() != 2)
        return damaged(
            name,
            QT_TRANSLATE_NOOP(
                "engine", "expected an object \"credentials\" beside the version, and no more"));
    const QJsonObject list = document->value(credentialsKey).toObject();
    if (static_cast<std::size_t>(list.size()) > limits::credentialsMax)
        return damaged(name, QT_TRANSLATE_NOOP("engine", "has more credentials than it may"));
    CredentialMap entries;
    int number = 0;
    for (auto at = list.begin(); at != list.end(); ++at) {
        const Message nth = Message::at(
            name, {QT_TRANSLATE_NOOP("engine", "credential %1"), {std::to_string(++number)}});
        const auto scope = CredentialScope::parse(at.key().toStdString());
        if (!scope)
            return damaged(nth, scope.error().message);
        const Message place = Message::at(name, scope->toString());
        auto entry = credentialOfJson(at.value().toObject());
        if (!entry)
            return damaged(place, entry.error().message);
        if (!entries.emplace(*scope, std::move(*entry)).second)
            return damaged(place, QT_TRANSLATE_NOOP("engine", "is there twice, in two spellings"));
    }
    return entries;
}

QByteArray CredentialFile::toText(const CredentialMap &entries)
{
    QJsonObject list;
    for (const auto &[scope, kept] : entries)
        list.insert(QString::fromStdString(scope.toString()), toJson(kept));
    const QJsonObject document{{versionKey, formatVersion}, {credentialsKey, list}};
    return QJsonDocument(document).toJson(QJsonDocument::Indented);
}

} // namespace lanyard::credentials
