// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "config/fieldvalue.h"
#include "config/yamlreader.h"
#include "core/filereader.h"
#include "core/result.h"
#include "textedit/yamledit.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace lanyard::config {

using textedit::YamlPath;
using textedit::YamlStep;

YamlPath childOf(const YamlPath &path, YamlStep step);

/// A configuration that is to be edited, as it is understood.
struct EditableConfig
{
    YamlNode root;
    Config config;
};

/// InvalidInput, with line and column: the text is no right configuration, or it is that of
/// distribution (version: 0.1), which is never changed.
Result<EditableConfig> readEditable(const QByteArray &text, const QString &fileName,
                                    const FileReader &readFile);

/// A text that is edited step by step, up to the first step that fails. The caller reads what it
/// comes to; see yamledit.h.
class EditedText
{
public:
    explicit EditedText(QByteArray text);

    const Result<QByteArray> &result() const { return m_text; }

    void replace(const YamlPath &path, const YamlValue &value);
    void insert(const YamlPath &path, const std::string &key, const YamlValue &value);
    void append(const YamlPath &path, const YamlValue &value);
    void remove(const YamlPath &path);

    /// Writes the fields of a mapping that differ, where they stand. `node` is the mapping at
    /// `path` as it was at first; `old` and `wanted` are the same fields in the same order.
    void setFields(const YamlPath &path, const YamlNode &node, const std::vector<FieldValue> &old,
                   const std::vector<FieldValue> &wanted);

private:
    template <typename Edit>
    void apply(Edit edit)
    {
        if (m_text)
            m_text = edit(*m_text);
    }

    void setSection(const YamlPath &path, const YamlNode &node, const FieldValue &old,
                    const FieldValue &wanted);
    void setList(const YamlPath &path, const YamlNode &node, const std::vector<YamlValue> &old,
                 const std::vector<YamlValue> &wanted);
    void setItem(const YamlPath &path, const YamlNode &node, const YamlValue &old,
                 const YamlValue &wanted);

    Result<QByteArray> m_text;
};

} // namespace lanyard::config
