// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bytesource.h"
#include "core/result.h"

#include <QByteArray>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace lanyard::archive {

/// Writes the files of an OCI image layout into a new folder, or a new tar file. They lie beside
/// their place until finish(), which makes them durable and gives them that; destroyed before, it
/// leaves nothing.
///
/// One thread, which it blocks. Errors are Io with the path and the reason, or those of a source.
class LayoutWriter
{
public:
    LayoutWriter() = default;
    virtual ~LayoutWriter() = default;
    LayoutWriter(const LayoutWriter &) = delete;
    LayoutWriter &operator=(const LayoutWriter &) = delete;

    /// A tar file where `path` ends in ".tar", else a folder. InvalidInput when there is something
    /// at that path already, or it cannot be written.
    static Result<std::unique_ptr<LayoutWriter>> create(const std::string &path);

    /// `name` is relative to the layout. Corrupt when `next` gives not as many bytes as it said.
    virtual Result<void> add(const std::string &name, std::int64_t size,
                             const ByteSource &next) = 0;
    virtual Result<void> finish() = 0;

    Result<void> add(const std::string &name, const QByteArray &bytes);
};

/// Hands the bytes of a source on to `write`, all `size` of them. Corrupt when there are more or
/// less.
Result<void> copyBytes(const std::string &name, std::int64_t size, const ByteSource &next,
                       const std::function<Result<void>(const QByteArray &)> &write);

} // namespace lanyard::archive
