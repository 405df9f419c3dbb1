// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/keychainindex.h"

#include "core/limits.h"
#include "credentials/jsondocument.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace lanyard::credentials {

namespace {

constexpr int formatVersion = 1;
const QString versionKey = QStringLiteral("version");
const QString usersKey = QStringLiteral("users");

tl::unexpected<Error> damaged(const std::string &name, Message what)
{
    return failure(
        ErrorCode::Corrupt,
        Message::both(
            Message::at(name, std::move(what)),
            QT_TRANSLATE_NOOP(
                "engine", "put the file aside, and set the credentials of the keychain again")));
}

} // namespace

KeychainIndex::KeychainIndex(std::string path)
    : m_file(std::move(path), limits::credentialFileBytesMax)
{
}

Result<std::vector<KnownCredential>> KeychainIndex::entries() const
{
    const auto content = m_file.read();
    if (!content)
        return tl::unexpected(content.error());
    if (content->stamp == FileStamp{})
        return std::vector<KnownCredential>();
    return parse(content->bytes, m_file.path());
}

Result<void> KeychainIndex::set(const KnownCredential &credential)
{
    auto all = entries();
    if (!all)
        return tl::unexpected(all.error());
    std::erase_if(*all, [&](const auto &one) { return one.scope == credential.scope; });
    all->push_back(credential);
    if (all->size() > limits::credentialsMax)
        return failure(ErrorCode::InvalidInput,
                       QT_TRANSLATE_NOOP(
                           "engine", "the keychain has as many credentials of Lanyard as it may"));
    return write(*all);
}

Result<void> KeychainIndex::remove(const CredentialScope &scope)
{
    auto all = entries();
    if (!all)
        return tl::unexpected(all.error());
    if (std::erase_if(*all, [&](const auto &one) { return one.scope == scope; }) == 0)
        return {};
    return write(*all);
}

Result<std::vector<KnownCredential>> KeychainIndex::parse(const QByteArray &text,
                                                          const std::string &name)
{
    const auto document = parseJsonObject(text);
    if (!document)
        return damaged(name, document.error().message);
    const QJsonValue users = document->value(usersKey);
    if (document->value(versionKey) != QJsonValue(formatVersion) || !users.isObject())
        return damaged(
            name, QT_TRANSLATE_NOOP("engine", "expected \"version\": 1 and an object \"users\""));
    const QJsonObject list = users.toObject();
    if (static_cast<std::size_t>(list.size()) > limits::credentialsMax)
        return damaged(name, QT_TRANSLATE_NOOP("engine", "has more entries than it may"));
    std::vector<KnownCredential> entries;
    for (auto at = list.begin(); at != list.end(); ++at) {
        const auto scope = CredentialScope::parse(at.key().toStdString());
        if (!scope || scope->toString() != at.key().toStdString() || !at.value().isString())
            return damaged(name,
                           {QT_TRANSLATE_NOOP("engine", "entry %1 is no registry with a user name"),
                            {std::to_string(entries.size() + 1)}});
        entries.push_back({*scope, at.value().toString().toStdString()});
    }
    return entries;
}

Result<void> KeychainIndex::write(const std::vector<KnownCredential> &entries)
{
    QJsonObject users;
    for (const KnownCredential &one : entries)
        users.insert(QString::fromStdString(one.scope.toString()),
                     QString::fromStdString(one.username));
    const QJsonObject document{{versionKey, formatVersion}, {usersKey, users}};
    return m_file.replace(QJsonDocument(document).toJson(QJsonDocument::Indented));
}

} // namespace lanyard::credentials
