// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"

#include <QCommandLineOption>
#include <QCommandLineParser>

#include <optional>
#include <tl/expected.hpp>

namespace lanyard::cli {

/// --config and --data, by which every command that works on a cache finds it.
class CacheOptions
{
public:
    /// Adds both to what the parser knows.
    explicit CacheOptions(QCommandLineParser &parser);

    /// The configuration that the arguments mean, after printing what is wrong with its file.
    /// Otherwise the exit status, when a file cannot be used or an argument is wrong.
    tl::expected<Config, int> load(const QCommandLineParser &parser, const QString &command) const;

private:
    const QCommandLineOption m_config;
    const QCommandLineOption m_data;
};

} // namespace lanyard::cli
