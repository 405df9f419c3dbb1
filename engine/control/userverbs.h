// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/users.h"
#include "control/verb.h"

#include <functional>
#include <string>

namespace lanyard::control {

/// `users`: who may pull.
using ListUsers = std::function<Result<UserOverview>()>;
Verb usersVerb(ListUsers list);

/// `user-add`: one more, or another password. Arguments: `name`, `password`.
using AddUser = std::function<void(const UserRequest &,
                                   const std::function<void(const Result<UserResult> &)> &)>;
Verb userAddVerb(AddUser add);

/// `user-remove`: one who may pull no more. Argument: `name`.
using RemoveUser = std::function<Result<void>(const std::string &name)>;
Verb userRemoveVerb(RemoveUser remove);

} // namespace lanyard::control
