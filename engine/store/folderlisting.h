// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <dirent.h>
#include <memory>
#include <string>
#include <vector>

namespace lanyard::store {

/// The names in a folder, a few at a time: a million of them are never in memory at once. Files
/// that come or go meanwhile may be listed or not.
///
/// Not thread-safe; may block on the disk.
class FolderListing
{
public:
    /// A folder that cannot be opened has no names.
    explicit FolderListing(const std::string &path);

    /// At most `max` names, in no order; empty: those were all.
    std::vector<std::string> next(std::size_t max);

private:
    struct Closer
    {
        void operator()(DIR *stream) const { closedir(stream); }
    };

    std::unique_ptr<DIR, Closer> m_stream;
};

} // namespace lanyard::store
