// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/contenttally.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace lanyard::store {

ContentTally::ContentTally(const ImageSurvey &survey)
    : m_survey(survey)
    , m_linkCounts(survey.contents.size())
{
    for (const ImageSurvey::Repository &repository : survey.repositories) {
        m_needs.emplace_back(repository.links.size());
        const auto need = [&](ContentNumber content) {
            if (const auto place = placeOf(repository.id, content))
                ++m_needs[repository.id][*place];
        };
        for (const NumberedLink &link : repository.links) {
            ++m_linkCounts[link.content];
            if (const auto *children = childrenOf(link))
                std::for_each(children->begin(), children->end(), need);
        }
        for (const ImageSurvey::Image &image : repository.images)
            need(image.manifest);
    }
}

ContentTally::Loss ContentTally::lossOf(RepositoryId repository, ContentNumber manifest) const
{
    const std::vector<NumberedLink> &links = m_survey.repositories[repository].links;
    Loss loss;
    std::unordered_map<std::size_t, std::uint32_t> fewer; // needs, by place
    std::vector<ContentNumber> waiting{manifest};
    for (std::size_t at = 0; at < waiting.size(); ++at) {
        const auto place = placeOf(repository, waiting[at]);
        if (!place || ++fewer[*place] < m_needs[repository][*place])
            continue;
        const NumberedLink &link = links[*place];
        loss.links.push_back(link.content);
        if (isLastLink(link.content))
            loss.files.push_back(link.content);
        if (const auto *children = childrenOf(link))
            waiting.insert(waiting.end(), children->begin(), children->end());
    }
    return loss;
}

ContentTally::Loss
ContentTally::orphansOf(RepositoryId repository,
                        const std::function<bool(const NumberedLink &)> &isTaken) const
{
    const std::vector<NumberedLink> &links = m_survey.repositories[repository].links;
    Loss loss;
    for (std::size_t at = 0; at < links.size(); ++at) {
        if (m_needs[repository][at] > 0 || !isTaken(links[at]))
            continue;
        loss.links.push_back(links[at].content);
        if (isLastLink(links[at].content))
            loss.files.push_back(links[at].content);
    }
    return loss;
}

std::vector<ContentNumber> ContentTally::unlinked() const
{
    std::vector<ContentNumber> found;
    for (ContentNumber content = 0; content < m_linkCounts.size(); ++content) {
        if (m_linkCounts[content] == 0 && m_survey.contents[content].storedBytes)
            found.push_back(content);
    }
    return found;
}

void ContentTally::take(RepositoryId repository, ContentNumber manifest)
{
    const std::vector<NumberedLink> &links = m_survey.repositories[repository].links;
    std::vector<ContentNumber> waiting{manifest};
    for (std::size_t at = 0; at < waiting.size(); ++at) {
        const auto place = placeOf(repository, waiting[at]);
        if (!place || --m_needs[repository][*place] > 0)
            continue;
        --m_linkCounts[links[*place].content];
        if (const auto *children = childrenOf(links[*place]))
            waiting.insert(waiting.end(), children->begin(), children->end());
    }
}

void ContentTally::takeLinks(RepositoryId repository, const std::vector<ContentNumber> &links)
{
    for (const ContentNumber content : links) {
        if (placeOf(repository, content))
            --m_linkCounts[content];
    }
}

void ContentTally::walk(RepositoryId repository, ContentNumber manifest,
                        const std::function<void(const NumberedLink &)> &visit) const
{
    std::unordered_set<ContentNumber> seen{manifest};
    std::vector<ContentNumber> waiting{manifest};
    for (std::size_t at = 0; at < waiting.size(); ++at) {
        const auto place = placeOf(repository, waiting[at]);
        if (!place)
            continue;
        const NumberedLink &link = m_survey.repositories[repository].links[*place];
        visit(link);
        if (const auto *children = childrenOf(link))
            std::copy_if(children->begin(), children->end(), std::back_inserter(waiting),
                         [&seen](ContentNumber child) { return seen.insert(child).second; });
    }
}

std::optional<std::size_t> ContentTally::placeOf(RepositoryId repository,
                                                 ContentNumber content) const
{
    const std::vector<NumberedLink> &links = m_survey.repositories[repository].links;
    const auto place = std::lower_bound(
        links.begin(), links.end(), content,
        [](const NumberedLink &link, ContentNumber to) { return link.content < to; });
    if (place == links.end() || place->content != content)
        return std::nullopt;
    return static_cast<std::size_t>(place - links.begin());
}

/// nullptr: it names nothing that would count.
const std::vector<ContentNumber> *ContentTally::childrenOf(const NumberedLink &link) const
{
    if (!link.isManifest)
        return nullptr;
    const auto children = m_survey.children.find(link.content);
    return children == m_survey.children.end() ? nullptr : &children->second;
}

bool ContentTally::isLastLink(ContentNumber content) const
{
    return m_linkCounts[content] == 1 && m_survey.contents[content].storedBytes.has_value();
}

} // namespace lanyard::store
