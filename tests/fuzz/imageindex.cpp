// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever index.json has become: what is read from it keeps the rules of names, and survives being
// written and read again.
#include "store/imageindex.h"
#include "core/imageref.h"
#include "core/limits.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <tuple>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

using namespace lanyard;
using namespace lanyard::store;

void require(bool condition)
{
    if (!condition)
        std::abort();
}

/// What one is told from another by.
using Key = std::tuple<std::string, std::string, std::string, Digest>;

std::set<Key> tagged(const std::vector<ImageRoot> &roots)
{
    std::set<Key> keys;
    for (const ImageRoot &root : roots) {
        if (!root.tag.empty())
            keys.emplace(root.registry, root.repository, root.tag, root.manifest.digest);
    }
    return keys;
}

void checkRoot(const ImageRoot &root)
{
    require(isRegistryName(root.registry) && isRepositoryName(root.repository));
    require(root.tag.empty() || isTag(root.tag));
    require(root.manifest.size >= 0 && root.manifest.size <= limits::manifestBytesMax);
    require(root.manifest.mediaType.size() <= limits::mediaTypeBytesMax);
}

/// As a store would have them: the last digest of a tag counts.
void fill(Catalogue &catalogue, const std::vector<ImageRoot> &roots)
{
    for (const ImageRoot &root : roots) {
        const RepositoryId repository = catalogue.ensureRepository(root.registry, root.repository);
        catalogue.link(repository, root.manifest, true);
        catalogue.setStored(root.manifest.digest, root.manifest.size);
        if (!root.tag.empty())
            catalogue.setTag(repository, root.tag, {.digest = root.manifest.digest});
    }
}

std::vector<ImageRoot> readAgain(const Catalogue &catalogue)
{
    QByteArray text;
    ImageIndexText pieces(catalogue);
    for (QByteArray piece = pieces.next(); !piece.isEmpty(); piece = pieces.next())
        text += piece;
    return parseImageIndex(text);
}

/// What is written of any layout is read as it was.
void checkEntries(QByteArrayView text)
{
    const std::vector<LayoutEntry> entries = parseLayoutIndex(text);
    const QByteArray written = layoutIndexText(entries);
    require(parseLayoutIndex(written).size() == entries.size());
    require(layoutIndexText(parseLayoutIndex(written)) == written);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    checkEntries(text);
    const std::vector<ImageRoot> roots = parseImageIndex(text);
    for (const ImageRoot &root : roots)
        checkRoot(root);
    Catalogue first;
    fill(first, roots);
    const std::vector<ImageRoot> again = readAgain(first);
    Catalogue second;
    fill(second, again);
    require(tagged(readAgain(second)) == tagged(again));
    return 0;
}
