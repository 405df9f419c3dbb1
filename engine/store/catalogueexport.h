// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/catalogue.h"
#include "store/indexchange.h"

#include <cstdint>
#include <string>
#include <vector>

namespace lanyard::store {

/// All of a catalogue as the changes that would make it anew, a few thousand at a time. What
/// changes meanwhile may be in it or not: who applies those changes afterwards, in their order, has
/// all.
class CatalogueExport
{
public:
    /// `catalogue` outlives it.
    explicit CatalogueExport(const Catalogue &catalogue);

    /// The next changes; empty: those were all.
    std::vector<IndexChange> next();

private:
    enum class Part : std::uint8_t { Names, Contents, Links, Tags, Pins, End };

    void addNames();
    void addContents();
    void addLinks();
    void addTags();
    void addPins();

    const Catalogue &m_catalogue;
    const RepositoryId m_repositories; ///< those that come later come with changes of their own
    std::vector<IndexChange> m_changes;
    Part m_part = Part::Names;
    ContentNumber m_content = 0;   ///< the next
    RepositoryId m_repository = 0; ///< whose links, tags or pins are next
    ContentNumber m_link = 0;      ///< the next in m_repository
    std::string m_tag;             ///< the last in m_repository
};

} // namespace lanyard::store
