// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/foldersource.h"

#include "archive/filecontent.h"
#include "archive/layoutindex.h"
#include "core/limits.h"
#include "store/layout.h"

#include <utility>

namespace lanyard::archive {

FolderSource::FolderSource(std::string path, std::stop_token stop)
    : m_path(std::move(path))
    , m_stop(std::move(stop))
{
}

Result<std::vector<ArchivedImage>> FolderSource::images()
{
    return readSmallFile(store::Folder::openReadOnly(m_path), store::Layout::imageIndexName,
                         limits::imageIndexBytesMax)
        .map([](const QByteArray &json) { return imagesOfLayout(json); });
}

Result<void> FolderSource::read(const std::unordered_set<Digest> &wanted, const Take &take)
{
    using Algorithm = Digest::Algorithm;
    const std::string blobs = m_path + "/blobs/";
    const store::Folder sha256 = store::Folder::openReadOnly(blobs + "sha256");
    const store::Folder sha512 = store::Folder::openReadOnly(blobs + "sha512");
    for (const Digest &digest : wanted) {
        const store::Folder &folder = digest.algorithm() == Algorithm::Sha256 ? sha256 : sha512;
        if (Result<void> taken = takeFile(folder, digest.hex(), digest, m_stop, take); !taken)
            return taken;
    }
    return {};
}

} // namespace lanyard::archive
