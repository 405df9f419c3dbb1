// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/passwordfile.h"

#include "core/filedescriptor.h"
#include "core/fileio.h"
#include "core/limits.h"

#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <utility>

namespace lanyard::auth {

namespace {

tl::unexpected<Error> systemFailure(const std::string &path)
{
    if (errno == ENOENT)
        return failure(
            ErrorCode::NotFound,
            Message::at(path, QT_TRANSLATE_NOOP(
                                  "engine", "it is not there; `lanyard user add NAME` makes it")));
    return failure(ErrorCode::Io,
                   Message::at(path, {QT_TRANSLATE_NOOP("engine", "it cannot be read: %1"),
                                      {std::generic_category().message(errno)}}));
}

/// Who may do what they should not; empty: nobody.
Message complaintAbout(mode_t mode, const std::string &path)
{
    if ((mode & (S_IWGRP | S_IWOTH)) != 0)
        return {
            QT_TRANSLATE_NOOP("engine", "others may write it, and so log in as they like; run: %1"),
            {"chmod go-w " + path}};
    if ((mode & S_IROTH) != 0)
        return {QT_TRANSLATE_NOOP("engine",
                                  "everybody on this computer may read the hashes in it; run: %1"),
                {"chmod o-r " + path}};
    return {};
}

} // namespace

/// The stamp is that of before the reading: what is written meanwhile makes it another file.
Result<PasswordFile::Content> PasswordFile::read(const std::string &path)
{
    const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status = {};
    if (!file.isValid() || fstat(file.get(), &status) != 0)
        return systemFailure(path);
    if (!S_ISREG(status.st_mode))
        return failure(
            ErrorCode::InvalidInput,
            Message::at(path, QT_TRANSLATE_NOOP("engine", "this is not a file; put it aside")));
    QByteArray text;
    if (!readUpTo(file, limits::htpasswdBytesMax, text))
        return systemFailure(path);
    Result<Htpasswd> users =
        Htpasswd::parse({text.constData(), static_cast<std::size_t>(text.size())});
    if (!users)
        return failure(users.error().code, Message::at(path, users.error().message));
    return Content{
        .users = std::move(*users), .stamp = FileStamp::of(status), .mode = status.st_mode};
}

Result<std::unique_ptr<PasswordFile>> PasswordFile::open(const std::string &path,
                                                         std::chrono::milliseconds interval)
{
    Result<Content> content = read(path);
    const bool isMissing = !content && content.error().code == ErrorCode::NotFound;
    if (!content && !isMissing)
        return tl::unexpected(content.error());
    std::unique_ptr<PasswordFile> file(new PasswordFile(path, interval));
    if (isMissing)
        file->complain(file->m_complaint,
                       Message::both(content.error().message,
                                     QT_TRANSLATE_NOOP("engine", "until then nobody can log in")));
    else
        file->take(std::move(*content));
    return file;
}

PasswordFile::PasswordFile(const std::string &path, std::chrono::milliseconds interval)
    : m_path(path)
    , m_users(std::make_shared<const Htpasswd>())
{
    m_timer.setTimerType(Qt::CoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &PasswordFile::look);
    m_timer.start(interval);
}

PasswordFile::~PasswordFile() = default;

std::shared_ptr<const Htpasswd> PasswordFile::users() const
{
    const std::lock_guard lock(m_mutex);
    return m_users;
}

/// What is written twice within a tick of the file system's clock has the same time both times: a
/// file that was new is read once more, so that nobody who was removed stays.
void PasswordFile::look()
{
    const FileStamp stamp = FileStamp::of(m_path);
    const bool isNew = stamp != m_stamp;
    if (!isNew && !m_readsAgain)
        return;
    m_readsAgain = isNew;
    m_stamp = stamp;
    Result<Content> content = read(m_path);
    if (content)
        return take(std::move(*content));
    // What the system refuses now it may grant without a change of the file.
    m_readsAgain = m_readsAgain || content.error().code == ErrorCode::Io;
    complain(m_complaint,
             Message::both(content.error().message,
                           QT_TRANSLATE_NOOP("engine", "until then the users of before count")));
}

void PasswordFile::take(Content &&content)
{
    m_stamp = content.stamp;
    const bool isEmpty = content.users.users().empty();
    if (content.users != *users()) {
        auto users = std::make_shared<const Htpasswd>(std::move(content.users));
        const std::lock_guard lock(m_mutex);
        m_users = std::move(users);
    }
    complain(
        m_complaint,
        isEmpty
            ? Message::at(
                  m_path,
                  QT_TRANSLATE_NOOP(
                      "engine",
                      "it has no users, so nobody can log in; `lanyard user add NAME` adds one"))
            : Message());
    const Message about = complaintAbout(content.mode, m_path);
    complain(m_modeComplaint, about.isEmpty() ? about : Message::at(m_path, about));
}

void PasswordFile::complain(Message &complaint, const Message &message)
{
    if (std::exchange(complaint, message) == message || message.isEmpty())
        return;
    // Who made this object could not hear it yet.
    m_tasks.post([this, message] { Q_EMIT warningRaised(message); });
}

} // namespace lanyard::auth
