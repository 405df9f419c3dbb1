// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/room.h"

#include "core/bytesize.h"

#include <algorithm>
#include <utility>

namespace lanyard::store {

namespace {

using Limit = StorageRefusal::Limit;

Limit limitOf(const DiskState &state, const DiskRules &rules)
{
    const bool isCapacity = rules.capacity && *rules.capacity - state.content - state.downloads ==
                                                  spareBytes(state, rules);
    return isCapacity ? Limit::Capacity : Limit::KeepFree;
}

Message reasonOf(const DiskState &state, const DiskRules &rules, std::int64_t wanted)
{
    if (limitOf(state, rules) == Limit::Capacity)
        //: All three are sizes: "1.5 GiB"
        return {QT_TRANSLATE_NOOP("engine",
                                  "%1 more do not fit: the capacity is %2, and %3 are in use"),
                {formatByteSize(wanted), formatByteSize(*rules.capacity),
                 formatByteSize(state.content + state.downloads)}};
    //: All three are sizes: "1.5 GiB"
    return {QT_TRANSLATE_NOOP(
                "engine", "%1 more do not fit: the disk has %2 free, of which %3 are kept free"),
            {formatByteSize(wanted), formatByteSize(state.diskFree),
             formatByteSize(floorOf(rules, state.diskSize))}};
}

} // namespace

Room::Reservation::Reservation(std::shared_ptr<Promises> promises, std::int64_t bytes,
                               std::int64_t unallocated)
    : m_promises(std::move(promises))
    , m_bytes(bytes)
    , m_unallocated(unallocated)
{
    const std::lock_guard lock(m_promises->mutex);
    m_promises->bytes += m_bytes;
    m_promises->unallocated += m_unallocated;
}

Room::Reservation::~Reservation()
{
    if (!m_promises)
        return;
    const std::lock_guard lock(m_promises->mutex);
    m_promises->bytes -= m_bytes;
    m_promises->unallocated -= m_unallocated;
}

void Room::Reservation::setAllocated()
{
    const std::lock_guard lock(m_promises->mutex);
    m_promises->unallocated -= std::exchange(m_unallocated, 0);
}

Room::Room(const DiskRules &rules, Environment environment)
    : m_rules(rules)
    , m_environment(std::move(environment))
{
}

Result<Room::Reservation> Room::reserve(std::int64_t bytes, std::int64_t present)
{
    const std::lock_guard lock(m_making);
    Result<DiskState> now = state();
    if (!now)
        return tl::unexpected(now.error());
    // What is there already takes no more of the disk, but its part of the capacity.
    const auto isShort = [&] {
        return bytes > spareBytes(*now, m_rules) + present;
    };
    if (isShort()) {
        m_environment.dropUnfinished();
        now = state();
    }
    if (now && isShort()) {
        const auto needed = bytesToEvict(*now, m_rules, bytes - present);
        if (needed && *needed > 0) {
            m_environment.evict(*needed);
            now = state();
        }
    }
    if (!now)
        return tl::unexpected(now.error());
    if (isShort()) {
        const Message reason = reasonOf(*now, m_rules, bytes);
        tellRefusal({.limit = limitOf(*now, m_rules), .bytes = bytes}, reason);
        return failure(ErrorCode::NoRoom, reason);
    }
    return Reservation(m_promises, bytes, bytes - present);
}

void Room::noteRefusal(std::int64_t bytes, const Error &error)
{
    if (error.code != ErrorCode::NoRoom) {
        m_environment.tell({QT_TRANSLATE_NOOP("engine", "%1; it is not stored."), {error.message}});
        return;
    }
    // What was reserved for it is still taken off.
    const Result<DiskState> now = state();
    const bool isForeseen = now && spareBytes(*now, m_rules) <= 0;
    tellRefusal({.limit = isForeseen ? limitOf(*now, m_rules) : Limit::Disk, .bytes = bytes},
                error.message);
}

void Room::tellRefusal(const StorageRefusal &refusal, const Message &reason)
{
    {
        const std::lock_guard lock(m_noting);
        m_fitted = 0;
        m_isForeseeable = m_isForeseeable && refusal.limit != Limit::Disk;
        const auto before = std::exchange(m_refusal, refusal);
        m_refusal->bytes = std::max(refusal.bytes, before ? before->bytes : 1);
        if (before)
            return;
    }
    m_environment.tell(
        {QT_TRANSLATE_NOOP("engine", "%1. What does not fit passes through, and is not stored."),
         {reason}});
}

void Room::noteSuccess(std::int64_t bytes)
{
    {
        // Small blobs that fit are no news while a large one would not. What has made room by going
        // shows in what fitted, not in what is spare. Of a limit of which the disk says nothing, a
        // quota, all that fitted since is the only sign.
        const std::lock_guard lock(m_noting);
        if (!m_refusal)
            return;
        m_fitted += bytes;
        if (!m_isForeseeable && m_fitted < m_refusal->bytes)
            return;
        if (m_isForeseeable && bytes < m_refusal->bytes) {
            const Result<DiskState> now = state();
            if (!now || spareBytes(*now, m_rules) < m_refusal->bytes)
                return;
        }
        m_refusal.reset();
        m_isForeseeable = true;
    }
    tellRoom();
}

void Room::noteState(const DiskState &now)
{
    {
        const std::lock_guard lock(m_noting);
        if (!m_refusal || !m_isForeseeable || spareBytes(now, m_rules) < m_refusal->bytes)
            return;
        m_refusal.reset();
    }
    tellRoom();
}

void Room::tellRoom() const
{
    m_environment.tell(
        QT_TRANSLATE_NOOP("engine", "There is room again: what is pulled is stored."));
}

std::optional<StorageRefusal> Room::refusal() const
{
    const std::lock_guard lock(m_noting);
    return m_refusal;
}

void Room::check()
{
    const std::lock_guard lock(m_making);
    const Result<DiskState> now = state();
    if (!now)
        return;
    noteState(*now);
    if (const std::int64_t tooMuch = bytesAboveHighWater(*now, m_rules); tooMuch > 0)
        m_environment.evict(tooMuch);
}

Result<DiskState> Room::state() const
{
    const Result<Usage> usage = m_environment.usage();
    if (!usage)
        return tl::unexpected(usage.error());
    const std::lock_guard lock(m_promises->mutex);
    return DiskState{.content = usage->content,
                     .downloads = usage->unfinished + m_promises->bytes,
                     .unallocated = m_promises->unallocated,
                     .diskFree = usage->diskFree,
                     .diskSize = usage->diskSize};
}

} // namespace lanyard::store
