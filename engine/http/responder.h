// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"

#include <cstdint>
#include <functional>

namespace lanyard::http {

class NetworkThread;

/// The right to answer one request, once, from any thread. Moved, never copied. On the request's
/// own network thread the answer goes out at once; from another it is posted there. When the client
/// has left meanwhile, the answer is dropped. Destroyed unanswered, it answers 500.
class Responder
{
public:
    /// Takes the answer to a request that no client made, on the thread that answers.
    using Receiver = std::function<void(Response)>;

    Responder() = default;
    Responder(NetworkThread &thread, std::uint64_t connectionId, std::uint64_t requestSerial);
    explicit Responder(Receiver receiver);
    Responder(Responder &&other) noexcept;
    Responder &operator=(Responder &&other) noexcept;
    Responder(const Responder &) = delete;
    Responder &operator=(const Responder &) = delete;
    ~Responder();

    bool isValid() const { return m_thread != nullptr || m_receiver; }

    void respond(Response response);

private:
    NetworkThread *m_thread = nullptr; // outlives every responder: the server stops last
    std::uint64_t m_connectionId = 0;
    std::uint64_t m_requestSerial = 0;
    Receiver m_receiver; // instead of the three
};

} // namespace lanyard::http
