// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "registry/registryrequest.h"

#include <string>
#include <unordered_map>

namespace lanyard::registry {

/// Manifests of which upstream has just said that it does not have them, so that who asks again and
/// again costs it one request per limits::absenceMemory. Bounded by limits::absencesMax: when so
/// many are known, all are forgotten, and upstream is asked anew. One thread.
class Absences
{
public:
    /// The clock outlives it.
    explicit Absences(const Clock &clock);

    /// Takes what upstream said of a tag or digest: an absence, if that is what it is.
    void note(const Repository &repository, const std::string &reference, const Error &error);
    /// Refuses a request for what is not there, in upstream's words, unless it is our own: neither
    /// a person nor a schedule asks every second. Returns whether it did.
    bool answer(RegistryRequest &request) const;
    /// It is there now.
    void remove(const Repository &repository, const std::string &reference);
    /// An upstream may answer otherwise from now on.
    void forget(upstream::UpstreamId id);

    void forgetAll() { m_absences.clear(); }

private:
    struct Absence
    {
        upstream::UpstreamId upstream = 0;
        Error error;
        SteadyTime end; ///< it counts until then
    };

    const Clock &m_clock;
    std::unordered_map<std::string, Absence> m_absences; ///< by repository and reference
};

} // namespace lanyard::registry
