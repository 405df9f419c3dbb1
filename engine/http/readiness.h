// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <cstdint>
#include <functional>
#include <memory>

namespace lanyard::http {

/// Tells when descriptors are ready, level-triggered, through the event loop of the thread that
/// it lives on. On Linux one epoll(7) set behind one QSocketNotifier, so that neither the time of a
/// turn nor the memory grows with the connections that are idle; elsewhere notifiers.
class Readiness final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Readiness)

public:
    struct Interest
    {
        bool reads = false;
        bool writes = false;
        bool operator==(const Interest &) const = default;
    };

    struct Event
    {
        std::uint64_t id = 0;
        bool isReadable = false;
        bool isWritable = false;
        bool isBroken = false; ///< reset, or closed on both sides
    };

    /// Called for every event. It may watch and forget descriptors; an event can still come for one
    /// that was forgotten in the same turn.
    using EventHandler = std::function<void(const Event &)>;

    explicit Readiness(EventHandler handler);
    ~Readiness() override;

    /// Whether the system gave what this needs; without it no descriptor is ever ready.
    bool isValid() const;

    /// `id` is what the events of `descriptor` carry.
    bool watch(int descriptor, std::uint64_t id, Interest interest);
    void change(int descriptor, std::uint64_t id, Interest interest);
    /// Before the descriptor is closed.
    void forget(int descriptor);
    /// Before somebody else goes on with its socket, by another descriptor.
    void release(int descriptor);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace lanyard::http
