// SPDX-License-Identifier: GPL-3.0-or-later
#include "tls/pem.h"

#include "core/fileerror.h"
#include "core/filereader.h"
#include "core/limits.h"

#include <QDateTime>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <arpa/inet.h>
#include <array>
#include <ctime>
#include <string>
#include <utility>

namespace lanyard::tls {

namespace {

struct Deleter
{
    void operator()(BIO *bio) const { BIO_free(bio); }

    void operator()(GENERAL_NAMES *names) const { GENERAL_NAMES_free(names); }
};

using BioPointer = std::unique_ptr<BIO, Deleter>;

tl::unexpected<Error> wrong(Message what)
{
    return failure(ErrorCode::InvalidInput, std::move(what));
}

Result<QByteArray> read(const QString &file)
{
    return readSmallFile(file, limits::pemBytesMax).map_error(inFile(file));
}

BioPointer bioOf(const QByteArray &bytes)
{
    return BioPointer(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
}

/// A key with a passphrase cannot be read by a program that nobody sits at.
int refusePassphrase(char * /*buffer*/, int /*size*/, int /*isWriting*/, void *wasAsked)
{
    *static_cast<bool *>(wasAsked) = true;
    return -1;
}

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

} // namespace

void OpenSslDeleter::operator()(X509 *certificate) const
{
    X509_free(certificate);
}

void OpenSslDeleter::operator()(EVP_PKEY *key) const
{
    EVP_PKEY_free(key);
}

Result<std::vector<CertificatePointer>> certificatesIn(const QByteArray &pem)
{
    const BioPointer bio = bioOf(pem);
    std::vector<CertificatePointer> certificates;
    ERR_clear_error();
    while (X509 *certificate = PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr))
        certificates.emplace_back(certificate);
    const unsigned long error = ERR_peek_last_error();
    const bool isEnd =
        ERR_GET_LIB(error) == ERR_LIB_PEM && ERR_GET_REASON(error) == PEM_R_NO_START_LINE;
    ERR_clear_error();
    if (certificates.empty())
        return wrong(QT_TRANSLATE_NOOP(
            "engine", "there is no certificate in it: expected PEM, which begins with "
                      "-----BEGIN CERTIFICATE-----"));
    if (!isEnd)
        return wrong({QT_TRANSLATE_NOOP("engine", "its certificate number %1 is damaged"),
                      {std::to_string(certificates.size() + 1)}});
    return certificates;
}

Result<KeyPointer> keyIn(const QByteArray &pem)
{
    bool wantsPassphrase = false;
    KeyPointer key(
        PEM_read_bio_PrivateKey(bioOf(pem).get(), nullptr, refusePassphrase, &wantsPassphrase));
    ERR_clear_error();
    if (wantsPassphrase)
        return wrong(QT_TRANSLATE_NOOP(
            "engine", "the key has a passphrase, for which nobody is here to ask: write it "
                      "without one (openssl pkey -in KEY -out NEW), readable by this user only"));
    if (!key)
        return wrong(QT_TRANSLATE_NOOP(
            "engine", "there is no private key in it: expected PEM, which begins with "
                      "-----BEGIN PRIVATE KEY-----"));
    return key;
}

Result<std::vector<CertificatePointer>> readCertificates(const QString &file)
{
    return read(file).and_then(
        [&file](const QByteArray &pem) { return certificatesIn(pem).map_error(inFile(file)); });
}

Result<KeyPointer> readKey(const QString &file)
{
    Result<QByteArray> pem = read(file);
    if (!pem)
        return tl::unexpected(pem.error());
    Result<KeyPointer> key = keyIn(*pem).map_error(inFile(file));
    pem->fill('\0');
    return key;
}

QStringList namesOf(const X509 *certificate)
{
    const std::unique_ptr<GENERAL_NAMES, Deleter> entries(static_cast<GENERAL_NAMES *>(
        X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    QStringList names;
    for (int i = 0; i < sk_GENERAL_NAME_num(entries.get()); ++i) {
        const GENERAL_NAME *const entry = sk_GENERAL_NAME_value(entries.get(), i);
        if (entry->type == GEN_DNS)
            names.append(QString::fromLatin1(bytesOf(entry->d.dNSName)).toLower());
        else if (entry->type == GEN_IPADD)
            names.append(addressText(bytesOf(entry->d.iPAddress)));
    }
    return names;
}

WallTime timeOf(const ASN1_TIME *time)
{
    std::tm parts = {};
    ASN1_TIME_to_tm(time, &parts);
    return std::chrono::system_clock::from_time_t(timegm(&parts));
}

WallTime renewalTimeOf(WallTime from, WallTime until)
{
    return from + (until - from) / 3 * 2;
}

std::string dateText(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(toEpochMs(time), Qt::UTC)
        .toString(Qt::ISODate)
        .toStdString();
}

} // namespace lanyard::tls
