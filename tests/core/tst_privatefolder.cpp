// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that folders are made for their user alone, whatever the umask, and that those which are
// there stay as they are.
#include "core/privatefolder.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <memory>
#include <string>
#include <sys/stat.h>

using namespace lanyard;

namespace {

mode_t modeOf(const std::string &path)
{
    struct stat status = {};
    return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 07777U : 0;
}

} // namespace

class TestPrivateFolder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void makesWhatIsMissing();
    void leavesWhatIsThere();
    void takesNoFile();
    void needsTheRight();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::string m_path;
    mode_t m_umask = 0;
};

void TestPrivateFolder::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->path().toStdString();
    m_umask = ::umask(0);
}

void TestPrivateFolder::cleanup()
{
    ::umask(m_umask);
}

void TestPrivateFolder::makesWhatIsMissing()
{
    QCOMPARE(::chmod(m_path.c_str(), 0755), 0);
    QVERIFY(makePrivateFolder(m_path + "/one//two/three"));
    for (const char *name : {"/one", "/one/two", "/one/two/three"})
        QCOMPARE(modeOf(m_path + name), 0700U);
    QCOMPARE(modeOf(m_path), 0755U);
}

void TestPrivateFolder::leavesWhatIsThere()
{
    QCOMPARE(::chmod(m_path.c_str(), 0755), 0);
    QVERIFY(makePrivateFolder(m_path));
    QCOMPARE(modeOf(m_path), 0755U);
}

void TestPrivateFolder::takesNoFile()
{
    const std::string path = m_path + "/file";
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (const char *name : {"", "/one", "/one/two"}) {
        errno = 0;
        QVERIFY(!makePrivateFolder(path + name));
        QCOMPARE(errno, ENOTDIR);
    }
}

void TestPrivateFolder::needsTheRight()
{
    // Where no user may make one, not even root.
    QVERIFY(!makePrivateFolder("/proc/one/two"));
    QVERIFY(!makePrivateFolder(""));
}

QTEST_APPLESS_MAIN(TestPrivateFolder)
#include "tst_privatefolder.moc"
