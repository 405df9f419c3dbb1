// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/settingsfile.h"

#include "config/configfile.h"
#include "config/editedtext.h"
#include "config/firstfile.h"
#include "config/settingsedit.h"
#include "core/limits.h"
#include "core/replacefile.h"

#include <QFileInfo>

#include <optional>
#include <utility>

namespace lanyard::config {

namespace {

tl::unexpected<Error> about(const QString &path, const Error &error)
{
    return failure(error.code, Message::at(path, error.message));
}

/// nullopt: there is no file.
Result<std::optional<QByteArray>> textOf(const QString &path)
{
    auto text = readSmallFile(path, limits::configBytesMax);
    if (text)
        return std::optional(std::move(*text));
    if (text.error().code == ErrorCode::NotFound)
        return std::optional<QByteArray>();
    return about(path, text.error());
}

Message readOnlyReason(const QString &path, const Result<std::optional<QByteArray>> &text)
{
    if (!text)
        return text.error().message;
    if (*text) {
        const auto editable = readEditable(**text, path, readSmallFile);
        if (!editable)
            return editable.error().message;
        // Another file takes its place.
        if (!QFileInfo(QFileInfo(QFileInfo(path).canonicalFilePath()).path()).isWritable())
            return Message::at(path,
                               QT_TRANSLATE_NOOP("engine", "its folder cannot be written by you"));
    }
    return {};
}

} // namespace

SettingsFile readSettings(const QString &path)
{
    const auto text = textOf(path);
    SettingsFile file{.path = path, .readOnlyReason = readOnlyReason(path, text)};
    if (text && !*text) {
        file.settings = settingsOf(firstFileConfig());
        return file;
    }
    file.isThere = true;
    LoadedConfig loaded = loadConfigFile(path, systemEnvironment());
    file.diagnostics = std::move(loaded.diagnostics);
    if (loaded.config)
        file.settings = settingsOf(*loaded.config);
    return file;
}

Result<Config> writeSettings(const SettingsChange &change)
{
    const QString &path = change.path;
    const auto text = textOf(path);
    if (!text)
        return tl::unexpected<Error>(text.error());
    const QByteArray before = text->value_or(firstFileText());
    const auto now = readEditable(before, path, readSmallFile);
    if (!now)
        return tl::unexpected<Error>(now.error());
    const auto after = withSettings(
        before, path, merged(settingsOf(now->config), change.before, change.wanted), readSmallFile);
    if (!after)
        return tl::unexpected<Error>(after.error());
    Result<void> written;
    if (!*text)
        written = makeFile(path, *after);
    else if (*after != before)
        written = replaceFile(path, before, *after);
    if (!written)
        return *text ? about(path, written.error()) : tl::unexpected<Error>(written.error());
    LoadedConfig loaded = readConfig(*after, path, readSmallFile);
    loaded.config->file = path;
    return std::move(*loaded.config);
}

} // namespace lanyard::config
