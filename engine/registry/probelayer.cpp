// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/probelayer.h"

#include <archive.h>
#include <archive_entry.h>

#include <functional>
#include <memory>
#include <string>

namespace lanyard::registry {

namespace {

constexpr int fileMode = 0644;
constexpr qsizetype overheadBytesMax = 20 * 1024; ///< of a tar file of one small file

struct ArchiveDeleter
{
    void operator()(::archive *archive) const { archive_write_free(archive); }
};

struct EntryDeleter
{
    void operator()(archive_entry *entry) const { archive_entry_free(entry); }
};

/// An archive with one file. Nothing of it can fail: memory and names are as they have to be.
QByteArray archiveOf(const std::function<void(::archive *)> &setUp, std::string_view name,
                     const QByteArray &bytes)
{
    const std::unique_ptr<::archive, ArchiveDeleter> archive(archive_write_new());
    setUp(archive.get());
    QByteArray written(bytes.size() + overheadBytesMax, '\0');
    std::size_t size = 0;
    archive_write_open_memory(archive.get(), written.data(),
                              static_cast<std::size_t>(written.size()), &size);

    const std::unique_ptr<archive_entry, EntryDeleter> entry(archive_entry_new());
    archive_entry_set_pathname(entry.get(), std::string(name).c_str());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), fileMode);
    archive_entry_set_mtime(entry.get(), 0, 0);
    archive_entry_set_size(entry.get(), bytes.size());
    archive_write_header(archive.get(), entry.get());
    archive_write_data(archive.get(), bytes.constData(), static_cast<std::size_t>(bytes.size()));
    [[maybe_unused]] const int status = archive_write_close(archive.get());
    Q_ASSERT(status == ARCHIVE_OK);
    written.resize(static_cast<qsizetype>(size));
    return written;
}

} // namespace

ProbeLayer makeProbeLayer(std::string_view fileName, const QByteArray &text)
{
    ProbeLayer layer;
    layer.tar = archiveOf([](::archive *archive) { archive_write_set_format_ustar(archive); },
                          fileName, text);
    layer.compressed = archiveOf(
        [](::archive *archive) {
            archive_write_add_filter_gzip(archive);
            // None: else the time of now is in it.
            archive_write_set_filter_option(archive, "gzip", "timestamp", nullptr);
            archive_write_set_format_raw(archive);
        },
        fileName, layer.tar);
    return layer;
}

} // namespace lanyard::registry
