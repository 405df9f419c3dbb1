// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/credential.h"

#include "core/asciitext.h"
#include "core/limits.h"

#include <QStringDecoder>

#include <algorithm>

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
        return invalid("the user name is empty");
    if (user.find(':') != std::string::npos || std::any_of(user.begin(), user.end(), isControl))
        return invalid("the user name has a colon or a control character");
    if (password.empty())
        return invalid("the password is empty");
    if (user.size() > limits::secretBytesMax || password.size() > limits::secretBytesMax)
        return invalid("the user name or the password is too long");
    // A password may have line breaks: Google's are whole JSON documents.
    if (!isUtf8(user) || !isUtf8(password) || password.find('\0') != std::string::npos)
        return invalid("the user name or the password is not text");
    return {};
}

Result<void> checkHelperName(const std::string &name)
{
    if (name.empty() || name.size() > limits::helperNameBytesMax ||
        !std::all_of(name.begin(), name.end(), isHelperCharacter))
        return invalid("the name of a credential helper has only letters, digits, - _ and .");
    return {};
}

} // namespace lanyard::credentials
