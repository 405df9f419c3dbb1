// SPDX-License-Identifier: GPL-3.0-or-later
// Text of others has nothing in it that a terminal obeys or that makes it look like other text.
#include "core/printabletext.h"

#include <QTest>

using namespace lanyard;

class TestPrintableText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hides_data();
    void hides();
};

void TestPrintableText::hides_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const QString &text, const QString &shown) {
        QTest::newRow(name) << text << shown;
    };
    row("plain", QStringLiteral("curl/8 (x) \"y\" <b>"), QStringLiteral("curl/8 (x) \"y\" <b>"));
    row("empty", {}, {});
    row("letters", QStringLiteral("größe 大小 \U0001F433"),
        QStringLiteral("größe 大小 \U0001F433"));
    row("right-to-left letters", QStringLiteral("\u05d0\u0628"), QStringLiteral("\u05d0\u0628"));
    row("ESC", QStringLiteral("a\u001b[2Jb"), QStringLiteral("a\ufffd[2Jb"));
    row("CSI in one", QStringLiteral("a\u009b2Jb"), QStringLiteral("a\ufffd2Jb"));
    row("line ends", QStringLiteral("a\r\nb\u0085c\u2028d\u2029"),
        QStringLiteral("a\ufffd\ufffdb\ufffdc\ufffdd\ufffd"));
    row("backspace, bell, DEL", QStringLiteral("a\b\a\u007f"),
        QStringLiteral("a\ufffd\ufffd\ufffd"));
    row("NUL", QString(QChar(u'\0')), QStringLiteral("\ufffd"));
    row("overrides", QStringLiteral("\u202egpj.exe\u202c"), QStringLiteral("\ufffdgpj.exe\ufffd"));
    row("isolates", QStringLiteral("\u2066a\u2069"), QStringLiteral("\ufffda\ufffd"));
    row("marks", QStringLiteral("\u200e\u200f\u061c"), QStringLiteral("\ufffd\ufffd\ufffd"));
    row("no width", QStringLiteral("a\u200bb\ufeff"), QStringLiteral("a\ufffdb\ufffd"));
    row("tags", QStringLiteral("a\U000E0041"), QStringLiteral("a\ufffd"));
    row("half a pair", QString(QChar(0xd800)), QStringLiteral("\ufffd"));
}

void TestPrintableText::hides()
{
    QFETCH(QString, text);
    QTEST(printable(text), "shown");
}

QTEST_APPLESS_MAIN(TestPrintableText)
#include "tst_printabletext.moc"
