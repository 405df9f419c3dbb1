// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/credentialscope.h"

#include "core/asciitext.h"
#include "core/imageref.h"

#include <algorithm>

namespace lanyard::credentials {

Result<CredentialScope> CredentialScope::parse(std::string_view text)
{
    const std::size_t slash = text.find('/');
    CredentialScope scope;
    scope.registry = canonicalRegistryName(text.substr(0, slash));
    if (!isRegistryName(scope.registry))
        return failure(
            ErrorCode::InvalidInput,
            QT_TRANSLATE_NOOP("engine",
                              "expected the name of a registry, such as quay.io or quay.io/org"));
    if (slash == std::string_view::npos)
        return scope;
    // Repositories have lower case names, whatever the spelling of the organisation that has them.
    scope.path = text.substr(slash + 1);
    std::transform(scope.path.begin(), scope.path.end(), scope.path.begin(), toLower);
    if (!isRepositoryName(scope.path))
        return failure(
            ErrorCode::InvalidInput,
            QT_TRANSLATE_NOOP(
                "engine",
                "expected a path of repositories behind the registry, such as quay.io/org"));
    return scope;
}

std::string CredentialScope::toString() const
{
    return path.empty() ? registry : registry + '/' + path;
}

bool CredentialScope::covers(std::string_view registryName, std::string_view repository) const
{
    if (registry != canonicalRegistryName(registryName))
        return false;
    if (path.empty())
        return true;
    return repository.starts_with(path) &&
           (repository.size() == path.size() || repository[path.size()] == '/');
}

std::optional<CredentialScope> longestMatch(const std::vector<CredentialScope> &scopes,
                                            std::string_view registry, std::string_view repository)
{
    const CredentialScope *best = nullptr;
    for (const CredentialScope &scope : scopes) {
        if (scope.covers(registry, repository) &&
            (best == nullptr || scope.path.size() > best->path.size()))
            best = &scope;
    }
    return best == nullptr ? std::nullopt : std::optional(*best);
}

} // namespace lanyard::credentials
