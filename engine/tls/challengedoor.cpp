// SPDX-License-Identifier: GPL-3.0-or-later
#include "tls/challengedoor.h"

#include <utility>

namespace lanyard::tls {

void ChallengeDoor::open(Receiver receive)
{
    const std::lock_guard lock(m_mutex);
    m_receive = std::move(receive);
}

void ChallengeDoor::close()
{
    const std::lock_guard lock(m_mutex);
    m_receive = nullptr;
}

bool ChallengeDoor::isOpen() const
{
    const std::lock_guard lock(m_mutex);
    return m_receive != nullptr;
}

void ChallengeDoor::bring(FileDescriptor socket) const
{
    const std::lock_guard lock(m_mutex);
    if (m_receive)
        m_receive(std::move(socket));
}

} // namespace lanyard::tls
