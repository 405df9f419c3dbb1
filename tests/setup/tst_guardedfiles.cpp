// SPDX-License-Identifier: GPL-3.0-or-later
// On the way to a file that root writes for others, nothing leads elsewhere and nobody else may
// change anything. Below a folder of this user's, who stands for root.
#include "setup/guardedfiles.h"
#include "setup/privilegeddesk.h"
#include "setup/privilegedrequest.h"
#include "setupfixture.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <unistd.h>

using namespace lanyard;
using namespace lanyard::setup;
using namespace lanyard::setup::test;

namespace {

const QString daemonJson = QStringLiteral("/etc/docker/daemon.json");
const QString quayToml = QStringLiteral("/etc/docker/certs.d/quay.io/hosts.toml");

recipes::Recipe quayRecipe()
{
    return hostsRecipe(QStringLiteral("quay.io"), {});
}

} // namespace

class TestGuardedFiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void findsFilesOfTheList();
    void makesFolders();
    void followsALinkWithinTheList();
    void refusesLinks_data();
    void refusesLinks();
    void refusesFoldersThatOthersMayChange_data();
    void refusesFoldersThatOthersMayChange();
    void refusesWhatIsNotOwn();
    void refusesWhatIsNoFile();
    void doesAndUndoesARequest();
    void putsNothingInAFolderThatBecameALink();

private:
    QString path(const QString &inside) const { return m_root->path() + inside; }

    Result<FilePlace> find(const QString &inside, const recipes::Recipe &recipe) const
    {
        return GuardedFiles(m_root->path()).find(inside, recipe);
    }

    Result<ChangeBatch::Outcome> serve(const PrivilegedRequest &request) const;

    std::unique_ptr<QTemporaryDir> m_root;
};

void TestGuardedFiles::initTestCase()
{
    ::umask(022);
}

void TestGuardedFiles::init()
{
    m_root = std::make_unique<QTemporaryDir>();
}

Result<ChangeBatch::Outcome> TestGuardedFiles::serve(const PrivilegedRequest &request) const
{
    PrivilegedDesk desk(m_root->path());
    QByteArray answer;
    desk.serve(toJson(request), [&answer](const QByteArray &json) { answer = json; });
    for (int i = 0; i < 1000 && answer.isEmpty(); ++i)
        QTest::qWait(10);
    return outcomeFrom(answer);
}

void TestGuardedFiles::findsFilesOfTheList()
{
    QVERIFY(put(path(daemonJson), "{}"));
    const auto place = find(daemonJson, dockerRecipe());
    QVERIFY2(place, place ? "" : place.error().message.english().c_str());
    QCOMPARE(place->path(), daemonJson);
    QCOMPARE(place->realPathOf(place->name()), path(daemonJson));
    QCOMPARE(place->read(place->name()).value()->bytes, QByteArray("{}"));
    QVERIFY(!find(QStringLiteral("/etc/docker/key.json"), dockerRecipe()));
}

void TestGuardedFiles::makesFolders()
{
    QVERIFY(QDir().mkpath(path(QStringLiteral("/etc"))));
    const auto place = find(quayToml, quayRecipe());
    QVERIFY(place);
    QVERIFY(!place->read(place->name()).value());
    QStringList made;
    QVERIFY(place->makeFolder(made));
    QCOMPARE(made,
             (QStringList{QStringLiteral("/etc/docker"), QStringLiteral("/etc/docker/certs.d"),
                          QStringLiteral("/etc/docker/certs.d/quay.io")}));
    QCOMPARE(modeOf(path(QStringLiteral("/etc/docker/certs.d"))), mode_t(0755));
    place->removeFolders(made);
    QCOMPARE(treeOf(m_root->path()).keys(), QStringList{QStringLiteral("/etc")});
}

void TestGuardedFiles::followsALinkWithinTheList()
{
    QVERIFY(put(path(quayToml), "server = \"https://quay.io\"\n"));
    const QString other = QStringLiteral("/etc/containerd/certs.d/quay.io/hosts.toml");
    QVERIFY(QDir().mkpath(QFileInfo(path(other)).path()));
    for (const QString &target :
         {quayToml, QStringLiteral("../../../docker/certs.d/quay.io/hosts.toml")}) {
        QVERIFY(QFile::link(target, path(other)));
        const auto place = find(other, quayRecipe());
        QVERIFY2(place, place ? "" : place.error().message.english().c_str());
        QCOMPARE(place->path(), quayToml);
        QVERIFY(QFile::remove(path(other)));
    }
}

void TestGuardedFiles::refusesLinks_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("target");
    QTest::newRow("the file, elsewhere") << daemonJson << QStringLiteral("/etc/passwd");
    QTest::newRow("the file, up and elsewhere") << daemonJson << QStringLiteral("../passwd");
    QTest::newRow("the file, to what is not there") << daemonJson << QStringLiteral("nothing");
    QTest::newRow("the file, to itself") << daemonJson << QStringLiteral("daemon.json");
    QTest::newRow("the file, out of the root")
        << daemonJson << QStringLiteral("../../../../../../etc/docker/daemon.json");
    QTest::newRow("its folder") << QStringLiteral("/etc/docker") << QStringLiteral("/opt");
    QTest::newRow("a folder around") << QStringLiteral("/etc") << QStringLiteral("/opt");
}

void TestGuardedFiles::refusesLinks()
{
    QFETCH(QString, link);
    QFETCH(QString, target);
    QVERIFY(put(path(QStringLiteral("/etc/passwd")), "root"));
    QVERIFY(put(path(QStringLiteral("/opt/docker/daemon.json")), "{}"));
    QVERIFY(put(path(QStringLiteral("/opt/daemon.json")), "{}"));
    if (link == QLatin1String("/etc"))
        QVERIFY(QDir(path(QStringLiteral("/etc"))).removeRecursively());
    QVERIFY(QDir().mkpath(QFileInfo(path(link)).path()));
    QVERIFY(QFile::link(target, path(link)));
    const auto tree = treeOf(m_root->path());

    const auto place = find(daemonJson, dockerRecipe());
    QVERIFY(!place);
    QCOMPARE(place.error().code, ErrorCode::InvalidInput);
    QVERIFY(place.error().message.english().find("link") != std::string::npos);
    QCOMPARE(treeOf(m_root->path()), tree);
}

void TestGuardedFiles::refusesFoldersThatOthersMayChange_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<int>("mode");
    QTest::newRow("all") << QStringLiteral("/etc/docker") << 0777;
    QTest::newRow("all, in turn") << QStringLiteral("/etc/docker") << 01777;
    QTest::newRow("the group") << QStringLiteral("/etc/docker") << 0775;
    QTest::newRow("all, above") << QStringLiteral("/etc") << 0757;
}

void TestGuardedFiles::refusesFoldersThatOthersMayChange()
{
    QFETCH(QString, folder);
    QFETCH(int, mode);
    QVERIFY(put(path(daemonJson), "{}"));
    QCOMPARE(::chmod(qPrintable(path(folder)), static_cast<mode_t>(mode)), 0);
    const auto place = find(daemonJson, dockerRecipe());
    QVERIFY(!place);
    QCOMPARE(place.error().code, ErrorCode::InvalidInput);
    QVERIFY(place.error().message.english().find(folder.toStdString() + ": ") == 0);
}

/// As root, what somebody has; as somebody, what root has.
void TestGuardedFiles::refusesWhatIsNotOwn()
{
    constexpr uid_t somebody = 12345;
    if (::geteuid() != 0) {
        const auto place = GuardedFiles(QString()).find(daemonJson, dockerRecipe());
        QVERIFY(!place);
        QCOMPARE(place.error().code, ErrorCode::InvalidInput);
        return;
    }
    QVERIFY(put(path(daemonJson), "{}"));
    for (const QString &one : {daemonJson, QStringLiteral("/etc/docker")}) {
        QCOMPARE(::chown(qPrintable(path(one)), somebody, 0), 0);
        const auto place = find(daemonJson, dockerRecipe());
        QVERIFY(!place);
        QCOMPARE(place.error().code, ErrorCode::InvalidInput);
        QCOMPARE(::chown(qPrintable(path(one)), 0, 0), 0);
    }
    QVERIFY(find(daemonJson, dockerRecipe()));
}

void TestGuardedFiles::refusesWhatIsNoFile()
{
    QVERIFY(QDir().mkpath(path(daemonJson)));
    QVERIFY(!find(daemonJson, dockerRecipe()));
    QVERIFY(QDir().rmdir(path(daemonJson)));
    QCOMPARE(::mkfifo(qPrintable(path(daemonJson)), 0600), 0);
    QVERIFY(!find(daemonJson, dockerRecipe()));
}

void TestGuardedFiles::doesAndUndoesARequest()
{
    QVERIFY(put(path(daemonJson), "{\n  \"debug\": true\n}\n"));
    const auto tree = treeOf(m_root->path());
    const auto done =
        serve({.operation = PrivilegedRequest::Operation::Apply,
               .stamp = stamp,
               .changes = {{.recipe = dockerRecipe(),
                            .path = daemonJson,
                            .sha256Before = sha256Of(contentOf(path(daemonJson)))},
                           {.recipe = quayRecipe(), .path = quayToml, .sha256Before = {}}},
               .records = {},
               .services = {}});
    QVERIFY2(done, done ? "" : done.error().message.english().c_str());
    QCOMPARE(done->files.size(), 2);
    QVERIFY(contentOf(path(daemonJson)).contains("http://10.0.0.9:5000"));
    QVERIFY(contentOf(path(quayToml)).contains("10.0.0.9:5000"));
    QCOMPARE(done->files.at(1).createdFolders.size(), 2);

    // A file that nobody saw like this: nothing of the request is done.
    const auto late = serve({.operation = PrivilegedRequest::Operation::Apply,
                             .stamp = stamp,
                             .changes = {{.recipe = dockerRecipe(),
                                          .path = daemonJson,
                                          .sha256Before = sha256Of("other")}},
                             .records = {},
                             .services = {}});
    QVERIFY(!late);
    QCOMPARE(late.error().code, ErrorCode::InUse);

    const auto undone = serve({.operation = PrivilegedRequest::Operation::Undo,
                               .stamp = {},
                               .changes = {},
                               .records = done->files,
                               .services = {}});
    QVERIFY2(undone, undone ? "" : undone.error().message.english().c_str());
    QCOMPARE(treeOf(m_root->path()), tree);
}

/// Whatever happens between the look and the deed.
void TestGuardedFiles::putsNothingInAFolderThatBecameALink()
{
    QVERIFY(put(path(daemonJson), "{}"));
    QVERIFY(QDir().mkpath(path(QStringLiteral("/opt"))));
    const auto place = find(daemonJson, dockerRecipe());
    QVERIFY(place);
    QVERIFY(QDir().rename(path(QStringLiteral("/etc/docker")), path(QStringLiteral("/etc/old"))));
    QVERIFY(QFile::link(QStringLiteral("/opt"), path(QStringLiteral("/etc/docker"))));
    QStringList made;
    QVERIFY(!place->makeFolder(made));
    QVERIFY(!place->read(place->name()));
    QCOMPARE(QDir(path(QStringLiteral("/opt"))).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList());
}

QTEST_GUILESS_MAIN(TestGuardedFiles)
#include "tst_guardedfiles.moc"
