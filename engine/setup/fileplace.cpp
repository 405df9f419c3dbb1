// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/fileplace.h"

#include "core/fileerror.h"
#include "core/fileio.h"
#include "setup/setuplimits.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace lanyard::setup {

namespace {

// Less the umask, where they are the user's.
constexpr mode_t systemFolderMode = 0755;
constexpr mode_t userFolderMode = 0777;
constexpr mode_t systemFileMode = 0644;
constexpr mode_t userFileMode = 0666;
constexpr mode_t privateFileMode = 0600;

constexpr const char *cannotBeMade = QT_TRANSLATE_NOOP("engine", "cannot be made: %1");
constexpr const char *cannotBeRead = QT_TRANSLATE_NOOP("engine", "cannot be read: %1");

QString parentOf(const QString &path)
{
    return QFileInfo(path).path();
}

QByteArray nameOf(const QString &path)
{
    return QFile::encodeName(QFileInfo(path).fileName());
}

/// Where the links end that begin at `path`.
Result<QString> followed(const QString &path)
{
    const QString real = QFileInfo(path).canonicalFilePath();
    if (!real.isEmpty())
        return real;
    // Nothing is there, maybe behind a link: then the file comes where the link leads.
    QString target = path;
    for (int links = 0; QFileInfo(target).isSymLink(); ++links) {
        if (links == limits::linksMax)
            return failure(
                ErrorCode::Io,
                Message::at(path, QT_TRANSLATE_NOOP("engine", "links lead in a circle")));
        target = QFileInfo(target).symLinkTarget();
    }
    return target;
}

/// The folder as its name is without links, as far as it is there.
QString canonicalFolder(const QString &folder)
{
    const QString real = QFileInfo(folder).canonicalFilePath();
    if (!real.isEmpty() || folder == QLatin1String("/"))
        return real.isEmpty() ? folder : real;
    const QString parent = canonicalFolder(parentOf(folder));
    return (parent.endsWith(QLatin1Char('/')) ? parent : parent + QLatin1Char('/')) +
           QFileInfo(folder).fileName();
}

/// What is new belongs to whom the folder belongs: root may work in a user's home, too.
bool giveToOwnerOf(const FileDescriptor &folder, const FileDescriptor &made)
{
    struct stat status = {};
    return ::geteuid() != 0 || (::fstat(folder.get(), &status) == 0 &&
                                ::fchown(made.get(), status.st_uid, status.st_gid) == 0);
}

} // namespace

mode_t modeWithSecret(mode_t mode)
{
    return mode & S_IRWXU;
}

Error systemError(const QString &path, const char *sentence)
{
    return inFile(path)(lanyard::systemError(sentence));
}

Result<FileDescriptor> openFolder(const QString &path)
{
    FileDescriptor folder(
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.isValid())
        return folder;
    if (errno == ENOENT)
        return failure(ErrorCode::NotFound,
                       Message::at(path, QT_TRANSLATE_NOOP("engine", "there is no such folder")));
    return tl::unexpected(systemError(path, QT_TRANSLATE_NOOP("engine", "cannot be opened: %1")));
}

Result<FilePlace> FilePlace::find(const QString &path)
{
    const auto target = followed(path);
    if (!target)
        return tl::unexpected(target.error());
    const Domain domain = ::geteuid() == 0 ? Domain::System : Domain::User;
    return FilePlace(setup::openFolder, domain, {}, canonicalFolder(parentOf(*target)),
                     QFileInfo(*target).fileName());
}

FilePlace::FilePlace(FolderOpener open, Domain domain, QString root, QString folder, QString name)
    : m_open(std::move(open))
    , m_domain(domain)
    , m_root(std::move(root))
    , m_folder(std::move(folder))
    , m_name(std::move(name))
{
}

QString FilePlace::pathOf(const QString &name) const
{
    return m_folder + QLatin1Char('/') + name;
}

Result<FileDescriptor> FilePlace::openFolder() const
{
    return m_open(m_folder);
}

Result<void> FilePlace::checkWritable() const
{
    struct stat status = {};
    const bool isThere = ::lstat(QFile::encodeName(path()).constData(), &status) == 0;
    // What is written anew keeps its owner, and only root may give files away.
    if (isThere && ::geteuid() != 0 && status.st_uid != ::geteuid())
        return failure(
            ErrorCode::Io,
            Message::at(path(), QT_TRANSLATE_NOOP("engine", "it belongs to another user")));
    QString folder = m_folder;
    while (folder != QLatin1String("/") && !QFileInfo::exists(folder))
        folder = parentOf(folder);
    if (::faccessat(AT_FDCWD, QFile::encodeName(folder).constData(), W_OK | X_OK, AT_EACCESS) != 0)
        return tl::unexpected(
            systemError(folder, QT_TRANSLATE_NOOP("engine", "no file can be made there: %1")));
    return {};
}

Result<FileDescriptor> FilePlace::makeFolder(QStringList &made) const
{
    return makeFolder(m_folder, made);
}

Result<FileDescriptor> FilePlace::makeFolder(const QString &folder, QStringList &made) const
{
    auto opened = m_open(folder);
    if (opened || opened.error().code != ErrorCode::NotFound || folder == QLatin1String("/"))
        return opened;
    const auto parent = makeFolder(parentOf(folder), made);
    if (!parent)
        return tl::unexpected(parent.error());
    const bool isOfSystem = m_domain == Domain::System;
    const mode_t mode = isOfSystem ? systemFolderMode : userFolderMode;
    if (::mkdirat(parent->get(), nameOf(folder).constData(), mode) != 0)
        return tl::unexpected(systemError(folder, cannotBeMade));
    made.append(folder);
    opened = m_open(folder);
    if (opened &&
        (!giveToOwnerOf(*parent, *opened) || (isOfSystem && ::fchmod(opened->get(), mode) != 0)))
        return tl::unexpected(systemError(folder, cannotBeMade));
    if (opened && (::fsync(opened->get()) != 0 || ::fsync(parent->get()) != 0))
        return tl::unexpected(
            systemError(folder, QT_TRANSLATE_NOOP("engine", "cannot be made durable: %1")));
    return opened;
}

Result<NewFile> FilePlace::makeFile(const FileDescriptor &folder, const QString &name,
                                    bool isPrivate) const
{
    const bool isOfSystem = m_domain == Domain::System;
    const mode_t usual = isOfSystem ? systemFileMode : userFileMode;
    const mode_t mode = isPrivate ? privateFileMode : usual;
    auto file = NewFile::create(folder, QFile::encodeName(name).toStdString(), mode);
    if (!file)
        return tl::unexpected(inFile(path())(file.error()));
    Result<void> made;
    if (isOfSystem)
        made = file->setMode(mode);
    struct stat status = {};
    if (made && ::geteuid() == 0 && ::fstat(folder.get(), &status) == 0)
        made = file->setOwner(status.st_uid, status.st_gid);
    if (!made)
        return tl::unexpected(inFile(path())(made.error()));
    return file;
}

QStringList FilePlace::missingFolders() const
{
    QStringList missing;
    for (QString folder = m_folder; !hasAny({folder}) && folder != QLatin1String("/");
         folder = parentOf(folder))
        missing.prepend(folder);
    return missing;
}

bool FilePlace::hasAny(const QStringList &folders) const
{
    return std::any_of(folders.begin(), folders.end(), [this](const QString &folder) {
        const auto opened = m_open(folder);
        return opened || opened.error().code != ErrorCode::NotFound;
    });
}

void FilePlace::removeFolders(const QStringList &folders) const
{
    for (qsizetype i = folders.size() - 1; i >= 0; --i) {
        // What was never made keeps nobody from taking away what is around it.
        const auto parent = m_open(parentOf(folders.at(i)));
        if (!parent && parent.error().code == ErrorCode::NotFound)
            continue;
        if (!parent)
            return;
        if (::unlinkat(parent->get(), nameOf(folders.at(i)).constData(), AT_REMOVEDIR) != 0 &&
            errno != ENOENT)
            return;
    }
}

Result<std::optional<FilePlace::Content>> FilePlace::read(const QString &name) const
{
    const auto folder = openFolder();
    if (!folder && folder.error().code == ErrorCode::NotFound)
        return std::nullopt;
    if (!folder)
        return tl::unexpected(folder.error());
    const FileDescriptor file(::openat(folder->get(), QFile::encodeName(name).constData(),
                                       O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (!file.isValid() && errno == ENOENT)
        return std::nullopt;
    const QString path = pathOf(name);
    struct stat status = {};
    if (!file.isValid() || ::fstat(file.get(), &status) != 0)
        return tl::unexpected(systemError(path, cannotBeRead));
    if (!S_ISREG(status.st_mode))
        return failure(
            ErrorCode::Io,
            Message::at(path, QT_TRANSLATE_NOOP("engine", "this is not a file; put it aside")));
    auto traits = FileTraits::of(file).map_error(inFile(path));
    if (!traits)
        return tl::unexpected(traits.error());
    Content content{.bytes = {}, .traits = *std::move(traits)};
    if (!readUpTo(file, limits::fileBytesMax, content.bytes))
        return tl::unexpected(systemError(path, cannotBeRead));
    if (content.bytes.size() > limits::fileBytesMax)
        return failure(ErrorCode::InvalidInput,
                       Message::at(path, {QT_TRANSLATE_NOOP("engine", "is larger than %1 bytes"),
                                          {std::to_string(limits::fileBytesMax)}}));
    return content;
}

} // namespace lanyard::setup
