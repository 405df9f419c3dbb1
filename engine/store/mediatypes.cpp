// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/mediatypes.h"

#include "core/limits.h"

namespace lanyard::store {

static_assert(limits::mediaTypesMax <= UINT16_MAX);

MediaTypes::MediaTypes()
    : m_names{std::string()}
{
}

MediaTypes::Number MediaTypes::numberOf(std::string_view name)
{
    if (name.empty() || name.size() > limits::mediaTypeBytesMax)
        return unknown;
    if (const auto known = m_numbers.find(name); known != m_numbers.end())
        return known->second;
    if (m_names.size() > limits::mediaTypesMax)
        return unknown;
    const auto number = static_cast<Number>(m_names.size());
    m_numbers.emplace(m_names.emplace_back(name), number);
    return number;
}

} // namespace lanyard::store
