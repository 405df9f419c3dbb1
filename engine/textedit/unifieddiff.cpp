// SPDX-License-Identifier: GPL-3.0-or-later
#include "textedit/unifieddiff.h"

#include "core/printabletext.h"
#include "textedit/linechanges.h"
#include "textedit/yamlvalue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QList>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

namespace lanyard::textedit {

namespace {

constexpr qsizetype contextLines = 3;
constexpr const char *stars = "********";

using Lines = std::vector<QByteArrayView>;

QByteArray line(char mark, QByteArrayView text)
{
    QByteArray result(1, mark);
    result.append(text);
    return text.endsWith('\n') ? result : result + "\n\\ No newline at end of file\n";
}

/// As diff(1) writes it: a range without lines stands behind the line before it.
QByteArray range(qsizetype begin, qsizetype end)
{
    const qsizetype count = end - begin;
    const QByteArray first = QByteArray::number(count == 0 ? begin : begin + 1);
    return count == 1 ? first : first + ',' + QByteArray::number(count);
}

/// The changes from `first` to before `last`, with what is around and between them.
QByteArray hunk(const Lines &before, const Lines &after, const LineChange *first,
                const LineChange *last)
{
    const LineChange &end = last[-1];
    const qsizetype lead = std::min(first->beforeBegin, contextLines);
    const qsizetype trail =
        std::min(static_cast<qsizetype>(before.size()) - end.beforeEnd, contextLines);
    const auto at = [](const Lines &lines, qsizetype i) {
        return lines[static_cast<std::size_t>(i)];
    };
    QByteArray text = "@@ -" + range(first->beforeBegin - lead, end.beforeEnd + trail) + " +" +
                      range(first->afterBegin - lead, end.afterEnd + trail) + " @@\n";
    qsizetype shown = first->beforeBegin - lead;
    for (const LineChange *change = first; change != last; ++change) {
        for (; shown < change->beforeBegin; ++shown)
            text += line(' ', at(before, shown));
        for (; shown < change->beforeEnd; ++shown)
            text += line('-', at(before, shown));
        for (qsizetype i = change->afterBegin; i < change->afterEnd; ++i)
            text += line('+', at(after, i));
    }
    for (; shown < end.beforeEnd + trail; ++shown)
        text += line(' ', at(before, shown));
    return text;
}

/// patch(1) takes a name with blanks up to a tab.
QByteArray label(const QString &path, const std::optional<QByteArray> &text)
{
    if (!text)
        return "/dev/null\n";
    const QByteArray name = printable(path).toUtf8();
    return name + (name.contains(' ') ? "\t\n" : "\n");
}

/// The spellings of a text in JSON, TOML and YAML, without their quotes; the longest first, so that
/// none is found by a part of it.
QList<QByteArray> spellings(const QString &user, const QString &password)
{
    const QByteArray plain = password.toUtf8();
    const QByteArray json =
        QJsonDocument(QJsonArray{password}).toJson(QJsonDocument::Compact).chopped(2).sliced(2);
    const QByteArray yaml = doubleQuoted(plain.toStdString()).chopped(1).sliced(1);
    QList<QByteArray> all{plain,
                          json,
                          yaml,
                          QByteArray(plain).replace('\'', "''"),
                          QByteArray(plain).replace('\\', "\\\\").replace('"', "\\\""),
                          (user + QLatin1Char(':') + password).toUtf8().toBase64()};
    std::sort(all.begin(), all.end(),
              [](const QByteArray &a, const QByteArray &b) { return a.size() > b.size(); });
    return all;
}

/// What stands behind "Basic (hosts.toml), auth, password and tokens (registries.yaml), in quotes
/// or not.
QByteArray withoutForeignSecrets(const QByteArray &content)
{
    static const std::array places{
        QRegularExpression(QStringLiteral("[\"'](?:Basic|Bearer)\\s+([A-Za-z0-9+/=._~-]+)"),
                           QRegularExpression::CaseInsensitiveOption),
        QRegularExpression(
            QStringLiteral("\\b(?:password|auth|identity_?token|registrytoken)[\"']?\\s*[:=]\\s*"
                           "(\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|[^\\s\"'{\\[#,}][^\\s,}]*)"),
            QRegularExpression::CaseInsensitiveOption)};
    // Byte for byte, as the text need not be UTF-8.
    QString text = QString::fromLatin1(content);
    for (const QRegularExpression &place : places) {
        qsizetype from = 0;
        for (auto found = place.match(text); found.hasMatch(); found = place.match(text, from)) {
            text.replace(found.capturedStart(1), found.capturedLength(1),
                         QString::fromLatin1(stars));
            from = found.capturedStart(1) + 1;
        }
    }
    return text.toLatin1();
}

/// Each line of content, which has a mark before it, as `change` makes it.
template <typename Change>
QByteArray withEachLine(const QByteArray &diff, Change change)
{
    constexpr std::size_t headLines = 2;
    const Lines lines = linesOf(diff);
    QByteArray result;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const QByteArray text = lines[i].toByteArray();
        const bool isContent = i >= headLines && !text.startsWith('@') && !text.startsWith('\\');
        result += isContent ? text.left(1) + change(text.mid(1)) : text;
    }
    return result;
}

} // namespace

QByteArray unifiedDiff(const QString &path, const std::optional<QByteArray> &before,
                       const std::optional<QByteArray> &after)
{
    const QByteArray beforeText = before.value_or(QByteArray());
    const QByteArray afterText = after.value_or(QByteArray());
    const Lines beforeLines = linesOf(beforeText);
    const Lines afterLines = linesOf(afterText);
    const std::vector<LineChange> changes = lineChanges(beforeLines, afterLines);
    if (changes.empty())
        return {};
    QByteArray diff = "--- " + label(path, before) + "+++ " + label(path, after);
    const LineChange *const end = changes.data() + changes.size();
    for (const LineChange *first = changes.data(); first != end;) {
        const LineChange *last = first + 1;
        while (last != end && last->beforeBegin - last[-1].beforeEnd <= 2 * contextLines)
            ++last;
        diff += hunk(beforeLines, afterLines, first, last);
        first = last;
    }
    return diff;
}

QByteArray readableDiff(const QByteArray &diff)
{
    bool isCrLfOnly = true;
    withEachLine(diff, [&isCrLfOnly](const QByteArray &content) {
        isCrLfOnly = isCrLfOnly && (content.endsWith("\r\n") || !content.endsWith('\n'));
        return QByteArray();
    });
    return withEachLine(diff, [isCrLfOnly](const QByteArray &content) {
        const bool isCrLf = content.endsWith("\r\n");
        const QByteArray text = isCrLf                   ? content.chopped(2)
                                : content.endsWith('\n') ? content.chopped(1)
                                                         : content;
        QStringList parts = QString::fromUtf8(text).split(QLatin1Char('\t'));
        std::transform(parts.begin(), parts.end(), parts.begin(), printable);
        const QByteArray shown = parts.join(QLatin1Char('\t')).toUtf8();
        return shown + (isCrLf && !isCrLfOnly ? "␍" : "") + (text == content ? "" : "\n");
    });
}

QByteArray withoutSecrets(const QByteArray &diff, const QString &user, const QString &password)
{
    const QList<QByteArray> secrets =
        password.isEmpty() ? QList<QByteArray>() : spellings(user, password);
    return withEachLine(diff, [&secrets](const QByteArray &content) {
        QByteArray text = withoutForeignSecrets(content);
        for (const QByteArray &secret : secrets)
            text.replace(secret, stars);
        return text;
    });
}

} // namespace lanyard::textedit
