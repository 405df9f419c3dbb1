// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/userdesk.h"

#include "auth/bcrypt.h"
#include "auth/htpasswd.h"
#include "auth/htpasswdedit.h"
#include "core/fileerror.h"
#include "core/filereader.h"
#include "core/limits.h"
#include "core/replacefile.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <string_view>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace lanyard::auth {

namespace {

constexpr int newHashCost = 10; // what is usual: some 50 ms

std::string_view textOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

/// An empty file for the user who runs the process alone, where there is none.
Result<void> makeFile(const QString &path)
{
    constexpr mode_t ownersOnly = 0600;
    const int descriptor = ::open(QFile::encodeName(path).constData(),
                                  O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, ownersOnly);
    if (descriptor < 0 && errno != EEXIST)
        return failure(ErrorCode::Io,
                       {QT_TRANSLATE_NOOP("engine", "cannot be made: %1"),
                        {std::error_code(errno, std::generic_category()).message()}});
    if (descriptor >= 0)
        ::close(descriptor);
    return {};
}

} // namespace

UserDesk::UserDesk(std::optional<LoginConfig> login, std::function<void()> changed)
    : m_login(std::move(login))
    , m_changed(std::move(changed))
{
}

Result<std::string> UserDesk::file() const
{
    if (m_login)
        return m_login->file.toStdString();
    return failure(
        ErrorCode::InvalidInput,
        QT_TRANSLATE_NOOP(
            "engine", "nobody has to log in here; name a file of users in the configuration first: "
                      "access.htpasswd.path (in one of registry:2: auth.htpasswd.path)"));
}

/// Empty where there is none.
Result<QByteArray> UserDesk::read() const
{
    Result<QByteArray> bytes = readSmallFile(m_login->file, limits::htpasswdBytesMax);
    if (!bytes && bytes.error().code == ErrorCode::NotFound)
        return QByteArray();
    return bytes.map_error(inFile(m_login->file));
}

Result<UserOverview> UserDesk::list() const
{
    if (const auto known = file(); !known)
        return tl::unexpected(known.error());
    const Result<QByteArray> bytes = read();
    if (!bytes)
        return tl::unexpected(bytes.error());
    return Htpasswd::parse(textOf(*bytes))
        .map_error(inFile(m_login->file))
        .map([this](const Htpasswd &users) {
            UserOverview overview{.file = m_login->file, .users = {}};
            for (const std::string &user : users.users())
                overview.users.append(QString::fromStdString(user));
            return overview;
        });
}

void UserDesk::add(const UserRequest &request, std::function<void(const Result<UserResult> &)> done)
{
    const auto known = file();
    const auto usable = known ? checkUserName(request.name) : tl::unexpected(known.error());
    if (!usable) {
        m_tasks.post(
            [done = std::move(done), error = usable.error()] { done(tl::unexpected(error)); });
        return;
    }
    m_hashing.start([this, request, done = std::move(done)] {
        Result<std::string> hash = hashOf(request.password, newHashCost);
        m_tasks.post([this, name = request.name, hash = std::move(hash), done] {
            done(hash ? set(name, *hash) : tl::unexpected(hash.error()));
        });
    });
}

Result<UserResult> UserDesk::set(const std::string &name, const std::string &hash)
{
    const Result<QByteArray> before = read();
    if (!before)
        return tl::unexpected(before.error());
    const bool isNew = !withoutUser(textOf(*before), name);
    const Result<std::string> after = withUser(textOf(*before), name, hash);
    if (!after)
        return tl::unexpected(after.error());
    return makeFile(m_login->file)
        .map_error(inFile(m_login->file))
        .and_then([&] { return replace(*before, *after); })
        .map([&] { return UserResult{.name = QString::fromStdString(name), .isNew = isNew}; });
}

Result<void> UserDesk::remove(const std::string &name)
{
    const auto known = file();
    if (!known)
        return tl::unexpected(known.error());
    const Result<QByteArray> before = read();
    if (!before)
        return tl::unexpected(before.error());
    const auto after = withoutUser(textOf(*before), name);
    if (!after)
        return failure(ErrorCode::NotFound,
                       {QT_TRANSLATE_NOOP("engine", "%1 has no user '%2'"), {*known, name}});
    return replace(*before, *after);
}

Result<void> UserDesk::replace(const QByteArray &before, const std::string &after)
{
    Result<void> replaced = replaceFile(m_login->file, before, QByteArray::fromStdString(after))
                                .map_error(inFile(m_login->file));
    if (!replaced)
        return replaced;
    m_changed();
    if (const auto users = Htpasswd::parse(after); !users)
        return failure(
            ErrorCode::InvalidInput,
            Message::both(Message::at(m_login->file, users.error().message),
                          QT_TRANSLATE_NOOP(
                              "engine", "the change is written, and counts when that is mended")));
    return {};
}

} // namespace lanyard::auth
