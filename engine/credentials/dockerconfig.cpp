// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/dockerconfig.h"

#include "core/limits.h"
#include "credentials/jsondocument.h"

#include <QJsonObject>

#include <utility>

namespace lanyard::credentials {

namespace {

tl::unexpected<Error> invalid(Message place, Message what)
{
    return failure(ErrorCode::InvalidInput, Message::at(std::move(place), std::move(what)));
}

template <typename Value>
const Value *longestIn(const std::map<CredentialScope, Value> &values, const CredentialScope &scope)
{
    const Value *best = nullptr;
    std::size_t length = 0;
    for (const auto &[key, value] : values) {
        if (key.covers(scope.registry, scope.path) && (!best || key.path.size() > length)) {
            best = &value;
            length = key.path.size();
        }
    }
    return best;
}

/// One reading of a file.
class Reader
{
public:
    Result<DockerConfig> read(const QJsonObject &document);

private:
    using Read = Result<void> (Reader::*)(const CredentialScope &scope, const Message &place,
                                          const QJsonValue &value);

    Result<void> readList(const QJsonObject &document, const char *name, Read readValue);
    Result<void> readEntry(const CredentialScope &scope, const Message &place,
                           const QJsonValue &value);
    Result<void> readHelper(const CredentialScope &scope, const Message &place,
                            const QJsonValue &value);
    Result<Credential> readCredential(const QJsonObject &object, const Message &place) const;

    DockerConfig m_config;
};

Result<DockerConfig> Reader::read(const QJsonObject &document)
{
    if (auto done = readList(document, "auths", &Reader::readEntry); !done)
        return tl::unexpected(done.error());
    if (auto done = readList(document, "credHelpers", &Reader::readHelper); !done)
        return tl::unexpected(done.error());
    const QJsonValue store = document.value(QLatin1String("credsStore"));
    m_config.store = store.toString().toStdString();
    if (!store.isUndefined() && !store.isNull() && !store.isString())
        return invalid("credsStore", QT_TRANSLATE_NOOP("engine", "expected text"));
    if (const auto checked = checkHelperName(m_config.store); !m_config.store.empty() && !checked)
        return invalid("credsStore", checked.error().message);
    return std::move(m_config);
}

/// Goes through an object of registries; null is an empty one, as for Go.
Result<void> Reader::readList(const QJsonObject &document, const char *name, Read readValue)
{
    const QJsonValue list = document.value(QLatin1String(name));
    if (list.isUndefined() || list.isNull())
        return {};
    if (!list.isObject())
        return invalid(name, QT_TRANSLATE_NOOP("engine", "expected an object"));
    const QJsonObject entries = list.toObject();
    if (static_cast<std::size_t>(entries.size()) > limits::credentialsMax)
        return invalid(name, QT_TRANSLATE_NOOP("engine", "has too many entries"));
    int number = 0;
    for (auto at = entries.begin(); at != entries.end(); ++at) {
        ++number;
        const auto scope = scopeOfServer(at.key().toStdString());
        if (!scope) {
            m_config.skipped.push_back(
                Message::at(name, {QT_TRANSLATE_NOOP("engine", "entry %1 is for no registry"),
                                   {std::to_string(number)}}));
            continue;
        }
        auto done = (this->*readValue)(*scope, Message::at(name, scope->toString()), at.value());
        if (!done)
            return done;
    }
    return {};
}

Result<void> Reader::readEntry(const CredentialScope &scope, const Message &place,
                               const QJsonValue &value)
{
    if (!value.isObject())
        return invalid(place, QT_TRANSLATE_NOOP("engine", "expected an object"));
    const auto credential = readCredential(value.toObject(), place);
    if (!credential)
        return tl::unexpected(credential.error());
    if (credential->username.empty() && credential->password.isEmpty()) {
        m_config.markers.insert(scope);
        return {};
    }
    if (const auto checked = checkCredential(*credential); !checked)
        m_config.skipped.push_back(Message::at(place, checked.error().message));
    else
        m_config.entries.emplace(scope, *credential);
    return {};
}

/// An entry of Docker's has `auth`, the base64 of user:password, and an `identitytoken` instead of
/// the password when the registry gave one; others write `username` and `password` beside or
/// without it.
Result<Credential> Reader::readCredential(const QJsonObject &object, const Message &place) const
{
    const auto text = [&](const char *key) {
        return object.value(QLatin1String(key)).toString();
    };
    Credential credential{.username = text("username").toStdString(),
                          .password = Secret(text("password").toStdString())};
    if (const QString encoded = text("auth"); !encoded.isEmpty()) {
        const auto result = QByteArray::fromBase64Encoding(encoded.toUtf8(),
                                                           QByteArray::AbortOnBase64DecodingErrors);
        if (!result)
            return invalid(place, QT_TRANSLATE_NOOP("engine", "auth is not base64"));
        const QByteArray &decoded = *result;
        const qsizetype colon = decoded.indexOf(':');
        if (colon < 0)
            return invalid(place,
                           QT_TRANSLATE_NOOP("engine", "auth is not the base64 of user:password"));
        // Docker, too, takes the NULs off that some programs have put behind the password.
        qsizetype end = decoded.size();
        while (end > colon + 1 && decoded.at(end - 1) == '\0')
            --end;
        credential.username = decoded.first(colon).toStdString();
        credential.password = Secret(decoded.sliced(colon + 1, end - colon - 1).toStdString());
    }
    if (const QString token = text("identitytoken"); !token.isEmpty()) {
        credential.password = Secret(token.toStdString());
        credential.isIdentityToken = true;
    }
    return credential;
}

Result<void> Reader::readHelper(const CredentialScope &scope, const Message &place,
                                const QJsonValue &value)
{
    if (!value.isString())
        return invalid(place, QT_TRANSLATE_NOOP("engine", "expected text"));
    std::string name = value.toString().toStdString();
    if (const auto checked = checkHelperName(name); !name.empty() && !checked)
        return invalid(place, checked.error().message);
    m_config.helpers.emplace(scope, std::move(name));
    return {};
}

} // namespace

std::optional<KeptCredential> DockerConfig::sourceOf(const CredentialScope &scope) const
{
    const std::string *helper = longestIn(helpers, scope);
    if (helper == nullptr && !store.empty())
        helper = &store;
    if (helper != nullptr && !helper->empty())
        return HelperBinding{*helper};
    if (const Credential *entry = longestIn(entries, scope))
        return *entry;
    return std::nullopt;
}

std::set<CredentialScope> DockerConfig::scopes() const
{
    std::set<CredentialScope> all = markers;
    for (const auto &[scope, entry] : entries)
        all.insert(scope);
    for (const auto &[scope, helper] : helpers)
        all.insert(scope);
    return all;
}

Result<DockerConfig> parseDockerConfig(const QByteArray &text)
{
    const auto document = parseJsonObject(text);
    if (!document)
        return tl::unexpected(document.error());
    return Reader().read(*document);
}

std::optional<CredentialScope> scopeOfServer(std::string_view server)
{
    bool isUrl = false;
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (server.starts_with(scheme)) {
            server.remove_prefix(scheme.size());
            isUrl = true;
            break;
        }
    }
    const std::size_t slash = server.find('/');
    std::string_view path;
    if (slash != std::string_view::npos)
        path = server.substr(slash + 1);
    while (path.ends_with('/'))
        path.remove_suffix(1);
    const bool isApi = path == "v1" || path == "v2";
    if (isUrl && !isApi && path.starts_with("v1/"))
        return std::nullopt; // https://index.docker.io/v1/access-token
    std::string text(server.substr(0, slash));
    // Docker looks only at the host; a path counts where Podman writes it, which is not in a URL.
    if (!path.empty() && !isApi && !isUrl)
        text.append("/").append(path);
    const auto scope = CredentialScope::parse(text);
    return scope ? std::optional(*scope) : std::nullopt;
}

} // namespace lanyard::credentials
