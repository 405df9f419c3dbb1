// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as Lanyard's configuration: either a configuration that can be used, or an error.
#include "config/configfile.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

using namespace lanyard;

Result<QByteArray> oneSecret(const QString & /*path*/, std::int64_t /*bytesMax*/)
{
    return QByteArrayLiteral("secret");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const LoadedConfig loaded = config::readConfig(text, QStringLiteral("f"), oneSecret);
    const bool hasError = std::any_of(loaded.diagnostics.begin(), loaded.diagnostics.end(),
                                      [](const ConfigDiagnostic &one) {
                                          return one.severity == ConfigDiagnostic::Severity::Error;
                                      });
    if (hasError == loaded.config.has_value())
        std::abort();
    if (loaded.config && (loaded.config->listen.empty() || loaded.config->upstreams.empty() ||
                          loaded.config->allow.empty() || loaded.config->networkThreads < 1))
        std::abort();
    return 0;
}
