// SPDX-License-Identifier: GPL-3.0-or-later
// What parses as an image reference is well-formed, and survives being written and read again.
#include "core/imageref.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const auto ref = lanyard::ImageRef::parse(text);
    if (!ref)
        return 0;
    if (!lanyard::isRegistryName(ref->registry) || !lanyard::isRepositoryName(ref->repository))
        std::abort();
    if (ref->tag.empty() ? !ref->digest : !lanyard::isTag(ref->tag))
        std::abort();
    // Such a name becomes part of a URL and of a key.
    if (ref->repository.find("..") != std::string::npos ||
        ref->repository.find_first_of("%\\:@? ") != std::string::npos)
        std::abort();
    if (lanyard::ImageRef::parse(ref->toString()) != ref)
        std::abort();
    return 0;
}
