// SPDX-License-Identifier: GPL-3.0-or-later
// What the cache writes is for its user alone, whatever the umask; a folder that others may enter
// is told; and no other user is answered on the control socket, whatever became of its mode.
#include "acme/acmeissuer.h"
#include "control/controlserver.h"
#include "control/localaddress.h"
#include "localca/localca.h"
#include "registry/cachefixture.h"
#include "registry/published.h"
#include "support/putfile.h"

#include <QDirIterator>
#include <QTest>

#include <array>
#include <cerrno>
#include <grp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace lanyard;
using namespace lanyard::test;

namespace {

constexpr uid_t nobody = 65'534;

/// How a user fares at the control socket.
enum class Fate { Unreached, Unanswered, Answered };

/// The child of a process with threads: it does what is safe after fork(2) only.
[[noreturn]] void askAs(uid_t user, const control::LocalAddress &address)
{
    constexpr std::string_view question = "{\"version\":1,\"verb\":\"echo\"}\n";
    constexpr int timeoutMs = 10'000;
    if (user != geteuid() && (setgroups(0, nullptr) != 0 || setresgid(user, user, user) != 0 ||
                              setresuid(user, user, user) != 0))
        _exit(100);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    if (connect(socket, address.get(), address.size()) != 0)
        _exit(static_cast<int>(Fate::Unreached));
    std::array<char, 64> answer{};
    pollfd readable{.fd = socket, .events = POLLIN, .revents = 0};
    const bool isAnswered = send(socket, question.data(), question.size(), MSG_NOSIGNAL) > 0 &&
                            poll(&readable, 1, timeoutMs) == 1 &&
                            read(socket, answer.data(), answer.size()) > 0;
    _exit(static_cast<int>(isAnswered ? Fate::Answered : Fate::Unanswered));
}

control::Verbs echoOnly()
{
    return {{"echo", [](const QJsonObject &arguments, const control::SharedReply &reply) {
                 reply->finish(arguments);
             }}};
}

mode_t modeOf(const QString &path)
{
    struct stat status = {};
    return lstat(qPrintable(path), &status) == 0 ? status.st_mode & 07777U : 0;
}

struct Entry
{
    QString name; ///< in the folder
    QString path;
    bool isFolder;
};

/// All that is in a folder and those in it.
std::vector<Entry> entriesOf(const QString &folder)
{
    std::vector<Entry> entries;
    QDirIterator all(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                     QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString path = all.next();
        entries.push_back({.name = QDir(folder).relativeFilePath(path),
                           .path = path,
                           .isFolder = all.fileInfo().isDir()});
    }
    return entries;
}

/// With this umask until it goes.
class Umask
{
public:
    explicit Umask(mode_t mask)
        : m_before(umask(mask))
    {
    }

    ~Umask() { umask(m_before); }

    Q_DISABLE_COPY_MOVE(Umask)

private:
    const mode_t m_before;
};

} // namespace

Q_DECLARE_METATYPE(Fate)

class TestOtherUsers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesForItsUserAlone();
    void keepsCertificatesForItsUserAlone();
    void tellsOfAFolderForOthers_data();
    void tellsOfAFolderForOthers();
    void tellsOfCredentialsForOthers();
    void answersItsUserAlone_data();
    void answersItsUserAlone();
};

void TestOtherUsers::writesForItsUserAlone()
{
    const Umask nothingTaken(0);
    CacheFixture cache;
    const Published image = publish(cache.hub, "library/app", "1", 2, "x");
    const Digest held = cache.hub.addBlob("library/app", QByteArray(1'000'000, 'h'));
    const QByteArray repository = "/v2/library/app/";
    const auto blob = [&repository](const Digest &digest) {
        return repository + "blobs/" + QByteArray::fromStdString(digest.toString());
    };
    cache.hub.addFault(blob(held).toStdString(), {.stallAfter = 500'000});
    QCOMPARE(cache.get(repository + "manifests/1").status, 200);
    for (const Digest &digest : image.blobs)
        QCOMPARE(cache.get(blob(digest)).status, 200);
    {
        ClientRequest partial = cache.start(blob(held));
        QTRY_VERIFY(partial.received() > 0);
        partial.abort();
    }
    bool isLoggedIn = false;
    cache.core().login({.scope = "docker.io", .username = "me", .password = "secret"},
                       [&isLoggedIn](const auto &) { isLoggedIn = true; });
    QTRY_VERIFY(isLoggedIn);
    cache.restart(); // writes what it keeps for the end
    control::ControlServer server(echoOnly());
    QVERIFY(server.listen(cache.dataDirectory().toStdString()));

    QStringList names;
    for (const Entry &entry : entriesOf(cache.dataDirectory())) {
        names.append(entry.name);
        QVERIFY2(
            modeOf(entry.path) == (entry.isFolder ? 0700U : 0600U),
            qPrintable(QStringLiteral("%1: %2").arg(entry.path).arg(modeOf(entry.path), 0, 8)));
    }
    for (const char *name :
         {"lanyard.db", "lanyard.db-wal", "history.db", "index.json", "oci-layout", "lanyard.lock",
          "lanyard.sock", "credentials.json", "blobs/sha256", "partial"})
        QVERIFY2(names.contains(QLatin1String(name)), name);
    QVERIFY(names.filter(QStringLiteral("partial/sha256-")).size() == 1);
}

void TestOtherUsers::keepsCertificatesForItsUserAlone()
{
    const Umask nothingTaken(0);
    const QTemporaryDir data;
    const ManualClock clock;
    localca::LocalCa ca(data.path(), clock, {});
    QVERIFY(ca.join(this, {}));
    acme::AcmeIssuer issuer({.hosts = {"cache.example.org"}}, data.filePath(QStringLiteral("acme")),
                            clock, {});
    QVERIFY(issuer.start());
    QStringList names;
    for (const Entry &entry : entriesOf(data.path())) {
        names.append(entry.name);
        // What clients trust is for everybody.
        const mode_t file = entry.name == QLatin1String("ca/ca.crt") ? 0644 : 0600;
        QVERIFY2(
            modeOf(entry.path) == (entry.isFolder ? 0700U : file),
            qPrintable(QStringLiteral("%1: %2").arg(entry.path).arg(modeOf(entry.path), 0, 8)));
    }
    for (const char *name : {"ca/ca.key", "ca/server.key", "acme", "acme/cache.example.org"})
        QVERIFY2(names.contains(QLatin1String(name)), name);
}

void TestOtherUsers::tellsOfAFolderForOthers_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QString>("says"); // empty: nothing
    const QString looks = QStringLiteral(": others on this computer may look into the folder; "
                                         "run: chmod 700 ");
    const QString writes = QStringLiteral(": others may write in the folder, and so decide what is "
                                          "served; run: chmod 700 ");
    QTest::newRow("700") << 0700 << QString();
    for (const int mode : {0711, 0750, 0755, 0740})
        QTest::addRow("%o", mode) << mode << looks;
    for (const int mode : {0770, 0777, 01777, 0730})
        QTest::addRow("%o", mode) << mode << writes;
}

void TestOtherUsers::tellsOfAFolderForOthers()
{
    QFETCH(int, mode);
    QFETCH(QString, says);
    CacheFixture cache;
    cache.stopEngine();
    cache.warnings.clear();
    QCOMPARE(chmod(qPrintable(cache.dataDirectory()), static_cast<mode_t>(mode)), 0);
    cache.restart();
    QCOMPARE(cache.get("/v2/").status, 200); // the event loop has run
    QCOMPARE(cache.warnings,
             says.isEmpty() ? QStringList()
                            : QStringList(cache.dataDirectory() + says + cache.dataDirectory()));
    QCOMPARE(modeOf(cache.dataDirectory()), static_cast<mode_t>(mode));
}

void TestOtherUsers::tellsOfCredentialsForOthers()
{
    CacheFixture cache;
    const QString path = cache.dataDirectory() + QStringLiteral("/credentials.json");
    putFile(path, R"({"version": 1, "credentials": {}})");
    QCOMPARE(chmod(qPrintable(path), 0644), 0);
    cache.warnings.clear();
    cache.restart();
    QCOMPARE(cache.warnings,
             QStringList(path +
                         QStringLiteral(": it has secrets, and others may read or write it; "
                                        "run: chmod 600 ") +
                         path));
}

void TestOtherUsers::answersItsUserAlone_data()
{
    QTest::addColumn<uint>("user");
    QTest::addColumn<int>("folderMode");
    QTest::addColumn<int>("socketMode"); // 0: as it was made
    QTest::addColumn<Fate>("fate");
    QTest::newRow("its own") << uint{0} << 0700 << 0 << Fate::Answered;
    QTest::newRow("another") << nobody << 0700 << 0 << Fate::Unreached;
    QTest::newRow("another, in an open folder") << nobody << 0777 << 0 << Fate::Unreached;
    QTest::newRow("another, at an open socket") << nobody << 0777 << 0666 << Fate::Unanswered;
    QTest::newRow("its own, at an open socket") << uint{0} << 0777 << 0666 << Fate::Answered;
}

void TestOtherUsers::answersItsUserAlone()
{
    if (geteuid() != 0)
        QSKIP("only root can be another user");
    QFETCH(uint, user);
    QFETCH(int, folderMode);
    QFETCH(int, socketMode);
    const QTemporaryDir folder;
    control::ControlServer server(echoOnly());
    QVERIFY(server.listen(folder.path().toStdString()));
    QCOMPARE(chmod(qPrintable(folder.path()), static_cast<mode_t>(folderMode)), 0);
    if (socketMode != 0)
        QCOMPARE(chmod(qPrintable(folder.filePath(QStringLiteral("lanyard.sock"))),
                       static_cast<mode_t>(socketMode)),
                 0);
    const auto address = control::LocalAddress::of(folder.path().toStdString());
    QVERIFY(address);
    const pid_t child = fork();
    if (child == 0)
        askAs(user, *address);
    QVERIFY(child > 0);
    int status = 0;
    QVERIFY(QTest::qWaitFor([&] { return waitpid(child, &status, WNOHANG) == child; }, patienceMs));
    QVERIFY(WIFEXITED(status));
    QTEST(static_cast<Fate>(WEXITSTATUS(status)), "fate");
}

QTEST_GUILESS_MAIN(TestOtherUsers)
#include "tst_otherusers.moc"
