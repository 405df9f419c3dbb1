// SPDX-License-Identifier: GPL-3.0-or-later
#include "localca/identity.h"

#include "core/limits.h"

#include <QHostAddress>

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace lanyard::localca {

namespace {

constexpr std::chrono::hours backdating{1}; // clocks of clients may be behind
constexpr int serialBits = 128;
constexpr qsizetype computerNameMax = 31; // of the 64 that a common name may have
constexpr std::size_t dayBytes = 10;      // of an ISO 8601 time

template <auto Free>
struct Deleter
{
    template <typename T>
    void operator()(T *object) const
    {
        Free(object);
    }
};

using Bio = std::unique_ptr<BIO, Deleter<BIO_free_all>>;
using Number = std::unique_ptr<BIGNUM, Deleter<BN_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Deleter<X509_EXTENSION_free>>;

tl::unexpected<Error> refused()
{
    std::array<char, 256> reason{};
    ERR_error_string_n(ERR_get_error(), reason.data(), reason.size());
    ERR_clear_error();
    return failure(ErrorCode::Io, {QT_TRANSLATE_NOOP("engine", "a certificate cannot be made: %1"),
                                   {std::string(reason.data())}});
}

bool setSerial(X509 *certificate)
{
    const Number number(BN_new());
    return number && BN_rand(number.get(), serialBits, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY) == 1 &&
           BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

bool setValidity(X509 *certificate, WallTime from, WallTime until)
{
    using std::chrono::system_clock;
    return ASN1_TIME_set(X509_getm_notBefore(certificate), system_clock::to_time_t(from)) &&
           ASN1_TIME_set(X509_getm_notAfter(certificate), system_clock::to_time_t(until));
}

bool addToSubject(X509 *certificate, const char *field, const std::string &value)
{
    return X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), field, MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char *>(value.c_str()), -1,
                                      -1, 0) == 1;
}

bool addExtension(X509 *certificate, X509 *issuer, int id, const char *value)
{
    X509V3_CTX context = {};
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, id, value));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

/// As of X509V3_EXT_conf_nid(3).
std::string alternativeNames(const QStringList &names)
{
    QStringList entries;
    for (const QString &name : names) {
        const char *const kind = QHostAddress(name).isNull() ? "DNS:" : "IP:";
        entries.append(QLatin1String(kind) + name);
    }
    return entries.join(u',').toStdString();
}

/// With what every certificate has; not signed yet.
Result<Identity> makeDraft(WallTime from, WallTime until)
{
    Identity draft{.certificate = tls::CertificatePointer(X509_new()),
                   .key = tls::KeyPointer(EVP_EC_gen("P-256"))};
    X509 *const certificate = draft.certificate.get();
    const bool isMade = certificate && draft.key &&
                        X509_set_version(certificate, X509_VERSION_3) == 1 &&
                        setSerial(certificate) && setValidity(certificate, from, until) &&
                        X509_set_pubkey(certificate, draft.key.get()) == 1;
    if (!isMade)
        return refused();
    return draft;
}

template <typename Key>
QByteArray pemBy(int (*write)(BIO *, const Key *), const Key *object)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    if (!bio || write(bio.get(), object) != 1)
        return {};
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return {data, size};
}

} // namespace

Result<Identity> makeAuthority(const QString &computer, WallTime now)
{
    Result<Identity> authority = makeDraft(now - backdating, now + limits::localCaLifetime);
    if (!authority)
        return authority;
    X509 *const certificate = authority->certificate.get();
    const std::string name = (computer.isEmpty() ? QStringLiteral("this computer") : computer)
                                 .left(computerNameMax)
                                 .toStdString();
    const std::string title =
        "Lanyard local CA of " + name + " (" + tls::dateText(now).substr(0, dayBytes) + ')';
    const bool isMade =
        addToSubject(certificate, "O", "Lanyard") && addToSubject(certificate, "CN", title) &&
        X509_set_issuer_name(certificate, X509_get_subject_name(certificate)) == 1 &&
        addExtension(certificate, certificate, NID_basic_constraints,
                     "critical,CA:TRUE,pathlen:0") &&
        addExtension(certificate, certificate, NID_key_usage, "critical,keyCertSign,cRLSign") &&
        addExtension(certificate, certificate, NID_ext_key_usage, "serverAuth") &&
        addExtension(certificate, certificate, NID_subject_key_identifier, "hash") &&
        X509_sign(certificate, authority->key.get(), EVP_sha256()) > 0;
    if (!isMade)
        return refused();
    return authority;
}

Result<Identity> makeServer(const Identity &authority, const QStringList &names, WallTime now)
{
    X509 *const issuer = authority.certificate.get();
    const WallTime end = tls::timeOf(X509_get0_notAfter(issuer));
    if (now >= end)
        return failure(ErrorCode::InvalidInput,
                       {QT_TRANSLATE_NOOP("engine", "the local CA has ended at %1: %2"),
                        {tls::dateText(end), anotherAuthority}});
    Result<Identity> server =
        makeDraft(now - backdating, std::min(end, now + limits::localCertificateLifetime));
    if (!server)
        return server;
    X509 *const certificate = server->certificate.get();
    const bool isMade =
        addToSubject(certificate, "O", "Lanyard") &&
        X509_set_issuer_name(certificate, X509_get_subject_name(issuer)) == 1 &&
        addExtension(certificate, issuer, NID_basic_constraints, "critical,CA:FALSE") &&
        addExtension(certificate, issuer, NID_key_usage, "critical,digitalSignature") &&
        addExtension(certificate, issuer, NID_ext_key_usage, "serverAuth") &&
        addExtension(certificate, issuer, NID_subject_key_identifier, "hash") &&
        addExtension(certificate, issuer, NID_authority_key_identifier, "keyid:always") &&
        addExtension(certificate, issuer, NID_subject_alt_name, alternativeNames(names).c_str()) &&
        X509_sign(certificate, authority.key.get(), EVP_sha256()) > 0;
    if (!isMade)
        return refused();
    return server;
}

QByteArray pemOf(const X509 *certificate)
{
    return pemBy<X509>(PEM_write_bio_X509, certificate);
}

QByteArray pemOf(const EVP_PKEY *key)
{
    return pemBy<EVP_PKEY>(
        [](BIO *bio, const EVP_PKEY *one) {
            return PEM_write_bio_PrivateKey(bio, one, nullptr, nullptr, 0, nullptr, nullptr);
        },
        key);
}

} // namespace lanyard::localca
