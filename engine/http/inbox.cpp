// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/inbox.h"

#include <array>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace lanyard::http {

Inbox::Inbox()
{
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0)
        return;
    for (const int end : ends) {
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
        ::fcntl(end, F_SETFL, O_NONBLOCK);
    }
    m_readable.reset(ends[0]);
    m_writable.reset(ends[1]);
}

template <typename T>
void Inbox::add(std::vector<T> &list, T item)
{
    const std::lock_guard lock(m_mutex);
    if (!m_writable.isValid())
        return;
    list.push_back(std::move(item));
    if (std::exchange(m_isNotified, true))
        return;
    // The pipe is empty when nothing is notified of, so it takes a byte.
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = ::write(m_writable.get(), &byte, 1);
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

void Inbox::post(Task task)
{
    add(m_content.tasks, std::move(task));
}

Inbox::Content Inbox::take()
{
    const std::lock_guard lock(m_mutex);
    if (std::exchange(m_isNotified, false)) {
        char byte = 0;
        [[maybe_unused]] const ssize_t count = ::read(m_readable.get(), &byte, 1);
    }
    return std::exchange(m_content, {});
}

void Inbox::close()
{
    Content dropped; // destroyed without the lock: an answer may hold what calls back
    const std::lock_guard lock(m_mutex);
    m_writable.reset();
    m_readable.reset();
    dropped = std::exchange(m_content, {});
}

} // namespace lanyard::http
