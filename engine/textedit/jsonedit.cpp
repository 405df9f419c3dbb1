// SPDX-License-Identifier: GPL-3.0-or-later
#include "textedit/jsonedit.h"

#include "textedit/jsonsource.h"
#include "textedit/textlines.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

namespace lanyard::textedit::json {

namespace {

using Kind = JsonNode::Kind;

/// One document that is edited once. Borrows the text.
class Editor
{
public:
    static Result<Editor> open(const QByteArray &text)
    {
        auto root = parseJson(text);
        if (!root)
            return tl::unexpected(root.error());
        Editor editor(text, std::move(*root));
        if (editor.m_root.kind != Kind::Object)
            return editor.refuse(editor.m_root.begin,
                                 QT_TRANSLATE_NOOP("engine", "expected an object: { }"));
        return editor;
    }

    Result<QByteArray> insertItem(const Path &path, Side side, const QByteArray &value);
    Result<QByteArray> insertKey(const Path &path, Side side, std::string_view key,
                                 const QByteArray &value);
    Result<QByteArray> replace(const Path &path, const QByteArray &value);
    Result<QByteArray> remove(const Path &path);

private:
    Editor(const QByteArray &text, JsonNode root)
        : m_text(text)
        , m_lines(text)
        , m_root(std::move(root))
    {
    }

    tl::unexpected<Error> refuse(qsizetype position, const char *why) const
    {
        return failure(ErrorCode::InvalidInput, Message::at(m_lines.place(position), why));
    }

    Result<JsonNode *> find(const Path &path);
    Result<JsonNode *> step(JsonNode &parent, const Step &step) const;

    QByteArray gapBefore(const JsonNode &collection, std::size_t index) const;
    QByteArray separatorIn(const JsonNode &collection) const;
    QByteArray colonIn(const JsonNode &object) const;
    QByteArray indentStep() const;
    QByteArray added(const JsonNode &collection, Side side, const QByteArray &newText) const;
    QByteArray removed(const JsonNode &collection, std::size_t index) const;
    Result<QByteArray> insert(JsonNode &collection, Side side, const QByteArray &newText,
                              JsonChild child);
    Result<QByteArray> checked(QByteArray result) const;

    const QByteArray &m_text;
    const TextLines m_lines;
    JsonNode m_root; ///< at first as it is, then as it is to be
};

Result<JsonNode *> Editor::find(const Path &path)
{
    Result<JsonNode *> found = &m_root;
    for (const Step &one : path) {
        found = step(**found, one);
        if (!found)
            return found;
    }
    return found;
}

Result<JsonNode *> Editor::step(JsonNode &parent, const Step &step) const
{
    qsizetype index = -1;
    if (const auto *key = std::get_if<std::string>(&step))
        index = parent.indexOf(*key);
    else if (parent.kind == Kind::Array && std::get<std::size_t>(step) < parent.children.size())
        index = static_cast<qsizetype>(std::get<std::size_t>(step));
    if (index < 0)
        return failure(
            ErrorCode::NotFound,
            Message::at(m_lines.place(parent.begin),
                        QT_TRANSLATE_NOOP("engine", "what is to be edited is not there")));
    return &parent.children[static_cast<std::size_t>(index)].value;
}

/// What stands between a child and the comma or bracket before it.
QByteArray Editor::gapBefore(const JsonNode &collection, std::size_t index) const
{
    const qsizetype before =
        index == 0 ? collection.begin : m_text.indexOf(',', collection.children[index - 1].end());
    return m_text.mid(before + 1, collection.children[index].begin - before - 1);
}

/// What stands between two children: a line end and an indentation, or blanks.
QByteArray Editor::separatorIn(const JsonNode &collection) const
{
    QByteArray gap = gapBefore(collection, 0);
    if (!gap.contains('\n') && collection.children.size() > 1)
        gap = gapBefore(collection, 1);
    else if (!gap.contains('\n'))
        return colonIn(m_root) == ":" ? QByteArray() : QByteArray(" ");
    const qsizetype lineEnd = gap.lastIndexOf('\n');
    if (lineEnd < 0)
        return gap;
    return gap.mid(lineEnd > 0 && gap[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd);
}

/// The colon with the blanks around it, as members have it.
QByteArray Editor::colonIn(const JsonNode &object) const
{
    for (const JsonNode *one : {&object, &m_root}) {
        if (one->children.empty())
            continue;
        const JsonChild &first = one->children.front();
        QByteArray colon = m_text.mid(first.key.end, first.value.begin - first.key.end);
        if (!colon.contains('\n'))
            return colon;
    }
    return ": ";
}

QByteArray Editor::indentStep() const
{
    const auto &children = m_root.children;
    if (children.empty() || !m_lines.isFirstInLine(children.front().begin))
        return "  ";
    const qsizetype line = m_lines.lineBegin(children.front().begin);
    return m_text.mid(line, children.front().begin - line);
}

QByteArray Editor::added(const JsonNode &collection, Side side, const QByteArray &newText) const
{
    const auto &children = collection.children;
    if (children.empty()) {
        const qsizetype inside = collection.begin + 1;
        if (!m_text.mid(inside, collection.end - inside).contains('\n'))
            return m_lines.spliced(inside, inside, newText);
        const qsizetype line = m_lines.lineBegin(inside);
        const QByteArray indent = m_text.mid(line, m_lines.firstInLine(line) - line);
        return m_lines.spliced(inside, inside,
                               m_lines.lineBreak() + indent + indentStep() + newText);
    }
    const QByteArray separator = separatorIn(collection);
    if (side == Side::First)
        return m_lines.spliced(children.front().begin, children.front().begin,
                               newText + ',' + separator);
    return m_lines.spliced(children.back().end(), children.back().end(), ',' + separator + newText);
}

QByteArray Editor::removed(const JsonNode &collection, std::size_t index) const
{
    const auto &children = collection.children;
    if (index > 0)
        return m_lines.spliced(children[index - 1].end(), children[index].end(), {});
    if (children.size() > 1)
        return m_lines.spliced(children[0].begin, children[1].begin, {});
    return m_lines.spliced(collection.begin + 1, children[0].end(), {});
}

/// The text, if it says what the document is to say.
Result<QByteArray> Editor::checked(QByteArray result) const
{
    const auto after = parseJson(result);
    if (!after)
        return tl::unexpected(after.error());
    if (!isSameValue(*after, m_root))
        return refuse(0, QT_TRANSLATE_NOOP("engine", "this text cannot be edited safely"));
    return result;
}

Result<QByteArray> Editor::insert(JsonNode &collection, Side side, const QByteArray &newText,
                                  JsonChild child)
{
    const QByteArray result = added(collection, side, newText);
    const auto position =
        side == Side::First ? collection.children.begin() : collection.children.end();
    collection.children.insert(position, std::move(child));
    return checked(result);
}

Result<QByteArray> Editor::insertItem(const Path &path, Side side, const QByteArray &value)
{
    const auto found = find(path);
    if (!found)
        return tl::unexpected(found.error());
    if ((*found)->kind != Kind::Array)
        return refuse((*found)->begin, QT_TRANSLATE_NOOP("engine", "expected an array: [ ]"));
    return parseJson(value).and_then(
        [&](const JsonNode &node) { return insert(**found, side, value, {.value = node}); });
}

Result<QByteArray> Editor::insertKey(const Path &path, Side side, std::string_view key,
                                     const QByteArray &value)
{
    const auto found = find(path);
    if (!found)
        return tl::unexpected(found.error());
    JsonNode &object = **found;
    if (object.kind != Kind::Object)
        return refuse(object.begin, QT_TRANSLATE_NOOP("engine", "expected an object: { }"));
    if (object.find(key))
        return refuse(object.begin,
                      QT_TRANSLATE_NOOP("engine", "the key that is to be added is there already"));
    JsonChild child;
    child.key.kind = Kind::Text;
    child.key.text = key;
    const QByteArray newText = quoted(key) + colonIn(object) + value;
    return parseJson(value).and_then([&](const JsonNode &node) {
        child.value = node;
        return insert(object, side, newText, child);
    });
}

Result<QByteArray> Editor::replace(const Path &path, const QByteArray &value)
{
    const auto found = find(path);
    if (!found)
        return tl::unexpected(found.error());
    if (path.empty())
        return refuse(m_root.begin,
                      QT_TRANSLATE_NOOP("engine", "the whole document cannot be replaced"));
    return parseJson(value).and_then([&](const JsonNode &node) {
        const QByteArray result = m_lines.spliced((*found)->begin, (*found)->end, value);
        **found = node;
        return checked(result);
    });
}

Result<QByteArray> Editor::remove(const Path &path)
{
    const auto found = find(path);
    if (!found)
        return tl::unexpected(found.error());
    if (path.empty())
        return refuse(m_root.begin,
                      QT_TRANSLATE_NOOP("engine", "the whole document cannot be removed"));
    JsonNode &parent = **find(Path(path.begin(), path.end() - 1));
    std::size_t index = 0;
    while (&parent.children[index].value != *found)
        ++index;
    const QByteArray result = removed(parent, index);
    parent.children.erase(parent.children.begin() + static_cast<std::ptrdiff_t>(index));
    return checked(result);
}

} // namespace

QByteArray quoted(std::string_view text)
{
    const QJsonArray one{QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))};
    const QByteArray inBrackets = QJsonDocument(one).toJson(QJsonDocument::Compact);
    return inBrackets.mid(1, inBrackets.size() - 2);
}

Result<QByteArray> insertItem(const QByteArray &text, const Path &path, Side side,
                              const QByteArray &value)
{
    return Editor::open(text).and_then(
        [&](Editor editor) { return editor.insertItem(path, side, value); });
}

Result<QByteArray> insertKey(const QByteArray &text, const Path &path, Side side,
                             std::string_view key, const QByteArray &value)
{
    return Editor::open(text).and_then(
        [&](Editor editor) { return editor.insertKey(path, side, key, value); });
}

Result<QByteArray> replaceValue(const QByteArray &text, const Path &path, const QByteArray &value)
{
    return Editor::open(text).and_then([&](Editor editor) { return editor.replace(path, value); });
}

Result<QByteArray> removeChild(const QByteArray &text, const Path &path)
{
    return Editor::open(text).and_then([&](Editor editor) { return editor.remove(path); });
}

} // namespace lanyard::textedit::json
