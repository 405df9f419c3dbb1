// SPDX-License-Identifier: GPL-3.0-or-later
#include "localca/summary.h"

#include "core/clock.h"
#include "tls/pem.h"

#include <QByteArray>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/x509v3.h>

#include <arpa/inet.h>
#include <array>
#include <memory>

namespace lanyard::localca {

namespace {

struct Deleter
{
    void operator()(GENERAL_NAMES *names) const { GENERAL_NAMES_free(names); }

    void operator()(BIO *bio) const { BIO_free(bio); }
};

QByteArray bytesOf(const ASN1_STRING *text)
{
    return {reinterpret_cast<const char *>(ASN1_STRING_get0_data(text)), ASN1_STRING_length(text)};
}

/// Empty where it is neither IPv4 nor IPv6.
QString addressText(const QByteArray &bytes)
{
    if (bytes.size() != sizeof(in_addr) && bytes.size() != sizeof(in6_addr))
        return {};
    const int family = bytes.size() == sizeof(in_addr) ? AF_INET : AF_INET6;
    std::array<char, INET6_ADDRSTRLEN> text{};
    return QString::fromLatin1(inet_ntop(family, bytes.constData(), text.data(), text.size()));
}

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

QStringList namesOf(const X509 *certificate)
{
    const std::unique_ptr<GENERAL_NAMES, Deleter> entries(static_cast<GENERAL_NAMES *>(
        X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    QStringList names;
    for (int i = 0; i < sk_GENERAL_NAME_num(entries.get()); ++i) {
        const GENERAL_NAME *const entry = sk_GENERAL_NAME_value(entries.get(), i);
        if (entry->type == GEN_DNS)
            names.append(QString::fromLatin1(bytesOf(entry->d.dNSName)));
        else if (entry->type == GEN_IPADD)
            names.append(addressText(bytesOf(entry->d.iPAddress)));
    }
    return names;
}

CertificateSummary summaryOf(const X509 *certificate, const QString &file)
{
    return {.file = file,
            .subject = subjectOf(certificate),
            .fingerprint = fingerprintOf(certificate),
            .validFromMs = toEpochMs(tls::timeOf(X509_get0_notBefore(certificate))),
            .validUntilMs = toEpochMs(tls::timeOf(X509_get0_notAfter(certificate))),
            .names = namesOf(certificate)};
}

} // namespace lanyard::localca
