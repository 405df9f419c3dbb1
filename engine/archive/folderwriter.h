// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/layoutwriter.h"

namespace lanyard::archive {

class FolderWriter final : public LayoutWriter
{
public:
    static Result<std::unique_ptr<LayoutWriter>> create(const std::string &path);
    ~FolderWriter() override;

    using LayoutWriter::add;
    Result<void> add(const std::string &name, std::int64_t size, const ByteSource &next) override;
    Result<void> finish() override;

private:
    explicit FolderWriter(std::string path);

    const std::string m_path;
    const std::string m_unfinished; ///< where it is until it is whole
};

} // namespace lanyard::archive
