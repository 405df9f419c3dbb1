// SPDX-License-Identifier: GPL-3.0-or-later
#include "tls/pem.h"

#include "core/fileerror.h"
#include "core/filereader.h"
#include "core/limits.h"

#include <QDateTime>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <ctime>
#include <string>

namespace lanyard::tls {

namespace {

struct BioDeleter
{
    void operator()(BIO *bio) const { BIO_free(bio); }
};

using BioPointer = std::unique_ptr<BIO, BioDeleter>;

tl::unexpected<Error> wrong(const QString &file, const std::string &what)
{
    return failure(ErrorCode::InvalidInput, file.toStdString() + ": " + what);
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

} // namespace

void OpenSslDeleter::operator()(X509 *certificate) const
{
    X509_free(certificate);
}

void OpenSslDeleter::operator()(EVP_PKEY *key) const
{
    EVP_PKEY_free(key);
}

Result<std::vector<CertificatePointer>> readCertificates(const QString &file)
{
    const Result<QByteArray> bytes = read(file);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const BioPointer bio = bioOf(*bytes);
    std::vector<CertificatePointer> certificates;
    ERR_clear_error();
    while (X509 *certificate = PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr))
        certificates.emplace_back(certificate);
    const unsigned long error = ERR_peek_last_error();
    const bool isEnd =
        ERR_GET_LIB(error) == ERR_LIB_PEM && ERR_GET_REASON(error) == PEM_R_NO_START_LINE;
    ERR_clear_error();
    if (certificates.empty())
        return wrong(file, "there is no certificate in it: expected PEM, which begins with "
                           "-----BEGIN CERTIFICATE-----");
    if (!isEnd)
        return wrong(file, "its certificate number " + std::to_string(certificates.size() + 1) +
                               " is damaged");
    return certificates;
}

Result<KeyPointer> readKey(const QString &file)
{
    Result<QByteArray> bytes = read(file);
    if (!bytes)
        return tl::unexpected(bytes.error());
    bool wantsPassphrase = false;
    KeyPointer key(
        PEM_read_bio_PrivateKey(bioOf(*bytes).get(), nullptr, refusePassphrase, &wantsPassphrase));
    ERR_clear_error();
    bytes->fill('\0');
    if (wantsPassphrase)
        return wrong(file,
                     "the key has a passphrase, for which nobody is here to ask: write it "
                     "without one (openssl pkey -in KEY -out NEW), readable by this user only");
    if (!key)
        return wrong(file, "there is no private key in it: expected PEM, which begins with "
                           "-----BEGIN PRIVATE KEY-----");
    return key;
}

WallTime timeOf(const ASN1_TIME *time)
{
    std::tm parts = {};
    ASN1_TIME_to_tm(time, &parts);
    return std::chrono::system_clock::from_time_t(timegm(&parts));
}

std::string dateText(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(toEpochMs(time), Qt::UTC)
        .toString(Qt::ISODate)
        .toStdString();
}

} // namespace lanyard::tls
