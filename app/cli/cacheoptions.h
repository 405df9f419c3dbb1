// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"

#include <QCommandLineOption>
#include <QCommandLineParser>

#include <optional>
#include <tl/expected.hpp>

namespace lanyard::cli {

/// What every command takes that asks a cache: --config and --data, by which it finds it, and
/// --json.
class CacheOptions
{
public:
    /// Adds them to what the parser knows.
    explicit CacheOptions(QCommandLineParser &parser);

    /// The configuration that the arguments mean, after printing what is wrong with its file.
    /// Otherwise the exit status, when a file cannot be used or an argument is wrong.
    tl::expected<Config, int> load(const QCommandLineParser &parser, const QString &command) const;

    bool isJson(const QCommandLineParser &parser) const { return parser.isSet(m_json); }

private:
    const QCommandLineOption m_config;
    const QCommandLineOption m_data;
    const QCommandLineOption m_json;
};

} // namespace lanyard::cli
