// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/layoutwriter.h"

#include <QSaveFile>

#include <archive.h>

namespace lanyard::archive {

/// Without compression: layers are compressed already. The same content gives the same bytes.
class TarWriter final : public LayoutWriter
{
public:
    static Result<std::unique_ptr<LayoutWriter>> create(const std::string &path);
    ~TarWriter() override;

    using LayoutWriter::add;
    Result<void> add(const std::string &name, std::int64_t size, const ByteSource &next) override;
    Result<void> finish() override;

private:
    struct ArchiveDeleter
    {
        void operator()(::archive *archive) const;
    };

    explicit TarWriter(const std::string &path);
    Result<void> open();
    /// Called by the archive.
    static la_ssize_t write(::archive *archive, void *writer, const void *bytes, std::size_t size);
    tl::unexpected<Error> refusal(const Message &reason, ErrorCode code = ErrorCode::Io) const;
    tl::unexpected<Error> archiveRefusal() const;

    const std::string m_path;
    QSaveFile m_file;
    bool m_isGivenUp = false;
    std::unique_ptr<::archive, ArchiveDeleter> m_archive;
};

} // namespace lanyard::archive
