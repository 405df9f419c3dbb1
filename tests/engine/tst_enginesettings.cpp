// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that what a person sets is written to the file and counts, at once or from the next start
// on, which is said; and that a hand edit is told.
#include "engine.h"
#include "support/awaited.h"

#include <QFile>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <memory>
#include <optional>
#include <utility>

using namespace lanyard;
using namespace lanyard::test;

class TestEngineSettings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void changesWhileStopped();
    void countsAtOnce();
    void saysWhatWaits();
    void allWaitsWhereThereWasNoFile();
    void keepsWhatChangesBeforeThereIsAFile();
    void hearsOfAFileMadeByHand();
    void tellsOfAHandEdit();
    void checksAddresses();
    void checksNoAddressWhileItStarts();

private:
    template <typename Value, typename Question>
    std::optional<Result<Value>> answerOf(Question question)
    {
        Awaited<Value> answer;
        question(this, answer.take());
        (void)QTest::qWaitFor([&answer] { return answer.value.has_value(); }, patienceMs);
        return answer.value;
    }

    SettingsFile read()
    {
        const auto file = answerOf<SettingsFile>([this](QObject *context, auto done) {
            m_engine->settings(m_path, context, std::move(done));
        });
        return file && *file ? **file : SettingsFile();
    }

    template <typename Edit>
    std::optional<Result<SettingsResult>> change(Edit edit)
    {
        const SettingsFile file = read();
        SettingsChange change{.path = m_path, .before = *file.settings, .wanted = *file.settings};
        edit(change.wanted);
        return answerOf<SettingsResult>([&](QObject *context, auto done) {
            m_engine->changeSettings(change, context, std::move(done));
        });
    }

    AddressCheck check(const ListenAddress &address)
    {
        const auto checked = answerOf<AddressCheck>([&](QObject *context, auto done) {
            m_engine->checkAddress(address, context, std::move(done));
        });
        return checked && *checked ? **checked : AddressCheck{.trouble = QStringLiteral("none")};
    }

    void write(const QByteArray &text) const;
    void start(bool hasFile);
    void startWithoutFile();

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<Engine> m_engine;
};

void TestEngineSettings::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("lanyard.yml"));
    m_engine = std::make_unique<Engine>();
}

void TestEngineSettings::cleanup()
{
    m_engine.reset();
    m_folder.reset();
}

void TestEngineSettings::write(const QByteArray &text) const
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("version: 1\nlisten: [{address: '127.0.0.1:0'}]\nstorage: {directory: " +
               QFile::encodeName(m_folder->filePath(QStringLiteral("data"))) + "}\n" + text);
}

void TestEngineSettings::start(bool hasFile)
{
    write({});
    Config config = *Engine::loadConfig(m_path).config;
    if (!hasFile)
        config.file.clear();
    m_engine->start(config);
    QTRY_COMPARE(m_engine->state(), EngineState::Running);
}

/// As a desktop that has none yet.
void TestEngineSettings::startWithoutFile()
{
    Config config = Engine::defaultConfig();
    config.file = m_path;
    config.listen = {{.address = {.host = "127.0.0.1", .port = 0}}};
    config.dataDirectory = m_folder->filePath(QStringLiteral("data"));
    config.accessLog = false;
    m_engine->start(config);
    QTRY_COMPARE(m_engine->state(), EngineState::Running);
}

void TestEngineSettings::changesWhileStopped()
{
    QVERIFY(!read().isThere);
    const auto result = change([](Settings &s) { s.listen[0].address.port = 5005; });
    QVERIFY(result && *result);
    QVERIFY((*result)->file.isThere && (*result)->waiting.isEmpty());
    QCOMPARE((*result)->file.settings->listen[0].address.port, std::uint16_t{5005});
}

void TestEngineSettings::countsAtOnce()
{
    start(true);
    const QSignalSpy moved(m_engine.get(), &Engine::addressesChanged);
    const auto result = change([](Settings &s) { s.listen[0].address.host = "127.0.0.2"; });
    QVERIFY(result && *result);
    QVERIFY((*result)->waiting.isEmpty());
    QTRY_COMPARE(moved.size(), 1);
    QVERIFY(m_engine->addresses()[0].startsWith(QStringLiteral("http://127.0.0.2:")));
}

void TestEngineSettings::saysWhatWaits()
{
    start(true);
    const QSignalSpy readAgain(m_engine.get(), &Engine::settingsRead);
    const QStringList storage{QStringLiteral("storage")};
    const auto result = change([](Settings &s) { s.capacity = 1024; });
    QVERIFY(result && *result);
    QCOMPARE((*result)->waiting, storage);
    QTRY_COMPARE(readAgain.size(), 1);
    QCOMPARE(readAgain[0][0].toStringList(), storage);
    const auto refused = change([](Settings &s) { s.allow.clear(); });
    QVERIFY(refused && !*refused);
    QCOMPARE(refused->error().code, ErrorCode::InvalidInput);
}

void TestEngineSettings::allWaitsWhereThereWasNoFile()
{
    start(false);
    const auto result = change([](Settings &s) { s.allow = {"any"}; });
    QVERIFY(result && *result);
    QCOMPARE((*result)->waiting, QStringList(QStringLiteral("access.allow")));
}

void TestEngineSettings::keepsWhatChangesBeforeThereIsAFile()
{
    startWithoutFile();
    const auto added = answerOf<ChangeResult>([this](QObject *context, auto done) {
        m_engine->changeUpstreams({.action = UpstreamChange::Action::Add, .registry = "gcr.io"},
                                  context, std::move(done));
    });
    QVERIFY(added && *added && (*added)->isKept);
    const auto result = change([](Settings &s) { s.allow = {"any"}; });
    QVERIFY(result && *result);
    QVERIFY(!(*result)->waiting.contains(QStringLiteral("access.allow")));
    const Config kept = *Engine::loadConfig(m_path).config;
    QCOMPARE(kept.allow, std::vector<std::string>{"any"});
    QCOMPARE(kept.upstreams.size(), std::size_t{5});
}

void TestEngineSettings::hearsOfAFileMadeByHand()
{
    startWithoutFile();
    const QSignalSpy switched(m_engine.get(), &Engine::offlineChanged);
    write("offline: true\nlog: {access: false}\n");
    QTRY_COMPARE(switched.size(), 1);
    QVERIFY(m_engine->isOffline());
}

void TestEngineSettings::tellsOfAHandEdit()
{
    start(true);
    const QSignalSpy readAgain(m_engine.get(), &Engine::settingsRead);
    write("log: {access: false}\n");
    QTRY_COMPARE(readAgain.size(), 1);
    QCOMPARE(readAgain[0][0].toStringList(), QStringList(QStringLiteral("log")));
    write({});
    QTRY_COMPARE(readAgain.size(), 2);
    QVERIFY(readAgain[1][0].toStringList().isEmpty());
}

void TestEngineSettings::checksAddresses()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const ListenAddress taken{.host = "127.0.0.1", .port = other.serverPort()};
    const AddressCheck found = check(taken);
    const std::string trouble = found.trouble.english();
    QVERIFY2(trouble.find("tst_engine_") != std::string::npos, trouble.c_str());
    QVERIFY(found.next && found.next->port > taken.port);
    QVERIFY(check(*found.next).trouble.isEmpty());
    QVERIFY(!check({.host = "192.0.2.1", .port = 5000}).trouble.isEmpty());
    other.close();
    QVERIFY(check(taken).trouble.isEmpty());
    // Its own is in nobody's way.
    start(true);
    const QUrl own(m_engine->addresses()[0]);
    QVERIFY(check({.host = "127.0.0.1", .port = static_cast<std::uint16_t>(own.port())})
                .trouble.isEmpty());
}

/// The check would hold a port that is about to be listened on.
void TestEngineSettings::checksNoAddressWhileItStarts()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    write({});
    m_engine->start(*Engine::loadConfig(m_path).config);
    QCOMPARE(m_engine->state(), EngineState::Starting);
    QVERIFY(check({.host = "127.0.0.1", .port = other.serverPort()}).trouble.isEmpty());
    QTRY_COMPARE(m_engine->state(), EngineState::Running);
    QVERIFY(!check({.host = "127.0.0.1", .port = other.serverPort()}).trouble.isEmpty());
}

QTEST_GUILESS_MAIN(TestEngineSettings)
#include "tst_enginesettings.moc"
