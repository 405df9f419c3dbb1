// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <sys/types.h>
#include <unistd.h>

namespace lanyard::test {

/// While it is there, a process of root's may what a user may, in all of its threads; one of a
/// user's goes on as it is.
class AsUser
{
    Q_DISABLE_COPY_MOVE(AsUser)

public:
    static constexpr uid_t nobody = 65534;

    AsUser()
        : m_wasRoot(::geteuid() == 0)
    {
        if (m_wasRoot && ::seteuid(nobody) != 0)
            qFatal("the test cannot become another user");
    }

    ~AsUser()
    {
        if (m_wasRoot && ::seteuid(0) != 0)
            qFatal("the test cannot be root again");
    }

private:
    const bool m_wasRoot;
};

} // namespace lanyard::test
