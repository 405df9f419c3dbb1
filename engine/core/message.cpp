// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/message.h"

#include <utility>

namespace lanyard {

Message::Message(const char *sentence, std::vector<Message> values)
    : m_sentence(sentence)
    , m_values(std::move(values))
{
}

Message::Message(std::string words)
    : m_sentence(std::move(words))
    , m_isWords(true)
{
}

Message::Message(const QString &words)
    : Message(words.toStdString())
{
}

Message Message::at(Message where, Message what)
{
    return {QT_TRANSLATE_NOOP("engine", "%1: %2"), {std::move(where), std::move(what)}};
}

Message Message::both(Message first, Message second)
{
    return {QT_TRANSLATE_NOOP("engine", "%1; %2"), {std::move(first), std::move(second)}};
}

std::string Message::told(const Translate &translate) const
{
    if (m_isWords)
        return m_sentence;
    const std::string sentence = translate(m_sentence);
    if (m_values.empty())
        return sentence;
    std::string text;
    for (std::size_t at = 0; at < sentence.size(); ++at) {
        // One pass: what a value says is never taken for the place of another one.
        const bool isPlace = sentence[at] == '%' && at + 1 < sentence.size() &&
                             sentence[at + 1] >= '1' &&
                             sentence[at + 1] < '1' + static_cast<int>(m_values.size());
        if (isPlace)
            text += m_values[static_cast<std::size_t>(sentence[++at] - '1')].told(translate);
        else
            text += sentence[at];
    }
    return text;
}

std::string Message::english() const
{
    return told([](const std::string &sentence) { return sentence; });
}

} // namespace lanyard
