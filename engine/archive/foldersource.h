// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/imagesource.h"

namespace lanyard::archive {

/// An OCI image layout in a folder; the data folder of another Lanyard is one.
class FolderSource final : public ImageSource
{
public:
    FolderSource(std::string path, std::stop_token stop);

    Result<std::vector<ArchivedImage>> images() override;
    Result<void> read(const std::unordered_set<Digest> &wanted, const Take &take) override;

private:
    const std::string m_path;
    const std::stop_token m_stop;
};

} // namespace lanyard::archive
