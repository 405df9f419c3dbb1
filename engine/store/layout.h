// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/digest.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lanyard::store {

/// Where everything of a store is. No other unit computes a path or a name of a file.
///
///     <data>/
///       oci-layout                 the version of the image layout (OCI image-spec,
///       image-layout.md) index.json                 the tags, as an OCI image index
///       blobs/sha256/<hex>         committed manifests and blobs
///       blobs/sha512/<hex>
///       partial/<algorithm>-<hex>.<number>     downloads, in flight or to be resumed: the bytes of
///                                              the content from its start, without a gap
///       partial/<algorithm>-<hex>.<number>.new a manifest while it is written
///       partial/index.json         the next index.json while it is written; so for oci-layout
///       quarantine/<algorithm>-<hex>   files that turned out to be damaged
///       check.json                 how far a check of all content has come
///       lanyard.db                 the index (SQLite), with -wal and -shm beside it
///       lanyard.sock               the control socket (control/localaddress names it)
///       lanyard.lock               held by the process that uses the store
///
/// An immutable value.
class Layout
{
public:
    explicit Layout(const QString &directory);

    // Folders, as the operating system takes them.

    const std::string &data() const { return m_data; }

    std::string blobs() const;
    std::string blobs(Digest::Algorithm algorithm) const;
    std::string partial() const;
    std::string quarantine() const;

    // Files.

    std::string lockFile() const;
    QString databaseFile() const;

    // Names within their folder.

    static constexpr const char *layoutName = "oci-layout";
    static constexpr const char *layoutText = R"({"imageLayoutVersion":"1.0.0"})";
    static constexpr const char *imageIndexName = "index.json";
    static constexpr const char *checkMarkName = "check.json";
    static std::string blobName(const Digest &digest);
    static std::string quarantineName(const Digest &digest);
    /// `number` tells apart the downloads of one digest: one may start while an abandoned one is
    /// being removed.
    static std::string partialName(const Digest &digest, std::uint64_t number);
    static std::string newFileName(const Digest &digest, std::uint64_t number);

    struct PartialName
    {
        Digest digest;
        std::uint64_t number = 0;
    };

    /// nullopt: no name of a download.
    static std::optional<PartialName> parsePartialName(std::string_view name);

private:
    std::string m_data;
};

} // namespace lanyard::store
