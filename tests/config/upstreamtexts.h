// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Configurations and changes of them, for tests that edit them.
#include "config/configfile.h"
#include "config/upstreamedit.h"

#include <QFile>
#include <QMetaType>

#include <algorithm>
#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace lanyard::config::texts {

using Upstreams = std::vector<UpstreamConfig>;
using Change = std::function<void(Upstreams &)>;

inline const QString fileName = QStringLiteral("f.yml");
inline const QByteArray secret = "what-nobody-says";

inline Result<QByteArray> oneSecret(const QString & /*path*/, std::int64_t /*bytesMax*/)
{
    return secret;
}

inline Config readBack(const QByteArray &text)
{
    const LoadedConfig loaded = readConfig(text, fileName, oneSecret);
    for (const ConfigDiagnostic &one : loaded.diagnostics)
        qWarning("%s", qPrintable(one.toString()));
    return loaded.config.value_or(Config());
}

inline UpstreamConfig *find(Upstreams &upstreams, const std::string &registry)
{
    const auto found =
        std::find_if(upstreams.begin(), upstreams.end(),
                     [&registry](const UpstreamConfig &one) { return one.registry == registry; });
    return found == upstreams.end() ? nullptr : &*found;
}

inline UpstreamConfig minimal(const std::string &registry)
{
    UpstreamConfig upstream;
    upstream.registry = registry;
    upstream.url = "https://" + registry;
    return upstream;
}

inline UpstreamConfig complete(const std::string &registry)
{
    UpstreamConfig upstream = minimal(registry);
    upstream.fallbackUrls = {"http://10.0.0.1:5000", "https://b.example"};
    upstream.isEnabled = false;
    upstream.aliases = {"uno", "true"};
    upstream.hosts = {"one.lan:5000"};
    upstream.caFile = "/etc/a b: c/ca.pem";
    upstream.proxy = "socks5://10.0.0.2:1080";
    upstream.tokenRealms = {"auth.example"};
    upstream.redirectHosts = {"cdn.example", "[fd00::1]:8443"};
    upstream.tagRules = {{.match = "v?", .isImmutable = true, .ttl = std::chrono::seconds(0)},
                         {.match = "re:^[0-9]{2}, \"x\" #",
                          .isImmutable = false,
                          .ttl = std::chrono::seconds(90061)},
                         {.match = "*", .isImmutable = false, .ttl = std::chrono::seconds(0)}};
    return upstream;
}

inline Change add(const UpstreamConfig &upstream)
{
    return [upstream](Upstreams &upstreams) {
        upstreams.push_back(upstream);
    };
}

inline Change drop(const std::string &registry)
{
    return [registry](Upstreams &upstreams) {
        std::erase_if(upstreams,
                      [&registry](const UpstreamConfig &one) { return one.registry == registry; });
    };
}

inline Change change(const std::string &registry, const std::function<void(UpstreamConfig &)> &edit)
{
    return [=](Upstreams &upstreams) {
        if (UpstreamConfig *upstream = find(upstreams, registry))
            edit(*upstream);
    };
}

inline Change disable(const std::string &registry)
{
    return change(registry, [](UpstreamConfig &one) { one.isEnabled = false; });
}

inline Result<QByteArray> changed(const QByteArray &text, const Change &change)
{
    Upstreams wanted = readBack(text).upstreams;
    change(wanted);
    // Whoever asks need not know the credentials.
    for (UpstreamConfig &one : wanted) {
        one.credentials = {.username = "other", .password = "other"};
        one.pathCredentials = {{.path = "other", .credentials = one.credentials}};
    }
    return withUpstreams(text, fileName, wanted, oneSecret);
}

inline QByteArray example()
{
    QFile file(QStringLiteral(LANYARD_EXAMPLE_CONFIG));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline const QByteArray blockText = R"(# The file of somebody.
version: 1 # always
defaultUpstream: b.io # the second

upstreams:
  # The first.
  - registry: a.io # its name
    # Where it is.
    url: "https://a.io" # quoted
    # Who asks.
    username: me
    password: what-nobody-says # secret
    aliases:
      - one # 1
      # The second.
      - two # 2
      - three

  # The second.
  - url: https://b.io
    enabled: false # for now
    registry: b.io
    tagRules:
      - match: latest # newest
        ttl: 5m # soon
      - {match: "*", immutable: true}
    # proxy: http://10.0.0.1:3128

# Who may.
access: {allow: [any]}
)";

inline const QByteArray flowText =
    "version: 1\nupstreams: [{registry: a.io, url: 'https://a.io', aliases: [one, two]}, # first\n"
    "  {registry: b.io, url: https://b.io, enabled: false, username: u, passwordFile: /p}]\n"
    "offline: no # for now";

inline const QByteArray crlfText = QByteArray(blockText).replace("\n", "\r\n");

inline const QByteArray tightText = "---\n'version': '1'\nupstreams:\n- registry: a.io\n  url: "
                                    "https://a.io\n- {registry: b.io, url: https://b.io}";

} // namespace lanyard::config::texts

Q_DECLARE_METATYPE(lanyard::config::texts::Change)
