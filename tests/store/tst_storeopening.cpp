// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a store opens only where it can work, that one process at a time has it, and that
// the index of a later Lanyard is named and left as it is.
#include "store/store.h"
#include "support/manualclock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace lanyard;
using namespace lanyard::store;

namespace {

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestStoreOpening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void emptyStoreIsALayout();
    void secondOpenIsRefused();
    void leftoversAreRemoved();
    void unusableFolders_data();
    void unusableFolders();
    void laterSchemaIsRefused();

private:
    void open();

    QString path(const QString &name) const { return m_folder->path() + QLatin1Char('/') + name; }

    std::unique_ptr<QTemporaryDir> m_folder;
    test::ManualClock m_clock;
    std::unique_ptr<Store> m_store;
};

void TestStoreOpening::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    open();
}

void TestStoreOpening::cleanup()
{
    m_store.reset();
    m_folder.reset();
}

/// Opens the store, again when it is open.
void TestStoreOpening::open()
{
    m_store.reset();
    auto store = Store::open(m_folder->path(), m_clock);
    QVERIFY2(store, store ? "" : store.error().message.english().c_str());
    m_store = std::move(*store);
}

void TestStoreOpening::emptyStoreIsALayout()
{
    m_store.reset();
    QCOMPARE(contentsOf(path(QStringLiteral("oci-layout"))),
             QByteArray(R"({"imageLayoutVersion":"1.0.0"})"));
    const QJsonObject index =
        QJsonDocument::fromJson(contentsOf(path(QStringLiteral("index.json")))).object();
    QCOMPARE(index.value(QStringLiteral("schemaVersion")).toInt(), 2);
    QVERIFY(index.value(QStringLiteral("manifests")).isArray());
    QVERIFY(QDir(path(QStringLiteral("blobs/sha256"))).exists());
    QVERIFY(QDir(path(QStringLiteral("blobs/sha512"))).exists());
}

void TestStoreOpening::secondOpenIsRefused()
{
    const auto second = Store::open(m_folder->path(), m_clock);
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::InUse);
    const QString message = QString::fromStdString(second.error().message.english());
    QVERIFY2(message.contains(path(QStringLiteral("lanyard.lock"))), qPrintable(message));
    QVERIFY2(message.contains(QString::number(QCoreApplication::applicationPid())),
             qPrintable(message));
    m_store.reset();
    QVERIFY(Store::open(m_folder->path(), m_clock));
}

void TestStoreOpening::leftoversAreRemoved()
{
    m_store.reset();
    QFile left(path(QStringLiteral("partial/sha256-abc.7")));
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.write("half a blob");
    left.close();
    open();
    QVERIFY(!left.exists());
}

void TestStoreOpening::unusableFolders_data()
{
    QTest::addColumn<QString>("blocked");
    QTest::newRow("the folder") << QString();
    QTest::newRow("blobs") << QStringLiteral("/blobs");
    QTest::newRow("blobs/sha256") << QStringLiteral("/blobs/sha256");
    QTest::newRow("partial") << QStringLiteral("/partial");
}

void TestStoreOpening::unusableFolders()
{
    QFETCH(QString, blocked);
    // A file where a folder belongs stands for every reason why it cannot be used.
    const QString folder = path(QStringLiteral("new"));
    if (!blocked.isEmpty())
        QVERIFY(QDir().mkpath(QFileInfo(folder + blocked).path()));
    QFile file(folder + blocked);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto store = Store::open(folder, m_clock);
    QVERIFY(!store);
    QCOMPARE(store.error().code, ErrorCode::InvalidInput);
    const QString message = QString::fromStdString(store.error().message.english());
    QVERIFY2(message.startsWith(folder + blocked + QLatin1Char(':')), qPrintable(message));
}

void TestStoreOpening::laterSchemaIsRefused()
{
    m_store.reset();
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("t"));
        database.setDatabaseName(path(QStringLiteral("lanyard.db")));
        QVERIFY(database.open());
        QVERIFY(QSqlQuery(database).exec(QStringLiteral("PRAGMA user_version = 99")));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("t"));
    const auto store = Store::open(m_folder->path(), m_clock);
    QVERIFY(!store);
    QVERIFY(QString::fromStdString(store.error().message.english()).contains(QStringLiteral("99")));
}

QTEST_GUILESS_MAIN(TestStoreOpening)
#include "tst_storeopening.moc"
