// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/messagejson.h"

#include "core/printabletext.h"
#include "setup/setuplimits.h"

#include <QJsonArray>
#include <QJsonObject>

#include <utility>

namespace lanyard::setup {

namespace {

const QString sentenceName = QStringLiteral("sentence");
const QString valuesName = QStringLiteral("values");

std::optional<Message> read(const QJsonValue &json, int depth)
{
    const QJsonObject object = json.toObject();
    const QJsonValue sentence = json.isObject() ? object.value(sentenceName) : json;
    const QJsonArray array = object.value(valuesName).toArray();
    const QString text = sentence.toString();
    const bool isWhole =
        !json.isObject() || (object.size() == 2 && object.value(valuesName).isArray());
    if (!isWhole || depth > limits::messageDepthMax || array.size() > limits::messageValuesMax ||
        !sentence.isString() || text.size() > limits::messageLengthMax || text != printable(text))
        return std::nullopt;
    std::vector<Message> values;
    for (const QJsonValue one : array) {
        auto value = read(one, depth + 1);
        if (!value)
            return std::nullopt;
        values.push_back(*std::move(value));
    }
    return Message(text.toUtf8().constData(), std::move(values));
}

} // namespace

QJsonValue jsonOf(const Message &message)
{
    // What a path or a program says is no reason to lose the rest.
    const QString sentence =
        printable(QString::fromStdString(message.sentence()).left(limits::messageLengthMax));
    if (message.values().empty())
        return sentence;
    QJsonArray values;
    for (const Message &value : message.values())
        values.append(jsonOf(value));
    return QJsonObject{{sentenceName, sentence}, {valuesName, values}};
}

std::optional<Message> messageFrom(const QJsonValue &json)
{
    return read(json, 0);
}

} // namespace lanyard::setup
