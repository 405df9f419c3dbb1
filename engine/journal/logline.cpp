// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/logline.h"

#include "api/names.h"
#include "journal/logtext.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <ctime>
#include <string_view>

namespace lanyard::journal {

namespace {

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.data(), static_cast<std::size_t>(bytes.size())};
}

void appendNumber(std::string &out, std::int64_t number)
{
    std::array<char, 24> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    out.append(digits.data(), end);
}

/// The calendar second of `epochMs` as text. Most lines fall into the second of the one before
/// them, so each thread keeps the text of the last one.
template <void (*format)(std::array<char, 48> &, const std::tm &)>
std::string_view cachedSecond(std::int64_t epochMs)
{
    struct Cache
    {
        std::time_t second = -1;
        std::array<char, 48> text{};
    };

    thread_local Cache cache;
    const auto second = static_cast<std::time_t>(epochMs / 1000);
    if (second != cache.second) {
        std::tm utc{};
        gmtime_r(&second, &utc);
        format(cache.text, utc);
        cache.second = second;
    }
    return cache.text.data();
}

/// 24/Nov/2026:08:10:28 +0000, as Apache httpd's %t; not strftime, which follows the locale.
void formatClfSecond(std::array<char, 48> &text, const std::tm &utc)
{
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::snprintf(text.data(), text.size(), "%02d/%s/%04d:%02d:%02d:%02d +0000", utc.tm_mday,
                  months.at(static_cast<std::size_t>(utc.tm_mon)), utc.tm_year + 1900, utc.tm_hour,
                  utc.tm_min, utc.tm_sec);
}

/// 2026-11-24T08:10:28 (RFC 3339 §5.6, without the fraction)
void formatIsoSecond(std::array<char, 48> &text, const std::tm &utc)
{
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02d", utc.tm_year + 1900,
                  utc.tm_mon + 1, utc.tm_mday, utc.tm_hour, utc.tm_min, utc.tm_sec);
}

void appendThreeDigits(std::string &out, std::int64_t number)
{
    out += static_cast<char>('0' + number / 100 % 10);
    out += static_cast<char>('0' + number / 10 % 10);
    out += static_cast<char>('0' + number % 10);
}

void appendRfc3339(std::string &out, std::int64_t epochMs)
{
    out += cachedSecond<formatIsoSecond>(epochMs);
    out += '.';
    appendThreeDigits(out, epochMs % 1000);
    out += 'Z';
}

/// A value of Combined Log Format outside quotes, where "-" says that there is none.
void appendField(std::string &out, const QByteArray &bytes)
{
    if (bytes.isEmpty())
        out += '-';
    else
        appendEscapedForCombined(out, viewOf(bytes));
}

/// The user of Combined Log Format. Names may have spaces, which end a field.
void appendUser(std::string &out, const QByteArray &user)
{
    if (user.isEmpty())
        out += '-';
    for (std::string_view rest = viewOf(user); !rest.empty();) {
        const std::size_t space = std::min(rest.find(' '), rest.size());
        appendEscapedForCombined(out, rest.substr(0, space));
        rest.remove_prefix(space);
        if (rest.empty())
            break;
        out += R"(\x20)";
        rest.remove_prefix(1);
    }
}

void appendMember(std::string &out, std::string_view name, std::string_view value)
{
    out += R"(,")";
    out += name;
    out += R"(":)";
    appendJsonString(out, value);
}

void appendMember(std::string &out, std::string_view name, const QByteArray &value)
{
    appendMember(out, name, viewOf(value));
}

} // namespace

void appendCombined(std::string &out, const RequestRecord &record)
{
    appendField(out, record.client);
    out += " - ";
    appendUser(out, record.labels.user);
    out += " [";
    out += cachedSecond<formatClfSecond>(record.startedAtMs);
    out += R"(] ")";
    // A request line that could not be parsed has neither.
    appendField(out, record.method);
    if (!record.method.isEmpty()) {
        out += ' ';
        appendField(out, record.target);
        out += " HTTP/1.";
        appendNumber(out, record.minorVersion);
    }
    out += R"(" )";
    appendNumber(out, record.status);
    out += ' ';
    appendNumber(out, record.bodyBytes);
    out += R"( "-" ")";
    appendField(out, record.userAgent);
    out += "\"\n";
}

void appendJson(std::string &out, const RequestRecord &record)
{
    out += R"({"time":")";
    appendRfc3339(out, record.startedAtMs);
    out += '"';
    appendMember(out, "client", record.client);
    if (!record.labels.user.isEmpty())
        appendMember(out, "user", record.labels.user);
    appendMember(out, "method", record.method);
    appendMember(out, "target", record.target);
    out += R"(,"status":)";
    appendNumber(out, record.status);
    out += R"(,"bytes":)";
    appendNumber(out, record.bodyBytes);
    out += R"(,"durationMs":)";
    appendNumber(out, record.durationUs / 1000);
    out += '.';
    appendThreeDigits(out, record.durationUs % 1000);
    appendMember(out, "userAgent", record.userAgent);
    out += R"(,"kind":")";
    out += nameOf(record.labels.kind);
    out += '"';
    appendMember(out, "upstream", record.labels.upstream);
    appendMember(out, "repository", record.labels.repository);
    appendMember(out, "reference", record.labels.reference);
    out += R"(,"cache":")";
    out += nameOf(record.labels.result);
    out += '"';
    appendMember(out, "rule", english(record.labels.rule));
    if (record.labels.isPrivate)
        out += R"(,"private":true)";
    out += R"(,"complete":)";
    out += record.isComplete ? "true}\n" : "false}\n";
}

void appendDropNotice(std::string &out, LogFormat format, std::uint64_t count, std::int64_t epochMs)
{
    if (format == LogFormat::Json) {
        out += R"({"time":")";
        appendRfc3339(out, epochMs);
        out += R"(","droppedLines":)" + std::to_string(count) + "}\n";
        return;
    }
    out += "- - - [";
    out += cachedSecond<formatClfSecond>(epochMs);
    out += R"(] "-" 000 0 "-" "lanyard: )" + std::to_string(count) + " lines dropped\"\n";
}

} // namespace lanyard::journal
