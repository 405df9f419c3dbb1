// SPDX-License-Identifier: GPL-3.0-or-later
#include "localca/cafolder.h"

#include "core/fileio.h"
#include "core/limits.h"
#include "core/privatefile.h"

#include <QFile>
#include <QTemporaryDir>

#include <openssl/err.h>
#include <openssl/x509v3.h>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace lanyard::localca {

namespace {

/// What can be done about an authority that cannot be used.
std::string remedy()
{
    return std::string("; put back what was there, or ") + anotherAuthority;
}

std::string nativePath(const QString &path)
{
    return QFile::encodeName(path).toStdString();
}

tl::unexpected<Error> systemFailure(const QString &path, const char *what)
{
    const bool isFull = errno == ENOSPC || errno == EDQUOT;
    return failure(isFull ? ErrorCode::NoRoom : ErrorCode::Io,
                   path.toStdString() + ": " + what + ": " +
                       std::generic_category().message(errno));
}

bool belongTogether(const Identity &identity)
{
    const bool belong = X509_check_private_key(identity.certificate.get(), identity.key.get()) == 1;
    ERR_clear_error();
    return belong;
}

Result<Identity> readIdentity(const QString &certificate, const QString &key)
{
    auto certificates = tls::readCertificates(certificate);
    if (!certificates)
        return tl::unexpected(certificates.error());
    auto itsKey = tls::readKey(key);
    if (!itsKey)
        return tl::unexpected(itsKey.error());
    Identity identity{.certificate = std::move(certificates->front()), .key = std::move(*itsKey)};
    if (!belongTogether(identity))
        return failure(ErrorCode::InvalidInput, key.toStdString() +
                                                    ": this is not the key of the certificate in " +
                                                    certificate.toStdString());
    return identity;
}

Result<void> write(const QString &path, const QByteArray &bytes)
{
    return PrivateFile(nativePath(path), limits::pemBytesMax).replace(bytes);
}

} // namespace

CaFolder::CaFolder(const QString &data)
    : m_data(data)
    , m_path(data + QStringLiteral("/ca"))
{
}

QString CaFolder::in(const char *name) const
{
    return m_path + u'/' + QLatin1String(name);
}

Result<std::optional<Identity>> CaFolder::authority() const
{
    // Not as if there were none: somebody else may have made it, such as root.
    constexpr int enter = R_OK | X_OK;
    if (::faccessat(AT_FDCWD, nativePath(m_path).c_str(), enter, AT_EACCESS) != 0 &&
        errno != ENOENT) {
        auto error = systemFailure(m_path, "cannot be read");
        error.value().message += "; it has to belong to the user who runs Lanyard";
        return error;
    }
    const QString certificate = authorityFile();
    const QString key = in("ca.key");
    if (!QFile::exists(certificate) && !QFile::exists(key))
        return std::nullopt;
    const auto unusable = [](Error error) {
        error.code = error.code == ErrorCode::NotFound ? ErrorCode::InvalidInput : error.code;
        error.message += remedy();
        return error;
    };
    Result<Identity> identity = readIdentity(certificate, key).map_error(unusable);
    if (!identity)
        return tl::unexpected(identity.error());
    if (X509_check_ca(identity->certificate.get()) == 0)
        return failure(ErrorCode::InvalidInput, certificate.toStdString() +
                                                    ": this is no certificate of an authority" +
                                                    remedy());
    return std::move(*identity);
}

QString CaFolder::complaint() const
{
    const QString key = in("ca.key");
    struct stat status = {};
    constexpr mode_t others = S_IRWXG | S_IRWXO;
    if (::stat(nativePath(key).c_str(), &status) != 0 || (status.st_mode & others) == 0)
        return {};
    return key +
           QStringLiteral(": other users of this computer may use the key, and pose as any "
                          "server to those that trust the local CA: chmod 600 ") +
           key;
}

Result<void> CaFolder::placeAuthority(const Identity &authority, bool isReplacing) const
{
    // Only this user may look into either.
    const QString pattern = m_path + QStringLiteral(".XXXXXX");
    QTemporaryDir fresh(pattern);
    QTemporaryDir former(pattern);
    if (!fresh.isValid() || !former.isValid())
        return failure(ErrorCode::Io, m_path.toStdString() +
                                          ": cannot be made: " + fresh.errorString().toStdString());
    const QString certificate = fresh.filePath(QStringLiteral("ca.crt"));
    const auto written =
        write(fresh.filePath(QStringLiteral("ca.key")), pemOf(authority.key.get())).and_then([&] {
            return write(certificate, pemOf(authority.certificate.get()));
        });
    if (!written)
        return written;
    // Who copies it to a client copies its mode, too.
    constexpr mode_t readable = S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH;
    if (::chmod(nativePath(certificate).c_str(), readable) != 0)
        return systemFailure(certificate, "cannot be made readable");

    const std::string place = nativePath(m_path);
    const bool isAside =
        isReplacing && std::rename(place.c_str(), nativePath(former.path()).c_str()) == 0;
    if (std::rename(nativePath(fresh.path()).c_str(), place.c_str()) != 0) {
        if (errno == ENOTEMPTY || errno == EEXIST)
            return failure(ErrorCode::InUse, place + ": there is something already" + remedy());
        const auto error = systemFailure(m_path, "cannot be put in its place");
        former.setAutoRemove(!isAside);
        if (isAside)
            std::rename(nativePath(former.path()).c_str(), place.c_str());
        return error;
    }
    fresh.setAutoRemove(false);
    if (!syncFolder(nativePath(m_data).c_str()))
        return systemFailure(m_path, "cannot be made durable");
    return {};
}

std::optional<Identity> CaFolder::server() const
{
    const auto files = serverFiles();
    Result<Identity> identity = readIdentity(files.certificate, files.key);
    return identity ? std::optional(std::move(*identity)) : std::nullopt;
}

Result<void> CaFolder::writeServer(const Identity &server) const
{
    const auto files = serverFiles();
    return write(files.key, pemOf(server.key.get())).and_then([&] {
        return write(files.certificate, pemOf(server.certificate.get()));
    });
}

} // namespace lanyard::localca
