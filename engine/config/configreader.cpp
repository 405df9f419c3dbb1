// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/accessentry.h"
#include "config/configfile.h"
#include "config/headerfield.h"
#include "config/healthreader.h"
#include "config/mappingreader.h"
#include "config/realm.h"
#include "config/tlsreader.h"
#include "config/upstreamreader.h"
#include "config/userpath.h"
#include "core/bytesize.h"
#include "core/imageref.h"
#include "core/limits.h"

#include <algorithm>
#include <utility>

namespace lanyard::config {

namespace {

/// Reads the sections of Lanyard's configuration, one function each, into a Config.
class ConfigReader
{
public:
    ConfigReader(const FileReader &readFile, Diagnostics &diagnostics)
        : m_readFile(readFile)
        , m_diagnostics(diagnostics)
    {
    }

    Config read(const YamlNode &root);

private:
    void readVersion(MappingReader &reader, const Field &document);
    void readListen(const Field &field);
    void readListener(const Field &field);
    void readListenerAccess(const Field &field, ListenConfig &listener);
    std::optional<ListenAddress> readAddress(MappingReader &reader, const Field &parent);
    void readDebug(const Field &field);
    void readStorage(const Field &field);
    std::optional<std::int64_t> readByteSize(const Field &field);
    void readDownloads(const Field &field);
    void readPinned(const Field &field);
    void readDefaultUpstream(const std::optional<Field> &field);
    void readAccess(const Field &field);
    void readHtpasswd(const Field &field);
    std::vector<std::string> readAllowed(const Field &field);
    std::vector<std::string> readClients(const Field &field);
    void checkLogins();
    void readLog(const Field &field);
    void readHttp(const Field &field);

    const FileReader &m_readFile;
    Diagnostics &m_diagnostics;
    Config m_config = defaultConfig();
    std::vector<Field> m_wantedLogins; ///< of listeners
};

Config ConfigReader::read(const YamlNode &root)
{
    const Field document = rootField(root);
    MappingReader reader(document, m_diagnostics);
    readVersion(reader, document);
    if (const auto listen = reader.take("listen"))
        readListen(*listen);
    if (const auto storage = reader.take("storage"))
        readStorage(*storage);
    if (const auto upstreams = reader.take("upstreams"))
        m_config.upstreams = UpstreamReader(m_readFile, m_diagnostics).read(*upstreams);
    readDefaultUpstream(reader.take("defaultUpstream"));
    if (const auto offline = reader.take("offline"))
        m_config.isOffline = readBoolean(*offline, m_diagnostics).value_or(false);
    if (const auto downloads = reader.take("downloads"))
        readDownloads(*downloads);
    if (const auto pinned = reader.take("pinned"))
        readPinned(*pinned);
    if (const auto access = reader.take("access"))
        readAccess(*access);
    if (const auto debug = reader.take("debug"))
        readDebug(*debug);
    if (const auto log = reader.take("log"))
        readLog(*log);
    if (const auto http = reader.take("http"))
        readHttp(*http);
    reader.reportUnknownKeys();
    checkLogins();
    return std::move(m_config);
}

void ConfigReader::readVersion(MappingReader &reader, const Field &document)
{
    const auto version = reader.take("version");
    // A document that is no mapping has been reported as such.
    const auto kind = document.node->kind;
    if (!version && (kind == YamlNode::Kind::Mapping || kind == YamlNode::Kind::Null))
        m_diagnostics.error(document.place, QT_TRANSLATE_NOOP("engine", "expected version: 1"));
    else if (version && version->node->scalar != "1")
        reportUnexpected(*version, "1", m_diagnostics);
}

void ConfigReader::readListen(const Field &field)
{
    m_config.listen.clear();
    const std::vector<Field> items = readSequence(field, m_diagnostics);
    if (items.empty() && field.node->kind == YamlNode::Kind::Sequence)
        m_diagnostics.error(
            field.place,
            Message::at(field.name, QT_TRANSLATE_NOOP("engine", "expected at least one address")));
    for (const Field &item : items)
        readListener(item);
}

void ConfigReader::readListener(const Field &field)
{
    MappingReader reader(field, m_diagnostics);
    const auto address = readAddress(reader, field);
    const auto tls = reader.take("tls");
    const auto access = reader.take("access");
    reader.reportUnknownKeys();
    if (!address)
        return;
    const bool isRepeated = address->port != 0 &&
                            std::ranges::find(m_config.listen, *address, &ListenConfig::address) !=
                                m_config.listen.end();
    if (isRepeated)
        m_diagnostics.error(
            field.place,
            Message::at(field.name,
                        QT_TRANSLATE_NOOP("engine", "this address is in the list already")));
    ListenConfig &listener = m_config.listen.emplace_back();
    listener.address = *address;
    if (tls)
        listener.tls = readTls(*tls, m_diagnostics);
    if (access)
        readListenerAccess(*access, listener);
}

void ConfigReader::readListenerAccess(const Field &field, ListenConfig &listener)
{
    MappingReader reader(field, m_diagnostics);
    const auto allow = reader.take("allow");
    const auto login = reader.take("login");
    reader.reportUnknownKeys();
    if (allow)
        listener.allow = readAllowed(*allow);
    if (login) {
        const auto asks = readBoolean(*login, m_diagnostics);
        listener.asksLogin = asks.value_or(true);
        if (asks == true)
            m_wantedLogins.push_back(*login);
    }
}

void ConfigReader::readDebug(const Field &field)
{
    MappingReader reader(field, m_diagnostics);
    m_config.debug = readAddress(reader, field);
    const auto allow = reader.take("allow");
    reader.reportUnknownKeys();
    if (allow)
        m_config.debugAllow = readClients(*allow);
    else if (m_config.debug && !isLoopback(*m_config.debug))
        m_diagnostics.warning(
            field.place,
            Message::at(
                field.name,
                {QT_TRANSLATE_NOOP(
                     "engine",
                     "only this computer is answered there; %1 can name others, such as [private]"),
                 {field.name + ".allow"}}));
}

std::optional<ListenAddress> ConfigReader::readAddress(MappingReader &reader, const Field &parent)
{
    const auto field = reader.take("address");
    if (!field) {
        m_diagnostics.error(
            parent.place,
            Message::at(parent.name,
                        QT_TRANSLATE_NOOP("engine", "expected address, such as \"0.0.0.0:5000\"")));
        return std::nullopt;
    }
    auto address = ListenAddress::parse(field->node->scalar);
    if (!address)
        reportUnexpected(
            *field,
            QT_TRANSLATE_NOOP("engine", "ADDRESS:PORT such as \"0.0.0.0:5000\" or \"[::]:5000\""),
            m_diagnostics);
    return address;
}

void ConfigReader::readStorage(const Field &field)
{
    MappingReader reader(field, m_diagnostics);
    if (const auto directory = reader.take("directory"))
        m_config.dataDirectory = readPath(*directory, m_diagnostics).value_or(QString());
    if (const auto capacity = reader.take("capacity"))
        m_config.capacity = readByteSize(*capacity);
    if (const auto keepFree = reader.take("keepFree"))
        m_config.keepFree = readByteSize(*keepFree);
    if (const auto health = reader.take("health"))
        m_config.health = readHealth(*health, m_diagnostics);
    reader.reportUnknownKeys();
}

std::optional<std::int64_t> ConfigReader::readByteSize(const Field &field)
{
    const auto bytes = parseByteSize(field.node->scalar);
    if (!bytes)
        reportUnexpected(field, QT_TRANSLATE_NOOP("engine", "a size such as 50GiB"), m_diagnostics);
    return bytes;
}

void ConfigReader::readDownloads(const Field &field)
{
    MappingReader reader(field, m_diagnostics);
    DownloadConfig &downloads = m_config.downloads;
    if (const auto above = reader.take("parallelAbove"))
        downloads.parallelAbove = readByteSize(*above).value_or(downloads.parallelAbove);
    if (const auto above = reader.take("finishAbove")) {
        const auto share = readInteger(*above, 0, 100, m_diagnostics);
        downloads.finishAbove = static_cast<int>(share.value_or(downloads.finishAbove));
    }
    reader.reportUnknownKeys();
}

void ConfigReader::readPinned(const Field &field)
{
    MappingReader reader(field, m_diagnostics);
    const auto check = reader.take("check");
    const auto refresh = reader.take("refresh");
    reader.reportUnknownKeys();
    PinnedConfig &pinned = m_config.pinned;
    if (check) {
        const auto every = parsePinCheck(check->node->scalar);
        if (!every)
            reportUnexpected(*check, QT_TRANSLATE_NOOP("engine", "off, hourly or daily"),
                             m_diagnostics);
        pinned.checkEvery = every.value_or(pinned.checkEvery);
    }
    if (refresh)
        pinned.refreshes = readBoolean(*refresh, m_diagnostics).value_or(false);
    if (pinned.refreshes && pinned.checkEvery.count() == 0)
        m_diagnostics.error(
            refresh->place,
            Message::at(refresh->name,
                        QT_TRANSLATE_NOOP("engine", "nothing is refreshed with check: off")));
}

void ConfigReader::readDefaultUpstream(const std::optional<Field> &field)
{
    const auto isConfigured = [this](const std::string &registry) {
        return std::any_of(
            m_config.upstreams.begin(), m_config.upstreams.end(),
            [&registry](const UpstreamConfig &one) { return one.registry == registry; });
    };
    if (field) {
        const auto name = readText(*field, m_diagnostics);
        if (!name)
            return;
        m_config.defaultUpstream = canonicalRegistryName(*name);
        if (!isConfigured(m_config.defaultUpstream))
            reportUnexpected(*field,
                             QT_TRANSLATE_NOOP("engine", "the registry of one of the upstreams"),
                             m_diagnostics);
        return;
    }
    // Names without a registry are Docker Hub's; with a single upstream they can be nobody else's.
    if (isConfigured(m_config.defaultUpstream))
        return;
    m_config.defaultUpstream =
        m_config.upstreams.size() == 1 ? m_config.upstreams.front().registry : std::string();
}

void ConfigReader::readAccess(const Field &field)
{
    MappingReader reader(field, m_diagnostics);
    const auto allow = reader.take("allow");
    const auto trusted = reader.take("trusted");
    const auto privateAccess = reader.take("private");
    const auto htpasswd = reader.take("htpasswd");
    reader.reportUnknownKeys();
    if (allow)
        m_config.allow = readAllowed(*allow);
    if (trusted)
        m_config.trusted = readClients(*trusted);
    if (privateAccess) {
        const auto parsed = parsePrivateAccess(privateAccess->node->scalar);
        if (!parsed)
            reportUnexpected(*privateAccess, QT_TRANSLATE_NOOP("engine", "trusted, any or off"),
                             m_diagnostics);
        m_config.privateAccess = parsed.value_or(m_config.privateAccess);
    }
    if (htpasswd)
        readHtpasswd(*htpasswd);
}

void ConfigReader::readHtpasswd(const Field &field)
{
    MappingReader reader(field, m_diagnostics);
    const auto path = reader.take("path");
    const auto realm = reader.take("realm");
    reader.reportUnknownKeys();
    LoginConfig login;
    if (path)
        login.file = readPath(*path, m_diagnostics).value_or(QString());
    else
        m_diagnostics.error(
            field.place,
            Message::at(field.name,
                        QT_TRANSLATE_NOOP("engine", "expected path, the file of the users")));
    if (realm)
        login.realm = readRealm(*realm, m_diagnostics).value_or(login.realm);
    m_config.login = std::move(login);
}

std::vector<std::string> ConfigReader::readAllowed(const Field &field)
{
    if (field.node->kind == YamlNode::Kind::Sequence && field.node->items.empty())
        m_diagnostics.error(
            field.place,
            Message::at(field.name, QT_TRANSLATE_NOOP("engine", "expected at least one entry")));
    return readClients(field);
}

std::vector<std::string> ConfigReader::readClients(const Field &field)
{
    std::vector<std::string> clients;
    for (const Field &item : readSequence(field, m_diagnostics)) {
        if (!isAccessEntry(item.node->scalar))
            reportUnexpected(item,
                             QT_TRANSLATE_NOOP(
                                 "engine", "private, any, an address or a CIDR such as 10.0.0.0/8"),
                             m_diagnostics);
        else
            clients.push_back(item.node->scalar);
    }
    return clients;
}

/// Who asks for a login in vain would think that nobody else gets in.
void ConfigReader::checkLogins()
{
    if (m_config.login)
        return;
    for (const Field &field : m_wantedLogins)
        m_diagnostics.error(
            field.place,
            Message::at(field.name, QT_TRANSLATE_NOOP("engine", "there are no users: expected "
                                                                "access.htpasswd")));
}

void ConfigReader::readLog(const Field &field)
{
    MappingReader reader(field, m_diagnostics);
    const auto format = reader.take("format");
    const auto access = reader.take("access");
    reader.reportUnknownKeys();
    if (format) {
        const auto parsed = parseLogFormat(format->node->scalar);
        if (!parsed)
            reportUnexpected(*format, QT_TRANSLATE_NOOP("engine", "combined or json"),
                             m_diagnostics);
        m_config.logFormat = parsed.value_or(m_config.logFormat);
    }
    if (access)
        m_config.accessLog = readBoolean(*access, m_diagnostics).value_or(true);
}

void ConfigReader::readHttp(const Field &field)
{
    MappingReader reader(field, m_diagnostics);
    if (const auto headers = reader.take("headers"))
        m_config.responseHeaders = readHeaderFields(*headers, m_diagnostics);
    if (const auto threads = reader.take("threads")) {
        const auto number = readInteger(*threads, 1, limits::networkThreadsMax, m_diagnostics);
        m_config.networkThreads = static_cast<int>(number.value_or(m_config.networkThreads));
    }
    reader.reportUnknownKeys();
}

} // namespace

LoadedConfig readConfig(const QByteArray &text, const QString &fileName, const FileReader &readFile)
{
    Diagnostics diagnostics;
    std::optional<Config> config;
    if (const auto root = parseYaml(text, fileName, DuplicateKeys::Error, diagnostics))
        config = ConfigReader(readFile, diagnostics).read(*root);
    if (diagnostics.hasErrors())
        config.reset();
    return {.config = std::move(config), .diagnostics = diagnostics.list()};
}

} // namespace lanyard::config
