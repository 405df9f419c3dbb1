// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/hostqueue.h"

#include <utility>

namespace lanyard::upstream {

HostQueue::Ticket::Ticket(HostQueue &queue, std::string server, std::function<void()> admitted)
    : m_queue(queue)
    , m_server(std::move(server))
    , m_admitted(std::move(admitted))
{
}

HostQueue::Ticket::~Ticket()
{
    m_queue.leave(*this);
}

HostQueue::HostQueue(int connectionsMax)
    : m_connectionsMax(connectionsMax)
{
}

std::unique_ptr<HostQueue::Ticket> HostQueue::enter(const std::string &name,
                                                    std::function<void()> admitted)
{
    std::unique_ptr<Ticket> ticket(new Ticket(*this, name, std::move(admitted)));
    Server &server = m_servers[name];
    if (server.admitted < m_connectionsMax) {
        ++server.admitted;
        std::exchange(ticket->m_admitted, nullptr)();
    } else {
        server.waiting.push_back(ticket.get());
    }
    return ticket;
}

void HostQueue::leave(Ticket &ticket)
{
    const auto found = m_servers.find(ticket.m_server);
    Server &server = found->second;
    if (ticket.m_admitted) {
        server.waiting.remove(&ticket);
    } else if (!server.waiting.empty()) {
        Ticket *const next = server.waiting.front();
        server.waiting.pop_front();
        std::exchange(next->m_admitted, nullptr)();
    } else if (--server.admitted == 0) {
        m_servers.erase(found);
    }
}

} // namespace lanyard::upstream
