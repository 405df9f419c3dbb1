// SPDX-License-Identifier: GPL-3.0-or-later
// An engine takes over what people write into its configuration file, without a restart.
#include "engine.h"
#include "support/putfile.h"
#include "support/rawhttpclient.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace lanyard;
using namespace lanyard::test;

class TestConfigChanges final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listensElsewhere();
    void servesOthers();
    void goesOffline();
    void staysOfflineWhateverElseChanges();
    void tellsWhatIsWrong();
    void keepsWhatItWasTold();

private:
    /// The file, with `rest` after what it always has.
    void write(const QByteArray &rest) const;
    Config load() const;
    void start(Engine &engine, const Config &config) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

const QByteArray oneAddress = "listen: [{address: \"127.0.0.1:0\"}]\n";
const QByteArray twoAddresses =
    "listen: [{address: \"127.0.0.1:0\"}, {address: \"127.0.0.1:0\"}]\n";

bool isServed(const QString &address)
{
    RawHttpClient client(static_cast<std::uint16_t>(QUrl(address).port()));
    return client.send("GET /v2/ HTTP/1.1\r\nHost: x\r\n\r\n") && client.readAnswer().status == 200;
}

} // namespace

void TestConfigChanges::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    write(oneAddress);
}

void TestConfigChanges::write(const QByteArray &rest) const
{
    replaceFile(
        m_folder->filePath(QStringLiteral("lanyard.yml")),
        "version: 1\nstorage: {directory: " + m_folder->filePath(QStringLiteral("data")).toUtf8() +
            "}\nlog: {access: false}\n" + rest);
}

Config TestConfigChanges::load() const
{
    return *Engine::loadConfig(m_folder->filePath(QStringLiteral("lanyard.yml"))).config;
}

void TestConfigChanges::start(Engine &engine, const Config &config) const
{
    const QSignalSpy started(&engine, &Engine::started);
    engine.start(config);
    QTRY_COMPARE(started.count(), 1);
}

void TestConfigChanges::listensElsewhere()
{
    Engine engine;
    start(engine, load());
    QSignalSpy changes(&engine, &Engine::addressesChanged);
    const QStringList before = engine.addresses();
    write(twoAddresses);
    QTRY_COMPARE(changes.count(), 1);
    const QStringList both = engine.addresses();
    QCOMPARE(both.size(), 2);
    QVERIFY(both.contains(before.front()));
    QVERIFY(isServed(both[0]) && isServed(both[1]));
    write(oneAddress);
    QTRY_COMPARE(changes.count(), 2);
    QCOMPARE(engine.addresses(), before);
    QVERIFY(!isServed(both[1]));
}

void TestConfigChanges::servesOthers()
{
    Engine engine;
    start(engine, load());
    const QString address = engine.addresses().front();
    QVERIFY(isServed(address));
    write(oneAddress + "access: {allow: [192.0.2.0/24]}\n");
    QTRY_VERIFY(!isServed(address));
    write(oneAddress);
    QTRY_VERIFY(isServed(address));
}

void TestConfigChanges::goesOffline()
{
    Engine engine;
    start(engine, load());
    write(oneAddress + "offline: true\n");
    QTRY_VERIFY(engine.isOffline());
    write(oneAddress);
    QTRY_VERIFY(!engine.isOffline());
    // What it writes itself is nothing new.
    QSignalSpy files(&engine, &Engine::settingsRead);
    QSignalSpy switches(&engine, &Engine::offlineChanged);
    engine.setOffline(true);
    QTRY_VERIFY(load().isOffline);
    write(oneAddress + "offline: true\nhttp: {threads: 1}\n");
    QTRY_VERIFY(files.contains(QVariantList{QStringList(QStringLiteral("http"))}));
    QCOMPARE(switches.count(), 1);
}

/// Such a switch is not written to every file.
void TestConfigChanges::staysOfflineWhateverElseChanges()
{
    const QString path = m_folder->filePath(QStringLiteral("lanyard.yml"));
    const auto write = [&](const QByteArray &host) {
        replaceFile(path, "version: 0.1\nstorage: {filesystem: {rootdirectory: " +
                              m_folder->path().toUtf8() + "}}\nhttp: {addr: \"" + host +
                              ":0\"}\nproxy: {remoteurl: \"https://quay.io\"}\n");
    };
    write("127.0.0.1");
    Engine engine;
    start(engine, load());
    QSignalSpy warnings(&engine, &Engine::warningRaised);
    QSignalSpy changes(&engine, &Engine::addressesChanged);
    engine.setOffline(true);
    QTRY_COMPARE(warnings.count(), 1); // it is not kept
    write("127.0.0.2");
    QTRY_COMPARE(changes.count(), 1);
    QVERIFY(engine.isOffline());
}

void TestConfigChanges::tellsWhatIsWrong()
{
    Engine engine;
    start(engine, load());
    QSignalSpy warnings(&engine, &Engine::warningRaised);
    write("listen: []\n");
    QTRY_COMPARE(warnings.count(), 1);
    QVERIFY(warnings[0][0].value<Message>().english().find("lanyard.yml:4:9: error: ") !=
            std::string::npos);
    QVERIFY(isServed(engine.addresses().front()));
}

void TestConfigChanges::keepsWhatItWasTold()
{
    Config config = load();
    config.listen.front().address.host = "127.0.0.2"; // --listen
    Engine engine;
    start(engine, config);
    const QStringList before = engine.addresses();
    write(twoAddresses + "offline: true\n");
    QTRY_VERIFY(engine.isOffline());
    QCOMPARE(engine.addresses(), before);
}

QTEST_GUILESS_MAIN(TestConfigChanges)
#include "tst_configchanges.moc"
