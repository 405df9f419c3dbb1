// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that what is drawn into the cells of lists begins at the side where one begins to read.
#include "models/downloadmodel.h"
#include "models/requestmodel.h"
#include "theme.h"
#include "widgets/progressdelegate.h"
#include "widgets/resultdelegate.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace lanyard;
using namespace lanyard::ui;

namespace {

constexpr QSize cell(400, 24);

/// What the delegate paints for a cell that is read in that direction.
QImage painted(const QStyledItemDelegate &delegate, const QModelIndex &index,
               Qt::LayoutDirection direction)
{
    QImage image(cell, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    QStyleOptionViewItem option;
    option.rect = image.rect();
    option.direction = direction;
    option.palette = QPalette(Qt::lightGray, Qt::white);
    option.state = QStyle::State_Enabled;
    delegate.paint(&painter, option, index);
    return image;
}

/// The part of the cell in which there is this colour; a null one: any but the ground.
QRect partOf(const QImage &image, const QColor &colour = {})
{
    QRect part;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (colour.isValid() ? pixel == colour : pixel != QColor(Qt::white))
                part |= QRect(x, y, 1, 1);
        }
    }
    return part;
}

QRect mirrored(const QRect &part)
{
    return {cell.width() - part.x() - part.width(), part.y(), part.width(), part.height()};
}

} // namespace

class DelegatesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mirrorsAResult();
    void mirrorsProgress();
};

void DelegatesTest::mirrorsAResult()
{
    RequestModel model(1);
    RequestRecord record;
    record.labels.result = CacheResult::Hit;
    model.append({record});
    const QModelIndex index = model.index(0, RequestModel::ResultColumn);
    const ResultDelegate delegate;
    const QRect fromLeft = partOf(painted(delegate, index, Qt::LeftToRight));
    const QRect fromRight = partOf(painted(delegate, index, Qt::RightToLeft));
    QVERIFY(fromLeft.isValid() && fromLeft.right() < cell.width() / 2);
    QCOMPARE(fromRight, mirrored(fromLeft));
}

void DelegatesTest::mirrorsProgress()
{
    DownloadModel model;
    DownloadProgress progress;
    progress.digest = "sha256:a";
    progress.receivedBytes = 50;
    progress.totalBytes = 100;
    model.update({progress}, 0);
    const QModelIndex index = model.index(0, DownloadModel::ProgressColumn);
    const ProgressDelegate delegate;
    const QColor fill = resultColour(CacheResult::Miss, QPalette(Qt::lightGray, Qt::white));
    const QImage fromLeft = painted(delegate, index, Qt::LeftToRight);
    const QImage fromRight = painted(delegate, index, Qt::RightToLeft);
    const QRect done = partOf(fromLeft, fill);
    QVERIFY(done.isValid() && done.right() < cell.width() / 2);
    QCOMPARE(partOf(fromRight, fill), mirrored(done));
    // The number stands beyond it, at the other side.
    const QColor text = QPalette(Qt::lightGray, Qt::white).color(QPalette::Text);
    QVERIFY(partOf(fromLeft, text).left() > done.right());
    QVERIFY(partOf(fromRight, text).right() < mirrored(done).left());
}

QTEST_MAIN(DelegatesTest)
#include "tst_delegates.moc"
