// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/transfer.h"

#include "core/limits.h"

#include <algorithm>
#include <utility>

namespace lanyard::http {

namespace {

constexpr auto turnBytes = static_cast<std::int64_t>(limits::sendTurnBytes);
constexpr auto chunkBytes = static_cast<std::int64_t>(limits::sendChunkBytes);

std::string_view memoryOf(const Body &body)
{
    const auto *bytes = std::get_if<QByteArray>(&body);
    return bytes == nullptr
               ? std::string_view()
               : std::string_view(bytes->constData(), static_cast<std::size_t>(bytes->size()));
}

/// Whether bytes of the body can follow the head at once.
bool isBodyThere(const Body &body)
{
    if (const auto *growing = std::get_if<GrowingBody>(&body))
        return growing->reader.readable().end > growing->offset;
    return std::holds_alternative<FileBody>(body);
}

} // namespace

Transfer::Progress Transfer::begin(Transport &transport, std::string_view head, Body body)
{
    m_body = std::move(body);
    m_bodyLength = bodyLength(m_body);
    m_bodyOffset = 0;
    m_turnBytes = 0;
    const Progress progress = sendMemory(transport, head, memoryOf(m_body));
    return progress == Progress::Done && m_bodyOffset < m_bodyLength ? resume(transport) : progress;
}

Transfer::Progress Transfer::resume(Transport &transport)
{
    m_turnBytes = 0;
    if (!m_head.empty() || std::holds_alternative<QByteArray>(m_body)) {
        const std::string head = std::exchange(m_head, {});
        const auto offset = static_cast<std::size_t>(m_bodyOffset);
        const std::string_view memory = memoryOf(m_body);
        const Progress progress =
            sendMemory(transport, head, memory.empty() ? memory : memory.substr(offset));
        if (progress != Progress::Done)
            return progress;
    }
    if (m_bodyOffset == m_bodyLength)
        return Progress::Done;
    return std::holds_alternative<GrowingBody>(m_body) ? sendGrowing(transport)
                                                       : sendFile(transport);
}

bool Transfer::awaitFile(GrowingFile::Waker waker)
{
    return std::get<GrowingBody>(m_body).reader.await(std::move(waker));
}

void Transfer::end()
{
    m_body = std::monostate();
    m_bodyOffset = 0;
    std::string().swap(m_head); // assignment would keep the memory
}

Transfer::Progress Transfer::sendMemory(Transport &transport, std::string_view head,
                                        std::string_view body)
{
    while (!head.empty() || !body.empty()) {
        const bool isFollowed = m_bodyLength > m_bodyOffset && isBodyThere(m_body);
        const IoResult result = transport.write(head, body, isFollowed);
        if (result.status != IoResult::Status::Done) {
            m_head.assign(head);
            return result.status == IoResult::Status::WouldBlock ? Progress::Blocked
                                                                 : Progress::Disconnected;
        }
        const std::size_t ofHead = std::min(result.bytes, head.size());
        head.remove_prefix(ofHead);
        body.remove_prefix(result.bytes - ofHead);
        m_bodyOffset += static_cast<std::int64_t>(result.bytes - ofHead);
        m_sentBytes += static_cast<std::int64_t>(result.bytes);
    }
    return Progress::Done;
}

Transfer::Progress Transfer::sendFile(Transport &transport)
{
    const auto &body = std::get<FileBody>(m_body);
    const Progress progress = sendRange(transport, *body.file, body.offset, m_bodyLength);
    if (progress == Progress::Cut && body.onUnreadable)
        body.onUnreadable();
    return progress;
}

Transfer::Progress Transfer::sendGrowing(Transport &transport)
{
    auto &body = std::get<GrowingBody>(m_body);
    // The state first: once it is Complete, all bytes are published.
    const GrowingFile::State state = body.reader.state();
    if (state == GrowingFile::State::Failed)
        return Progress::Cut;
    for (;;) {
        const GrowingFile::Reader::Stretch stretch = body.reader.readable();
        const std::int64_t available = std::min(stretch.end - body.offset, m_bodyLength);
        if (available <= m_bodyOffset)
            return state == GrowingFile::State::Growing ? Progress::AwaitsFile : Progress::Cut;
        const Progress progress = sendRange(transport, *stretch.file, body.offset, available);
        body.reader.advance(body.offset + m_bodyOffset);
        if (progress != Progress::Done || m_bodyOffset == m_bodyLength)
            return progress;
    }
}

/// Sends the body up to `length`; it begins at `position` of the file.
Transfer::Progress Transfer::sendRange(Transport &transport, const FileDescriptor &file,
                                       std::int64_t position, std::int64_t length)
{
    while (m_bodyOffset < length) {
        if (m_turnBytes >= turnBytes)
            return Progress::TurnOver;
        const std::int64_t wanted = std::min(length - m_bodyOffset, chunkBytes);
        const IoResult result =
            transport.sendFile(file, position + m_bodyOffset, static_cast<std::size_t>(wanted));
        switch (result.status) {
        case IoResult::Status::Done:
            m_bodyOffset += static_cast<std::int64_t>(result.bytes);
            m_turnBytes += static_cast<std::int64_t>(result.bytes);
            m_sentBytes += static_cast<std::int64_t>(result.bytes);
            // Less than asked for: the socket is full, or the file at its end. The next turn tells,
            // without a call that most often only says so now.
            if (std::cmp_less(result.bytes, wanted))
                return Progress::Blocked;
            break;
        case IoResult::Status::WouldBlock:
            return Progress::Blocked;
        case IoResult::Status::EndOfInput: // shorter than the head promised
        case IoResult::Status::Unreadable:
            return Progress::Cut;
        case IoResult::Status::Failed:
            return Progress::Disconnected;
        }
    }
    return Progress::Done;
}

} // namespace lanyard::http
