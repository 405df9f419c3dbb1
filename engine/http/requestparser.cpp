// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/requestparser.h"

#include "core/asciitext.h"
#include "core/limits.h"
#include "http/requesthead.h"

#include <boost/beast/http/basic_parser.hpp>

#include <algorithm>
#include <charconv>
#include <optional>

namespace lanyard::http {

namespace {

namespace beast = boost::beast;

std::string_view toStd(beast::string_view text)
{
    return {text.data(), text.size()};
}

bool isTargetText(std::string_view text)
{
    // RFC 3986: visible ASCII; the fragment, which "#" begins, is never sent (RFC 9112 §3.2).
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return c > ' ' && c < '\x7f' && c != '#'; });
}

std::optional<std::size_t> schemeLength(std::string_view target)
{
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (equalsIgnoringCase(target.substr(0, scheme.size()), scheme))
            return scheme.size();
    }
    return std::nullopt;
}

/// Fills a Request from the calls of Beast's parser, and holds what it sees against our rules.
class HeadReader final : public beast::http::basic_parser<true>
{
public:
    HeadReader(Request &request, Framing &framing)
        : m_request(request)
        , m_framing(framing)
    {
        header_limit(limits::headerBytesMax);
        skip(true); // bodies are the connection's business
    }

    /// `head` is complete.
    Refusal read(std::string_view head)
    {
        beast::error_code error;
        put(boost::asio::const_buffer(head.data(), head.size()), error);
        if (m_refusal.status == 0 && error)
            m_refusal = toRefusal(error, head);
        if (m_refusal.status == 0)
            finish();
        return m_refusal;
    }

private:
    using Field = beast::http::field;

    void on_request_impl(beast::http::verb verb, beast::string_view method,
                         beast::string_view target, int version, beast::error_code &error) override;
    void on_field_impl(Field field, beast::string_view name, beast::string_view value,
                       beast::error_code &error) override;

    void on_response_impl(int, beast::string_view, int, beast::error_code &) override {}

    void on_header_impl(beast::error_code &) override {}

    void on_body_init_impl(const boost::optional<std::uint64_t> &, beast::error_code &) override {}

    std::size_t on_body_impl(beast::string_view body, beast::error_code &) override
    {
        return body.size();
    }

    void on_chunk_header_impl(std::uint64_t, beast::string_view, beast::error_code &) override {}

    std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view body,
                                   beast::error_code &) override
    {
        return body.size();
    }

    void on_finish_impl(beast::error_code &) override {}

    static Refusal toRefusal(const beast::error_code &error, std::string_view head);
    Refusal readTarget(std::string_view target);
    Refusal readField(Field field, std::string_view value);
    Refusal readHost(std::string_view value);
    Refusal readContentLength(std::string_view value);
    Refusal readTransferEncoding(std::string_view value);
    Refusal readExpect(std::string_view value);
    void readConnection(std::string_view list);
    void finish();

    /// Keeps the refusal and makes Beast stop.
    void stop(Refusal refusal, beast::error_code &error)
    {
        m_refusal = refusal;
        if (refusal.status != 0)
            error = beast::http::error::bad_field;
    }

    Request &m_request;
    Framing &m_framing;
    Refusal m_refusal;
    std::string_view m_authority; // of an absolute-form target
    int m_hostCount = 0;
    bool m_hasContentLength = false;
    bool m_saysClose = false;
    bool m_saysKeepAlive = false;
};

void HeadReader::on_request_impl(beast::http::verb verb, beast::string_view method,
                                 beast::string_view target, int version, beast::error_code &error)
{
    m_request.methodName = toStd(method);
    if (verb == beast::http::verb::get)
        m_request.method = Method::Get;
    else if (verb == beast::http::verb::head)
        m_request.method = Method::Head;
    m_request.minorVersion = version - 10;
    stop(readTarget(toStd(target)), error);
}

void HeadReader::on_field_impl(Field field, beast::string_view name, beast::string_view value,
                               beast::error_code &error)
{
    if (m_request.fields.size() >= limits::headerFieldsMax)
        return stop({431, "too many header fields"}, error);
    m_request.fields.push_back({toStd(name), toStd(value)});
    stop(readField(field, toStd(value)), error);
}

Refusal HeadReader::toRefusal(const beast::error_code &error, std::string_view head)
{
    using Syntax = beast::http::error;
    if (error == Syntax::bad_version) {
        const std::string_view line = head.substr(0, head.find('\r'));
        const std::string_view afterMethod = line.substr(line.find(' ') + 1);
        const std::string_view version = afterMethod.substr(afterMethod.find(' ') + 1);
        // RFC 9112 §2.3: HTTP-name "/" DIGIT "." DIGIT; what is not even that is no HTTP.
        if (version.size() == 8 && version.starts_with("HTTP/") && isDigit(version[5]) &&
            version[6] == '.' && isDigit(version[7]))
            return {505, "only HTTP/1.0 and HTTP/1.1 are spoken here"};
    }
    if (error == Syntax::bad_method || error == Syntax::bad_target || error == Syntax::bad_version)
        return {400, "the request line is malformed"};
    if (error == Syntax::bad_content_length)
        return {400, "Content-Length is malformed or repeated"};
    if (error == Syntax::bad_transfer_encoding)
        return {400, "Transfer-Encoding is malformed or repeated"};
    return {400, "a header field is malformed"};
}

Refusal HeadReader::readTarget(std::string_view target)
{
    m_request.target = target;
    if (target.size() > limits::requestTargetBytesMax)
        return {414, "the request target is too long"};
    if (!isTargetText(target))
        return {400, "the request target is malformed"};

    if (const auto scheme = schemeLength(target)) {
        const std::size_t end = std::min(target.find_first_of("/?", *scheme), target.size());
        m_authority = target.substr(*scheme, end - *scheme);
        if (!isHostAndPort(m_authority))
            return {400, "the request target has no valid host"};
        // RFC 9112 §3.2.1: an empty path is sent as "/".
        target = end == target.size() ? std::string_view("/") : target.substr(end);
        m_request.target = target;
    }
    // The asterisk and authority forms (RFC 9112 §3.2) ask for what a cache does not do.
    if (!target.starts_with('/'))
        return {400, "the request target is neither a path nor an http URL"};
    const std::size_t question = target.find('?');
    m_request.path = target.substr(0, question);
    if (question != std::string_view::npos)
        m_request.query = target.substr(question + 1);
    return {};
}

Refusal HeadReader::readField(Field field, std::string_view value)
{
    switch (field) {
    case Field::host:
        return readHost(value);
    case Field::content_length:
        return readContentLength(value);
    case Field::transfer_encoding:
        return readTransferEncoding(value);
    case Field::expect:
        return readExpect(value);
    case Field::connection:
        readConnection(value);
        return {};
    default:
        return {};
    }
}

Refusal HeadReader::readHost(std::string_view value)
{
    if (++m_hostCount > 1)
        return {400, "Host is repeated"};
    if (!isHostAndPort(value))
        return {400, "Host is malformed"};
    return {};
}

Refusal HeadReader::readContentLength(std::string_view value)
{
    if (m_hasContentLength)
        return {400, "Content-Length is repeated"};
    if (m_framing.isChunked)
        return {400, "Content-Length stands beside Transfer-Encoding"};
    m_hasContentLength = true;
    const auto [end, error] =
        std::from_chars(value.data(), value.data() + value.size(), m_framing.contentLength);
    if (error != std::errc() || end != value.data() + value.size() || value.starts_with('-'))
        return {400, "Content-Length is malformed"};
    return {};
}

Refusal HeadReader::readTransferEncoding(std::string_view value)
{
    if (m_framing.isChunked)
        return {400, "Transfer-Encoding is repeated"};
    if (m_hasContentLength)
        return {400, "Transfer-Encoding stands beside Content-Length"};
    if (m_request.minorVersion == 0)
        return {400, "HTTP/1.0 has no Transfer-Encoding"}; // RFC 9112 §6.1
    if (!equalsIgnoringCase(value, "chunked"))
        return {400, "Transfer-Encoding is not \"chunked\""}; // RFC 9112 §6.3
    m_framing.isChunked = true;
    return {};
}

Refusal HeadReader::readExpect(std::string_view value)
{
    if (m_request.minorVersion == 0)
        return {}; // RFC 9110 §10.1.1: ignored
    if (!equalsIgnoringCase(value, "100-continue"))
        return {417, "the only expectation met is 100-continue"};
    m_framing.expectsContinue = true;
    return {};
}

void HeadReader::readConnection(std::string_view list)
{
    while (!list.empty()) {
        const std::string_view option = takeListElement(list);
        m_saysClose = m_saysClose || equalsIgnoringCase(option, "close");
        m_saysKeepAlive = m_saysKeepAlive || equalsIgnoringCase(option, "keep-alive");
    }
}

void HeadReader::finish()
{
    m_framing.keepsAlive = !m_saysClose && (m_request.minorVersion == 1 || m_saysKeepAlive);
    if (m_hostCount == 0 && m_request.minorVersion == 1) {
        m_refusal = {400, "Host is missing"};
        return;
    }
    if (m_authority.empty())
        return;
    // RFC 9112 §3.2.2: the host of the target counts, and Host is ignored.
    std::erase_if(m_request.fields,
                  [](const HeaderField &field) { return equalsIgnoringCase(field.name, "Host"); });
    m_request.fields.push_back({"Host", m_authority});
}

} // namespace

RequestParser::Outcome RequestParser::parse(std::string_view bytes, std::size_t &scanned)
{
    const HeadScan scan = scanHead(bytes, scanned);
    if (scan.state == HeadScan::State::Malformed)
        return refuse(bytes, {400, scan.message});
    const bool isComplete = scan.state == HeadScan::State::Complete;
    if (isComplete ? scan.length > limits::headerBytesMax : bytes.size() >= limits::headerBytesMax)
        return refuse(bytes, guessRequestLine(bytes).target.size() >= limits::requestTargetBytesMax
                                 ? Refusal{414, "the request target is too long"}
                                 : Refusal{431, "the header is too large"});
    if (!isComplete)
        return Outcome::NeedsMore;

    clearRequest();
    m_framing = {};
    m_headLength = scan.length;
    std::string_view head = bytes.substr(0, scan.length);
    if (head.starts_with("\r\n"))
        head.remove_prefix(2);
    m_refusal = HeadReader(m_request, m_framing).read(head);
    return m_refusal.status == 0 ? Outcome::Complete : refuse(bytes, m_refusal);
}

RequestParser::Outcome RequestParser::refuse(std::string_view bytes, Refusal refusal)
{
    const RequestLineGuess line = guessRequestLine(bytes);
    clearRequest();
    m_request.methodName = line.method;
    m_request.target = line.target;
    if (line.method == "HEAD")
        m_request.method = Method::Head;
    m_framing = {.keepsAlive = false};
    m_refusal = refusal;
    m_headLength = 0;
    return Outcome::Refused;
}

void RequestParser::clearRequest()
{
    std::vector<HeaderField> fields = std::move(m_request.fields);
    fields.clear(); // keeps its memory
    m_request = {};
    m_request.fields = std::move(fields);
}

} // namespace lanyard::http
