// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"
#include "support/manualclock.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QVariant>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lanyard::test {

inline constexpr const char *imageManifestType = "application/vnd.oci.image.manifest.v1+json";
inline constexpr const char *imageIndexType = "application/vnd.oci.image.index.v1+json";

/// A manifest that names these, and the record with which it is stored.
store::ManifestRecord manifestOf(const char *listName, const char *mediaType,
                                 const std::vector<store::Descriptor> &children);

store::Descriptor descriptorOf(const QByteArray &bytes, const std::string &mediaType);

/// A store in a folder of its own, with what a test does to it while it is closed.
class StoreFixture
{
public:
    StoreFixture();

    /// Opens the store, again when it is open.
    void open();
    void close();

    store::Store &store() { return *m_store; }

    const store::Catalogue &catalogue() const { return m_store->catalogue(); }

    /// What the store has said since it was opened last.
    const QStringList &warnings() const { return m_warnings; }

    // Each waits until it is durable.

    void put(std::string_view repository, const store::ManifestRecord &manifest);
    void put(std::string_view repository, std::string_view tag,
             const store::ManifestRecord &manifest);
    Digest download(const QByteArray &bytes);

    QString path(const QString &name) const;
    QString blobPath(const Digest &digest) const;
    /// The databases that were put aside.
    QStringList putAside() const;
    /// A statement on the closed database; the first value of its first row.
    QVariant sql(const QString &statement) const;

    ManualClock clock;
    store::DiskRules rules; ///< count from the next open()

private:
    QTemporaryDir m_folder;
    std::unique_ptr<store::Store> m_store;
    QStringList m_warnings;
};

QByteArray contentsOf(const QString &path);
void replaceContents(const QString &path, const QByteArray &bytes);

} // namespace lanyard::test
