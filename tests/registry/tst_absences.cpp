// SPDX-License-Identifier: GPL-3.0-or-later
// Proves what is remembered of manifests that are not there: for how long, how many, of whom; and
// that it is no trouble, hides nothing, and never lasts longer than upstream's answer.
#include "core/limits.h"
#include "registry/absences.h"
#include "support/manualclock.h"

#include <QTest>

#include <optional>
#include <utility>

using namespace lanyard;
using namespace lanyard::registry;
using namespace std::chrono_literals;

namespace {

Repository repository(const std::string &registry, upstream::UpstreamId id)
{
    return {.upstream = id, .registry = registry, .name = "org/app"};
}

const Repository hub = repository("docker.io", 0);
const Repository quay = repository("quay.io", 1);
const Error gone{.code = ErrorCode::NotFound, .message = "no such tag"};

/// What a client is told; nullopt: it is not refused.
std::optional<http::Response> answer(const Absences &absences, const Repository &repository,
                                     const std::string &reference, bool isOwn = false)
{
    std::optional<http::Response> told;
    RegistryRequest request;
    request.repository = repository;
    request.reference = reference;
    request.isOwn = isOwn;
    request.responder =
        http::Responder([&told](http::Response response) { told = std::move(response); });
    const bool isRefused = absences.answer(request);
    if (!isRefused) {
        // Whoever may answer must.
        request.refuse(RegistryError::Unavailable, {});
        told.reset();
    }
    return told;
}

} // namespace

class TestAbsences final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAsUpstreamDid();
    void countsForSeconds();
    void isOfOneReference();
    void remembersNoTrouble_data();
    void remembersNoTrouble();
    void asksAnewForItself();
    void forgets();
    void isBounded();
};

void TestAbsences::answersAsUpstreamDid()
{
    test::ManualClock clock;
    Absences absences(clock);
    absences.note(hub, "1", gone);
    const auto told = answer(absences, hub, "1");
    QVERIFY(told);
    QCOMPARE(told->status, 404);
    QVERIFY(std::get<QByteArray>(told->body).contains("no such tag"));
    QCOMPARE(english(told->labels.rule), std::string("not there: 5s"));
    QCOMPARE(told->labels.result, CacheResult::Failed);
}

void TestAbsences::countsForSeconds()
{
    test::ManualClock clock;
    Absences absences(clock);
    absences.note(hub, "1", gone);
    clock.advance(limits::absenceMemory - 1ms);
    // To be asked does not make it last longer.
    QVERIFY(answer(absences, hub, "1"));
    clock.advance(1ms);
    QVERIFY(!answer(absences, hub, "1"));
    // Nor shorter, when somebody sets the calendar.
    absences.note(hub, "1", gone);
    clock.jump(1h);
    QVERIFY(answer(absences, hub, "1"));
}

void TestAbsences::isOfOneReference()
{
    test::ManualClock clock;
    Absences absences(clock);
    absences.note(hub, "1", gone);
    QVERIFY(!answer(absences, hub, "2"));
    QVERIFY(!answer(absences, quay, "1"));
}

void TestAbsences::remembersNoTrouble_data()
{
    QTest::addColumn<int>("code");
    QTest::newRow("429") << static_cast<int>(ErrorCode::RateLimited);
    QTest::newRow("unreachable") << static_cast<int>(ErrorCode::Unreachable);
    QTest::newRow("offline") << static_cast<int>(ErrorCode::Offline);
    QTest::newRow("timeout") << static_cast<int>(ErrorCode::TimedOut);
    QTest::newRow("5xx") << static_cast<int>(ErrorCode::BadUpstream);
    QTest::newRow("wrong digest") << static_cast<int>(ErrorCode::Corrupt);
    QTest::newRow("cancelled") << static_cast<int>(ErrorCode::Cancelled);
}

void TestAbsences::remembersNoTrouble()
{
    QFETCH(const int, code);
    test::ManualClock clock;
    Absences absences(clock);
    absences.note(hub, "1", {.code = static_cast<ErrorCode>(code)});
    QVERIFY(!answer(absences, hub, "1"));
}

void TestAbsences::asksAnewForItself()
{
    test::ManualClock clock;
    Absences absences(clock);
    absences.note(hub, "1", gone);
    QVERIFY(!answer(absences, hub, "1", true));
    QVERIFY(answer(absences, hub, "1"));
}

void TestAbsences::forgets()
{
    test::ManualClock clock;
    Absences absences(clock);
    absences.note(hub, "1", gone);
    absences.note(hub, "2", gone);
    absences.note(quay, "1", gone);
    absences.remove(hub, "1");
    QVERIFY(!answer(absences, hub, "1"));
    QVERIFY(answer(absences, hub, "2"));
    absences.forget(hub.upstream);
    QVERIFY(!answer(absences, hub, "2"));
    QVERIFY(answer(absences, quay, "1"));
}

void TestAbsences::isBounded()
{
    test::ManualClock clock;
    Absences absences(clock);
    absences.note(hub, "old", gone);
    clock.advance(limits::absenceMemory);
    for (std::size_t i = 1; i < limits::absencesMax; ++i)
        absences.note(hub, std::to_string(i), gone);
    // What counts no more goes first.
    absences.note(hub, "a", gone);
    QVERIFY(answer(absences, hub, "1"));
    QVERIFY(answer(absences, hub, "a"));
    absences.note(hub, "b", gone);
    QVERIFY(!answer(absences, hub, "1"));
    QVERIFY(!answer(absences, hub, "a"));
    QVERIFY(answer(absences, hub, "b"));
}

QTEST_GUILESS_MAIN(TestAbsences)
#include "tst_absences.moc"
