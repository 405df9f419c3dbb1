// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/tarwriter.h"

#include <archive_entry.h>

#include <cerrno>

namespace lanyard::archive {

namespace {

constexpr mode_t fileMode = 0644;
constexpr std::size_t recordBytes = 256 * 1024;

struct EntryDeleter
{
    void operator()(archive_entry *entry) const { archive_entry_free(entry); }
};

} // namespace

void TarWriter::ArchiveDeleter::operator()(::archive *archive) const
{
    archive_write_free(archive);
}

Result<std::unique_ptr<LayoutWriter>> TarWriter::create(const std::string &path)
{
    std::unique_ptr<TarWriter> writer(new TarWriter(path));
    return writer->open().map(
        [&writer]() -> std::unique_ptr<LayoutWriter> { return std::move(writer); });
}

TarWriter::TarWriter(const std::string &path)
    : m_path(path)
    , m_file(QString::fromStdString(path))
    , m_archive(archive_write_new())
{
}

TarWriter::~TarWriter()
{
    // It closes in any case, else it keeps its memory; but of a long entry that is not whole it
    // would write zeros to the end, for a file that goes.
    m_isGivenUp = true;
    archive_write_close(m_archive.get());
}

Result<void> TarWriter::open()
{
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return refusal(m_file.errorString(), ErrorCode::InvalidInput);
    archive_write_set_format_pax_restricted(m_archive.get());
    archive_write_set_bytes_per_block(m_archive.get(), recordBytes);
    archive_write_set_bytes_in_last_block(m_archive.get(), 1);
    if (archive_write_open(m_archive.get(), this, nullptr, &TarWriter::write, nullptr) !=
        ARCHIVE_OK)
        return archiveRefusal();
    return {};
}

Result<void> TarWriter::add(const std::string &name, std::int64_t size, const ByteSource &next)
{
    const std::unique_ptr<archive_entry, EntryDeleter> entry(archive_entry_new());
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), fileMode);
    archive_entry_set_size(entry.get(), size);
    archive_entry_set_mtime(entry.get(), 0, 0);
    if (archive_write_header(m_archive.get(), entry.get()) != ARCHIVE_OK)
        return archiveRefusal();
    return copyBytes(name, size, next, [this](const QByteArray &bytes) -> Result<void> {
        const la_ssize_t written = archive_write_data(m_archive.get(), bytes.constData(),
                                                      static_cast<std::size_t>(bytes.size()));
        return written == bytes.size() ? Result<void>() : archiveRefusal();
    });
}

la_ssize_t TarWriter::write(::archive *archive, void *writer, const void *bytes, std::size_t size)
{
    auto &self = *static_cast<TarWriter *>(writer);
    if (self.m_isGivenUp)
        return ARCHIVE_FATAL;
    const qint64 written =
        self.m_file.write(static_cast<const char *>(bytes), static_cast<qint64>(size));
    if (written < 0)
        archive_set_error(archive, EIO, "%s", qPrintable(self.m_file.errorString()));
    return written;
}

Result<void> TarWriter::finish()
{
    if (archive_write_close(m_archive.get()) != ARCHIVE_OK)
        return archiveRefusal();
    if (!m_file.commit())
        return refusal(m_file.errorString());
    return {};
}

tl::unexpected<Error> TarWriter::refusal(const Message &reason, ErrorCode code) const
{
    return failure(
        code, Message::at(m_path, {QT_TRANSLATE_NOOP("engine", "cannot write it: %1"), {reason}}));
}

tl::unexpected<Error> TarWriter::archiveRefusal() const
{
    const char *reason = archive_error_string(m_archive.get());
    return refusal(reason != nullptr ? Message(std::string(reason))
                                     : Message(QT_TRANSLATE_NOOP("engine", "no reason was given")));
}

} // namespace lanyard::archive
