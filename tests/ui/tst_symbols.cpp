// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that every symbol has a drawing, in the colour that is asked for or in that of text, and
// at every scale with as many pixels as the screen has.
#include "symbols.h"

#include <QGuiApplication>
#include <QImage>
#include <QMetaEnum>
#include <QPainter>
#include <QPalette>
#include <QTest>

using namespace lanyard::ui;

namespace {

/// The colours of the pixels that are wholly painted.
QSet<QRgb> opaqueColours(const QImage &image)
{
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (const QColor pixel = image.pixelColor(x, y); pixel.alpha() == 255)
                colours.insert(pixel.rgb());
        }
    }
    return colours;
}

} // namespace

class SymbolsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isDrawn_data();
    void isDrawn();
    void followsThePalette();
    void isReadableOnASelection();
    void isSharpAtTwiceTheScale();
};

void SymbolsTest::isDrawn_data()
{
    QTest::addColumn<int>("symbol");
    const QMetaEnum symbols = QMetaEnum::fromType<Symbol>();
    for (int i = 0; i < symbols.keyCount(); ++i)
        QTest::newRow(symbols.key(i)) << symbols.value(i);
}

void SymbolsTest::isDrawn()
{
    QFETCH(int, symbol);
    const QImage image =
        symbolIcon(static_cast<Symbol>(symbol), Qt::darkGreen).pixmap(64).toImage();
    QCOMPARE(image.size(), QSize(64, 64));
    QCOMPARE(opaqueColours(image), QSet<QRgb>{QColor(Qt::darkGreen).rgb()});
    // Nothing is cut off at an edge.
    for (int i = 0; i < image.width(); ++i) {
        QCOMPARE(image.pixelColor(i, 0).alpha(), 0);
        QCOMPARE(image.pixelColor(0, i).alpha(), 0);
        QCOMPARE(image.pixelColor(i, image.height() - 1).alpha(), 0);
        QCOMPARE(image.pixelColor(image.width() - 1, i).alpha(), 0);
    }
}

void SymbolsTest::followsThePalette()
{
    const QIcon icon = symbolIcon(Symbol::Images);
    const QPalette before = QGuiApplication::palette();
    for (const QColor &text : {QColor(Qt::white), QColor(Qt::darkRed)}) {
        QPalette palette = before;
        palette.setColor(QPalette::Active, QPalette::WindowText, text);
        QGuiApplication::setPalette(palette);
        QCOMPARE(opaqueColours(icon.pixmap(64).toImage()), QSet<QRgb>{text.rgb()});
    }
    QGuiApplication::setPalette(before);
}

void SymbolsTest::isReadableOnASelection()
{
    const QIcon icon = symbolIcon(Symbol::Lock, Qt::darkGreen);
    const QColor text =
        QGuiApplication::palette().color(QPalette::Active, QPalette::HighlightedText);
    QCOMPARE(opaqueColours(icon.pixmap(64, QIcon::Selected).toImage()), QSet<QRgb>{text.rgb()});
}

void SymbolsTest::isSharpAtTwiceTheScale()
{
    QPixmap screen(32, 32);
    screen.setDevicePixelRatio(2);
    screen.fill(Qt::transparent);
    QPainter painter(&screen);
    symbolIcon(Symbol::Stop, Qt::black).paint(&painter, QRect(0, 0, 16, 16));
    painter.end();
    const QImage once = symbolIcon(Symbol::Stop, Qt::black).pixmap(32).toImage();
    QImage twice = screen.toImage();
    twice.setDevicePixelRatio(1);
    QCOMPARE(twice.convertToFormat(once.format()), once);
}

QTEST_MAIN(SymbolsTest)
#include "tst_symbols.moc"
