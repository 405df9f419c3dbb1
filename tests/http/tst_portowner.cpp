// SPDX-License-Identifier: GPL-3.0-or-later
// Who has a port is found without a look at any file that a process has open, which could be on a
// disk that hangs; and a program's name for itself does nothing to who reads it.
#include "http/portowner.h"

#include <QCoreApplication>
#include <QDir>
#include <QTcpServer>
#include <QTemporaryFile>
#include <QTest>

#include <atomic>
#include <dlfcn.h>
#include <string_view>
#include <sys/prctl.h>
#include <sys/stat.h>

using namespace lanyard;

namespace {

std::atomic<int> looks{0}; // at what a descriptor of a process leads to

void note(const char *path)
{
    const std::string_view text(path ? path : "");
    if (text.starts_with("/proc/") && text.find("/fd/") < text.size() - 4)
        ++looks;
}

template <typename Call>
Call *next(const char *name)
{
    return reinterpret_cast<Call *>(::dlsym(RTLD_NEXT, name));
}

} // namespace

// In the place of the C library's, for Qt and the standard library, too.
extern "C" {

__attribute__((visibility("default"))) int statx(int folder, const char *path, int flags,
                                                 unsigned mask, struct statx *found)
{
    using Call = int(int, const char *, int, unsigned, struct statx *);
    note(path);
    return next<Call>("statx")(folder, path, flags, mask, found);
}

__attribute__((visibility("default"))) int stat(const char *path, struct stat *found)
{
    using Call = int(const char *, struct stat *);
    note(path);
    return next<Call>("stat")(path, found);
}
}

class TestPortOwner final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesWhoListens_data();
    void namesWhoListens();
    void looksAtNoFile();
};

void TestPortOwner::namesWhoListens_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const char *shown) {
        QTest::newRow(shown) << QByteArray(name) << QString::fromUtf8(shown);
    };
    row("registry", "registry");
    row("tag\u00e9 (1)", "tag\u00e9 (1)");
    row("a\x1b[2Jb\r\nc", "a\ufffd[2Jb\ufffd\ufffdc");
    row("a\u202eb", "a\ufffdb");
}

void TestPortOwner::namesWhoListens()
{
    QFETCH(QByteArray, name);
    QFETCH(QString, shown);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QCOMPARE(::prctl(PR_SET_NAME, name.constData()), 0);
    const std::string owner =
        http::programListeningAt({.host = "127.0.0.1", .port = server.serverPort()});
    QCOMPARE(QString::fromStdString(owner),
             QStringLiteral("%1 (process %2)").arg(shown).arg(QCoreApplication::applicationPid()));
}

void TestPortOwner::looksAtNoFile()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    looks = 0;
    QVERIFY(!http::programListeningAt({.host = "127.0.0.1", .port = server.serverPort()}).empty());
    QCOMPARE(looks.load(), 0);
    // It would have been noticed.
    QVERIFY(!QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::Files).isEmpty());
    QVERIFY(looks > 0);
}

QTEST_GUILESS_MAIN(TestPortOwner)
#include "tst_portowner.moc"
