// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/imageindex.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <utility>

namespace lanyard::store {

namespace {

QString text(const std::string &bytes)
{
    return QString::fromStdString(bytes);
}

QJsonObject descriptorOf(const std::string &repository, const TaggedManifest &tagged)
{
    return {
        {QStringLiteral("mediaType"), text(tagged.manifest.mediaType)},
        {QStringLiteral("digest"), text(tagged.manifest.digest.toString())},
        {QStringLiteral("size"), static_cast<qint64>(tagged.manifest.size)},
        {QStringLiteral("annotations"),
         QJsonObject{{QStringLiteral("org.opencontainers.image.ref.name"),
                      text(repository + ':' + tagged.tag)}}},
    };
}

} // namespace

QByteArray imageIndexJson(const std::vector<TaggedRepository> &repositories)
{
    QJsonArray manifests;
    for (const TaggedRepository &repository : repositories) {
        for (const TaggedManifest &tagged : repository.manifests)
            manifests.append(descriptorOf(repository.name, tagged));
    }
    const QJsonObject index{
        {QStringLiteral("schemaVersion"), 2},
        {QStringLiteral("mediaType"), QStringLiteral("application/vnd.oci.image.index.v1+json")},
        {QStringLiteral("manifests"), manifests},
    };
    return QJsonDocument(index).toJson(QJsonDocument::Compact);
}

std::vector<TaggedRepository> taggedRepositories(const Catalogue &catalogue)
{
    std::vector<TaggedRepository> repositories;
    const auto count = static_cast<RepositoryId>(catalogue.repositoryCount());
    for (RepositoryId repository = 0; repository < count; ++repository) {
        std::vector<TaggedManifest> manifests = catalogue.taggedManifests(repository);
        if (!manifests.empty())
            repositories.push_back(
                {.name = catalogue.repositoryName(repository), .manifests = std::move(manifests)});
    }
    return repositories;
}

} // namespace lanyard::store
