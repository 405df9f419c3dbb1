// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/authority.h"

#include "recipes/recipelimits.h"
#include "textedit/place.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>

namespace lanyard::recipes {

namespace {

struct Deleter
{
    void operator()(BIO *bio) const { BIO_free(bio); }

    void operator()(X509 *certificate) const { X509_free(certificate); }
};

bool isCertificate(const QByteArray &pem)
{
    const std::unique_ptr<BIO, Deleter> bio(
        BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    const std::unique_ptr<X509, Deleter> certificate(
        PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
    ERR_clear_error();
    return certificate != nullptr;
}

} // namespace

bool isCertificates(const QByteArray &text)
{
    static const QByteArray begin("-----BEGIN CERTIFICATE-----");
    static const QByteArray end("-----END CERTIFICATE-----");
    if (text.size() > limits::authorityBytesMax)
        return false;
    QByteArray rest = text.trimmed();
    bool isAll = !rest.isEmpty();
    while (isAll && !rest.isEmpty()) {
        const qsizetype last = rest.indexOf(end);
        const QByteArray one = rest.left(last + end.size());
        isAll = last > 0 && rest.startsWith(begin) && rest.lastIndexOf(begin, last) == 0 &&
                isCertificate(one);
        rest = rest.mid(one.size()).trimmed();
    }
    return isAll;
}

Result<QByteArray> withAuthority(const Recipe &recipe, const std::optional<QByteArray> &text)
{
    const QByteArray authority = recipe.cache.authority.trimmed();
    if (text && text->contains(authority))
        return *text;
    if (text && !text->trimmed().isEmpty() && !isCertificates(*text))
        return failure(
            ErrorCode::InvalidInput,
            Message::at(textedit::lineAndColumn(1, 1),
                        QT_TRANSLATE_NOOP("engine",
                                          "there is something else than certificates in this file, "
                                          "which would be lost: move it away")));
    return authority + '\n';
}

Result<std::optional<QByteArray>> withoutAuthority(const Recipe &recipe, const QByteArray &text)
{
    const QByteArray authority = recipe.cache.authority.trimmed();
    const qsizetype begin = authority.isEmpty() ? -1 : text.indexOf(authority);
    if (begin < 0)
        return text;
    qsizetype end = begin + authority.size();
    while (end < text.size() && (text[end] == '\r' || text[end] == '\n'))
        ++end;
    const QByteArray rest = text.left(begin) + text.mid(end);
    if (rest.trimmed().isEmpty())
        return std::nullopt;
    return rest;
}

} // namespace lanyard::recipes
