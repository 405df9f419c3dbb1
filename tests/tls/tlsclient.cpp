// SPDX-License-Identifier: GPL-3.0-or-later
#include "tls/tlsclient.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <array>
#include <csignal>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace lanyard::test {

namespace {

std::shared_ptr<BIO> bioOf(const QByteArray &bytes)
{
    return {BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())), BIO_free};
}

std::shared_ptr<X509> certificateOf(const QByteArray &pem)
{
    return {PEM_read_bio_X509(bioOf(pem).get(), nullptr, nullptr, nullptr), X509_free};
}

std::shared_ptr<SSL_CTX> contextFor(const TlsTerms &terms)
{
    std::shared_ptr<SSL_CTX> context(SSL_CTX_new(TLS_client_method()), SSL_CTX_free);
    SSL_CTX_set_min_proto_version(context.get(), terms.versionMin);
    SSL_CTX_set_max_proto_version(context.get(), terms.versionMax);
    // What a server refuses is asked for, too.
    SSL_CTX_set_security_level(context.get(), 0);
    if (!terms.authority.isEmpty()) {
        X509_STORE_add_cert(SSL_CTX_get_cert_store(context.get()),
                            certificateOf(terms.authority).get());
        SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, nullptr);
    }
    if (!terms.identity.certificate.isEmpty()) {
        const std::shared_ptr<EVP_PKEY> key(
            PEM_read_bio_PrivateKey(bioOf(terms.identity.key).get(), nullptr, nullptr, nullptr),
            EVP_PKEY_free);
        SSL_CTX_use_certificate(context.get(), certificateOf(terms.identity.certificate).get());
        SSL_CTX_use_PrivateKey(context.get(), key.get());
    }
    return context;
}

} // namespace

TlsClient::TlsClient(std::uint16_t port, const TlsTerms &terms)
    : RawHttpClient(port, terms.receiveBufferBytes)
    , m_context(contextFor(terms))
    , m_ssl(SSL_new(m_context.get()), SSL_free)
{
    // OpenSSL writes with write(2), to a server that may have closed the connection.
    std::signal(SIGPIPE, SIG_IGN);
#ifdef TCP_CORK
    const int isCorked = terms.isCorked ? 1 : 0;
    ::setsockopt(descriptor(), IPPROTO_TCP, TCP_CORK, &isCorked, sizeof isCorked);
#endif
    SSL_set_fd(m_ssl.get(), descriptor());
    SSL_set_alpn_protos(m_ssl.get(),
                        reinterpret_cast<const unsigned char *>(terms.protocols.data()),
                        static_cast<unsigned>(terms.protocols.size()));
    if (!terms.host.empty() &&
        X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(m_ssl.get()), terms.host.c_str()) != 1)
        SSL_set1_host(m_ssl.get(), terms.host.c_str());
    m_isEstablished = SSL_connect(m_ssl.get()) == 1;
    ERR_clear_error();
}

bool TlsClient::send(std::string_view bytes)
{
    const bool isSent = SSL_write(m_ssl.get(), bytes.data(), static_cast<int>(bytes.size())) > 0;
    ERR_clear_error();
    return isSent;
}

bool TlsClient::receive()
{
    std::array<char, 64 * 1024> buffer{};
    const int received = SSL_read(m_ssl.get(), buffer.data(), buffer.size());
    if (received > 0) {
        take({buffer.data(), static_cast<std::size_t>(received)});
        return true;
    }
    const int error = SSL_get_error(m_ssl.get(), received);
    ERR_clear_error();
    if (error == SSL_ERROR_WANT_READ)
        return false; // the timeout
    m_isEstablished = false;
    end(error == SSL_ERROR_ZERO_RETURN ? End::Closed : End::Reset);
    return false;
}

std::string TlsClient::version() const
{
    return SSL_get_version(m_ssl.get());
}

std::string TlsClient::protocol() const
{
    const unsigned char *name = nullptr;
    unsigned size = 0;
    SSL_get0_alpn_selected(m_ssl.get(), &name, &size);
    return {reinterpret_cast<const char *>(name), size};
}

QByteArray TlsClient::certificate() const
{
    const std::shared_ptr<BIO> bio(BIO_new(BIO_s_mem()), BIO_free);
    PEM_write_bio_X509(bio.get(), SSL_get0_peer_certificate(m_ssl.get()));
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return {data, size};
}

} // namespace lanyard::test
