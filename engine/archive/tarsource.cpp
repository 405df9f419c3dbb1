// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/tarsource.h"

#include "archive/filecontent.h"
#include "archive/layoutindex.h"
#include "archive/tarreader.h"
#include "core/limits.h"
#include "store/layout.h"

#include <optional>
#include <string_view>
#include <utility>

namespace lanyard::archive {

namespace {

constexpr std::string_view dockerIndexName = "manifest.json";

/// The digest by which a layout names this file; nullopt: it is no content.
std::optional<Digest> digestOf(std::string_view name)
{
    constexpr std::string_view folder = "blobs/";
    if (!name.starts_with(folder))
        return std::nullopt;
    std::string digest(name.substr(folder.size()));
    const std::size_t slash = digest.find('/');
    if (slash != std::string::npos)
        digest[slash] = ':';
    return Digest::parse(digest);
}

Result<QByteArray> readIndex(TarReader &reader, const TarReader::File &file)
{
    if (file.size > limits::imageIndexBytesMax)
        return failure(
            ErrorCode::InvalidInput,
            Message::at(file.name, {QT_TRANSLATE_NOOP("engine", "it has more than %1 bytes"),
                                    {std::to_string(limits::imageIndexBytesMax)}}));
    return readToEnd([&reader] { return reader.read(); });
}

} // namespace

TarSource::TarSource(std::string path, std::stop_token stop)
    : m_path(std::move(path))
    , m_stop(std::move(stop))
{
}

Result<std::vector<ArchivedImage>> TarSource::images()
{
    TarReader reader(m_path, m_stop);
    if (const Result<void> opened = reader.open(); !opened)
        return tl::unexpected(opened.error());
    bool isOfDocker = false;
    while (true) {
        const Result<std::optional<TarReader::File>> file = reader.next();
        if (!file)
            return tl::unexpected(file.error());
        if (!*file)
            break;
        if ((*file)->name == store::Layout::imageIndexName)
            return readIndex(reader, **file).map([](const QByteArray &json) {
                return imagesOfLayout(json);
            });
        isOfDocker = isOfDocker || (*file)->name == dockerIndexName;
    }
    return failure(
        ErrorCode::InvalidInput,
        Message::at(
            m_path,
            isOfDocker
                ? QT_TRANSLATE_NOOP(
                      "engine", "no OCI image layout: it has no index.json. `docker save` before "
                                "Docker 25 does not keep the manifests that a registry serves")
                : QT_TRANSLATE_NOOP("engine", "no OCI image layout: it has no index.json")));
}

Result<void> TarSource::read(const std::unordered_set<Digest> &wanted, const Take &take)
{
    TarReader reader(m_path, m_stop);
    if (Result<void> opened = reader.open(); !opened)
        return opened;
    std::unordered_set<Digest> left = wanted;
    while (!left.empty()) {
        const Result<std::optional<TarReader::File>> file = reader.next();
        if (!file)
            return tl::unexpected(file.error());
        if (!*file)
            break;
        const auto digest = digestOf((*file)->name);
        if (!digest || left.erase(*digest) == 0)
            continue;
        Result<void> taken = take({.digest = *digest, .size = (*file)->size, .next = [&reader] {
                                       return reader.read();
                                   }});
        if (!taken)
            return taken;
    }
    return {};
}

} // namespace lanyard::archive
