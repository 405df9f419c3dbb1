// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a client says first, it is seen how much of it is its first record, more bytes change
// nothing of that, and nothing is a challenge that does not say so.
#include "tls/clienthello.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

using namespace lanyard::tls;

void require(bool condition)
{
    if (!condition)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr std::size_t headerBytes = 5;
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    const std::size_t length = firstRecordLength(bytes);
    require(length == 0 || length >= headerBytes);
    require(bytes.size() < headerBytes || length != headerBytes ||
            bytes.substr(3, 2) == std::string_view("\0\0", 2));
    const std::string_view record = bytes.substr(0, std::min(length, size));
    if (size >= headerBytes)
        require(firstRecordLength(record.empty() ? bytes : record) == length);
    if (isChallengeHello(record))
        require(record.find("acme-tls/1") != std::string_view::npos);
    return 0;
}
