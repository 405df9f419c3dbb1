// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/rawhttpclient.h"
#include "support/scriptedregistry.h"

#include <openssl/types.h>

#include <QByteArray>

#include <cstdint>
#include <memory>
#include <string>

namespace lanyard::test {

/// What a client of TLS wants, and has.
struct TlsTerms
{
    QByteArray authority; ///< PEM; empty: any server will do
    std::string host;     ///< a name or an address that the certificate has; empty: any
    TlsIdentity identity; ///< shown to the server; empty: none
    int versionMin = 0;   ///< of OpenSSL; 0: as it likes
    int versionMax = 0;
    std::string protocols; ///< as of SSL_set_alpn_protos(3)
    int receiveBufferBytes = 0;
    bool isCorked = false; ///< what it sends waits for more, 200 ms at most: tcp(7), TCP_CORK
};

/// A client over TLS. Its end is Closed when the server has said close_notify, else Reset.
class TlsClient final : public RawHttpClient
{
public:
    explicit TlsClient(std::uint16_t port, const TlsTerms &terms = {});

    /// Whether the handshake was made, and the server has not refused it since.
    bool isEstablished() const { return m_isEstablished; }

    bool send(std::string_view bytes) override;

    /// Past the encryption.
    bool sendPlain(std::string_view bytes) { return RawHttpClient::send(bytes); }

    // What the handshake came to.

    std::string version() const;
    std::string protocol() const;
    QByteArray certificate() const; ///< PEM

private:
    bool receive() override;

    std::shared_ptr<SSL_CTX> m_context;
    std::shared_ptr<SSL> m_ssl;
    bool m_isEstablished = false;
};

} // namespace lanyard::test
