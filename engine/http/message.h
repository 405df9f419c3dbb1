// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/requestrecord.h"
#include "core/filedescriptor.h"
#include "core/growingfile.h"
#include "core/message.h"

#include <QByteArray>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace lanyard::http {

enum class Method : std::uint8_t { Get, Head, Other };

struct HeaderField
{
    std::string_view name;  ///< as sent
    std::string_view value; ///< without the white space around it
};

/// A parsed request. Its views point into what the connection has: valid only during
/// RequestHandler::handle(). What outlives that call is copied.
struct Request
{
    Method method = Method::Other;
    std::string_view methodName;
    std::string_view target; ///< as sent: origin-form, or the path and query of an absolute-form
    std::string_view path;   ///< target up to "?", still percent-encoded
    std::string_view query;  ///< after "?", still percent-encoded
    int minorVersion = 1;
    std::string_view client;      ///< its address, as text
    bool isTrusted = false;       ///< it came from one of ListenerRules::trusted
    bool asksLogin = true;        ///< its listener serves only who has logged in
    bool isAuthenticated = false; ///< a user has logged in
    std::vector<HeaderField> fields;

    /// The value of the first field of that name, case ignored; empty where there is none.
    std::string_view header(std::string_view name) const;
    /// All values of that name joined by ", " (RFC 9110 §5.3).
    std::string joinedHeader(std::string_view name) const;
};

struct FileBody
{
    SharedFile file;
    std::int64_t offset = 0;
    std::int64_t length = 0;
    /// Called on the network thread, once, when the file ends too early or cannot be read, and the
    /// transfer is cut; may be empty.
    std::function<void()> onUnreadable;
};

struct GrowingBody
{
    GrowingFile::Reader reader; ///< at `offset`
    std::int64_t offset = 0;
    std::int64_t length = 0;
};

using Body = std::variant<std::monostate, QByteArray, FileBody, GrowingBody>;

std::int64_t bodyLength(const Body &body);

/// An answer. The connection adds the status line, Date, Connection, Content-Length and the
/// configured response headers, and sends no body for HEAD, 204 and 304 whatever `body` holds.
struct Response
{
    int status = 200;
    QByteArray sharedFields; ///< ready field lines, each ended by CRLF, that many answers share
    std::string fields;      ///< ready field lines of this answer, each ended by CRLF
    Body body;
    /// What Content-Length says: the length of the body that GET gets. -1: that of `body`.
    /// A 304 has none.
    std::int64_t contentLength = -1;
    bool closeConnection = false;
    RequestLabels labels;
    Message refusal = {}; ///< why, for who asks within this process; it is not sent
};

/// Appends "Name: value\r\n". `value` must not hold CR, LF or NUL, as asserted.
void appendField(std::string &fields, std::string_view name, std::string_view value);

} // namespace lanyard::http
