// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/registryconfig.h"

#include "config/accessentry.h"
#include "config/acmereader.h"
#include "config/duration.h"
#include "config/headerfield.h"
#include "config/healthreader.h"
#include "config/realm.h"
#include "config/registryenvironment.h"
#include "config/registrykeys.h"
#include "config/upstreamurl.h"

#include <QDir>

#include <algorithm>
#include <array>

namespace lanyard::config {

namespace {

/// Whether `storage` has more than what stands beside a storage driver.
bool namesDriver(const YamlNode &storage)
{
    static constexpr std::array<std::string_view, 5> beside{"cache", "delete", "maintenance",
                                                            "redirect", "tag"};
    return std::any_of(storage.entries.begin(), storage.entries.end(), [](const YamlEntry &entry) {
        return std::find(beside.begin(), beside.end(), entry.key) == beside.end();
    });
}

/// From where the program was started, as registry:2 reads paths.
QString absolute(const std::string &path)
{
    return QDir::cleanPath(QDir::current().absoluteFilePath(QString::fromStdString(path)));
}

/// Turns a document whose keys have been checked into a Config. Types are right already, or
/// reported; what is left to judge are the values.
class RegistryReader
{
public:
    RegistryReader(const YamlNode &root, Diagnostics &diagnostics)
        : m_root(root)
        , m_diagnostics(diagnostics)
    {
    }

    Config read();

private:
    /// The scalar at `path`; empty where there is none.
    std::string text(std::string_view path) const;
    void readVersion();
    void readLog();
    void readStorage();
    void readAuth();
    void readHttp();
    void readDebug();
    std::optional<ListenAddress> readAddress(std::string_view path);
    std::optional<TlsConfig> readTls();
    bool readIdentity(TlsConfig &config);
    void readMinimumVersion(TlsConfig &config);
    void warnOfAccess();
    void readProxy();
    void readTtl();

    const YamlNode &m_root;
    Diagnostics &m_diagnostics;
    Config m_config;
};

Config RegistryReader::read()
{
    readVersion();
    readLog();
    readStorage();
    readAuth();
    readHttp();
    readDebug();
    m_config.health = readRegistryHealth(m_root, m_diagnostics);
    readProxy();
    return std::move(m_config);
}

std::string RegistryReader::text(std::string_view path) const
{
    const auto field = registryField(m_root, path);
    return field ? field->node->scalar : std::string();
}

void RegistryReader::readVersion()
{
    const YamlEntry *version = m_root.find("version");
    if (!version || version->value.scalar != "0.1")
        m_diagnostics.error(version ? version->value.place : m_root.place,
                            QT_TRANSLATE_NOOP("engine", "expected version: 0.1"));
}

void RegistryReader::readLog()
{
    static constexpr std::array<std::string_view, 5> levels{"", "error", "warn", "info", "debug"};
    const auto level = registryField(m_root, "log.level");
    const std::string name = QString::fromStdString(text("log.level")).toLower().toStdString();
    if (level && std::find(levels.begin(), levels.end(), name) == levels.end())
        reportUnexpected(*level, QT_TRANSLATE_NOOP("engine", "error, warn, info or debug"),
                         m_diagnostics);

    const auto formatter = registryField(m_root, "log.formatter");
    const std::string format = text("log.formatter");
    if (format == "json" || format == "logstash")
        m_config.logFormat = LogFormat::Json;
    else if (formatter && !format.empty() && format != "text" && format != "combined")
        reportUnexpected(*formatter, QT_TRANSLATE_NOOP("engine", "text, json or logstash"),
                         m_diagnostics);

    if (const auto disabled = registryField(m_root, "log.accesslog.disabled")) {
        Diagnostics reportedAlready;
        m_config.accessLog = !readBoolean(*disabled, reportedAlready).value_or(false);
    }
}

void RegistryReader::readStorage()
{
    const YamlEntry *storage = m_root.find("storage");
    if (!storage || !namesDriver(storage->value))
        m_diagnostics.error(
            storage ? storage->keyPlace : m_root.place,
            QT_TRANSLATE_NOOP("engine",
                              "expected storage.filesystem.rootdirectory, the folder to store in"));
    // Another driver has been reported as such.
    if (!storage || !storage->value.find("filesystem"))
        return;
    const auto root = registryField(m_root, "storage.filesystem.rootdirectory");
    const std::string directory = root ? root->node->scalar : "/var/lib/registry";
    m_config.dataDirectory = absolute(directory + "/lanyard");
    m_diagnostics.warning(
        root ? root->place : storage->keyPlace,
        {QT_TRANSLATE_NOOP(
             "engine",
             "data is kept in %1; what a registry stored beside it is neither read nor changed"),
         {inQuotes(m_config.dataDirectory.toStdString())}});
}

/// Whatever else there is has been reported.
void RegistryReader::readAuth()
{
    const YamlEntry *auth = m_root.find("auth");
    const YamlEntry *htpasswd = auth ? auth->value.find("htpasswd") : nullptr;
    if (!htpasswd)
        return;
    if (auth->value.entries.size() > 1)
        m_diagnostics.error(
            auth->keyPlace,
            Message::at("auth", QT_TRANSLATE_NOOP("engine", "expected one kind of it")));
    const auto realm = registryField(m_root, "auth.htpasswd.realm");
    const auto path = registryField(m_root, "auth.htpasswd.path");
    if (!realm || !path || path->node->scalar.empty()) {
        m_diagnostics.error(
            htpasswd->keyPlace,
            Message::at("auth.htpasswd", QT_TRANSLATE_NOOP("engine", "expected realm and path")));
        return;
    }
    m_config.login = LoginConfig{.file = absolute(path->node->scalar),
                                 .realm = readRealm(*realm, m_diagnostics).value_or(std::string())};
}

void RegistryReader::readHttp()
{
    const auto net = registryField(m_root, "http.net");
    if (net && !net->node->scalar.empty() && net->node->scalar != "tcp")
        reportUnexpected(*net, "tcp", m_diagnostics);
    const auto prefix = registryField(m_root, "http.prefix");
    if (prefix && !prefix->node->scalar.empty() && prefix->node->scalar != "/")
        m_diagnostics.error(
            prefix->place,
            Message::at("http.prefix",
                        QT_TRANSLATE_NOOP("engine", "this version answers at /v2/ only")));
    if (const auto headers = registryField(m_root, "http.headers"))
        m_config.responseHeaders = readHeaderFields(*headers, m_diagnostics);
    if (const auto address = readAddress("http.addr"))
        m_config.listen = {{.address = *address}};
    m_config.listen.front().tls = readTls();
    warnOfAccess();
}

std::optional<TlsConfig> RegistryReader::readTls()
{
    TlsConfig config;
    if (!readIdentity(config))
        return std::nullopt;
    if (const auto authorities = registryField(m_root, "http.tls.clientcas")) {
        for (const std::string &file : readTexts(*authorities, m_diagnostics))
            config.clientAuthorities.append(absolute(file));
    }
    readMinimumVersion(config);
    return config;
}

/// As registry:2 does: certificate and key, or Let's Encrypt, or no TLS at all.
bool RegistryReader::readIdentity(TlsConfig &config)
{
    const std::string certificate = text("http.tls.certificate");
    const std::string key = text("http.tls.key");
    const auto tls = registryField(m_root, "http.tls");
    const auto acme = registryField(m_root, "http.tls.letsencrypt");
    const bool hasIssuer = acme && saysAnything(*acme->node);
    const bool hasFiles = !certificate.empty() || !key.empty();
    if (hasIssuer && hasFiles)
        m_diagnostics.error(
            tls->place,
            Message::at("http.tls", QT_TRANSLATE_NOOP(
                                        "engine", "expected certificate and key, or letsencrypt")));
    if (hasIssuer) {
        config.issuer = readLetsEncrypt(*acme, m_diagnostics);
        return true;
    }
    if (certificate.empty() != key.empty() ||
        (!hasFiles && registryField(m_root, "http.tls.clientcas")))
        m_diagnostics.error(
            tls->place,
            Message::at("http.tls", QT_TRANSLATE_NOOP("engine", "expected certificate and key")));
    if (certificate.empty() || key.empty())
        return false;
    config.certificate = absolute(certificate);
    config.key = absolute(key);
    return true;
}

void RegistryReader::readMinimumVersion(TlsConfig &config)
{
    const auto minimum = registryField(m_root, "http.tls.minimumtls");
    const std::string version = text("http.tls.minimumtls");
    if (version == "tls1.3")
        config.minimumVersion = TlsConfig::Version::Tls13;
    else if (version == "tls1.0" || version == "tls1.1")
        m_diagnostics.warning(minimum->place,
                              Message::at("http.tls.minimumtls",
                                          QT_TRANSLATE_NOOP("engine", "tls1.2 is the least here")));
    else if (minimum && !version.empty() && version != "tls1.2")
        reportUnexpected(*minimum, QT_TRANSLATE_NOOP("engine", "tls1.2 or tls1.3"), m_diagnostics);
}

void RegistryReader::warnOfAccess()
{
    const bool isLocal =
        std::all_of(m_config.listen.begin(), m_config.listen.end(),
                    [](const ListenConfig &one) { return isLoopback(one.address); });
    if (isLocal)
        return;
    const auto field = registryField(m_root, "http.addr");
    m_diagnostics.warning(
        field ? field->place : m_root.place,
        QT_TRANSLATE_NOOP("engine",
                          "only clients with private addresses are served; access.allow of "
                          "Lanyard's own configuration (version: 1) can name others"));
}

void RegistryReader::readDebug()
{
    m_config.debug = readAddress("http.debug.addr");
    // There it is the address alone that says who is to be answered.
    if (m_config.debug && !isLoopback(*m_config.debug))
        m_config.debugAllow = m_config.allow;
    const auto path = registryField(m_root, "http.debug.prometheus.path");
    if (path && !path->node->scalar.empty() && path->node->scalar != "/metrics")
        m_diagnostics.warning(
            path->place, {QT_TRANSLATE_NOOP("engine", "%1 is ignored: the figures are at /metrics"),
                          {"http.debug.prometheus.path"}});
}

std::optional<ListenAddress> RegistryReader::readAddress(std::string_view path)
{
    const auto field = registryField(m_root, path);
    if (!field || field->node->scalar.empty())
        return std::nullopt;
    auto address = ListenAddress::parse(field->node->scalar);
    if (!address)
        reportUnexpected(
            *field, QT_TRANSLATE_NOOP("engine", "[ADDRESS]:PORT such as :5000 or 127.0.0.1:5000"),
            m_diagnostics);
    return address;
}

void RegistryReader::readProxy()
{
    const auto remote = registryField(m_root, "proxy.remoteurl");
    if (!remote || remote->node->scalar.empty()) {
        const YamlEntry *proxy = m_root.find("proxy");
        m_diagnostics.error(
            proxy ? proxy->keyPlace : m_root.place,
            QT_TRANSLATE_NOOP(
                "engine", "expected proxy.remoteurl: Lanyard is a cache in front of a registry, "
                          "not a registry to push to"));
        return;
    }
    const auto url = parseUpstreamUrl(remote->node->scalar);
    if (!url) {
        m_diagnostics.error(remote->place, Message::at("proxy.remoteurl", url.error().message));
        return;
    }
    UpstreamConfig upstream;
    upstream.registry = url->registry;
    upstream.url = url->url;
    upstream.credentials = {.username = text("proxy.username"), .password = text("proxy.password")};
    upstream.tagRules = {{.match = "*", .isImmutable = false, .ttl = std::chrono::seconds(0)}};
    m_config.upstreams = {upstream};
    m_config.defaultUpstream = upstream.registry;
    readTtl();
}

void RegistryReader::readTtl()
{
    const auto field = registryField(m_root, "proxy.ttl");
    const auto ttl = field ? parseGoDuration(field->node->scalar) : std::nullopt;
    if (ttl && ttl->count() < 0)
        reportUnexpected(*field, QT_TRANSLATE_NOOP("engine", "a time that is not negative"),
                         m_diagnostics);
    else if (ttl && ttl->count() > 0)
        m_diagnostics.warning(
            field->place,
            Message::at("proxy.ttl",
                        QT_TRANSLATE_NOOP("engine", "content does not expire by its age here; "
                                                    "tags are checked upstream at every pull")));
}

} // namespace

LoadedConfig readRegistryConfig(const QByteArray &text, const QString &fileName,
                                const Environment &environment)
{
    Diagnostics diagnostics;
    std::optional<Config> config;
    auto root = parseYaml(text, fileName, DuplicateKeys::Warning, diagnostics);
    if (root) {
        applyRegistryEnvironment(*root, environment, diagnostics);
        for (YamlEntry &entry : root->entries) {
            if (entry.key == "storage" || entry.key == "auth")
                expandShorthand(entry.value);
        }
        checkRegistryKeys(*root, diagnostics);
        config = RegistryReader(*root, diagnostics).read();
    }
    if (diagnostics.hasErrors())
        config.reset();
    return {.config = std::move(config), .diagnostics = diagnostics.list()};
}

} // namespace lanyard::config
