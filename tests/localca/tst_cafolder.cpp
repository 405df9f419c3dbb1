// SPDX-License-Identifier: GPL-3.0-or-later
// Proves who may read what of an authority, that it is whole or not there, and that one which is
// damaged is neither used nor replaced.
#include "localca/cafolder.h"
#include "localca/summary.h"
#include "support/manualclock.h"
#include "support/putfile.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace lanyard;
using namespace lanyard::localca;
using namespace lanyard::test;

namespace {

const QStringList names{QStringLiteral("nas")};

QString fingerprintOf(const Identity &identity)
{
    return summaryOf(identity.certificate.get(), {}).fingerprint;
}

} // namespace

class TestCaFolder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isForItsUserAlone();
    void isThereOrNot();
    void isDamaged_data();
    void isDamaged();
    void complainsOfReaders_data();
    void complainsOfReaders();
    void replacesOnlyWhenTold();
    void replacesNoLink();
    void clearsWhatAKillLeft();
    void leavesWhatElseIsThere();
    void isNoServers();
    void hasNoServerByHalf();
    void isSomebodyElses();

private:
    QString path(const char *name = "") const
    {
        return m_data->filePath(QStringLiteral("ca/")) + QLatin1String(name);
    }

    QByteArray bytes(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    Identity authority() const
    {
        return std::move(*makeAuthority(QStringLiteral("nas"), ManualClock().wallNow()));
    }

    Identity server(const Identity &authority) const
    {
        return std::move(*makeServer(authority, names, ManualClock().wallNow()));
    }

    std::unique_ptr<QTemporaryDir> m_data;
    std::optional<CaFolder> m_folder;
};

void TestCaFolder::init()
{
    m_data = std::make_unique<QTemporaryDir>();
    m_folder.emplace(m_data->path());
}

void TestCaFolder::isForItsUserAlone()
{
    const Identity made = authority();
    QVERIFY(m_folder->placeAuthority(made, false));
    QVERIFY(m_folder->writeServer(server(made)));
    const auto mode = [this](const char *name) {
        struct stat status = {};
        ::stat(QFile::encodeName(path(name)).constData(), &status);
        return status.st_mode & 07777U;
    };
    QCOMPARE(mode(""), 0700U);
    QCOMPARE(mode("ca.key"), 0600U);
    QCOMPARE(mode("server.key"), 0600U);
    QCOMPARE(mode("ca.crt"), 0644U);
    QVERIFY(m_folder->complaint().isEmpty());
    // Nothing else is left of the making.
    QCOMPARE(QDir(m_data->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList{QStringLiteral("ca")});
    QCOMPARE(QDir(path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(),
             4);
}

void TestCaFolder::isThereOrNot()
{
    const auto none = m_folder->authority();
    QVERIFY(none && !none->has_value());
    QVERIFY(!m_folder->server());
    const Identity made = authority();
    QVERIFY(m_folder->placeAuthority(made, false));
    const auto found = m_folder->authority();
    QVERIFY(found && found->has_value());
    QCOMPARE(fingerprintOf(**found), fingerprintOf(made));
    QVERIFY(!m_folder->server());
    const Identity vouchedFor = server(made);
    QVERIFY(m_folder->writeServer(vouchedFor));
    QCOMPARE(fingerprintOf(*m_folder->server()), fingerprintOf(vouchedFor));
}

void TestCaFolder::isDamaged_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("content"); // empty: it is removed
    QTest::addColumn<QByteArray>("says");
    const Identity other = authority();
    const Identity vouchedFor = server(other);
    QTest::newRow("no certificate")
        << QByteArray("ca.crt") << QByteArray() << QByteArray("no such");
    QTest::newRow("no key") << QByteArray("ca.key") << QByteArray() << QByteArray("no such file");
    QTest::newRow("a certificate that is none")
        << QByteArray("ca.crt") << QByteArray("x") << QByteArray("there is no certificate in it");
    QTest::newRow("a key that is none")
        << QByteArray("ca.key") << QByteArray("x") << QByteArray("there is no private key in it");
    QTest::newRow("half a key") << QByteArray("ca.key") << pemOf(other.key.get()).left(100)
                                << QByteArray("there is no private key in it");
    QTest::newRow("another's key") << QByteArray("ca.key") << pemOf(other.key.get())
                                   << QByteArray("this is not the key of the certificate in");
    QTest::newRow("another's certificate")
        << QByteArray("ca.crt") << pemOf(other.certificate.get())
        << QByteArray("this is not the key of the certificate in");
    QTest::newRow("too large") << QByteArray("ca.crt") << QByteArray(2 * 1024 * 1024, 'x')
                               << QByteArray("is larger than");
}

void TestCaFolder::isDamaged()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QByteArray, content);
    QFETCH(const QByteArray, says);
    QVERIFY(m_folder->placeAuthority(authority(), false));
    if (content.isEmpty())
        QVERIFY(QFile::remove(path(file.constData())));
    else
        putFile(path(file.constData()), content);
    const auto found = m_folder->authority();
    QVERIFY(!found);
    QVERIFY(found.error().code == ErrorCode::InvalidInput);
    const QByteArray message = QByteArray::fromStdString(found.error().message.english());
    QVERIFY2(message.startsWith(path().toUtf8()) && message.contains(says), message.constData());
    QVERIFY2(message.contains("`lanyard ca create --force`"), message.constData());

    // It is as it was until somebody says that it may go.
    const auto placed = m_folder->placeAuthority(authority(), false);
    QVERIFY(!placed && placed.error().code == ErrorCode::InUse);
    QCOMPARE(bytes(file.constData()), content);
    QVERIFY(m_folder->placeAuthority(authority(), true));
    QVERIFY(m_folder->authority()->has_value());
}

void TestCaFolder::complainsOfReaders_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("complains");
    QTest::newRow("its user") << 0600 << false;
    QTest::newRow("its user, who may not write") << 0400 << false;
    QTest::newRow("its group") << 0640 << true;
    QTest::newRow("everybody") << 0604 << true;
}

void TestCaFolder::complainsOfReaders()
{
    QFETCH(const int, mode);
    QVERIFY(m_folder->placeAuthority(authority(), false));
    const QByteArray key = QFile::encodeName(path("ca.key"));
    QCOMPARE(::chmod(key.constData(), static_cast<mode_t>(mode)), 0);
    const QByteArray complaint = QByteArray::fromStdString(m_folder->complaint().english());
    QTEST(!complaint.isEmpty(), "complains");
    QCOMPARE(complaint.endsWith("chmod 600 " + key), !complaint.isEmpty());
    // It is told, and works.
    QVERIFY(m_folder->authority()->has_value());
}

void TestCaFolder::replacesOnlyWhenTold()
{
    const Identity first = authority();
    const Identity second = authority();
    QVERIFY(m_folder->placeAuthority(first, false));
    QVERIFY(m_folder->writeServer(server(first)));
    const auto refused = m_folder->placeAuthority(second, false);
    QVERIFY(!refused && refused.error().code == ErrorCode::InUse);
    QCOMPARE(fingerprintOf(**m_folder->authority()), fingerprintOf(first));
    QVERIFY(m_folder->server());
    QVERIFY(m_folder->placeAuthority(second, true));
    QCOMPARE(fingerprintOf(**m_folder->authority()), fingerprintOf(second));
    QVERIFY(!m_folder->server());
    // Nothing is left of the former, whose key some clients still trust.
    QCOMPARE(QDir(m_data->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList{QStringLiteral("ca")});
}

/// What it leads to is not of this folder.
void TestCaFolder::replacesNoLink()
{
    const QTemporaryDir elsewhere;
    putFile(elsewhere.filePath(QStringLiteral("notes")), "mine");
    QVERIFY(QFile::link(elsewhere.path(), m_data->filePath(QStringLiteral("ca"))));
    const auto placed = m_folder->placeAuthority(authority(), true);
    QVERIFY(!placed && placed.error().code == ErrorCode::Io);
    QCOMPARE(bytes("notes"), QByteArray("mine"));
}

void TestCaFolder::clearsWhatAKillLeft()
{
    const QTemporaryDir elsewhere;
    putFile(elsewhere.filePath(QStringLiteral("notes")), "mine");
    QVERIFY(m_folder->placeAuthority(authority(), false));
    QStringList kept{QStringLiteral("ca"), QStringLiteral("ca.backup"),
                     QStringLiteral("ca.making-"), QStringLiteral("ca.making-abcdefg"),
                     QStringLiteral("my.ca.making-abcdef")};
    for (const QString &name : kept + QStringList{QStringLiteral("ca.making-abcDEF"),
                                                  QStringLiteral("ca.making-uvwxyz.former")}) {
        QVERIFY(QDir().mkpath(m_data->filePath(name)));
        putFile(m_data->filePath(name + QStringLiteral("/ca.key")), "a key");
    }
    QVERIFY(QFile::link(elsewhere.path(), m_data->filePath(QStringLiteral("ca.making-linked"))));
    kept.append(QStringLiteral("ca.making-linked"));
    m_folder->clearLeftovers();
    QStringList left = QDir(m_data->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    kept.sort();
    left.sort();
    QCOMPARE(left, kept);
    QVERIFY(QFile::exists(elsewhere.filePath(QStringLiteral("notes"))));
}

void TestCaFolder::leavesWhatElseIsThere()
{
    QVERIFY(QDir().mkpath(path()));
    putFile(path("notes"), "mine");
    const auto placed = m_folder->placeAuthority(authority(), false);
    QVERIFY(!placed && placed.error().code == ErrorCode::InUse);
    QCOMPARE(bytes("notes"), QByteArray("mine"));
}

/// As when somebody puts another certificate there, with its key.
void TestCaFolder::isNoServers()
{
    QVERIFY(m_folder->placeAuthority(server(authority()), false));
    const auto found = m_folder->authority();
    QVERIFY(!found);
    QVERIFY2(found.error().message.english().find("no certificate of an authority") !=
                 std::string::npos,
             found.error().message.english().c_str());
}

/// As a kill between the two files leaves it.
void TestCaFolder::hasNoServerByHalf()
{
    const Identity made = authority();
    const Identity next = server(made);
    QVERIFY(m_folder->placeAuthority(made, false));
    QVERIFY(m_folder->writeServer(server(made)));
    putFile(path("server.key"), pemOf(next.key.get()));
    QVERIFY(!m_folder->server());
    QVERIFY(m_folder->writeServer(next));
    QCOMPARE(fingerprintOf(*m_folder->server()), fingerprintOf(next));
}

/// As one that root made is to a service.
void TestCaFolder::isSomebodyElses()
{
    constexpr uid_t nobody = 65534;
    QVERIFY(m_folder->placeAuthority(authority(), false));
    QCOMPARE(::chmod(qPrintable(m_data->path()), 0755), 0);
    const bool isRoot = ::geteuid() == 0;
    if (isRoot)
        QCOMPARE(::seteuid(nobody), 0);
    else
        QCOMPARE(::chmod(qPrintable(path()), 0), 0);
    const auto found = m_folder->authority();
    if (isRoot)
        QCOMPARE(::seteuid(0), 0);
    else
        QCOMPARE(::chmod(qPrintable(path()), 0700), 0);
    QVERIFY(!found);
    QVERIFY(found.error().code == ErrorCode::Io);
    QVERIFY2(
        found.error().message.english().ends_with("has to belong to the user who runs Lanyard"),
        found.error().message.english().c_str());
}

QTEST_GUILESS_MAIN(TestCaFolder)
#include "tst_cafolder.moc"
