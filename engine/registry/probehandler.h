// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "http/message.h"
#include "registry/answers.h"
#include "registry/probes.h"
#include "registry/repository.h"
#include "registry/router.h"

#include <string>

namespace lanyard::registry {

/// Whether a repository is the one that the cache answers itself, of whichever registry: no
/// upstream is asked for it, and nothing of it is stored.
bool isProbe(const std::string &repository);

/// Answers what is asked of that repository. Thread-safe.
class ProbeHandler final
{
public:
    /// All references outlive it.
    ProbeHandler(Probes &probes, const Clock &clock)
        : m_probes(probes)
        , m_clock(clock)
    {
    }

    /// `registry`: that of the route. The labels are left to the caller.
    http::Response answer(const http::Request &request, const Route &route,
                          const AnswerTerms &terms, const std::string &registry) const;

private:
    http::Response manifest(const http::Request &request, const Route &route,
                            const AnswerTerms &terms, const std::string &registry) const;
    http::Response blob(const http::Request &request, const Route &route, const AnswerTerms &terms,
                        const std::string &registry) const;
    void note(const std::string &nonce, const http::Request &request, const Route &route,
              const std::string &registry, ProbePart::Kind kind) const;

    Probes &m_probes;
    const Clock &m_clock;
};

} // namespace lanyard::registry
