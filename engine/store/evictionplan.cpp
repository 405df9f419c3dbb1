// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/evictionplan.h"

#include "core/limits.h"
#include "store/contenttally.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace lanyard::store {

namespace {

using Reason = EvictionPlan::Reason;

/// What is used while a plan is made is later than its time.
constexpr std::int64_t clockSlackMs = std::chrono::milliseconds(std::chrono::hours(1)).count();

/// An image of the survey.
struct Candidate
{
    const ImageSurvey::Repository *repository = nullptr;
    const ImageSurvey::Image *image = nullptr;
    std::int64_t usedAtMs = 0;      ///< as it was noted
    std::int64_t knownUsedAtMs = 0; ///< as far as that can be true
};

class Planner
{
public:
    Planner(const ImageSurvey &survey, const EvictionTerms &terms)
        : m_survey(survey)
        , m_terms(terms)
        , m_tally(survey)
        , m_goneFiles(survey.contents.size())
    {
    }

    EvictionPlan plan()
    {
        if (m_terms.chosen.empty())
            planByUse();
        else
            planChosen();
        if (m_terms.namesSharers)
            nameSharers();
        return std::move(m_plan);
    }

private:
    bool isEnough() const { return m_plan.freedBytes >= m_terms.wantedBytes; }

    bool isInUse(ContentNumber content) const
    {
        return m_terms.isInUse && m_terms.isInUse(m_survey.contents[content].digest);
    }

    /// Of what would go for good: a file, or what is on its way to be one.
    bool isAnyInUse(const ContentTally::Loss &loss) const
    {
        const auto isArriving = [this](ContentNumber content) {
            return !m_survey.contents[content].storedBytes && isInUse(content);
        };
        return std::any_of(loss.files.begin(), loss.files.end(),
                           [this](ContentNumber content) { return isInUse(content); }) ||
               std::any_of(loss.links.begin(), loss.links.end(), isArriving);
    }

    void planByUse()
    {
        if (!isEnough())
            planUnlinked();
        for (const ImageSurvey::Repository &repository : m_survey.repositories) {
            if (!isEnough() && repository.isKnown)
                planOrphans(repository, false);
        }
        if (isEnough())
            return;
        for (const Candidate &candidate : imagesByUse()) {
            if (isEnough())
                return;
            if (!candidate.repository->isKnown)
                keep(candidate, EvictionPlan::KeptBecause::Unknown);
            else if (isPinned(*candidate.image) && !m_terms.takesPinned)
                keep(candidate, EvictionPlan::KeptBecause::Pinned);
            else
                planImage(candidate, Reason::LastUsed);
        }
    }

    std::vector<Candidate> imagesByUse() const
    {
        std::vector<Candidate> candidates;
        for (const ImageSurvey::Repository &repository : m_survey.repositories) {
            for (const ImageSurvey::Image &image : repository.images)
                candidates.push_back(candidateOf(repository, image));
        }
        // Of times that cannot be true, the later is still likely to be the later.
        const auto keyOf = [this](const Candidate &candidate) {
            return std::tie(candidate.knownUsedAtMs, candidate.usedAtMs, candidate.repository->name,
                            m_survey.contents[candidate.image->manifest].digest);
        };
        std::sort(candidates.begin(), candidates.end(),
                  [&keyOf](const Candidate &left, const Candidate &right) {
                      return keyOf(left) < keyOf(right);
                  });
        return candidates;
    }

    Candidate candidateOf(const ImageSurvey::Repository &repository,
                          const ImageSurvey::Image &image) const
    {
        Candidate candidate{.repository = &repository, .image = &image};
        m_tally.walk(repository.id, image.manifest, [&](const NumberedLink &link) {
            if (!link.isManifest)
                return;
            candidate.usedAtMs = std::max(candidate.usedAtMs, link.usedAtMs);
            candidate.knownUsedAtMs = std::max(candidate.knownUsedAtMs, knownUse(link.usedAtMs));
        });
        return candidate;
    }

    /// A use that is yet to come was noted by a clock that was wrong: nobody knows when it was.
    std::int64_t knownUse(std::int64_t usedAtMs) const
    {
        return usedAtMs > m_terms.nowMs + clockSlackMs ? 0 : usedAtMs;
    }

    static bool isPinned(const ImageSurvey::Image &image)
    {
        return image.isPinned ||
               std::any_of(image.tags.begin(), image.tags.end(),
                           [](const ImageSurvey::Tag &tag) { return tag.isPinned; });
    }

    void planChosen()
    {
        std::map<RepositoryId, std::set<std::string, std::less<>>> names;
        for (const ImageChoice &choice : m_terms.chosen)
            names[choice.repository].insert(choice.name);
        for (const auto &[id, chosen] : names) {
            const ImageSurvey::Repository &repository = m_survey.repositories.at(id);
            const bool isWhole = chosen.contains({});
            for (const ImageSurvey::Image &image : repository.images)
                planChosen(candidateOf(repository, image), [&](const std::string &name) {
                    return isWhole || chosen.contains(name);
                });
            if (isWhole)
                planOrphans(repository, true);
        }
        if (m_terms.takesUnlinked)
            planUnlinked();
    }

    /// An image goes with its last tag, or when it is chosen by its digest.
    void planChosen(const Candidate &candidate,
                    const std::function<bool(const std::string &)> &isChosen)
    {
        const ImageSurvey::Image &image = *candidate.image;
        const bool isWhole = isChosen(digestText(image.manifest));
        std::vector<const ImageSurvey::Tag *> going;
        bool isAnyKept = false;
        for (const ImageSurvey::Tag &tag : image.tags) {
            const bool isTagChosen = isWhole || isChosen(tag.name);
            isAnyKept = isAnyKept || (isTagChosen && tag.isPinned && !m_terms.takesPinned);
            if (isTagChosen && (!tag.isPinned || m_terms.takesPinned))
                going.push_back(&tag);
        }
        const bool isLast = going.size() == image.tags.size() && (isWhole || !going.empty());
        isAnyKept = isAnyKept || (isLast && image.isPinned && !m_terms.takesPinned);
        if (isAnyKept)
            keep(candidate, EvictionPlan::KeptBecause::Pinned);
        if (isLast && !isAnyKept)
            planImage(candidate, Reason::Chosen);
        else if (!going.empty() && !isLast)
            planTags(candidate, going);
    }

    void planImage(const Candidate &candidate, Reason reason)
    {
        const RepositoryId id = candidate.repository->id;
        const ContentTally::Loss loss = m_tally.lossOf(id, candidate.image->manifest);
        if (isInUse(candidate.image->manifest) || isAnyInUse(loss)) {
            keep(candidate, EvictionPlan::KeptBecause::InUse);
            return;
        }
        EvictionPlan::Image &planned = begin(candidate.repository, reason);
        planned.name = nameOf(candidate);
        planned.usedAtMs = candidate.usedAtMs;
        for (const ImageSurvey::Tag &tag : candidate.image->tags) {
            planned.tags.push_back(tag.name);
            if (tag.isPinned)
                planned.pins.push_back(tag.name);
        }
        if (candidate.image->isPinned)
            planned.pins.push_back(digestText(candidate.image->manifest));
        std::int64_t allBytes = 0;
        m_tally.walk(id, candidate.image->manifest,
                     [&](const NumberedLink &link) { allBytes += storedBytes(link.content); });
        add(planned, loss);
        planned.sharedBytes = allBytes - planned.freedBytes;
        m_tally.take(id, candidate.image->manifest);
        m_goneImages.emplace(candidate.image, m_plan.images.size() - 1);
    }

    /// The image stays, by another tag.
    void planTags(const Candidate &candidate, const std::vector<const ImageSurvey::Tag *> &going)
    {
        for (const ImageSurvey::Tag *tag : going) {
            EvictionPlan::Image &planned = begin(candidate.repository, Reason::Chosen);
            planned.name = imageName(candidate.repository->name, tag->name,
                                     m_survey.contents[candidate.image->manifest].digest);
            planned.usedAtMs = candidate.usedAtMs;
            planned.tags = {tag->name};
            if (tag->isPinned)
                planned.pins = {tag->name};
            m_tally.walk(candidate.repository->id, candidate.image->manifest,
                         [&](const NumberedLink &link) {
                             planned.sharedBytes += storedBytes(link.content);
                         });
        }
    }

    /// What is left of a repository that goes as a whole; else what is stored and belongs to no
    /// image, and has been so for a while.
    void planOrphans(const ImageSurvey::Repository &repository, bool isChosen)
    {
        const std::int64_t before =
            m_terms.nowMs - std::chrono::milliseconds(limits::orphanAgeMin).count();
        const ContentTally::Loss loss =
            m_tally.orphansOf(repository.id, [&](const NumberedLink &link) {
                if (m_goneLinks[repository.id].contains(link.content) || isInUse(link.content))
                    return false;
                return isChosen || (m_survey.contents[link.content].storedBytes &&
                                    knownUse(link.usedAtMs) <= before);
            });
        const bool hasBrokenTags = isChosen && !repository.brokenTags.empty();
        if (loss.links.empty() && !hasBrokenTags)
            return;
        EvictionPlan::Image &planned = begin(&repository, Reason::NoImage);
        planned.name = repository.name;
        if (hasBrokenTags)
            planned.tags = repository.brokenTags;
        add(planned, loss);
        m_tally.takeLinks(repository.id, loss.links);
    }

    void planUnlinked()
    {
        ContentTally::Loss loss;
        for (const ContentNumber content : m_tally.unlinked()) {
            if (!isInUse(content) && !m_goneFiles[content])
                loss.files.push_back(content);
        }
        if (!loss.files.empty())
            add(begin(nullptr, Reason::NoImage), loss);
    }

    EvictionPlan::Image &begin(const ImageSurvey::Repository *repository, Reason reason)
    {
        EvictionPlan::Image &planned = m_plan.images.emplace_back();
        planned.reason = reason;
        if (repository != nullptr) {
            planned.repository = repository->id;
            planned.revision = repository->revision;
        }
        return planned;
    }

    void add(EvictionPlan::Image &planned, const ContentTally::Loss &loss)
    {
        for (const ContentNumber content : loss.links) {
            planned.links.push_back(m_survey.contents[content].digest);
            m_goneLinks[*planned.repository].insert(content);
        }
        for (const ContentNumber content : loss.files) {
            planned.files.push_back(m_survey.contents[content].digest);
            planned.freedBytes += storedBytes(content);
            m_goneFiles[content] = true;
        }
        m_plan.freedBytes += planned.freedBytes;
    }

    void keep(const Candidate &candidate, EvictionPlan::KeptBecause reason)
    {
        m_plan.kept.push_back({.name = nameOf(candidate), .reason = reason});
    }

    /// Of each image that leaves something behind: images that stay and have it, too.
    void nameSharers()
    {
        std::unordered_map<ContentNumber, std::vector<std::size_t>> left; // by whom
        for (const auto &[image, at] : m_goneImages)
            noteLeft(*image, at, left);
        for (const ImageSurvey::Repository &repository : m_survey.repositories) {
            for (const ImageSurvey::Image &image : repository.images) {
                if (!m_goneImages.contains(&image))
                    nameSharer(candidateOf(repository, image), left);
            }
        }
    }

    void noteLeft(const ImageSurvey::Image &image, std::size_t at,
                  std::unordered_map<ContentNumber, std::vector<std::size_t>> &left) const
    {
        const EvictionPlan::Image &planned = m_plan.images[at];
        if (planned.sharedBytes == 0)
            return;
        m_tally.walk(*planned.repository, image.manifest, [&](const NumberedLink &link) {
            if (!m_goneFiles[link.content] && storedBytes(link.content) > 0)
                left[link.content].push_back(at);
        });
    }

    void nameSharer(const Candidate &staying,
                    const std::unordered_map<ContentNumber, std::vector<std::size_t>> &left)
    {
        std::set<std::size_t> going;
        m_tally.walk(staying.repository->id, staying.image->manifest,
                     [&](const NumberedLink &link) {
                         const auto leavers = left.find(link.content);
                         if (leavers != left.end())
                             going.insert(leavers->second.begin(), leavers->second.end());
                     });
        for (const std::size_t at : going) {
            std::vector<std::string> &names = m_plan.images[at].sharedWith;
            if (names.size() < limits::imageSharersMax)
                names.push_back(nameOf(staying));
        }
    }

    std::string nameOf(const Candidate &candidate) const
    {
        const ImageSurvey::Image &image = *candidate.image;
        return imageName(candidate.repository->name,
                         image.tags.empty() ? std::string() : image.tags.front().name,
                         m_survey.contents[image.manifest].digest);
    }

    std::string digestText(ContentNumber content) const
    {
        return m_survey.contents[content].digest.toString();
    }

    std::int64_t storedBytes(ContentNumber content) const
    {
        return m_survey.contents[content].storedBytes.value_or(0);
    }

    const ImageSurvey &m_survey;
    const EvictionTerms &m_terms;
    ContentTally m_tally;
    EvictionPlan m_plan;
    std::unordered_map<const ImageSurvey::Image *, std::size_t> m_goneImages; ///< and where
    std::map<RepositoryId, std::unordered_set<ContentNumber>> m_goneLinks;
    std::vector<bool> m_goneFiles; ///< by content
};

} // namespace

EvictionPlan planEviction(const ImageSurvey &survey, const EvictionTerms &terms)
{
    return Planner(survey, terms).plan();
}

} // namespace lanyard::store
