// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/answerhead.h"
#include "http/httpserver.h"
#include "http/inbox.h"
#include "http/peer.h"
#include "http/readiness.h"
#include "http/requesthandler.h"
#include "http/requestparser.h"
#include "http/shownheaders.h"
#include "http/transfer.h"
#include "http/transport.h"

#include <QtGlobal>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lanyard::http {

class NetworkThread;

/// What the connections of one network thread share. They run one after the other, so one buffer
/// and one parser serve them all.
struct ConnectionEnvironment
{
    NetworkThread &thread; ///< where responders bring their answers
    RequestHandler &handler;
    RequestObserver &observer;
    const ServerLimits &limits;
    Readiness &readiness;
    std::shared_ptr<Inbox> inbox; ///< where growing files wake their readers
    AnswerHeadWriter headWriter;
    RequestParser parser;
    ShownHeaders shownHeaders;
    std::vector<char> receiveBuffer;
    std::vector<char> sendBuffer; ///< of transports that do not send from where the bytes are
    bool isDraining = false;      ///< every answer is the last of its connection
};

/// One client's connection: receives requests, has each answered, sends the answers in order, one
/// at a time. Lives on its network thread, which owns it and removes it once isClosed().
///
/// While it is idle it holds no buffer. Bytes are kept only of an incomplete head and of pipelined
/// requests, limits::headerBytesMax at most; then it stops reading.
class Connection final
{
    Q_DISABLE_COPY_MOVE(Connection)

public:
    using TimePoint = std::chrono::steady_clock::time_point;

    Connection(ConnectionEnvironment &environment, std::uint64_t id,
               std::unique_ptr<Transport> transport, Peer peer, bool isExcess);
    ~Connection();

    bool isClosed() const { return m_state == State::Closed; }

    /// The handler is being called: proceed() must not be.
    bool isHandling() const { return m_isHandling; }

    void handleEvent(const Readiness::Event &event);

    /// Takes the answer to the request `serial`; false when that is not the one that waits.
    /// proceed() sends it, or the connection itself once the handler has returned.
    bool takeAnswer(std::uint64_t serial, Response &&response);
    void proceed();

    /// A growing file has more, or its end.
    void handleFileGrown();
    /// Does what is due at `now`.
    void checkDeadline(TimePoint now);
    /// Ends after the running answer, or now when there is none.
    void drain();
    /// Ends now; what the client got of an answer is visibly not the whole.
    void cut();

private:
    enum class State : std::uint8_t {
        Receiving, ///< a request, or none yet
        Waiting,   ///< for the handler's answer
        Sending,
        Lingering, ///< everything is said; unread bytes of the client are thrown away
        Closed,
    };

    void receive();
    void discardInput();
    void consumeInput();
    std::string_view consume(std::string_view bytes);
    std::string_view skipBody(std::string_view bytes);

    void beginRequest();
    void dispatch();
    void readFraming(const Framing &framing);
    void recordRequest(const Request &request);
    void refuse(const Refusal &refusal);
    void sendAnswer(Response &&response);
    void advance(Transfer::Progress progress);
    void finishAnswer();
    void report(bool isComplete);
    std::int64_t elapsedUs() const;

    void linger();
    void close();
    void updateInterest();
    void setDeadline(std::chrono::milliseconds patience);
    GrowingFile::Waker waker() const;

    ConnectionEnvironment &m_environment;
    const std::uint64_t m_id;
    std::unique_ptr<Transport> m_transport;
    const Peer m_peer;
    const bool m_isExcess;

    State m_state = State::Receiving;
    bool m_isEstablished = false;   // the transport has agreed with the client how they speak
    bool m_isHandling = false;      // the handler has the word: an answer is only kept
    bool m_isInputEnded = false;    // the client has sent its last byte
    bool m_hasRequestBegun = false; // a byte of the next request is there
    bool m_awaitsFile = false;
    bool m_wantsToWrite = false;
    Readiness::Interest m_interest{.reads = true, .writes = false};
    TimePoint m_deadline = TimePoint::max();

    std::string m_input;
    std::size_t m_scanned = 0;    // of m_input, by the parser
    std::int64_t m_bodyLeft = 0;  // of the last request's body, to be skipped
    std::size_t m_lingerLeft = 0; // what may still be thrown away

    // The running request and its answer.
    std::uint64_t m_serial = 0;
    TimePoint m_startedAt;
    bool m_isHead = false;
    bool m_keepsAlive = true;    // the connection, afterwards
    bool m_clientCloses = false; // it said so: nothing more will come from it
    bool m_leavesBodyUnread = false;
    std::optional<Response> m_answer;
    Transfer m_transfer;
    std::int64_t m_sentAtDeadline = -1; // of m_transfer, when the deadline was set
    QByteArray m_userAgent;             // of the last request: most clients have one
    RequestRecord m_record;
};

} // namespace lanyard::http
