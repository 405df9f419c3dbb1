// SPDX-License-Identifier: GPL-3.0-or-later
#include "localca/cafolder.h"

#include "core/fileio.h"
#include "core/limits.h"
#include "core/privatefile.h"
#include "localca/exchange.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
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

constexpr const char *makingSuffix = ".making-"; // and six letters, as QTemporaryDir has them
constexpr const char *asideSuffix = ".former";   // and that, for a moment, of what makes room

/// And what can be done about an authority that cannot be used.
Message withRemedy(Message what)
{
    return Message::both(
        std::move(what),
        QT_TRANSLATE_NOOP("engine",
                          "put back what was there, or make another authority with `lanyard ca "
                          "create --force`, which all clients have to trust anew"));
}

std::string nativePath(const QString &path)
{
    return QFile::encodeName(path).toStdString();
}

tl::unexpected<Error> systemFailure(const QString &path, const char *sentence)
{
    const bool isFull = errno == ENOSPC || errno == EDQUOT;
    return failure(isFull ? ErrorCode::NoRoom : ErrorCode::Io,
                   Message::at(path, {sentence, {std::generic_category().message(errno)}}));
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
        return failure(
            ErrorCode::InvalidInput,
            Message::at(
                key, {QT_TRANSLATE_NOOP("engine", "this is not the key of the certificate in %1"),
                      {certificate}}));
    return identity;
}

Result<void> write(const QString &path, const QByteArray &bytes)
{
    return PrivateFile(nativePath(path), limits::pemBytesMax).replace(bytes);
}

/// As stat(2) has it, of what is there and not of what a link leads to; 0: nothing is there.
mode_t kindOf(const std::string &path)
{
    struct stat status = {};
    return ::lstat(path.c_str(), &status) == 0 ? status.st_mode & S_IFMT : 0;
}

/// In two steps, where it cannot be one. False with errno set, and all is as it was.
bool replaceInSteps(const std::string &fresh, const std::string &place)
{
    const std::string aside = fresh + asideSuffix;
    if (std::rename(place.c_str(), aside.c_str()) != 0)
        return false;
    if (std::rename(fresh.c_str(), place.c_str()) != 0) {
        const int reason = errno;
        std::rename(aside.c_str(), place.c_str());
        errno = reason;
        return false;
    }
    std::rename(aside.c_str(), fresh.c_str());
    return true;
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
        auto error = systemFailure(m_path, QT_TRANSLATE_NOOP("engine", "cannot be read: %1"));
        error.value().message = Message::both(
            error.value().message,
            QT_TRANSLATE_NOOP("engine", "it has to belong to the user who runs Lanyard"));
        return error;
    }
    const QString certificate = authorityFile();
    const QString key = in("ca.key");
    if (!QFile::exists(certificate) && !QFile::exists(key))
        return std::nullopt;
    const auto unusable = [](Error error) {
        error.code = error.code == ErrorCode::NotFound ? ErrorCode::InvalidInput : error.code;
        error.message = withRemedy(error.message);
        return error;
    };
    Result<Identity> identity = readIdentity(certificate, key).map_error(unusable);
    if (!identity)
        return tl::unexpected(identity.error());
    if (X509_check_ca(identity->certificate.get()) == 0)
        return failure(ErrorCode::InvalidInput,
                       withRemedy(Message::at(
                           certificate,
                           QT_TRANSLATE_NOOP("engine", "this is no certificate of an authority"))));
    return std::move(*identity);
}

Message CaFolder::complaint() const
{
    const QString key = in("ca.key");
    struct stat status = {};
    constexpr mode_t others = S_IRWXG | S_IRWXO;
    if (::stat(nativePath(key).c_str(), &status) != 0 || (status.st_mode & others) == 0)
        return {};
    return Message::at(
        key, {QT_TRANSLATE_NOOP("engine", "other users of this computer may use the key, and pose "
                                          "as any server to those that trust the local CA: %1"),
              {QStringLiteral("chmod 600 ") + key}});
}

/// What was there is then at `fresh`. False with errno set.
bool CaFolder::place(const QString &fresh, bool isReplacing) const
{
    const std::string source = nativePath(fresh);
    const std::string target = nativePath(m_path);
    const mode_t kind = kindOf(target);
    if (!isReplacing || kind == 0)
        return std::rename(source.c_str(), target.c_str()) == 0;
    if (kind != S_IFDIR) {
        errno = ENOTDIR;
        return false;
    }
    if (exchange(source.c_str(), target.c_str()))
        return true;
    return (errno == ENOSYS || errno == EINVAL) && replaceInSteps(source, target);
}

Result<void> CaFolder::placeAuthority(const Identity &authority, bool isReplacing) const
{
    // Only this user may look into it. It goes with what is in it in the end: what was there.
    QTemporaryDir fresh(m_path + QLatin1String(makingSuffix) + QStringLiteral("XXXXXX"));
    if (!fresh.isValid())
        return failure(ErrorCode::Io,
                       Message::at(m_path, {QT_TRANSLATE_NOOP("engine", "cannot be made: %1"),
                                            {fresh.errorString()}}));
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
        return systemFailure(certificate,
                             QT_TRANSLATE_NOOP("engine", "cannot be made readable: %1"));

    if (!place(fresh.path(), isReplacing)) {
        if (errno == ENOTEMPTY || errno == EEXIST)
            return failure(ErrorCode::InUse,
                           withRemedy(Message::at(
                               m_path, QT_TRANSLATE_NOOP("engine", "there is something already"))));
        return systemFailure(m_path, QT_TRANSLATE_NOOP("engine", "cannot be put in its place: %1"));
    }
    if (!syncFolder(nativePath(m_data).c_str()))
        return systemFailure(m_path, QT_TRANSLATE_NOOP("engine", "cannot be made durable: %1"));
    return {};
}

void CaFolder::clearLeftovers() const
{
    static const QRegularExpression ours(QStringLiteral(R"(^ca\.making-[A-Za-z]{6}(\.former)?$)"));
    const QDir data(m_data);
    for (const QString &name : data.entryList(QDir::Dirs | QDir::NoSymLinks)) {
        if (ours.match(name).hasMatch())
            QDir(data.filePath(name)).removeRecursively();
    }
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
