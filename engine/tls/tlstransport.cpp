// SPDX-License-Identifier: GPL-3.0-or-later
#include "tls/tlstransport.h"

#include "core/fileio.h"
#include "core/limits.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <algorithm>
#include <cerrno>
#include <sys/socket.h>
#include <utility>

namespace lanyard::tls {

using http::IoResult;

namespace {

/// What a browser shows who asks the right port in the wrong way.
constexpr std::string_view plainHttpAnswer = "HTTP/1.1 400 Bad Request\r\n"
                                             "Content-Type: text/plain\r\n"
                                             "Content-Length: 44\r\n"
                                             "Connection: close\r\n"
                                             "\r\n"
                                             "This port speaks HTTPS: ask it by https://.\n";

bool isPlainHttp()
{
    const unsigned long error = ERR_peek_error();
    return ERR_GET_LIB(error) == ERR_LIB_SSL && ERR_GET_REASON(error) == SSL_R_HTTP_REQUEST;
}

} // namespace

void TlsTransport::SslDeleter::operator()(SSL *ssl) const
{
    SSL_free(ssl);
}

std::unique_ptr<TlsTransport> TlsTransport::make(const ContextPointer &context,
                                                 FileDescriptor socket, std::vector<char> &buffer)
{
    std::unique_ptr<SSL, SslDeleter> ssl(SSL_new(context.get()));
    if (!ssl || SSL_set_fd(ssl.get(), socket.get()) != 1)
        return nullptr;
    SSL_set_accept_state(ssl.get());
    return std::unique_ptr<TlsTransport>(
        new TlsTransport(std::move(ssl), std::move(socket), buffer));
}

TlsTransport::TlsTransport(std::unique_ptr<SSL, SslDeleter> ssl, FileDescriptor socket,
                           std::vector<char> &buffer)
    : m_socket(std::move(socket))
    , m_buffer(buffer)
    , m_ssl(std::move(ssl))
{
}

TlsTransport::~TlsTransport()
{
    sayGoodbye();
}

bool TlsTransport::hasInput() const
{
    return SSL_pending(m_ssl.get()) > 0;
}

bool TlsTransport::isEstablished() const
{
    return SSL_is_init_finished(m_ssl.get()) != 0;
}

IoResult TlsTransport::read(char *buffer, std::size_t size)
{
    if (m_isBroken)
        return {IoResult::Status::Failed, 0};
    m_readsWhenWritable = false;
    ERR_clear_error();
    std::size_t bytes = 0;
    const int outcome = SSL_read_ex(m_ssl.get(), buffer, size, &bytes);
    return outcome == 1 ? IoResult{IoResult::Status::Done, bytes} : IoResult{failureOf(outcome), 0};
}

/// After a call that moved nothing.
IoResult::Status TlsTransport::failureOf(int outcome)
{
    switch (SSL_get_error(m_ssl.get(), outcome)) {
    case SSL_ERROR_WANT_READ:
        return IoResult::Status::WouldBlock;
    case SSL_ERROR_WANT_WRITE:
        // Of a write, whoever writes waits for that anyway.
        m_readsWhenWritable = !isEstablished();
        return IoResult::Status::WouldBlock;
    case SSL_ERROR_ZERO_RETURN:
        return IoResult::Status::EndOfInput;
    default:
        if (isPlainHttp())
            answerPlainHttp();
        // The library must not be asked again (SSL_get_error(3)).
        m_isBroken = true;
        discardInput();
        return IoResult::Status::Failed;
    }
}

void TlsTransport::answerPlainHttp() const
{
    // Should it not fit, the client only learns that the connection is over.
    (void)::send(m_socket.get(), plainHttpAnswer.data(), plainHttpAnswer.size(), MSG_NOSIGNAL);
}

/// Closing a socket with unread input resets it, and that can overtake what was said last.
void TlsTransport::discardInput()
{
    ::shutdown(m_socket.get(), SHUT_WR);
    std::int64_t left = limits::discardedBodyBytesMax;
    while (left > 0) {
        const ssize_t got = ::recv(m_socket.get(), m_buffer.data(), m_buffer.size(), MSG_DONTWAIT);
        if (got <= 0)
            return;
        left -= got;
    }
}

/// As many whole records as the socket takes. The library has encrypted one that did not fit, and
/// wants the same bytes again: so do those who wait for the socket.
IoResult TlsTransport::send(const char *bytes, std::size_t size)
{
    m_readsWhenWritable = false;
    std::size_t sent = 0;
    while (sent < size) {
        if (m_isBroken)
            return {IoResult::Status::Failed, 0};
        ERR_clear_error();
        std::size_t record = 0;
        const int outcome = SSL_write_ex(m_ssl.get(), bytes + sent, size - sent, &record);
        if (outcome != 1) {
            // Half a message of a handshake has come. Whoever waits for the socket to take bytes
            // would wait for nothing, and no client of good will stops there.
            if (SSL_get_error(m_ssl.get(), outcome) == SSL_ERROR_WANT_READ)
                m_isBroken = true;
            const IoResult::Status status =
                m_isBroken ? IoResult::Status::Failed : failureOf(outcome);
            const bool isOnlyFull = status == IoResult::Status::WouldBlock && sent > 0;
            return {isOnlyFull ? IoResult::Status::Done : status, isOnlyFull ? sent : 0};
        }
        sent += record;
    }
    return {IoResult::Status::Done, sent};
}

IoResult TlsTransport::write(std::string_view first, std::string_view second, bool /*isFollowed*/)
{
    if (second.empty())
        return send(first.data(), first.size());
    if (first.empty())
        return send(second.data(), second.size());
    // In one record, as far as the buffer goes.
    const std::size_t ofFirst = std::min(first.size(), m_buffer.size());
    const std::size_t ofSecond = std::min(second.size(), m_buffer.size() - ofFirst);
    std::copy_n(first.data(), ofFirst, m_buffer.data());
    std::copy_n(second.data(), ofSecond, m_buffer.data() + ofFirst);
    return send(m_buffer.data(), ofFirst + ofSecond);
}

IoResult TlsTransport::sendFile(const FileDescriptor &file, std::int64_t offset, std::size_t length)
{
    std::size_t sent = 0;
    while (sent < length) {
        const auto wanted = static_cast<std::int64_t>(std::min(length - sent, m_buffer.size()));
        const std::int64_t read =
            readSome(file, m_buffer.data(), wanted, offset + static_cast<std::int64_t>(sent));
        if (read <= 0) {
            const auto end = read < 0 ? IoResult::Status::Unreadable : IoResult::Status::EndOfInput;
            return {sent > 0 ? IoResult::Status::Done : end, sent};
        }
        const IoResult result = send(m_buffer.data(), static_cast<std::size_t>(read));
        if (result.status != IoResult::Status::Done)
            return sent > 0 && result.status == IoResult::Status::WouldBlock
                       ? IoResult{IoResult::Status::Done, sent}
                       : result;
        sent += result.bytes;
        if (std::cmp_less(result.bytes, read))
            break;
    }
    return {IoResult::Status::Done, sent};
}

void TlsTransport::shutdownWrite()
{
    sayGoodbye();
    ::shutdown(m_socket.get(), SHUT_WR);
}

/// close_notify (RFC 8446 §6.1); a full socket gets none.
void TlsTransport::sayGoodbye()
{
    if (m_isBroken || !isEstablished() || std::exchange(m_hasSaidGoodbye, true))
        return;
    ERR_clear_error();
    SSL_shutdown(m_ssl.get());
}

void TlsTransport::abort()
{
    // Neither in TLS nor in TCP does it end as it should.
    m_hasSaidGoodbye = true;
    http::resetAtClose(m_socket);
}

} // namespace lanyard::tls
