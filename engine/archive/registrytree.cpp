// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/registrytree.h"

#include "archive/filecontent.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>
#include <utility>

namespace lanyard::archive {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t linkBytesMax = 256;

/// The names in a folder, ascending; none where there is no such folder.
std::vector<std::string> namesIn(const fs::path &folder)
{
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error))
        names.push_back(entry->path().filename());
    std::sort(names.begin(), names.end());
    return names;
}

/// What a link in this folder points to; nullopt: nothing.
std::optional<Digest> linkIn(const fs::path &folder)
{
    const Result<QByteArray> text =
        readSmallFile(store::Folder::openReadOnly(folder), "link", linkBytesMax);
    return text ? Digest::parse(text->trimmed().toStdString()) : std::nullopt;
}

void addImages(const fs::path &manifests, const std::string &name,
               std::vector<ArchivedImage> &images)
{
    std::unordered_set<Digest> tagged;
    const auto add = [&images](std::string whole, const Digest &digest) {
        images.push_back({.name = std::move(whole), .manifest = {.digest = digest}});
    };
    const fs::path tags = manifests / "tags";
    for (const std::string &tag : namesIn(tags)) {
        if (const auto digest = linkIn(tags / tag / "current")) {
            add(std::string(name).append(":").append(tag), *digest);
            tagged.insert(*digest);
        }
    }
    const fs::path revisions = manifests / "revisions";
    for (const std::string &algorithm : namesIn(revisions)) {
        for (const std::string &hex : namesIn(revisions / algorithm)) {
            const auto digest = linkIn(revisions / algorithm / hex);
            if (digest && !tagged.contains(*digest))
                add(name + '@' + digest->toString(), *digest);
        }
    }
}

} // namespace

std::optional<std::string> RegistryTree::rootIn(const std::string &path)
{
    constexpr std::array roots{"", "v2", "registry/v2", "docker/registry/v2"};
    for (const char *below : roots) {
        const fs::path root = fs::path(path) / below;
        std::error_code error;
        if (fs::is_directory(root / "repositories", error) &&
            fs::is_directory(root / "blobs", error))
            return root.string();
    }
    return std::nullopt;
}

RegistryTree::RegistryTree(std::string root, std::string registry, std::stop_token stop)
    : m_root(std::move(root))
    , m_registry(std::move(registry))
    , m_stop(std::move(stop))
{
}

Result<std::vector<ArchivedImage>> RegistryTree::images()
{
    const fs::path repositories = fs::path(m_root) / "repositories";
    std::vector<ArchivedImage> images;
    std::error_code error;
    fs::recursive_directory_iterator entry(repositories, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        if (m_stop.stop_requested())
            return givenUp();
        // A repository may lie within another; what begins so is none.
        const std::string name = entry->path().filename();
        if (!name.starts_with('_'))
            continue;
        entry.disable_recursion_pending();
        if (name == "_manifests")
            addImages(entry->path(),
                      m_registry + '/' +
                          fs::relative(entry->path().parent_path(), repositories, error).string(),
                      images);
    }
    if (error)
        return failure(ErrorCode::Io, Message::at(repositories.string(), error.message()));
    return images;
}

Result<void> RegistryTree::read(const std::unordered_set<Digest> &wanted, const Take &take)
{
    for (const Digest &digest : wanted) {
        const std::string hex = digest.hex();
        const fs::path folder =
            fs::path(m_root) / "blobs" / digest.algorithmName() / hex.substr(0, 2) / hex;
        Result<void> taken =
            takeFile(store::Folder::openReadOnly(folder), "data", digest, m_stop, take);
        if (!taken)
            return taken;
    }
    return {};
}

} // namespace lanyard::archive
