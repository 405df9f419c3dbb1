// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/catalogueexport.h"

#include "core/limits.h"

#include <utility>

namespace lanyard::store {

CatalogueExport::CatalogueExport(const Catalogue &catalogue)
    : m_catalogue(catalogue)
    , m_repositories(static_cast<RepositoryId>(catalogue.repositoryCount()))
{
}

std::vector<IndexChange> CatalogueExport::next()
{
    while (m_changes.empty() && m_part != Part::End) {
        switch (m_part) {
        case Part::Names:
            addNames();
            break;
        case Part::Contents:
            addContents();
            break;
        case Part::Links:
            addLinks();
            break;
        case Part::Tags:
            addTags();
            break;
        case Part::Pins:
            addPins();
            break;
        case Part::End:
            break;
        }
    }
    return std::exchange(m_changes, {});
}

void CatalogueExport::addNames()
{
    m_changes.emplace_back(AllForgotten());
    for (RepositoryId repository = 0; repository < m_repositories; ++repository) {
        const std::string name = m_catalogue.repositoryName(repository);
        const RepositoryNames names = splitRepositoryName(name);
        m_changes.emplace_back(RepositoryAdded{.repository = repository,
                                               .registry = std::string(names.registry),
                                               .name = std::string(names.repository)});
        m_changes.emplace_back(
            AccessSet{.repository = repository, .access = m_catalogue.access(repository)});
    }
    m_part = Part::Contents;
}

void CatalogueExport::addContents()
{
    std::vector<ContentEntry> entries = m_catalogue.contents(m_content, limits::catalogueStepMax);
    m_content += static_cast<ContentNumber>(entries.size());
    for (ContentEntry &entry : entries) {
        if (entry.storedSize)
            m_changes.emplace_back(
                ContentStored{.digest = entry.digest, .size = *entry.storedSize});
        if (entry.children)
            m_changes.emplace_back(
                ManifestRead{.manifest = entry.digest, .children = std::move(*entry.children)});
    }
    if (entries.empty())
        m_part = Part::Links;
}

void CatalogueExport::addLinks()
{
    if (m_repository == m_repositories) {
        m_repository = 0;
        m_part = Part::Tags;
        return;
    }
    std::vector<LinkEntry> entries =
        m_catalogue.links(m_repository, m_link, limits::catalogueStepMax);
    for (LinkEntry &entry : entries) {
        m_link = entry.content + 1;
        const Digest digest = entry.descriptor.digest;
        m_changes.emplace_back(ContentLinked{.repository = m_repository,
                                             .descriptor = std::move(entry.descriptor),
                                             .isManifest = entry.isManifest});
        if (entry.usedAtMs > 0)
            m_changes.emplace_back(ContentUsed{.repository = m_repository,
                                               .digest = digest,
                                               .usedAtMs = entry.usedAtMs,
                                               .pulls = entry.pulls});
    }
    if (entries.empty()) {
        ++m_repository;
        m_link = 0;
    }
}

void CatalogueExport::addTags()
{
    if (m_repository == m_repositories) {
        m_repository = 0;
        m_part = Part::Pins;
        return;
    }
    std::vector<TagEntry> entries =
        m_catalogue.tagEntries(m_repository, m_tag, limits::catalogueStepMax);
    for (TagEntry &entry : entries) {
        m_tag = entry.tag;
        m_changes.emplace_back(TagSet{.repository = m_repository,
                                      .tag = std::move(entry.tag),
                                      .digest = entry.state.digest,
                                      .checkedAtMs = entry.state.checkedAtMs});
    }
    if (entries.empty()) {
        ++m_repository;
        m_tag.clear();
    }
}

/// They are few: what a person has chosen.
void CatalogueExport::addPins()
{
    if (m_repository == m_repositories) {
        m_part = Part::End;
        return;
    }
    for (const std::string &name : m_catalogue.pins(m_repository)) {
        m_changes.emplace_back(PinSet{.repository = m_repository, .name = name, .isPinned = true});
        if (const auto seen = m_catalogue.seenTag(m_repository, name))
            m_changes.emplace_back(TagSeen{.repository = m_repository, .tag = name, .seen = *seen});
    }
    ++m_repository;
}

} // namespace lanyard::store
