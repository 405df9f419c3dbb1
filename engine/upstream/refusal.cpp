// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/refusal.h"

#include "core/limits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace lanyard::upstream {

namespace {

QString wordsOf(const QJsonObject &object)
{
    static constexpr std::array keys{"error_description", "details", "detail", "message", "error"};
    for (const char *key : keys) {
        const QString words = object.value(QLatin1String(key)).toString();
        if (!words.isEmpty())
            return words;
    }
    return {};
}

/// Text of a program that has no JSON to say; a page for a browser says nothing.
QString plainWords(const QByteArray &body)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(body);
    return decoder.hasError() || text.startsWith(u'<') ? QString() : text;
}

} // namespace

std::string refusalWords(const QByteArray &body,
                         const std::optional<credentials::Credential> &shown)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    QString words;
    if (document.isNull()) {
        words = plainWords(body.trimmed());
    } else {
        const QJsonArray errors = document.object().value(QLatin1String("errors")).toArray();
        words = wordsOf(errors.isEmpty() ? document.object() : errors.first().toObject());
    }
    // Before it is cut: a part of a secret is one, too.
    if (shown)
        words = QString::fromStdString(withoutSecrets(words.toStdString(), *shown));
    std::replace_if(
        words.begin(), words.end(), [](QChar c) { return !c.isPrint(); }, u' ');
    return words.simplified().left(limits::refusalWordsMax).toStdString();
}

bool isCredentialRefusal(int status, const credentials::Credential &credential)
{
    return status == 401 || (status == 400 && credential.isIdentityToken);
}

Message refusalOf(const Message &name, const credentials::Credential &credential,
                  const std::string &words)
{
    //: %1: a registry, or its token service; %2: the name of a user
    Message refusal{QT_TRANSLATE_NOOP("engine", "%1 refuses the credential of %2"),
                    {name, credential.username}};
    if (credential.username.empty())
        //: %1: a registry, or its token service
        refusal = {QT_TRANSLATE_NOOP("engine", "%1 refuses the identity token"), {name}};
    return words.empty() ? refusal : Message::at(refusal, words);
}

} // namespace lanyard::upstream
