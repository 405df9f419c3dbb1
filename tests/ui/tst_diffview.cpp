// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a diff says what comes and goes by a sign and a colour that can be read, in light and
// dark, and that what a file has in it is shown and does nothing.
#include "theme.h"
#include "widgets/diffview.h"

#include <QApplication>
#include <QTest>

#include <cmath>

using namespace lanyard::ui;

namespace {

const QByteArray diff("--- a\n+++ a\n@@ -1,2 +1,2 @@\n same\n-gone\n+new\tx\n");

/// Of WCAG 2: from 1 to 21.
double contrast(const QColor &a, const QColor &b)
{
    const auto luminance = [](const QColor &colour) {
        const auto part = [](double share) {
            return share <= 0.03928 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) +
               0.0722 * part(colour.blueF());
    };
    const double bright = std::max(luminance(a), luminance(b));
    const double dark = std::min(luminance(a), luminance(b));
    return (bright + 0.05) / (dark + 0.05);
}

/// The letters of the line that begins with this sign.
QTextCharFormat formatOf(const DiffView &view, QChar sign)
{
    const QList<QTextEdit::ExtraSelection> all = view.extraSelections();
    for (const QTextEdit::ExtraSelection &one : all) {
        if (one.cursor.hasSelection() && one.cursor.selectedText().startsWith(sign))
            return one.format;
    }
    return {};
}

} // namespace

class TestDiffView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsSigns();
    void isReadable_data();
    void isReadable();
    void isHarmless();
    void isAsHighAsItNeeds();
};

void TestDiffView::showsSigns()
{
    DiffView view(QStringLiteral("Changes"));
    view.setDiff(diff);
    QCOMPARE(view.toPlainText(), QStringLiteral("@@ -1,2 +1,2 @@\n same\n-gone\n+new\tx"));
    QCOMPARE(view.accessibleName(), QStringLiteral("Changes"));
    QCOMPARE(formatOf(view, u'+').foreground().color(), addedColour(view.palette()));
    QCOMPARE(formatOf(view, u'-').foreground().color(), errorColour(view.palette()));
    QVERIFY(!formatOf(view, u' ').hasProperty(QTextFormat::ForegroundBrush));
}

void TestDiffView::isReadable_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << QPalette(QColor(0xef, 0xf0, 0xf1), QColor(0xfc, 0xfc, 0xfc));
    QTest::newRow("dark") << QPalette(QColor(0x31, 0x36, 0x3b), QColor(0x23, 0x26, 0x29));
}

void TestDiffView::isReadable()
{
    QFETCH(QPalette, palette);
    DiffView view(QStringLiteral("Changes"));
    view.setDiff(diff);
    view.setPalette(palette);
    for (const QChar sign : {u'+', u'-'}) {
        const QTextCharFormat format = formatOf(view, sign);
        QVERIFY2(contrast(format.foreground().color(), format.background().color()) >= 4.5,
                 qPrintable(QString(sign)));
    }
}

void TestDiffView::isHarmless()
{
    DiffView view(QStringLiteral("Changes"));
    view.setDiff("+<b>x</b>\x1b[31m\xe2\x80\xae\r\n-\r\n");
    QCOMPARE(view.toPlainText(), QStringLiteral("+<b>x</b>\uFFFD[31m\uFFFD\n-"));
}

void TestDiffView::isAsHighAsItNeeds()
{
    DiffView view(QStringLiteral("Changes"));
    view.setDiff("+1\n");
    const int one = view.sizeHint().height();
    view.setDiff("+1\n+2\n+3\n");
    QCOMPARE(view.sizeHint().height(), one + 2 * view.fontMetrics().lineSpacing());
    view.setDiff(QByteArray("+x\n").repeated(10'000));
    QVERIFY(view.sizeHint().height() < one + 40 * view.fontMetrics().lineSpacing());
}

QTEST_MAIN(TestDiffView)
#include "tst_diffview.moc"
