// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"
#include "support/manualclock.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>
#include <optional>
#include <unistd.h>
#include <utility>

namespace lanyard::test {

inline QByteArray someBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    std::uint32_t state = 42;
    for (char &byte : bytes) {
        state = state * 1664525 + 1013904223;
        byte = static_cast<char>(state >> 24);
    }
    return bytes;
}

inline QByteArray readFrom(const FileDescriptor &file, qsizetype size, std::int64_t offset = 0)
{
    QByteArray bytes(size, Qt::Uninitialized);
    const ssize_t got = pread(file.get(), bytes.data(), static_cast<std::size_t>(size), offset);
    bytes.truncate(std::max<qsizetype>(got, 0));
    return bytes;
}

/// A store in a folder of its own, for tests of downloads into it.
class PartialFixture
{
protected:
    void makeStore()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->path();
        reopen();
    }

    void removeStore()
    {
        m_store.reset();
        m_folder.reset();
    }

    void reopen()
    {
        m_store.reset();
        auto store = store::Store::open(m_path, m_clock, m_rules);
        QVERIFY2(store, store ? "" : store.error().message.english().c_str());
        m_store = std::move(*store);
        QObject::connect(m_store.get(), &store::Store::warningRaised, m_store.get(),
                         [this](const Message &message) {
                             m_warnings += QString::fromStdString(message.english());
                         });
    }

    std::unique_ptr<store::PartialBlob> create(const Digest &digest,
                                               std::optional<std::int64_t> size)
    {
        auto partial = m_store->openPartial(digest);
        return partial->begin(size) ? std::move(partial) : nullptr;
    }

    QStringList partialFiles() const
    {
        QStringList names = QDir(m_path + QStringLiteral("/partial")).entryList(QDir::Files);
        names.removeAll(QStringLiteral("index.json")); // is written there at any time
        return names;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path; ///< of the store
    store::DiskRules m_rules;
    QStringList m_warnings;
    ManualClock m_clock;
    std::unique_ptr<store::Store> m_store;
};

} // namespace lanyard::test
