// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/faultfixture.h"

#include "support/patience.h"
#include "support/rawhttpclient.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

namespace lanyard::test {

namespace {

using std::chrono::milliseconds;

EngineTimeouts hastyTimeouts()
{
    EngineTimeouts timeouts;
    upstream::UpstreamTimeouts &upstream = timeouts.upstream;
    for (milliseconds *timeout :
         {&upstream.connect, &upstream.headers, &upstream.silence, &upstream.document,
          &upstream.token, &upstream.list, &upstream.resumePause, &upstream.brokenBlob,
          &upstream.failureMemory, &upstream.trialInterval, &upstream.probeDelay, &timeouts.answer})
        *timeout /= FaultFixture::haste;
    return timeouts;
}

milliseconds since(const QElapsedTimer &timer)
{
    return milliseconds{timer.elapsed()};
}

} // namespace

FaultFixture::FaultFixture(const std::vector<UpstreamConfig> &further)
{
    clock.run();
    timeouts = hastyTimeouts();
    tagRules = {{.match = "*", .isImmutable = false, .ttl = std::chrono::seconds{0}}};
    furtherUpstreams = further;
    restart();
    hub.addFault("/token", {.status = 200, .body = R"({"token": "t"})"});
    const Digest digest = hub.addBlob("library/stored", m_stored);
    m_storedTarget = "/v2/library/stored/blobs/" + QByteArray::fromStdString(digest.toString());
    const bool isStored = QTest::qWaitFor(
        [this] { return get(m_storedTarget).field("Cache-Status") == "lanyard; hit"; }, patienceMs);
    if (!isStored)
        qFatal("the cache stores nothing");
}

void FaultFixture::arm(const std::string &path, const FaultRow &row)
{
    for (Fault fault : row.faults) {
        for (auto &[name, value] : fault.fields) {
            if (const std::size_t url = value.find("URL"); url != std::string::npos)
                value.replace(url, 3, hub.url());
        }
        hub.addFault(path, std::move(fault));
    }
}

FaultFixture::Trial FaultFixture::ask(const QByteArray &target)
{
    QElapsedTimer timer;
    timer.start();
    ClientRequest request = start(target);
    Trial trial;
    trial.isOtherServed = isOtherServed();
    trial.hitTook = timeHit();
    trial.reply = request.finish();
    trial.took = since(timer);
    return trial;
}

QString FaultFixture::flawOf(const Trial &trial, const QByteArray &body, const Outcomes &outcomes)
{
    const ClientReply &reply = trial.reply;
    if (reply.status == 200 && reply.isComplete && reply.body != body)
        return QStringLiteral("a complete wrong answer");
    if (reply.status == 200 && !body.startsWith(reply.body) && reply.body.size() > body.size())
        return QStringLiteral("a wrong answer");
    const int outcome = reply.status == 200 && !reply.isComplete ? isCut : reply.status;
    if (!outcomes.contains(outcome))
        return QStringLiteral("outcome %1: %2").arg(outcome).arg(QString::fromUtf8(reply.body));
    if (outcome == 503 && reply.field("Retry-After").isEmpty())
        return QStringLiteral("503 without Retry-After");
    if (trial.took > waitMax)
        return QStringLiteral("it took %1 ms").arg(trial.took.count());
    if (trial.hitTook > hitMax)
        return QStringLiteral("a hit took %1 ms").arg(trial.hitTook.count());
    if (!trial.isOtherServed)
        return QStringLiteral("the other registry was disturbed");
    return {};
}

milliseconds FaultFixture::recovery(const QByteArray &target, const QByteArray &body)
{
    QElapsedTimer timer;
    timer.start();
    while (since(timer) < lateRecoveryMax) {
        const ClientReply reply = get(target);
        const QByteArray status = reply.field("Cache-Status");
        const bool isStale = status.contains("fwd=stale") && !status.contains("fwd-status=200");
        if (reply.status == 200 && reply.body == body && !isStale)
            break;
    }
    return since(timer);
}

/// It blocks the engine's thread, which has no part in a hit.
milliseconds FaultFixture::timeHit() const
{
    milliseconds fastest = milliseconds::max();
    for (int i = 0; i < 5 && fastest > hitMax; ++i) {
        QElapsedTimer timer;
        timer.start();
        RawHttpClient client(port());
        client.send("GET " + m_storedTarget.toStdString() + " HTTP/1.1\r\nHost: cache.lan\r\n\r\n");
        const RawAnswer answer = client.readAnswer();
        if (answer.body == m_stored.toStdString())
            fastest = std::min(fastest, since(timer));
    }
    return fastest;
}

bool FaultFixture::isOtherServed()
{
    const QByteArray manifest = imageManifest({}) + QByteArray(++m_asked, '\n');
    const std::string tag = std::to_string(m_asked);
    quay.addManifest("org/app", tag, imageType, manifest);
    const ClientReply reply =
        get("/v2/quay.io/org/app/manifests/" + QByteArray::fromStdString(tag));
    return reply.status == 200 && reply.body == manifest;
}

} // namespace lanyard::test
