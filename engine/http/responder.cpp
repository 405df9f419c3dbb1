// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/responder.h"

#include "http/networkthread.h"
#include "http/refusal.h"

#include <utility>

namespace lanyard::http {

Responder::Responder(NetworkThread &thread, std::uint64_t connectionId, std::uint64_t requestSerial)
    : m_thread(&thread)
    , m_connectionId(connectionId)
    , m_requestSerial(requestSerial)
{
}

Responder::Responder(Receiver receiver)
    : m_receiver(std::move(receiver))
{
}

Responder::Responder(Responder &&other) noexcept
    : m_thread(std::exchange(other.m_thread, nullptr))
    , m_connectionId(other.m_connectionId)
    , m_requestSerial(other.m_requestSerial)
    , m_receiver(std::exchange(other.m_receiver, nullptr))
{
}

Responder &Responder::operator=(Responder &&other) noexcept
{
    // What this one stood for is destroyed with `previous`, and so answered.
    const Responder previous(std::move(*this));
    m_thread = std::exchange(other.m_thread, nullptr);
    m_connectionId = other.m_connectionId;
    m_requestSerial = other.m_requestSerial;
    m_receiver = std::exchange(other.m_receiver, nullptr);
    return *this;
}

Responder::~Responder()
{
    if (isValid())
        respond(refusalResponse(500, "the request was given up"));
}

void Responder::respond(Response response)
{
    Q_ASSERT(isValid());
    if (const Receiver receiver = std::exchange(m_receiver, nullptr)) {
        receiver(std::move(response));
        return;
    }
    NetworkThread *thread = std::exchange(m_thread, nullptr);
    thread->respond(m_connectionId, m_requestSerial, std::move(response));
}

} // namespace lanyard::http
