// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/htpasswd.h"

#include "auth/bcrypt.h"
#include "core/asciitext.h"
#include "core/limits.h"

#include <QString>

#include <algorithm>
#include <utility>

namespace lanyard::auth {

namespace {

constexpr std::size_t shownNameBytesMax = 64;

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

bool isPrintable(std::string_view name)
{
    const QUtf8StringView text(name.data(), static_cast<qsizetype>(name.size()));
    const QString characters = text.toString();
    return text.isValidUtf8() && std::all_of(characters.begin(), characters.end(),
                                             [](QChar character) { return character.isPrint(); });
}

/// How a message names a user. What may have a hash in it that was written before the colon is not
/// repeated, nor what would make the message another one.
Message quoted(std::string_view name)
{
    if (!isPrintable(name) || name.size() > shownNameBytesMax ||
        name.find('$') != std::string_view::npos)
        return QT_TRANSLATE_NOOP("engine", "a user");
    return "'" + std::string(name) + "'";
}

/// `name` as a word of a command; a stand-in where a shell would read it as something else.
std::string commandWord(std::string_view name)
{
    const bool isPlain = std::all_of(name.begin(), name.end(), [](char c) {
        return isDigit(c) || (toLower(c) >= 'a' && toLower(c) <= 'z') || c == '_' || c == '.' ||
               c == '@' || c == '-';
    });
    return isPlain && !name.starts_with('-') && name.size() <= shownNameBytesMax ? std::string(name)
                                                                                 : "NAME";
}

tl::unexpected<Error> wrong(std::size_t line, Message what)
{
    return failure(ErrorCode::InvalidInput,
                   Message::at({QT_TRANSLATE_NOOP("engine", "line %1"), {std::to_string(line)}},
                               std::move(what)));
}

Message withAdvice(Message what, std::string_view name)
{
    return Message::both(
        std::move(what),
        {QT_TRANSLATE_NOOP("engine", "set it again with `lanyard user add %1` or `htpasswd -B`"),
         {commandWord(name)}});
}

/// From 1; of a user who is there.
std::size_t firstLineOf(std::string_view text, std::string_view name)
{
    std::size_t number = 1;
    while (takeHtpasswdLine(text).user() != name)
        ++number;
    return number;
}

Result<int> costOf(std::string_view hash, std::string_view name, std::size_t line)
{
    const std::optional<int> cost = bcryptCost(hash);
    if (!cost)
        return wrong(
            line,
            withAdvice({QT_TRANSLATE_NOOP("engine", "the password of %1 is not kept with bcrypt"),
                        {quoted(name)}},
                       name));
    if (*cost < limits::bcryptCostMin || *cost > limits::bcryptCostMax)
        return wrong(
            line,
            withAdvice({QT_TRANSLATE_NOOP(
                            "engine", "the password of %1 is kept with a cost of %2, not %3 to %4"),
                        {quoted(name), std::to_string(*cost), std::to_string(limits::bcryptCostMin),
                         std::to_string(limits::bcryptCostMax)}},
                       name));
    return *cost;
}

} // namespace

Result<void> checkUserName(std::string_view name)
{
    const auto refuse = [](Message what) {
        return failure(ErrorCode::InvalidInput, std::move(what));
    };
    if (name.empty())
        return refuse(QT_TRANSLATE_NOOP("engine", "the name of the user is empty"));
    if (name.size() > limits::userNameBytesMax)
        return refuse({QT_TRANSLATE_NOOP("engine", "the name of the user is longer than %1 bytes"),
                       {std::to_string(limits::userNameBytesMax)}});
    if (name.find(':') != std::string_view::npos)
        return refuse(QT_TRANSLATE_NOOP("engine", "the name of the user has a colon"));
    if (std::any_of(name.begin(), name.end(), isControl))
        return refuse(QT_TRANSLATE_NOOP("engine", "the name of the user has control characters"));
    if (name.front() == ' ' || name.back() == ' ')
        return refuse(
            QT_TRANSLATE_NOOP("engine", "the name of the user begins or ends with a blank"));
    if (name.front() == '#')
        return refuse(QT_TRANSLATE_NOOP("engine", "the name of the user begins with '#'"));
    return {};
}

bool HtpasswdLine::isComment() const
{
    const std::string_view content = trimmed(text);
    return content.empty() || content.front() == '#';
}

std::optional<std::string_view> HtpasswdLine::user() const
{
    const std::size_t colon = text.find(':');
    if (isComment() || colon == std::string_view::npos)
        return std::nullopt;
    return text.substr(0, colon);
}

std::string_view HtpasswdLine::hash() const
{
    const std::size_t colon = text.find(':');
    return colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1);
}

HtpasswdLine takeHtpasswdLine(std::string_view &text)
{
    const std::size_t feed = text.find('\n');
    const std::size_t length = feed == std::string_view::npos ? text.size() : feed + 1;
    std::size_t end = std::min(feed, text.size());
    if (end < length && end > 0 && text[end - 1] == '\r')
        --end;
    const HtpasswdLine line{.text = text.substr(0, end), .end = text.substr(end, length - end)};
    text.remove_prefix(length);
    return line;
}

Result<Htpasswd> Htpasswd::parse(std::string_view text)
{
    if (text.size() > limits::htpasswdBytesMax)
        return failure(
            ErrorCode::InvalidInput,
            {QT_TRANSLATE_NOOP("engine", "longer than %1 bytes; remove users who are not needed"),
             {std::to_string(limits::htpasswdBytesMax)}});
    Htpasswd users;
    std::string_view rest = text;
    for (std::size_t number = 1; !rest.empty(); ++number) {
        const HtpasswdLine line = takeHtpasswdLine(rest);
        if (line.isComment())
            continue;
        if (const Result<void> taken = users.take(text, line, number); !taken)
            return tl::unexpected(taken.error());
    }
    return users;
}

Result<void> Htpasswd::take(std::string_view text, const HtpasswdLine &line, std::size_t number)
{
    const std::optional<std::string_view> name = line.user();
    if (!name)
        return wrong(number, QT_TRANSLATE_NOOP("engine",
                                               "not NAME:HASH; remove it, or put a '#' before it"));
    if (const Result<void> checked = checkUserName(*name); !checked)
        return wrong(number, Message::both(checked.error().message,
                                           QT_TRANSLATE_NOOP("engine", "change or remove it")));
    const Result<int> cost = costOf(line.hash(), *name, number);
    if (!cost)
        return tl::unexpected(cost.error());
    if (m_users.size() == limits::htpasswdUsersMax)
        return wrong(number, {QT_TRANSLATE_NOOP(
                                  "engine", "more than %1 users; remove those who are not needed"),
                              {std::to_string(limits::htpasswdUsersMax)}});
    if (!m_hashes.try_emplace(std::string(*name), line.hash()).second)
        return failure(
            ErrorCode::InvalidInput,
            Message::at({QT_TRANSLATE_NOOP("engine", "lines %1 and %2"),
                         {std::to_string(firstLineOf(text, *name)), std::to_string(number)}},
                        {QT_TRANSLATE_NOOP("engine", "%1 is there twice; remove one of them"),
                         {quoted(*name)}}));
    m_users.emplace_back(*name);
    m_costMax = std::max(m_costMax, *cost);
    return {};
}

const std::string *Htpasswd::hashOf(std::string_view user) const
{
    const auto found = m_hashes.find(user);
    return found == m_hashes.end() ? nullptr : &found->second;
}

std::string Htpasswd::decoyHash() const
{
    const int cost = std::max(m_costMax, limits::bcryptCostMin);
    std::string hash = "$2y$";
    hash += static_cast<char>('0' + cost / 10);
    hash += static_cast<char>('0' + cost % 10);
    hash += '$';
    return hash.append(53, '.');
}

} // namespace lanyard::auth
