// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/connection.h"

#include "core/clock.h"
#include "core/limits.h"
#include "http/refusal.h"
#include "http/requesthead.h"

#include <algorithm>
#include <utility>

namespace lanyard::http {

namespace {

/// What logs show for a client that left before its answer; never sent.
constexpr int clientLeftStatus = 499;

QByteArray toBytes(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// The usual names are shared by all records.
QByteArray methodBytes(std::string_view name)
{
    static const QByteArray get = QByteArrayLiteral("GET");
    static const QByteArray head = QByteArrayLiteral("HEAD");
    if (name == "GET")
        return get;
    return name == "HEAD" ? head : toBytes(name);
}

/// Assignment would keep the memory.
void release(std::string &text)
{
    std::string().swap(text);
}

} // namespace

Connection::Connection(ConnectionEnvironment &environment, std::uint64_t id,
                       std::unique_ptr<Transport> transport, Peer peer, bool isExcess)
    : m_environment(environment)
    , m_id(id)
    , m_transport(std::move(transport))
    , m_peer(std::move(peer))
    , m_isExcess(isExcess)
{
    // A handshake takes no longer than a request may.
    m_isEstablished = m_transport->isEstablished();
    const auto patience =
        m_isEstablished ? environment.limits.idleTimeout : environment.limits.requestTimeout;
    setDeadline(isExcess ? environment.limits.lingerTimeout : patience);
    if (!environment.readiness.watch(m_transport->descriptor(), m_id, m_interest))
        close();
}

Connection::~Connection() = default;

void Connection::handleEvent(const Readiness::Event &event)
{
    if (event.isBroken)
        return cut();
    if (event.isWritable && m_state == State::Sending)
        advance(m_transfer.resume(*m_transport));
    const bool isReadable =
        m_state != State::Closed &&
        (event.isReadable || (event.isWritable && m_transport->readsWhenWritable()));
    if (isReadable && m_state == State::Lingering)
        discardInput();
    else if (isReadable)
        receive();
    if (!m_isEstablished && m_state == State::Receiving && m_transport->isEstablished()) {
        m_isEstablished = true;
        // A request that came with the end of the handshake has a deadline of its own.
        if (!m_hasRequestBegun && m_serial == 0 && !m_isExcess)
            setDeadline(m_environment.limits.idleTimeout);
    }
    proceed();
}

void Connection::handleFileGrown()
{
    if (std::exchange(m_awaitsFile, false) && m_state == State::Sending)
        advance(m_transfer.resume(*m_transport));
    proceed();
}

void Connection::proceed()
{
    if (m_answer)
        sendAnswer(*std::exchange(m_answer, std::nullopt));
    consumeInput();
    // What the transport holds no event tells of.
    while (m_state == State::Receiving && !m_isInputEnded && m_transport->hasInput() &&
           m_input.size() < limits::headerBytesMax) {
        receive();
        consumeInput();
    }
    if (m_state == State::Receiving && m_isInputEnded)
        close(); // half a request, or none: no answer is owed
    updateInterest();
}

void Connection::receive()
{
    const std::size_t room = limits::headerBytesMax - m_input.size();
    if (m_isInputEnded || room == 0)
        return;
    std::vector<char> &buffer = m_environment.receiveBuffer;
    const IoResult result = m_transport->read(buffer.data(), std::min(room, buffer.size()));
    if (result.status == IoResult::Status::EndOfInput)
        m_isInputEnded = true;
    if (result.status == IoResult::Status::Failed)
        cut();
    if (result.status != IoResult::Status::Done)
        return;

    const std::string_view bytes = skipBody({buffer.data(), result.bytes});
    if (m_state != State::Receiving || !m_input.empty()) {
        m_input.append(bytes); // proceed() goes on with it
        return;
    }
    const std::string_view rest = consume(bytes);
    m_input.assign(rest);
}

void Connection::consumeInput()
{
    if (m_state == State::Receiving && !m_input.empty())
        m_input.erase(0, m_input.size() - consume(m_input).size());
    if (m_input.empty() || m_state >= State::Lingering)
        release(m_input);
}

/// Has the requests in `bytes` answered, until one of them must wait; returns the rest.
std::string_view Connection::consume(std::string_view bytes)
{
    for (;;) {
        bytes = skipBody(bytes);
        if (m_state != State::Receiving || bytes.empty())
            return bytes;
        if (!m_hasRequestBegun)
            beginRequest();
        RequestParser &parser = m_environment.parser;
        const RequestParser::Outcome outcome = parser.parse(bytes, m_scanned);
        if (outcome == RequestParser::Outcome::NeedsMore)
            return bytes;
        m_scanned = 0;
        if (outcome == RequestParser::Outcome::Refused) {
            recordRequest(parser.request());
            refuse(parser.refusal());
            return {};
        }
        bytes.remove_prefix(parser.headLength());
        dispatch();
    }
}

std::string_view Connection::skipBody(std::string_view bytes)
{
    if (m_bodyLeft == 0)
        return bytes;
    const auto skipped =
        static_cast<std::size_t>(std::min(m_bodyLeft, static_cast<std::int64_t>(bytes.size())));
    m_bodyLeft -= static_cast<std::int64_t>(skipped);
    if (m_bodyLeft == 0 && m_state == State::Receiving)
        setDeadline(m_environment.limits.idleTimeout);
    return bytes.substr(skipped);
}

void Connection::discardInput()
{
    std::vector<char> &buffer = m_environment.receiveBuffer;
    const IoResult result = m_transport->read(buffer.data(), buffer.size());
    if (result.status == IoResult::Status::WouldBlock)
        return;
    m_lingerLeft -= std::min(m_lingerLeft, result.bytes);
    if (result.status != IoResult::Status::Done || m_lingerLeft == 0)
        close();
}

void Connection::beginRequest()
{
    m_hasRequestBegun = true;
    m_startedAt = std::chrono::steady_clock::now();
    m_record.startedAtMs = toEpochMs(std::chrono::system_clock::now());
    if (!m_isExcess)
        m_deadline = m_startedAt + m_environment.limits.requestTimeout;
}

void Connection::recordRequest(const Request &request)
{
    ++m_serial;
    m_isHead = request.method == Method::Head;
    m_record.client = m_peer.address;
    m_record.method = methodBytes(request.methodName);
    m_record.target = toBytes(request.target);
    m_record.minorVersion = request.minorVersion;
    const std::string_view userAgent = request.header("User-Agent");
    if (userAgent !=
        std::string_view(m_userAgent.constData(), static_cast<std::size_t>(m_userAgent.size())))
        m_userAgent = toBytes(userAgent);
    m_record.userAgent = m_userAgent;
    m_record.headers = m_environment.shownHeaders.of(request.fields);
}

void Connection::readFraming(const Framing &framing)
{
    const bool hasBody = framing.isChunked || framing.contentLength > 0;
    const bool isTooLarge =
        framing.contentLength > static_cast<std::int64_t>(limits::drainedBodyBytesMax);
    // No answer depends on a body, so one that would cost is not read. RFC 9110 §10.1.1: to a
    // client that asks before it sends, the final answer may come at once; whether the body
    // follows nevertheless cannot be known, so the connection ends with it.
    m_leavesBodyUnread = framing.isChunked || isTooLarge || (framing.expectsContinue && hasBody);
    m_bodyLeft = m_leavesBodyUnread ? 0 : framing.contentLength;
    m_clientCloses = !framing.keepsAlive;
    m_keepsAlive = framing.keepsAlive && !m_leavesBodyUnread;
}

void Connection::dispatch()
{
    m_environment.parser.setClient(m_peer);
    const Request &request = m_environment.parser.request();
    const Framing &framing = m_environment.parser.framing();
    recordRequest(request);
    readFraming(framing);
    if (m_isExcess)
        return refuse({503, "too many connections"});
    if (request.method != Method::Other &&
        framing.contentLength > static_cast<std::int64_t>(limits::drainedBodyBytesMax))
        return refuse({413, "the request body is too large"});

    m_state = State::Waiting;
    setDeadline(m_environment.limits.answerTimeout);
    m_isHandling = true;
    m_environment.handler.handle(request, Responder(m_environment.thread, m_id, m_serial));
    m_isHandling = false;
    if (m_answer)
        sendAnswer(*std::exchange(m_answer, std::nullopt));
}

void Connection::refuse(const Refusal &refusal)
{
    m_clientCloses = false; // more may come, whatever it said
    sendAnswer(refusalResponse(refusal.status, refusal.message));
}

bool Connection::takeAnswer(std::uint64_t serial, Response &&response)
{
    if (m_state != State::Waiting || serial != m_serial)
        return false;
    m_answer = std::move(response);
    return true;
}

void Connection::sendAnswer(Response &&response)
{
    m_keepsAlive = m_keepsAlive && !response.closeConnection && !m_environment.isDraining;
    const bool hasBody = !m_isHead && !isBodiless(response.status);
    const bool isLengthGiven = response.contentLength >= 0 && !hasBody;
    Q_ASSERT(!hasBody || response.contentLength < 0 ||
             response.contentLength == bodyLength(response.body));
    const AnswerFraming framing{
        .requestMinorVersion = m_record.minorVersion,
        .keepsAlive = m_keepsAlive,
        .contentLength = isLengthGiven ? response.contentLength : bodyLength(response.body),
    };
    const std::string_view head = m_environment.headWriter.write(response, framing);
    m_record.status = response.status;
    m_record.firstByteUs = elapsedUs();
    m_record.labels = std::move(response.labels);
    m_state = State::Sending;
    m_sentAtDeadline = -1;
    advance(m_transfer.begin(*m_transport, head, hasBody ? std::move(response.body) : Body()));
}

void Connection::advance(Transfer::Progress progress)
{
    using Progress = Transfer::Progress;
    switch (progress) {
    case Progress::Done:
        return finishAnswer();
    case Progress::AwaitsFile:
        m_wantsToWrite = false;
        m_awaitsFile = true;
        // Not the client is slow. A file that grows has something to wait for.
        setDeadline(m_environment.limits.answerTimeout);
        m_sentAtDeadline = -1;
        if (m_transfer.awaitFile(waker()))
            return;
        m_awaitsFile = false;
        [[fallthrough]]; // the file has grown meanwhile: in the next turn
    case Progress::Blocked:
    case Progress::TurnOver:
        m_wantsToWrite = true;
        if (m_transfer.sentBytes() != std::exchange(m_sentAtDeadline, m_transfer.sentBytes()))
            setDeadline(m_environment.limits.writeTimeout);
        return;
    case Progress::Cut:
    case Progress::Disconnected:
        return cut();
    }
}

void Connection::finishAnswer()
{
    report(true);
    m_transfer.end();
    m_wantsToWrite = false;
    m_hasRequestBegun = false;
    if (!m_keepsAlive)
        return linger();
    m_state = State::Receiving;
    setDeadline(m_bodyLeft > 0 ? m_environment.limits.requestTimeout
                               : m_environment.limits.idleTimeout);
}

void Connection::report(bool isComplete)
{
    m_record.durationUs = elapsedUs();
    m_record.bodyBytes = m_transfer.sentBodyBytes();
    m_record.isComplete = isComplete;
    if (!m_record.method.isEmpty())
        m_environment.observer.requestFinished(std::move(m_record));
    m_record = {};
}

/// Since the request's first byte.
std::int64_t Connection::elapsedUs() const
{
    const auto elapsed = std::chrono::steady_clock::now() - m_startedAt;
    return std::chrono::duration_cast<std::chrono::microseconds>(elapsed).count();
}

void Connection::checkDeadline(TimePoint now)
{
    if (now < m_deadline)
        return;
    if (m_state == State::Sending)
        return cut();
    if (m_state == State::Waiting) {
        sendAnswer(refusalResponse(504, "no answer could be had in time"));
        return updateInterest();
    }
    if (m_state != State::Receiving || !m_hasRequestBegun || m_isExcess)
        return close();
    const RequestLineGuess line = guessRequestLine(m_input);
    Request request;
    request.methodName = line.method;
    request.target = line.target;
    recordRequest(request);
    refuse({408, "the request was not complete in time"});
    updateInterest();
}

void Connection::drain()
{
    // A request may have arrived that no event has told of yet: it is still answered.
    if (m_state == State::Receiving)
        receive();
    proceed();
    if (m_state == State::Receiving && !m_hasRequestBegun)
        close();
}

void Connection::cut()
{
    if (m_state == State::Waiting)
        m_record.status = clientLeftStatus;
    if (m_state == State::Waiting || m_state == State::Sending)
        report(false);
    if (m_state == State::Sending)
        m_transport->abort();
    close();
}

/// Ends the connection so that the answer arrives: closing a socket with unread input resets it,
/// and that can overtake what was sent (RFC 9112 §9.6).
void Connection::linger()
{
    const bool isInputRead = m_clientCloses && !m_leavesBodyUnread && m_bodyLeft == 0;
    if (m_isInputEnded || isInputRead)
        return close();
    m_transport->shutdownWrite();
    m_state = State::Lingering;
    m_lingerLeft = limits::lingerBytesMax;
    setDeadline(m_environment.limits.lingerTimeout);
}

void Connection::close()
{
    if (m_state == State::Closed)
        return;
    m_state = State::Closed;
    if (m_transport->isHandedOver())
        m_environment.readiness.release(m_transport->descriptor());
    else
        m_environment.readiness.forget(m_transport->descriptor());
    m_transport.reset();
    m_transfer.end();
    m_answer.reset();
}

void Connection::updateInterest()
{
    if (m_state == State::Closed)
        return;
    const bool hasRoom = m_input.size() < limits::headerBytesMax;
    const Readiness::Interest wanted{
        .reads = m_state == State::Lingering || (!m_isInputEnded && hasRoom),
        .writes = (m_state == State::Sending && m_wantsToWrite) || m_transport->readsWhenWritable(),
    };
    if (wanted == std::exchange(m_interest, wanted))
        return;
    m_environment.readiness.change(m_transport->descriptor(), m_id, wanted);
}

void Connection::setDeadline(std::chrono::milliseconds patience)
{
    m_deadline = std::chrono::steady_clock::now() + patience;
}

GrowingFile::Waker Connection::waker() const
{
    return [inbox = m_environment.inbox, id = m_id] {
        inbox->postWake(id);
    };
}

} // namespace lanyard::http
