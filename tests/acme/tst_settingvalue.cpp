// SPDX-License-Identifier: GPL-3.0-or-later
// Settings are read from where the configuration says, whenever they are needed; what is wrong
// names the place, never a value.
#include "acme/settingvalue.h"
#include "core/limits.h"
#include "support/putfile.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lanyard;
using namespace lanyard::acme;

class TestSettingValue final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resolves();
    void fails_data();
    void fails();
};

void TestSettingValue::resolves()
{
    const QTemporaryDir folder;
    const std::string file = folder.filePath(QStringLiteral("secret")).toStdString();
    test::replaceFile(QString::fromStdString(file), "of a file\r\n\n");
    qputenv("LANYARD_TEST_SETTING", "of a variable");
    const auto values = resolve({{.name = "A", .text = "a text"},
                                 {.name = "B", .file = file},
                                 {.name = "C", .env = "LANYARD_TEST_SETTING"}});
    QVERIFY(values);
    QCOMPARE(values->size(), std::size_t{3});
    QCOMPARE(values->at(0).value, QByteArray("a text"));
    QCOMPARE(values->at(1).value, QByteArray("of a file"));
    QCOMPARE(values->at(2).value, QByteArray("of a variable"));
    QCOMPARE(values->at(2).name, std::string("C"));
    test::replaceFile(QString::fromStdString(file), "another");
    QCOMPARE(resolve({{.name = "B", .file = file}})->front().value, QByteArray("another"));
}

void TestSettingValue::fails_data()
{
    QTest::addColumn<QByteArray>("content"); // of the file; empty: there is none
    QTest::addColumn<QString>("says");
    QTest::newRow("missing") << QByteArray() << QStringLiteral("there is no such file");
    QTest::newRow("long") << QByteArray(static_cast<qsizetype>(limits::secretBytesMax) + 1, 's')
                          << QStringLiteral("is larger than 65536 bytes");
    QTest::newRow("NUL") << QByteArray("s3cret\0x", 8) << QStringLiteral("no NUL in it");
}

void TestSettingValue::fails()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, says);
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("secret"));
    if (!content.isEmpty())
        test::replaceFile(file, content);
    const auto values = resolve({{.name = "A", .file = file.toStdString()}});
    QVERIFY(!values);
    const QString message = QString::fromStdString(values.error().message.english());
    QVERIFY2(message.startsWith(QStringLiteral("dnsSettings.A: ") + file), qPrintable(message));
    QVERIFY2(message.contains(says), qPrintable(message));
    QVERIFY(!message.contains(QStringLiteral("s3cret")));
    const auto variable = resolve({{.name = "B", .env = "LANYARD_TEST_NO_SETTING"}});
    QVERIFY(!variable);
    QCOMPARE(variable.error().message.english(),
             std::string("dnsSettings.B: the environment variable "
                         "LANYARD_TEST_NO_SETTING is not set"));
}

QTEST_GUILESS_MAIN(TestSettingValue)
#include "tst_settingvalue.moc"
