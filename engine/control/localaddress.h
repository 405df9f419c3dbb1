// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filedescriptor.h"
#include "core/result.h"

#include <string>
#include <sys/un.h>

struct sockaddr;

namespace lanyard::control {

/// Where the control socket of a data folder is: <folder>/lanyard.sock. The system takes paths of
/// at most 107 bytes; that of a longer folder is named by way of the open folder, which this keeps
/// open.
class LocalAddress
{
public:
    /// NotFound or Io when a folder with a long path cannot be opened.
    static Result<LocalAddress> of(const std::string &folder);

    const sockaddr *get() const { return reinterpret_cast<const sockaddr *>(&m_address); }

    socklen_t size() const { return sizeof m_address; }

    /// The path of the socket, valid as long as this object.
    const char *path() const { return m_address.sun_path; }

private:
    LocalAddress() = default;

    FileDescriptor m_folder;
    sockaddr_un m_address{};
};

} // namespace lanyard::control
