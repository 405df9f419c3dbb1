// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/acmereader.h"

#include "config/userpath.h"
#include "core/asciitext.h"
#include "core/limits.h"
#include "core/servername.h"

#include <QDir>
#include <QUrl>

#include <algorithm>
#include <charconv>
#include <utility>

namespace lanyard::config {

namespace {

constexpr std::size_t emailBytesMax = 254; // RFC 5321 §4.5.3.1.3
constexpr std::size_t providerNameBytesMax = 64;

/// The two spellings of one section.
enum class Dialect { Lanyard, Registry };

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), toLower);
    return result;
}

bool isAllOf(std::string_view text, std::string_view others, bool hasCapitals)
{
    return std::all_of(text.begin(), text.end(), [&](char c) {
        const bool isLetter = hasCapitals ? c >= 'A' && c <= 'Z' : c >= 'a' && c <= 'z';
        return isLetter || isDigit(c) || others.find(c) != std::string_view::npos;
    });
}

/// One that can be a word of a command line and the name of a folder, too.
bool isEmail(std::string_view text)
{
    const std::size_t at = text.find('@');
    const bool isPlain = std::all_of(text.begin(), text.end(), [](char c) {
        return c > ' ' && c < '\x7f' && c != '/' && c != '\\' && c != ',';
    });
    return isPlain && text.size() <= emailBytesMax && at != std::string_view::npos && at > 0 &&
           text.front() != '-' && text.front() != '.' && isHostName(text.substr(at + 1));
}

bool isDirectoryUrl(const std::string &text)
{
    const QUrl url(QString::fromStdString(text), QUrl::StrictMode);
    return url.isValid() && url.scheme() == QLatin1String("https") && !url.host().isEmpty() &&
           url.userInfo().isEmpty();
}

/// HOST:PORT, where the host may be a name.
bool isResolver(std::string_view text)
{
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos || text.starts_with('-'))
        return false;
    const std::string_view port = text.substr(colon + 1);
    std::uint16_t number = 0;
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), number);
    return error == std::errc{} && end == port.data() + port.size() && number > 0 &&
           (isHostName(text.substr(0, colon)) || ListenAddress::parse(text).has_value());
}

class AcmeReader
{
public:
    AcmeReader(const Field &field, Dialect dialect, Diagnostics &diagnostics)
        : m_field(field)
        , m_dialect(dialect)
        , m_reader(field, diagnostics)
        , m_diagnostics(diagnostics)
    {
    }

    AcmeConfig read();

private:
    /// The value of a key, which an empty value is not in distribution's configuration.
    std::optional<Field> take(std::string_view key);
    std::optional<QString> path(const Field &field);
    /// The text of a key that has to fit.
    template <typename Fits>
    void readFitting(std::string_view key, const char *what, Fits fits, std::string &text);
    void readChallenge();
    void readAddress();
    void readHosts();
    std::optional<std::string> readHost(const Field &item);
    void readDns();
    void readSettings(const Field &field);
    std::optional<AcmeSetting> readSetting(const std::string &name, const Field &field);
    void readResolvers(const Field &field);
    void readPlaces();

    const Field m_field;
    const Dialect m_dialect;
    MappingReader m_reader;
    Diagnostics &m_diagnostics;
    AcmeConfig m_acme;
};

AcmeConfig AcmeReader::read()
{
    readChallenge();
    readHosts();
    readFitting("email", QT_TRANSLATE_NOOP("engine", "an address such as me@example.org"), isEmail,
                m_acme.email);
    readFitting("directoryUrl", QT_TRANSLATE_NOOP("engine", "a URL that begins with https://"),
                isDirectoryUrl, m_acme.directoryUrl);
    readAddress();
    readDns();
    readPlaces();
    if (m_dialect == Dialect::Lanyard)
        m_reader.reportUnknownKeys();
    return std::move(m_acme);
}

std::optional<Field> AcmeReader::take(std::string_view key)
{
    if (m_dialect == Dialect::Lanyard)
        return m_reader.take(key);
    auto field = m_reader.take(lowered(key));
    const bool isEmpty =
        field && (field->node->kind == YamlNode::Kind::Null ||
                  (field->node->kind == YamlNode::Kind::Scalar && field->node->scalar.empty()));
    return isEmpty ? std::nullopt : std::move(field);
}

/// As registry:2 reads them, those of its configuration start where the program was started.
std::optional<QString> AcmeReader::path(const Field &field)
{
    const QString text = QString::fromStdString(field.node->scalar);
    const bool isRelative = m_dialect == Dialect::Registry &&
                            field.node->kind == YamlNode::Kind::Scalar &&
                            !text.contains(QChar::Null);
    if (isRelative)
        return QDir::cleanPath(QDir::current().absoluteFilePath(text));
    return readPath(field, m_diagnostics);
}

template <typename Fits>
void AcmeReader::readFitting(std::string_view key, const char *what, Fits fits, std::string &text)
{
    const auto field = take(key);
    if (!field)
        return;
    if (field->node->kind == YamlNode::Kind::Scalar && fits(field->node->scalar))
        text = field->node->scalar;
    else
        reportUnexpected(*field, what, m_diagnostics);
}

void AcmeReader::readChallenge()
{
    const auto field = take("challenge");
    if (!field)
        return;
    const std::string &name = field->node->scalar;
    if (name == "http-01")
        m_acme.challenge = AcmeConfig::Challenge::Http01;
    else if (name == "dns-01")
        m_acme.challenge = AcmeConfig::Challenge::Dns01;
    else if (name != "tls-alpn-01")
        reportUnexpected(*field, QT_TRANSLATE_NOOP("engine", "http-01, tls-alpn-01 or dns-01"),
                         m_diagnostics);
}

void AcmeReader::readHosts()
{
    const auto field = take("hosts");
    if (!field || field->node->kind == YamlNode::Kind::Null) {
        m_diagnostics.error(
            field ? field->place : m_field.place,
            Message::at(m_field.name,
                        QT_TRANSLATE_NOOP("engine",
                                          "expected hosts, the names that the certificate is "
                                          "for: it is not asked for whatever name a client says")));
        return;
    }
    for (const Field &item : readSequence(*field, m_diagnostics)) {
        if (auto host = readHost(item))
            m_acme.hosts.push_back(std::move(*host));
    }
    if (field->node->kind == YamlNode::Kind::Sequence && field->node->items.empty())
        m_diagnostics.error(
            field->place,
            Message::at(field->name, QT_TRANSLATE_NOOP("engine", "expected at least one name")));
    if (m_acme.hosts.size() > limits::certificateNamesMax)
        m_diagnostics.error(
            field->place,
            Message::at(field->name,
                        {QT_TRANSLATE_NOOP("engine", "a certificate is for %1 names at most"),
                         {std::to_string(limits::certificateNamesMax)}}));
}

std::optional<std::string> AcmeReader::readHost(const Field &item)
{
    const bool isText = item.node->kind == YamlNode::Kind::Scalar;
    std::string host = lowered(item.node->scalar);
    const bool isWildcard = isText && isWildcardName(host);
    if (!isWildcard && !(isText && isHostName(host))) {
        reportUnexpected(
            item, QT_TRANSLATE_NOOP("engine", "the name of a host such as cache.example.org"),
            m_diagnostics);
        return std::nullopt;
    }
    if (isWildcard && m_acme.challenge != AcmeConfig::Challenge::Dns01) {
        m_diagnostics.error(
            item.place,
            Message::at(
                item.name,
                QT_TRANSLATE_NOOP("engine", "a name with * is proven by challenge: dns-01 only")));
        return std::nullopt;
    }
    if (std::find(m_acme.hosts.begin(), m_acme.hosts.end(), host) != m_acme.hosts.end()) {
        m_diagnostics.error(
            item.place, Message::at(item.name, {QT_TRANSLATE_NOOP("engine", "%1 is there already"),
                                                {inQuotes(host)}}));
        return std::nullopt;
    }
    return host;
}

void AcmeReader::readAddress()
{
    const auto field = take("challengeAddress");
    if (!field)
        return;
    const auto address = ListenAddress::parse(field->node->scalar);
    if (!address || address->port == 0)
        reportUnexpected(*field, QT_TRANSLATE_NOOP("engine", "[ADDRESS]:PORT such as \":8080\""),
                         m_diagnostics);
    else if (m_acme.challenge == AcmeConfig::Challenge::Dns01)
        m_diagnostics.error(
            field->place,
            Message::at(field->name,
                        QT_TRANSLATE_NOOP("engine", "nobody asks there with challenge: dns-01")));
    else
        m_acme.challengeAddress = address;
}

void AcmeReader::readDns()
{
    const auto provider = take("dnsProvider");
    const auto settings = take("dnsSettings");
    const auto resolvers = take("dnsResolvers");
    if (m_acme.challenge != AcmeConfig::Challenge::Dns01) {
        for (const auto &field : {provider, settings, resolvers}) {
            if (field)
                m_diagnostics.error(
                    field->place,
                    Message::at(
                        field->name,
                        QT_TRANSLATE_NOOP("engine", "expected challenge: dns-01 beside it")));
        }
        return;
    }
    if (!provider) {
        m_diagnostics.error(
            m_field.place,
            Message::at(m_field.name,
                        QT_TRANSLATE_NOOP("engine", "expected dnsProvider, one of those that `lego "
                                                    "dnshelp` lists")));
        return;
    }
    const std::string &name = provider->node->scalar;
    if (name.empty() || name.size() > providerNameBytesMax || name.front() == '-' ||
        !isAllOf(name, "-", false))
        reportUnexpected(*provider,
                         QT_TRANSLATE_NOOP("engine", "one of those that `lego dnshelp` lists"),
                         m_diagnostics);
    else if (name == "manual")
        m_diagnostics.error(
            provider->place,
            Message::at(provider->name,
                        QT_TRANSLATE_NOOP("engine", "manual waits for a person, and "
                                                    "nobody is here to ask")));
    m_acme.dnsProvider = name;
    if (settings)
        readSettings(*settings);
    if (resolvers)
        readResolvers(*resolvers);
}

void AcmeReader::readSettings(const Field &field)
{
    MappingReader reader(field, m_diagnostics);
    for (const YamlEntry &entry : field.node->entries) {
        const std::optional<Field> value = reader.take(entry.key);
        const bool isName =
            !entry.key.empty() && !isDigit(entry.key.front()) && isAllOf(entry.key, "_", true);
        if (!isName)
            m_diagnostics.error(
                entry.keyPlace,
                Message::at(field.name,
                            {QT_TRANSLATE_NOOP(
                                 "engine",
                                 "%1 is not the name of a variable: expected A to Z, 0 to 9 and _"),
                             {inQuotes(entry.key)}}));
        else if (auto setting = readSetting(entry.key, *value))
            m_acme.dnsSettings.push_back(std::move(*setting));
    }
    if (m_acme.dnsSettings.size() > limits::acmeSettingsMax)
        m_diagnostics.error(
            field.place,
            Message::at(field.name, {QT_TRANSLATE_NOOP("engine", "expected %1 at most"),
                                     {std::to_string(limits::acmeSettingsMax)}}));
}

/// What is wrong is told without the value, which may be a secret.
std::optional<AcmeSetting> AcmeReader::readSetting(const std::string &name, const Field &field)
{
    AcmeSetting setting{.name = name, .text = {}, .file = {}, .env = {}};
    if (field.node->kind == YamlNode::Kind::Scalar) {
        setting.text = field.node->scalar;
        if (setting.text.find('\0') != std::string::npos) {
            m_diagnostics.error(
                field.place, Message::at(field.name, QT_TRANSLATE_NOOP(
                                                         "engine", "a variable has no NUL in it")));
            return std::nullopt;
        }
        return setting;
    }
    if (field.node->kind != YamlNode::Kind::Mapping || field.node->entries.size() != 1) {
        m_diagnostics.error(
            field.place,
            Message::at(field.name, QT_TRANSLATE_NOOP("engine", "expected a text, {file: PATH} or "
                                                                "{env: NAME}")));
        return std::nullopt;
    }
    MappingReader reader(field, m_diagnostics);
    const auto file = reader.take("file");
    const auto env = reader.take("env");
    reader.reportUnknownKeys();
    if (file)
        setting.file = path(*file).value_or(QString()).toStdString();
    if (env)
        setting.env = readText(*env, m_diagnostics).value_or("");
    if (env && (setting.env.empty() || setting.env.find('\0') != std::string::npos))
        m_diagnostics.error(
            env->place,
            Message::at(env->name, QT_TRANSLATE_NOOP("engine", "expected the name of a variable")));
    return setting;
}

void AcmeReader::readResolvers(const Field &field)
{
    for (const Field &item : readSequence(field, m_diagnostics)) {
        if (item.node->kind == YamlNode::Kind::Scalar && isResolver(item.node->scalar))
            m_acme.dnsResolvers.push_back(item.node->scalar);
        else
            reportUnexpected(item, QT_TRANSLATE_NOOP("engine", "HOST:PORT such as 127.0.0.1:53"),
                             m_diagnostics);
    }
}

void AcmeReader::readPlaces()
{
    if (const auto authority = take("directoryCa"))
        m_acme.directoryCa = path(*authority).value_or(QString());
    const bool isRegistry = m_dialect == Dialect::Registry;
    if (const auto directory = take(isRegistry ? "cachefile" : "directory")) {
        m_acme.directory = path(*directory).value_or(QString());
        if (isRegistry)
            m_acme.directory += QStringLiteral("/lanyard");
    }
    if (const auto plain = take("plainMeanwhile"))
        m_acme.servesPlainMeanwhile = readBoolean(*plain, m_diagnostics).value_or(false);
}

} // namespace

AcmeConfig readAcme(const Field &field, Diagnostics &diagnostics)
{
    return AcmeReader(field, Dialect::Lanyard, diagnostics).read();
}

AcmeConfig readLetsEncrypt(const Field &field, Diagnostics &diagnostics)
{
    return AcmeReader(field, Dialect::Registry, diagnostics).read();
}

} // namespace lanyard::config
