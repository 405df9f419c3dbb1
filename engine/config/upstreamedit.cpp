// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/upstreamedit.h"

#include "config/configfile.h"
#include "config/upstreamfields.h"
#include "config/upstreamurl.h"
#include "config/yamldocument.h"
#include "config/yamledit.h"
#include "core/imageref.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace lanyard::config {

namespace {

constexpr const char *upstreamsKey = "upstreams";
constexpr const char *defaultKey = "defaultUpstream";
constexpr const char *offlineKey = "offline";

YamlPath childOf(const YamlPath &path, YamlStep step)
{
    YamlPath child = path;
    child.push_back(std::move(step));
    return child;
}

const UpstreamConfig *find(const std::vector<UpstreamConfig> &upstreams,
                           const std::string &registry)
{
    const auto found =
        std::find_if(upstreams.begin(), upstreams.end(),
                     [&registry](const UpstreamConfig &one) { return one.registry == registry; });
    return found == upstreams.end() ? nullptr : &*found;
}

void sortByRegistry(std::vector<UpstreamConfig> &upstreams)
{
    std::sort(
        upstreams.begin(), upstreams.end(),
        [](const UpstreamConfig &a, const UpstreamConfig &b) { return a.registry < b.registry; });
}

/// A text that is edited step by step, up to the first step that fails.
class EditedText
{
public:
    explicit EditedText(QByteArray text)
        : m_text(std::move(text))
    {
    }

    const Result<QByteArray> &result() const { return m_text; }

    void replace(const YamlPath &path, const YamlValue &value)
    {
        apply([&](const QByteArray &text) { return replaceValue(text, path, value); });
    }

    void insert(const YamlPath &path, const std::string &key, const YamlValue &value)
    {
        apply([&](const QByteArray &text) { return insertKey(text, path, key, value); });
    }

    void append(const YamlPath &path, const YamlValue &value)
    {
        apply([&](const QByteArray &text) { return appendItem(text, path, value); });
    }

    void remove(const YamlPath &path)
    {
        apply([&](const QByteArray &text) { return removeChild(text, path); });
    }

    /// `node` is the mapping at `path` as it was at first.
    void setFields(const YamlPath &path, const YamlNode &node, const std::vector<FieldValue> &old,
                   const std::vector<FieldValue> &wanted);

private:
    template <typename Edit>
    void apply(Edit edit)
    {
        if (m_text)
            m_text = edit(*m_text);
    }

    void setList(const YamlPath &path, const YamlNode &node, const std::vector<YamlValue> &old,
                 const std::vector<YamlValue> &wanted);
    void setItem(const YamlPath &path, const YamlNode &node, const YamlValue &old,
                 const YamlValue &wanted);

    Result<QByteArray> m_text;
};

void EditedText::setFields(const YamlPath &path, const YamlNode &node,
                           const std::vector<FieldValue> &old,
                           const std::vector<FieldValue> &wanted)
{
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const FieldValue &field = wanted[i];
        if (field.value == old[i].value && field.isDefault == old[i].isDefault)
            continue;
        const YamlEntry *entry = node.find(field.key);
        if (!entry)
            insert(path, field.key, field.value);
        else if (field.isDefault)
            remove(childOf(path, field.key));
        else if (field.value.kind == YamlValue::Kind::List)
            setList(childOf(path, field.key), entry->value, old[i].value.items, field.value.items);
        else
            replace(childOf(path, field.key), field.value);
    }
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

tl::unexpected<Error> invalid(std::string message)
{
    return failure(ErrorCode::InvalidInput, std::move(message));
}

/// The text as it was, as it is understood.
struct Original
{
    YamlNode root;
    Config config;
};

Result<Original> readOriginal(const QByteArray &text, const QString &fileName,
                              const FileReader &readFile)
{
    Diagnostics diagnostics;
    auto root = parseYaml(text, fileName, DuplicateKeys::Warning, diagnostics);
    const YamlEntry *version = root ? root->find("version") : nullptr;
    if (version && version->value.scalar == "0.1")
        return invalid("line " + std::to_string(version->value.place.line) + ", column " +
                       std::to_string(version->value.place.column) +
                       ": version 0.1 is a configuration of a registry as a proxy; it is read as "
                       "it is, and not changed");
    LoadedConfig loaded = readConfig(text, fileName, readFile);
    if (!root || !loaded.config)
        return invalid(firstErrorOf(loaded));
    return Original{.root = std::move(*root), .config = std::move(*loaded.config)};
}

/// The edited text, if it comes to `expected`. What `defaultUpstream` comes to without its key is
/// the reader's.
Result<QByteArray> verified(const Result<QByteArray> &edited, const QString &fileName,
                            Config expected, const FileReader &readFile)
{
    if (!edited)
        return edited;
    auto after = readOriginal(*edited, fileName, readFile);
    if (!after)
        return invalid("after this change the file would be wrong: " + after.error().message);
    Config &config = after->config;
    if (!after->root.find(defaultKey))
        expected.defaultUpstream = config.defaultUpstream;
    sortByRegistry(config.upstreams);
    sortByRegistry(expected.upstreams);
    if (config != expected)
        return invalid("this change cannot be written so that the file comes to it exactly");
    return edited;
}

/// What is wanted with one spelling for each registry, and with the credentials of the text.
Result<std::vector<UpstreamConfig>> completed(const std::vector<UpstreamConfig> &wanted,
                                              const std::vector<UpstreamConfig> &current)
{
    if (wanted.empty())
        return invalid("upstreams: expected at least one registry");
    std::vector<UpstreamConfig> result;
    for (UpstreamConfig upstream : wanted) {
        upstream.registry = canonicalRegistryName(upstream.registry);
        if (find(result, upstream.registry))
            return invalid("upstreams: " + inQuotes(upstream.registry) + " is there twice");
        const UpstreamConfig *old = find(current, upstream.registry);
        upstream.credentials = old ? old->credentials : Credentials();
        upstream.pathCredentials = old ? old->pathCredentials : std::vector<PathCredentials>();
        result.push_back(std::move(upstream));
    }
    return result;
}

void writeAll(EditedText &edited, const std::vector<UpstreamConfig> &wanted)
{
    std::vector<YamlValue> items;
    items.reserve(wanted.size());
    for (const UpstreamConfig &upstream : wanted)
        items.push_back(completeValueOf(upstream));
    edited.insert({}, upstreamsKey, YamlValue::list(std::move(items)));
}

void writeDifferences(EditedText &edited, const YamlNode &list,
                      const std::vector<UpstreamConfig> &current,
                      const std::vector<UpstreamConfig> &wanted)
{
    const YamlPath path{std::string(upstreamsKey)};
    for (std::size_t i = 0; i < current.size(); ++i) {
        if (const UpstreamConfig *one = find(wanted, current[i].registry))
            edited.setFields(childOf(path, i), list.items[i], fieldsOf(current[i]), fieldsOf(*one));
    }
    for (const UpstreamConfig &one : wanted) {
        if (!find(current, one.registry))
            edited.append(path, completeValueOf(one));
    }
    // From the end, and at last: no position changes, and the list is never empty.
    for (std::size_t i = current.size(); i-- > 0;) {
        if (!find(wanted, current[i].registry))
            edited.remove(childOf(path, i));
    }
}

} // namespace

Result<QByteArray> withUpstreams(const QByteArray &text, const QString &fileName,
                                 const std::vector<UpstreamConfig> &wanted,
                                 const FileReader &readFile)
{
    const auto original = readOriginal(text, fileName, readFile);
    if (!original)
        return tl::unexpected(original.error());
    Config expected = original->config;
    const std::vector<UpstreamConfig> &current = original->config.upstreams;
    const auto complete = completed(wanted, current);
    if (!complete)
        return tl::unexpected(complete.error());
    expected.upstreams = *complete;

    EditedText edited(text);
    const YamlEntry *list = original->root.find(upstreamsKey);
    if (list) {
        writeDifferences(edited, list->value, current, *complete);
    } else {
        std::vector<UpstreamConfig> sorted = *complete;
        std::vector<UpstreamConfig> defaults = current;
        sortByRegistry(sorted);
        sortByRegistry(defaults);
        if (sorted != defaults)
            writeAll(edited, *complete);
    }
    if (original->root.find(defaultKey) && !find(*complete, original->config.defaultUpstream))
        edited.remove({std::string(defaultKey)});
    return verified(edited.result(), fileName, std::move(expected), readFile);
}

Result<QByteArray> withOffline(const QByteArray &text, const QString &fileName, bool isOffline,
                               const FileReader &readFile)
{
    const auto original = readOriginal(text, fileName, readFile);
    if (!original)
        return tl::unexpected(original.error());
    if (original->config.isOffline == isOffline)
        return text;
    EditedText edited(text);
    const YamlValue value = YamlValue::word(isOffline ? "true" : "false");
    if (original->root.find(offlineKey))
        edited.replace({std::string(offlineKey)}, value);
    else
        edited.insert({}, offlineKey, value);
    Config expected = original->config;
    expected.isOffline = isOffline;
    return verified(edited.result(), fileName, std::move(expected), readFile);
}

} // namespace lanyard::config
