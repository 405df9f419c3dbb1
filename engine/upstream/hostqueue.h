// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <string>

namespace lanyard::upstream {

/// Admits as many requests to a server at a time as there may be connections to it; the others wait
/// here in order. So the time that a request spends waiting is known, and no timeout counts it.
/// One thread. Must outlive its tickets.
class HostQueue
{
public:
    explicit HostQueue(int connectionsMax);

    /// A place in the queue, or behind the gate. Giving it up lets the next one in.
    class Ticket
    {
    public:
        ~Ticket();
        Ticket(const Ticket &) = delete;
        Ticket &operator=(const Ticket &) = delete;
        Ticket(Ticket &&) = delete;
        Ticket &operator=(Ticket &&) = delete;

    private:
        friend class HostQueue;

        Ticket(HostQueue &queue, std::string server, std::function<void()> admitted);

        HostQueue &m_queue;
        std::string m_server;
        std::function<void()> m_admitted; // empty once it was called
    };

    /// Calls `admitted` once, now or when it is its turn, unless the ticket is gone by then.
    std::unique_ptr<Ticket> enter(const std::string &server, std::function<void()> admitted);

private:
    struct Server
    {
        int admitted = 0;
        std::list<Ticket *> waiting;
    };

    void leave(Ticket &ticket);

    int m_connectionsMax;
    std::map<std::string, Server> m_servers; // only those with a ticket
};

} // namespace lanyard::upstream
