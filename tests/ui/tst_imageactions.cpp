// SPDX-License-Identifier: GPL-3.0-or-later
// Proves with the real engine that what is done on the page is done in the cache: images are
// removed after a preview, pinned, asked for upstream, fetched ahead, written to a disk and taken
// in from it.
#include "dialogs/imageexportdialog.h"
#include "dialogs/imageimportdialog.h"
#include "dialogs/prefetchdialog.h"
#include "dialogs/purgedialog.h"
#include "imagespagefixture.h"
#include "widgets/messageline.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTreeWidget>

using namespace lanyard;
using namespace lanyard::ui;
using namespace lanyard::test;

class ImageActionsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void removesAfterAPreview();
    void keepsPinnedImages();
    void pinsSeveral();
    void asksUpstream();
    void tellsWhatFailed();
    void fetchesAhead();
    void tellsAWrongName();
    void cancelsAFetch();
    void exportsAndImports();
    void tellsWhyAnExportFailed();
};

void ImageActionsTest::removesAfterAPreview()
{
    Shown shown;
    shown.start();
    QVERIFY(!shown.page.actions().purge().isEnabled());
    shown.select({"docker.io/library/alpine:1"});
    shown.page.tree().setFocus();
    shown.page.actions().purge().trigger();
    auto *dialog = shown.dialog<PurgeDialog>();
    QVERIFY(dialog);
    QPushButton *remove = buttonOf(*dialog, QStringLiteral("Remove"));
    QVERIFY(!remove->isEnabled());
    QTRY_VERIFY(remove->isEnabled());
    auto *const list = dialog->findChild<QTreeWidget *>();
    QCOMPARE(list->topLevelItemCount(), 1);
    QVERIFY(list->topLevelItem(0)->text(1).contains(QStringLiteral("alpine:2")));
    // A look changes nothing.
    QCOMPARE(shown.page.model().imageCount(), 3);
    remove->click();
    QTRY_COMPARE(shown.page.model().imageCount(), 2);
    QVERIFY(!shown.find("docker.io/library/alpine:1"));
    QTRY_VERIFY(!shown.dialog<PurgeDialog>());
    QVERIFY(hasText(shown.page, QStringLiteral("1 image removed")));
}

void ImageActionsTest::keepsPinnedImages()
{
    Shown shown;
    shown.start();
    shown.select({"docker.io/library/alpine:1"});
    shown.page.actions().pin().trigger();
    QTRY_VERIFY(shown.find("docker.io/library/alpine:1")->isPinned);
    shown.select({alpine});
    shown.page.actions().purge().trigger();
    auto *dialog = shown.dialog<PurgeDialog>();
    QPushButton *remove = buttonOf(*dialog, QStringLiteral("Remove"));
    QTRY_VERIFY(remove->isEnabled());
    auto *const list = dialog->findChild<QTreeWidget *>();
    QCOMPARE(list->topLevelItemCount(), 2);
    QVERIFY(list->topLevelItem(1)->text(1).contains(QStringLiteral("pinned")));
    auto *const pinned = dialog->findChild<QCheckBox *>();
    QVERIFY(pinned->isVisible());
    pinned->click();
    QTRY_VERIFY(remove->isEnabled());
    QVERIFY(!list->topLevelItem(1)->text(2).isEmpty());
    pinned->click();
    QTRY_VERIFY(remove->isEnabled());
    remove->click();
    QTRY_COMPARE(shown.page.model().imageCount(), 2);
    QVERIFY(shown.find("docker.io/library/alpine:1"));
}

void ImageActionsTest::pinsSeveral()
{
    Shown shown;
    shown.start();
    shown.select({alpine, "docker.io/library/busybox:1"});
    QVERIFY(!shown.page.actions().unpin().isEnabled());
    shown.page.actions().pin().trigger();
    QTRY_VERIFY(hasText(shown.page, QStringLiteral("Pinned: 3 images")));
    for (const char *name : {"alpine:1", "alpine:2", "busybox:1"})
        QTRY_VERIFY(shown.find(QByteArray("docker.io/library/") + name)->isPinned);
    shown.select({"docker.io/library/alpine:2"});
    QVERIFY(!shown.page.actions().pin().isEnabled());
    shown.page.actions().unpin().trigger();
    QTRY_VERIFY(!shown.find("docker.io/library/alpine:2")->isPinned);
    QVERIFY(shown.find("docker.io/library/alpine:1")->isPinned);
}

void ImageActionsTest::asksUpstream()
{
    Shown shown;
    shown.hub.addManifest("library/alpine", "1", shown.two.manifest.descriptor.mediaType,
                          shown.two.manifest.bytes);
    shown.start();
    const QByteArray before = shown.find("docker.io/library/alpine:1")->digest;
    shown.select({"docker.io/library/alpine:1"});
    shown.page.tree().setFocus();
    QVERIFY(QTest::qWaitForWindowActive(&shown.page));
    QTest::keyClick(&shown.page.tree(), Qt::Key_F5);
    QTRY_VERIFY(shown.find("docker.io/library/alpine:1")->digest != before);
    QCOMPARE(shown.find("docker.io/library/alpine:1")->digest,
             QByteArray::fromStdString(shown.two.manifest.descriptor.digest.toString()));
    QVERIFY(hasText(shown.page, QStringLiteral("newer: 1")));
}

void ImageActionsTest::tellsWhatFailed()
{
    Shown shown;
    shown.hub.addManifest("library/alpine", "2", shown.two.manifest.descriptor.mediaType,
                          shown.two.manifest.bytes);
    shown.start();
    shown.select({alpine});
    shown.page.actions().refresh().trigger();
    auto *const message = shown.page.findChild<MessageLine *>();
    QTRY_VERIFY(message->isVisible());
    QVERIFY(message->text().contains(QStringLiteral("docker.io/library/alpine:1: ")));
    QVERIFY(!message->text().contains(QStringLiteral("docker.io/library/alpine:2: ")));
    QVERIFY(hasText(shown.page, QStringLiteral("Asked upstream for 1 image")));
    // The tag that upstream has no more is forgotten, and what happened is still told.
    QTRY_VERIFY(!shown.find("docker.io/library/alpine:1"));
    QVERIFY(hasText(shown.page, QStringLiteral("Asked upstream for 1 image")));
}

void ImageActionsTest::fetchesAhead()
{
    Shown shown;
    const TestImage image = testImage("amd64", {"fetched ahead"});
    shown.hub.addManifest("library/ahead", "1", image.manifest.descriptor.mediaType,
                          image.manifest.bytes);
    shown.hub.addBlob("library/ahead", image.config.bytes);
    shown.hub.addBlob("library/ahead", image.layers.front().bytes);
    shown.start();
    shown.page.actions().fetch().trigger();
    auto *const dialog = shown.dialog<PrefetchDialog>();
    auto *const names = dialog->findChild<QLineEdit *>();
    QPushButton *const fetch = buttonOf(*dialog, QStringLiteral("Fetch"));
    QVERIFY(!fetch->isEnabled());
    QTest::keyClicks(names, QStringLiteral("ahead:1 nowhere:1"));
    QTRY_VERIFY(fetch->isEnabled());
    fetch->click();
    auto *const list = dialog->findChild<QTreeWidget *>();
    QCOMPARE(list->topLevelItemCount(), 2);
    QTRY_COMPARE(dialog->openCount(), 0);
    QTRY_VERIFY(shown.find("docker.io/library/ahead:1"));
    QVERIFY(shown.find("docker.io/library/ahead:1")->isComplete);
    QVERIFY(list->topLevelItem(0)->text(2).contains(QStringLiteral("Stored")));
    QVERIFY(!list->topLevelItem(1)->text(2).contains(QStringLiteral("Stored")));
    buttonOf(*dialog, QStringLiteral("Clear what has ended"))->click();
    QCOMPARE(list->topLevelItemCount(), 0);
}

void ImageActionsTest::tellsAWrongName()
{
    Shown shown;
    shown.start();
    shown.page.actions().fetch().trigger();
    auto *const dialog = shown.dialog<PrefetchDialog>();
    QPushButton *const fetch = buttonOf(*dialog, QStringLiteral("Fetch"));
    auto *const names = dialog->findChild<QLineEdit *>();
    QTest::keyClicks(names, QStringLiteral("fine:1 Not//a:name"));
    QTRY_VERIFY(hasText(*dialog, QStringLiteral("Not//a:name: ")));
    QVERIFY(!fetch->isEnabled());
    names->setText(QStringLiteral("fine:1"));
    QTRY_VERIFY(fetch->isEnabled());
}

void ImageActionsTest::cancelsAFetch()
{
    Shown shown;
    shown.hub.addManifest("library/ahead", "1", shown.one.manifest.descriptor.mediaType,
                          shown.one.manifest.bytes);
    shown.hub.addFault("/v2/library/ahead/manifests/1", {.isHeld = true});
    shown.start();
    shown.page.actions().fetch().trigger();
    auto *const dialog = shown.dialog<PrefetchDialog>();
    dialog->setNames({"ahead:1"});
    QPushButton *const fetch = buttonOf(*dialog, QStringLiteral("Fetch"));
    QTRY_VERIFY(fetch->isEnabled());
    fetch->click();
    QPushButton *const cancel = buttonOf(*dialog, QStringLiteral("Cancel selected"));
    QVERIFY(!cancel->isEnabled());
    dialog->findChild<QTreeWidget *>()->selectAll();
    QVERIFY(cancel->isEnabled());
    cancel->click();
    QTRY_COMPARE(dialog->openCount(), 0);
    shown.hub.release("/v2/library/ahead/manifests/1");
}

void ImageActionsTest::exportsAndImports()
{
    Shown shown;
    const QTemporaryDir folder;
    shown.start();
    shown.select({alpine});
    shown.page.actions().exporting().trigger();
    auto *dialog = shown.dialog<ImageExportDialog>();
    const QString path = folder.filePath(QStringLiteral("alpine.tar"));
    dialog->findChild<QLineEdit *>()->setText(path);
    buttonOf(*dialog, QStringLiteral("Export"))->click();
    QTRY_VERIFY(hasText(*dialog, QStringLiteral("written to")));
    QVERIFY(QFileInfo(path).size() > 0);
    buttonOf(*dialog, QStringLiteral("Close"))->click();
    QTRY_VERIFY(!shown.dialog<ImageExportDialog>());

    bool isDone = false;
    shown.engine.remove({.repositories = {"alpine"}}, this,
                        [&isDone](const Result<RemovalResult> &result) { isDone = bool(result); });
    QTRY_VERIFY(isDone);
    shown.page.tree().clearSelection();
    shown.page.actions().refresh().trigger();
    QTRY_COMPARE(shown.page.model().imageCount(), 1);
    shown.page.actions().importing().trigger();
    auto *import = shown.dialog<ImageImportDialog>();
    QVERIFY(!buttonOf(*import, QStringLiteral("Import"))->isEnabled());
    import->findChild<QLineEdit *>()->setText(path);
    buttonOf(*import, QStringLiteral("Import"))->click();
    QTRY_VERIFY(hasText(*import, QStringLiteral("Images imported: 2")));
    QTRY_COMPARE(shown.page.model().imageCount(), 3);
}

void ImageActionsTest::tellsWhyAnExportFailed()
{
    Shown shown;
    shown.start();
    shown.select({alpine});
    shown.page.actions().exporting().trigger();
    auto *dialog = shown.dialog<ImageExportDialog>();
    dialog->findChild<QLineEdit *>()->setText(QStringLiteral("not/absolute.tar"));
    buttonOf(*dialog, QStringLiteral("Export"))->click();
    auto *const message = dialog->findChild<MessageLine *>();
    QTRY_VERIFY(message->isVisible());
    QVERIFY(!message->text().isEmpty());
    QVERIFY(buttonOf(*dialog, QStringLiteral("Export"))->isEnabled());
}

QTEST_MAIN(ImageActionsTest)
#include "tst_imageactions.moc"
