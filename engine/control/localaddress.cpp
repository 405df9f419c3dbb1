// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/localaddress.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/socket.h>
#include <system_error>

namespace lanyard::control {

namespace {

constexpr const char *socketName = "/lanyard.sock";

} // namespace

Result<LocalAddress> LocalAddress::of(const std::string &folder)
{
    LocalAddress address;
    address.m_address.sun_family = AF_UNIX;
    std::string path = folder + socketName;
    if (path.size() >= sizeof address.m_address.sun_path) {
        address.m_folder.reset(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (!address.m_folder.isValid()) {
            const int reason = errno;
            return failure(reason == ENOENT ? ErrorCode::NotFound : ErrorCode::Io,
                           Message::at(folder, std::generic_category().message(reason)));
        }
        path = "/proc/self/fd/" + std::to_string(address.m_folder.get()) + socketName;
    }
    std::memcpy(address.m_address.sun_path, path.c_str(), path.size() + 1);
    return address;
}

} // namespace lanyard::control
