// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as Lanyard's configuration: either a configuration that can be used, or an error, and
// never a word of a secret file.
#include "config/configfile.h"
#include "usableconfig.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

using namespace lanyard;
using lanyard::fuzz::require;

constexpr const char *secret = "what-nobody-says";

Result<QByteArray> oneSecret(const QString & /*path*/, std::int64_t /*bytesMax*/)
{
    return QByteArray(secret);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const LoadedConfig loaded = config::readConfig(text, QStringLiteral("f"), oneSecret);
    fuzz::requireSound(loaded);
    for (const ConfigDiagnostic &one : loaded.diagnostics)
        require(text.contains(secret) || one.message.english().find(secret) == std::string::npos);
    if (loaded.config) {
        for (const UpstreamConfig &upstream : loaded.config->upstreams)
            require(upstream.credentials.isEmpty() ||
                    !(upstream.credentials.password + upstream.credentials.passwordFile +
                      upstream.credentials.passwordEnv)
                         .empty());
    }
    return 0;
}
