// SPDX-License-Identifier: GPL-3.0-or-later
#include "textedit/tomlscan.h"

#include "textedit/texteditlimits.h"

#include <algorithm>

namespace lanyard::textedit {

namespace {

/// Goes through a text once. Borrows it.
class Scan
{
public:
    explicit Scan(const QByteArray &text)
        : m_text(text)
        , m_position(text.startsWith("\xEF\xBB\xBF") ? 3 : 0)
    {
    }

    std::optional<TomlHazard> firstHazard()
    {
        while (m_position < m_text.size()) {
            if (isBeyondAscii() || (isNumberBegin() && isStrayInNumber()))
                return stray();
            const char c = at(0);
            if (c == '.' && ++m_dots > limits::tomlLineDotsMax)
                return TomlHazard{TomlHazard::Kind::LongKey, m_position};
            if (c == '\n')
                m_dots = 0;
            if (c == '#')
                skipTo('\n');
            else if (c != '"' && c != '\'')
                ++m_position;
            else if (!skipQuotes())
                return stray();
        }
        return std::nullopt;
    }

private:
    /// LF behind the end.
    char at(qsizetype offset) const
    {
        return m_position + offset < m_text.size() ? m_text[m_position + offset] : '\n';
    }

    TomlHazard stray() const { return {TomlHazard::Kind::StrayCharacter, m_position}; }

    bool isBeyondAscii() const { return static_cast<unsigned char>(at(0)) >= 0x80; }

    void skipTo(char c)
    {
        while (m_position < m_text.size() && at(0) != c)
            ++m_position;
    }

    /// False: at a stray.
    bool skipQuotes()
    {
        const char quote = at(0);
        if (at(1) == quote && at(2) == quote)
            return skipLongText(quote);
        skipText(quote);
        return true;
    }

    bool isNumberBegin() const
    {
        const auto isWord = [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                   c == '_' || c == '+' || c == '-' || c == '.';
        };
        const char c = at(0);
        return ((c >= '0' && c <= '9') || c == '+' || c == '-') &&
               (m_position == 0 || !isWord(m_text[m_position - 1]));
    }

    /// Whether a stray is in what toml++ looks at before it says whether it is a number or a date:
    /// all up to a blank, comma, bracket or comment, quotes or not.
    bool isStrayInNumber()
    {
        static const QByteArray ends(" \t\n\v\f\r,]}#");
        m_clearUpTo = std::max(m_clearUpTo, m_position);
        while (m_clearUpTo < m_text.size() && !ends.contains(m_text[m_clearUpTo])) {
            if (static_cast<unsigned char>(m_text[m_clearUpTo]) >= 0x80)
                return true;
            ++m_clearUpTo;
        }
        return false;
    }

    /// A text in one line; one that goes on in the next is none.
    void skipText(char quote)
    {
        ++m_position;
        while (m_position < m_text.size() && at(0) != quote && at(0) != '\n')
            m_position += quote == '"' && at(0) == '\\' && at(1) != '\n' ? 2 : 1;
        ++m_position;
    }

    /// A text between three quotes, up to two more of which may belong to it. False: at a stray.
    bool skipLongText(char quote)
    {
        m_position += 3;
        while (m_position < m_text.size() && (at(0) != quote || at(1) != quote || at(2) != quote)) {
            if (quote == '\'' || at(0) != '\\')
                ++m_position;
            else if (!skipEscape())
                return false;
        }
        for (int i = 0; i < 5 && at(0) == quote; ++i)
            ++m_position;
        return true;
    }

    bool skipEscape()
    {
        ++m_position;
        const qsizetype begin = m_position;
        while (m_position < m_text.size() &&
               (at(0) == ' ' || at(0) == '\t' || (at(0) >= '\n' && at(0) <= '\r')))
            ++m_position;
        if (m_position < m_text.size() && isBeyondAscii())
            return false;
        if (m_position == begin)
            ++m_position;
        return true;
    }

    const QByteArray &m_text;
    qsizetype m_position;
    qsizetype m_dots = 0;      ///< in this line
    qsizetype m_clearUpTo = 0; ///< what was looked at in a number, so that it is once
};

} // namespace

std::optional<TomlHazard> hazardOf(const QByteArray &text)
{
    return Scan(text).firstHazard();
}

} // namespace lanyard::textedit
