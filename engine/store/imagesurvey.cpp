// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/imagesurvey.h"

#include "core/limits.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <unordered_set>
#include <utility>

namespace lanyard::store {

namespace {

/// What is asked of the catalogue about a repository, before its images are told from the rest.
struct RepositoryNotes
{
    std::vector<TagEntry> tags;
    std::set<std::string, std::less<>> pins;
};

class Surveyor
{
public:
    explicit Surveyor(const Catalogue &catalogue)
        : m_catalogue(catalogue)
    {
    }

    ImageSurvey survey()
    {
        const auto count = static_cast<RepositoryId>(m_catalogue.repositoryCount());
        for (RepositoryId id = 0; id < count; ++id)
            copyRepository(id);
        // After the links, so that it has whatever they refer to.
        copyContents();
        for (RepositoryId id = 0; id < count; ++id)
            findImages(m_survey.repositories[id], m_notes[id]);
        return std::move(m_survey);
    }

private:
    void copyRepository(RepositoryId id)
    {
        ImageSurvey::Repository &repository = m_survey.repositories.emplace_back();
        repository.id = id;
        repository.name = m_catalogue.repositoryName(id);
        repository.revision = m_catalogue.linkRevision(id); // before what it vouches for
        ContentNumber first = 0;
        while (true) {
            const auto links = m_catalogue.numberedLinks(id, first, limits::catalogueStepMax);
            if (links.empty())
                break;
            first = links.back().content + 1;
            repository.links.insert(repository.links.end(), links.begin(), links.end());
        }
        RepositoryNotes &notes = m_notes.emplace_back();
        std::string last;
        while (true) {
            auto tags = m_catalogue.tagEntries(id, last, limits::catalogueStepMax);
            if (tags.empty())
                break;
            last = tags.back().tag;
            std::move(tags.begin(), tags.end(), std::back_inserter(notes.tags));
        }
        for (std::string &name : m_catalogue.pins(id))
            notes.pins.insert(std::move(name));
    }

    void copyContents()
    {
        while (true) {
            auto entries = m_catalogue.numberedContents(
                static_cast<ContentNumber>(m_survey.contents.size()), limits::catalogueStepMax);
            if (entries.empty())
                break;
            for (NumberedContent &entry : entries) {
                if (entry.children && entry.storedSize)
                    m_survey.children.emplace(static_cast<ContentNumber>(m_survey.contents.size()),
                                              std::move(*entry.children));
                m_survey.contents.push_back(
                    {.digest = entry.digest, .storedBytes = entry.storedSize});
            }
        }
    }

    void findImages(ImageSurvey::Repository &repository, RepositoryNotes &notes) const
    {
        std::unordered_set<ContentNumber> manifests; // stored
        std::unordered_set<ContentNumber> named;
        for (const NumberedLink &link : repository.links) {
            if (!link.isManifest || !m_survey.contents[link.content].storedBytes)
                continue;
            manifests.insert(link.content);
            const auto children = m_survey.children.find(link.content);
            if (children == m_survey.children.end())
                repository.isKnown = false;
            else
                named.insert(children->second.begin(), children->second.end());
        }
        std::unordered_map<ContentNumber, std::size_t> images; // where they are
        const auto isPinned = [&](ContentNumber manifest) {
            return !notes.pins.empty() &&
                   notes.pins.contains(m_survey.contents[manifest].digest.toString());
        };
        for (TagEntry &tag : notes.tags) {
            if (!manifests.contains(tag.content)) {
                repository.brokenTags.push_back(std::move(tag.tag));
                continue;
            }
            const auto [place, isNew] = images.emplace(tag.content, repository.images.size());
            if (isNew)
                repository.images.push_back(
                    {.manifest = tag.content, .tags = {}, .isPinned = isPinned(tag.content)});
            const bool isTagPinned = notes.pins.contains(tag.tag);
            repository.images[place->second].tags.push_back(
                {.name = std::move(tag.tag), .isPinned = isTagPinned});
        }
        for (const NumberedLink &link : repository.links) {
            if (manifests.contains(link.content) && !named.contains(link.content) &&
                !images.contains(link.content))
                repository.images.push_back(
                    {.manifest = link.content, .tags = {}, .isPinned = isPinned(link.content)});
        }
    }

    const Catalogue &m_catalogue;
    ImageSurvey m_survey;
    std::vector<RepositoryNotes> m_notes; ///< by id
};

} // namespace

ImageSurvey surveyImages(const Catalogue &catalogue)
{
    return Surveyor(catalogue).survey();
}

std::string imageName(const std::string &repository, const std::string &tag, const Digest &manifest)
{
    return tag.empty() ? repository + '@' + manifest.toString() : repository + ':' + tag;
}

} // namespace lanyard::store
