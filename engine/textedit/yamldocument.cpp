// SPDX-License-Identifier: GPL-3.0-or-later
#include "textedit/yamldocument.h"

#include "core/limits.h"

#include <QList>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <utility>

namespace lanyard::textedit {

namespace {

Place placeOf(const QString &source, const YAML::Mark &mark)
{
    return {.source = source,
            .line = std::max(mark.line, 0) + 1,
            .column = std::max(mark.column, 0) + 1};
}

std::size_t countNodes(const YamlNode &node)
{
    std::size_t count = 1;
    for (const YamlNode &item : node.items)
        count += countNodes(item);
    for (const YamlEntry &entry : node.entries)
        count += countNodes(entry.value);
    return count;
}

/// Makes the tree from the events of yaml-cpp, whose own nodes lose repeated keys. What breaks a
/// rule is thrown as a yaml-cpp exception and ends at parseYaml(), which tells its text as it is
/// marked here.
class TreeBuilder final : public YAML::EventHandler
{
public:
    TreeBuilder(QString source, DuplicateKeys duplicateKeys, std::vector<YamlProblem> &problems)
        : m_source(std::move(source))
        , m_duplicateKeys(duplicateKeys)
        , m_problems(problems)
    {
        m_root.place = {.source = m_source, .line = 1, .column = 1};
    }

    YamlNode takeRoot() { return std::move(m_root); }

    void OnDocumentStart(const YAML::Mark &mark) override
    {
        m_root.place = placeOf(m_source, mark);
    }

    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        addNode(mark, anchor, nodeAt(mark, YamlNode::Kind::Null));
    }

    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        // "?" is the tag of a plain scalar, "!" that of one in quotes (or of a block).
        YamlNode node = nodeAt(mark, YamlNode::Kind::Scalar);
        node.isQuoted = tag == "!" || tag == "tag:yaml.org,2002:str";
        node.scalar = value;
        addNode(mark, anchor, std::move(node));
    }

    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        const auto found = m_anchors.find(anchor);
        if (found == m_anchors.end())
            throw YAML::ParserException(
                mark, QT_TRANSLATE_NOOP("engine", "this alias stands inside its own value"));
        count(mark, countNodes(found->second));
        place(mark, found->second);
    }

    void OnSequenceStart(const YAML::Mark &mark, const std::string & /*tag*/, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value /*style*/) override
    {
        open(mark, anchor, YamlNode::Kind::Sequence);
    }

    void OnSequenceEnd() override { close(); }

    void OnMapStart(const YAML::Mark &mark, const std::string & /*tag*/, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value /*style*/) override
    {
        open(mark, anchor, YamlNode::Kind::Mapping);
    }

    void OnMapEnd() override
    {
        merge(m_open.back());
        close();
    }

private:
    struct OpenNode
    {
        YamlNode node;
        YAML::Mark mark;
        YAML::anchor_t anchor = 0;
        std::optional<YamlNode> key;  ///< of a mapping: read, its value not yet
        std::vector<YamlNode> merged; ///< values of merge keys
    };

    YamlNode nodeAt(const YAML::Mark &mark, YamlNode::Kind kind) const
    {
        YamlNode node;
        node.kind = kind;
        node.place = placeOf(m_source, mark);
        return node;
    }

    void count(const YAML::Mark &mark, std::size_t nodes)
    {
        m_nodes += nodes;
        if (m_nodes > limits::configNodesMax)
            throw YAML::ParserException(
                mark, QT_TRANSLATE_NOOP("engine", "the document has too many values"));
    }

    void open(const YAML::Mark &mark, YAML::anchor_t anchor, YamlNode::Kind kind)
    {
        if (m_open.size() >= limits::configDepthMax)
            throw YAML::ParserException(
                mark, QT_TRANSLATE_NOOP("engine", "the document is nested too deeply"));
        m_open.push_back({.node = nodeAt(mark, kind),
                          .mark = mark,
                          .anchor = anchor,
                          .key = std::nullopt,
                          .merged = {}});
    }

    void close()
    {
        OpenNode closed = std::move(m_open.back());
        m_open.pop_back();
        addNode(closed.mark, closed.anchor, std::move(closed.node));
    }

    void addNode(const YAML::Mark &mark, YAML::anchor_t anchor, YamlNode node)
    {
        count(mark, 1);
        if (anchor != YAML::NullAnchor) {
            count(mark, countNodes(node));
            m_anchors[anchor] = node;
        }
        place(mark, std::move(node));
    }

    void place(const YAML::Mark &mark, YamlNode node)
    {
        if (m_open.empty()) {
            m_root = std::move(node);
            return;
        }
        OpenNode &parent = m_open.back();
        if (parent.node.kind == YamlNode::Kind::Sequence)
            parent.node.items.push_back(std::move(node));
        else if (parent.key)
            addEntry(parent, std::move(node));
        else if (node.kind == YamlNode::Kind::Scalar)
            parent.key = std::move(node);
        else
            throw YAML::ParserException(mark, QT_TRANSLATE_NOOP("engine", "a key must be a text"));
    }

    void addEntry(OpenNode &parent, YamlNode value)
    {
        const YamlNode key = *std::exchange(parent.key, std::nullopt);
        if (key.scalar == "<<" && !key.isQuoted) {
            parent.merged.push_back(std::move(value));
            return;
        }
        std::vector<YamlEntry> &entries = parent.node.entries;
        const auto found = std::find_if(entries.begin(), entries.end(), [&key](const auto &entry) {
            return entry.key == key.scalar;
        });
        if (found == entries.end()) {
            entries.push_back({key.scalar, key.place, std::move(value)});
            return;
        }
        const Message message(
            QT_TRANSLATE_NOOP("engine", "key %1 occurs twice; the first is in line %2"),
            {inQuotes(key.scalar), std::to_string(found->keyPlace.line)});
        const bool isError = m_duplicateKeys == DuplicateKeys::Error;
        m_problems.push_back(
            {.place = key.place,
             .message =
                 isError ? message
                         : Message::both(message, QT_TRANSLATE_NOOP("engine", "this one counts")),
             .isError = isError});
        *found = {key.scalar, key.place, std::move(value)};
    }

    /// https://yaml.org/type/merge.html: the mapping's own keys win, then the earlier of the
    /// merged.
    static void merge(OpenNode &mapping)
    {
        for (YamlNode &merged : mapping.merged) {
            if (merged.kind == YamlNode::Kind::Mapping)
                mergeOne(mapping.node, merged);
            else if (merged.kind == YamlNode::Kind::Sequence)
                for (YamlNode &item : merged.items)
                    mergeOne(mapping.node, item);
            else
                throw YAML::ParserException(
                    mapping.mark,
                    QT_TRANSLATE_NOOP("engine", "<< needs a mapping, or a list of them"));
        }
    }

    static void mergeOne(YamlNode &target, YamlNode &source)
    {
        for (YamlEntry &entry : source.entries) {
            if (!target.find(entry.key))
                target.entries.push_back(std::move(entry));
        }
    }

    const QString m_source;
    const DuplicateKeys m_duplicateKeys;
    std::vector<YamlProblem> &m_problems;
    YamlNode m_root;
    std::vector<OpenNode> m_open;
    std::map<YAML::anchor_t, YamlNode> m_anchors;
    std::size_t m_nodes = 0;
};

/// The place of the first byte that is no UTF-8; yaml-cpp would replace it without a word.
Place placeOfBadUtf8(const QByteArray &text, const QString &source)
{
    int lineNumber = 0;
    for (const QByteArray &line : text.split('\n')) {
        ++lineNumber;
        if (!line.isValidUtf8()) {
            const auto column = QString::fromUtf8(line).indexOf(QChar::ReplacementCharacter);
            return {.source = source, .line = lineNumber, .column = static_cast<int>(column) + 1};
        }
    }
    return {.source = source, .line = lineNumber, .column = 1};
}

} // namespace

const YamlEntry *YamlNode::find(std::string_view key) const
{
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [key](const YamlEntry &entry) { return entry.key == key; });
    return found == entries.end() ? nullptr : &*found;
}

bool isSameValue(const YamlNode &a, const YamlNode &b)
{
    return a.kind == b.kind && a.scalar == b.scalar &&
           std::ranges::equal(a.items, b.items, isSameValue) &&
           std::ranges::equal(a.entries, b.entries, [](const YamlEntry &x, const YamlEntry &y) {
               return x.key == y.key && isSameValue(x.value, y.value);
           });
}

ParsedYaml parseYaml(const QByteArray &text, const QString &source, DuplicateKeys duplicateKeys)
{
    ParsedYaml parsed;
    const auto fail = [&parsed](const Place &place, Message message) {
        parsed.root.reset();
        parsed.problems.push_back({.place = place, .message = std::move(message)});
    };
    if (text.size() > limits::configBytesMax) {
        fail({.source = source, .line = 0, .column = 0},
             {QT_TRANSLATE_NOOP("engine", "larger than %1 bytes"),
              {std::to_string(limits::configBytesMax)}});
        return parsed;
    }
    if (!text.isValidUtf8()) {
        fail(placeOfBadUtf8(text, source), QT_TRANSLATE_NOOP("engine", "a byte here is no UTF-8"));
        return parsed;
    }
    TreeBuilder builder(source, duplicateKeys, parsed.problems);
    try {
        std::istringstream stream(text.toStdString());
        YAML::Parser parser(stream);
        parser.HandleNextDocument(builder);
        parsed.root = builder.takeRoot();
        TreeBuilder second(source, duplicateKeys, parsed.problems);
        if (parser.HandleNextDocument(second))
            fail(second.takeRoot().place,
                 QT_TRANSLATE_NOOP("engine", "a second document begins here; one is read"));
    } catch (const YAML::Exception &error) {
        // The builder's own words come this way, too.
        fail(placeOf(source, error.mark),
             {QT_TRANSLATE_NOOP("engine", "not YAML: %1"), {error.msg.c_str()}});
    }
    return parsed;
}

Result<YamlNode> readYaml(const QByteArray &text)
{
    ParsedYaml parsed = parseYaml(text, {}, DuplicateKeys::Error);
    if (!parsed.problems.empty()) {
        const YamlProblem &first = parsed.problems.front();
        return failure(
            ErrorCode::InvalidInput,
            Message::at(lineAndColumn(first.place.line, first.place.column), first.message));
    }
    return std::move(*parsed.root);
}

} // namespace lanyard::textedit
