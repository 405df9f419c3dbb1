// SPDX-License-Identifier: GPL-3.0-or-later
#include "acme/issuedidentity.h"

#include "core/asciitext.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <ctime>
#include <memory>

namespace lanyard::acme {

namespace {

struct Deleter
{
    void operator()(BIO *bio) const { BIO_free(bio); }

    void operator()(X509 *certificate) const { X509_free(certificate); }

    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }

    void operator()(GENERAL_NAMES *names) const { GENERAL_NAMES_free(names); }
};

template <typename T>
using Owned = std::unique_ptr<T, Deleter>;

Owned<BIO> bioOf(const QByteArray &bytes)
{
    return Owned<BIO>(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
}

/// There is nobody to ask for one.
int refusePassphrase(char * /*buffer*/, int /*size*/, int /*isWriting*/, void * /*unused*/)
{
    return -1;
}

WallTime timeOf(const ASN1_TIME *time)
{
    std::tm parts = {};
    ASN1_TIME_to_tm(time, &parts);
    return std::chrono::system_clock::from_time_t(timegm(&parts));
}

std::vector<std::string> namesOf(const X509 *certificate)
{
    std::vector<std::string> names;
    const Owned<GENERAL_NAMES> all(static_cast<GENERAL_NAMES *>(
        X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    for (int i = 0; all && i < sk_GENERAL_NAME_num(all.get()); ++i) {
        const GENERAL_NAME *const one = sk_GENERAL_NAME_value(all.get(), i);
        if (one->type != GEN_DNS)
            continue;
        const ASN1_IA5STRING *const text = one->d.dNSName;
        std::string name(reinterpret_cast<const char *>(ASN1_STRING_get0_data(text)),
                         static_cast<std::size_t>(ASN1_STRING_length(text)));
        std::transform(name.begin(), name.end(), name.begin(), toLower);
        names.push_back(std::move(name));
    }
    return names;
}

} // namespace

bool IssuedIdentity::covers(const std::vector<std::string> &hosts) const
{
    return std::all_of(hosts.begin(), hosts.end(), [this](const std::string &host) {
        return std::find(names.begin(), names.end(), host) != names.end();
    });
}

Result<IssuedIdentity> readIdentity(const QByteArray &pem)
{
    const Owned<X509> certificate(PEM_read_bio_X509(bioOf(pem).get(), nullptr, nullptr, nullptr));
    const Owned<EVP_PKEY> key(
        PEM_read_bio_PrivateKey(bioOf(pem).get(), nullptr, refusePassphrase, nullptr));
    const bool isPair =
        certificate && key && X509_check_private_key(certificate.get(), key.get()) == 1;
    ERR_clear_error();
    if (!certificate)
        return failure(ErrorCode::Corrupt, "there is no certificate in it");
    if (!key)
        return failure(ErrorCode::Corrupt, "there is no private key in it");
    if (!isPair)
        return failure(ErrorCode::Corrupt, "certificate and key do not belong together");
    return IssuedIdentity{.names = namesOf(certificate.get()),
                          .from = timeOf(X509_get0_notBefore(certificate.get())),
                          .until = timeOf(X509_get0_notAfter(certificate.get()))};
}

} // namespace lanyard::acme
