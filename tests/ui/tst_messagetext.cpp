// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that what a real engine says is told in the language of the window, with the values that
// it has, and safe to show.
#include "engine.h"
#include "messagetext.h"
#include "requestfacts.h"
#include "requesttext.h"
#include "support/rawhttpclient.h"
#include "support/scriptedregistry.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QUrl>

#include <optional>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::ui;

namespace {

/// The words of a language, as long as it lives.
class Words
{
    Q_DISABLE_COPY_MOVE(Words)

public:
    explicit Words(const QString &language)
    {
        m_isLoaded = m_translator.load(QLocale(language), QStringLiteral("lanyard"),
                                       QStringLiteral("_"), QStringLiteral(":/translations"));
        QCoreApplication::installTranslator(&m_translator);
    }

    ~Words() { QCoreApplication::removeTranslator(&m_translator); }

    bool isLoaded() const { return m_isLoaded; }

private:
    QTranslator m_translator;
    bool m_isLoaded = false;
};

/// A start that fails, as the port is taken.
Message busyPort(std::uint16_t port, const QString &folder)
{
    Config config = Engine::defaultConfig();
    config.dataDirectory = folder;
    config.listen = {{.address = {.host = "127.0.0.1", .port = port}}};
    Engine engine;
    QSignalSpy failed(&engine, &Engine::startFailed);
    engine.start(config);
    return failed.wait(patienceMs) ? failed.constFirst().constFirst().value<Error>().message
                                   : Message();
}

/// The record of a request for a tag that no rule fits.
std::optional<RequestRecord> requestOfATag()
{
    const QTemporaryDir folder;
    const ScriptedRegistry hub;
    UpstreamConfig upstream;
    upstream.registry = "docker.io";
    upstream.url = hub.url();
    upstream.tagRules.clear();
    Config config = Engine::defaultConfig();
    config.dataDirectory = folder.path();
    config.listen = {{.address = {.host = "127.0.0.1", .port = 0}}};
    config.upstreams = {upstream};
    Engine engine;
    engine.start(config);
    if (!QTest::qWaitFor([&engine] { return engine.state() == EngineState::Running; }, patienceMs))
        return std::nullopt;
    const QUrl address(engine.addresses().constFirst());
    RawHttpClient client(static_cast<std::uint16_t>(address.port()));
    client.send("GET /v2/library/app/manifests/1 HTTP/1.1\r\nHost: a\r\n\r\n");
    QList<RequestRecord> records;
    (void)QTest::qWaitFor(
        [&engine, &records] {
            records = engine.recordsSince(0, 1);
            return !records.isEmpty();
        },
        patienceMs);
    return records.isEmpty() ? std::nullopt : std::optional(records.constFirst());
}

} // namespace

class MessageTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void tellsInTheLanguageOfTheWindow_data();

    void tellsInTheLanguageOfTheWindow();

    void tellsWhereAConfigurationIsWrong();

    void tellsWhichRuleDecided();

    void showsNothingThatDoesSomething();
};

void MessageTextTest::tellsInTheLanguageOfTheWindow_data()
{
    QTest::addColumn<QString>("language");
    for (const char *language : {"de", "es", "fr", "ja", "zh_CN"})
        QTest::newRow(language) << QString::fromLatin1(language);
}

void MessageTextTest::tellsInTheLanguageOfTheWindow()
{
    QFETCH(QString, language);
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const QTemporaryDir folder;
    const Message said = busyPort(other.serverPort(), folder.path());
    const QString english = told(said);
    const QString port = QString::number(other.serverPort());
    QVERIFY2(english.contains(QStringLiteral("the port is used by")), qPrintable(english));
    QVERIFY2(english.contains(port), qPrintable(english));

    const Words words(language);
    QVERIFY(words.isLoaded());
    const QString there = told(said);
    QVERIFY2(!there.contains(QStringLiteral("the port is used by")), qPrintable(there));
    QVERIFY2(there.contains(port), qPrintable(there));
    // What is logged meanwhile stays as it was.
    QCOMPARE(QString::fromStdString(said.english()), english);
}

void MessageTextTest::tellsWhereAConfigurationIsWrong()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("lanyard.yml"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("version: 1\nstorage: {capacity: much}\n");
    file.close();
    const LoadedConfig loaded = Engine::loadConfig(path);
    QCOMPARE(loaded.diagnostics.size(), 1);

    const QString english = told(loaded.diagnostics);
    QVERIFY2(english.startsWith(path + QStringLiteral(":2:21: error: ")), qPrintable(english));
    const Words words(QStringLiteral("de"));
    const QString german = told(loaded.diagnostics);
    QVERIFY2(german.startsWith(path + QStringLiteral(":2:21: Fehler: ")), qPrintable(german));
    QVERIFY2(german.contains(QStringLiteral("storage.capacity")), qPrintable(german));
    QVERIFY2(german != english, qPrintable(german));
}

void MessageTextTest::tellsWhichRuleDecided()
{
    const auto record = requestOfATag();
    QVERIFY(record);
    const QString english = factsText(requestFacts(*record));
    QVERIFY2(english.contains(QStringLiteral("no rule: revalidate always")), qPrintable(english));
    const Words words(QStringLiteral("de"));
    const QString german = factsText(requestFacts(*record));
    QVERIFY2(german.contains(QStringLiteral("keine Regel: immer neu bestätigen")),
             qPrintable(german));
    QVERIFY2(requestToolTip(*record).contains(QStringLiteral("keine Regel: immer neu bestätigen")),
             qPrintable(requestToolTip(*record)));
}

void MessageTextTest::showsNothingThatDoesSomething()
{
    const QString text = told(Message::at("quay.io", std::string("a\nb\x1b[31m\xe2\x80\xae")));
    for (const QChar character : text)
        QVERIFY2(character.isPrint(), qPrintable(text));
    QVERIFY(text.startsWith(QStringLiteral("quay.io: a")));
}

QTEST_GUILESS_MAIN(MessageTextTest)
#include "tst_messagetext.moc"
