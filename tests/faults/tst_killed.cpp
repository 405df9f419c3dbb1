// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that the real program may be killed at any point of a pull, and that the machine may lose
// its power: it starts again at once, never answers a wrong byte, has what it answered from its
// store before or fetches it anew, and leaves nothing behind in partial/ but downloads.
#include "support/cutdisk.h"
#include "support/rawhttpclient.h"
#include "support/scriptedregistry.h"
#include "support/smalldisk.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <functional>
#include <memory>
#include <random>
#include <thread>

using namespace lanyard;
using namespace lanyard::test;

namespace {

constexpr int kills = 100;
constexpr int powerCuts = 30;
constexpr std::int64_t diskBytes = 128 * 1024 * 1024;
constexpr int clients = 4;
constexpr qint64 startMsMax = 10'000;
constexpr qsizetype layerBytes = 600'000;
constexpr qsizetype configBytes = 20'000;
constexpr const char *repository = "library/app";
constexpr const char *manifestType = "application/vnd.oci.image.manifest.v1+json";

using Random = std::mt19937;

std::size_t below(Random &random, std::size_t bound)
{
    return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random);
}

QByteArray randomBytes(Random &random, qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    std::generate(bytes.begin(), bytes.end(), [&random] { return static_cast<char>(random()); });
    return bytes;
}

/// Something that can be asked for, and what the right answer is.
struct Target
{
    std::string path;
    Digest digest;
};

/// Asks until the server is gone, or nobody wants to know. Each asks for one thing after the other,
/// the newest more often.
class Clients
{
public:
    Clients(std::uint16_t port, const std::vector<Target> &targets, int seed)
        : m_port(port)
        , m_targets(targets)
    {
        for (int i = 0; i < clients; ++i)
            m_threads.emplace_back([this, seed, i] { run(Random(seed * clients + i)); });
    }

    ~Clients() { end(); }

    Clients(const Clients &) = delete;
    Clients &operator=(const Clients &) = delete;

    std::int64_t receivedBytes() const { return m_receivedBytes; }

    void end()
    {
        m_isOver = true;
        for (std::thread &thread : m_threads)
            thread.join();
        m_threads.clear();
    }

    /// After the end.
    int wrongAnswers() const { return m_wrongAnswers; }

private:
    void run(Random random)
    {
        while (!m_isOver) {
            const std::size_t newest = std::min<std::size_t>(m_targets.size(), 6);
            const bool isNew = below(random, 4) != 0;
            const std::size_t at = isNew ? m_targets.size() - 1 - below(random, newest)
                                         : below(random, m_targets.size());
            RawHttpClient client(m_port);
            if (!client.isConnected() ||
                !client.send("GET " + m_targets[at].path + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                return;
            const RawAnswer answer = client.readAnswer();
            if (answer.status == 0)
                return;
            m_receivedBytes += static_cast<std::int64_t>(answer.body.size());
            const bool isWhole =
                answer.field("Content-Length") == std::to_string(answer.body.size());
            if (isWhole &&
                (answer.status != 200 ||
                 Digest::of(Digest::Algorithm::Sha256, answer.body) != m_targets[at].digest))
                ++m_wrongAnswers;
        }
    }

    const std::uint16_t m_port;
    const std::vector<Target> &m_targets;
    std::atomic<bool> m_isOver{false};
    std::atomic<std::int64_t> m_receivedBytes{0};
    std::atomic<int> m_wrongAnswers{0};
    std::vector<std::thread> m_threads;
};

} // namespace

class TestKilled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void survivesKills();
    void survivesPowerCuts();

private:
    void addImage(Random &random);
    void start(QProcess &process);
    /// Clients ask until they have got so many bytes; then `strike`, and the program is killed.
    void pullUntil(Random &random, int round, const std::function<void()> &strike);
    void verifyAll();
    int verifyStored() const;
    void startForTheLastTime();
    QStringList strangersInPartial() const;

    const bool m_hasDisks = SmallDisk::enter(); // before there is a second thread
    QTemporaryDir m_folder;
    ScriptedRegistry m_hub;
    QString m_data;
    std::vector<Target> m_targets;
    std::uint16_t m_port = 0;
    std::vector<qint64> m_startsMs;
    QByteArray m_warnings; ///< of the last round
};

void TestKilled::initTestCase()
{
    QFile config(m_folder.filePath(QStringLiteral("lanyard.yml")));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write("version: 1\n"
                 "listen: [{address: \"127.0.0.1:0\"}]\n"
                 "upstreams: [{registry: docker.io, url: \"" +
                 QByteArray::fromStdString(m_hub.url()) + "\"}]\n");
}

void TestKilled::init()
{
    m_targets.clear();
    m_startsMs.clear();
}

/// A config, a layer, and a manifest by its tag and by its digest.
void TestKilled::addImage(Random &random)
{
    const std::string prefix = std::string("/v2/") + repository;
    QJsonArray layers;
    for (const qsizetype size : {configBytes, layerBytes}) {
        const Digest digest = m_hub.addBlob(repository, randomBytes(random, size));
        layers.append(
            QJsonObject{{QStringLiteral("digest"), QString::fromStdString(digest.toString())},
                        {QStringLiteral("size"), static_cast<qint64>(size)}});
        m_targets.push_back({.path = prefix + "/blobs/" + digest.toString(), .digest = digest});
    }
    const QByteArray manifest =
        QJsonDocument(QJsonObject{{QStringLiteral("mediaType"), QString::fromLatin1(manifestType)},
                                  {QStringLiteral("layers"), layers}})
            .toJson();
    const std::string tag = 'v' + std::to_string(m_targets.size());
    const Digest digest = m_hub.addManifest(repository, tag, manifestType, manifest);
    for (const std::string &reference : {tag, digest.toString()})
        m_targets.push_back({.path = prefix + "/manifests/" + reference, .digest = digest});
}

void TestKilled::start(QProcess &process)
{
    QElapsedTimer timer;
    timer.start();
    process.start(QStringLiteral(LANYARD_PROGRAM),
                  {QStringLiteral("serve"), QStringLiteral("--config"),
                   m_folder.filePath(QStringLiteral("lanyard.yml")), QStringLiteral("--data"),
                   m_data});
    QSignalSpy output(&process, &QProcess::readyReadStandardOutput);
    QByteArray text;
    while (!text.endsWith('\n') && (!output.isEmpty() || output.wait(patienceMs))) {
        output.clear();
        text += process.readAllStandardOutput();
    }
    m_startsMs.push_back(timer.elapsed());
    static const QRegularExpression line(
        QStringLiteral("^listening on http://127\\.0\\.0\\.1:(\\d+)"));
    const auto match = line.match(QString::fromUtf8(text));
    QVERIFY2(match.hasMatch(), process.readAllStandardError() + text);
    m_port = match.captured(1).toUShort();
}

/// Everything is answered, and right.
void TestKilled::verifyAll()
{
    for (const Target &target : m_targets) {
        RawHttpClient client(m_port);
        QVERIFY(client.send("GET " + target.path + " HTTP/1.1\r\nHost: x\r\n\r\n"));
        const RawAnswer answer = client.readAnswer();
        QCOMPARE(answer.status, 200);
        QCOMPARE(Digest::of(Digest::Algorithm::Sha256, answer.body), target.digest);
    }
}

/// What is in partial/ and is no download.
QStringList TestKilled::strangersInPartial() const
{
    static const QRegularExpression download(
        QStringLiteral("^(sha256-[0-9a-f]{64}|sha512-[0-9a-f]{128})\\.\\d+$"));
    QStringList names = QDir(m_data + QStringLiteral("/partial")).entryList(QDir::Files);
    names.erase(std::remove_if(names.begin(), names.end(),
                               [](const QString &name) { return download.match(name).hasMatch(); }),
                names.end());
    return names;
}

/// What has its name is right: it was durable before. How many there are; -1: one is wrong.
int TestKilled::verifyStored() const
{
    const QDir folder(m_data + QStringLiteral("/blobs/sha256"));
    const QStringList names = folder.entryList(QDir::Files);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly) ||
            Digest::of(Digest::Algorithm::Sha256, file.readAll()).hex() != name.toStdString())
            return -1;
    }
    return static_cast<int>(names.size());
}

void TestKilled::pullUntil(Random &random, int round, const std::function<void()> &strike)
{
    addImage(random);
    QProcess process;
    QSignalSpy finished(&process, &QProcess::finished);
    start(process);
    // Before anything is asked for, there is nothing but what is to be resumed.
    QCOMPARE(strangersInPartial(), QStringList());
    Clients asking(m_port, m_targets, round);
    const auto enough = static_cast<std::int64_t>(below(random, 4 * layerBytes));
    QTRY_VERIFY(asking.receivedBytes() >= enough);
    strike();
    QCOMPARE(kill(static_cast<pid_t>(process.processId()), SIGKILL), 0);
    QVERIFY(!finished.isEmpty() || finished.wait(patienceMs));
    asking.end();
    QCOMPARE(asking.wrongAnswers(), 0);
    m_warnings = process.readAllStandardError();
}

void TestKilled::startForTheLastTime()
{
    QProcess process;
    QSignalSpy finished(&process, &QProcess::finished);
    start(process);
    verifyAll();
    process.terminate();
    QVERIFY(!finished.isEmpty() || finished.wait(60'000));
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(strangersInPartial(), QStringList());

    std::sort(m_startsMs.begin(), m_startsMs.end());
    const qint64 median = m_startsMs[m_startsMs.size() / 2];
    qInfo("starts: median %lld ms, longest %lld ms", median, m_startsMs.back());
    QVERIFY(median < startMsMax);
}

void TestKilled::survivesKills()
{
    m_data = m_folder.filePath(QStringLiteral("data"));
    Random random(20'261'124);
    for (int i = 0; i < kills && !QTest::currentTestFailed(); ++i) {
        pullUntil(random, i, [] {});
        QCOMPARE(m_warnings, QByteArray());
    }
    startForTheLastTime();
}

void TestKilled::survivesPowerCuts()
{
    const std::unique_ptr<CutDisk> disk = m_hasDisks ? CutDisk::create(diskBytes) : nullptr;
    if (!disk)
        QSKIP("this system gives no disk of ours");
    m_data = disk->path() + QStringLiteral("/data");
    Random random(20'261'126);
    int stored = 0;
    for (int i = 0; i < powerCuts && !QTest::currentTestFailed(); ++i) {
        pullUntil(random, i, [&disk] { disk->cutPower(); });
        disk->switchOn();
        const int found = verifyStored();
        QVERIFY(found >= stored);
        stored = found;
    }
    QVERIFY(stored > powerCuts);
    startForTheLastTime();
}

QTEST_GUILESS_MAIN(TestKilled)
#include "tst_killed.moc"
