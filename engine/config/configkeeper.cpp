// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/configkeeper.h"

#include "config/configfile.h"
#include "config/firstfile.h"
#include "config/presets.h"
#include "config/upstreamedit.h"
#include "config/upstreamurl.h"
#include "core/imageref.h"
#include "core/limits.h"
#include "core/replacefile.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace lanyard::config {

namespace {

/// What stands where there is no file: the same as the defaults.
constexpr const char *emptyText = "version: 1\n";

void applyFields(UpstreamConfig &upstream, const UpstreamChange &change)
{
    upstream.url = change.url.value_or(upstream.url);
    upstream.fallbackUrls = change.fallbackUrls.value_or(upstream.fallbackUrls);
    upstream.aliases = change.aliases.value_or(upstream.aliases);
    upstream.hosts = change.hosts.value_or(upstream.hosts);
    upstream.tokenRealms = change.tokenRealms.value_or(upstream.tokenRealms);
    upstream.caFile = change.caFile.value_or(upstream.caFile);
    upstream.proxy = change.proxy.value_or(upstream.proxy);
    upstream.redirectHosts = change.redirectHosts.value_or(upstream.redirectHosts);
    if (change.tagRules)
        upstream.tagRules = change.tagRules->empty() ? defaultTagRules() : *change.tagRules;
}

} // namespace

Result<std::vector<UpstreamConfig>> changed(std::vector<UpstreamConfig> upstreams,
                                            const UpstreamChange &change)
{
    using Action = UpstreamChange::Action;
    if (!isRegistryName(change.registry))
        return failure(
            ErrorCode::InvalidInput,
            QT_TRANSLATE_NOOP("engine", "expected a registry such as quay.io or localhost:5001"));
    const std::string registry = canonicalRegistryName(change.registry);
    const auto known =
        std::find_if(upstreams.begin(), upstreams.end(),
                     [&registry](const UpstreamConfig &one) { return one.registry == registry; });
    if (change.action == Action::Add) {
        if (known != upstreams.end())
            return failure(ErrorCode::InvalidInput,
                           {QT_TRANSLATE_NOOP("engine", "%1 is an upstream already"), {registry}});
        UpstreamConfig &added = upstreams.emplace_back();
        added.registry = registry;
        added.url = placeOf(registry);
        applyFields(added, change);
        return upstreams;
    }
    if (known == upstreams.end())
        return failure(ErrorCode::NotFound,
                       {QT_TRANSLATE_NOOP("engine", "%1 is no upstream"), {registry}});
    if (change.action == Action::Remove)
        upstreams.erase(known);
    else if (change.action == Action::Edit)
        applyFields(*known, change);
    else
        known->isEnabled = change.action == Action::Enable;
    return upstreams;
}

ConfigKeeper::ConfigKeeper(const Config &config)
    : m_file(config.file)
    , m_makesFile(!m_file.isEmpty() && !QFileInfo::exists(m_file))
    , m_upstreams(config.upstreams)
    , m_defaultUpstream(config.defaultUpstream)
{
}

void ConfigKeeper::adopt(const Config &config)
{
    m_upstreams = config.upstreams;
    m_defaultUpstream = config.defaultUpstream;
}

Result<ChangeResult> ConfigKeeper::change(const UpstreamChange &change)
{
    const Result<QByteArray> before = text();
    if (!before)
        return tl::unexpected<Error>(before.error());
    // Without a file the list may be one that no text says, as a program gave it.
    std::vector<UpstreamConfig> now = m_upstreams;
    if (!m_file.isEmpty()) {
        const LoadedConfig loaded = readConfig(*before, m_file, readSmallFile);
        if (!loaded.config)
            return failure(ErrorCode::InvalidInput, firstErrorOf(loaded));
        now = loaded.config->upstreams;
    }
    const auto wanted = changed(std::move(now), change);
    if (!wanted)
        return tl::unexpected<Error>(wanted.error());
    const Result<QByteArray> after = withUpstreams(*before, m_file, *wanted, readSmallFile);
    if (!after)
        return tl::unexpected<Error>(after.error());
    if (const Result<void> written = write(*before, *after); !written)
        return tl::unexpected<Error>(written.error());
    const LoadedConfig loaded = readConfig(*after, m_file, readSmallFile);
    // The file has the credentials; without one they are only here.
    m_upstreams = m_file.isEmpty() ? *wanted : loaded.config->upstreams;
    m_defaultUpstream = loaded.config->defaultUpstream;
    if (m_file.isEmpty())
        return ChangeResult{.isKept = false,
                            .reason =
                                QT_TRANSLATE_NOOP("engine", "there is no configuration file")};
    return ChangeResult{};
}

ChangeResult ConfigKeeper::keepOffline(bool isOffline) const
{
    if (m_file.isEmpty())
        return {.isKept = false,
                .reason = QT_TRANSLATE_NOOP("engine", "there is no configuration file")};
    const Result<QByteArray> before = text();
    const Result<QByteArray> after =
        before ? withOffline(*before, m_file, isOffline, readSmallFile) : before;
    const Result<void> written =
        after ? write(*before, *after) : Result<void>(tl::unexpected<Error>(after.error()));
    if (!written)
        return {.isKept = false, .reason = written.error().message};
    return {};
}

Result<QByteArray> ConfigKeeper::text() const
{
    if (m_file.isEmpty())
        return QByteArray(emptyText);
    Result<QByteArray> text = readSmallFile(m_file, limits::configBytesMax);
    if (!text && m_makesFile && text.error().code == ErrorCode::NotFound)
        return firstFileText();
    if (!text)
        return failure(text.error().code, Message::at(m_file, text.error().message));
    return text;
}

Result<void> ConfigKeeper::write(const QByteArray &before, const QByteArray &after) const
{
    if (m_file.isEmpty() || before == after)
        return {};
    if (m_makesFile && !QFileInfo::exists(m_file))
        return makeFile(m_file, after);
    Result<void> written = replaceFile(m_file, before, after);
    if (!written)
        return failure(written.error().code, Message::at(m_file, written.error().message));
    return written;
}

} // namespace lanyard::config
