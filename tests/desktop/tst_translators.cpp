// SPDX-License-Identifier: GPL-3.0-or-later
// A language that was chosen counts, for Qt's own words as well, also where the system writes it in
// another way.
#include "desktop/translators.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTest>
#include <QTranslator>

using namespace lanyard;

class TestTranslators final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void installsTheChosenOne();
};

void TestTranslators::installsTheChosenOne()
{
    if (QLocale::system().name() != QStringLiteral("zh_TW"))
        QSKIP("the system's language is not taken from the environment");
    desktop::installTranslators(QStringLiteral("zh_CN"));
    QTranslator simplified;
    QVERIFY(simplified.load(QStringLiteral(":/translations/lanyard_zh_CN.qm")));
    const QString expected = simplified.translate("attention", "Settings");
    QVERIFY(!expected.isEmpty());
    QCOMPARE(QCoreApplication::translate("attention", "Settings"), expected);
    // They are a package of their own.
    QTranslator simplifiedOfQt;
    QVERIFY(simplifiedOfQt.load(QStringLiteral("qtbase_zh_CN.qm"),
                                QLibraryInfo::path(QLibraryInfo::TranslationsPath)));
    const QString cancel = simplifiedOfQt.translate("QPlatformTheme", "Cancel");
    QVERIFY(!cancel.isEmpty());
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), cancel);
}

int main(int argc, char **argv)
{
    // Before Qt asks what it is.
    for (const char *name : {"LC_ALL", "LANG"})
        qputenv(name, "zh_TW.UTF-8");
    qunsetenv("LANGUAGE");
    const QCoreApplication application(argc, argv);
    TestTranslators test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_translators.moc"
