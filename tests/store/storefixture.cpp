// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storefixture.h"

#include "support/patience.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <memory>
#include <optional>
#include <utility>

namespace lanyard::test {

using namespace lanyard::store;

ManifestRecord manifestOf(const char *listName, const char *mediaType,
                          const std::vector<Descriptor> &children)
{
    QJsonArray list;
    for (const Descriptor &child : children)
        list.append(
            QJsonObject{{QStringLiteral("mediaType"), QString::fromStdString(child.mediaType)},
                        {QStringLiteral("digest"), QString::fromStdString(child.digest.toString())},
                        {QStringLiteral("size"), static_cast<qint64>(child.size)}});
    const QByteArray bytes =
        QJsonDocument(QJsonObject{{QStringLiteral("schemaVersion"), 2},
                                  {QStringLiteral("mediaType"), QString::fromLatin1(mediaType)},
                                  {QString::fromLatin1(listName), list}})
            .toJson();
    return {.descriptor = descriptorOf(bytes, mediaType), .bytes = bytes, .children = children};
}

Descriptor descriptorOf(const QByteArray &bytes, const std::string &mediaType)
{
    return {.digest = Digest::of(Digest::Algorithm::Sha256, bytes),
            .mediaType = mediaType,
            .size = bytes.size()};
}

StoreFixture::StoreFixture()
{
    open();
}

void StoreFixture::open()
{
    m_store.reset();
    m_warnings.clear();
    auto store = Store::open(m_folder.path(), clock, rules);
    if (!store)
        qFatal("the store does not open: %s", store.error().message.english().c_str());
    m_store = std::move(*store);
    QObject::connect(m_store.get(), &Store::warningRaised, m_store.get(),
                     [this](const Message &message) {
                         m_warnings += QString::fromStdString(message.english());
                     });
}

void StoreFixture::close()
{
    m_store.reset();
}

void StoreFixture::put(std::string_view repository, const ManifestRecord &manifest)
{
    // It may be answered after this has given up.
    const auto result = std::make_shared<std::optional<Result<void>>>();
    m_store->putManifest(m_store->ensureRepository("docker.io", repository), manifest,
                         [result](Result<void> done) { *result = std::move(done); });
    QVERIFY(QTest::qWaitFor([&result] { return result->has_value(); }, patienceMs));
    QVERIFY(result->value());
}

void StoreFixture::put(std::string_view repository, std::string_view tag,
                       const ManifestRecord &manifest)
{
    put(repository, manifest);
    m_store->setTag(m_store->ensureRepository("docker.io", repository), tag,
                    {.digest = manifest.descriptor.digest, .checkedAtMs = 17});
}

Digest StoreFixture::download(const QByteArray &bytes)
{
    const Digest digest = Digest::of(Digest::Algorithm::Sha256, bytes);
    auto partial = m_store->openPartial(digest);
    if (!partial->begin(bytes.size()))
        qFatal("no partial for %s", digest.toString().c_str());
    QSignalSpy committed(partial.get(), &PartialBlob::committed);
    partial->append(bytes);
    partial->finish();
    if (!committed.wait(patienceMs))
        qFatal("the download does not end");
    return digest;
}

QString StoreFixture::path(const QString &name) const
{
    return m_folder.path() + QLatin1Char('/') + name;
}

QString StoreFixture::blobPath(const Digest &digest) const
{
    return path(QStringLiteral("blobs/sha256/") + QString::fromStdString(digest.hex()));
}

QStringList StoreFixture::putAside() const
{
    return QDir(m_folder.path()).entryList({QStringLiteral("lanyard.db.corrupt-*")});
}

QVariant StoreFixture::sql(const QString &statement) const
{
    QVariant value;
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("t"));
        database.setDatabaseName(path(QStringLiteral("lanyard.db")));
        QSqlQuery query(database);
        if (database.open() && query.exec(statement) && query.next())
            value = query.value(0);
    }
    QSqlDatabase::removeDatabase(QStringLiteral("t"));
    return value;
}

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void replaceContents(const QString &path, const QByteArray &bytes)
{
    QFile::remove(path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace lanyard::test
