// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/challenge.h"

#include "core/limits.h"

#include <algorithm>

namespace lanyard::upstream {

namespace {

bool isAlphaNumeric(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// RFC 9110 §5.6.2
bool isTokenChar(char c)
{
    return isAlphaNumeric(c) || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string::npos;
}

// RFC 9110 §11.2, without the padding
bool isToken68Char(char c)
{
    return isAlphaNumeric(c) || std::string_view("-._~+/").find(c) != std::string::npos;
}

// RFC 9110 §5.6.4: qdtext, and what may follow a backslash
bool isQuotable(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return c == '\t' || (byte >= 0x20 && byte != 0x7f);
}

std::string toLower(std::string_view text)
{
    std::string lower(text);
    for (char &c : lower) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

/// Reads the field from left to right; each function takes what it names or nothing.
class Scanner
{
public:
    explicit Scanner(std::string_view text)
        : m_rest(text)
    {
    }

    bool isAtEnd() const { return m_rest.empty(); }

    bool isAtElementEnd() const { return m_rest.empty() || m_rest.front() == ','; }

    bool skip(char c)
    {
        if (m_rest.empty() || m_rest.front() != c)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }

    void skipSpace()
    {
        takeWhile([](char c) { return c == ' ' || c == '\t'; });
    }

    /// Empty list elements are allowed (RFC 9110 §5.6.1.2).
    void skipSeparators()
    {
        takeWhile([](char c) { return c == ' ' || c == '\t' || c == ','; });
    }

    std::string_view token() { return takeWhile(isTokenChar); }

    /// Only where it fills the list element: `realm=x` begins like one.
    std::string_view token68()
    {
        const std::string_view before = m_rest;
        std::size_t size = takeWhile(isToken68Char).size();
        if (size > 0)
            size += takeWhile([](char c) { return c == '='; }).size();
        skipSpace();
        if (size > 0 && isAtElementEnd())
            return before.substr(0, size);
        m_rest = before;
        return {};
    }

    std::optional<std::string> quotedString()
    {
        if (!skip('"'))
            return std::nullopt;
        std::string value;
        while (!m_rest.empty() && isQuotable(m_rest.front())) {
            if (skip('"'))
                return value;
            if (skip('\\') && (m_rest.empty() || !isQuotable(m_rest.front())))
                break;
            value.push_back(m_rest.front());
            m_rest.remove_prefix(1);
        }
        return std::nullopt;
    }

    /// What follows the name of a parameter, if it is one: `=` and a value.
    std::optional<std::string> parameterValue()
    {
        skipSpace();
        if (!skip('='))
            return std::nullopt;
        skipSpace();
        if (!m_rest.empty() && m_rest.front() == '"')
            return quotedString();
        const std::string_view value = token();
        if (value.empty())
            return std::nullopt;
        return std::string(value);
    }

    bool isAtParameterValue() const
    {
        const std::size_t next = m_rest.find_first_not_of(" \t");
        return next != std::string_view::npos && m_rest[next] == '=';
    }

private:
    template <typename Predicate>
    std::string_view takeWhile(Predicate predicate)
    {
        const auto *const end = std::find_if_not(m_rest.begin(), m_rest.end(), predicate);
        const auto size = static_cast<std::size_t>(end - m_rest.begin());
        const std::string_view taken = m_rest.substr(0, size);
        m_rest.remove_prefix(size);
        return taken;
    }

    std::string_view m_rest;
};

} // namespace

std::string_view Challenge::parameter(std::string_view name) const
{
    const auto found = std::find_if(parameters.begin(), parameters.end(),
                                    [name](const auto &entry) { return entry.first == name; });
    return found == parameters.end() ? std::string_view() : std::string_view(found->second);
}

std::vector<Challenge> parseChallenges(std::string_view field)
{
    std::vector<Challenge> challenges;
    if (field.size() > limits::challengeBytesMax)
        return challenges;
    Scanner scanner(field);
    // Commas separate challenges and the parameters of one alike; what has a `=` is a parameter.
    for (scanner.skipSeparators(); !scanner.isAtEnd(); scanner.skipSeparators()) {
        std::string_view name = scanner.token();
        if (name.empty())
            return challenges;
        if (!scanner.isAtParameterValue()) {
            challenges.push_back({.scheme = toLower(name), .token68 = {}, .parameters = {}});
            scanner.skipSpace();
            challenges.back().token68 = scanner.token68();
            if (scanner.isAtElementEnd())
                continue;
            name = scanner.token();
        }
        if (name.empty() || challenges.empty() || !challenges.back().token68.empty())
            return challenges;
        auto value = scanner.parameterValue();
        scanner.skipSpace();
        if (!value || !scanner.isAtElementEnd())
            return challenges;
        challenges.back().parameters.emplace_back(toLower(name), std::move(*value));
    }
    return challenges;
}

std::optional<Challenge> findChallenge(std::string_view field, std::string_view scheme)
{
    const std::vector<Challenge> challenges = parseChallenges(field);
    const auto found =
        std::find_if(challenges.begin(), challenges.end(),
                     [scheme](const Challenge &challenge) { return challenge.scheme == scheme; });
    if (found == challenges.end())
        return std::nullopt;
    return *found;
}

} // namespace lanyard::upstream
