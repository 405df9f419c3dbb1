// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/configuredcredential.h"

#include "core/limits.h"
#include "core/outsidevalue.h"

#include <QFile>

#include <utility>

namespace lanyard::credentials {

namespace {

Result<QByteArray> readFile(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return failure(file.exists() ? ErrorCode::Io : ErrorCode::NotFound,
                       Message::at(path, file.errorString()));
    QByteArray bytes = file.read(limits::passwordFileBytesMax + 1);
    if (bytes.size() > limits::passwordFileBytesMax)
        return failure(
            ErrorCode::InvalidInput,
            Message::at(path, QT_TRANSLATE_NOOP("engine", "it is too long for a password")));
    return bytes;
}

} // namespace

Result<Credential> resolve(const Credentials &configured)
{
    Result<QByteArray> password = QByteArray::fromStdString(configured.password);
    if (!configured.passwordFile.empty())
        password = readFile(configured.passwordFile);
    else if (!configured.passwordEnv.empty())
        password = readVariable(configured.passwordEnv);
    if (!password)
        return tl::unexpected(password.error());
    Credential credential{.username = configured.username,
                          .password = Secret(withoutLineEnds(*std::move(password)).toStdString())};
    if (const auto usable = checkCredential(credential); !usable)
        return failure(
            ErrorCode::InvalidInput,
            Message::at(configured.passwordFile + configured.passwordEnv, usable.error().message));
    return credential;
}

} // namespace lanyard::credentials
