// SPDX-License-Identifier: GPL-3.0-or-later
// What the tree of images takes with a hundred thousand tags: how soon its first rows are painted
// and all of them are there, for how long a page holds up the window at most, how long it is to
// sort, search and scroll, and how much memory it is. With `--data FOLDER` also how soon the engine
// has told them of a real cache, which is not changed. Prints JSON; exit status 1 when the first
// rows come too late.
#include "engine.h"
#include "imagefeed.h"
#include "imagepages.h"
#include "memory.h"
#include "models/imagemodel.h"
#include "uilimits.h"
#include "widgets/imagetree.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace lanyard;
using namespace lanyard::ui;
using namespace lanyard::bench;

namespace {

constexpr double firstRowsMsMost = 200;

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void paint(ImageTree &tree)
{
    tree.grab();
    QCoreApplication::processEvents();
}

template <typename Work>
double timed(Work work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return milliseconds(timer);
}

void scroll(ImageTree &tree, QJsonObject &figures)
{
    std::vector<double> frames;
    QScrollBar *bar = tree.verticalScrollBar();
    for (int step = 0; step < 200; ++step) {
        bar->setValue(bar->maximum() * step / 199);
        frames.push_back(timed([&tree] { paint(tree); }));
    }
    std::sort(frames.begin(), frames.end());
    figures.insert(QStringLiteral("scrollFrameMedianMs"), frames.at(frames.size() / 2));
    figures.insert(QStringLiteral("scrollFrameP99Ms"), frames.at(frames.size() * 99 / 100));
}

/// With tags that nobody stored, so that only the window is measured.
QJsonObject measureWindow(int tags, int perRepository)
{
    QJsonObject figures;
    const double before = residentMib();
    ImageModel model;
    ImageTree tree(model);
    tree.resize(1'200, 800);
    tree.show();
    QElapsedTimer whole;
    whole.start();
    model.beginSweep();
    model.merge(imagePage(0, std::min(tags, limits::imagesFirst), perRepository));
    paint(tree);
    figures.insert(QStringLiteral("firstRowsMs"), milliseconds(whole));
    tree.expand(model.index(0, 0, model.index(0, 0)));
    double longest = 0;
    for (int first = limits::imagesFirst; first < tags; first += limits::imagesAtOnce) {
        const auto page =
            imagePage(first, std::min(limits::imagesAtOnce, tags - first), perRepository);
        longest = std::max(longest, timed([&] {
                               model.merge(page);
                               QCoreApplication::processEvents();
                           }));
    }
    longest = std::max(longest, timed([&model] { model.endSweep(); }));
    figures.insert(QStringLiteral("allRowsMs"), milliseconds(whole));
    figures.insert(QStringLiteral("longestPageMs"), longest);
    figures.insert(QStringLiteral("residentMib"), residentMib() - before);
    scroll(tree, figures);
    figures.insert(QStringLiteral("sortBySizeMs"), timed([&] {
                       tree.sortByColumn(ImageColumn::Size, Qt::DescendingOrder);
                       paint(tree);
                   }));
    figures.insert(QStringLiteral("sortByNameMs"), timed([&] {
                       tree.sortByColumn(ImageColumn::Name, Qt::AscendingOrder);
                       paint(tree);
                   }));
    figures.insert(QStringLiteral("searchMs"), timed([&] {
                       model.setSearch(ImageSearch(QStringLiteral("1.00004")));
                       paint(tree);
                   }));
    figures.insert(QStringLiteral("searchEndMs"), timed([&] {
                       model.setSearch(ImageSearch());
                       paint(tree);
                   }));
    model.beginSweep();
    longest = 0;
    for (int first = 0; first < tags; first += limits::imagesAtOnce) {
        const auto page =
            imagePage(first, std::min(limits::imagesAtOnce, tags - first), perRepository);
        longest = std::max(longest, timed([&] {
                               model.merge(page);
                               QCoreApplication::processEvents();
                           }));
    }
    figures.insert(QStringLiteral("longestPageAgainMs"), longest);
    figures.insert(QStringLiteral("endOfSweepMs"), timed([&model] { model.endSweep(); }));
    return figures;
}

/// With what a cache has, from the start of the engine on.
QJsonObject measureEngine(const QString &folder)
{
    Engine engine;
    ImageModel model;
    ImageTree tree(model);
    ImageFeed feed(engine, model);
    tree.resize(1'200, 800);
    tree.show();
    Config config = Engine::defaultConfig();
    config.listen.clear();
    config.accessLog = false;
    config.dataDirectory = folder;
    QEventLoop loop;
    QObject::connect(&engine, &Engine::started, &loop, &QEventLoop::quit);
    QObject::connect(&engine, &Engine::startFailed, &loop, &QEventLoop::quit);
    engine.start(config);
    loop.exec();
    QJsonObject figures;
    QElapsedTimer timer;
    timer.start();
    QObject::connect(&model, &QAbstractItemModel::rowsInserted, &loop, [&] {
        const QString name = QStringLiteral("firstRowsMs");
        if (!figures.contains(name))
            figures.insert(name, milliseconds(timer));
    });
    QObject::connect(&feed, &ImageFeed::changed, &loop, [&] {
        if (!feed.isReading())
            loop.quit();
    });
    feed.refresh();
    if (feed.isReading())
        loop.exec();
    figures.insert(QStringLiteral("allRowsMs"), milliseconds(timer));
    figures.insert(QStringLiteral("images"), model.imageCount());
    QElapsedTimer sizes;
    sizes.start();
    engine.repositorySizes(&loop, [&](const Result<RepositorySizes> &) {
        figures.insert(QStringLiteral("repositorySizesMs"), milliseconds(sizes));
        loop.quit();
    });
    loop.exec();
    return figures;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption tags(QStringLiteral("tags"), QStringLiteral("How many."),
                                  QStringLiteral("N"), QStringLiteral("100000"));
    const QCommandLineOption data(QStringLiteral("data"), QStringLiteral("A cache to read."),
                                  QStringLiteral("FOLDER"));
    parser.addOptions({tags, data});
    parser.addHelpOption();
    parser.process(application);
    const int count = std::max(parser.value(tags).toInt(), 1);
    QJsonObject result{{QStringLiteral("tags"), count}};
    result.insert(QStringLiteral("oneRepository"), measureWindow(count, count));
    result.insert(QStringLiteral("tenTagsEach"), measureWindow(count, 10));
    if (parser.isSet(data))
        result.insert(QStringLiteral("engine"), measureEngine(parser.value(data)));
    std::fputs(QJsonDocument(result).toJson().constData(), stdout);
    const bool isSlow = std::any_of(result.begin(), result.end(), [](const QJsonValue &figures) {
        return figures.toObject().value(QLatin1String("firstRowsMs")).toDouble() > firstRowsMsMost;
    });
    return isSlow ? 1 : 0;
}
