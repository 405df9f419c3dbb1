// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

#include <functional>
#include <string>
#include <vector>

namespace lanyard {

/// What is said to a person: a sentence in English, and apart from it the values that stand in it.
/// So it is made where something happens, in whatever thread, and told in the language of whom it
/// is shown to; logs, answers to clients and the command line are in English. A value. It never
/// holds a secret; what stands in it may come from the network: see printable().
class Message
{
public:
    /// Gives a sentence, as it was written, in another language; itself where there is none.
    using Translate = std::function<std::string(const std::string &sentence)>;

    Message() = default;
    /// `sentence` is marked by QT_TRANSLATE_NOOP("engine", …) where it has words, and has %1 to %9
    /// where the values are to stand.
    Message(const char *sentence, std::vector<Message> values = {});
    /// Words that nobody translates: a name, a path, what another program said. UTF-8.
    Message(std::string words);
    Message(const QString &words);

    /// "where: what"
    static Message at(Message where, Message what);
    /// "first; second"
    static Message both(Message first, Message second);

    bool isEmpty() const { return m_sentence.empty(); }

    bool isWords() const { return m_isWords; }

    /// As it was given: with %1 to %9, or the words.
    const std::string &sentence() const { return m_sentence; }

    const std::vector<Message> &values() const { return m_values; }

    std::string told(const Translate &translate) const;
    std::string english() const;

    bool operator==(const Message &) const = default;

private:
    std::string m_sentence;
    std::vector<Message> m_values;
    bool m_isWords = false;
};

} // namespace lanyard
