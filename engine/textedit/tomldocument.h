// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "textedit/tomlnode.h"

#include <QByteArray>

#include <string>
#include <vector>

namespace lanyard::textedit {

/// A header of a TOML document and what stands below it. Positions are bytes of the text.
struct TomlSection
{
    TomlPath path;
    qsizetype begin = 0;      ///< of the header
    qsizetype headerEnd = 0;  ///< behind its last bracket
    qsizetype contentEnd = 0; ///< behind its last value; of an empty one, behind the header
};

/// A TOML text that was read, and stays as it is. A plain value.
class TomlDocument
{
public:
    /// InvalidInput, with line and column: it is no TOML, or beyond the limits of this room. No
    /// message holds a part of the text. A byte order mark may stand before it.
    static Result<TomlDocument> read(QByteArray text);

    const QByteArray &text() const { return m_text; }

    const TomlNode &root() const { return m_root; }

    const TomlNode *find(const TomlPath &path) const { return m_root.find(path); }

    /// In the order of the text.
    const std::vector<TomlSection> &sections() const { return m_sections; }

    /// nullptr: the path does not lead to a table with a header.
    const TomlSection *section(const TomlPath &path) const;

    /// The # of the comment in the line of a header, or behind the value of a key or item in its
    /// line; -1: there is none.
    qsizetype commentBegin(const TomlPath &path) const;
    /// Its words, without the blanks around.
    QByteArray commentOf(const TomlPath &path) const;

    /// The document with another text, which means what is expected. InvalidInput: it does not; the
    /// place is `at` in the text as it is.
    Result<TomlDocument> changed(QByteArray text, const TomlNode &expected, qsizetype at) const;

    /// InvalidInput, with line and column.
    tl::unexpected<Error> refusal(qsizetype at, const Message &why) const;

private:
    TomlDocument(QByteArray text, TomlNode root);

    QByteArray m_text;
    TomlNode m_root;
    std::vector<TomlSection> m_sections;
};

} // namespace lanyard::textedit
