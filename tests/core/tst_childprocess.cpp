// SPDX-License-Identifier: GPL-3.0-or-later
// A program is ended with the object that runs it, with all that it has started; but nobody waits
// for one that has become another user's.
#include "core/childprocess.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>
#include <unistd.h>

using namespace lanyard;

namespace {

constexpr uid_t nobody = 65534;

bool isThere(pid_t pid)
{
    return ::kill(pid, 0) == 0;
}

} // namespace

class TestChildProcess final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void endsWithItsObject();
    void isLetGoWhenItCannotBeEnded();

private:
    /// A program that writes down its number, then waits.
    void start(const QByteArray &waiting);
    pid_t pid() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ChildProcess> m_process;
};

void TestChildProcess::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_process = std::make_unique<ChildProcess>();
}

void TestChildProcess::start(const QByteArray &waiting)
{
    const QString file = m_folder->filePath(QStringLiteral("pid"));
    m_process->start({.program = QStringLiteral("/bin/sh"),
                      .arguments = {QStringLiteral("-c"),
                                    QStringLiteral("echo $$ > '%1.new' && mv '%1.new' '%1'; %2")
                                        .arg(file, QString::fromLatin1(waiting))},
                      .timeout = std::chrono::minutes(5)});
    QTRY_VERIFY(QFile::exists(file));
}

pid_t TestChildProcess::pid() const
{
    QFile file(m_folder->filePath(QStringLiteral("pid")));
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toInt() : 0;
}

void TestChildProcess::endsWithItsObject()
{
    start("sleep 600 & wait");
    QVERIFY(isThere(pid()));
    m_process.reset();
    QVERIFY(!isThere(pid()));
    // What it has started is of its group; who reaps it is the system's business.
    QTRY_VERIFY(!isThere(-pid()));
}

void TestChildProcess::isLetGoWhenItCannotBeEnded()
{
    if (::geteuid() != 0)
        QSKIP("only root can start a program and then be another user");
    // Who waited for it would find it ended.
    start("exec sleep 15");
    QCOMPARE(::setresuid(nobody, nobody, 0), 0);
    m_process.reset();
    QCOMPARE(::setresuid(0, 0, 0), 0);
    QVERIFY(isThere(pid()));
    QCOMPARE(::kill(pid(), SIGKILL), 0);
    QTRY_VERIFY(!isThere(pid()));
}

QTEST_GUILESS_MAIN(TestChildProcess)
#include "tst_childprocess.moc"
