// SPDX-License-Identifier: GPL-3.0-or-later
// Measures how smoothly the window shows its request log when that is full and 5,000 requests come
// in a second, and what memory that takes beside a full tree of images: the real pages, models,
// filter and views, off the screen. Prints one JSON object for each form of the log; exit status 1
// when a frame rate is missed, or the memory is too much.
#include "engine.h"
#include "imagepages.h"
#include "memory.h"
#include "models/imagemodel.h"
#include "pages/requestspage.h"
#include "uilimits.h"
#include "widgets/imagetree.h"
#include "widgets/requestlog.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace lanyard;
using namespace lanyard::ui;
using namespace lanyard::bench;

namespace {

constexpr int recordsPerSecond = 5'000;
constexpr int seconds = 10;
constexpr double framesPerSecondMin = 30;
constexpr int tags = 100'000;
constexpr int tagsPerRepository = 10;
constexpr double rssMibMax = 150;
constexpr std::chrono::milliseconds frameInterval{16}; // of a screen with 60 frames a second

/// Requests as 40 clients make them that pull from 200 repositories at once: a manifest and its
/// content, 12 requests each. One in `aloneEvery` belongs to no pull; 0: each does.
class Traffic
{
public:
    explicit Traffic(int aloneEvery)
        : m_aloneEvery(aloneEvery)
    {
    }

    QList<RequestRecord> next(int count)
    {
        QList<RequestRecord> records;
        records.reserve(count);
        for (int i = 0; i < count; ++i)
            records.append(next());
        return records;
    }

private:
    static constexpr std::uint64_t pullsAtOnce = 200;
    static constexpr std::uint64_t requestsPerPull = 12;

    RequestRecord next()
    {
        const std::uint64_t id = ++m_lastId;
        const std::uint64_t turn = id / pullsAtOnce % requestsPerPull;
        const std::uint64_t lane = id % pullsAtOnce;
        RequestRecord record;
        record.id = id;
        record.startedAtMs =
            1'700'000'000'000 + static_cast<std::int64_t>(id) * 1000 / recordsPerSecond;
        record.durationUs = 700;
        record.firstByteUs = 300;
        record.client = "192.168.0." + QByteArray::number(static_cast<int>(lane % 40));
        record.userAgent = m_userAgent;
        record.headers = m_headers;
        record.method = QByteArrayLiteral("GET");
        record.status = 200;
        record.bodyBytes = static_cast<std::int64_t>(id % 100'000);
        record.labels.upstream = QByteArrayLiteral("docker.io");
        record.labels.form = RequestForm::Default;
        record.labels.result = id % 7 == 0 ? CacheResult::Miss : CacheResult::Hit;
        if (m_aloneEvery > 0 && id % static_cast<std::uint64_t>(m_aloneEvery) == 0) {
            record.labels = {.kind = RequestKind::Ping};
            record.target = QByteArrayLiteral("/v2/");
            return record;
        }
        const QByteArray round = QByteArray::number(id / pullsAtOnce / requestsPerPull);
        record.labels.repository = "org/app" + QByteArray::number(lane);
        record.labels.kind = turn == 0 ? RequestKind::Manifest : RequestKind::Blob;
        record.labels.reference = turn == 0 ? "v" + round : digest(id);
        record.target = "/v2/" + record.labels.repository +
                        (turn == 0 ? "/manifests/" : "/blobs/") + record.labels.reference;
        return record;
    }

    /// Another one for each: no two pulls have content in common.
    static QByteArray digest(std::uint64_t id)
    {
        return "sha256:" +
               QCryptographicHash::hash(QByteArray::number(id), QCryptographicHash::Sha256).toHex();
    }

    const int m_aloneEvery;
    const QByteArray m_userAgent = "containerd/1.7.22";
    const QByteArray m_headers = "Host: cache.lan:5000\nAccept: */*\n";
    std::uint64_t m_lastId = 0;
};

/// The moments at which a view has painted itself.
class Frames final : public QObject
{
public:
    explicit Frames(QWidget &painted) { painted.installEventFilter(this); }

    void begin()
    {
        m_count = 0;
        m_worstMs = 0;
        m_whole.start();
        m_last.start();
    }

    double perSecond() const
    {
        return m_count * 1000.0 / static_cast<double>(std::max<qint64>(m_whole.elapsed(), 1));
    }

    double worstMs() const { return m_worstMs; }

private:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::Paint || !m_last.isValid())
            return false;
        ++m_count;
        m_worstMs = std::max(m_worstMs, static_cast<double>(m_last.nsecsElapsed()) / 1e6);
        m_last.start();
        return false;
    }

    QElapsedTimer m_whole;
    QElapsedTimer m_last;
    int m_count = 0;
    double m_worstMs = 0;
};

/// Gives the model what has come in since the last time, as the program does.
class Feed final
{
public:
    Feed(RequestModel &model, Traffic &traffic)
        : m_model(model)
        , m_traffic(traffic)
    {
    }

    void begin() { m_whole.start(); }

    void catchUp()
    {
        const auto due = static_cast<int>(m_whole.elapsed() * recordsPerSecond / 1000) - m_rows;
        const QList<RequestRecord> records = m_traffic.next(due);
        QElapsedTimer timer;
        timer.start();
        m_model.append(records);
        m_worstMs = std::max(m_worstMs, static_cast<double>(timer.nsecsElapsed()) / 1e6);
        m_rows += due;
    }

    double perSecond() const
    {
        return m_rows * 1000.0 / static_cast<double>(std::max<qint64>(m_whole.elapsed(), 1));
    }

    double worstBatchMs() const { return m_worstMs; }

private:
    RequestModel &m_model;
    Traffic &m_traffic;
    QElapsedTimer m_whole;
    int m_rows = 0;
    double m_worstMs = 0;
};

/// One form of the log, for some seconds.
QJsonObject measure(const char *name, bool isGrouped, int aloneEvery)
{
    RequestModel model(limits::logRecords);
    Engine engine;
    RequestsPage page(model, engine);
    page.resize(1000, 700);
    page.setGrouped(isGrouped);
    page.show();
    Traffic traffic(aloneEvery);
    model.append(traffic.next(limits::logRecords));
    QCoreApplication::processEvents();

    QWidget *viewport = page.log().view().viewport();
    Frames frames(*viewport);
    QTimer feed;
    Feed fed(model, traffic);
    QObject::connect(&feed, &QTimer::timeout, &page, [&fed] { fed.catchUp(); });
    QTimer screen;
    screen.setTimerType(Qt::PreciseTimer);
    QObject::connect(&screen, &QTimer::timeout, viewport, qOverload<>(&QWidget::update));
    feed.start(limits::pollInterval);
    screen.start(frameInterval);
    frames.begin();
    fed.begin();
    QTimer::singleShot(std::chrono::seconds(seconds), qApp, &QCoreApplication::quit);
    QCoreApplication::exec();
    return {{QStringLiteral("log"), QString::fromLatin1(name)},
            {QStringLiteral("rows"), model.rowCount()},
            {QStringLiteral("lines"), page.log().view().model()->rowCount()},
            {QStringLiteral("rowsPerSecond"), fed.perSecond()},
            {QStringLiteral("framesPerSecond"), frames.perSecond()},
            {QStringLiteral("worstFrameMs"), frames.worstMs()},
            {QStringLiteral("worstBatchMs"), fed.worstBatchMs()},
            {QStringLiteral("rssMiB"), residentMib()}};
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    bool isGood = true;
    ImageModel images;
    ImageTree tree(images);
    tree.resize(1000, 700);
    tree.show();
    fill(images, tags, tagsPerRepository);

    struct Form
    {
        const char *name;
        bool isGrouped;
        int aloneEvery;
    };

    for (const Form &form : {Form{"rows", false, 10}, Form{"pulls", true, 10},
                             Form{"pulls, half of the requests alone", true, 2}}) {
        const QJsonObject measured = measure(form.name, form.isGrouped, form.aloneEvery);
        std::puts(QJsonDocument(measured).toJson(QJsonDocument::Compact).constData());
        std::fflush(stdout);
        isGood =
            isGood &&
            measured.value(QLatin1String("framesPerSecond")).toDouble() >= framesPerSecondMin &&
            measured.value(QLatin1String("rssMiB")).toDouble() <= rssMibMax;
    }
    return isGood ? 0 : 1;
}
