// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the bytes and however they come in pieces, the parser gives one and the same result, and
// a request that it passes is one that cannot be read in another way.
#include "http/requestparser.h"
#include "core/limits.h"
#include "http/requesthead.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

using lanyard::http::HeaderField;
using lanyard::http::RequestParser;

void require(bool condition)
{
    if (!condition)
        std::abort();
}

bool isInside(std::string_view part, std::string_view whole)
{
    return part.empty() || (part.data() >= whole.data() &&
                            part.data() + part.size() <= whole.data() + whole.size());
}

std::ptrdiff_t countFields(const RequestParser &parser, std::string_view name)
{
    lanyard::http::Request probe;
    return std::count_if(parser.request().fields.begin(), parser.request().fields.end(),
                         [&](const HeaderField &field) {
                             probe.fields = {field};
                             return probe.header(name).data() != nullptr;
                         });
}

void checkRequest(const RequestParser &parser, std::string_view bytes)
{
    const auto &request = parser.request();
    require(parser.headLength() <= bytes.size());
    require(bytes.substr(0, parser.headLength()).ends_with("\r\n\r\n"));
    require(!request.methodName.empty() && request.path.starts_with('/'));
    require(request.target.size() <= lanyard::limits::requestTargetBytesMax);
    require(request.fields.size() <= lanyard::limits::headerFieldsMax + 1); // and the target's host
    require(request.target.size() >= request.path.size() + request.query.size());
    for (const HeaderField &field : request.fields) {
        require(isInside(field.value, bytes));
        require(field.value.find_first_of(std::string_view("\r\n\0", 3)) == field.value.npos);
        require(!field.value.starts_with(' ') && !field.value.ends_with('\t'));
    }
    require(countFields(parser, "Host") <= 1);
    require(request.minorVersion == 0 || lanyard::http::isHostAndPort(request.header("Host")));
    const auto framingFields =
        countFields(parser, "Content-Length") + countFields(parser, "Transfer-Encoding");
    require(framingFields <= 1);
    require(parser.framing().contentLength >= 0);
    require(framingFields == 1 ||
            (parser.framing().contentLength == 0 && !parser.framing().isChunked));
}

void requireSame(const RequestParser &left, const RequestParser &right)
{
    require(left.headLength() == right.headLength());
    require(left.request().target == right.request().target);
    require(left.request().path == right.request().path);
    require(left.request().query == right.request().query);
    require(left.request().methodName == right.request().methodName);
    require(left.request().fields.size() == right.request().fields.size());
    require(left.framing().contentLength == right.framing().contentLength);
    require(left.framing().isChunked == right.framing().isChunked);
    require(left.framing().expectsContinue == right.framing().expectsContinue);
    require(left.framing().keepsAlive == right.framing().keepsAlive);
}

void checkRefusal(const RequestParser &parser, std::string_view bytes)
{
    require(parser.refusal().status >= 400 && parser.refusal().status < 600);
    require(!parser.refusal().message.empty());
    require(!parser.framing().keepsAlive && parser.headLength() == 0);
    require(parser.request().fields.empty());
    require(isInside(parser.request().methodName, bytes));
    require(isInside(parser.request().target, bytes));
    require(parser.request().target.size() <= lanyard::limits::requestTargetBytesMax);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    // The first byte says how large the pieces are.
    const std::size_t piece = std::size_t{data[0]} + 1;
    const std::string_view bytes(reinterpret_cast<const char *>(data) + 1, size - 1);

    RequestParser whole;
    std::size_t wholeScanned = 0;
    const auto expected = whole.parse(bytes, wholeScanned);
    if (expected == RequestParser::Outcome::Complete)
        checkRequest(whole, bytes);
    else if (expected == RequestParser::Outcome::Refused)
        checkRefusal(whole, bytes);
    else
        require(bytes.size() < lanyard::limits::headerBytesMax);

    RequestParser pieces;
    std::size_t scanned = 0;
    auto outcome = RequestParser::Outcome::NeedsMore;
    for (std::size_t end = 0; end < bytes.size() && outcome == RequestParser::Outcome::NeedsMore;) {
        end = std::min(end + piece, bytes.size());
        outcome = pieces.parse(bytes.substr(0, end), scanned);
    }
    require(outcome == expected);
    if (outcome == RequestParser::Outcome::Complete)
        requireSame(pieces, whole);

    // One object reads one request after the other: nothing is left of the one before.
    std::size_t scannedAgain = 0;
    pieces.parse("POST /other?query HTTP/1.1\r\nHost: other\r\nContent-Length: 7\r\n\r\n",
                 scannedAgain);
    scannedAgain = 0;
    require(pieces.parse(bytes, scannedAgain) == expected);
    if (expected == RequestParser::Outcome::Complete)
        requireSame(pieces, whole);
    return 0;
}
