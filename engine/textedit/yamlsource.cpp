// SPDX-License-Identifier: GPL-3.0-or-later
#include "textedit/yamlsource.h"

#include "textedit/textlines.h"
#include "textedit/yamldocument.h"
#include "textedit/yamllocator.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>
#include <utility>

namespace lanyard::textedit {

namespace {

using Kind = SourceNode::Kind;

/// Makes the tree from the events of yaml-cpp. They say where a value begins, not where it ends.
class SourceBuilder final : public YAML::EventHandler
{
public:
    /// `offset` is what yaml-cpp does not count: the byte order mark.
    explicit SourceBuilder(qsizetype offset)
        : m_offset(offset)
    {
    }

    SourceNode takeRoot() { return std::move(m_root); }

    void OnDocumentStart(const YAML::Mark & /*mark*/) override {}

    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark &mark, YAML::anchor_t /*anchor*/) override
    {
        add(nodeAt(mark, Kind::Null));
    }

    void OnAlias(const YAML::Mark &mark, YAML::anchor_t /*anchor*/) override
    {
        add(nodeAt(mark, Kind::Alias));
    }

    void OnScalar(const YAML::Mark &mark, const std::string & /*tag*/, YAML::anchor_t /*anchor*/,
                  const std::string &value) override
    {
        SourceNode node = nodeAt(mark, Kind::Scalar);
        node.scalar = value;
        add(std::move(node));
    }

    void OnSequenceStart(const YAML::Mark &mark, const std::string & /*tag*/,
                         YAML::anchor_t /*anchor*/, YAML::EmitterStyle::value style) override
    {
        open(mark, Kind::Sequence, style);
    }

    void OnSequenceEnd() override { close(); }

    void OnMapStart(const YAML::Mark &mark, const std::string & /*tag*/, YAML::anchor_t /*anchor*/,
                    YAML::EmitterStyle::value style) override
    {
        open(mark, Kind::Mapping, style);
    }

    void OnMapEnd() override { close(); }

private:
    struct OpenNode
    {
        SourceNode node;
        SourceNode key;
        bool hasKey = false;
    };

    SourceNode nodeAt(const YAML::Mark &mark, Kind kind) const
    {
        SourceNode node;
        node.kind = kind;
        node.begin = mark.pos + m_offset;
        return node;
    }

    void open(const YAML::Mark &mark, Kind kind, YAML::EmitterStyle::value style)
    {
        OpenNode opened;
        opened.node = nodeAt(mark, kind);
        opened.node.isFlow = style == YAML::EmitterStyle::Flow;
        m_open.push_back(std::move(opened));
    }

    void close()
    {
        SourceNode closed = std::move(m_open.back().node);
        m_open.pop_back();
        add(std::move(closed));
    }

    void add(SourceNode node)
    {
        if (m_open.empty()) {
            m_root = std::move(node);
            return;
        }
        OpenNode &parent = m_open.back();
        if (parent.node.kind == Kind::Mapping && !parent.hasKey) {
            parent.key = std::move(node);
            parent.hasKey = true;
            return;
        }
        SourceChild child;
        child.key = std::exchange(parent.key, {});
        child.value = std::move(node);
        parent.node.children.push_back(std::move(child));
        parent.hasKey = false;
    }

    const qsizetype m_offset;
    SourceNode m_root;
    std::vector<OpenNode> m_open;
};

/// The first byte that yaml-cpp takes for something else than YAML does; -1 where there is none.
qsizetype oddByte(const QByteArray &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool isControl =
            (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') ||
            c == 0x7f;
        if (isControl || (c == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')))
            return i;
    }
    return -1;
}

} // namespace

qsizetype SourceNode::indexOf(std::string_view key) const
{
    const auto found =
        std::find_if(children.begin(), children.end(),
                     [key](const SourceChild &child) { return child.key.scalar == key; });
    return kind == Kind::Mapping && found != children.end() ? found - children.begin() : -1;
}

const char *SourceNode::sharedWords() const
{
    if (kind == Kind::Alias)
        return QT_TRANSLATE_NOOP("engine", "an alias (*) cannot be edited");
    return hasProperties
               ? QT_TRANSLATE_NOOP("engine", "what has an anchor (&) or a tag (!) cannot be edited")
               : nullptr;
}

const SourceChild *SourceNode::mergeKey() const
{
    const auto found = std::find_if(children.begin(), children.end(), [](const SourceChild &child) {
        return child.key.scalar == "<<" && child.key.style == Style::Plain;
    });
    return found == children.end() ? nullptr : &*found;
}

Result<SourceNode> parseSource(const QByteArray &text)
{
    const TextLines lines(text);
    const auto unsure = [&lines](qsizetype position) {
        return failure(
            ErrorCode::InvalidInput,
            Message::at(lines.place(position),
                        QT_TRANSLATE_NOOP("engine", "what stands here cannot be edited safely")));
    };
    // It sets the limits, and refuses what is no YAML.
    if (const auto document = readYaml(text); !document)
        return tl::unexpected(document.error());
    if (const qsizetype odd = oddByte(text); odd >= 0)
        return unsure(odd);
    SourceBuilder builder(lines.begin());
    try {
        std::istringstream stream(text.toStdString());
        YAML::Parser parser(stream);
        parser.HandleNextDocument(builder);
    } catch (const YAML::Exception &) {
        return unsure(0); // readYaml() has read the same
    }
    SourceNode root = builder.takeRoot();
    if (root.kind == Kind::Null) {
        root.begin = root.end = text.size();
        return root;
    }
    if (const auto located = locateValues(text, root); !located)
        return tl::unexpected(located.error());
    return root;
}

} // namespace lanyard::textedit
