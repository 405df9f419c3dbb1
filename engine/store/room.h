// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/diskuse.h"
#include "core/result.h"
#include "store/diskrules.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace lanyard::store {

/// Who may store how much: downloads set aside what they will take before they write it, so that
/// neither the capacity nor what is to stay free is passed, and content goes when there is no room
/// left for them.
///
/// Thread-safe; reserve() and check() may block on the disk.
class Room
{
    struct Promises;

public:
    /// What is on the disk now, without what is reserved here. Thread-safe.
    struct Usage
    {
        std::int64_t content = 0;    ///< bytes of stored content
        std::int64_t unfinished = 0; ///< bytes of downloads that wait to be resumed
        std::int64_t diskFree = 0;
        std::int64_t diskSize = 0;
    };

    struct Environment
    {
        std::function<Result<Usage>()> usage;
        /// Removes downloads that wait to be resumed, all of them.
        std::function<void()> dropUnfinished;
        /// Removes content: so many bytes, or as much as can go when that is less; blocks.
        std::function<void(std::int64_t bytes)> evict;
        /// Told once when there is no room, with the reason, and once when there is again.
        std::function<void(const Message &message)> tell;
    };

    /// Bytes set aside, until it goes.
    class Reservation
    {
    public:
        Reservation(Reservation &&) noexcept = default;
        Reservation &operator=(Reservation &&) = delete;
        Reservation(const Reservation &) = delete;
        Reservation &operator=(const Reservation &) = delete;
        ~Reservation();

        /// The disk has given their space: its free bytes are fewer by them already.
        void setAllocated();

    private:
        friend class Room;
        Reservation(std::shared_ptr<Promises> promises, std::int64_t bytes,
                    std::int64_t unallocated);

        std::shared_ptr<Promises> m_promises; ///< nullptr: moved away
        const std::int64_t m_bytes;
        std::int64_t m_unallocated;
    };

    Room(const DiskRules &rules, Environment environment);
    Room(const Room &) = delete;
    Room &operator=(const Room &) = delete;

    /// Sets aside `bytes`, of which `present` are on the disk already. Makes room if there is none.
    /// NoRoom, with the reason; Io.
    Result<Reservation> reserve(std::int64_t bytes, std::int64_t present = 0);
    /// Says that the disk did not take `bytes` after all. NoRoom, as of a user over quota, is told
    /// as a refusal of reserve(); anything else each time.
    void noteRefusal(std::int64_t bytes, const Error &error);
    /// Says that `bytes` that were reserved are stored.
    void noteSuccess(std::int64_t bytes);
    /// Makes room when high water is reached, and sees whether there is room again.
    void check();

    /// What did not fit, and would not now as far as is known; nullopt: all does. Does not block.
    std::optional<StorageRefusal> refusal() const;

private:
    /// What all reservations hold together.
    struct Promises
    {
        std::mutex mutex;
        // Guarded by mutex:
        std::int64_t bytes = 0;
        std::int64_t unallocated = 0;
    };

    Result<DiskState> state() const;
    void tellRefusal(const StorageRefusal &refusal, const Message &reason);
    void noteState(const DiskState &now);
    void tellRoom() const;

    const DiskRules m_rules;
    const Environment m_environment;
    const std::shared_ptr<Promises> m_promises = std::make_shared<Promises>();
    std::mutex m_making; ///< held while room is made and taken
    mutable std::mutex m_noting;
    // Guarded by m_noting:
    std::optional<StorageRefusal> m_refusal; ///< none: all did fit
    std::int64_t m_fitted = 0;               ///< what did since
    bool m_isForeseeable = true;             ///< what is spare says what fits
};

} // namespace lanyard::store
