// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "textedit/tomldocument.h"

#include <QByteArray>

#include <optional>
#include <string>
#include <utility>

namespace lanyard::recipes {

/// The comment behind what is ours in a TOML file.
inline constexpr const char *ownMark = "Managed by Lanyard";

/// Whether a header, or a key with its value, has our mark.
bool isOurs(const textedit::TomlDocument &document, const textedit::TomlPath &path);

/// A TOML file of a client that is edited step by step, up to the first step that fails.
class EditedToml
{
public:
    /// InvalidInput: it is no TOML, or a byte order mark stands before it, which not all clients
    /// read. No text is an empty one.
    static Result<EditedToml> open(const std::optional<QByteArray> &text);

    /// As it is after the last step that went well.
    const textedit::TomlDocument &document() const { return m_document; }

    bool hasFailed() const { return m_error.has_value(); }

    /// Does one of the changes of tomledit.h and tomltables.h.
    template <typename Change, typename... Arguments>
    void apply(Change change, const Arguments &...arguments)
    {
        if (m_error)
            return;
        if (auto after = change(m_document, arguments...))
            m_document = std::move(*after);
        else
            m_error = after.error();
    }

    /// Fails at the place of a value: `why` says what stands in the way.
    void refuse(const textedit::TomlPath &path, const Message &why);

    Result<QByteArray> text() const;
    /// None: there is nothing but blanks.
    Result<std::optional<QByteArray>> rest() const;

private:
    explicit EditedToml(textedit::TomlDocument document)
        : m_document(std::move(document))
    {
    }

    textedit::TomlDocument m_document;
    std::optional<Error> m_error;
};

} // namespace lanyard::recipes
