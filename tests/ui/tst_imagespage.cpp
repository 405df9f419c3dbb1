// SPDX-License-Identifier: GPL-3.0-or-later
// Proves with the real engine that the page shows what is stored, keeps what is open while the
// cache changes and while one searches, and tells how to pull an image.
#include "imagespagefixture.h"
#include "widgets/imagepane.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeWidget>
#include <QUrl>

using namespace lanyard;
using namespace lanyard::ui;
using namespace lanyard::test;

class ImagesPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsThatItDoesNotRun();
    void tellsThatNothingIsThere();
    void showsTheTree();
    void opensAnImage();
    void keepsWhatIsOpenInASearch();
    void showsDetails();
    void followsTheCache();
    void copiesPullCommands();
    void offersTheCommandsWithoutAMouse();
};

void ImagesPageTest::tellsThatItDoesNotRun()
{
    Shown shown;
    QVERIFY(hasText(shown.page, QStringLiteral("does not run")));
    QVERIFY(!shown.page.actions().fetch().isEnabled());
    shown.start();
    QVERIFY(!hasText(shown.page, QStringLiteral("does not run")));
    shown.engine.stop();
    QTRY_COMPARE(shown.engine.state(), EngineState::Stopped);
    QVERIFY(hasText(shown.page, QStringLiteral("does not run")));
    QCOMPARE(shown.page.model().imageCount(), 0);
}

void ImagesPageTest::tellsThatNothingIsThere()
{
    const QTemporaryDir folder;
    Engine engine;
    ImagesPage page(engine);
    page.show();
    Config config = Engine::defaultConfig();
    config.listen.clear();
    config.accessLog = false;
    config.dataDirectory = folder.path();
    engine.start(config);
    QTRY_VERIFY(hasText(page, QStringLiteral("No image is cached yet")));
}

void ImagesPageTest::showsTheTree()
{
    Shown shown;
    shown.start();
    const ImageModel &model = shown.page.model();
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(shown.page.tree().isExpanded(model.index(0, 0)));
    QCOMPARE(model.rowCount(model.index(0, 0)), 2);
    QCOMPARE(model.rowCount(shown.indexOf(alpine)), 2);
    // What the two have of it counts once, and nothing of it belongs to another repository.
    const auto bytes = [](const TestImage &image) {
        return image.manifest.bytes.size() + image.layers.back().bytes.size();
    };
    const qsizetype expected = bytes(shown.one) + bytes(shown.two) + shown.one.config.bytes.size() +
                               shown.one.layers.front().bytes.size();
    QTRY_COMPARE(shown.find(alpine)->storedBytes, expected);
    QCOMPARE(shown.find(alpine)->sharedBytes, 0);
}

void ImagesPageTest::opensAnImage()
{
    Shown shown;
    shown.start();
    const QModelIndex image = shown.indexOf("docker.io/library/alpine:1");
    shown.page.tree().expand(image.parent());
    shown.page.tree().expand(image);
    QTRY_COMPARE(shown.page.model().rowCount(image), 1);
    const QModelIndex platform = shown.page.model().index(0, 0, image);
    QCOMPARE(platform.data().toString(), QStringLiteral("linux/amd64/v8"));
    QCOMPARE(shown.page.model().rowCount(platform), 3);
}

void ImagesPageTest::keepsWhatIsOpenInASearch()
{
    Shown shown;
    shown.start();
    shown.page.tree().expand(shown.indexOf(alpine));
    shown.select({"docker.io/library/alpine:2"});
    shown.page.focusSearch();
    auto *const search = shown.page.findChild<QLineEdit *>();
    QTest::keyClicks(search, QStringLiteral("busybox"));
    QTRY_COMPARE(shown.page.model().matchCount(), 1);
    QVERIFY(shown.page.tree().isExpanded(shown.indexOf("docker.io/library/busybox")));
    search->clear();
    QTRY_COMPARE(shown.page.model().matchCount(), 3);
    QVERIFY(shown.page.tree().isExpanded(shown.indexOf(alpine)));
    QVERIFY(!shown.page.tree().isExpanded(shown.indexOf("docker.io/library/busybox")));
    QTest::keyClicks(search, QStringLiteral("nothing-like-it"));
    QTRY_VERIFY(hasText(shown.page, QStringLiteral("No image fits")));
}

void ImagesPageTest::showsDetails()
{
    Shown shown;
    shown.start();
    shown.select({"docker.io/library/alpine:1"});
    auto *const pane = shown.page.findChild<ImagePane *>();
    QTRY_COMPARE(pane->name(), QByteArray("docker.io/library/alpine:1"));
    const QString digest = QString::fromStdString(shown.one.manifest.descriptor.digest.toString());
    QCOMPARE(pane->findChild<QLineEdit *>()->text(), digest);
    pane->findChild<QToolButton *>()->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), digest);
    auto *const platforms = pane->findChild<QTreeWidget *>();
    QCOMPARE(platforms->topLevelItemCount(), 1);
    const QTreeWidgetItem *layer = platforms->topLevelItem(0)->child(1);
    QVERIFY(layer->text(1).contains(QStringLiteral("docker.io/library/alpine:2")));
    // Several are no image.
    shown.select({"docker.io/library/alpine:1", "docker.io/library/alpine:2"});
    QTRY_VERIFY(pane->name().isEmpty());
}

void ImagesPageTest::followsTheCache()
{
    Shown shown;
    shown.start();
    shown.page.tree().expand(shown.indexOf(alpine));
    const QPersistentModelIndex kept(shown.indexOf("docker.io/library/alpine:2"));
    const QSignalSpy resets(&shown.page.model(), &QAbstractItemModel::modelReset);
    bool isDone = false;
    // As somebody else, such as the command line.
    shown.engine.remove({.images = {"alpine:1"}}, this,
                        [&isDone](const Result<RemovalResult> &result) { isDone = bool(result); });
    QTRY_VERIFY(isDone);
    shown.page.actions().refresh().trigger();
    QTRY_COMPARE(shown.page.model().imageCount(), 2);
    QVERIFY(kept.isValid());
    QVERIFY(shown.page.tree().isExpanded(kept.parent()));
    QCOMPARE(resets.size(), 0);
}

void ImagesPageTest::copiesPullCommands()
{
    Shown shown;
    shown.start();
    shown.select({"docker.io/library/alpine:1"});
    QMenu *copy = shown.page.actions().menu().actions().constFirst()->menu();
    QVERIFY(copy->isEnabled());
    Q_EMIT copy->aboutToShow();
    const QList<QAction *> entries = copy->actions();
    const auto docker = std::find_if(entries.begin(), entries.end(), [](const QAction *entry) {
        return entry->text() == QStringLiteral("Docker");
    });
    QVERIFY(docker != entries.end());
    (*docker)->trigger();
    const QString address = QUrl(shown.engine.addresses().constFirst()).authority();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("docker pull %1/docker.io/library/alpine:1").arg(address));
    entries.constLast()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("docker.io/library/alpine:1"));
    shown.select({alpine});
    QVERIFY(!copy->isEnabled());
}

void ImagesPageTest::offersTheCommandsWithoutAMouse()
{
    Shown shown;
    shown.start();
    shown.page.tree().expand(shown.indexOf(alpine));
    shown.page.tree().setCurrentIndex(shown.indexOf("docker.io/library/alpine:1"));
    const QMenu *copy = &shown.page.actions().copying();
    const QPushButton *more = buttonOf(shown.page, QStringLiteral("More"));
    QVERIFY(more->menu()->actions().contains(copy->menuAction()));
    QVERIFY(copy->isEnabled());
    // The key for it opens the menu at the row.
    QMenu &menu = shown.page.actions().menu();
    const QSignalSpy wanted(&shown.page.tree(), &ImageTree::menuWanted);
    QWidget *viewport = shown.page.tree().viewport();
    QContextMenuEvent key(QContextMenuEvent::Keyboard, QPoint(0, 0),
                          viewport->mapToGlobal(QPoint(0, 0)));
    QCoreApplication::sendEvent(viewport, &key);
    QCOMPARE(wanted.size(), 1);
    const QPoint place = viewport->mapFromGlobal(wanted.constFirst().constFirst().toPoint());
    QCOMPARE(shown.page.tree().indexAt(place), shown.page.tree().currentIndex());
    QVERIFY(menu.isVisible());
    QVERIFY(menu.actions().contains(copy->menuAction()));
    menu.close();
}

QTEST_MAIN(ImagesPageTest)
#include "tst_imagespage.moc"
