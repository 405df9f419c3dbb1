// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filestamp.h"
#include "core/result.h"
#include "store/layout.h"

#include <string>

namespace lanyard::store {

/// A look at whether a disk can be used: the data folder is there, and is the one that it was when
/// this object was made (a disk that is not mounted any more leaves an empty folder in its place);
/// what is stored can be listed, and some of it read. That it is full, or cannot be written, is no
/// failure: what is there is served. A copy is as good as the original.
class DiskLook
{
public:
    explicit DiskLook(const Layout &layout);

    /// Blocks as long as the disk does. The error (NotFound, Io) says what is wrong in a few words
    /// without a path.
    Result<void> operator()() const;

private:
    std::string m_folder;
    std::string m_content;
    std::string m_layoutFile; // there is always this one, where all can be written
    FileStamp m_identity;
};

} // namespace lanyard::store
