// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/fieldreader.h"

#include "core/printabletext.h"
#include "setup/filechange.h"
#include "setup/messagejson.h"

#include <QJsonDocument>
#include <QJsonParseError>

#include <cmath>
#include <utility>

namespace lanyard::setup {

FieldReader::FieldReader(QJsonObject object, Message where)
    : m_left(std::move(object))
    , m_where(std::move(where))
{
}

QJsonValue FieldReader::take(const QString &name)
{
    if (!m_left.contains(name))
        refuse(name, QT_TRANSLATE_NOOP("engine", "`%1` is missing"));
    return m_left.take(name);
}

QString FieldReader::text(const QString &name, qsizetype lengthMax)
{
    const QJsonValue value = take(name);
    if (value.isString() && isPlain(value.toString(), lengthMax))
        return value.toString();
    refuse(name, QT_TRANSLATE_NOOP("engine", "`%1` is no plain text, or too long"));
    return {};
}

QString FieldReader::word(const QString &name, const QStringList &words)
{
    const QString text = take(name).toString();
    if (words.contains(text))
        return text;
    refuse(name, QT_TRANSLATE_NOOP("engine", "`%1` is none of the words that it may be"));
    return {};
}

QByteArray FieldReader::sha256(const QString &name)
{
    const QByteArray text = take(name).toString().toLatin1();
    if (isSha256(text))
        return text;
    refuse(name, QT_TRANSLATE_NOOP("engine", "`%1` is no SHA-256 in hexadecimal digits"));
    return {};
}

std::optional<QByteArray> FieldReader::optionalSha256(const QString &name)
{
    if (!m_left.value(name).isNull())
        return sha256(name);
    take(name);
    return std::nullopt;
}

std::int64_t FieldReader::number(const QString &name, std::int64_t max)
{
    const double value = take(name).toDouble(-1);
    if (value >= 0 && value <= static_cast<double>(max) && std::floor(value) == value)
        return static_cast<std::int64_t>(value);
    refuse(name, QT_TRANSLATE_NOOP("engine", "`%1` is no whole number, or too large"));
    return 0;
}

QJsonArray FieldReader::array(const QString &name, qsizetype sizeMax)
{
    const QJsonValue value = take(name);
    if (value.isArray() && value.toArray().size() <= sizeMax)
        return value.toArray();
    refuse(name, QT_TRANSLATE_NOOP("engine", "`%1` is no list, or too long"));
    return {};
}

QStringList FieldReader::texts(const QString &name, qsizetype sizeMax, qsizetype lengthMax)
{
    QStringList texts;
    for (const QJsonValue value : array(name, sizeMax)) {
        if (!value.isString() || !isPlain(value.toString(), lengthMax))
            refuse(name,
                   QT_TRANSLATE_NOOP("engine", "`%1` has what is no plain text, or too long"));
        texts.append(value.toString());
    }
    return texts;
}

Message FieldReader::message(const QString &name)
{
    const auto message = messageFrom(take(name));
    if (!message)
        refuse(name, QT_TRANSLATE_NOOP("engine", "`%1` is no message, or too long"));
    return message.value_or(Message());
}

QList<Message> FieldReader::messages(const QString &name, qsizetype sizeMax)
{
    QList<Message> messages;
    for (const QJsonValue value : array(name, sizeMax))
        messages.append(messageFrom(value).value_or(
            QT_TRANSLATE_NOOP("engine", "A note that came cannot be shown.")));
    return messages;
}

QList<QJsonObject> FieldReader::objects(const QString &name, qsizetype sizeMax)
{
    QList<QJsonObject> objects;
    for (const QJsonValue value : array(name, sizeMax)) {
        if (!value.isObject())
            refuse(name, QT_TRANSLATE_NOOP("engine", "`%1` has what is no object"));
        objects.append(value.toObject());
    }
    return objects;
}

QJsonObject FieldReader::object(const QString &name)
{
    const QJsonValue value = take(name);
    if (!value.isObject())
        refuse(name, QT_TRANSLATE_NOOP("engine", "`%1` is no object"));
    return value.toObject();
}

void FieldReader::refuse(const QString &name, const char *sentence)
{
    if (m_complaint.isEmpty())
        m_complaint = {sentence, {name}};
}

Result<void> FieldReader::finish() const
{
    if (!m_complaint.isEmpty())
        return failure(ErrorCode::InvalidInput, Message::at(m_where, m_complaint));
    if (!m_left.isEmpty())
        return failure(ErrorCode::InvalidInput,
                       Message::at(m_where, {QT_TRANSLATE_NOOP("engine", "`%1` is not known"),
                                             {printable(m_left.keys().first()).left(64)}}));
    return {};
}

bool isPlain(const QString &text, qsizetype lengthMax)
{
    return text.size() <= lengthMax && text == printable(text);
}

Result<QJsonObject> objectOf(const QByteArray &bytes, const Message &what)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (!document.isObject())
        //: %1 is "the request" or "this" (a file).
        return failure(ErrorCode::InvalidInput,
                       {QT_TRANSLATE_NOOP("engine", "%1 is no JSON object, see byte %2"),
                        {what, std::to_string(error.offset)}});
    return document.object();
}

} // namespace lanyard::setup
