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
constexpr QLatin1String repositoryAnnotation("io.github.lanyard.repository");
constexpr QLatin1String pinAnnotation("io.github.lanyard.pinned");
constexpr QLatin1String pinnedValue("true");
constexpr qsizetype descriptorBytesMax = 64 * 1024;

QString text(const std::string &bytes)
{
    return QString::fromStdString(bytes);
}

QByteArray descriptorText(const std::string &repository, const RootManifest &root)
{
    QJsonObject annotations =
        root.tag.empty() ? QJsonObject{{repositoryAnnotation, text(repository)}}
                         : QJsonObject{{referenceAnnotation, text(repository + ':' + root.tag)}};
    if (root.isPinned)
        annotations.insert(pinAnnotation, pinnedValue);
    const QJsonObject descriptor{
        {QStringLiteral("mediaType"), text(root.manifest.mediaType)},
        {QStringLiteral("digest"), text(root.manifest.digest.toString())},
        {QStringLiteral("size"), static_cast<qint64>(root.manifest.size)},
        {QStringLiteral("annotations"), annotations},
    };
    return QJsonDocument(descriptor).toJson(QJsonDocument::Compact);
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
    const std::size_t slash = name.find('/');
    if (slash == std::string_view::npos)
        return false;
    root.registry = name.substr(0, slash);
    root.repository = name.substr(slash + 1);
    return isRegistryName(root.registry) && isRepositoryName(root.repository);
}

bool takeNames(const QJsonObject &annotations, ImageRoot &root)
{
    const std::string reference = annotations.value(referenceAnnotation).toString().toStdString();
    if (reference.empty())
        return takeRepository(annotations.value(repositoryAnnotation).toString().toStdString(),
                              root);
    const std::size_t colon = reference.rfind(':');
    if (colon == std::string::npos)
        return false;
    root.tag = reference.substr(colon + 1);
    return isTag(root.tag) && takeRepository(std::string_view(reference).substr(0, colon), root);
}

std::optional<ImageRoot> rootOf(const QJsonObject &descriptor)
{
    const auto digest =
        Digest::parse(descriptor.value(QLatin1String("digest")).toString().toStdString());
    const double size = descriptor.value(QLatin1String("size")).toDouble(-1);
    if (!digest || !(size >= 0 && size <= static_cast<double>(limits::manifestBytesMax)))
        return std::nullopt;
    const std::string mediaType =
        descriptor.value(QLatin1String("mediaType")).toString().toStdString();
    ImageRoot root{.registry = {},
                   .repository = {},
                   .tag = {},
                   .manifest = {.digest = *digest,
                                .mediaType = std::string(mediaTypeOf(mediaType)),
                                .size = static_cast<std::int64_t>(size)},
                   .isPinned = false};
    const QJsonObject annotations = descriptor.value(QLatin1String("annotations")).toObject();
    if (!takeNames(annotations, root))
        return std::nullopt;
    root.isPinned = annotations.value(pinAnnotation).toString() == pinnedValue;
    return root;
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
        for (const RootManifest &root : m_catalogue.roots(m_repository++)) {
            if (std::exchange(m_hasDescriptor, true))
                piece += ',';
            piece += descriptorText(name, root);
        }
    }
    if (piece.isEmpty()) {
        m_hasEnded = true;
        piece += textEnd;
    }
    return piece;
}

std::vector<ImageRoot> parseImageIndex(QByteArrayView json)
{
    std::vector<ImageRoot> roots;
    DescriptorScanner scanner(json);
    while (const auto element = scanner.next()) {
        if (element->size() > descriptorBytesMax)
            continue;
        const QJsonDocument document =
            QJsonDocument::fromJson(QByteArray::fromRawData(element->data(), element->size()));
        if (auto root = rootOf(document.object()))
            roots.push_back(std::move(*root));
    }
    return roots;
}

} // namespace lanyard::store
