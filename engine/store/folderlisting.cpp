// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/folderlisting.h"

#include <utility>

namespace lanyard::store {

FolderListing::FolderListing(const std::string &path)
    : m_stream(opendir(path.c_str()))
{
}

std::vector<std::string> FolderListing::next(std::size_t max)
{
    std::vector<std::string> names;
    while (m_stream && names.size() < max) {
        // readdir(3) is safe on a stream that only one thread has.
        const dirent *entry = readdir(m_stream.get()); // NOLINT(concurrency-mt-unsafe)
        if (entry == nullptr)
            break;
        std::string name = static_cast<const char *>(entry->d_name);
        if (name != "." && name != "..")
            names.push_back(std::move(name));
    }
    return names;
}

} // namespace lanyard::store
