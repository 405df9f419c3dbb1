// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/editedtoml.h"

#include "textedit/place.h"

namespace lanyard::recipes {

using textedit::TomlDocument;
using textedit::TomlNode;
using textedit::TomlPath;

bool isOurs(const TomlDocument &document, const TomlPath &path)
{
    return document.commentOf(path).startsWith(ownMark);
}

Result<EditedToml> EditedToml::open(const std::optional<QByteArray> &text)
{
    if (text && text->startsWith("\xEF\xBB\xBF"))
        return failure(
            ErrorCode::InvalidInput,
            Message::at(textedit::lineAndColumn(1, 1),
                        QT_TRANSLATE_NOOP("engine", "the file begins with a byte order mark, "
                                                    "which its readers do not understand; please "
                                                    "save it without one")));
    return TomlDocument::read(text.value_or(QByteArray())).map([](TomlDocument document) {
        return EditedToml(std::move(document));
    });
}

void EditedToml::refuse(const TomlPath &path, const Message &why)
{
    if (m_error)
        return;
    const TomlNode *node = m_document.find(path);
    m_error = m_document.refusal(node ? node->begin : 0, why).value();
}

Result<QByteArray> EditedToml::text() const
{
    if (m_error)
        return tl::unexpected(*m_error);
    return m_document.text();
}

Result<std::optional<QByteArray>> EditedToml::rest() const
{
    return text().map([](const QByteArray &text) {
        return text.trimmed().isEmpty() ? std::nullopt : std::optional(text);
    });
}

} // namespace lanyard::recipes
