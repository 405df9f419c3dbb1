// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/catalogue.h"
#include "store/imagesurvey.h"

#include <QByteArray>

#include <string>
#include <vector>

namespace lanyard::test {

/// A catalogue that a test writes by short names: content is named, and its digest is that of its
/// name.
class SurveyBuilder
{
public:
    static Digest digestOf(const std::string &name)
    {
        return Digest::of(Digest::Algorithm::Sha256, QByteArray::fromStdString(name));
    }

    /// Stored content without a link.
    void store(const std::string &name, std::int64_t bytes)
    {
        catalogue.setStored(digestOf(name), bytes);
    }

    void link(const std::string &repository, const std::string &name, std::int64_t usedAtMs = 0)
    {
        const store::RepositoryId id = repositoryOf(repository);
        catalogue.link(id, {.digest = digestOf(name), .mediaType = {}, .size = 1}, false);
        if (usedAtMs > 0)
            catalogue.setUsed(id, digestOf(name), usedAtMs, 0);
    }

    /// A stored manifest of 1 byte, with what it names.
    void manifest(const std::string &repository, const std::string &name,
                  const std::vector<std::string> &children, std::int64_t usedAtMs,
                  const std::vector<std::string> &tags = {})
    {
        const store::RepositoryId id = repositoryOf(repository);
        std::vector<Digest> digests;
        for (const std::string &child : children) {
            digests.push_back(digestOf(child));
            link(repository, child);
        }
        catalogue.setStored(digestOf(name), 1);
        catalogue.setChildren(digestOf(name), digests);
        catalogue.link(id, {.digest = digestOf(name), .mediaType = "a/b", .size = 1}, true);
        catalogue.setUsed(id, digestOf(name), usedAtMs, 0);
        for (const std::string &tag : tags)
            catalogue.setTag(id, tag, {.digest = digestOf(name)});
    }

    store::RepositoryId repositoryOf(const std::string &repository)
    {
        return catalogue.ensureRepository("docker.io", repository);
    }

    store::Catalogue catalogue;
};

} // namespace lanyard::test
