// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as distribution's configuration, and as a variable over it: either a proxy that can be
// used, or an error. The bytes before the first NUL are the file, those after it a variable.
#include "config/registryconfig.h"
#include "usableconfig.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace lanyard;
    const QByteArray input(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const qsizetype end = input.indexOf('\0');
    config::Environment environment;
    if (end >= 0) {
        const std::string variable = input.mid(end + 1).toStdString();
        const std::size_t equals = variable.find('=');
        if (equals != std::string::npos)
            environment["REGISTRY_" + variable.substr(0, equals)] = variable.substr(equals + 1);
    }
    const LoadedConfig loaded =
        config::readRegistryConfig(input.left(end), QStringLiteral("f"), environment);
    fuzz::requireSound(loaded);
    if (loaded.config) {
        fuzz::require(loaded.config->upstreams.size() == 1);
        fuzz::require(loaded.config->defaultUpstream == loaded.config->upstreams.front().registry);
        fuzz::require(loaded.config->dataDirectory.endsWith(QLatin1String("/lanyard")));
    }
    return 0;
}
