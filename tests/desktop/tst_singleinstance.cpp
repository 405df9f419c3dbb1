// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that the second program of a configuration tells the first to show itself, and that what a
// killed one has left holds up nobody.
#include "desktop/singleinstance.h"

#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <memory>
#include <sys/stat.h>
#include <thread>

using namespace lanyard::desktop;
using Claim = SingleInstance::Claim;

class SingleInstanceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void tellsTheFirst();
    void isApartFromOtherConfigurations();
    void takesOverWhatIsLeft();
    void followsTheFirst();
    void ignoresNonsense();

private:
    /// As another program would: the first one's event loop turns meanwhile.
    Claim claimElsewhere(const QByteArray &token) const
    {
        std::atomic<bool> isDone = false;
        Claim claim = Claim::Unheard;
        std::thread other([&] {
            SingleInstance second(m_folder->path(), QStringLiteral("/c.yml"));
            claim = second.claim(token);
            isDone = true;
        });
        (void)QTest::qWaitFor([&isDone] { return isDone.load(); }, 10000);
        other.join();
        return claim;
    }

    QString socket() const
    {
        return m_folder->filePath(
            QDir(m_folder->path())
                .entryList({QStringLiteral("*.socket")}, QDir::System | QDir::Files)
                .value(0));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void SingleInstanceTest::tellsTheFirst()
{
    SingleInstance first(m_folder->path(), QStringLiteral("/c.yml"));
    const QSignalSpy wanted(&first, &SingleInstance::showWanted);
    QCOMPARE(first.claim({}), Claim::First);
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(socket()).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0077, 0U);
    QCOMPARE(claimElsewhere("token 1"), Claim::Told);
    QCOMPARE(claimElsewhere({}), Claim::Told);
    QCOMPARE(wanted.size(), 2);
    QCOMPARE(wanted[0][0].toByteArray(), QByteArray("token 1"));
    QCOMPARE(wanted[1][0].toByteArray(), QByteArray());
}

void SingleInstanceTest::isApartFromOtherConfigurations()
{
    SingleInstance first(m_folder->path(), QStringLiteral("/c.yml"));
    SingleInstance other(m_folder->path(), QStringLiteral("/d.yml"));
    QCOMPARE(first.claim({}), Claim::First);
    QCOMPARE(other.claim({}), Claim::First);
}

void SingleInstanceTest::takesOverWhatIsLeft()
{
    QString left;
    {
        SingleInstance killed(m_folder->path(), QStringLiteral("/c.yml"));
        QCOMPARE(killed.claim({}), Claim::First);
        left = socket();
    }
    // What a kill leaves: a socket where nobody listens.
    QFile file(left);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    SingleInstance next(m_folder->path(), QStringLiteral("/c.yml"));
    const QSignalSpy wanted(&next, &SingleInstance::showWanted);
    QCOMPARE(next.claim({}), Claim::First);
    QCOMPARE(claimElsewhere({}), Claim::Told);
    QCOMPARE(wanted.size(), 1);
}

void SingleInstanceTest::followsTheFirst()
{
    auto first = std::make_unique<SingleInstance>(m_folder->path(), QStringLiteral("/c.yml"));
    QCOMPARE(first->claim({}), Claim::First);
    first.reset();
    QCOMPARE(claimElsewhere({}), Claim::First);
}

void SingleInstanceTest::ignoresNonsense()
{
    SingleInstance first(m_folder->path(), QStringLiteral("/c.yml"));
    const QSignalSpy wanted(&first, &SingleInstance::showWanted);
    QCOMPARE(first.claim({}), Claim::First);
    for (const QByteArray &word : {QByteArray("quit\n"), QByteArray(10000, 'x')}) {
        QLocalSocket socket;
        socket.connectToServer(this->socket());
        QVERIFY(socket.waitForConnected());
        socket.write(word);
        QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
    }
    QCOMPARE(wanted.size(), 0);
}

QTEST_GUILESS_MAIN(SingleInstanceTest)
#include "tst_singleinstance.moc"
