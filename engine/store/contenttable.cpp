// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/contenttable.h"

#include <cstring>
#include <random>

namespace lanyard::store {

namespace {

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
    , m_slots(slotsAtFirst)
{
}

std::optional<ContentNumber> ContentTable::find(const Digest &digest) const
{
    const ContentNumber content = m_slots[slotOf(digest, hash(digest))].content;
    return content == freeSlot ? std::nullopt : std::optional(content);
}

ContentNumber ContentTable::insert(const Digest &digest)
{
    const std::uint32_t hashValue = hash(digest);
    std::size_t slot = slotOf(digest, hashValue);
    if (m_slots[slot].content != freeSlot)
        return m_slots[slot].content;
    // At most half full: a search that fails looks at two or three slots.
    if (2 * (m_size + 1) > m_slots.size()) {
        grow();
        slot = slotOf(digest, hashValue);
    }
    if (m_size % entriesPerChunk == 0)
        m_chunks.push_back(std::make_unique<Chunk>());
    const auto content = static_cast<ContentNumber>(m_size++);
    const QByteArrayView raw = digest.raw();
    entry(content).storedSize = notStored;
    std::memcpy(entry(content).head.data(), raw.data(), headBytes);
    if (raw.size() > static_cast<qsizetype>(headBytes))
        std::memcpy(m_tails[content].data(), raw.data() + headBytes, headBytes);
    m_slots[slot] = {.hash = hashValue, .content = content};
    return content;
}

Digest ContentTable::digest(ContentNumber content) const
{
    const Half &head = entry(content).head;
    const auto tail = m_tails.find(content);
    if (tail == m_tails.end())
        return Digest::fromRaw(Digest::Algorithm::Sha256, QByteArrayView(head.data(), headBytes));
    std::array<std::uint8_t, 2 * headBytes> raw{};
    std::memcpy(raw.data(), head.data(), headBytes);
    std::memcpy(raw.data() + headBytes, tail->second.data(), headBytes);
    return Digest::fromRaw(Digest::Algorithm::Sha512, QByteArrayView(raw.data(), raw.size()));
}

std::optional<std::int64_t> ContentTable::storedSize(ContentNumber content) const
{
    const std::int64_t size = entry(content).storedSize;
    return size == notStored ? std::nullopt : std::optional(size);
}

void ContentTable::setStoredSize(ContentNumber content, std::optional<std::int64_t> size)
{
    std::int64_t &entrySize = entry(content).storedSize;
    if (entrySize != notStored) {
        m_storedBytes -= entrySize;
        --m_storedCount;
    }
    entrySize = size.value_or(notStored);
    if (size) {
        m_storedBytes += *size;
        ++m_storedCount;
    }
}

ContentTable::Entry &ContentTable::entry(ContentNumber content)
{
    return (*m_chunks[content / entriesPerChunk])[content % entriesPerChunk];
}

const ContentTable::Entry &ContentTable::entry(ContentNumber content) const
{
    return (*m_chunks[content / entriesPerChunk])[content % entriesPerChunk];
}

bool ContentTable::matches(ContentNumber content, const Digest &digest) const
{
    const char *raw = digest.raw().data();
    if (std::memcmp(entry(content).head.data(), raw, headBytes) != 0)
        return false;
    const auto tail = m_tails.find(content);
    if (tail == m_tails.end())
        return digest.algorithm() == Digest::Algorithm::Sha256;
    return digest.algorithm() == Digest::Algorithm::Sha512 &&
           std::memcmp(tail->second.data(), raw + headBytes, headBytes) == 0;
}

std::uint32_t ContentTable::hash(const Digest &digest) const
{
    std::uint64_t value = m_seed;
    for (std::size_t at = 0; at < headBytes; at += sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, digest.raw().data() + at, sizeof word);
        value = mix(value, word);
    }
    return static_cast<std::uint32_t>(value);
}

std::size_t ContentTable::slotOf(const Digest &digest, std::uint32_t hash) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t at = hash & mask;
    while (m_slots[at].content != freeSlot &&
           !(m_slots[at].hash == hash && matches(m_slots[at].content, digest)))
        at = (at + 1) & mask;
    return at;
}

void ContentTable::grow()
{
    std::vector<Slot> slots(2 * m_slots.size());
    const std::size_t mask = slots.size() - 1;
    for (const Slot &slot : m_slots) {
        if (slot.content == freeSlot)
            continue;
        std::size_t at = slot.hash & mask;
        while (slots[at].content != freeSlot)
            at = (at + 1) & mask;
        slots[at] = slot;
    }
    m_slots.swap(slots);
}

} // namespace lanyard::store
