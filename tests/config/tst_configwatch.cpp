// SPDX-License-Identifier: GPL-3.0-or-later
// What people change in the file of a configuration in use counts at once where that can be, and
// what cannot be is told.
#include "config/configfile.h"
#include "config/configwatch.h"
#include "config/firstfile.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace lanyard;
using namespace lanyard::config;
using namespace std::chrono_literals;

using Edit = std::function<void(Config &)>;

Q_DECLARE_METATYPE(Edit)

class TestConfigWatch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void judgesChanges_data();
    void judgesChanges();
    void leavesAloneWhatWasToldOtherwise();
    void opensNothingBeforeItIsGuarded_data();
    void opensNothingBeforeItIsGuarded();
    void followsTheFile();
    void takesInAFileThatWasNotThere();
    void staysWithTheOldWhileTheNewIsWrong();

private:
    void write(const QByteArray &text) const;
    Config load() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestConfigWatch::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("lanyard.yml"));
    write("version: 1\n");
}

void TestConfigWatch::write(const QByteArray &text) const
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

Config TestConfigWatch::load() const
{
    return *loadConfigFile(m_path, {}).config;
}

void TestConfigWatch::judgesChanges_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("later"); // empty: it counts at once
    const auto row = [](const char *name, const Edit &edit, const char *later = "") {
        QTest::newRow(name) << edit << QString::fromLatin1(later);
    };
    row("listen", [](Config &c) { c.listen.front().address.port = 5443; });
    row("access of a listener", [](Config &c) { c.listen.front().asksLogin = false; });
    row("allow", [](Config &c) { c.allow = {"any"}; });
    row("trusted", [](Config &c) { c.trusted.clear(); });
    row("upstreams", [](Config &c) { c.upstreams.pop_back(); });
    row("default upstream", [](Config &c) { c.defaultUpstream = "quay.io"; });
    row("offline", [](Config &c) { c.isOffline = true; });
    row(
        "folder", [](Config &c) { c.dataDirectory = QStringLiteral("/data"); }, "storage");
    row(
        "capacity", [](Config &c) { c.capacity = 1; }, "storage");
    row(
        "free", [](Config &c) { c.keepFree = 1; }, "storage");
    row(
        "health", [](Config &c) { c.health.threshold = 7; }, "storage");
    row(
        "downloads", [](Config &c) { c.downloads.finishAbove = 7; }, "downloads");
    row(
        "pinned", [](Config &c) { c.pinned.refreshes = true; }, "pinned");
    row(
        "private", [](Config &c) { c.privateAccess = PrivateAccess::Off; }, "access.private");
    row(
        "users", [](Config &c) { c.login = LoginConfig{}; }, "access.htpasswd");
    row(
        "debug", [](Config &c) { c.debug = ListenAddress{}; }, "debug");
    row(
        "debug's clients", [](Config &c) { c.debugAllow = {"any"}; }, "debug");
    row(
        "log", [](Config &c) { c.logFormat = LogFormat::Json; }, "log");
    row(
        "no log", [](Config &c) { c.accessLog = false; }, "log");
    row(
        "threads", [](Config &c) { c.networkThreads = 7; }, "http");
    row(
        "headers", [](Config &c) { c.responseHeaders["X"] = {"y"}; }, "http");
}

void TestConfigWatch::judgesChanges()
{
    QFETCH(Edit, edit);
    QFETCH(QString, later);
    const Config before = defaultConfig();
    Config now = before;
    edit(now);
    const ConfigInUse inUse{.started = before, .read = before, .now = before};
    const ConfigChange change = changeOf(inUse, before, now);
    QCOMPARE(change.later.join(u' '), later);
    QVERIFY(change.hidden.isEmpty());
    QVERIFY(change.config == (later.isEmpty() ? now : before));
    // What it says again is nothing new.
    QVERIFY(changeOf(inUse, now, now).later.isEmpty());
    QVERIFY(changeOf(inUse, now, now).config == change.config);
}

void TestConfigWatch::leavesAloneWhatWasToldOtherwise()
{
    const Config read = defaultConfig();
    Config started = read;
    started.listen = {{.address = {.host = "127.0.0.1", .port = 7000}}}; // --listen
    Config now = read;
    now.listen.front().address.port = 5443;
    now.allow = {"any"};
    const ConfigChange change =
        changeOf({.started = started, .read = read, .now = started}, read, now);
    QVERIFY(change.config.listen == started.listen);
    QVERIFY(change.config.allow == now.allow);
    QCOMPARE(change.hidden, QStringList(QStringLiteral("listen")));
    QVERIFY(
        changeOf({.started = started, .read = read, .now = started}, now, now).hidden.isEmpty());
}

void TestConfigWatch::opensNothingBeforeItIsGuarded_data()
{
    QTest::addColumn<Edit>("guard");
    QTest::newRow("users") << Edit([](Config &c) { c.login = LoginConfig{}; });
    QTest::newRow("private") << Edit([](Config &c) { c.privateAccess = PrivateAccess::Off; });
}

void TestConfigWatch::opensNothingBeforeItIsGuarded()
{
    QFETCH(Edit, guard);
    const Config before = defaultConfig();
    Config now = before;
    guard(now);
    now.allow = {"any"};
    now.trusted = {"any"};
    now.listen.front().allow = {"any"};
    now.isOffline = true;
    const ConfigInUse inUse{.started = before, .read = before, .now = before};
    const ConfigChange change = changeOf(inUse, before, now);
    QVERIFY(change.config.allow == before.allow && change.config.trusted == before.trusted &&
            change.config.listen == before.listen);
    QVERIFY(change.config.isOffline);
    QCOMPARE(change.later.size(), 4);
    QCOMPARE(waitingOf(before, now).size(), 4);
    QCOMPARE(differencesOf(before, now).size(), 5); // and offline
    // Not by a later change either, until the guard is as it was.
    Config third = now;
    third.isOffline = false;
    QVERIFY(changeOf({.started = before, .read = before, .now = change.config}, now, third)
                .config.allow == before.allow);
    third.login = before.login;
    third.privateAccess = before.privateAccess;
    QVERIFY(changeOf({.started = before, .read = before, .now = change.config}, now, third)
                .config.allow == now.allow);
}

void TestConfigWatch::followsTheFile()
{
    int loads = 0;
    ConfigWatch watch(
        load(),
        [this, &loads] {
            ++loads;
            return loadConfigFile(m_path, {});
        },
        1ms);
    QSignalSpy warnings(&watch, &ConfigWatch::warningRaised);
    QSignalSpy files(&watch, &ConfigWatch::fileChanged);
    std::vector<Config> changes;
    connect(&watch, &ConfigWatch::changed, this,
            [&changes](const Config &, const Config &now) { changes.push_back(now); });
    write("version: 1\naccess: {allow: [any]}\n");
    QTRY_COMPARE(changes.size(), std::size_t{1});
    QVERIFY(changes[0].allow == std::vector<std::string>{"any"});
    QCOMPARE(warnings.count(), 0);
    // Another change does not take back the first; what cannot count yet is named.
    write("version: 1\naccess: {allow: [any]}\noffline: true\nlog: {access: false}\n");
    QTRY_COMPARE(changes.size(), std::size_t{2});
    QVERIFY(changes[1].allow == std::vector<std::string>{"any"});
    QVERIFY(changes[1].isOffline);
    QVERIFY(changes[1].accessLog);
    // A comment is no change.
    const int before = loads;
    write("version: 1\naccess: {allow: [any]}\noffline: true # for now\nlog: {access: false}\n");
    QTRY_COMPARE(loads, before + 1);
    QCOMPARE(changes.size(), std::size_t{2});
    // What waits goes on waiting.
    QTRY_COMPARE(files.count(), 3);
    QCOMPARE(files[0][0].toStringList(), QStringList());
    QCOMPARE(files[2][0].toStringList(), QStringList(QStringLiteral("log")));
    QCOMPARE(warnings.count(), 0);
}

void TestConfigWatch::takesInAFileThatWasNotThere()
{
    QVERIFY(QFile::remove(m_path));
    Config inUse = firstFileConfig();
    inUse.file = m_path;
    ConfigWatch watch(
        inUse, [this] { return loadConfigFile(m_path, {}); }, 1ms);
    QSignalSpy warnings(&watch, &ConfigWatch::warningRaised);
    QSignalSpy files(&watch, &ConfigWatch::fileChanged);
    std::vector<Config> changes;
    connect(&watch, &ConfigWatch::changed, this,
            [&changes](const Config &, const Config &now) { changes.push_back(now); });
    write("version: 1\noffline: true\naccess: {allow: [any]}\nlog: {access: true}\n");
    QTRY_COMPARE(changes.size(), std::size_t{1});
    QVERIFY(changes[0].isOffline);
    QVERIFY(changes[0].allow == std::vector<std::string>{"any"});
    QCOMPARE(files.size(), 1);
    QCOMPARE(files[0][0].toStringList(), QStringList(QStringLiteral("log")));
    QCOMPARE(warnings.size(), 0);
}

void TestConfigWatch::staysWithTheOldWhileTheNewIsWrong()
{
    ConfigWatch watch(
        load(), [this] { return loadConfigFile(m_path, {}); }, 1ms);
    QSignalSpy warnings(&watch, &ConfigWatch::warningRaised);
    QSignalSpy changes(&watch, &ConfigWatch::changed);
    write("version: 1\naccess: {allow: [nobody]}\n");
    QTRY_COMPARE(warnings.count(), 1);
    const QString warning = QString::fromStdString(warnings[0][0].value<Message>().english());
    QVERIFY2(warning.startsWith(m_path + QStringLiteral(":2:18: error: ")), qPrintable(warning));
    QCOMPARE(changes.count(), 0);
    write("version: 1\naccess: {allow: [any]}\n");
    QTRY_COMPARE(changes.count(), 1);
}

QTEST_GUILESS_MAIN(TestConfigWatch)
#include "tst_configwatch.moc"
