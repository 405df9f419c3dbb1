// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as Docker's config.json: either credentials that can be used, or an error, and what is
// taken over is the same after it was kept in a file of our own.
#include "credentials/dockerconfig.h"
#include "core/limits.h"
#include "credentials/credentialfile.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

using namespace lanyard;
using namespace lanyard::credentials;

void require(bool condition)
{
    if (!condition)
        std::abort();
}

void requireUsable(const CredentialScope &scope, const KeptCredential &kept)
{
    require(CredentialScope::parse(scope.toString()) == scope);
    if (const auto *helper = std::get_if<HelperBinding>(&kept))
        require(checkHelperName(helper->name).has_value());
    else
        require(checkCredential(std::get<Credential>(kept)).has_value());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto config = parseDockerConfig(text);
    if (!config) {
        require(!config.error().message.isEmpty());
        return 0;
    }
    CredentialMap kept;
    for (const CredentialScope &scope : config->scopes()) {
        if (const auto source = config->sourceOf(scope)) {
            requireUsable(scope, *source);
            kept.emplace(scope, *source);
        }
    }
    if (kept.size() <= limits::credentialsMax)
        require(CredentialFile::parse(CredentialFile::toText(kept), "f") == kept);
    return 0;
}
