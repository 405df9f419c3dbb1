// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/upstreamreader.h"

#include "config/duration.h"
#include "config/tagpattern.h"
#include "config/upstreamurl.h"
#include "config/userpath.h"
#include "core/imageref.h"
#include "core/limits.h"

#include <algorithm>
#include <array>
#include <utility>

namespace lanyard::config {

UpstreamReader::UpstreamReader(const FileReader &readFile, Diagnostics &diagnostics)
    : m_readFile(readFile)
    , m_diagnostics(diagnostics)
{
}

std::vector<UpstreamConfig> UpstreamReader::read(const Field &upstreams)
{
    std::vector<UpstreamConfig> result;
    const std::vector<Field> fields = readSequence(upstreams, m_diagnostics);
    if (fields.empty() && upstreams.node->kind == YamlNode::Kind::Sequence)
        m_diagnostics.error(
            upstreams.place,
            Message::at(upstreams.name,
                        QT_TRANSLATE_NOOP("engine", "expected at least one registry")));
    result.reserve(fields.size());
    for (const Field &field : fields)
        result.push_back(readUpstream(field));
    return result;
}

UpstreamConfig UpstreamReader::readUpstream(const Field &field)
{
    UpstreamConfig upstream;
    MappingReader reader(field, m_diagnostics);
    readRegistry(reader, field, upstream);
    readUrls(reader, field, upstream);
    if (const auto enabled = reader.take("enabled"))
        upstream.isEnabled = readBoolean(*enabled, m_diagnostics).value_or(true);
    if (const auto aliases = reader.take("aliases"))
        upstream.aliases = readNames(*aliases, &m_names);
    if (const auto hosts = reader.take("hosts"))
        upstream.hosts = readNames(*hosts, &m_hosts);
    upstream.credentials = readCredentials(reader);
    if (const auto paths = reader.take("credentials"))
        upstream.pathCredentials = readPathCredentials(*paths);
    if (const auto caFile = reader.take("caFile")) {
        if (const auto path = readPath(*caFile, m_diagnostics))
            upstream.caFile = path->toStdString();
    }
    if (const auto proxy = reader.take("proxy"))
        upstream.proxy = readParsed(*proxy, parseProxyUrl);
    // One token server may serve many registries, and one host their blobs: nobody claims its name.
    if (const auto realms = reader.take("tokenRealms"))
        upstream.tokenRealms = readNames(*realms, nullptr);
    if (const auto targets = reader.take("redirectHosts"))
        upstream.redirectHosts = readNames(*targets, nullptr);
    if (const auto rules = reader.take("tagRules"))
        upstream.tagRules = readTagRules(*rules);
    reader.reportUnknownKeys();
    return upstream;
}

void UpstreamReader::readRegistry(MappingReader &reader, const Field &field,
                                  UpstreamConfig &upstream)
{
    const auto registry = reader.take("registry");
    if (!registry) {
        m_diagnostics.error(
            field.place,
            Message::at(field.name, QT_TRANSLATE_NOOP(
                                        "engine", "expected registry, a name such as docker.io")));
        return;
    }
    const auto name = readText(*registry, m_diagnostics);
    if (name && claimName(*registry, *name, m_names))
        upstream.registry = canonicalRegistryName(*name);
}

void UpstreamReader::readUrls(MappingReader &reader, const Field &field, UpstreamConfig &upstream)
{
    const auto urlOf = [](std::string_view text) {
        return parseUpstreamUrl(text).map([](const UpstreamUrl &url) { return url.url; });
    };
    if (const auto url = reader.take("url"))
        upstream.url = readParsed(*url, urlOf);
    else
        m_diagnostics.error(
            field.place,
            Message::at(
                field.name,
                QT_TRANSLATE_NOOP("engine", "expected url, such as https://registry-1.docker.io")));
    const auto fallbacks = reader.take("fallbackUrls");
    if (!fallbacks)
        return;
    for (const Field &item : readSequence(*fallbacks, m_diagnostics))
        upstream.fallbackUrls.push_back(readParsed(item, urlOf));
}

/// The text in the form that `parse` gives it; else reports what is wrong with it.
template <typename Parse>
std::string UpstreamReader::readParsed(const Field &field, Parse parse)
{
    const auto text = readText(field, m_diagnostics);
    if (!text)
        return {};
    const Result<std::string> parsed = parse(*text);
    if (!parsed)
        m_diagnostics.error(field.place, Message::at(field.name, parsed.error().message));
    return parsed.value_or(std::string());
}

Credentials UpstreamReader::readCredentials(MappingReader &reader)
{
    const auto username = reader.take("username");
    const std::array secrets{reader.take("password"), reader.take("passwordFile"),
                             reader.take("passwordEnv")};
    const auto &[password, file, variable] = secrets;
    Credentials credentials;
    if (username)
        credentials.username = readText(*username, m_diagnostics).value_or("");
    if (password)
        credentials.password = readText(*password, m_diagnostics).value_or("");
    if (file)
        credentials.passwordFile = readPasswordFile(*file);
    if (variable)
        credentials.passwordEnv = readText(*variable, m_diagnostics).value_or("");

    const Field *secret = nullptr;
    for (const auto &one : secrets) {
        if (one && secret != nullptr)
            m_diagnostics.error(
                one->place,
                Message::at(
                    one->name,
                    QT_TRANSLATE_NOOP("engine",
                                      "expected one of password, passwordFile and passwordEnv")));
        else if (one)
            secret = &*one;
    }
    if (secret != nullptr && !username)
        m_diagnostics.error(
            secret->place,
            Message::at(secret->name,
                        QT_TRANSLATE_NOOP("engine", "expected a username beside it")));
    if (username && secret == nullptr)
        m_diagnostics.error(
            username->place,
            Message::at(username->name, QT_TRANSLATE_NOOP("engine", "expected a password, a "
                                                                    "passwordFile or a passwordEnv "
                                                                    "beside it")));
    return credentials;
}

/// Its path, after a look whether it has a password.
std::string UpstreamReader::readPasswordFile(const Field &field)
{
    const auto path = readPath(field, m_diagnostics);
    if (!path)
        return {};
    const auto bytes = m_readFile(*path, limits::passwordFileBytesMax);
    if (!bytes)
        m_diagnostics.error(
            field.place,
            Message::at(field.name,
                        {"%1 %2", {inQuotes(field.node->scalar), bytes.error().message}}));
    else if (bytes->trimmed().isEmpty())
        m_diagnostics.error(field.place,
                            Message::at(field.name, {QT_TRANSLATE_NOOP("engine", "%1 is empty"),
                                                     {inQuotes(field.node->scalar)}}));
    return path->toStdString();
}

std::vector<PathCredentials> UpstreamReader::readPathCredentials(const Field &field)
{
    std::vector<PathCredentials> all;
    for (const Field &item : readSequence(field, m_diagnostics)) {
        auto one = readPathCredential(item);
        if (!one)
            continue;
        const bool isThere = std::any_of(
            all.begin(), all.end(), [&one](const auto &other) { return other.path == one->path; });
        if (isThere)
            m_diagnostics.error(
                item.place,
                Message::at(item.name, {QT_TRANSLATE_NOOP("engine", "%1 is there already"),
                                        {inQuotes(one->path)}}));
        else
            all.push_back(std::move(*one));
    }
    return all;
}

std::optional<PathCredentials> UpstreamReader::readPathCredential(const Field &field)
{
    MappingReader reader(field, m_diagnostics);
    const auto path = reader.take("path");
    PathCredentials one{.path = {}, .credentials = readCredentials(reader)};
    reader.reportUnknownKeys();
    if (!path) {
        m_diagnostics.error(
            field.place, Message::at(field.name, QT_TRANSLATE_NOOP("engine", "expected a path")));
        return std::nullopt;
    }
    one.path = readText(*path, m_diagnostics).value_or("");
    if (!isRepositoryName(one.path)) {
        reportUnexpected(
            *path,
            QT_TRANSLATE_NOOP("engine", "the beginning of a repository's name, such as team"),
            m_diagnostics);
        return std::nullopt;
    }
    if (one.credentials.isEmpty())
        m_diagnostics.error(
            field.place,
            Message::at(field.name, QT_TRANSLATE_NOOP("engine", "expected a username")));
    return one;
}

std::vector<std::string> UpstreamReader::readNames(const Field &field,
                                                   std::vector<std::string> *claimed)
{
    std::vector<std::string> names;
    std::vector<std::string> claimedByNobody;
    for (const Field &item : readSequence(field, m_diagnostics)) {
        const auto name = readText(item, m_diagnostics);
        if (name && claimName(item, *name, claimed ? *claimed : claimedByNobody))
            names.push_back(*name);
    }
    return names;
}

bool UpstreamReader::claimName(const Field &field, const std::string &name,
                               std::vector<std::string> &claimed)
{
    if (!isRegistryName(name)) {
        reportUnexpected(field, QT_TRANSLATE_NOOP("engine", "HOST or HOST:PORT in lower case"),
                         m_diagnostics);
        return false;
    }
    const std::string canonical = canonicalRegistryName(name);
    if (std::find(claimed.begin(), claimed.end(), canonical) != claimed.end()) {
        m_diagnostics.error(
            field.place,
            Message::at(field.name,
                        {QT_TRANSLATE_NOOP("engine", "%1 is the name of another already"),
                         {inQuotes(name)}}));
        return false;
    }
    claimed.push_back(canonical);
    return true;
}

std::vector<TagRule> UpstreamReader::readTagRules(const Field &field)
{
    std::vector<TagRule> rules;
    for (const Field &item : readSequence(field, m_diagnostics)) {
        if (auto rule = readTagRule(item))
            rules.push_back(std::move(*rule));
    }
    return rules;
}

std::optional<TagRule> UpstreamReader::readTagRule(const Field &field)
{
    MappingReader reader(field, m_diagnostics);
    const auto match = reader.take("match");
    const auto ttl = reader.take("ttl");
    const auto immutable = reader.take("immutable");
    const auto revalidate = reader.take("revalidate");
    reader.reportUnknownKeys();
    TagRule rule;
    if (!match) {
        m_diagnostics.error(
            field.place,
            Message::at(field.name,
                        QT_TRANSLATE_NOOP("engine", "expected match, a pattern of tags")));
        return std::nullopt;
    }
    if (const auto pattern = readText(*match, m_diagnostics)) {
        rule.match = *pattern;
        if (Message problem = problemOfTagPattern(*pattern); !problem.isEmpty())
            m_diagnostics.error(match->place, Message::at(match->name, std::move(problem)));
    }
    if (immutable)
        rule.isImmutable = readBoolean(*immutable, m_diagnostics).value_or(false);
    if (ttl) {
        const auto duration = parseDuration(ttl->node->scalar);
        if (!duration)
            reportUnexpected(*ttl,
                             QT_TRANSLATE_NOOP("engine", "a time such as 30s, 5m, 1h, 7d or 0"),
                             m_diagnostics);
        rule.ttl = duration.value_or(std::chrono::seconds(0));
    }
    if (ttl && rule.isImmutable)
        m_diagnostics.error(
            ttl->place,
            Message::at(ttl->name, QT_TRANSLATE_NOOP("engine", "an immutable tag has no ttl")));
    if (revalidate)
        checkRevalidate(*revalidate, rule, ttl.has_value());
    if (!ttl && !immutable && !revalidate)
        m_diagnostics.error(
            field.place,
            Message::at(field.name,
                        QT_TRANSLATE_NOOP("engine",
                                          "expected ttl, immutable: true or revalidate: always")));
    return rule;
}

/// It says in words what a rule without a ttl is.
void UpstreamReader::checkRevalidate(const Field &revalidate, const TagRule &rule, bool hasTtl)
{
    if (revalidate.node->scalar != "always")
        reportUnexpected(revalidate, "always", m_diagnostics);
    else if (rule.isImmutable)
        m_diagnostics.error(
            revalidate.place,
            Message::at(revalidate.name,
                        QT_TRANSLATE_NOOP("engine", "an immutable tag is never revalidated")));
    else if (hasTtl)
        m_diagnostics.error(
            revalidate.place,
            Message::at(revalidate.name,
                        QT_TRANSLATE_NOOP("engine", "expected either ttl or revalidate")));
}

} // namespace lanyard::config
