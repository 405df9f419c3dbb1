// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that the tree of images takes pages in without a reset, keeps what is looked at in its
// place while they come, are sorted and go, finds what is searched, and opens an image in place.
#include "models/imagemodel.h"
#include "models/imageselection.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

#include <initializer_list>

using namespace lanyard;
using namespace lanyard::ui;

namespace {

ImageSummary imageOf(const QByteArray &repository, const QByteArray &tag, std::int64_t bytes = 10)
{
    ImageSummary summary;
    summary.registry = "docker.io";
    summary.repository = repository;
    summary.tag = tag;
    summary.digest = "sha256:" + repository.toHex() + tag.toHex();
    summary.totalBytes = bytes;
    summary.storedBytes = bytes;
    summary.isComplete = true;
    return summary;
}

QByteArray digestOf(char digit)
{
    return "sha256:" + QByteArray(64, digit);
}

ImageDetails detailsOf(const ImageSummary &summary, bool isLayerStored)
{
    ImageDetails details;
    details.summary = summary;
    ImagePlatform platform;
    platform.os = "linux";
    platform.architecture = "amd64";
    platform.manifest = {.digest = digestOf('a'), .mediaType = {}, .bytes = 1, .isStored = true};
    platform.config = {.digest = digestOf('c'), .mediaType = {}, .bytes = 2, .isStored = true};
    platform.layers = {{.digest = digestOf('b'),
                        .mediaType = {},
                        .bytes = 7,
                        .isStored = isLayerStored,
                        .sharers = 1,
                        .sharedWith = {"docker.io/library/other:1"}}};
    platform.isComplete = isLayerStored;
    details.platforms = {platform};
    return details;
}

/// A model that is watched by Qt's own tester, and must not be reset.
class Watched final
{
public:
    ~Watched() { Q_ASSERT(isResetExpected || resets.isEmpty()); }

    Q_DISABLE_COPY_MOVE(Watched)

    Watched() = default;

    QString textAt(const QModelIndex &above, int row, int column = ImageColumn::Name) const
    {
        return model.index(row, column, above).data().toString();
    }

    QModelIndex indexOf(const QByteArray &name) const
    {
        const ImageNode *node = model.find(name);
        return node ? model.indexOf(*node) : QModelIndex();
    }

    QStringList namesBelow(const QByteArray &name) const
    {
        QStringList names;
        const QModelIndex above = indexOf(name);
        for (int row = 0; row < model.rowCount(above); ++row)
            names.append(textAt(above, row));
        return names;
    }

    void sweep(const QList<ImageSummary> &images)
    {
        model.beginSweep();
        model.merge(images);
        model.endSweep();
    }

    ImageModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    QSignalSpy resets{&model, &QAbstractItemModel::modelReset};
    bool isResetExpected = false;
};

QStringList texts(std::initializer_list<const char *> list)
{
    QStringList result;
    for (const char *text : list)
        result.append(QString::fromLatin1(text));
    return result;
}

constexpr auto alpine = "docker.io/library/alpine";

} // namespace

class ImageModelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void growsByPages();
    void keepsRowsInPlace();
    void removesWhatASweepLacks();
    void removesScatteredRowsAtOnce();
    void removesByName();
    void insertsOncePerPage();
    void sorts_data();
    void sorts();
    void sortsWhatComesLater();
    void searches_data();
    void searches();
    void showsWhatIsFoundLater();
    void opensAnImage();
    void refreshesAnOpenImage();
    void asksAgainForAnImageThatChanged();
    void takesSizes();
    void selects();
    void selectsWhatIsFound();
};

void ImageModelTest::growsByPages()
{
    Watched watched;
    watched.model.beginSweep();
    watched.model.merge({imageOf("library/alpine", "1"), imageOf("library/alpine", "2")});
    watched.model.merge({imageOf("library/alpine", "3"), imageOf("library/busybox", "1")});
    watched.model.endSweep();
    QCOMPARE(watched.model.rowCount(), 1);
    QCOMPARE(watched.textAt({}, 0), QStringLiteral("docker.io"));
    QCOMPARE(watched.namesBelow("docker.io"), texts({"library/alpine", "library/busybox"}));
    QCOMPARE(watched.namesBelow(alpine), texts({"1", "2", "3"}));
    QCOMPARE(watched.model.imageCount(), 4);
    QCOMPARE(watched.textAt(watched.indexOf("docker.io"), 0, ImageColumn::Status),
             QStringLiteral("3 images"));
    QCOMPARE(watched.textAt(watched.indexOf("docker.io"), 0, ImageColumn::Size),
             QStringLiteral("30 B"));
}

void ImageModelTest::keepsRowsInPlace()
{
    Watched watched;
    watched.sweep({imageOf("library/alpine", "2"), imageOf("library/alpine", "4")});
    const QPersistentModelIndex kept(watched.indexOf("docker.io/library/alpine:4"));
    const QSignalSpy changed(&watched.model, &QAbstractItemModel::dataChanged);
    watched.sweep({imageOf("library/alpine", "2"), imageOf("library/alpine", "4")});
    QCOMPARE(changed.size(), 0);
    watched.sweep({imageOf("library/alpine", "1"), imageOf("library/alpine", "2"),
                   imageOf("library/alpine", "3"), imageOf("library/alpine", "4", 20)});
    QCOMPARE(watched.namesBelow(alpine), texts({"1", "2", "3", "4"}));
    QCOMPARE(kept.row(), 3);
    QCOMPARE(kept.data().toString(), QStringLiteral("4"));
    QCOMPARE(kept.sibling(3, ImageColumn::Size).data().toString(), QStringLiteral("20 B"));
    QVERIFY(changed.size() > 0);
}

void ImageModelTest::removesWhatASweepLacks()
{
    Watched watched;
    watched.sweep({imageOf("library/alpine", "1"), imageOf("library/alpine", "2"),
                   imageOf("library/busybox", "1")});
    // A sweep that was not ended takes nothing.
    watched.model.beginSweep();
    watched.model.merge({imageOf("library/alpine", "2")});
    QCOMPARE(watched.model.imageCount(), 3);
    watched.model.endSweep();
    QCOMPARE(watched.namesBelow("docker.io"), texts({"library/alpine"}));
    QCOMPARE(watched.namesBelow(alpine), texts({"2"}));
    QCOMPARE(watched.model.imageCount(), 1);
    watched.sweep({});
    QCOMPARE(watched.model.rowCount(), 0);
    QCOMPARE(watched.model.matchCount(), 0);
}

void ImageModelTest::removesScatteredRowsAtOnce()
{
    Watched watched;
    QList<ImageSummary> all;
    QList<ImageSummary> even;
    for (int i = 100; i < 200; ++i) {
        all.append(imageOf("library/alpine", QByteArray::number(i)));
        if (i % 2 == 0)
            even.append(all.last());
    }
    watched.sweep(all);
    const QPersistentModelIndex kept(watched.indexOf("docker.io/library/alpine:198"));
    const QSignalSpy removed(&watched.model, &QAbstractItemModel::rowsRemoved);
    watched.sweep(even);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(watched.model.rowCount(watched.indexOf(alpine)), 50);
    QCOMPARE(kept.row(), 49);
    QCOMPARE(watched.textAt(watched.indexOf(alpine), 1), QStringLiteral("102"));
}

void ImageModelTest::removesByName()
{
    Watched watched;
    watched.sweep({imageOf("library/alpine", "1"), imageOf("library/alpine", "2")});
    watched.model.remove({"docker.io/library/alpine:1", "docker.io/library/alpine",
                          "docker.io/nothing:1", "quay.io/x:1", ""});
    QCOMPARE(watched.namesBelow(alpine), texts({"2"}));
}

void ImageModelTest::insertsOncePerPage()
{
    Watched watched;
    QList<ImageSummary> odd;
    QList<ImageSummary> all;
    for (int i = 100; i < 200; ++i) {
        all.append(imageOf("library/alpine", QByteArray::number(i)));
        if (i % 2 == 1)
            odd.append(all.last());
    }
    watched.sweep(odd);
    const QSignalSpy inserted(&watched.model, &QAbstractItemModel::rowsInserted);
    const QSignalSpy moved(&watched.model, &QAbstractItemModel::layoutChanged);
    watched.model.merge(all);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(moved.size(), 1);
    QCOMPARE(watched.textAt(watched.indexOf(alpine), 2), QStringLiteral("102"));
}

void ImageModelTest::sorts_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<QStringList>("tags");
    const QStringList up = texts({"a", "b", "c"});
    const QStringList down = texts({"c", "b", "a"});
    QTest::newRow("name") << int(ImageColumn::Name) << Qt::AscendingOrder << up;
    QTest::newRow("name down") << int(ImageColumn::Name) << Qt::DescendingOrder << down;
    QTest::newRow("size") << int(ImageColumn::Size) << Qt::AscendingOrder << texts({"b", "c", "a"});
    QTest::newRow("size down") << int(ImageColumn::Size) << Qt::DescendingOrder
                               << texts({"a", "b", "c"}); // equal ones by name
    QTest::newRow("pulls") << int(ImageColumn::Pulls) << Qt::DescendingOrder
                           << texts({"b", "a", "c"});
    QTest::newRow("used") << int(ImageColumn::Used) << Qt::DescendingOrder
                          << texts({"c", "a", "b"});
    QTest::newRow("status") << int(ImageColumn::Status) << Qt::AscendingOrder
                            << texts({"b", "a", "c"});
}

void ImageModelTest::sorts()
{
    QFETCH(const int, column);
    QFETCH(const Qt::SortOrder, order);
    QFETCH(const QStringList, tags);
    ImageSummary a = imageOf("library/alpine", "a", 30);
    ImageSummary b = imageOf("library/alpine", "b", 10);
    ImageSummary c = imageOf("library/alpine", "c", 10);
    b.pulls = 5;
    b.isComplete = false;
    a.lastUsedAtMs = 1;
    c.lastUsedAtMs = 2;
    Watched watched;
    watched.sweep({a, b, c});
    const QPersistentModelIndex kept(watched.indexOf("docker.io/library/alpine:c"));
    watched.model.sort(column, order);
    QCOMPARE(watched.namesBelow(alpine), tags);
    QCOMPARE(kept.data().toString(), QStringLiteral("c"));
}

void ImageModelTest::sortsWhatComesLater()
{
    Watched watched;
    watched.model.sort(ImageColumn::Size, Qt::DescendingOrder);
    watched.sweep({imageOf("library/alpine", "a", 1), imageOf("library/alpine", "b", 3)});
    QCOMPARE(watched.namesBelow(alpine), texts({"b", "a"}));
    watched.sweep({imageOf("library/alpine", "a", 5), imageOf("library/alpine", "b", 3),
                   imageOf("library/alpine", "c", 4)});
    QCOMPARE(watched.namesBelow(alpine), texts({"a", "c", "b"}));
}

void ImageModelTest::searches_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("matches");
    QTest::newRow("nothing") << QString() << 4;
    QTest::newRow("repository") << QStringLiteral("alpine") << 2;
    QTest::newRow("case") << QStringLiteral("ALPINE") << 2;
    QTest::newRow("tag") << QStringLiteral("alpine:3.1") << 2;
    QTest::newRow("two words") << QStringLiteral("3.19  alp") << 1;
    QTest::newRow("upper case in a tag") << QStringLiteral("rc1") << 1;
    QTest::newRow("upstream") << QStringLiteral("docker.io") << 4;
    QTest::newRow("digest") << QStringLiteral("sha256:6c6962726172792f6f74686572") << 1;
    QTest::newRow("none") << QStringLiteral("nginx") << 0;
}

void ImageModelTest::searches()
{
    QFETCH(const QString, words);
    QFETCH(const int, matches);
    Watched watched;
    watched.isResetExpected = true;
    watched.sweep({imageOf("library/alpine", "3.18"), imageOf("library/alpine", "3.19"),
                   imageOf("library/busybox", "RC1"), imageOf("library/other", "1")});
    watched.model.setSearch(ImageSearch(words));
    QCOMPARE(watched.model.matchCount(), matches);
    QCOMPARE(watched.model.imageCount(), 4);
    QCOMPARE(watched.model.rowCount(), matches > 0 ? 1 : 0);
    watched.model.setSearch(ImageSearch());
    QCOMPARE(watched.model.matchCount(), 4);
}

void ImageModelTest::showsWhatIsFoundLater()
{
    Watched watched;
    watched.isResetExpected = true;
    watched.sweep({imageOf("library/alpine", "1"), imageOf("library/busybox", "1")});
    watched.model.setSearch(ImageSearch(QStringLiteral("special")));
    QCOMPARE(watched.model.rowCount(), 0);
    watched.sweep({imageOf("library/alpine", "1"), imageOf("library/alpine", "special"),
                   imageOf("library/busybox", "1")});
    QCOMPARE(watched.namesBelow("docker.io"), texts({"library/alpine"}));
    QCOMPARE(watched.namesBelow(alpine), texts({"special"}));
    // The last that is found goes, and what is not found stays.
    watched.model.remove({"docker.io/library/alpine:special"});
    QCOMPARE(watched.model.rowCount(), 0);
    QCOMPARE(watched.model.imageCount(), 2);
    watched.model.setSearch(ImageSearch());
    QCOMPARE(watched.namesBelow("docker.io"), texts({"library/alpine", "library/busybox"}));
}

void ImageModelTest::opensAnImage()
{
    Watched watched;
    const ImageSummary summary = imageOf("library/alpine", "1");
    watched.sweep({summary});
    const QModelIndex image = watched.indexOf(summary.name());
    QVERIFY(watched.model.hasChildren(image));
    QSignalSpy wanted(&watched.model, &ImageModel::detailsWanted);
    // Qt's tester may have asked already.
    if (watched.model.canFetchMore(image)) {
        watched.model.fetchMore(image);
        QCOMPARE(wanted.takeFirst().constFirst().toByteArray(), summary.name());
    }
    QVERIFY(!watched.model.canFetchMore(image));
    watched.model.setDetails(detailsOf(summary, true));
    QCOMPARE(watched.namesBelow(summary.name()), texts({"linux/amd64"}));
    const QModelIndex platform = watched.model.index(0, 0, image);
    QCOMPARE(watched.model.rowCount(platform), 2);
    QCOMPARE(watched.textAt(platform, 0), QStringLiteral("Config cccccccccccc"));
    QCOMPARE(watched.textAt(platform, 1), QStringLiteral("Layer bbbbbbbbbbbb"));
    QCOMPARE(watched.textAt(platform, 1, ImageColumn::Size), QStringLiteral("7 B"));
    QCOMPARE(watched.textAt(platform, 1, ImageColumn::Shared), QStringLiteral("7 B"));
    QCOMPARE(watched.textAt(platform, 1, ImageColumn::Status), QStringLiteral("Stored"));
    QCOMPARE(image.siblingAtColumn(ImageColumn::Shared).data().toString(), QStringLiteral("7 B"));
}

void ImageModelTest::refreshesAnOpenImage()
{
    Watched watched;
    const ImageSummary summary = imageOf("library/alpine", "1");
    watched.sweep({summary});
    const QModelIndex image = watched.indexOf(summary.name());
    watched.model.fetchMore(image);
    watched.model.setDetails(detailsOf(summary, false));
    const QPersistentModelIndex platform(watched.model.index(0, 0, image));
    QCOMPARE(watched.textAt(platform, 1, ImageColumn::Status), QStringLiteral("Missing"));
    watched.model.setDetails(detailsOf(summary, true));
    QVERIFY(platform.isValid());
    QCOMPARE(watched.textAt(platform, 1, ImageColumn::Status), QStringLiteral("Stored"));
    QCOMPARE(platform.sibling(0, ImageColumn::Status).data().toString(),
             QStringLiteral("Complete"));
    ImageDetails more = detailsOf(summary, true);
    more.platforms.append(more.platforms.constFirst());
    watched.model.setDetails(more);
    QCOMPARE(watched.model.rowCount(image), 2);
}

void ImageModelTest::asksAgainForAnImageThatChanged()
{
    Watched watched;
    ImageSummary summary = imageOf("library/alpine", "1");
    watched.sweep({summary});
    watched.model.fetchMore(watched.indexOf(summary.name()));
    watched.model.setDetails(detailsOf(summary, true));
    const QSignalSpy wanted(&watched.model, &ImageModel::detailsWanted);
    summary.pulls = 3;
    watched.sweep({summary});
    QCOMPARE(wanted.size(), 0);
    summary.digest = "sha256:other";
    watched.sweep({summary});
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.constFirst().constFirst().toByteArray(), summary.name());
}

void ImageModelTest::takesSizes()
{
    Watched watched;
    watched.sweep({imageOf("library/alpine", "1"), imageOf("library/alpine", "2")});
    watched.model.setSizes({.registries = {{.name = "docker.io", .storedBytes = 15}},
                            .repositories = {{.name = alpine, .storedBytes = 14, .sharedBytes = 4},
                                             {.name = "docker.io/gone", .storedBytes = 1}}});
    const QModelIndex repository = watched.indexOf(alpine);
    QCOMPARE(repository.siblingAtColumn(ImageColumn::Size).data().toString(),
             QStringLiteral("14 B"));
    QCOMPARE(repository.siblingAtColumn(ImageColumn::Shared).data().toString(),
             QStringLiteral("4 B"));
    QCOMPARE(watched.textAt({}, 0, ImageColumn::Size), QStringLiteral("15 B"));
    // A page does not put the sum of the images in their place.
    watched.sweep({imageOf("library/alpine", "1", 11), imageOf("library/alpine", "2")});
    QCOMPARE(watched.textAt({}, 0, ImageColumn::Size), QStringLiteral("15 B"));
}

void ImageModelTest::selects()
{
    Watched watched;
    ImageSummary pinned = imageOf("library/alpine", "1");
    pinned.isPinned = true;
    ImageSummary untagged = imageOf("library/busybox", "");
    untagged.digest = "sha256:u";
    watched.sweep({pinned, imageOf("library/alpine", "2"), untagged});
    const QModelIndex repository = watched.indexOf(alpine);
    const QModelIndex tag = watched.indexOf("docker.io/library/alpine:1");
    const QModelIndex digest = watched.indexOf("docker.io/library/busybox@sha256:u");
    QVERIFY(digest.isValid());
    const ImageSelection selection = ImageSelection::of(watched.model, {tag, repository, digest});
    QCOMPARE(selection.repositories, QByteArrayList({alpine}));
    QCOMPARE(selection.images, QByteArrayList({"docker.io/library/busybox@sha256:u"}));
    QCOMPARE(selection.allImages.size(), 3);
    QCOMPARE(selection.tagged.size(), 2);
    QCOMPARE(selection.pinned, 1);
    QCOMPARE(selection.storedBytes, 30);
    const ImageSelection all =
        ImageSelection::of(watched.model, {watched.model.index(0, 0), repository});
    QCOMPARE(all.registries, QByteArrayList({"docker.io"}));
    QVERIFY(all.repositories.isEmpty() && all.images.isEmpty());
    QCOMPARE(all.allImages.size(), 3);
}

void ImageModelTest::selectsWhatIsFound()
{
    Watched watched;
    watched.isResetExpected = true;
    watched.sweep({imageOf("library/alpine", "1"), imageOf("library/alpine", "2")});
    watched.model.setSearch(ImageSearch(QStringLiteral("alpine:2")));
    const ImageSelection selection =
        ImageSelection::of(watched.model, {watched.indexOf(alpine), watched.model.index(0, 0)});
    QVERIFY(selection.repositories.isEmpty() && selection.registries.isEmpty());
    QCOMPARE(selection.images, QByteArrayList({"docker.io/library/alpine:2"}));
}

QTEST_GUILESS_MAIN(ImageModelTest)
#include "tst_imagemodel.moc"
