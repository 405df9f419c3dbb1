// SPDX-License-Identifier: GPL-3.0-or-later
// A process without free descriptors serves those who are connected, says so once, does not spin,
// and accepts again as soon as it can.
#include "http/testserver.h"

#include <QSignalSpy>
#include <QTest>

#include <ctime>
#include <fcntl.h>
#include <sys/resource.h>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::http;

namespace {

std::chrono::nanoseconds processorTime()
{
    timespec used{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
}

} // namespace

class TestDescriptorExhaustion final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survives();
};

void TestDescriptorExhaustion::survives()
{
    rlimit files{};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &files), 0);
    files.rlim_cur = 128;
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &files), 0);

    TestServer server(openOptions(1), answerBriefly);
    QSignalSpy exhausted(&server.server(), &HttpServer::descriptorsExhausted);
    RawHttpClient connected(server.port());
    QVERIFY(connected.send(requestText("GET", "/")));
    QCOMPARE(connected.readAnswer().status, 200);

    // The client's end takes the last descriptor: its connection waits in the backlog.
    std::vector<FileDescriptor> fillers;
    for (;;) {
        FileDescriptor filler(::open("/dev/null", O_RDONLY | O_CLOEXEC));
        if (!filler.isValid())
            break;
        fillers.push_back(std::move(filler));
    }
    QVERIFY(!fillers.empty());
    fillers.pop_back();
    RawHttpClient waiting(server.port());
    QVERIFY(waiting.isConnected());
    QVERIFY(waiting.send(requestText("GET", "/")));
    QVERIFY(exhausted.wait(patienceMs));

    // Several attempts to accept later it was said once, and nothing has spun.
    const auto before = processorTime();
    QTest::qWait(500);
    QVERIFY(processorTime() - before < std::chrono::milliseconds(250));
    QCOMPARE(exhausted.count(), 1);
    QVERIFY(connected.send(requestText("GET", "/")));
    QCOMPARE(connected.readAnswer().status, 200);

    fillers.clear();
    QCOMPARE(waiting.readAnswer().status, 200);
}

QTEST_GUILESS_MAIN(TestDescriptorExhaustion)
#include "tst_descriptorexhaustion.moc"
