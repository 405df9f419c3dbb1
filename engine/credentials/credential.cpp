// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/credential.h"

#include "core/asciitext.h"
#include "core/limits.h"

#include <QStringDecoder>

#include <algorithm>
#include <string_view>

namespace lanyard::credentials {

namespace {

tl::unexpected<Error> invalid(const char *reason)
{
    return failure(ErrorCode::InvalidInput, reason);
}

bool isUtf8(const std::string &text)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(QByteArrayView(text.data(), std::ssize(text)));
    return !decoder.hasError() && decoded.toStdString() == text;
}

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

std::string encodedPair(const Credential &credential)
{
    const std::string pair = credential.username + ':' + credential.password.reveal();
    return QByteArray::fromStdString(pair).toBase64().toStdString();
}

void hide(std::string &text, const std::string &secret)
{
    static constexpr std::string_view stars = "***";
    if (secret.empty())
        return;
    for (std::size_t at = text.find(secret); at != std::string::npos;
         at = text.find(secret, at + stars.size()))
        text.replace(at, secret.size(), stars);
}

bool isHelperCharacter(char c)
{
    const char lower = toLower(c);
    return (lower >= 'a' && lower <= 'z') || isDigit(c) || c == '-' || c == '_' || c == '.';
}

} // namespace

Result<void> checkCredential(const Credential &credential)
{
    const std::string &user = credential.username;
    const std::string &password = credential.password.reveal();
    if (user.empty() && !credential.isIdentityToken)
        return invalid(QT_TRANSLATE_NOOP("engine", "the user name is empty"));
    if (user.find(':') != std::string::npos || std::any_of(user.begin(), user.end(), isControl))
        return invalid(
            QT_TRANSLATE_NOOP("engine", "the user name has a colon or a control character"));
    if (password.empty())
        return invalid(QT_TRANSLATE_NOOP("engine", "the password is empty"));
    if (user.size() > limits::secretBytesMax || password.size() > limits::secretBytesMax)
        return invalid(QT_TRANSLATE_NOOP("engine", "the user name or the password is too long"));
    // A password may have line breaks: Google's are whole JSON documents.
    if (!isUtf8(user) || !isUtf8(password) || password.find('\0') != std::string::npos)
        return invalid(QT_TRANSLATE_NOOP("engine", "the user name or the password is not text"));
    return {};
}

std::string basicField(const Credential &credential)
{
    return "Basic " + encodedPair(credential);
}

std::string withoutSecrets(std::string text, const Credential &credential)
{
    hide(text, encodedPair(credential));
    hide(text, credential.password.reveal());
    hide(text,
         QByteArray::fromStdString(credential.password.reveal()).toPercentEncoding().toStdString());
    return text;
}

Result<void> checkHelperName(const std::string &name)
{
    if (name.empty() || name.size() > limits::helperNameBytesMax ||
        !std::all_of(name.begin(), name.end(), isHelperCharacter))
        return invalid(QT_TRANSLATE_NOOP(
            "engine", "the name of a credential helper has only letters, digits, - _ and ."));
    return {};
}

} // namespace lanyard::credentials
