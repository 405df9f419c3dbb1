// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/tarreader.h"

#include "archive/filecontent.h"
#include "core/limits.h"

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <string_view>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace lanyard::archive {

namespace {

constexpr qsizetype blockBytes = 256 * 1024;

std::string systemReason()
{
    return std::generic_category().message(errno);
}

/// Only what libarchive reads by itself: for the rest it would start other programs.
void allowFilters(::archive *archive)
{
    constexpr std::array filters{archive_read_support_filter_gzip,
                                 archive_read_support_filter_bzip2, archive_read_support_filter_xz,
                                 archive_read_support_filter_zstd, archive_read_support_filter_lz4};
    for (const auto allow : filters)
        allow(archive);
}

} // namespace

void TarReader::ArchiveDeleter::operator()(::archive *archive) const
{
    archive_read_free(archive);
}

TarReader::TarReader(std::string path, std::stop_token stop)
    : m_path(std::move(path))
    , m_stop(std::move(stop))
    , m_block(blockBytes, Qt::Uninitialized)
    , m_archive(archive_read_new())
{
}

TarReader::~TarReader() = default;

Result<void> TarReader::open()
{
    m_file.reset(::open(m_path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!m_file.isValid())
        return failure(errno == ENOENT ? ErrorCode::NotFound : ErrorCode::Io,
                       Message::at(m_path, {QT_TRANSLATE_NOOP("engine", "cannot open it: %1"),
                                            {systemReason()}}));
    allowFilters(m_archive.get());
    archive_read_support_format_tar(m_archive.get());
    if (archive_read_open2(m_archive.get(), this, nullptr, readBlock, skipBytes, nullptr) !=
        ARCHIVE_OK)
        return trouble();
    return {};
}

Result<std::optional<TarReader::File>> TarReader::next()
{
    while (true) {
        archive_entry *entry = nullptr;
        const int status = archive_read_next_header(m_archive.get(), &entry);
        if (status == ARCHIVE_EOF)
            return std::nullopt;
        if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
            return trouble();
        if (auto file = fileOf(entry))
            return file;
    }
}

std::optional<TarReader::File> TarReader::fileOf(archive_entry *entry)
{
    const char *name = archive_entry_pathname(entry);
    if (name == nullptr || archive_entry_filetype(entry) != AE_IFREG ||
        archive_entry_hardlink(entry) != nullptr)
        return std::nullopt;
    std::string_view path = name;
    if (path.starts_with("./"))
        path.remove_prefix(2);
    return File{.name = std::string(path), .size = archive_entry_size(entry)};
}

Result<QByteArray> TarReader::read()
{
    QByteArray bytes(limits::archiveChunkBytes, Qt::Uninitialized);
    const la_ssize_t got =
        archive_read_data(m_archive.get(), bytes.data(), static_cast<std::size_t>(bytes.size()));
    if (got < 0)
        return trouble();
    bytes.truncate(static_cast<qsizetype>(got));
    return bytes;
}

ssize_t TarReader::readBlock(::archive *archive, void *self, const void **block)
{
    auto &reader = *static_cast<TarReader *>(self);
    if (reader.m_stop.stop_requested()) {
        reader.m_trouble = givenUp().value();
        archive_set_error(archive, ECANCELED, "stopped");
        return -1;
    }
    ssize_t got = 0;
    do {
        got = ::read(reader.m_file.get(), reader.m_block.data(),
                     static_cast<std::size_t>(reader.m_block.size()));
    } while (got < 0 && errno == EINTR);
    if (got < 0) {
        reader.m_trouble =
            Error{.code = ErrorCode::Io,
                  .message =
                      Message::at(reader.m_path, {QT_TRANSLATE_NOOP("engine", "cannot read it: %1"),
                                                  {systemReason()}})};
        archive_set_error(archive, errno, "not readable");
        return -1;
    }
    *block = reader.m_block.constData();
    return got;
}

/// How many were skipped; libarchive reads the rest itself. Never beyond the end: what a cut
/// archive lacks is noticed by reading only.
std::int64_t TarReader::skipBytes(::archive * /*archive*/, void *self, std::int64_t count)
{
    const auto &reader = *static_cast<TarReader *>(self);
    struct stat status = {};
    const off_t here = lseek(reader.m_file.get(), 0, SEEK_CUR);
    if (here < 0 || fstat(reader.m_file.get(), &status) != 0)
        return 0;
    const std::int64_t step = std::clamp<std::int64_t>(status.st_size - here, 0, count);
    return lseek(reader.m_file.get(), step, SEEK_CUR) < 0 ? 0 : step;
}

tl::unexpected<Error> TarReader::trouble() const
{
    if (m_trouble)
        return tl::unexpected(*m_trouble);
    const char *reason = archive_error_string(m_archive.get());
    return failure(ErrorCode::InvalidInput,
                   Message::at(m_path, reason != nullptr ? Message(std::string(reason))
                                                         : Message(QT_TRANSLATE_NOOP(
                                                               "engine", "it cannot be read"))));
}

} // namespace lanyard::archive
