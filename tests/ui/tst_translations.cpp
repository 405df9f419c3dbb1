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
    QTest::addColumn<QStringList>("translations");
    QTest::addColumn<QString>("type");
    QFile file(QStringLiteral(LANYARD_TRANSLATIONS "/lanyard_de.ts"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader reader(&file);
    QString source;
    QString type;
    QStringList translations;
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        if (token == QXmlStreamReader::EndElement && reader.name() == u"message")
            QTest::addRow("%s", qPrintable(source)) << source << translations << type;
        if (token != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == u"message") {
            translations.clear();
        } else if (reader.name() == u"source") {
            source = reader.readElementText();
        } else if (reader.name() == u"translation") {
            type = reader.attributes().value(QLatin1String("type")).toString();
            const QString text =
                reader.readElementText(QXmlStreamReader::SkipChildElements).trimmed();
            if (!text.isEmpty())
                translations.append(text);
        } else if (reader.name() == u"numerusform") {
            translations.append(reader.readElementText());
        }
    }
    QVERIFY(!reader.hasError());
}

void TranslationsTest::german()
{
    QFETCH(QString, source);
    QFETCH(QStringList, translations);
    QTEST(QString(), "type"); // neither unfinished nor vanished
    QVERIFY(!translations.isEmpty());
    for (const QString &translation : translations) {
        QVERIFY(!translation.isEmpty());
        QVERIFY(placeholders(translation) == placeholders(source));
    }
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
