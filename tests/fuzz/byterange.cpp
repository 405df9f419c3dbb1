// SPDX-License-Identifier: GPL-3.0-or-later
// A range that is selected lies inside the body and selects itself again, several ranges select
// nothing, what a Content-Range is read as means the same when written, and conditions hold for the
// entity tags that they name and for no other.
#include "http/byterange.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

using namespace lanyard::http;

constexpr std::string_view entityTag = "\"sha256:a\"";

void require(bool condition)
{
    if (!condition)
        std::abort();
}

void checkRange(std::string_view field, std::int64_t bodySize)
{
    const RangeSelection selection = selectRange(field, bodySize);
    if (field.find(',') != field.npos)
        require(selection == RangeSelection(WholeBody{}));
    const auto *range = std::get_if<ByteRange>(&selection);
    if (!range)
        return;
    require(range->offset >= 0 && range->length > 0 && range->offset <= bodySize - range->length);
    const std::string_view prefix = "bytes ";
    const std::string content = contentRange(*range, bodySize);
    require(content.starts_with(prefix));
    require(parseContentRange(content) == ContentRange{.range = *range, .size = bodySize});
    const std::string again =
        "bytes=" + content.substr(prefix.size(), content.find('/') - prefix.size());
    require(selectRange(again, bodySize) == selection);
}

void checkContentRange(std::string_view field)
{
    const auto content = parseContentRange(field);
    if (!content)
        return;
    require(content->range.offset >= 0 && content->range.length > 0);
    if (!content->size)
        return;
    require(content->range.offset <= *content->size - content->range.length);
    require(parseContentRange(contentRange(content->range, *content->size)) == content);
}

void checkConditions(std::string_view field)
{
    const bool isMatch = matchesEntityTag(field, entityTag);
    require(!isMatch || field.find(entityTag) != field.npos || field.find('*') != field.npos);
    require(matchesEntityTag(std::string(entityTag) + ',' + std::string(field), entityTag));

    std::string condition(field);
    std::erase_if(condition, [](char c) { return c == ' ' || c == '\t'; });
    const bool isPermitted = permitsRange(field, entityTag);
    require(!isPermitted || condition.empty() || condition == entityTag);
    require(!isPermitted || condition.empty() || isMatch);
    require(!permitsRange(field, "W/\"a\"") || condition.empty());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    std::int64_t bodySize = 0;
    if (size < sizeof bodySize)
        return 0;
    std::memcpy(&bodySize, data, sizeof bodySize);
    bodySize &= INT64_MAX;
    const std::string_view field(reinterpret_cast<const char *>(data) + sizeof bodySize,
                                 size - sizeof bodySize);
    checkRange(field, bodySize);
    checkContentRange(field);
    checkConditions(field);
    return 0;
}
