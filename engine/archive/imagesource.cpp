// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/imagesource.h"

#include "archive/foldersource.h"
#include "archive/registrytree.h"
#include "archive/tarsource.h"
#include "store/layout.h"

#include <filesystem>
#include <system_error>

namespace lanyard::archive {

namespace fs = std::filesystem;

Result<std::unique_ptr<ImageSource>> openImageSource(const std::string &path,
                                                     const SourceOptions &options)
{
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found)
        return failure(ErrorCode::NotFound, Message::at(path, error.message()));
    if (error)
        return failure(ErrorCode::Io, Message::at(path, error.message()));
    if (status.type() == fs::file_type::regular)
        return std::make_unique<TarSource>(path, options.stop);
    if (status.type() != fs::file_type::directory)
        return failure(
            ErrorCode::InvalidInput,
            Message::at(path, QT_TRANSLATE_NOOP("engine", "neither a folder nor a file")));
    if (fs::exists(fs::path(path) / store::Layout::imageIndexName, error))
        return std::make_unique<FolderSource>(path, options.stop);
    if (auto root = RegistryTree::rootIn(path))
        return std::make_unique<RegistryTree>(std::move(*root), options.registry, options.stop);
    return failure(
        ErrorCode::InvalidInput,
        Message::at(path,
                    QT_TRANSLATE_NOOP("engine",
                                      "neither an OCI image layout (it has no index.json) nor the "
                                      "storage of a registry (it has no docker/registry/v2)")));
}

} // namespace lanyard::archive
