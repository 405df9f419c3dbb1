// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/earthlyconfig.h"

#include "recipes/buildkittoml.h"
#include "recipes/earthlydocument.h"
#include "textedit/textlines.h"
#include "textedit/yamledit.h"
#include "textedit/yamlliteral.h"
#include "textedit/yamlsource.h"

#include <string>
#include <utility>

namespace lanyard::recipes {

namespace {

using textedit::SourceNode;
using textedit::YamlPath;
using textedit::YamlValue;

constexpr const char *globalKey = EarthlyDocument::globalKey;
constexpr const char *configKey = EarthlyDocument::configKey;
constexpr const char *argumentsKey = EarthlyDocument::argumentsKey;
constexpr const char *volumeOption = EarthlyDocument::volumeOption;

tl::unexpected<Error> invalid(Message message)
{
    return failure(ErrorCode::InvalidInput, std::move(message));
}

YamlPath pathOf(const char *key)
{
    return {std::string(globalKey), std::string(key)};
}

YamlPath argumentPath(std::size_t index)
{
    YamlPath path = pathOf(argumentsKey);
    path.emplace_back(index);
    return path;
}

QByteArray withoutLineEnds(QByteArray text)
{
    while (text.endsWith('\n'))
        text.chop(1);
    return text;
}

/// Whether there are blanks only, behind a byte order mark or not.
bool isNothing(const QByteArray &text)
{
    return text.mid(textedit::TextLines(text).begin()).trimmed().isEmpty();
}

/// The recipe for what stands in the text.
Recipe insideOf(const Recipe &recipe)
{
    Recipe inside = recipe;
    inside.kind = Recipe::Kind::BuildkitToml;
    if (!inside.authorityFile.isEmpty())
        inside.authorityFile = QString::fromLatin1(EarthlyDocument::authorityInside);
    return inside;
}

/// The lines of an error in the TOML are counted from where that begins.
Error inToml(const EarthlyDocument &document, Error error)
{
    error.message = Message::at(
        document.place(configKey),
        {QT_TRANSLATE_NOOP("engine", "in the text that begins here, %1"), {error.message}});
    return error;
}

/// InvalidInput: no volume can be named with this file. The colon of a drive is none.
Result<void> checkVolume(const QString &file)
{
    constexpr qsizetype driveLength = 2;
    const bool hasDrive = !file.startsWith(QLatin1Char('/'));
    if (file.mid(hasDrive ? driveLength : 0).contains(QLatin1Char(':')))
        return invalid(
            {QT_TRANSLATE_NOOP(
                 "engine",
                 "the path of the certificate has a colon, with which it cannot be given to "
                 "the container of BuildKit: %1"),
             {file}});
    return {};
}

/// Adds an entry with a value on one line to `global`, which is there afterwards.
Result<QByteArray> withEntry(const QByteArray &text, const char *key, const YamlValue &value)
{
    const auto source = textedit::parseSource(text);
    if (!source)
        return tl::unexpected(source.error());
    const textedit::TextLines lines(text);
    const auto isBracketsOnly = [](const SourceNode &node) {
        return node.isFlow && node.children.empty() && !node.hasProperties;
    };
    // Brackets with nothing in them are what a program leaves that has removed the last entry.
    if (isBracketsOnly(*source)) {
        const QByteArray rest = lines.spliced(source->begin, source->end, {});
        return withEntry(isNothing(rest) ? QByteArray() : rest, key, value);
    }
    const qsizetype index = source->indexOf(globalKey);
    if (index < 0)
        return textedit::insertKey(text, {}, globalKey, YamlValue::mapping({{key, value}}));
    const textedit::SourceChild &global = source->children[static_cast<std::size_t>(index)];
    const bool saysNothing =
        isBracketsOnly(global.value) ||
        (global.value.kind == SourceNode::Kind::Null && !global.value.hasProperties);
    if (!saysNothing || source->isFlow || source->hasProperties)
        return textedit::insertKey(text, {std::string(globalKey)}, key, value);
    if (global.value.begin < global.value.end)
        return withEntry(lines.spliced(global.indicator + 1, global.value.end, {}), key, value);
    constexpr qsizetype indentStep = 2;
    const QByteArray line = QByteArray(lines.column(global.begin) + indentStep, ' ') + key + ": " +
                            textedit::inlineText(value);
    return lines.withLine(lines.nextLine(global.indicator), line);
}

Result<QByteArray> withToml(const EarthlyDocument &document, const QByteArray &text,
                            const QByteArray &toml)
{
    const YamlValue placeholder = YamlValue::word("later");
    Result<QByteArray> started = text;
    if (!document.find(configKey))
        started = withEntry(text, configKey, placeholder);
    else if (document.isEmpty(configKey))
        started = textedit::replaceValue(text, pathOf(configKey), placeholder);
    return started.and_then([&](const QByteArray &edited) {
        return textedit::replaceWithLiteral(edited, pathOf(configKey), toml);
    });
}

Result<QByteArray> withoutVolume(const EarthlyDocument &document, const QByteArray &text)
{
    const textedit::YamlNode *arguments = document.find(argumentsKey);
    const std::size_t index = document.volumeIndex();
    if (!arguments || index == arguments->items.size())
        return text;
    const bool hasOption = index > 0 && arguments->items[index - 1].scalar == volumeOption;
    if (document.foreignArguments().empty())
        return textedit::removeEntryLines(text, pathOf(argumentsKey));
    Result<QByteArray> edited = textedit::removeChild(text, argumentPath(index));
    if (edited && hasOption)
        edited = textedit::removeChild(*edited, argumentPath(index - 1));
    return edited;
}

Result<QByteArray> withVolume(const EarthlyDocument &document, const QByteArray &text,
                              const std::string &volume)
{
    const textedit::YamlNode *arguments = document.find(argumentsKey);
    const YamlValue both = YamlValue::texts({volumeOption, volume});
    if (!arguments)
        return withEntry(text, argumentsKey, both);
    if (document.isEmpty(argumentsKey))
        return textedit::replaceValue(text, pathOf(argumentsKey), both);
    if (arguments->kind != textedit::YamlNode::Kind::Sequence)
        return invalid(Message::at(document.place(argumentsKey),
                                   QT_TRANSLATE_NOOP("engine", "expected a list of arguments")));
    const std::size_t index = document.volumeIndex();
    if (index < arguments->items.size())
        return arguments->items[index].scalar == volume
                   ? Result<QByteArray>(text)
                   : textedit::replaceValue(text, argumentPath(index), YamlValue::ofText(volume));
    return textedit::appendItem(text, pathOf(argumentsKey), YamlValue::ofText(volumeOption))
        .and_then([&](const QByteArray &edited) {
            return textedit::appendItem(edited, pathOf(argumentsKey), YamlValue::ofText(volume));
        });
}

/// The edited text, if it comes to this TOML and is else what it was.
Result<QByteArray> verified(const EarthlyDocument &before, const Result<QByteArray> &edited,
                            const QByteArray &toml)
{
    if (!edited)
        return edited;
    const auto after = EarthlyDocument::read(*edited);
    if (!after)
        return invalid(
            {QT_TRANSLATE_NOOP("engine", "after this change the file would be wrong: %1"),
             {after.error().message}});
    const auto written = after->toml();
    if (!written || withoutLineEnds(written->value_or(QByteArray())) != withoutLineEnds(toml) ||
        !before.isSameBesides(*after))
        return invalid(QT_TRANSLATE_NOOP(
            "engine", "this change cannot be written so that the file comes to it exactly"));
    return edited;
}

/// Without an entry `global` that has no value, which is what is left of ours.
Result<QByteArray> withoutBareGlobal(const QByteArray &text)
{
    const auto source = textedit::parseSource(text);
    if (!source)
        return tl::unexpected(source.error());
    const qsizetype index = source->indexOf(globalKey);
    if (index < 0 || source->isFlow)
        return text;
    const textedit::SourceChild &global = source->children[static_cast<std::size_t>(index)];
    const textedit::TextLines lines(text);
    const bool isBare = global.value.kind == SourceNode::Kind::Null &&
                        global.value.begin == global.value.end &&
                        lines.skipSpaces(global.indicator + 1) >= lines.lineEnd(global.indicator);
    return isBare ? textedit::removeEntryLines(text, {std::string(globalKey)}) : text;
}

/// Without the lines of the recipe in the TOML, and without the text when nothing is left in it.
Result<QByteArray> withRestOfToml(const QByteArray &text, const QByteArray &toml,
                                  const std::optional<QByteArray> &rest)
{
    if (!rest)
        return textedit::removeEntryLines(text, pathOf(configKey));
    if (*rest == toml)
        return text;
    return textedit::replaceWithLiteral(text, pathOf(configKey), *rest);
}

} // namespace

Result<QByteArray> withEarthlyConfig(const Recipe &recipe, const std::optional<QByteArray> &text)
{
    const QString &file = recipe.authorityFile;
    const QByteArray before = text.value_or(QByteArray());
    if (const auto isPossible = checkVolume(file); !isPossible)
        return tl::unexpected(isPossible.error());
    const auto document = EarthlyDocument::read(before);
    if (!document)
        return tl::unexpected(document.error());
    const auto old = document->toml();
    if (!old)
        return tl::unexpected(old.error());
    const auto toml = withBuildkitToml(insideOf(recipe), *old).map_error([&](const Error &error) {
        return inToml(*document, error);
    });
    if (!toml)
        return tl::unexpected(toml.error());
    Result<QByteArray> edited = before;
    if (!*old || withoutLineEnds(*toml) != withoutLineEnds(**old))
        edited = withToml(*document, before, *toml);
    // What the document says of the arguments is right still.
    edited = edited.and_then([&](const QByteArray &started) {
        return file.isEmpty()
                   ? withoutVolume(*document, started)
                   : withVolume(*document, started,
                                file.toStdString() + ':' + EarthlyDocument::authorityInside);
    });
    return verified(*document, edited, *toml);
}

Result<std::optional<QByteArray>> withoutEarthlyConfig(const Recipe &recipe, const QByteArray &text)
{
    const auto document = EarthlyDocument::read(text);
    if (!document)
        return tl::unexpected(document.error());
    const auto old = document->toml();
    if (!old)
        return tl::unexpected(old.error());
    Result<QByteArray> edited = withoutVolume(*document, text);
    std::optional<QByteArray> rest;
    if (*old) {
        const auto toml =
            withoutBuildkitToml(insideOf(recipe), **old).map_error([&](const Error &error) {
                return inToml(*document, error);
            });
        if (!toml)
            return tl::unexpected(toml.error());
        rest = *toml;
        edited = edited.and_then(
            [&](const QByteArray &started) { return withRestOfToml(started, **old, rest); });
    }
    if (edited && *edited != text)
        edited = withoutBareGlobal(*edited);
    edited = verified(*document, edited, rest.value_or(QByteArray()));
    if (!edited)
        return tl::unexpected(edited.error());
    if (isNothing(*edited) && *edited != text)
        return std::nullopt;
    return *edited;
}

} // namespace lanyard::recipes
