// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testcertificate.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <QtGlobal>

namespace lanyard::test {

namespace {

constexpr long dayInSeconds = 24L * 60 * 60;

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
using Key = std::unique_ptr<EVP_PKEY, Deleter<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Deleter<X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Deleter<X509_EXTENSION_free>>;

void require(bool isDone)
{
    if (!isDone)
        qFatal("OpenSSL refused to make a test certificate");
}

QByteArray contents(const Bio &bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return {data, size};
}

void addExtension(X509 *certificate, int id, const std::string &value)
{
    const Extension extension(X509V3_EXT_conf_nid(nullptr, nullptr, id, value.c_str()));
    require(extension && X509_add_ext(certificate, extension.get(), -1) == 1);
}

/// Valid for two days, of which the last one ends at `end`, in seconds from now.
TlsIdentity makeIdentity(const std::string &host, long end)
{
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate(X509_new());
    require(key && certificate);
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), end - 2 * dayInSeconds);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), end);
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME *const name = X509_get_subject_name(certificate.get());
    require(X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                                       reinterpret_cast<const unsigned char *>(host.c_str()), -1,
                                       -1, 0) == 1);
    X509_set_issuer_name(certificate.get(), name);
    const bool isAddress = host.find_first_not_of("0123456789.") == std::string::npos;
    addExtension(certificate.get(), NID_subject_alt_name, (isAddress ? "IP:" : "DNS:") + host);
    addExtension(certificate.get(), NID_basic_constraints, "critical,CA:TRUE");
    require(X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0);

    const Bio certificatePem(BIO_new(BIO_s_mem()));
    const Bio keyPem(BIO_new(BIO_s_mem()));
    require(PEM_write_bio_X509(certificatePem.get(), certificate.get()) == 1);
    require(PEM_write_bio_PrivateKey(keyPem.get(), key.get(), nullptr, nullptr, 0, nullptr,
                                     nullptr) == 1);
    return {contents(certificatePem), contents(keyPem)};
}

} // namespace

TlsIdentity makeTlsIdentity(const std::string &host)
{
    return makeIdentity(host, dayInSeconds);
}

TlsIdentity makeExpiredTlsIdentity(const std::string &host)
{
    return makeIdentity(host, -dayInSeconds);
}

} // namespace lanyard::test
