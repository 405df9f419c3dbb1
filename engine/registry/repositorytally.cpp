// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/repositorytally.h"

#include "core/limits.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace lanyard::registry {

namespace {

using store::ContentNumber;

std::vector<std::int64_t> storedBytesOf(const store::Catalogue &catalogue)
{
    std::vector<std::int64_t> bytes;
    while (true) {
        const std::vector<store::NumberedContent> step = catalogue.numberedContents(
            static_cast<ContentNumber>(bytes.size()), limits::catalogueStepMax);
        if (step.empty())
            return bytes;
        for (const store::NumberedContent &content : step)
            bytes.push_back(content.storedSize.value_or(0));
    }
}

/// Calls `use` with each piece of content that is linked to a repository.
template <typename Use>
void forEachLink(const store::Catalogue &catalogue, store::RepositoryId repository, Use use)
{
    ContentNumber next = 0;
    while (true) {
        const std::vector<store::NumberedLink> step =
            catalogue.numberedLinks(repository, next, limits::catalogueStepMax);
        if (step.empty())
            return;
        for (const store::NumberedLink &link : step)
            use(link.content);
        next = step.back().content + 1;
    }
}

/// Counts one kind of names: which content they have, then what of it others have, too.
class Tally
{
public:
    explicit Tally(const std::vector<std::int64_t> &bytes)
        : m_bytes(bytes)
        , m_owners(bytes.size())
        , m_seenBy(bytes.size())
    {
    }

    void beginName() { ++m_name; }

    /// In the first pass: the bytes that the name of the moment gets by it.
    std::int64_t own(ContentNumber content)
    {
        if (!isFirst(content))
            return 0;
        ++m_owners[content];
        return m_bytes[content];
    }

    /// In the second pass: those of them that it shares.
    std::int64_t share(ContentNumber content)
    {
        return isFirst(content) && m_owners[content] > 1 ? m_bytes[content] : 0;
    }

private:
    /// Content that came while it counts is left for the next time.
    bool isFirst(ContentNumber content)
    {
        if (content >= m_bytes.size() || m_seenBy[content] == m_name)
            return false;
        m_seenBy[content] = m_name;
        return true;
    }

    const std::vector<std::int64_t> &m_bytes;
    std::vector<std::uint32_t> m_owners;
    std::vector<std::uint32_t> m_seenBy; ///< the last name that had it
    std::uint32_t m_name = 0;
};

struct Repository
{
    store::RepositoryId id = 0;
    StoredSize size;
};

struct Registry
{
    StoredSize size;
    std::vector<Repository> repositories;
};

std::map<std::string, Registry> namesOf(const store::Catalogue &catalogue)
{
    std::map<std::string, Registry> registries;
    const std::size_t count = catalogue.repositoryCount();
    for (std::size_t i = 0; i < count; ++i) {
        const auto id = static_cast<store::RepositoryId>(i);
        const std::string name = catalogue.repositoryName(id);
        const std::string registry(store::splitRepositoryName(name).registry);
        Registry &found = registries[registry];
        found.size.name = QByteArray::fromStdString(registry);
        found.repositories.push_back({.id = id, .size = {.name = QByteArray::fromStdString(name)}});
    }
    return registries;
}

RepositorySizes resultOf(std::map<std::string, Registry> registries)
{
    RepositorySizes sizes;
    for (auto &[name, registry] : registries) {
        if (registry.size.storedBytes > 0)
            sizes.registries.append(registry.size);
        for (const Repository &repository : registry.repositories) {
            if (repository.size.storedBytes > 0)
                sizes.repositories.append(repository.size);
        }
    }
    std::sort(
        sizes.repositories.begin(), sizes.repositories.end(),
        [](const StoredSize &left, const StoredSize &right) { return left.name < right.name; });
    return sizes;
}

} // namespace

RepositorySizes tallyRepositories(const store::Catalogue &catalogue)
{
    const std::vector<std::int64_t> bytes = storedBytesOf(catalogue);
    std::map<std::string, Registry> registries = namesOf(catalogue);
    Tally ofRegistries(bytes);
    Tally ofRepositories(bytes);
    const auto count = [&](std::int64_t (Tally::*add)(ContentNumber),
                           std::int64_t StoredSize::*sum) {
        for (auto &[name, registry] : registries) {
            ofRegistries.beginName();
            for (Repository &repository : registry.repositories) {
                ofRepositories.beginName();
                forEachLink(catalogue, repository.id, [&](ContentNumber content) {
                    registry.size.*sum += (ofRegistries.*add)(content);
                    repository.size.*sum += (ofRepositories.*add)(content);
                });
            }
        }
    };
    count(&Tally::own, &StoredSize::storedBytes);
    count(&Tally::share, &StoredSize::sharedBytes);
    RepositorySizes sizes = resultOf(std::move(registries));
    sizes.storedBytes = catalogue.storedBytes();
    return sizes;
}

} // namespace lanyard::registry
