// SPDX-License-Identifier: GPL-3.0-or-later
#include "tls/tlscontext.h"

#include "core/limits.h"
#include "tls/pem.h"

#include <QFile>

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <array>
#include <sys/stat.h>
#include <utility>

namespace lanyard::tls {

namespace {

tl::unexpected<Error> wrong(const QString &file, Message what)
{
    return failure(ErrorCode::InvalidInput, Message::at(file, std::move(what)));
}

/// OpenSSL's, such as a key that is too short.
std::string takeReason()
{
    std::array<char, 256> reason{};
    ERR_error_string_n(ERR_get_error(), reason.data(), reason.size());
    ERR_clear_error();
    return reason.data();
}

void warnOfDates(const TlsConfig &config, const X509 *certificate, WallTime now,
                 std::vector<Message> &warnings)
{
    const QString &file = config.certificate;
    // Who issues certificates knows when theirs end, and says why there is no other one.
    const bool isOthers = std::holds_alternative<std::monostate>(config.issuer);
    const WallTime from = timeOf(X509_get0_notBefore(certificate));
    const WallTime until = timeOf(X509_get0_notAfter(certificate));
    const Message renew =
        QT_TRANSLATE_NOOP("engine", "put a new one there, which is taken in at once");
    if (now >= until) {
        const Message expired{
            QT_TRANSLATE_NOOP("engine", "the certificate has expired at %1: clients refuse it"),
            {dateText(until)}};
        warnings.push_back(Message::at(file, isOthers ? Message::both(expired, renew) : expired));
    } else if (now < from) {
        warnings.push_back(Message::at(
            file,
            {QT_TRANSLATE_NOOP("engine", "the certificate holds from %1 on only: clients refuse it "
                                         "until then; is this computer's clock right?"),
             {dateText(from)}}));
    } else if (isOthers && until - now < limits::certificateEndNotice) {
        warnings.push_back(Message::at(
            file, Message::both({QT_TRANSLATE_NOOP("engine", "the certificate expires at %1"),
                                 {dateText(until)}},
                                renew)));
    }
}

void warnOfMode(const QString &file, std::vector<Message> &warnings)
{
    struct stat status = {};
    constexpr mode_t others = S_IRWXO;
    if (::stat(QFile::encodeName(file).constData(), &status) == 0 && (status.st_mode & others) != 0)
        warnings.push_back(Message::at(
            file, {QT_TRANSLATE_NOOP("engine", "every user of this computer may use the key: %1"),
                   {"chmod o= " + file.toStdString()}}));
}

/// The server's own certificate, those that vouch for it, and the key.
Result<void> setIdentity(SSL_CTX *context, const TlsConfig &config, LoadedContext &loaded,
                         WallTime now)
{
    Result<std::vector<CertificatePointer>> chain = readCertificates(config.certificate);
    if (!chain)
        return tl::unexpected(chain.error());
    const Result<KeyPointer> key = readKey(config.key);
    if (!key)
        return tl::unexpected(key.error());
    X509 *const own = chain->front().get();
    if (X509_check_private_key(own, key->get()) != 1) {
        ERR_clear_error();
        return wrong(config.key,
                     {QT_TRANSLATE_NOOP("engine", "this is not the key of the first certificate in "
                                                  "%1: the server's own has to be the first"),
                      {config.certificate}});
    }
    if (SSL_CTX_use_certificate(context, own) != 1 ||
        SSL_CTX_use_PrivateKey(context, key->get()) != 1)
        return wrong(
            config.certificate,
            {QT_TRANSLATE_NOOP("engine", "the certificate cannot be used: %1"), {takeReason()}});
    for (std::size_t i = 1; i < chain->size(); ++i) {
        if (SSL_CTX_add1_chain_cert(context, (*chain)[i].get()) != 1)
            return wrong(config.certificate,
                         {QT_TRANSLATE_NOOP("engine", "certificate number %1 cannot be used: %2"),
                          {std::to_string(i + 1), takeReason()}});
    }
    warnOfDates(config, own, now, loaded.warnings);
    warnOfMode(config.key, loaded.warnings);
    return {};
}

Result<void> setAuthorities(SSL_CTX *context, const QStringList &files)
{
    if (files.isEmpty())
        return {};
    X509_STORE *const store = SSL_CTX_get_cert_store(context);
    // One of the list is enough, also when others vouch for it.
    X509_STORE_set_flags(store, X509_V_FLAG_PARTIAL_CHAIN);
    for (const QString &file : files) {
        const Result<std::vector<CertificatePointer>> authorities = readCertificates(file);
        if (!authorities)
            return tl::unexpected(authorities.error());
        for (const CertificatePointer &authority : *authorities) {
            if (X509_STORE_add_cert(store, authority.get()) != 1 ||
                SSL_CTX_add_client_CA(context, authority.get()) != 1)
                return wrong(file, {QT_TRANSLATE_NOOP("engine", "a certificate cannot be used: %1"),
                                    {takeReason()}});
        }
    }
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    return {};
}

/// HTTP/1.1, if the client asks (RFC 7301); who asks for others only goes on without.
int chooseProtocol(SSL * /*ssl*/, const unsigned char **chosen, unsigned char *chosenSize,
                   const unsigned char *offered, unsigned int offeredSize, void * /*argument*/)
{
    static constexpr std::array<unsigned char, 9> http{8, 'h', 't', 't', 'p', '/', '1', '.', '1'};
    unsigned char *match = nullptr;
    if (SSL_select_next_proto(&match, chosenSize, http.data(), http.size(), offered, offeredSize) !=
        OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_NOACK;
    *chosen = match;
    return SSL_TLSEXT_ERR_OK;
}

ContextPointer makeContext(const TlsConfig &config)
{
    ContextPointer context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    if (!context)
        return nullptr;
    SSL_CTX *const bare = context.get();
    const bool isNewest = config.minimumVersion == TlsConfig::Version::Tls13;
    SSL_CTX_set_min_proto_version(bare, isNewest ? TLS1_3_VERSION : TLS1_2_VERSION);
    // A client that leaves without close_notify has asked nothing more: that is all it can mean.
    SSL_CTX_set_options(bare, SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE |
                                  SSL_OP_PRIORITIZE_CHACHA | SSL_OP_IGNORE_UNEXPECTED_EOF);
    // A write says what it has sent, is repeated from another buffer, and an idle connection keeps
    // no buffers.
    SSL_CTX_set_mode(bare, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                               SSL_MODE_RELEASE_BUFFERS);
    // Clients keep their sessions themselves, in tickets.
    SSL_CTX_set_session_cache_mode(bare, SSL_SESS_CACHE_OFF);
    static constexpr std::array<unsigned char, 7> purpose{'l', 'a', 'n', 'y', 'a', 'r', 'd'};
    SSL_CTX_set_session_id_context(bare, purpose.data(), purpose.size());
    SSL_CTX_set_alpn_select_cb(bare, chooseProtocol, nullptr);
    return context;
}

} // namespace

Result<LoadedContext> loadContext(const TlsConfig &config, WallTime now)
{
    LoadedContext loaded{.context = makeContext(config), .warnings = {}};
    if (!loaded.context)
        return failure(ErrorCode::Io,
                       QT_TRANSLATE_NOOP("engine", "TLS cannot be had: out of memory"));
    Result<void> set =
        setIdentity(loaded.context.get(), config, loaded, now).and_then([&config, &loaded] {
            return setAuthorities(loaded.context.get(), config.clientAuthorities);
        });
    if (!set)
        return tl::unexpected(set.error());
    return loaded;
}

std::optional<Validity> validityOf(const SSL_CTX *context)
{
    const X509 *const certificate = SSL_CTX_get0_certificate(context);
    if (!certificate)
        return std::nullopt;
    return Validity{.from = timeOf(X509_get0_notBefore(certificate)),
                    .until = timeOf(X509_get0_notAfter(certificate))};
}

Result<void> checkAuthorities(const TlsConfig &config)
{
    const ContextPointer context = makeContext(config);
    if (!context)
        return failure(ErrorCode::Io,
                       QT_TRANSLATE_NOOP("engine", "TLS cannot be had: out of memory"));
    return setAuthorities(context.get(), config.clientAuthorities);
}

} // namespace lanyard::tls
