// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/healthgate.h"

#include "registry/registryerror.h"

#include <utility>

namespace lanyard::registry {

HealthGate::HealthGate(const store::DiskWatch *disk, std::chrono::milliseconds lookInterval,
                       http::RequestHandler &next)
    : m_disk(disk)
    , m_retryAfter(std::chrono::ceil<std::chrono::seconds>(lookInterval))
    , m_next(next)
{
}

void HealthGate::handle(const http::Request &request, http::Responder responder)
{
    if (!m_disk || m_disk->isHealthy()) {
        m_next.handle(request, std::move(responder));
        return;
    }
    http::Response refusal =
        errorResponse(RegistryError::Unavailable, "the disk of the cache cannot be used");
    http::appendField(refusal.fields, "Retry-After", std::to_string(m_retryAfter.count()));
    refusal.labels.result = CacheResult::Failed;
    responder.respond(std::move(refusal));
}

} // namespace lanyard::registry
