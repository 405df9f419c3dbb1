// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/inbox.h"

#include <utility>

namespace lanyard::http {

Inbox::Inbox(std::function<void()> notify)
    : m_notify(std::move(notify))
{
}

template <typename T>
void Inbox::add(std::vector<T> &list, T item)
{
    const std::lock_guard lock(m_mutex);
    if (!m_notify)
        return;
    list.push_back(std::move(item));
    if (!std::exchange(m_isNotified, true))
        m_notify();
}

void Inbox::post(AcceptedSocket socket)
{
    add(m_content.sockets, std::move(socket));
}

void Inbox::post(PostedAnswer answer)
{
    add(m_content.answers, std::move(answer));
}

void Inbox::postWake(std::uint64_t connectionId)
{
    add(m_content.wokenConnections, connectionId);
}

Inbox::Content Inbox::take()
{
    const std::lock_guard lock(m_mutex);
    m_isNotified = false;
    return std::exchange(m_content, {});
}

void Inbox::close()
{
    Content dropped;
    const std::lock_guard lock(m_mutex);
    m_notify = nullptr;
    dropped = std::exchange(m_content, {});
}

} // namespace lanyard::http
