// SPDX-License-Identifier: GPL-3.0-or-later
// Changes of any bytes as Lanyard's configuration: refused, or read back as wanted with all else as
// it was, and the same change again changes nothing. The first byte says which change.
#include "config/upstreamedit.h"
#include "config/configfile.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

using namespace lanyard;

constexpr const char *secret = "what-nobody-says";

void require(bool condition)
{
    if (!condition)
        std::abort();
}

Result<QByteArray> oneSecret(const QString & /*path*/, std::int64_t /*bytesMax*/)
{
    return QByteArray(secret);
}

Result<QByteArray> edited(const QByteArray &text, const std::vector<UpstreamConfig> &wanted)
{
    return config::withUpstreams(text, QStringLiteral("f"), wanted, oneSecret);
}

UpstreamConfig complete()
{
    UpstreamConfig upstream;
    upstream.registry = "new.example:5000";
    upstream.url = "https://new.example:5000";
    upstream.fallbackUrls = {"http://10.0.0.9:5000"};
    upstream.isEnabled = false;
    upstream.aliases = {"null", "new-alias"};
    upstream.hosts = {"new.lan"};
    upstream.caFile = "/etc/# a, b";
    upstream.proxy = "socks5://10.0.0.9:1080";
    upstream.tokenRealms = {"true"};
    upstream.redirectHosts = {"null", "[fd00::1]"};
    upstream.tagRules = {{.match = "v?", .isImmutable = true, .ttl = std::chrono::seconds(0)},
                         {.match = "*", .isImmutable = false, .ttl = std::chrono::seconds(61)}};
    return upstream;
}

/// The bits of `choice`: which upstream, which fields of it, and what becomes of it.
void change(std::vector<UpstreamConfig> &upstreams, unsigned choice)
{
    const UpstreamConfig source = choice % 2 == 0 ? complete() : UpstreamConfig();
    UpstreamConfig &one = upstreams[choice / 2 % upstreams.size()];
    switch (choice / 16 % 16) {
    case 0:
        upstreams.push_back(complete());
        break;
    case 1:
        upstreams.erase(upstreams.begin() + static_cast<std::ptrdiff_t>(choice % upstreams.size()));
        break;
    case 2:
        one.fallbackUrls = source.fallbackUrls;
        break;
    case 3:
        one.isEnabled = !one.isEnabled;
        break;
    case 4:
        one.aliases = source.aliases;
        break;
    case 5:
        one.hosts = source.hosts;
        break;
    case 6:
        one.caFile = source.caFile;
        break;
    case 7:
        one.proxy = source.proxy;
        break;
    case 8:
        one.tokenRealms = source.tokenRealms;
        break;
    case 9:
        one.tagRules = source.tagRules;
        break;
    case 10:
        one.url = "http://10.0.0.8:5000";
        break;
    case 11:
        std::reverse(one.tagRules.begin(), one.tagRules.end());
        break;
    case 12:
        one.redirectHosts = source.redirectHosts;
        break;
    default:
        one = complete();
    }
}

bool isSame(std::vector<UpstreamConfig> a, std::vector<UpstreamConfig> b)
{
    const auto sort = [](std::vector<UpstreamConfig> &upstreams) {
        std::sort(upstreams.begin(), upstreams.end(),
                  [](const auto &x, const auto &y) { return x.registry < y.registry; });
        // Those of the text, whatever is wanted.
        for (UpstreamConfig &one : upstreams)
            one.credentials = {};
    };
    sort(a);
    sort(b);
    return a == b;
}

/// Nothing is lost: without one run of bytes that came in, it is the text.
void requireOnlyAdded(const QByteArray &text, const QByteArray &result)
{
    const auto same =
        std::mismatch(text.begin(), text.end(), result.begin(), result.end()).first - text.begin();
    const auto rest = text.size() - same;
    require(result.size() - same >= rest && text.endsWith(result.right(rest)));
}

void requireSafe(const QByteArray &text, const Result<QByteArray> &result)
{
    if (!result)
        require(!result.error().message.isEmpty() &&
                (text.contains(secret) ||
                 result.error().message.english().find(secret) == std::string::npos));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray text(reinterpret_cast<const char *>(data + 1),
                          static_cast<qsizetype>(size - 1));
    const LoadedConfig before = config::readConfig(text, QStringLiteral("f"), oneSecret);
    std::vector<UpstreamConfig> wanted{complete()};
    if (before.config) {
        wanted = before.config->upstreams;
        const auto same = edited(text, wanted);
        require(!same || *same == text);
        change(wanted, data[0]);
    }
    const auto result = edited(text, wanted);
    requireSafe(text, result);
    require(before.config.has_value() || !result);
    if (result) {
        const LoadedConfig after = config::readConfig(*result, QStringLiteral("f"), oneSecret);
        require(after.config && isSame(after.config->upstreams, wanted));
        const auto again = edited(*result, wanted);
        require(again && *again == *result);
        // What is added is not there yet, and no default that is written down is replaced.
        const bool isAdded = data[0] / 16 == 0 || (data[0] / 16 == 3 && !text.contains("enabled"));
        if (isAdded && text.contains("upstreams") && !text.contains("\\"))
            requireOnlyAdded(text, *result);
    }
    const auto offline = config::withOffline(text, QStringLiteral("f"), true, oneSecret);
    requireSafe(text, offline);
    if (offline) {
        require(config::readConfig(*offline, QStringLiteral("f"), oneSecret).config->isOffline);
        if (!text.contains("offline") && !text.contains("\\"))
            requireOnlyAdded(text, *offline);
    }
    return 0;
}
