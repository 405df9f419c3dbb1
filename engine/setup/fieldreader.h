// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"
#include "core/result.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace lanyard::setup {

/// Reads the fields of a JSON object, and takes nothing over that is not expected: another kind of
/// value, one that is too long or has a character that does something, a field that nobody asked
/// for. The first of these is the result; what is read until then is empty. A value.
class FieldReader
{
public:
    /// `where` is what it is, for errors: "the request".
    FieldReader(QJsonObject object, Message where);

    QString text(const QString &name, qsizetype lengthMax);
    /// One of these words; empty otherwise.
    QString word(const QString &name, const QStringList &words);
    QByteArray sha256(const QString &name);
    /// null stands for none.
    std::optional<QByteArray> optionalSha256(const QString &name);
    std::int64_t number(const QString &name, std::int64_t max);
    QStringList texts(const QString &name, qsizetype sizeMax, qsizetype lengthMax);
    Message message(const QString &name);
    /// What is no message is one that says so: what was done counts all the same.
    QList<Message> messages(const QString &name, qsizetype sizeMax);
    /// Of objects only.
    QList<QJsonObject> objects(const QString &name, qsizetype sizeMax);
    QJsonObject object(const QString &name);

    /// The place in the sentence is for the name.
    void refuse(const QString &name, const char *sentence);
    /// InvalidInput, or that all is well. Last.
    Result<void> finish() const;

private:
    QJsonValue take(const QString &name);
    QJsonArray array(const QString &name, qsizetype sizeMax);

    QJsonObject m_left;
    Message m_where;
    Message m_complaint;
};

/// Whether it is no longer, and has no character that does something.
bool isPlain(const QString &text, qsizetype lengthMax);

/// The object that is all of `bytes`. InvalidInput.
Result<QJsonObject> objectOf(const QByteArray &bytes, const Message &what);

} // namespace lanyard::setup
