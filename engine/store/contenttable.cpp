// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/contenttable.h"

#include <cstring>
#include <limits>
#include <random>

namespace lanyard::store {

namespace {

constexpr ContentNumber freeSlot = std::numeric_limits<ContentNumber>::max();
constexpr std::size_t slotsAtFirst = 1024;
constexpr std::int64_t notStored = -1;

std::uint64_t randomSeed()
{
    std::random_device device;
    return (std::uint64_t{device()} << 32) | device();
}

/// One round of multiply and fold.
std::uint64_t mix(std::uint64_t value, std::uint64_t word)
{
    value = (value ^ word) * 0x9e3779b97f4a7c15U;
    return value ^ (value >> 32);
}

} // namespace

ContentTable::ContentTable()
    : m_seed(randomSeed())
    , m_slots(slotsAtFirst, freeSlot)
{
}

std::optional<ContentNumber> ContentTable::find(const Digest &digest) const
{
    const ContentNumber content = m_slots[slotOf(digest)];
    return content == freeSlot ? std::nullopt : std::optional(content);
}

ContentNumber ContentTable::insert(const Digest &digest)
{
    std::size_t slot = slotOf(digest);
    if (m_slots[slot] != freeSlot)
        return m_slots[slot];
    // At most half full: a search that fails looks at two slots.
    if (2 * (m_entries.size() + 1) > m_slots.size()) {
        grow();
        slot = slotOf(digest);
    }
    const auto content = static_cast<ContentNumber>(m_entries.size());
    const QByteArrayView raw = digest.raw();
    Entry &entry = m_entries.emplace_back();
    entry.storedSize = notStored;
    std::memcpy(entry.head.data(), raw.data(), headBytes);
    if (raw.size() > static_cast<qsizetype>(headBytes))
        std::memcpy(m_tails[content].data(), raw.data() + headBytes, headBytes);
    m_slots[slot] = content;
    return content;
}

Digest ContentTable::digest(ContentNumber content) const
{
    const Entry &entry = m_entries[content];
    const auto tail = m_tails.find(content);
    if (tail == m_tails.end())
        return Digest::fromRaw(Digest::Algorithm::Sha256,
                               QByteArrayView(entry.head.data(), headBytes));
    std::array<std::uint8_t, 2 * headBytes> raw{};
    std::memcpy(raw.data(), entry.head.data(), headBytes);
    std::memcpy(raw.data() + headBytes, tail->second.data(), headBytes);
    return Digest::fromRaw(Digest::Algorithm::Sha512, QByteArrayView(raw.data(), raw.size()));
}

std::optional<std::int64_t> ContentTable::storedSize(ContentNumber content) const
{
    const std::int64_t size = m_entries[content].storedSize;
    return size == notStored ? std::nullopt : std::optional(size);
}

void ContentTable::setStoredSize(ContentNumber content, std::optional<std::int64_t> size)
{
    m_entries[content].storedSize = size.value_or(notStored);
}

bool ContentTable::matches(ContentNumber content, const Digest &digest) const
{
    const char *raw = digest.raw().data();
    if (std::memcmp(m_entries[content].head.data(), raw, headBytes) != 0)
        return false;
    const auto tail = m_tails.find(content);
    if (tail == m_tails.end())
        return digest.algorithm() == Digest::Algorithm::Sha256;
    return digest.algorithm() == Digest::Algorithm::Sha512 &&
           std::memcmp(tail->second.data(), raw + headBytes, headBytes) == 0;
}

std::size_t ContentTable::hash(const Digest &digest) const
{
    std::uint64_t value = m_seed;
    for (std::size_t at = 0; at < headBytes; at += sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, digest.raw().data() + at, sizeof word);
        value = mix(value, word);
    }
    return value;
}

std::size_t ContentTable::slotOf(const Digest &digest) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = hash(digest) & mask;
    while (m_slots[slot] != freeSlot && !matches(m_slots[slot], digest))
        slot = (slot + 1) & mask;
    return slot;
}

void ContentTable::grow()
{
    m_slots.assign(2 * m_slots.size(), freeSlot);
    for (ContentNumber content = 0; content < m_entries.size(); ++content)
        m_slots[slotOf(digest(content))] = content;
}

} // namespace lanyard::store
