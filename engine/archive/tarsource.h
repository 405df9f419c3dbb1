// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/imagesource.h"

namespace lanyard::archive {

/// An OCI image layout in a tar file, as `skopeo copy ... oci-archive:`, `podman save --format
/// oci-archive`, and `docker save` since Docker 25 write it. It is read from its start whenever
/// something is asked for.
class TarSource final : public ImageSource
{
public:
    TarSource(std::string path, std::stop_token stop);

    Result<std::vector<ArchivedImage>> images() override;
    Result<void> read(const std::unordered_set<Digest> &wanted, const Take &take) override;

private:
    const std::string m_path;
    const std::stop_token m_stop;
};

} // namespace lanyard::archive
