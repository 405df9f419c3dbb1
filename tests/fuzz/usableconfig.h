// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "config/accessentry.h"
#include "config/tagpattern.h"
#include "config/upstreamurl.h"
#include "core/imageref.h"
#include "core/limits.h"
#include "core/servername.h"

#include <QDir>

#include <algorithm>
#include <cstdlib>
#include <set>

namespace lanyard::fuzz {

inline void require(bool condition)
{
    if (!condition)
        std::abort();
}

inline void requireUsable(const ListenAddress &address)
{
    require(ListenAddress::parse(address.toString()) == address);
}

inline void requireUsable(const AcmeConfig &acme)
{
    const bool isByDns = acme.challenge == AcmeConfig::Challenge::Dns01;
    require(!acme.hosts.empty() && acme.hosts.size() <= limits::certificateNamesMax);
    for (const std::string &host : acme.hosts)
        require(isHostName(host) || (isByDns && isWildcardName(host)));
    require(acme.directoryUrl.starts_with("https://"));
    require(acme.directory.isEmpty() || QDir::isAbsolutePath(acme.directory));
    require(acme.dnsProvider.empty() != isByDns);
    for (const AcmeSetting &setting : acme.dnsSettings)
        require(!setting.name.empty() && (setting.file.empty() || setting.env.empty()));
}

inline void requireUsable(const TlsConfig &tls)
{
    if (const auto *acme = std::get_if<AcmeConfig>(&tls.issuer))
        requireUsable(*acme);
    if (std::holds_alternative<std::monostate>(tls.issuer))
        require(QDir::isAbsolutePath(tls.certificate) && QDir::isAbsolutePath(tls.key));
}

/// `names` are those of the upstreams before it, in one spelling.
inline void requireUsable(const UpstreamConfig &upstream, std::set<std::string> &names)
{
    const auto url = config::parseUpstreamUrl(upstream.url);
    require(url && url->url == upstream.url);
    require(isRegistryName(upstream.registry));
    require(names.insert(canonicalRegistryName(upstream.registry)).second);
    for (const std::string &alias : upstream.aliases)
        require(isRegistryName(alias) && names.insert(canonicalRegistryName(alias)).second);
    for (const TagRule &rule : upstream.tagRules) {
        require(config::problemOfTagPattern(rule.match).isEmpty());
        require(rule.ttl.count() >= 0 && !(rule.isImmutable && rule.ttl.count() > 0));
    }
}

/// What the engine takes for granted of a configuration, whichever format it was read from.
inline void requireUsable(const Config &config)
{
    require(!config.listen.empty());
    for (const ListenConfig &one : config.listen) {
        requireUsable(one.address);
        if (one.tls)
            requireUsable(*one.tls);
    }
    if (config.debug)
        requireUsable(*config.debug);
    require(config.networkThreads >= 1 && config.networkThreads <= limits::networkThreadsMax);
    require(config.dataDirectory.isEmpty() || QDir::isAbsolutePath(config.dataDirectory));
    require(config.capacity.value_or(0) >= 0 && config.keepFree.value_or(0) >= 0);
    require(!config.allow.empty() &&
            std::all_of(config.allow.begin(), config.allow.end(), config::isAccessEntry));
    require(std::all_of(config.debugAllow.begin(), config.debugAllow.end(), config::isAccessEntry));
    require(config.health.interval >= limits::healthIntervalMin && config.health.threshold >= 1 &&
            config.health.threshold <= limits::healthThresholdMax);
    for (const auto &[name, values] : config.responseHeaders) {
        require(!name.empty() && name.find_first_of(": \r\n") == name.npos);
        for (const std::string &value : values)
            require(value.find_first_of(std::string_view("\r\n\0", 3)) == value.npos);
    }

    require(!config.upstreams.empty());
    std::set<std::string> names;
    for (const UpstreamConfig &upstream : config.upstreams)
        requireUsable(upstream, names);
    require(config.defaultUpstream.empty() ||
            std::any_of(
                config.upstreams.begin(), config.upstreams.end(),
                [&](const UpstreamConfig &one) { return one.registry == config.defaultUpstream; }));
}

/// A configuration that can be used, or an error; either way few words, each of them about
/// something.
inline void requireSound(const LoadedConfig &loaded)
{
    bool hasError = false;
    for (const ConfigDiagnostic &one : loaded.diagnostics) {
        hasError = hasError || one.severity == ConfigDiagnostic::Severity::Error;
        require(!one.message.isEmpty() && one.line >= 0 && one.column >= 0);
    }
    require(loaded.diagnostics.size() <= limits::configDiagnosticsMax + 1);
    require(hasError != loaded.config.has_value());
    if (loaded.config)
        requireUsable(*loaded.config);
}

} // namespace lanyard::fuzz
