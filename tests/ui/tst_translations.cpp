// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that the German words are complete and compiled into the program, and that every
// placeholder of a source text is in its translation.
#include "requesttext.h"

#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

#include <set>

using namespace lanyard;

namespace {

std::set<QString> placeholders(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("%(\\d|n)"));
    std::set<QString> found;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext())
        found.insert(matches.next().captured());
    return found;
}

} // namespace

class TranslationsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void german_data();
    void german();
    void isCompiledIn();
};

void TranslationsTest::german_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("translation");
    QTest::addColumn<QString>("type");
    QFile file(QStringLiteral(LANYARD_TRANSLATIONS "/lanyard_de.ts"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader reader(&file);
    QString source;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == u"source") {
            source = reader.readElementText();
        } else if (reader.name() == u"translation") {
            const QString type = reader.attributes().value(QLatin1String("type")).toString();
            // Singular and plural are elements of their own.
            const QString text = reader.readElementText(QXmlStreamReader::IncludeChildElements);
            QTest::addRow("%s", qPrintable(source)) << source << text.trimmed() << type;
        }
    }
    QVERIFY(!reader.hasError());
}

void TranslationsTest::german()
{
    QFETCH(QString, source);
    QFETCH(QString, translation);
    QTEST(QString(), "type"); // neither unfinished nor vanished
    QVERIFY(!translation.isEmpty());
    QVERIFY(placeholders(translation) == placeholders(source));
}

void TranslationsTest::isCompiledIn()
{
    QTranslator translator;
    QVERIFY(translator.load(QLocale(QLocale::German), QStringLiteral("lanyard"),
                            QStringLiteral("_"), QStringLiteral(":/translations")));
    QCoreApplication::installTranslator(&translator);
    const QString hit = ui::resultName(CacheResult::Hit);
    QCoreApplication::removeTranslator(&translator);
    QCOMPARE(hit, QStringLiteral("Treffer"));
    QCOMPARE(ui::resultName(CacheResult::Hit), QStringLiteral("Hit"));
}

QTEST_GUILESS_MAIN(TranslationsTest)
#include "tst_translations.moc"
