// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/imageindex.h"

#include "core/imageref.h"
#include "core/limits.h"
#include "store/manifest.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <string_view>
#include <utility>

namespace lanyard::store {

namespace {

constexpr QByteArrayView textBegin =
    R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[)";
constexpr QByteArrayView textEnd = "]}";
constexpr std::string_view manifestsKey = "manifests";
constexpr QLatin1String referenceAnnotation("org.opencontainers.image.ref.name");
constexpr QLatin1String imageNameAnnotation("io.containerd.image.name");
constexpr QLatin1String repositoryAnnotation("io.github.lanyard.repository");
constexpr QLatin1String pinAnnotation("io.github.lanyard.pinned");
constexpr QLatin1String privateAnnotation("io.github.lanyard.private");
constexpr QLatin1String trueValue("true");
constexpr qsizetype descriptorBytesMax = 64 * 1024;

QString text(const std::string &bytes)
{
    return QString::fromStdString(bytes);
}

QByteArray descriptorText(const LayoutEntry &entry)
{
    QJsonObject annotations;
    const auto annotate = [&annotations](QLatin1String name, const std::string &value) {
        if (!value.empty())
            annotations.insert(name, text(value));
    };
    annotate(referenceAnnotation, entry.reference);
    annotate(imageNameAnnotation, entry.imageName);
    annotate(repositoryAnnotation, entry.repository);
    if (entry.isPinned)
        annotations.insert(pinAnnotation, trueValue);
    if (entry.isPrivate)
        annotations.insert(privateAnnotation, trueValue);
    const QJsonObject descriptor{
        {QStringLiteral("mediaType"), text(entry.manifest.mediaType)},
        {QStringLiteral("digest"), text(entry.manifest.digest.toString())},
        {QStringLiteral("size"), static_cast<qint64>(entry.manifest.size)},
        {QStringLiteral("annotations"), annotations},
    };
    return QJsonDocument(descriptor).toJson(QJsonDocument::Compact);
}

QByteArray descriptorText(const std::string &repository, const RootManifest &root, bool isPrivate)
{
    LayoutEntry entry{.manifest = root.manifest,
                      .reference = {},
                      .imageName = {},
                      .repository = {},
                      .isPinned = root.isPinned,
                      .isPrivate = isPrivate};
    if (root.tag.empty())
        entry.repository = repository;
    else
        entry.reference = repository + ':' + root.tag;
    return descriptorText(entry);
}

/// Finds the elements of the list "manifests" in the outermost object of a JSON text, without
/// reading more of it than brackets and strings.
class DescriptorScanner
{
public:
    explicit DescriptorScanner(QByteArrayView text)
        : m_text(text)
    {
    }

    /// The text of the next object in the list; nullopt when there is no other that is whole.
    std::optional<QByteArrayView> next()
    {
        for (; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '"') {
                readString();
                continue;
            }
            if (c == '{' || c == '[')
                open(c);
            else if ((c == '}' || c == ']') && close())
                return m_text.sliced(m_elementStart, ++m_at - m_elementStart);
        }
        return std::nullopt;
    }

private:
    // The depth within the outermost object, within the list, and within an element of it.
    static constexpr int objectDepth = 1;
    static constexpr int listDepth = 2;
    static constexpr int elementDepth = 3;

    /// Leaves m_at at the closing quote, or at the end.
    void readString()
    {
        const qsizetype start = ++m_at;
        while (m_at < m_text.size() && m_text[m_at] != '"')
            m_at += m_text[m_at] == '\\' ? 2 : 1;
        if (m_depth == objectDepth && m_at < m_text.size())
            m_key = std::string_view(m_text.data() + start, static_cast<std::size_t>(m_at - start));
    }

    void open(char bracket)
    {
        ++m_depth;
        if (m_depth == listDepth)
            m_isInList = bracket == '[' && m_key == manifestsKey;
        if (m_depth == elementDepth && m_isInList)
            m_elementStart = m_at;
    }

    /// Whether an element of the list ends here.
    bool close() { return m_depth-- == elementDepth && m_isInList; }

    const QByteArrayView m_text;
    qsizetype m_at = 0;
    std::int64_t m_depth = 0;
    std::string_view m_key; ///< the last string in the outermost object
    bool m_isInList = false;
    qsizetype m_elementStart = 0;
};

/// "<registry>/<repository>", when both are what they should be.
bool takeRepository(std::string_view name, ImageRoot &root)
{
    const RepositoryNames names = splitRepositoryName(name);
    root.registry = names.registry;
    root.repository = names.repository;
    return isRegistryName(root.registry) && isRepositoryName(root.repository);
}

bool takeNames(const LayoutEntry &entry, ImageRoot &root)
{
    if (entry.reference.empty())
        return takeRepository(entry.repository, root);
    const std::size_t colon = entry.reference.rfind(':');
    if (colon == std::string::npos)
        return false;
    root.tag = entry.reference.substr(colon + 1);
    return isTag(root.tag) &&
           takeRepository(std::string_view(entry.reference).substr(0, colon), root);
}

std::optional<LayoutEntry> entryOf(const QJsonObject &descriptor)
{
    const auto digest =
        Digest::parse(descriptor.value(QLatin1String("digest")).toString().toStdString());
    const double size = descriptor.value(QLatin1String("size")).toDouble(-1);
    if (!digest || !(size >= 0 && size <= static_cast<double>(limits::manifestBytesMax)))
        return std::nullopt;
    const std::string mediaType =
        descriptor.value(QLatin1String("mediaType")).toString().toStdString();
    const QJsonObject annotations = descriptor.value(QLatin1String("annotations")).toObject();
    const auto annotation = [&annotations](QLatin1String name) {
        return annotations.value(name).toString().toStdString();
    };
    return LayoutEntry{.manifest = {.digest = *digest,
                                    .mediaType = std::string(mediaTypeOf(mediaType)),
                                    .size = static_cast<std::int64_t>(size)},
                       .reference = annotation(referenceAnnotation),
                       .imageName = annotation(imageNameAnnotation),
                       .repository = annotation(repositoryAnnotation),
                       .isPinned = annotations.value(pinAnnotation).toString() == trueValue,
                       .isPrivate = annotations.value(privateAnnotation).toString() == trueValue};
}

/// Calls `take` for each descriptor.
template <typename Take>
void readEntries(QByteArrayView json, Take take)
{
    DescriptorScanner scanner(json);
    while (const auto element = scanner.next()) {
        if (element->size() > descriptorBytesMax)
            continue;
        const QJsonDocument document =
            QJsonDocument::fromJson(QByteArray::fromRawData(element->data(), element->size()));
        if (auto entry = entryOf(document.object()))
            take(std::move(*entry));
    }
}

} // namespace

ImageIndexText::ImageIndexText(const Catalogue &catalogue)
    : m_catalogue(catalogue)
{
}

QByteArray ImageIndexText::next()
{
    QByteArray piece;
    if (m_hasEnded)
        return piece;
    if (!std::exchange(m_hasBegun, true))
        piece += textBegin;
    while (piece.isEmpty() && m_repository < m_catalogue.repositoryCount()) {
        const std::string name = m_catalogue.repositoryName(m_repository);
        const bool isPrivate = isRestricted(m_catalogue.access(m_repository).visibility);
        for (const RootManifest &root : m_catalogue.roots(m_repository++)) {
            if (std::exchange(m_hasDescriptor, true))
                piece += ',';
            piece += descriptorText(name, root, isPrivate);
        }
    }
    if (piece.isEmpty()) {
        m_hasEnded = true;
        piece += textEnd;
    }
    return piece;
}

QByteArray layoutIndexText(const std::vector<LayoutEntry> &entries)
{
    QByteArray json(textBegin.data(), textBegin.size());
    for (const LayoutEntry &entry : entries) {
        if (json.size() > textBegin.size())
            json += ',';
        json += descriptorText(entry);
    }
    return json += textEnd;
}

std::vector<LayoutEntry> parseLayoutIndex(QByteArrayView json)
{
    std::vector<LayoutEntry> entries;
    readEntries(json, [&entries](LayoutEntry &&entry) { entries.push_back(std::move(entry)); });
    return entries;
}

std::vector<ImageRoot> parseImageIndex(QByteArrayView json)
{
    std::vector<ImageRoot> roots;
    readEntries(json, [&roots](const LayoutEntry &entry) {
        ImageRoot root{.registry = {},
                       .repository = {},
                       .tag = {},
                       .manifest = entry.manifest,
                       .isPinned = entry.isPinned,
                       .isPrivate = entry.isPrivate};
        if (takeNames(entry, root))
            roots.push_back(std::move(root));
    });
    return roots;
}

} // namespace lanyard::store
