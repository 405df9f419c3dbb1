// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/messagejson.h"

#include "core/printabletext.h"
#include "setup/fieldreader.h"
#include "setup/setuplimits.h"

#include <QJsonArray>
#include <QJsonObject>

#include <utility>

namespace lanyard::setup {

namespace {

const QString sentenceName = QStringLiteral("sentence");
const QString valuesName = QStringLiteral("values");

struct Told
{
    Message message;
    qsizetype size = 0; ///< characters that it comes to
};

/// Where a value stands twice, it counts twice.
qsizetype toldSize(const QString &sentence, const std::vector<qsizetype> &values)
{
    qsizetype size = sentence.size();
    for (qsizetype at = sentence.indexOf(u'%'); at >= 0; at = sentence.indexOf(u'%', at + 1)) {
        const int value = at + 1 < sentence.size() ? sentence[at + 1].digitValue() : 0;
        if (value > 0 && value <= static_cast<int>(values.size()))
            size += values[static_cast<std::size_t>(value - 1)];
    }
    return size;
}

std::optional<Told> read(const QJsonValue &json, int depth)
{
    if (json.isString() && isPlain(json.toString(), limits::messageLengthMax))
        return Told{.message = json.toString(), .size = json.toString().size()};
    const QJsonObject object = json.toObject();
    const QJsonArray array = object.value(valuesName).toArray();
    const QString sentence = object.value(sentenceName).toString();
    if (object.size() != 2 || !object.value(sentenceName).isString() ||
        !object.value(valuesName).isArray() || !isPlain(sentence, limits::messageLengthMax) ||
        depth > limits::messageDepthMax || array.size() > limits::messageValuesMax)
        return std::nullopt;
    std::vector<Message> values;
    std::vector<qsizetype> sizes;
    for (const QJsonValue one : array) {
        auto value = read(one, depth + 1);
        if (!value)
            return std::nullopt;
        values.push_back(std::move(value->message));
        sizes.push_back(value->size);
    }
    const qsizetype size = toldSize(sentence, sizes);
    if (size > limits::messageToldMax)
        return std::nullopt;
    return Told{.message = {sentence.toUtf8().constData(), std::move(values)}, .size = size};
}

/// What a path or a program says is no reason to lose the rest.
QString plain(const std::string &text)
{
    return printable(QString::fromStdString(text).left(limits::messageLengthMax));
}

QJsonValue write(const Message &message, int depth)
{
    const bool isTooDeep = depth == limits::messageDepthMax && !message.values().empty();
    if (message.isWords() || isTooDeep)
        return plain(message.english());
    QJsonArray values;
    for (const Message &value : message.values())
        values.append(write(value, depth + 1));
    return QJsonObject{{sentenceName, plain(message.sentence())}, {valuesName, values}};
}

} // namespace

QJsonValue jsonOf(const Message &message)
{
    return write(message, 0);
}

std::optional<Message> messageFrom(const QJsonValue &json)
{
    const auto told = read(json, 0);
    return told ? std::optional(told->message) : std::nullopt;
}

} // namespace lanyard::setup
