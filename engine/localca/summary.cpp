// SPDX-License-Identifier: GPL-3.0-or-later
#include "localca/summary.h"

#include "core/clock.h"
#include "tls/pem.h"

#include <QByteArray>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <array>
#include <memory>

namespace lanyard::localca {

namespace {

struct Deleter
{
    void operator()(BIO *bio) const { BIO_free(bio); }
};

QString subjectOf(const X509 *certificate)
{
    const std::unique_ptr<BIO, Deleter> bio(BIO_new(BIO_s_mem()));
    constexpr unsigned long form =
        XN_FLAG_SEP_COMMA_PLUS | (ASN1_STRFLGS_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
    if (!bio || X509_NAME_print_ex(bio.get(), X509_get_subject_name(certificate), 0, form) < 0)
        return {};
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return QString::fromUtf8(data, size);
}

QString fingerprintOf(const X509 *certificate)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (X509_digest(certificate, EVP_sha256(), digest.data(), &size) != 1)
        return {};
    const QByteArray bytes(reinterpret_cast<const char *>(digest.data()), size);
    return QString::fromLatin1(bytes.toHex(':').toUpper());
}

} // namespace

CertificateSummary summaryOf(const X509 *certificate, const QString &file)
{
    return {.file = file,
            .subject = subjectOf(certificate),
            .fingerprint = fingerprintOf(certificate),
            .validFromMs = toEpochMs(tls::timeOf(X509_get0_notBefore(certificate))),
            .validUntilMs = toEpochMs(tls::timeOf(X509_get0_notAfter(certificate))),
            .names = tls::namesOf(certificate)};
}

} // namespace lanyard::localca
