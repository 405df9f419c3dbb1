// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/bcrypt.h"

#include "core/asciitext.h"
#include "core/limits.h"

#include <QtGlobal>

#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <crypt.h>
#include <memory>

namespace lanyard::auth {

namespace {

constexpr std::size_t prefixLength = 7; // "$2y$10$"
constexpr std::size_t digitsLength = 53;
constexpr int saltBytes = 16;

/// A character of bcrypt's own base64.
bool isDigitOfHash(char c)
{
    return c == '.' || c == '/' || isDigit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// 32 KiB: too much for a stack, and afterwards full of what the password was made into.
class CryptMemory
{
public:
    CryptMemory() = default;
    CryptMemory(const CryptMemory &) = delete;
    CryptMemory &operator=(const CryptMemory &) = delete;

    ~CryptMemory() { OPENSSL_cleanse(m_data.get(), sizeof(crypt_data)); }

    /// Empty when `phrase` or `setting` is not to its taste.
    std::string_view hash(std::string phrase, const std::string &setting)
    {
        const char *hash =
            crypt_rn(phrase.c_str(), setting.c_str(), m_data.get(), int{sizeof(crypt_data)});
        OPENSSL_cleanse(phrase.data(), phrase.size());
        return hash == nullptr ? std::string_view() : hash;
    }

private:
    std::unique_ptr<crypt_data> m_data = std::make_unique<crypt_data>();
};

Result<void> checkPassword(std::string_view password)
{
    if (password.empty())
        return failure(ErrorCode::InvalidInput,
                       QT_TRANSLATE_NOOP("engine", "the password is empty"));
    if (password.size() > limits::passwordBytesMax)
        return failure(
            ErrorCode::InvalidInput,
            {QT_TRANSLATE_NOOP("engine",
                               "the password is longer than %1 bytes, and bcrypt looks at no more"),
             {std::to_string(limits::passwordBytesMax)}});
    if (password.find('\0') != std::string_view::npos)
        return failure(ErrorCode::InvalidInput,
                       QT_TRANSLATE_NOOP("engine", "the password has a NUL"));
    return {};
}

} // namespace

std::optional<int> bcryptCost(std::string_view hash)
{
    const bool isKnown =
        hash.starts_with("$2y$") || hash.starts_with("$2b$") || hash.starts_with("$2a$");
    if (!isKnown || hash.size() != prefixLength + digitsLength || hash[prefixLength - 1] != '$' ||
        !isDigit(hash[4]) || !isDigit(hash[5]))
        return std::nullopt;
    const std::string_view digits = hash.substr(prefixLength);
    if (!std::all_of(digits.begin(), digits.end(), isDigitOfHash))
        return std::nullopt;
    return (hash[4] - '0') * 10 + (hash[5] - '0');
}

bool matches(std::string_view password, const std::string &hash)
{
    // crypt(3) would look only at what is before a NUL.
    if (!bcryptCost(hash) || password.find('\0') != std::string_view::npos)
        return false;
    CryptMemory memory;
    const std::string_view computed = memory.hash(std::string(password), hash);
    return computed.size() == hash.size() &&
           CRYPTO_memcmp(computed.data(), hash.data(), hash.size()) == 0;
}

Result<std::string> hashOf(std::string_view password, int cost)
{
    Q_ASSERT(cost >= limits::bcryptCostMin && cost <= limits::bcryptCostMax);
    if (const Result<void> checked = checkPassword(password); !checked)
        return tl::unexpected(checked.error());
    std::array<unsigned char, saltBytes> salt{};
    if (RAND_bytes(salt.data(), saltBytes) != 1)
        return failure(ErrorCode::Io,
                       QT_TRANSLATE_NOOP("engine", "the system gives no random bytes"));
    std::array<char, CRYPT_GENSALT_OUTPUT_SIZE> setting{};
    if (crypt_gensalt_rn("$2y$", static_cast<unsigned long>(cost),
                         reinterpret_cast<const char *>(salt.data()), saltBytes, setting.data(),
                         int{setting.size()}) == nullptr)
        return failure(ErrorCode::Io,
                       QT_TRANSLATE_NOOP("engine", "the system's crypt(3) knows no bcrypt"));
    CryptMemory memory;
    std::string hash(memory.hash(std::string(password), setting.data()));
    if (bcryptCost(hash) != cost)
        return failure(ErrorCode::Io,
                       QT_TRANSLATE_NOOP("engine", "the system's crypt(3) makes no bcrypt hash"));
    return hash;
}

} // namespace lanyard::auth
