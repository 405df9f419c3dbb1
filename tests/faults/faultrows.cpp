// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/faultrows.h"

#include <utility>

namespace lanyard::test {

namespace {

using namespace std::chrono_literals;

Fault statusOf(int status, Fields fields = {})
{
    return {.status = status, .fields = std::move(fields), .body = "{}"};
}

Fault challengeOf(const std::string &realm)
{
    return statusOf(401, {{"WWW-Authenticate", "Bearer realm=\"" + realm + "\",service=\"s\""}});
}

/// The connection or the body ends too early.
void addEndings(std::vector<FaultRow> &rows, qsizetype size)
{
    const std::int64_t middle = size / 2;
    // Qt asks again by itself where a connection ends before it has seen the head.
    const Outcomes once{200, 502};
    const auto add = [&rows](const char *name, const Fault &fault, const Outcomes &blob,
                             const Outcomes &unsized, const Outcomes &document) {
        rows.push_back({name, {fault}, blob, unsized, document});
    };
    add("truncated once", {.cutAfter = middle, .times = 1}, {200}, {200}, once);
    add("truncated each time", {.cutAfter = 10}, {isCut, 502}, {isCut, 502}, {502});
    add("reset before the head", {.isEnded = true, .isReset = true}, {502}, {502}, {502});
    add("reset at 0", {.cutAfter = 0, .isReset = true}, {isCut, 502}, {isCut, 502}, {502});
    add("reset in the middle", {.cutAfter = middle, .isReset = true, .times = 1}, once, once, once);
    add("reset twice", {.cutAfter = middle / 2, .isReset = true, .times = 2}, once, once, once);
    add("closed", {.isEnded = true}, {502}, {502}, {502});
    add("no length, chunked", {.framing = Framing::Chunked}, {200}, {200}, {200});
    add("no length", {.framing = Framing::UntilClose}, {200}, {200}, {200});
    add("no length, truncated", {.framing = Framing::UntilClose, .cutAfter = middle, .times = 1},
        {200}, {200}, {502});
    add("chunked, truncated", {.framing = Framing::Chunked, .cutAfter = middle, .times = 1}, {200},
        {200, 502}, once);
    add("too long a length", {.contentLength = size + 10}, {502}, {isCut}, {504});
    add("too short a length", {.contentLength = size - 10}, {502}, {isCut}, {502});
}

/// All of it comes, but it is not what was asked for.
void addLies(std::vector<FaultRow> &rows)
{
    const auto add = [&rows](const char *name, const Fault &fault, const Outcomes &blob,
                             const Outcomes &unsized, const Outcomes &document) {
        rows.push_back({name, {fault}, blob, unsized, document});
    };
    add("one bit flipped", {.isCorrupt = true}, {isCut}, {isCut}, {502});
    add("HTML with 200",
        {.status = 200,
         .fields = {{"Content-Type", "text/html"}},
         .body = "<html><body>Please log in to this network</body></html>"},
        {502}, {isCut}, {502});
    add("garbage", {.raw = QByteArray(1'000, '\xff')}, {502}, {502}, {502});
    add("another protocol", {.raw = "SSH-2.0-OpenSSH_9.2\r\n"}, {502}, {502}, {502});
    add("gzip label", {.fields = {{"Content-Encoding", "gzip"}}}, {200}, {200}, {200});
    // Qt reads it byte by byte: on a slow machine it takes longer than is waited here, also for the
    // rest of a blob whose beginning came in time.
    add("1 MB header", {.fields = {{"X-Pad", std::string(1024UL * 1024, 'x')}}},
        {isCut, 200, 502, 504}, {isCut, 200, 502, 504}, {200, 502, 504});
    rows.back().isNoticedLate = true;
    add("a redirect loop", redirectTo("?again"), {502}, {502}, {502});
    add("a redirect to another scheme", redirectTo("ftp://127.0.0.1/x"), {502}, {502}, {502});
    add("a redirect to nobody", redirectTo("http://127.0.0.1:1/x"), {502}, {502}, {502});
    add("a foreign token realm", challengeOf("https://evil.example/token"), {502}, {502}, {502});
}

void addStatuses(std::vector<FaultRow> &rows)
{
    const auto add = [&rows](const char *name, const Fault &fault, int status) {
        rows.push_back({name, {fault}, {status}, {status}, {status}, status == 404});
    };
    add("429 with Retry-After", statusOf(429, {{"Retry-After", "1"}}), 503);
    rows.back().isNoticedLate = true; // it is left alone for as long as it wants
    add("500", statusOf(500), 502);
    add("503", statusOf(503), 502);
    add("a 401 loop", challengeOf("URL/token"), 404);
    add("401", statusOf(401), 404);
    add("403", statusOf(403), 404);
    add("404", statusOf(404), 404);
}

/// It does not go on.
void addHangs(std::vector<FaultRow> &rows, qsizetype size)
{
    const auto add = [&rows](const char *name, const Fault &fault, const Outcomes &blob) {
        rows.push_back({name, {fault}, blob, blob, {504}});
    };
    add("a stall", {.stallAfter = size / 2, .times = 1}, {200});
    add("a stall each time", {.stallAfter = 10}, {isCut});
    add("a hang before the headers", {.isHeld = true}, {504});
    add("an endless head", {.isHeadEndless = true}, {504});
    // As long as bytes come, Qt looks at nothing else of this upstream.
    rows.back().isNoticedLate = true;
    Fault slowLoop = redirectTo("?again");
    slowLoop.delay = 900ms;
    add("a slow redirect loop", slowLoop, {504});
}

} // namespace

std::vector<FaultRow> faultRows(qsizetype size)
{
    std::vector<FaultRow> rows;
    addEndings(rows, size);
    addLies(rows);
    addStatuses(rows);
    addHangs(rows, size);
    return rows;
}

} // namespace lanyard::test
