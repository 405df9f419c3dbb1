// SPDX-License-Identifier: GPL-3.0-or-later
// An engine may go while it ends.
#include "engine.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <memory>
#include <thread>

using namespace lanyard;
using namespace std::chrono_literals;

namespace {

/// Of this process, now.
bool hasThread(const QByteArray &name)
{
    const QDir tasks(QStringLiteral("/proc/self/task"));
    for (const QString &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile file(tasks.filePath(task + QStringLiteral("/comm")));
        if (file.open(QIODevice::ReadOnly) && file.readAll().trimmed() == name)
            return true;
    }
    return false;
}

bool waitForEndOf(const QByteArray &thread)
{
    QElapsedTimer waited;
    waited.start();
    while (hasThread(thread) && !waited.hasExpired(20'000))
        std::this_thread::sleep_for(1ms);
    return !hasThread(thread);
}

/// Lets one call from another thread through, and waits while nothing else comes until that thread
/// has ended; what it said of that is lost.
class EndOfThread final : public QObject
{
public:
    bool hasCome() const { return m_hasCome; }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::MetaCall)
            return false;
        watched->removeEventFilter(this);
        watched->event(event);
        m_hasCome = waitForEndOf("engine");
        QCoreApplication::removePostedEvents(watched, QEvent::MetaCall);
        return true;
    }

private:
    bool m_hasCome = false;
};

} // namespace

class TestEngineEnd final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesBetweenTheEndAndItsNews();
};

void TestEngineEnd::goesBetweenTheEndAndItsNews()
{
    const QTemporaryDir folder;
    Config config = Engine::defaultConfig();
    config.listen = {{.address = {.host = "127.0.0.1", .port = 0}}};
    config.dataDirectory = folder.filePath(QStringLiteral("data"));
    config.accessLog = false;
    auto engine = std::make_unique<Engine>();
    const QSignalSpy stopped(engine.get(), &Engine::stopped);
    engine->start(config);
    QTRY_COMPARE(engine->state(), EngineState::Running);
    QVERIFY(hasThread("engine"));
    EndOfThread end;
    engine->installEventFilter(&end);
    engine->stop();
    QTRY_VERIFY(end.hasCome());
    QCOMPARE(stopped.size(), 0);
    engine.reset();
}

QTEST_GUILESS_MAIN(TestEngineEnd)
#include "tst_engineend.moc"
