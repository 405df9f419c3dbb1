// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/readiness.h"

#include <QSocketNotifier>

#include <unordered_map>
#include <utility>

namespace lanyard::http {

class Readiness::Private
{
public:
    struct Watched
    {
        std::unique_ptr<QSocketNotifier> reads;
        std::unique_ptr<QSocketNotifier> writes; // made only when it is needed
    };

    EventHandler handler;
    std::unordered_map<int, Watched> watched;
};

Readiness::Readiness(EventHandler handler)
    : d(std::make_unique<Private>())
{
    d->handler = std::move(handler);
}

Readiness::~Readiness() = default;

bool Readiness::isValid() const
{
    return true;
}

bool Readiness::watch(int descriptor, std::uint64_t id, Interest interest)
{
    change(descriptor, id, interest);
    return true;
}

void Readiness::change(int descriptor, std::uint64_t id, Interest interest)
{
    Private::Watched &watched = d->watched[descriptor];
    const auto set = [&](std::unique_ptr<QSocketNotifier> &notifier, QSocketNotifier::Type type,
                         const Event &event, bool isEnabled) {
        if (!notifier && isEnabled) {
            notifier = std::make_unique<QSocketNotifier>(descriptor, type, this);
            connect(notifier.get(), &QSocketNotifier::activated, this,
                    [this, event] { d->handler(event); });
        }
        if (notifier)
            notifier->setEnabled(isEnabled);
    };
    set(watched.reads, QSocketNotifier::Read,
        {.id = id, .isReadable = true, .isWritable = false, .isBroken = false}, interest.reads);
    set(watched.writes, QSocketNotifier::Write,
        {.id = id, .isReadable = false, .isWritable = true, .isBroken = false}, interest.writes);
}

void Readiness::forget(int descriptor)
{
    const auto found = d->watched.find(descriptor);
    if (found == d->watched.end())
        return;
    // Not deleted here: one of them may be the sender of the event that is being handled.
    for (auto *notifier : {&found->second.reads, &found->second.writes}) {
        if (!*notifier)
            continue;
        (*notifier)->setEnabled(false);
        notifier->release()->deleteLater();
    }
    d->watched.erase(found);
}

void Readiness::release(int descriptor)
{
    forget(descriptor);
}

} // namespace lanyard::http
