// SPDX-License-Identifier: GPL-3.0-or-later
// A range that is selected lies inside the body, and comparing entity tags ends.
#include "http/byterange.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace lanyard::http;
    std::int64_t bodySize = 0;
    if (size < sizeof bodySize)
        return 0;
    std::memcpy(&bodySize, data, sizeof bodySize);
    bodySize &= INT64_MAX;
    const std::string_view field(reinterpret_cast<const char *>(data) + sizeof bodySize,
                                 size - sizeof bodySize);

    const RangeSelection selection = selectRange(field, bodySize);
    if (const auto *range = std::get_if<ByteRange>(&selection)) {
        if (range->offset < 0 || range->length <= 0 || range->offset > bodySize - range->length)
            std::abort();
        if (contentRange(*range, bodySize).empty())
            std::abort();
    }
    const bool isAny = matchesEntityTag(field, "\"sha256:a\"");
    if (isAny && field.find("\"sha256:a\"") == field.npos && field.find('*') == field.npos)
        std::abort();
    if (permitsRange(field, "\"a\"") && field.find_first_not_of(" \t") != field.npos &&
        field.find("\"a\"") == field.npos)
        std::abort();
    return 0;
}
