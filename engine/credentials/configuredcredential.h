// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "credentials/credential.h"

namespace lanyard::credentials {

/// The credential that a configuration means, as it is now: where it names a file or a variable of
/// the environment, the password is read from there, at most limits::passwordFileBytesMax, without
/// the ends of its last lines. May block on the disk. NotFound when there is no such file or
/// variable, InvalidInput when it has no usable password, Io; the error says which one.
Result<Credential> resolve(const Credentials &configured);

} // namespace lanyard::credentials
