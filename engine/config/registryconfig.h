// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/configfile.h"

namespace lanyard::config {

/// Reads the configuration of distribution (registry:2 and 3) as a proxy, unchanged:
/// https://distribution.github.io/distribution/about/configuration/. Pure, but for the working
/// directory, which a relative rootdirectory starts from, as there.
/// A key that has no meaning here is a warning that names it; a wrong value is an error at its line
/// and column. REGISTRY_A_B variables override the key a.b, as there.
///
/// What its keys come to:
/// - storage.filesystem.rootdirectory: Lanyard's data goes into its subfolder `lanyard`; the tree
///   of the registry beside it is neither read nor changed.
/// - proxy.remoteurl: the one upstream, and the default one; its name follows from the host.
/// - proxy.ttl is how long distribution keeps content, not how long a tag holds: it asks upstream
///   at every pull by tag. So tags are asked for every time here too (HEAD, which Docker Hub does
///   not count), and ttl does not shorten what the cache keeps.
/// - http.addr ":5000" is all IPv4 addresses. Only clients with private addresses are served
///   (Config::allow), which distribution does not limit: a warning says so.
/// - log.formatter json (or logstash): the access log is JSON, else Combined Log Format.
LoadedConfig readRegistryConfig(const QByteArray &text, const QString &fileName,
                                const Environment &environment);

} // namespace lanyard::config
