// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/manifest.h"
#include "store/store.h"
#include "support/manualclock.h"

#include <QByteArray>
#include <QTemporaryDir>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lanyard::test {

/// A document or blob with the descriptor by which others name it.
struct Piece
{
    QByteArray bytes;
    store::Descriptor descriptor;
};

Piece piece(const QByteArray &bytes, std::string_view mediaType);

/// An image for one platform. Its layers are not tar archives: nobody unpacks them.
struct TestImage
{
    std::string architecture;
    Piece manifest;
    Piece config;
    std::vector<Piece> layers;
};

TestImage testImage(const std::string &architecture, const std::vector<QByteArray> &layers);
/// An index of images; "unknown" is for attestations.
Piece testIndex(const std::vector<TestImage> &images);

/// A real store on a folder of its own, and the ways in which pulls fill it.
class ImageStore
{
public:
    ImageStore();

    store::Store &store() { return *m_store; }

    QString folder() const { return m_folder.path(); }

    /// Stores and links a manifest as when it was fetched through the repository.
    void putManifest(std::string_view registry, std::string_view repository, const Piece &manifest);
    void putBlob(const Piece &blob);
    /// Manifest, config and all layers.
    void putImage(std::string_view registry, std::string_view repository, const TestImage &image);
    void setTag(std::string_view registry, std::string_view repository, std::string_view tag,
                const Piece &manifest);

    /// Ends the store, so that somebody else can open the folder.
    void close() { m_store.reset(); }

    /// As a process that starts on the folder.
    void reopen(const store::DiskRules &rules = {});

    ManualClock clock;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<store::Store> m_store;
};

} // namespace lanyard::test
