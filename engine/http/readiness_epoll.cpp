// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/readiness.h"

#include "core/filedescriptor.h"
#include "core/limits.h"

#include <QSocketNotifier>

#include <array>
#include <sys/epoll.h>
#include <utility>

namespace lanyard::http {

namespace {

epoll_event toEpoll(std::uint64_t id, Readiness::Interest interest)
{
    epoll_event event{};
    event.events = (interest.reads ? EPOLLIN : 0U) | (interest.writes ? EPOLLOUT : 0U);
    event.data.u64 = id;
    return event;
}

} // namespace

class Readiness::Private
{
public:
    explicit Private(EventHandler eventHandler)
        : handler(std::move(eventHandler))
        , set(::epoll_create1(EPOLL_CLOEXEC))
    {
    }

    void deliver();

    EventHandler handler;
    FileDescriptor set;
};

void Readiness::Private::deliver()
{
    std::array<epoll_event, limits::readyEventsPerTurn> events; // NOLINT(*-init): filled below
    const int count = ::epoll_wait(set.get(), events.data(), static_cast<int>(events.size()), 0);
    for (int i = 0; i < count; ++i) {
        const epoll_event &event = events[static_cast<std::size_t>(i)];
        handler({.id = event.data.u64,
                 .isReadable = (event.events & EPOLLIN) != 0,
                 .isWritable = (event.events & EPOLLOUT) != 0,
                 .isBroken = (event.events & (EPOLLERR | EPOLLHUP)) != 0});
    }
}

Readiness::Readiness(EventHandler handler)
    : d(std::make_unique<Private>(std::move(handler)))
{
    if (!d->set.isValid())
        return;
    auto *notifier = new QSocketNotifier(d->set.get(), QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] { d->deliver(); });
}

Readiness::~Readiness() = default;

bool Readiness::isValid() const
{
    return d->set.isValid();
}

bool Readiness::watch(int descriptor, std::uint64_t id, Interest interest)
{
    epoll_event event = toEpoll(id, interest);
    return ::epoll_ctl(d->set.get(), EPOLL_CTL_ADD, descriptor, &event) == 0;
}

void Readiness::change(int descriptor, std::uint64_t id, Interest interest)
{
    epoll_event event = toEpoll(id, interest);
    ::epoll_ctl(d->set.get(), EPOLL_CTL_MOD, descriptor, &event);
}

void Readiness::forget(int)
{
    // The kernel takes a closed descriptor out of the set, as no other refers to its socket.
}

void Readiness::release(int descriptor)
{
    ::epoll_ctl(d->set.get(), EPOLL_CTL_DEL, descriptor, nullptr);
}

} // namespace lanyard::http
