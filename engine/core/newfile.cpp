// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/newfile.h"

#include "core/fileerror.h"
#include "core/fileio.h"

#include <QList>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <string_view>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>
#include <utility>

namespace lanyard {

namespace {

constexpr mode_t permissions = 07777;

constexpr const char *cannotBeRead = QT_TRANSLATE_NOOP("engine", "cannot be read: %1");
constexpr const char *cannotBeWritten = QT_TRANSLATE_NOOP("engine", "cannot be written: %1");

tl::unexpected<Error> systemFailure(const char *sentence, std::vector<Message> values = {})
{
    return tl::unexpected(systemError(sentence, std::move(values)));
}

/// Whether an attribute says something of the bytes.
bool isOfContent(std::string_view name)
{
    return name == "security.ima" || name == "security.evm";
}

/// Their names, one after the other; false with errno set.
bool readAttributeNames(int file, std::vector<std::string> &names)
{
    const ssize_t size = ::flistxattr(file, nullptr, 0);
    if (size < 0)
        return errno == ENOTSUP;
    QByteArray list(size, '\0');
    const ssize_t got = ::flistxattr(file, list.data(), static_cast<std::size_t>(size));
    if (got < 0)
        return false;
    list.truncate(got);
    for (const QByteArray &name : list.split('\0')) {
        if (!name.isEmpty() && !isOfContent(name.constData()))
            names.push_back(name.toStdString());
    }
    return true;
}

bool readAttribute(int file, FileTraits::Attribute &attribute)
{
    const ssize_t size = ::fgetxattr(file, attribute.name.c_str(), nullptr, 0);
    if (size < 0)
        return false;
    attribute.value.resize(size);
    const ssize_t got = ::fgetxattr(file, attribute.name.c_str(), attribute.value.data(),
                                    static_cast<std::size_t>(size));
    attribute.value.truncate(std::max<ssize_t>(got, 0));
    return got >= 0;
}

/// A label that this user may not give is the one that the system gave by the folder.
bool setAttribute(int file, const FileTraits::Attribute &attribute)
{
    if (::fsetxattr(file, attribute.name.c_str(), attribute.value.constData(),
                    static_cast<std::size_t>(attribute.value.size()), 0) == 0)
        return true;
    return attribute.name.starts_with("security.") && (errno == EPERM || errno == EACCES);
}

} // namespace

Result<FileTraits> FileTraits::of(const FileDescriptor &file)
{
    struct stat status = {};
    std::vector<std::string> names;
    if (::fstat(file.get(), &status) != 0 || !readAttributeNames(file.get(), names))
        return systemFailure(cannotBeRead);
    FileTraits traits{.mode = status.st_mode & permissions,
                      .owner = status.st_uid,
                      .group = status.st_gid,
                      .attributes = {}};
    for (std::string &name : names) {
        Attribute attribute{.name = std::move(name), .value = {}};
        if (!readAttribute(file.get(), attribute))
            return systemFailure(QT_TRANSLATE_NOOP("engine", "its attribute %1 cannot be read: %2"),
                                 {attribute.name});
        traits.attributes.push_back(std::move(attribute));
    }
    return traits;
}

Result<NewFile> NewFile::create(const FileDescriptor &folder, const std::string &name, mode_t mode)
{
    FileDescriptor file(::openat(folder.get(), name.c_str(),
                                 O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode));
    if (!file.isValid())
        return systemFailure(
            QT_TRANSLATE_NOOP("engine", "cannot be written: no new file in its folder: %1"));
    return NewFile(folder.get(), name, std::move(file));
}

NewFile::NewFile(int folder, std::string name, FileDescriptor file)
    : m_folder(folder)
    , m_name(std::move(name))
    , m_file(std::move(file))
{
}

NewFile::NewFile(NewFile &&other) noexcept
    : m_folder(other.m_folder)
    , m_name(std::move(other.m_name))
    , m_file(std::move(other.m_file))
    , m_isKept(std::exchange(other.m_isKept, true))
{
}

NewFile::~NewFile()
{
    if (!m_isKept)
        ::unlinkat(m_folder, m_name.c_str(), 0);
}

Result<void> NewFile::take(const FileTraits &traits)
{
    if (auto given = setOwner(traits.owner, traits.group); !given)
        return given;
    for (const FileTraits::Attribute &attribute : traits.attributes) {
        if (!setAttribute(m_file.get(), attribute))
            return systemFailure(
                QT_TRANSLATE_NOOP("engine",
                                  "cannot be written: its attribute %1 cannot be kept: %2"),
                {attribute.name});
    }
    // Last, as a change of the owner takes some bits away.
    return setMode(traits.mode);
}

Result<void> NewFile::setOwner(uid_t owner, gid_t group)
{
    struct stat own = {};
    if (::fstat(m_file.get(), &own) != 0)
        return systemFailure(cannotBeWritten);
    const bool isSame = own.st_uid == owner && own.st_gid == group;
    if (!isSame && ::fchown(m_file.get(), owner, group) != 0)
        return systemFailure(
            QT_TRANSLATE_NOOP("engine", "cannot be written: its owner cannot be kept: %1"));
    return {};
}

Result<void> NewFile::setMode(mode_t mode)
{
    if (::fchmod(m_file.get(), mode) != 0)
        return systemFailure(
            QT_TRANSLATE_NOOP("engine", "cannot be written: its permissions cannot be kept: %1"));
    return {};
}

Result<void> NewFile::write(QByteArrayView bytes)
{
    if (!writeAll(m_file, bytes, 0) || ::fsync(m_file.get()) != 0)
        return systemFailure(cannotBeWritten);
    return {};
}

Result<void> NewFile::place(const std::string &name)
{
    if (::renameat(m_folder, m_name.c_str(), m_folder, name.c_str()) != 0)
        return systemFailure(QT_TRANSLATE_NOOP("engine", "cannot be replaced: %1"));
    m_name = name;
    m_isKept = true;
    return {};
}

} // namespace lanyard
