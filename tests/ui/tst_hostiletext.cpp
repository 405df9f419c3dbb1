// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that what clients and upstreams say is shown as the text it is: no markup of theirs is
// markup in a tool tip or a notice, and nothing makes one name look like another.
#include "format.h"
#include "models/downloadmodel.h"
#include "models/requestmodel.h"
#include "trayicon.h"
#include "widgets/noticebar.h"

#include <QLabel>
#include <QTest>

using namespace lanyard;
using namespace lanyard::ui;

namespace {

/// Every text of the two lists that is made of bytes from elsewhere.
RequestRecord recordOf(const QByteArray &text, RequestKind kind)
{
    RequestRecord record;
    record.client = text;
    record.userAgent = text;
    record.method = text;
    record.target = text;
    record.status = 200;
    record.labels.kind = kind;
    record.labels.upstream = text;
    record.labels.repository = text;
    record.labels.reference = text;
    record.labels.rule = std::make_shared<const Message>(text.toStdString());
    record.labels.user = text;
    record.labels.isPrivate = true;
    return record;
}

QStringList textsOf(const QAbstractItemModel &model, int role)
{
    QStringList texts;
    for (int column = 0; column < model.columnCount(); ++column)
        texts.append(model.index(0, column).data(role).toString());
    return texts;
}

} // namespace

class HostileTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void texts_data();
    void texts();
    void notices();

    void messages_data() { texts_data(); }

    void messages();
};

void HostileTextTest::texts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("markup") << QByteArray("<img src=\"file:///etc/passwd\"><a href='x'>y</a>");
    QTest::newRow("end of a table") << QByteArray("</td></tr></table><h1>x</h1>");
    QTest::newRow("entity") << QByteArray("&lt;b&gt;");
    QTest::newRow("ESC") << QByteArray("\x1b[2J\x1b]0;x\x07");
    QTest::newRow("line ends") << QByteArray("a\r\nb\xe2\x80\xa8");
    QTest::newRow("override") << QByteArray("\xe2\x80\xaegpj.exe\xe2\x81\xa6");
    QTest::newRow("no UTF-8") << QByteArray("\xff\xfe\xc0\xaf");
    QTest::newRow("NUL") << QByteArray("a\0b", 3);
    QTest::newRow("very long") << QByteArray(100'000, '<');
}

void HostileTextTest::texts()
{
    QFETCH(QByteArray, text);
    for (const RequestKind kind : {RequestKind::Other, RequestKind::Manifest, RequestKind::Tags}) {
        RequestModel requests(10);
        requests.append({recordOf(text, kind)});
        DownloadModel downloads;
        downloads.update({{.digest = text, .upstream = text, .repository = text}}, 0);
        for (const QAbstractItemModel *model :
             std::initializer_list<const QAbstractItemModel *>{&requests, &downloads}) {
            for (const int role : {Qt::DisplayRole, Qt::AccessibleTextRole, Qt::ToolTipRole}) {
                for (const QString &shown : textsOf(*model, role))
                    QCOMPARE(shown, printable(shown.toUtf8()));
            }
            for (const QString &toolTip : textsOf(*model, Qt::ToolTipRole)) {
                // The only markup is that of the window itself.
                QVERIFY(!toolTip.contains(QStringLiteral("<img")));
                QVERIFY(!toolTip.contains(QStringLiteral("<a ")));
                QVERIFY(!toolTip.contains(QStringLiteral("<h1")));
                QVERIFY(!toolTip.contains(QStringLiteral("<<")));
                QVERIFY(!text.startsWith('&') || !toolTip.contains(QStringLiteral("&lt;b")));
            }
        }
    }
}

void HostileTextTest::notices()
{
    NoticeBar bar;
    const QString markup = QStringLiteral("<img src=x> & <b>");
    for (int i = 0; i < 2; ++i)
        bar.add({.severity = Notice::Severity::Warning, .text = markup + QString::number(i)});
    const QList<QLabel *> labels = bar.findChildren<QLabel *>();
    QVERIFY(!labels.isEmpty());
    for (const QLabel *label : labels) {
        if (label->text().contains(QLatin1String("<img")))
            QCOMPARE(label->textFormat(), Qt::PlainText);
        QVERIFY2(!label->toolTip().contains(QLatin1String("<img")), qPrintable(label->toolTip()));
    }
}

/// Those of the tray, which desktops take for markup.
void HostileTextTest::messages()
{
    QFETCH(QByteArray, text);
    const QString body = messageBody(QString::fromUtf8(text));
    QVERIFY(!body.contains(u'<') && !body.contains(u'>'));
    QVERIFY(!body.contains(QChar(0x1b)) && !body.contains(QChar(0x202e)));
    // As it reads when the markup is read.
    QString read = body;
    read.replace(QStringLiteral("&lt;"), QStringLiteral("<"))
        .replace(QStringLiteral("&gt;"), QStringLiteral(">"))
        .replace(QStringLiteral("&amp;"), QStringLiteral("&"));
    QCOMPARE(read, printableLines(QString::fromUtf8(text).toUtf8()));
}

QTEST_MAIN(HostileTextTest)
#include "tst_hostiletext.moc"
