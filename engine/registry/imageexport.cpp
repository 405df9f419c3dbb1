// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/imageexport.h"

#include "archive/filecontent.h"
#include "core/limits.h"
#include "registry/imagename.h"
#include "registry/platformchoice.h"
#include "store/folder.h"
#include "store/imageindex.h"
#include "store/layout.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace lanyard::registry {

namespace {

constexpr const char *dockerIndexName = "manifest.json";

std::string pathOf(const Digest &digest)
{
    return "blobs/" + std::string(digest.algorithmName()) + '/' + digest.hex();
}

QString textOf(const Digest &digest)
{
    return QString::fromStdString(pathOf(digest));
}

/// The platform that Docker loads: its format has one for an image. nullptr: none.
const ExportedPlatform *platformForDocker(const std::vector<ExportedPlatform> &platforms)
{
    if (platforms.size() == 1)
        return &platforms.front();
    std::vector<store::Platform> names;
    names.reserve(platforms.size());
    for (const ExportedPlatform &platform : platforms)
        names.push_back(platform.platform);
    const auto chosen = PlatformChoice::parse({}).and_then(
        [&names](const PlatformChoice &ofThisMachine) { return ofThisMachine.choose(names); });
    return chosen ? &platforms[chosen->front()] : nullptr;
}

} // namespace

ImageExport::ImageExport(store::Store &store, const upstream::Routes &routes, ExportRequest request,
                         std::stop_token stop, ArchiveMeter::Told progressed)
    : m_store(store)
    , m_routes(routes)
    , m_request(std::move(request))
    , m_stop(std::move(stop))
    , m_meter(std::move(progressed))
{
}

Result<ExportResult> ImageExport::run()
{
    if (m_request.references.isEmpty())
        return failure(ErrorCode::InvalidInput, QT_TRANSLATE_NOOP("engine", "no image was named"));
    for (const QByteArray &reference : m_request.references) {
        if (const Result<void> planned = plan(reference.toStdString()); !planned)
            return tl::unexpected(planned.error());
    }
    for (const Digest &digest : m_contents)
        m_meter.addWanted(m_store.catalogue().storedSize(digest).value_or(0));
    return archive::LayoutWriter::create(m_request.path.toStdString())
        .and_then([this](const std::unique_ptr<archive::LayoutWriter> &writer) {
            return write(*writer).and_then([&writer] { return writer->finish(); });
        })
        .map([this] { return result(); });
}

Result<void> ImageExport::plan(const std::string &reference)
{
    const Result<ImageRef> ref = resolveImageName(reference, m_routes);
    if (!ref)
        return tl::unexpected(ref.error());
    const Result<FoundImage> found = findImage(m_store.catalogue(), *ref);
    if (!found)
        return tl::unexpected(found.error());
    Result<ExportPlan> planned = planExport(m_store, *found);
    if (!planned)
        return failure(planned.error().code, Message::at(ref->toString(), planned.error().message));
    want(planned->manifests);
    want(planned->blobs);
    const ImageRef name{.registry = ref->registry,
                        .repository = ref->repository,
                        .tag = found->tag,
                        .digest = found->tag.empty() ? std::optional(found->manifest.digest)
                                                     : std::nullopt};
    m_images.push_back({.name = name.toString(), .image = *found, .plan = std::move(*planned)});
    return {};
}

void ImageExport::want(const std::vector<Digest> &contents)
{
    for (const Digest &digest : contents) {
        if (m_wanted.insert(digest).second)
            m_contents.push_back(digest);
    }
}

Result<void> ImageExport::write(archive::LayoutWriter &writer)
{
    Result<void> written =
        writer.add(store::Layout::layoutName, store::Layout::layoutText)
            .and_then([&] { return writer.add(store::Layout::imageIndexName, indexText()); })
            .and_then([&] { return writer.add(dockerIndexName, dockerIndexText()); });
    for (auto digest = m_contents.begin(); written && digest != m_contents.end(); ++digest)
        written = copy(*digest, writer);
    return written;
}

Result<void> ImageExport::copy(const Digest &digest, archive::LayoutWriter &writer)
{
    const Result<SharedFile> file = m_store.openContent(digest);
    if (!file)
        return tl::unexpected(file.error());
    const std::int64_t size = m_store.catalogue().storedSize(digest).value_or(0);
    Hasher hasher(digest.algorithm());
    std::int64_t offset = 0;
    return writer.add(pathOf(digest), size, [&]() -> Result<QByteArray> {
        if (m_stop.stop_requested())
            return archive::givenUp();
        QByteArray bytes(std::min(limits::archiveChunkBytes, size - offset), Qt::Uninitialized);
        const std::int64_t got = readSome(**file, bytes.data(), bytes.size(), offset);
        const int reason = errno;
        bytes.truncate(std::max<std::int64_t>(got, 0));
        hasher.update(bytes);
        offset += bytes.size();
        if (got < 0 || (bytes.isEmpty() && hasher.finish() != digest)) {
            m_store.reportUnreadable(digest);
            return failure(
                ErrorCode::Corrupt,
                {QT_TRANSLATE_NOOP("engine",
                                   "%1 is damaged here: %2; the next pull fetches it anew"),
                 {digest.toString(),
                  got < 0 ? Message(std::generic_category().message(reason))
                          : Message(QT_TRANSLATE_NOOP("engine", "it has other bytes"))}});
        }
        m_meter.addDone(bytes.size());
        return bytes;
    });
}

/// The whole name is in both annotations: podman takes it from one, containerd from the other.
QByteArray ImageExport::indexText() const
{
    std::vector<store::LayoutEntry> entries;
    for (const Planned &planned : m_images) {
        const bool isTagged = !planned.image.tag.empty();
        const std::string tagged = isTagged ? planned.name : std::string();
        entries.push_back({.manifest = planned.image.manifest,
                           .reference = tagged,
                           .imageName = tagged,
                           .repository = isTagged ? std::string()
                                                  : planned.name.substr(0, planned.name.find('@')),
                           .isPrivate = isRestricted(
                               m_store.catalogue().access(planned.image.repository).visibility)});
    }
    return store::layoutIndexText(entries);
}

/// As `docker save` writes it (moby, image/tarexport); Docker takes compressed layers, too.
QByteArray ImageExport::dockerIndexText() const
{
    QJsonArray images;
    for (const Planned &planned : m_images) {
        const ExportedPlatform *platform = platformForDocker(planned.plan.platforms);
        if (platform == nullptr)
            continue;
        QJsonArray layers;
        for (const Digest &layer : platform->layers)
            layers.append(textOf(layer));
        QJsonArray names;
        if (!planned.image.tag.empty())
            names.append(QString::fromStdString(planned.name));
        images.append(QJsonObject{{QStringLiteral("Config"), textOf(platform->config)},
                                  {QStringLiteral("RepoTags"), names},
                                  {QStringLiteral("Layers"), layers}});
    }
    return QJsonDocument(images).toJson(QJsonDocument::Compact);
}

ExportResult ImageExport::result() const
{
    ExportResult result{.path = m_request.path, .images = {}, .bytes = m_meter.doneBytes()};
    for (const Planned &planned : m_images) {
        ExportedImage image{.name = QByteArray::fromStdString(planned.name),
                            .digest =
                                QByteArray::fromStdString(planned.image.manifest.digest.toString()),
                            .leftOut = {}};
        for (const std::string &platform : planned.plan.leftOut)
            image.leftOut.append(QByteArray::fromStdString(platform));
        result.images.append(std::move(image));
    }
    return result;
}

} // namespace lanyard::registry
