// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clientsetup.h"
#include "core/digest.h"
#include "registry/probeimage.h"
#include "registry/probelimits.h"

#include <QList>

#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace lanyard::registry {

/// The probe images that were asked for last, and what was seen of each. In memory only.
/// Thread-safe.
class Probes
{
public:
    explicit Probes(std::size_t imagesMax = probelimits::imagesMax,
                    std::size_t sightingsMax = probelimits::sightingsMax);

    /// The image of a nonce. Of one that is new it is made, and the oldest goes.
    std::shared_ptr<const ProbeImage> image(std::string_view nonce);

    /// A part of one of the images that there are.
    struct Part
    {
        std::string nonce;
        std::shared_ptr<const ProbeImage> image;
        const ProbePart *part = nullptr; ///< of `image`
    };

    std::optional<Part> find(const Digest &digest) const;

    /// Of a nonce without an image, nothing is noted.
    void note(const std::string &nonce, ProbeSighting sighting);
    /// Oldest first; none of a nonce that nobody has asked for.
    QList<ProbeSighting> sightings(std::string_view nonce) const;

private:
    struct Probe
    {
        std::shared_ptr<const ProbeImage> image;
        QList<ProbeSighting> sightings;
    };

    struct Place
    {
        std::string nonce;
        std::size_t part = 0;
    };

    std::shared_ptr<const ProbeImage> known(const std::string &nonce) const;
    void forgetOldest();

    const std::size_t m_imagesMax;
    const std::size_t m_sightingsMax;
    mutable std::mutex m_mutex;
    // All guarded by m_mutex.
    std::unordered_map<std::string, Probe> m_probes;
    std::unordered_map<Digest, Place> m_places;
    std::deque<std::string> m_order; // the oldest first
};

} // namespace lanyard::registry
