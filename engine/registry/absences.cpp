// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/absences.h"

#include "core/durationtext.h"
#include "core/limits.h"

namespace lanyard::registry {

namespace {

/// Why upstream was not asked, for the record.
const SharedMessage &believedRule()
{
    static const SharedMessage rule = std::make_shared<const Message>(
        //: In the place of a tag rule: upstream has said so shortly before
        Message::at(QT_TRANSLATE_NOOP("engine", "not there"), durationText(limits::absenceMemory)));
    return rule;
}

} // namespace

Absences::Absences(const Clock &clock)
    : m_clock(clock)
{
}

void Absences::note(const Repository &repository, const std::string &reference, const Error &error)
{
    // Trouble is no answer: it says nothing of what is there.
    if (error.code != ErrorCode::NotFound)
        return;
    const SteadyTime now = m_clock.steadyNow();
    if (m_absences.size() >= limits::absencesMax) {
        std::erase_if(m_absences, [now](const auto &entry) { return entry.second.end <= now; });
        if (m_absences.size() >= limits::absencesMax)
            m_absences.clear();
    }
    m_absences.insert_or_assign(repository.key(reference),
                                Absence{.upstream = repository.upstream,
                                        .error = error,
                                        .end = now + limits::absenceMemory});
}

bool Absences::answer(RegistryRequest &request) const
{
    const auto found = m_absences.find(request.repository.key(request.reference));
    if (found == m_absences.end() || m_clock.steadyNow() >= found->second.end || request.isOwn)
        return false;
    request.rule = believedRule();
    // The answer may lead to another request, which changes what is known.
    const Error error = found->second.error;
    request.refuse(error, RegistryError::ManifestUnknown);
    return true;
}

void Absences::remove(const Repository &repository, const std::string &reference)
{
    m_absences.erase(repository.key(reference));
}

void Absences::forget(upstream::UpstreamId id)
{
    std::erase_if(m_absences, [id](const auto &entry) { return entry.second.upstream == id; });
}

} // namespace lanyard::registry
