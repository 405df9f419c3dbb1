// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace lanyard {

/// The content address of a manifest or blob: `sha256:<hex>` or `sha512:<hex>`
/// (OCI image-spec, descriptor.md "Digests"). A plain value; a Digest is always well-formed.
class Digest
{
public:
    enum class Algorithm : std::uint8_t { Sha256, Sha512 };

    /// Exactly the canonical form, hex in lower case; anything else is nullopt.
    static std::optional<Digest> parse(std::string_view text);
    /// The digest of `bytes`.
    static Digest of(Algorithm algorithm, QByteArrayView bytes);
    /// From the hash value; `bytes` has the algorithm's length (32 or 64), as asserted.
    static Digest fromRaw(Algorithm algorithm, QByteArrayView bytes);

    Algorithm algorithm() const { return m_algorithm; }

    std::string_view algorithmName() const;
    /// The hash value: 32 or 64 bytes, valid as long as this object.
    QByteArrayView raw() const;
    std::string hex() const;
    std::string toString() const;

    std::size_t hash() const;
    bool operator==(const Digest &) const = default;
    auto operator<=>(const Digest &) const = default;

private:
    Digest() = default;

    Algorithm m_algorithm = Algorithm::Sha256;
    std::array<std::uint8_t, 64> m_bytes{}; // the first 32 for SHA-256, the rest zero
};

/// Computes a digest piece by piece. One thread at a time.
class Hasher
{
public:
    explicit Hasher(Digest::Algorithm algorithm);
    ~Hasher();
    Hasher(Hasher &&) noexcept;
    Hasher &operator=(Hasher &&) noexcept;

    void update(QByteArrayView bytes);
    /// Ends the computation; the hasher must not be used afterwards.
    Digest finish();

private:
    struct ContextDeleter
    {
        void operator()(evp_md_ctx_st *context) const;
    };

    Digest::Algorithm m_algorithm;
    std::unique_ptr<evp_md_ctx_st, ContextDeleter> m_context;
};

} // namespace lanyard

template <>
struct std::hash<lanyard::Digest>
{
    std::size_t operator()(const lanyard::Digest &digest) const noexcept { return digest.hash(); }
};
