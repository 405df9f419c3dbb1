// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filedescriptor.h"
#include "core/result.h"

#include <QByteArray>

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

struct archive;
struct archive_entry;

namespace lanyard::archive {

/// Reads the files in a tar archive one after the other, compressed by gzip, bzip2, xz, zstd, lz4,
/// or not. Everything else in it, links too, is passed over.
///
/// One thread, which it blocks. Errors name the archive: InvalidInput when it is none or is
/// damaged, Io, and Cancelled when it is stopped.
class TarReader
{
public:
    TarReader(std::string path, std::stop_token stop);
    ~TarReader();
    TarReader(const TarReader &) = delete;
    TarReader &operator=(const TarReader &) = delete;

    struct File
    {
        std::string name; ///< relative to the root of the archive
        std::int64_t size = 0;
    };

    /// Before anything else.
    Result<void> open();
    /// The next file; nullopt: there is none.
    Result<std::optional<File>> next();
    /// The next bytes of that file; empty: that was all.
    Result<QByteArray> read();

private:
    struct ArchiveDeleter
    {
        void operator()(::archive *archive) const;
    };

    // Called by libarchive.
    static ssize_t readBlock(::archive *archive, void *self, const void **block);
    static std::int64_t skipBytes(::archive *archive, void *self, std::int64_t count);

    static std::optional<File> fileOf(archive_entry *entry);
    tl::unexpected<Error> trouble() const;

    const std::string m_path;
    const std::stop_token m_stop;
    FileDescriptor m_file;
    QByteArray m_block;
    std::optional<Error> m_trouble; ///< with the file itself
    std::unique_ptr<::archive, ArchiveDeleter> m_archive;
};

} // namespace lanyard::archive
