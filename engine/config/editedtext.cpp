// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/editedtext.h"

#include "config/configfile.h"
#include "textedit/place.h"

#include <algorithm>
#include <utility>

namespace lanyard::config {

namespace {

tl::unexpected<Error> invalid(Message message)
{
    return failure(ErrorCode::InvalidInput, std::move(message));
}

} // namespace

YamlPath childOf(const YamlPath &path, YamlStep step)
{
    YamlPath child = path;
    child.push_back(std::move(step));
    return child;
}

Result<EditableConfig> readEditable(const QByteArray &text, const QString &fileName,
                                    const FileReader &readFile)
{
    Diagnostics diagnostics;
    auto root = parseYaml(text, fileName, DuplicateKeys::Warning, diagnostics);
    const YamlEntry *version = root ? root->find("version") : nullptr;
    if (version && version->value.scalar == "0.1")
        return invalid(Message::at(
            textedit::lineAndColumn(version->value.place.line, version->value.place.column),
            QT_TRANSLATE_NOOP("engine", "version 0.1 is a configuration of a registry as a proxy; "
                                        "it is read as it is, and not changed")));
    LoadedConfig loaded = readConfig(text, fileName, readFile);
    if (!root || !loaded.config)
        return invalid(firstErrorOf(loaded));
    return EditableConfig{.root = std::move(*root), .config = std::move(*loaded.config)};
}

EditedText::EditedText(QByteArray text)
    : m_text(std::move(text))
{
}

void EditedText::replace(const YamlPath &path, const YamlValue &value)
{
    apply([&](const QByteArray &text) { return textedit::replaceValue(text, path, value); });
}

void EditedText::insert(const YamlPath &path, const std::string &key, const YamlValue &value)
{
    apply([&](const QByteArray &text) { return textedit::insertKey(text, path, key, value); });
}

void EditedText::append(const YamlPath &path, const YamlValue &value)
{
    apply([&](const QByteArray &text) { return textedit::appendItem(text, path, value); });
}

void EditedText::remove(const YamlPath &path)
{
    apply([&](const QByteArray &text) { return textedit::removeChild(text, path); });
}

void EditedText::setFields(const YamlPath &path, const YamlNode &node,
                           const std::vector<FieldValue> &old,
                           const std::vector<FieldValue> &wanted)
{
    std::vector<std::string> surplus;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const FieldValue &field = wanted[i];
        if (field == old[i])
            continue;
        const YamlEntry *entry = node.find(field.key);
        if (!field.parts.empty())
            setSection(path, node, old[i], field);
        else if (!entry)
            insert(path, field.key, field.value);
        else if (field.isDefault)
            surplus.push_back(field.key);
        else if (field.value.kind == YamlValue::Kind::List)
            setList(childOf(path, field.key), entry->value, old[i].value.items, field.value.items);
        else
            replace(childOf(path, field.key), field.value);
    }
    // At last, so that what is added is not added to an empty mapping.
    for (const std::string &key : surplus)
        remove(childOf(path, key));
}

void EditedText::setSection(const YamlPath &path, const YamlNode &node, const FieldValue &old,
                            const FieldValue &wanted)
{
    const YamlEntry *entry = node.find(wanted.key);
    if (!entry) {
        insert(path, wanted.key, differencesOf(old.parts, wanted.parts));
        return;
    }
    const bool isAllOfIt = std::ranges::all_of(entry->value.entries, [&](const YamlEntry &one) {
        return std::ranges::find(wanted.parts, one.key, &FieldValue::key) != wanted.parts.end();
    });
    if (wanted.isDefault && isAllOfIt)
        remove(childOf(path, wanted.key));
    else
        setFields(childOf(path, wanted.key), entry->value, old.parts, wanted.parts);
}

/// Changes items where they stand, so that the others keep their comments.
void EditedText::setList(const YamlPath &path, const YamlNode &node,
                         const std::vector<YamlValue> &old, const std::vector<YamlValue> &wanted)
{
    std::vector<std::size_t> surplus;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < old.size(); ++i) {
        if (kept < wanted.size() && old[i] == wanted[kept])
            ++kept;
        else
            surplus.push_back(i);
    }
    if (kept < wanted.size()) {
        // More than items that go: each place gets what is wanted there.
        const std::size_t common = std::min(old.size(), wanted.size());
        for (std::size_t i = 0; i < common; ++i)
            setItem(childOf(path, i), node.items[i], old[i], wanted[i]);
        for (std::size_t i = common; i < wanted.size(); ++i)
            append(path, wanted[i]);
        surplus.clear();
        for (std::size_t i = common; i < old.size(); ++i)
            surplus.push_back(i);
    }
    // From the end, so that no position changes.
    std::reverse(surplus.begin(), surplus.end());
    for (const std::size_t index : surplus)
        remove(childOf(path, index));
}

void EditedText::setItem(const YamlPath &path, const YamlNode &node, const YamlValue &old,
                         const YamlValue &wanted)
{
    const auto find = [](const YamlValue &mapping, const std::string &key) {
        const auto found =
            std::find_if(mapping.fields.begin(), mapping.fields.end(),
                         [&key](const YamlField &field) { return field.key == key; });
        return found == mapping.fields.end() ? nullptr : &found->value;
    };
    if (old == wanted)
        return;
    if (wanted.kind != YamlValue::Kind::Mapping) {
        replace(path, wanted);
        return;
    }
    for (const YamlField &field : wanted.fields) {
        const YamlValue *before = find(old, field.key);
        if (!node.find(field.key))
            insert(path, field.key, field.value);
        else if (!before || *before != field.value)
            replace(childOf(path, field.key), field.value);
    }
    for (const YamlEntry &entry : node.entries) {
        if (!find(wanted, entry.key))
            remove(childOf(path, entry.key));
    }
}

} // namespace lanyard::config
