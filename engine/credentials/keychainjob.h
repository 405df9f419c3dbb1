// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "credentials/credential.h"

#include <QString>

#include <functional>

namespace lanyard::credentials {

/// One thing to do with an entry of the keychain, under Lanyard's name there.
struct KeychainJob
{
    enum class Kind { Read, Write, Remove };

    Kind kind = Kind::Read;
    QString key;
    Secret text; ///< to be written
};

/// What a job came to: the text that was read, empty for the others. NotFound when there is no such
/// entry, Unreachable when there is no keychain service, or none that works, Cancelled when its
/// user said no, InvalidInput when it is locked or refuses; in words.
using KeychainAnswer = Result<Secret>;

/// Does it, never in plain text somewhere else, and calls `done` once, later. The thread must be
/// the application's: QtKeychain has one queue for the whole process, which stays on the thread
/// that used it first. Nothing ends a job that the service does not answer; further ones wait for
/// it.
void runKeychainJob(const KeychainJob &job, std::function<void(const KeychainAnswer &)> done);

} // namespace lanyard::credentials
