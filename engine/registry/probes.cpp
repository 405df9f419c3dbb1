// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/probes.h"

#include <utility>

namespace lanyard::registry {

Probes::Probes(std::size_t imagesMax, std::size_t sightingsMax)
    : m_imagesMax(imagesMax)
    , m_sightingsMax(sightingsMax)
{
}

std::shared_ptr<const ProbeImage> Probes::image(std::string_view nonce)
{
    const std::string key(nonce);
    {
        const std::lock_guard lock(m_mutex);
        if (auto image = known(key))
            return image;
    }
    // Others need not wait meanwhile; who asks for the same makes the same.
    auto made = std::make_shared<const ProbeImage>(nonce);
    const std::lock_guard lock(m_mutex);
    if (auto image = known(key))
        return image;
    if (m_probes.size() >= m_imagesMax)
        forgetOldest();
    m_probes.emplace(key, Probe{.image = made, .sightings = {}});
    m_order.push_back(key);
    for (std::size_t i = 0; i < made->parts().size(); ++i)
        m_places.emplace(made->parts()[i].digest, Place{.nonce = key, .part = i});
    return made;
}

std::shared_ptr<const ProbeImage> Probes::known(const std::string &nonce) const
{
    const auto probe = m_probes.find(nonce);
    return probe == m_probes.end() ? nullptr : probe->second.image;
}

void Probes::forgetOldest()
{
    const auto oldest = m_probes.find(m_order.front());
    for (const ProbePart &part : oldest->second.image->parts())
        m_places.erase(part.digest);
    m_probes.erase(oldest);
    m_order.pop_front();
}

std::optional<Probes::Part> Probes::find(const Digest &digest) const
{
    const std::lock_guard lock(m_mutex);
    const auto place = m_places.find(digest);
    if (place == m_places.end())
        return std::nullopt;
    auto image = known(place->second.nonce);
    const ProbePart *part = &image->parts()[place->second.part];
    return Part{.nonce = place->second.nonce, .image = std::move(image), .part = part};
}

void Probes::note(const std::string &nonce, ProbeSighting sighting)
{
    const std::lock_guard lock(m_mutex);
    const auto probe = m_probes.find(nonce);
    if (probe == m_probes.end())
        return;
    QList<ProbeSighting> &sightings = probe->second.sightings;
    if (static_cast<std::size_t>(sightings.size()) < m_sightingsMax)
        sightings.append(std::move(sighting));
}

QList<ProbeSighting> Probes::sightings(std::string_view nonce) const
{
    const std::lock_guard lock(m_mutex);
    const auto probe = m_probes.find(std::string(nonce));
    return probe == m_probes.end() ? QList<ProbeSighting>() : probe->second.sightings;
}

} // namespace lanyard::registry
