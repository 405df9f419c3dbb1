// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "textedit/yamldocument.h"
#include "textedit/yamledit.h"

#include <QByteArray>

#include <functional>

namespace lanyard::recipes {

/// A YAML text that is edited step by step, up to the first step that fails. After each step it is
/// read again: a step whose result says something else than was wanted fails. Paths lead through
/// keys.
class EditedYaml
{
public:
    explicit EditedYaml(QByteArray text);

    /// The text as it is now; the failure of a step. InvalidInput, with line and column: the text
    /// is no YAML, or cannot be edited without a guess.
    const Result<QByteArray> &text() const { return m_text; }

    /// The value at `path`; nullptr: there is none, or a step has failed. Until the next step.
    const textedit::YamlNode *find(const textedit::YamlPath &path) const;

    /// Puts a value there, with the mappings that lead to it. Another scalar is replaced; a
    /// collection is not.
    void put(const textedit::YamlPath &path, const textedit::YamlValue &value);
    /// Puts an item before the others of the list.
    void prepend(const textedit::YamlPath &path, const textedit::YamlValue &item);
    /// Removes what was put there, where it is, and the mappings that hold nothing else.
    void takeBack(const textedit::YamlPath &path);
    /// The same of items of a list, and of a list that loses them all.
    void takeBackItems(const textedit::YamlPath &path,
                       const std::function<bool(const textedit::YamlNode &)> &isOne);

private:
    void add(const textedit::YamlPath &mapping, const std::string &key,
             const textedit::YamlValue &value);
    void remove(const textedit::YamlPath &path);
    void become(const Result<QByteArray> &edited);

    Result<QByteArray> m_text;
    textedit::YamlNode m_root; ///< what it says, or after an edit is to say
};

} // namespace lanyard::recipes
