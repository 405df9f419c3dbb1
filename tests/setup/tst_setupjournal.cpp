// SPDX-License-Identifier: GPL-3.0-or-later
// What was set up survives the process, without a secret; a journal that cannot be read stays as it
// is, and none is written that could not be read.
#include "setup/setupjournal.h"
#include "setup/setuplimits.h"
#include "setupfixture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace lanyard;
using namespace lanyard::setup;
using namespace lanyard::setup::test;

namespace {

SetUpRecord record(const char *client, SetUpRecord::State state)
{
    FileRecord file{.recipe = dockerRecipe(),
                    .path = QStringLiteral("/etc/docker/daemon.json"),
                    .sha256Before = sha256Of("before"),
                    .sha256After = sha256Of("after"),
                    .stamp = stamp,
                    .createdFolders = {QStringLiteral("/etc/docker")}};
    FileRecord fresh = file;
    fresh.sha256Before = {};
    fresh.sha256After = {};
    return {.client = QString::fromLatin1(client),
            .clientName = QStringLiteral("Docker Engine"),
            .cacheUrl = QStringLiteral("http://10.0.0.9:5000"),
            .registries = {QStringLiteral("docker.io"), QStringLiteral("quay.io")},
            .state = state,
            .appliedAtMs = 1'764'270'400'123,
            .files = {file, fresh},
            .services = {{.action = ServiceAction::ReloadDocker, .pid = 77}}};
}

QByteArray journal(const QByteArray &clientFields)
{
    QByteArray json = journalJson({record("docker", SetUpRecord::State::Applied)});
    json.replace("\"appliedAtMs\": 1764270400123", clientFields);
    return json;
}

} // namespace

class TestSetUpJournal final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsRecords();
    void isForItsUserAlone();
    void keepsNoPassword();
    void saysWhatItKnows();
    void staysAsItIs_data();
    void staysAsItIs();
    void canBeReadAgain_data();
    void canBeReadAgain();
    void hasRoomForEachRegistry();
    void keepsOthersOut();

private:
    QString folder() const { return m_folder->filePath(QStringLiteral("state/lanyard")); }

    QString file() const { return folder() + QStringLiteral("/setup.json"); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSetUpJournal::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestSetUpJournal::keepsRecords()
{
    using State = SetUpRecord::State;
    const SetUpJournal journal(folder());
    QCOMPARE(journal.read().value(), QList<SetUpRecord>());
    QList<SetUpRecord> records;
    for (const State state : {State::Applying, State::Applied, State::Undoing, State::Paused}) {
        const QByteArray name = "client-" + QByteArray::number(static_cast<int>(state));
        records.append(record(name.constData(), state));
        QVERIFY(journal.put(records.last()));
    }
    QCOMPARE(SetUpJournal(folder()).read().value(), records);

    records[1].state = State::Paused;
    QVERIFY(journal.put(records.at(1)));
    QVERIFY(journal.remove(records.takeAt(2).client));
    QVERIFY(journal.remove(QStringLiteral("nobody")));
    QCOMPARE(journal.read().value(), records);
}

void TestSetUpJournal::isForItsUserAlone()
{
    QVERIFY(SetUpJournal(folder()).put(record("docker", SetUpRecord::State::Applied)));
    QCOMPARE(modeOf(file()), mode_t(0600));
    QCOMPARE(modeOf(folder()), mode_t(0700));
}

void TestSetUpJournal::keepsNoPassword()
{
    SetUpRecord one = record("docker", SetUpRecord::State::Applied);
    one.files.first().recipe =
        hostsRecipe(QStringLiteral("quay.io"), QStringLiteral("what-nobody-says"));
    QVERIFY(SetUpJournal(folder()).put(one));
    QVERIFY(contentOf(file()).contains("someone"));
    QVERIFY(!contentOf(file()).contains("what-nobody-says"));
    one.files.first().recipe.cache.password.clear();
    QCOMPARE(SetUpJournal(folder()).read().value(), QList<SetUpRecord>{one});
}

void TestSetUpJournal::saysWhatItKnows()
{
    const AppliedSetUp known = record("docker", SetUpRecord::State::Paused).summary();
    QCOMPARE(known.client, QStringLiteral("docker"));
    QCOMPARE(known.clientName, Message(QStringLiteral("Docker Engine")));
    QCOMPARE(known.files.size(), 2);
    QVERIFY(known.isPaused);
    QVERIFY(!known.isCutShort);
    const AppliedSetUp whole = record("docker", SetUpRecord::State::Applied).summary();
    QVERIFY(!whole.isPaused && !whole.isCutShort);
    for (const auto state : {SetUpRecord::State::Applying, SetUpRecord::State::Undoing}) {
        const AppliedSetUp cut = record("docker", state).summary();
        QVERIFY(!cut.isPaused && cut.isCutShort);
    }
}

void TestSetUpJournal::staysAsItIs_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("complaint");
    QTest::newRow("nothing") << QByteArray("") << QByteArray("no JSON");
    QTest::newRow("cut") << journal("x").left(60) << QByteArray("no JSON");
    QTest::newRow("a list") << QByteArray("[]") << QByteArray("no JSON");
    QTest::newRow("of a later version")
        << QByteArray(R"({"version": 2, "clients": [], "more": 1})") << QByteArray("later version");
    QTest::newRow("of no version") << QByteArray(R"({"clients": []})") << QByteArray("version");
    QTest::newRow("of version 0") << QByteArray(R"({"version": 0, "clients": []})")
                                  << QByteArray("version");
    QTest::newRow("with more") << QByteArray(R"({"version": 1, "clients": [], "more": 1})")
                               << QByteArray("more");
    QTest::newRow("without a time") << journal("\"x\": 1") << QByteArray("appliedAtMs");
    QTest::newRow("with a time before time")
        << journal("\"appliedAtMs\": -1") << QByteArray("appliedAtMs");
    QByteArray relative = journalJson({record("docker", SetUpRecord::State::Applied)});
    relative.replace("\"/etc/docker/daemon.json\"", "\"etc/docker/daemon.json\"");
    QTest::newRow("with a relative path") << relative << QByteArray("path");
    QByteArray state = journalJson({record("docker", SetUpRecord::State::Applied)});
    state.replace("\"applied\"", "\"done\"");
    QTest::newRow("in no state") << state << QByteArray("state");
}

void TestSetUpJournal::staysAsItIs()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, complaint);
    QVERIFY(put(file(), text, 0600));
    const SetUpJournal journal(folder());
    const auto read = journal.read();
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::InvalidInput);
    QVERIFY2(QByteArray::fromStdString(read.error().message.english()).contains(complaint),
             read.error().message.english().c_str());
    QVERIFY(read.error().message.english().find(file().toStdString()) == 0);
    QVERIFY(!journal.put(record("docker", SetUpRecord::State::Applied)));
    QVERIFY(!journal.remove(QStringLiteral("docker")));
    QCOMPARE(contentOf(file()), text);
}

void TestSetUpJournal::canBeReadAgain_data()
{
    QTest::addColumn<SetUpRecord>("odd");
    QTest::addColumn<QByteArray>("complaint");
    const auto row = [](const char *name, const char *complaint, const auto &spoil) {
        SetUpRecord odd = record("containerd", SetUpRecord::State::Applying);
        spoil(odd);
        QTest::newRow(name) << odd << QByteArray(complaint);
    };
    row("a path with a slash too many", "path", [](SetUpRecord &odd) {
        odd.files.first().path = QStringLiteral("/etc/containerd/certs.d//quay.io/hosts.toml");
    });
    row("a path that is too long", "path", [](SetUpRecord &odd) {
        odd.files.first().path =
            QLatin1Char('/') + QString(limits::pathLengthMax, QLatin1Char('x'));
    });
    row("a client that does something", "client",
        [](SetUpRecord &odd) { odd.client = QStringLiteral("\u001b[2J"); });
    row("too many files", "files", [](SetUpRecord &odd) {
        odd.files = QList<FileRecord>(limits::filesMax + 1, odd.files.first());
    });
    row("more than is read", "too much", [](SetUpRecord &odd) {
        odd.files = QList<FileRecord>(limits::filesMax, odd.files.first());
        for (FileRecord &file : odd.files)
            file.createdFolders = QStringList(
                64, QLatin1Char('/') + QString(limits::pathLengthMax - 1, QLatin1Char('x')));
    });
}

/// Or all that was set up before could not be undone any more.
void TestSetUpJournal::canBeReadAgain()
{
    QFETCH(SetUpRecord, odd);
    QFETCH(QByteArray, complaint);
    const SetUpJournal journal(folder());
    const SetUpRecord good = record("docker", SetUpRecord::State::Applied);
    QVERIFY(journal.put(good));
    const auto put = journal.put(odd);
    QVERIFY(!put);
    QCOMPARE(put.error().code, ErrorCode::InvalidInput);
    QVERIFY2(QByteArray::fromStdString(put.error().message.english()).contains(complaint),
             put.error().message.english().c_str());
    QCOMPARE(journal.read().value(), QList<SetUpRecord>{good});
}

void TestSetUpJournal::hasRoomForEachRegistry()
{
    SetUpRecord large = record("docker", SetUpRecord::State::Applied);
    const FileRecord authority = large.files.first();
    for (int i = 0; i < limits::registriesMax; ++i) {
        const QString registry = QStringLiteral("registry-%1.example").arg(i);
        FileRecord file = authority;
        file.recipe = hostsRecipe(registry, {});
        file.path = QStringLiteral("/etc/docker/certs.d/%1/hosts.toml").arg(registry);
        large.files.append(file);
    }
    const SetUpJournal journal(folder());
    QCOMPARE(large.files.size(), limits::filesMax);
    QVERIFY(journal.put(large));
    QCOMPARE(journal.read().value(), QList<SetUpRecord>{large});
}

void TestSetUpJournal::keepsOthersOut()
{
    const SetUpJournal journal(folder());
    {
        const auto lock = journal.lock();
        QVERIFY(lock);
        const auto second = SetUpJournal(folder()).lock();
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::InUse);
    }
    QVERIFY(journal.lock());
}

QTEST_GUILESS_MAIN(TestSetUpJournal)
#include "tst_setupjournal.moc"
