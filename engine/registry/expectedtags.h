// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/repository.h"
#include "store/catalogue.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace lanyard::registry {

/// A tag of which upstream has said which manifest it names, while that is not stored yet.
struct ExpectedTag
{
    Repository repository;
    std::string tag;
    store::TagState state;
};

/// The tags whose manifest is on its way into the store, or was only asked for by HEAD. Bounded by
/// limits::expectedTagsMax: when that many wait, all are forgotten, and upstream is asked anew.
/// One thread.
class ExpectedTags
{
public:
    /// Takes the place of what was known of the same tag.
    void insert(ExpectedTag expected);
    std::optional<store::TagState> find(const Repository &repository, const std::string &tag) const;
    void remove(const Repository &repository, const std::string &tag);
    /// Forgets and returns the tags that name `digest`.
    std::vector<ExpectedTag> take(const Repository &repository, const Digest &digest);

private:
    std::unordered_map<std::string, ExpectedTag> m_tags; // by repository and tag
};

} // namespace lanyard::registry
