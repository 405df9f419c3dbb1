// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/testserver.h"

#include <QTest>

#include <cstdio>
#include <cstdlib>
#include <unistd.h>
#include <utility>

namespace lanyard::test {

void RecordingObserver::requestFinished(RequestRecord &&record)
{
    const std::lock_guard lock(m_mutex);
    m_records.push_back(std::move(record));
}

std::vector<RequestRecord> RecordingObserver::records() const
{
    const std::lock_guard lock(m_mutex);
    return m_records;
}

TestServer::TestServer(http::ServerOptions options, Answerer answerer, http::ListenerRules rules)
    : m_answerer(std::move(answerer))
    , m_server(std::make_unique<http::HttpServer>(static_cast<http::RequestHandler &>(*this),
                                                  m_observer, std::move(options)))
{
    const auto address = m_server->listen({.host = "127.0.0.1", .port = 0}, std::move(rules));
    if (address)
        m_address = *address;
}

http::ListenerRules openRules(std::shared_ptr<const http::TransportFactory> transports)
{
    return {.allowed = *http::AccessList::parse({"any"}), .transports = std::move(transports)};
}

http::ServerOptions openOptions(int threads, const http::ServerLimits &limits)
{
    return {.threads = threads, .extraFields = {}, .limits = limits};
}

void addThreadRows()
{
    QTest::addColumn<int>("threads");
    QTest::newRow("one thread") << 1;
    QTest::newRow("two threads") << 2;
}

http::ServerOptions rowOptions(const http::ServerLimits &limits)
{
    QFETCH_GLOBAL(int, threads);
    return openOptions(threads, limits);
}

void answerBriefly(const http::Request & /*request*/, http::Responder responder)
{
    responder.respond(textResponse("x"));
}

http::Response bodyResponse(http::Body body)
{
    http::Response response;
    response.body = std::move(body);
    return response;
}

http::Response textResponse(std::string_view body)
{
    return bodyResponse(QByteArray(body.data(), static_cast<qsizetype>(body.size())));
}

std::string requestText(std::string_view method, std::string_view target, std::string_view fields)
{
    std::string text;
    text.append(method).append(" ").append(target).append(" HTTP/1.1\r\nHost: cache.lan:5000\r\n");
    return text.append(fields).append("\r\n");
}

SharedFile makeFile(std::string_view content, std::int64_t size)
{
    std::string path = "/tmp/lanyard-test-XXXXXX";
    FileDescriptor file(::mkstemp(path.data()));
    ::unlink(path.c_str());
    const ssize_t written = ::pwrite(file.get(), content.data(), content.size(), 0);
    if (written != static_cast<ssize_t>(content.size()) ||
        (size >= 0 && ::ftruncate(file.get(), size) != 0))
        std::abort();
    return std::make_shared<const FileDescriptor>(std::move(file));
}

std::string patternBytes(std::size_t size)
{
    std::string bytes(size, '\0');
    std::uint32_t state = 1;
    for (char &byte : bytes) {
        state = state * 1664525U + 1013904223U;
        byte = static_cast<char>(state >> 24U);
    }
    return bytes;
}

} // namespace lanyard::test
