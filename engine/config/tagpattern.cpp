// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/tagpattern.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <string>

namespace lanyard::config {

namespace {

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

bool canMatchTag(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("._-*?").find(c) != std::string_view::npos;
}

} // namespace

Message problemOfTagPattern(std::string_view pattern)
{
    constexpr std::string_view expressionPrefix = "re:";
    if (pattern.starts_with(expressionPrefix)) {
        const QRegularExpression expression(toQString(pattern.substr(expressionPrefix.size())));
        if (expression.isValid())
            return {};
        return {
            QT_TRANSLATE_NOOP("engine", "this regular expression is wrong at its character %1: %2"),
            {std::to_string(expression.patternErrorOffset() + 1), expression.errorString()}};
    }
    if (pattern.empty() || !std::all_of(pattern.begin(), pattern.end(), canMatchTag))
        return QT_TRANSLATE_NOOP(
            "engine", "expected a tag with * and ? as wildcards, or re: and a regular expression");
    return {};
}

} // namespace lanyard::config
