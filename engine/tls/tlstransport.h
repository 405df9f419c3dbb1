// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/transport.h"
#include "tls/tlscontext.h"

#include <memory>
#include <vector>

namespace lanyard::tls {

/// TLS over TCP, as the server (RFC 8446, RFC 5246). The handshake is made by the first reads. Its
/// regular end says close_notify, so that a client knows an answer that was cut. A client that
/// speaks plain HTTP is told so in plain HTTP. One thread.
class TlsTransport final : public http::Transport
{
public:
    /// As of http::TransportFactory::make().
    static std::unique_ptr<TlsTransport> make(const ContextPointer &context, FileDescriptor socket,
                                              std::vector<char> &buffer);
    ~TlsTransport() override;
    TlsTransport(const TlsTransport &) = delete;
    TlsTransport &operator=(const TlsTransport &) = delete;

    int descriptor() const override { return m_socket.get(); }

    http::IoResult read(char *buffer, std::size_t size) override;

    bool hasInput() const override;

    bool readsWhenWritable() const override { return m_readsWhenWritable; }

    bool isEstablished() const override;

    http::IoResult write(std::string_view first, std::string_view second, bool isFollowed) override;
    http::IoResult sendFile(const FileDescriptor &file, std::int64_t offset,
                            std::size_t length) override;
    void shutdownWrite() override;
    void abort() override;

private:
    struct SslDeleter
    {
        void operator()(SSL *ssl) const;
    };

    TlsTransport(std::unique_ptr<SSL, SslDeleter> ssl, FileDescriptor socket,
                 std::vector<char> &buffer);

    http::IoResult::Status failureOf(int outcome);
    http::IoResult send(const char *bytes, std::size_t size);
    void sayGoodbye();
    void answerPlainHttp() const;
    void discardInput();

    FileDescriptor m_socket;
    std::vector<char> &m_buffer;
    bool m_readsWhenWritable = false;
    bool m_isBroken = false; ///< the library must not be asked again
    bool m_hasSaidGoodbye = false;
    std::unique_ptr<SSL, SslDeleter> m_ssl;
};

} // namespace lanyard::tls
