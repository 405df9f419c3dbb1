// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "api/users.h"
#include "core/diskpool.h"
#include "core/result.h"
#include "core/taskqueue.h"

#include <QByteArray>

#include <functional>
#include <optional>
#include <string>

namespace lanyard::auth {

/// The users of a cache as a person manages them: edits their file, and leaves alone what else is
/// in it. Engine thread; it blocks while the file is read and written.
class UserDesk
{
public:
    /// Of nobody's file (nullopt), every question is InvalidInput, and says how to name one.
    /// `changed` is called when the file is another.
    UserDesk(std::optional<LoginConfig> login, std::function<void()> changed);

    /// In the order of the file; none where there is no file. InvalidInput where a line is wrong.
    Result<UserOverview> list() const;
    /// Adds one, or gives one another password; makes the file (0600) where there is none. `done`
    /// is called later, unless this is gone then: InvalidInput for a name or password that cannot
    /// be one, and when the change is written, but another line is wrong, so that nothing of it
    /// counts; InUse when somebody else changes the file meanwhile; Io.
    void add(const UserRequest &request, std::function<void(const Result<UserResult> &)> done);
    /// NotFound: there is no such user. Else as of add().
    Result<void> remove(const std::string &name);

private:
    Result<std::string> file() const;
    Result<QByteArray> read() const;
    Result<UserResult> set(const std::string &name, const std::string &hash);
    Result<void> replace(const QByteArray &before, const std::string &after);

    const std::optional<LoginConfig> m_login;
    const std::function<void()> m_changed;
    TaskQueue m_tasks;
    DiskPool m_hashing{1}; ///< a hash takes long, on purpose
};

} // namespace lanyard::auth
