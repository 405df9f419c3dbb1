// SPDX-License-Identifier: GPL-3.0-or-later
// Proves for every language that no word of the program lacks, that every placeholder and mnemonic
// of a source text is in its translation, and that the words are compiled into the program.
#include "programsettings.h"
#include "requesttext.h"

#include <QDir>
#include <QFile>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

#include <set>

using namespace lanyard;

namespace {

/// The source texts are English: its file has only their plurals.
const QString ownLanguage = QStringLiteral("en");

QString fileOf(const QString &language)
{
    return QStringLiteral(LANYARD_TRANSLATIONS "/lanyard_%1.ts").arg(language);
}

struct Entry
{
    QString source;
    QString state;     ///< empty: finished
    QStringList texts; ///< more than one: the forms of a plural
    bool isPlural = false;
};

QList<Entry> readMessages(const QString &path)
{
    QFile file(path);
    QList<Entry> messages;
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader reader(&file);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == u"message") {
            messages.append(Entry());
            messages.last().isPlural = reader.attributes().hasAttribute(QLatin1String("numerus"));
        } else if (reader.name() == u"source") {
            messages.last().source = reader.readElementText();
        } else if (reader.name() == u"translation") {
            messages.last().state = reader.attributes().value(QLatin1String("type")).toString();
            if (!messages.last().isPlural)
                messages.last().texts = {reader.readElementText()};
        } else if (reader.name() == u"numerusform") {
            messages.last().texts += reader.readElementText();
        }
    }
    return reader.hasError() ? QList<Entry>() : messages;
}

std::set<QString> placeholders(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("%(\\d|n)"));
    std::set<QString> found;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext())
        found.insert(matches.next().captured());
    return found;
}

bool hasMnemonic(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("(?<!&)&(?!&| )"));
    return pattern.match(text).hasMatch();
}

void addLanguages()
{
    QTest::addColumn<QString>("language");
    const QStringList files =
        QDir(QStringLiteral(LANYARD_TRANSLATIONS)).entryList({QStringLiteral("lanyard_*.ts")});
    for (const QString &file : files) {
        const QString language = file.section(u'_', 1).section(u'.', 0, 0);
        QTest::newRow(qPrintable(language)) << language;
    }
}

} // namespace

class TranslationsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void lacksNoWord_data() { addLanguages(); }

    void lacksNoWord();

    void keepsPlaceholders_data() { addLanguages(); }

    void keepsPlaceholders();

    void isCompiledIn_data() { addLanguages(); }

    void isCompiledIn();
};

void TranslationsTest::lacksNoWord()
{
    QFETCH(QString, language);
    QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("lanyard_%1.ts").arg(language));
    QVERIFY(QFile::copy(fileOf(language), copy));
    QStringList arguments{QStringLiteral("-silent"),
                          QStringLiteral("-locations"),
                          QStringLiteral("none"),
                          QStringLiteral(LANYARD_SOURCE "/engine"),
                          QStringLiteral(LANYARD_SOURCE "/ui"),
                          QStringLiteral(LANYARD_SOURCE "/app/desktop"),
                          QStringLiteral("-ts"),
                          copy};
    if (language == ownLanguage)
        arguments.prepend(QStringLiteral("-pluralonly"));
    QProcess lupdate;
    lupdate.start(QStringLiteral(LANYARD_LUPDATE), arguments);
    QVERIFY(lupdate.waitForFinished());
    QCOMPARE(lupdate.exitCode(), 0);
    const QList<Entry> messages = readMessages(copy);
    QVERIFY(!messages.isEmpty());
    for (const Entry &message : messages) {
        // Neither unfinished, nor gone from the program.
        QVERIFY2(message.state.isEmpty(), qPrintable(message.state + u' ' + message.source));
        QVERIFY2(!message.texts.isEmpty() && !message.texts.contains(QString()),
                 qPrintable(message.source));
    }
}

void TranslationsTest::keepsPlaceholders()
{
    QFETCH(QString, language);
    const QList<Entry> messages = readMessages(fileOf(language));
    QVERIFY(!messages.isEmpty());
    for (const Entry &message : messages) {
        std::set<QString> wanted = placeholders(message.source);
        for (const QString &text : message.texts) {
            std::set<QString> found = placeholders(text);
            // "once" needs no number.
            if (message.isPlural)
                found.insert(QStringLiteral("%n"));
            QVERIFY2(found == wanted, qPrintable(text));
            QVERIFY2(hasMnemonic(text) == hasMnemonic(message.source), qPrintable(text));
        }
    }
}

void TranslationsTest::isCompiledIn()
{
    QFETCH(QString, language);
    QVERIFY(ui::availableLanguages().contains(language));
    QTranslator translator;
    QVERIFY(translator.load(QLocale(language), QStringLiteral("lanyard"), QStringLiteral("_"),
                            QStringLiteral(":/translations")));
    QCoreApplication::installTranslator(&translator);
    const QString translated = ui::resultExplanation(CacheResult::Hit);
    QCoreApplication::removeTranslator(&translator);
    QCOMPARE(translated == ui::resultExplanation(CacheResult::Hit), language == ownLanguage);
}

QTEST_GUILESS_MAIN(TranslationsTest)
#include "tst_translations.moc"
