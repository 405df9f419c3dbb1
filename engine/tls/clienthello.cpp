// SPDX-License-Identifier: GPL-3.0-or-later
#include "tls/clienthello.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <memory>

namespace lanyard::tls {

namespace {

constexpr std::size_t headerBytes = 5;
constexpr unsigned char handshake = 22;

/// The extension as it is on the wire: a list of one name (RFC 7301 §3.1).
constexpr std::string_view challengeProtocols("\x00\x0b\x0a"
                                              "acme-tls/1",
                                              13);

/// Ends the handshake, whose answer nobody wants, when the hello has been read.
int lookAtHello(SSL *ssl, int * /*alert*/, void * /*argument*/)
{
    const unsigned char *bytes = nullptr;
    std::size_t size = 0;
    const bool isThere =
        SSL_client_hello_get0_ext(ssl, TLSEXT_TYPE_application_layer_protocol_negotiation, &bytes,
                                  &size) == 1;
    const bool isChallenge = isThere && std::string_view(reinterpret_cast<const char *>(bytes),
                                                         size) == challengeProtocols;
    *static_cast<bool *>(SSL_get_app_data(ssl)) = isChallenge;
    return SSL_CLIENT_HELLO_ERROR;
}

SSL_CTX *lookingContext()
{
    static const std::unique_ptr<SSL_CTX, void (*)(SSL_CTX *)> context = [] {
        SSL_CTX *const made = SSL_CTX_new(TLS_server_method());
        if (made != nullptr)
            SSL_CTX_set_client_hello_cb(made, lookAtHello, nullptr);
        return std::unique_ptr<SSL_CTX, void (*)(SSL_CTX *)>(made, SSL_CTX_free);
    }();
    return context.get();
}

} // namespace

std::size_t firstRecordLength(std::string_view bytes)
{
    if (!bytes.empty() && static_cast<unsigned char>(bytes.front()) != handshake)
        return 0;
    if (bytes.size() < headerBytes)
        return headerBytes;
    const auto high = static_cast<unsigned char>(bytes[3]);
    const auto low = static_cast<unsigned char>(bytes[4]);
    const std::size_t length = (std::size_t{high} << 8U) + low;
    return length > SSL3_RT_MAX_PLAIN_LENGTH ? 0 : headerBytes + length;
}

bool isChallengeHello(std::string_view record)
{
    SSL_CTX *const context = lookingContext();
    SSL *const ssl = context == nullptr ? nullptr : SSL_new(context);
    BIO *const input = BIO_new_mem_buf(record.data(), static_cast<int>(record.size()));
    BIO *const output = BIO_new(BIO_s_null());
    bool isChallenge = false;
    if (ssl != nullptr && input != nullptr && output != nullptr) {
        SSL_set_bio(ssl, input, output); // which owns both from here on
        SSL_set_app_data(ssl, &isChallenge);
        SSL_accept(ssl);
    } else {
        BIO_free(input);
        BIO_free(output);
    }
    SSL_free(ssl);
    ERR_clear_error();
    return isChallenge;
}

} // namespace lanyard::tls
