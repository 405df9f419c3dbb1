// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/digest.h"

#include <QtGlobal>

#include <algorithm>
#include <cstring>
#include <new>
#include <openssl/evp.h>

namespace lanyard {

namespace {

constexpr std::string_view sha256Name = "sha256";
constexpr std::string_view sha512Name = "sha512";

std::size_t byteLength(Digest::Algorithm algorithm)
{
    return algorithm == Digest::Algorithm::Sha256 ? 32 : 64;
}

/// The value of a lower-case hexadecimal digit, or -1.
int nibble(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return -1;
}

} // namespace

std::optional<Digest> Digest::parse(std::string_view text)
{
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos)
        return std::nullopt;
    const std::string_view name = text.substr(0, colon);
    const std::string_view hex = text.substr(colon + 1);
    Digest digest;
    if (name == sha256Name)
        digest.m_algorithm = Algorithm::Sha256;
    else if (name == sha512Name)
        digest.m_algorithm = Algorithm::Sha512;
    else
        return std::nullopt;
    if (hex.size() != 2 * byteLength(digest.m_algorithm))
        return std::nullopt;
    for (std::size_t i = 0; i < hex.size(); i += 2) {
        const int high = nibble(hex[i]);
        const int low = nibble(hex[i + 1]);
        if (high < 0 || low < 0)
            return std::nullopt;
        digest.m_bytes.at(i / 2) = static_cast<std::uint8_t>(high * 16 + low);
    }
    return digest;
}

Digest Digest::of(Algorithm algorithm, QByteArrayView bytes)
{
    Hasher hasher(algorithm);
    hasher.update(bytes);
    return hasher.finish();
}

Digest Digest::fromRaw(Algorithm algorithm, QByteArrayView bytes)
{
    Q_ASSERT(static_cast<std::size_t>(bytes.size()) == byteLength(algorithm));
    Digest digest;
    digest.m_algorithm = algorithm;
    std::memcpy(digest.m_bytes.data(), bytes.data(), byteLength(algorithm));
    return digest;
}

std::string_view Digest::algorithmName() const
{
    return m_algorithm == Algorithm::Sha256 ? sha256Name : sha512Name;
}

QByteArrayView Digest::raw() const
{
    return {m_bytes.data(), static_cast<qsizetype>(byteLength(m_algorithm))};
}

std::string Digest::hex() const
{
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(2 * byteLength(m_algorithm));
    for (std::size_t i = 0; i < byteLength(m_algorithm); ++i) {
        text += digits[m_bytes.at(i) >> 4];
        text += digits[m_bytes.at(i) & 0xf];
    }
    return text;
}

std::string Digest::toString() const
{
    return std::string(algorithmName()) + ':' + hex();
}

std::size_t Digest::hash() const
{
    // The bytes are a hash already: any of them will do.
    std::size_t value = 0;
    std::memcpy(&value, m_bytes.data(), sizeof value);
    return value;
}

Hasher::Hasher(Digest::Algorithm algorithm)
    : m_algorithm(algorithm)
    , m_context(EVP_MD_CTX_new())
{
    const EVP_MD *method = algorithm == Digest::Algorithm::Sha256 ? EVP_sha256() : EVP_sha512();
    if (!m_context || EVP_DigestInit_ex(m_context.get(), method, nullptr) != 1)
        throw std::bad_alloc();
}

Hasher::~Hasher() = default;
Hasher::Hasher(Hasher &&) noexcept = default;
Hasher &Hasher::operator=(Hasher &&) noexcept = default;

void Hasher::update(QByteArrayView bytes)
{
    EVP_DigestUpdate(m_context.get(), bytes.data(), static_cast<std::size_t>(bytes.size()));
}

Digest Hasher::finish()
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> value{};
    unsigned int length = 0;
    EVP_DigestFinal_ex(m_context.get(), value.data(), &length);
    return Digest::fromRaw(m_algorithm, QByteArrayView(value.data(), length));
}

void Hasher::ContextDeleter::operator()(evp_md_ctx_st *context) const
{
    EVP_MD_CTX_free(context);
}

} // namespace lanyard
