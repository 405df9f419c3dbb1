// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/upstreamreader.h"

#include "config/duration.h"
#include "config/tagpattern.h"
#include "config/upstreamurl.h"
#include "config/userpath.h"
#include "core/imageref.h"
#include "core/limits.h"

#include <algorithm>

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
        m_diagnostics.error(upstreams.place, upstreams.name + ": expected at least one registry");
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
    readCredentials(reader, upstream);
    if (const auto caFile = reader.take("caFile")) {
        if (const auto path = readPath(*caFile, m_diagnostics))
            upstream.caFile = path->toStdString();
    }
    if (const auto proxy = reader.take("proxy"))
        upstream.proxy = readParsed(*proxy, parseProxyUrl);
    // One token server may serve many registries, so nobody claims its name.
    if (const auto realms = reader.take("tokenRealms"))
        upstream.tokenRealms = readNames(*realms, nullptr);
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
        m_diagnostics.error(field.place,
                            field.name + ": expected registry, a name such as docker.io");
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
        m_diagnostics.error(field.place,
                            field.name + ": expected url, such as https://registry-1.docker.io");
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
        m_diagnostics.error(field.place, field.name + ": " + parsed.error().message);
    return parsed.value_or(std::string());
}

void UpstreamReader::readCredentials(MappingReader &reader, UpstreamConfig &upstream)
{
    const auto username = reader.take("username");
    const auto password = reader.take("password");
    const auto passwordFile = reader.take("passwordFile");
    Credentials &credentials = upstream.credentials;
    if (username)
        credentials.username = readText(*username, m_diagnostics).value_or("");
    if (password)
        credentials.password = readText(*password, m_diagnostics).value_or("");
    if (password && passwordFile)
        m_diagnostics.error(passwordFile->place,
                            passwordFile->name + ": expected either password or passwordFile");
    else if (passwordFile)
        readPasswordFile(*passwordFile, credentials.password);

    const Field *secret = password ? &*password : passwordFile ? &*passwordFile : nullptr;
    if (secret && !username)
        m_diagnostics.error(secret->place, secret->name + ": expected a username beside it");
    if (username && !secret)
        m_diagnostics.error(username->place,
                            username->name + ": expected a password or passwordFile beside it");
}

void UpstreamReader::readPasswordFile(const Field &field, std::string &password)
{
    const auto path = readPath(field, m_diagnostics);
    if (!path)
        return;
    const auto bytes = m_readFile(*path, limits::passwordFileBytesMax);
    if (!bytes) {
        m_diagnostics.error(field.place, field.name + ": " + inQuotes(field.node->scalar) + ' ' +
                                             bytes.error().message);
        return;
    }
    password = bytes->toStdString();
    // Editors end the last line; that is no part of the password.
    while (password.ends_with('\n') || password.ends_with('\r'))
        password.pop_back();
    if (password.empty())
        m_diagnostics.error(field.place,
                            field.name + ": " + inQuotes(field.node->scalar) + " is empty");
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
        reportUnexpected(field, "HOST or HOST:PORT in lower case", m_diagnostics);
        return false;
    }
    const std::string canonical = canonicalRegistryName(name);
    if (std::find(claimed.begin(), claimed.end(), canonical) != claimed.end()) {
        m_diagnostics.error(field.place,
                            field.name + ": " + inQuotes(name) + " is the name of another already");
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
    reader.reportUnknownKeys();
    TagRule rule;
    if (!match) {
        m_diagnostics.error(field.place, field.name + ": expected match, a pattern of tags");
        return std::nullopt;
    }
    if (const auto pattern = readText(*match, m_diagnostics)) {
        rule.match = *pattern;
        if (const std::string problem = problemOfTagPattern(*pattern); !problem.empty())
            m_diagnostics.error(match->place, match->name + ": " + problem);
    }
    if (immutable)
        rule.isImmutable = readBoolean(*immutable, m_diagnostics).value_or(false);
    if (ttl) {
        const auto duration = parseDuration(ttl->node->scalar);
        if (!duration)
            reportUnexpected(*ttl, "a time such as 30s, 5m, 1h, 7d or 0", m_diagnostics);
        rule.ttl = duration.value_or(std::chrono::seconds(0));
    }
    if (ttl && rule.isImmutable)
        m_diagnostics.error(ttl->place, ttl->name + ": an immutable tag has no ttl");
    if (!ttl && !immutable)
        m_diagnostics.error(field.place, field.name + ": expected ttl, or immutable: true");
    return rule;
}

} // namespace lanyard::config
