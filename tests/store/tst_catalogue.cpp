// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that content is seen through the repositories that have it and no other, that listings are
// in the order of bytes, and that a look-up allocates nothing.
#include "core/limits.h"
#include "store/catalogue.h"
#include "store/cataloguedata.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <cstring>
#include <new>

using namespace lanyard;
using namespace lanyard::store;

namespace {

std::atomic<std::size_t> allocations{0};

Digest digestOf(int number)
{
    return Digest::of(Digest::Algorithm::Sha256, QByteArray::number(number));
}

const std::string manifestType = "application/vnd.oci.image.manifest.v1+json";

} // namespace

void *operator new(std::size_t size)
{
    ++allocations;
    if (void *memory = std::malloc(size)) // NOLINT(cppcoreguidelines-no-malloc)
        return memory;
    throw std::bad_alloc();
}

void operator delete(void *memory) noexcept
{
    std::free(memory); // NOLINT(cppcoreguidelines-no-malloc)
}

void operator delete(void *memory, std::size_t) noexcept
{
    std::free(memory); // NOLINT(cppcoreguidelines-no-malloc)
}

class TestCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repositoryNames();
    void linksDoNotLeak();
    void storedAndMissing();
    void storedBytes();
    void announcedSizeIsOfTheLink();
    void aFetchedManifestKeepsItsType();
    void mediaTypeStaysValid();
    void tooManyMediaTypes();
    void tags();
    void listedTagsHaveTheirManifest();
    void rootsWithoutATag();
    void listsAreInTheOrderOfBytes();
    void pages();
    void bothAlgorithms();
    void manyDigests();
    void lookUpAllocatesNothing();
};

void TestCatalogue::repositoryNames()
{
    Catalogue catalogue;
    QVERIFY(!catalogue.find("docker.io", "library/x"));
    const RepositoryId x = catalogue.ensureRepository("docker.io", "library/x");
    const RepositoryId other = catalogue.ensureRepository("quay.io", "library/x");
    QVERIFY(x != other);
    QCOMPARE(catalogue.ensureRepository("docker.io", "library/x"), x);
    QCOMPARE(catalogue.find("docker.io", "library/x"), x);
    QCOMPARE(catalogue.find("quay.io", "library/x"), other);
    QVERIFY(!catalogue.find("docker.io", "library"));
    QVERIFY(!catalogue.find("docker.io/library", "x"));
    QCOMPARE(catalogue.repositoryCount(), 2U);
    QCOMPARE(catalogue.repositoryName(other), "quay.io/library/x");
}

void TestCatalogue::linksDoNotLeak()
{
    Catalogue catalogue;
    const RepositoryId own = catalogue.ensureRepository("docker.io", "private/own");
    const RepositoryId other = catalogue.ensureRepository("docker.io", "public/other");
    catalogue.link(own, {.digest = digestOf(1), .mediaType = "a/b", .size = 5}, false);
    catalogue.setStored(digestOf(1), 5);
    QVERIFY(catalogue.content(own, digestOf(1)));
    QVERIFY(!catalogue.content(other, digestOf(1)));
    QVERIFY(!catalogue.content(own, digestOf(2)));
    QCOMPARE(catalogue.storedSize(digestOf(1)), 5);
    // The same number of links, so that a mistaken position would show.
    catalogue.link(other, {.digest = digestOf(2), .mediaType = "c/d", .size = 6}, false);
    QVERIFY(!catalogue.content(other, digestOf(1)));
    QVERIFY(!catalogue.content(own, digestOf(2)));
    QCOMPARE(catalogue.content(other, digestOf(2))->mediaType, "c/d");
}

void TestCatalogue::storedAndMissing()
{
    Catalogue catalogue;
    const RepositoryId repository = catalogue.ensureRepository("docker.io", "library/x");
    catalogue.setStored(digestOf(1), 7); // a blob is durable before anybody links it
    QCOMPARE(catalogue.storedSize(digestOf(1)), 7);
    QVERIFY(!catalogue.content(repository, digestOf(1)));
    catalogue.link(repository, {.digest = digestOf(1), .mediaType = "", .size = 7}, false);
    QVERIFY(catalogue.content(repository, digestOf(1))->isStored);
    catalogue.setMissing(digestOf(1));
    QVERIFY(!catalogue.storedSize(digestOf(1)));
    const auto content = catalogue.content(repository, digestOf(1));
    QVERIFY(content && !content->isStored);
    QCOMPARE(content->size, 7);
    catalogue.setMissing(digestOf(2)); // nobody knows it
    QVERIFY(!catalogue.storedSize(digestOf(2)));
    catalogue.setStored(digestOf(3), 0);
    QCOMPARE(catalogue.storedSize(digestOf(3)), 0);
}

void TestCatalogue::storedBytes()
{
    auto data = std::make_unique<CatalogueData>();
    data->addContent(digestOf(1), 100); // as a start fills it
    data->addContent(digestOf(2), std::nullopt);
    Catalogue catalogue(std::move(data));
    QCOMPARE(catalogue.storedBytes(), 100);
    QCOMPARE(catalogue.storedCount(), 1U);
    catalogue.setStored(digestOf(2), 20);
    catalogue.setStored(digestOf(3), 0);
    catalogue.setStored(digestOf(1), 101); // again, with another size
    catalogue.setMissing(digestOf(4));     // nobody knows it
    QCOMPARE(catalogue.storedBytes(), 121);
    QCOMPARE(catalogue.storedCount(), 3U);
    catalogue.setMissing(digestOf(1));
    catalogue.setMissing(digestOf(1));
    QCOMPARE(catalogue.storedBytes(), 20);
    QCOMPARE(catalogue.storedCount(), 2U);
}

void TestCatalogue::announcedSizeIsOfTheLink()
{
    // What a manifest of one repository claims is not told to the readers of another.
    Catalogue catalogue;
    const RepositoryId honest = catalogue.ensureRepository("docker.io", "library/honest");
    const RepositoryId liar = catalogue.ensureRepository("docker.io", "library/liar");
    catalogue.link(honest, {.digest = digestOf(1), .mediaType = "a/b", .size = 100}, false);
    catalogue.link(liar, {.digest = digestOf(1), .mediaType = "c/d", .size = 999}, false);
    QCOMPARE(catalogue.content(honest, digestOf(1))->size, 100);
    QCOMPARE(catalogue.content(honest, digestOf(1))->mediaType, "a/b");
    catalogue.setStored(digestOf(1), 100);
    QCOMPARE(catalogue.content(liar, digestOf(1))->size, 100);
}

void TestCatalogue::aFetchedManifestKeepsItsType()
{
    Catalogue catalogue;
    const RepositoryId repository = catalogue.ensureRepository("docker.io", "library/x");
    // An index names it first.
    catalogue.link(repository, {.digest = digestOf(1), .mediaType = "a/b", .size = 5}, false);
    QVERIFY(!catalogue.content(repository, digestOf(1))->isManifest);
    catalogue.link(repository, {.digest = digestOf(1), .mediaType = manifestType, .size = 5}, true);
    QVERIFY(catalogue.content(repository, digestOf(1))->isManifest);
    // Another index says something else of it, later.
    catalogue.link(repository, {.digest = digestOf(1), .mediaType = "c/d", .size = 6}, false);
    QVERIFY(catalogue.content(repository, digestOf(1))->isManifest);
    QCOMPARE(catalogue.content(repository, digestOf(1))->mediaType, manifestType);
    // A type that is not known replaces none.
    catalogue.link(repository, {.digest = digestOf(2), .mediaType = "a/b", .size = 5}, false);
    catalogue.link(repository, {.digest = digestOf(2), .mediaType = "", .size = 5}, false);
    QCOMPARE(catalogue.content(repository, digestOf(2))->mediaType, "a/b");
}

void TestCatalogue::mediaTypeStaysValid()
{
    Catalogue catalogue;
    const RepositoryId repository = catalogue.ensureRepository("docker.io", "library/x");
    catalogue.link(repository, {.digest = digestOf(0), .mediaType = "first/type", .size = 1},
                   false);
    const std::string_view type = catalogue.content(repository, digestOf(0))->mediaType;
    for (int i = 1; i < 5000; ++i) {
        catalogue.link(repository,
                       {.digest = digestOf(i), .mediaType = "type/" + std::to_string(i), .size = 1},
                       false);
    }
    QCOMPARE(type, "first/type");
}

void TestCatalogue::tooManyMediaTypes()
{
    MediaTypes types;
    for (std::size_t i = 0; i < limits::mediaTypesMax; ++i)
        QCOMPARE(types.name(types.numberOf("type/" + std::to_string(i))),
                 "type/" + std::to_string(i));
    QCOMPARE(types.numberOf("one/more"), MediaTypes::unknown);
    QVERIFY(types.numberOf("type/0") != MediaTypes::unknown);
    QCOMPARE(types.name(MediaTypes::unknown), "");
    QCOMPARE(MediaTypes().numberOf(std::string(limits::mediaTypeBytesMax + 1, 'x')),
             MediaTypes::unknown);
}

void TestCatalogue::tags()
{
    Catalogue catalogue;
    const RepositoryId repository = catalogue.ensureRepository("docker.io", "library/x");
    const RepositoryId other = catalogue.ensureRepository("docker.io", "library/y");
    QVERIFY(!catalogue.tag(repository, "latest"));
    catalogue.setTag(repository, "latest",
                     {.digest = digestOf(1), .checkedAtMs = 10, .freshUntilMs = 20});
    QVERIFY(!catalogue.tag(other, "latest"));
    QCOMPARE(catalogue.tag(repository, "latest")->digest, digestOf(1));
    QCOMPARE(catalogue.tag(repository, "latest")->checkedAtMs, 10);
    QCOMPARE(catalogue.tag(repository, "latest")->freshUntilMs, 20);
    catalogue.setTag(repository, "latest",
                     {.digest = digestOf(2), .checkedAtMs = 11, .freshUntilMs = 0});
    QCOMPARE(catalogue.tag(repository, "latest")->digest, digestOf(2));
    QCOMPARE(catalogue.tag(repository, "latest")->freshUntilMs, 0);
    catalogue.removeTag(repository, "latest");
    catalogue.removeTag(repository, "never there");
    QVERIFY(!catalogue.tag(repository, "latest"));
}

void TestCatalogue::listedTagsHaveTheirManifest()
{
    Catalogue catalogue;
    const RepositoryId repository = catalogue.ensureRepository("docker.io", "library/x");
    const Descriptor manifest{.digest = digestOf(1), .mediaType = manifestType, .size = 9};
    catalogue.setTag(repository, "latest", {.digest = digestOf(1)});
    QVERIFY(catalogue.tags(repository).empty()); // upstream says so, but it is not here
    catalogue.setStored(digestOf(1), 9);
    QVERIFY(catalogue.tags(repository).empty()); // it is here, but not of this repository
    QVERIFY(catalogue.repositories("", 10).empty());
    catalogue.link(repository, manifest, true);
    QCOMPARE(catalogue.tags(repository), std::vector<std::string>{"latest"});
    QCOMPARE(catalogue.repositories("", 10), std::vector<std::string>{"docker.io/library/x"});
    const auto tagged = catalogue.roots(repository);
    QCOMPARE(tagged.size(), 1U);
    QCOMPARE(tagged.front().tag, "latest");
    QCOMPARE(tagged.front().manifest.digest, digestOf(1));
    QCOMPARE(tagged.front().manifest.mediaType, manifestType);
    QCOMPARE(tagged.front().manifest.size, 9);
    catalogue.setMissing(digestOf(1));
    QVERIFY(catalogue.tags(repository).empty());
    QVERIFY(catalogue.repositories("", 10).empty());
    QVERIFY(catalogue.roots(repository).empty());
}

void TestCatalogue::rootsWithoutATag()
{
    Catalogue catalogue;
    const RepositoryId repository = catalogue.ensureRepository("docker.io", "library/x");
    const RepositoryId other = catalogue.ensureRepository("docker.io", "library/y");
    for (int i = 1; i <= 4; ++i) {
        catalogue.setStored(digestOf(i), i);
        catalogue.link(repository, {.digest = digestOf(i), .mediaType = "a/b", .size = i}, i < 4);
    }
    const auto digests = [&catalogue](RepositoryId of) {
        std::vector<Digest> roots;
        for (const RootManifest &root : catalogue.roots(of))
            roots.push_back(root.manifest.digest);
        return roots;
    };
    QCOMPARE(digests(repository), (std::vector{digestOf(1), digestOf(2), digestOf(3)}));
    QCOMPARE(catalogue.unreadManifests(repository).size(), 3U);
    catalogue.setChildren(digestOf(1), {digestOf(2), digestOf(4)});
    QCOMPARE(digests(repository), (std::vector{digestOf(1), digestOf(3)}));
    QCOMPARE(catalogue.unreadManifests(repository), (std::vector{digestOf(2), digestOf(3)}));
    catalogue.setTag(repository, "t", {.digest = digestOf(3)});
    QCOMPARE(digests(repository), (std::vector{digestOf(3), digestOf(1)}));
    QCOMPARE(catalogue.roots(repository).front().tag, "t");
    // A child that has a tag is a root, and one whose parent is of another repository.
    catalogue.setTag(repository, "u", {.digest = digestOf(2)});
    QCOMPARE(digests(repository), (std::vector{digestOf(3), digestOf(2), digestOf(1)}));
    catalogue.link(other, {.digest = digestOf(2), .mediaType = "a/b", .size = 2}, true);
    QCOMPARE(digests(other), std::vector{digestOf(2)});
    catalogue.setMissing(digestOf(1));
    QCOMPARE(digests(repository), (std::vector{digestOf(3), digestOf(2)}));
}

void TestCatalogue::listsAreInTheOrderOfBytes()
{
    Catalogue catalogue;
    const std::vector<std::string> sorted{"1.10", "1.9", "A", "Z", "_", "a", "a-b", "a.b", "ab"};
    const RepositoryId repository = catalogue.ensureRepository("docker.io", "library/x");
    catalogue.setStored(digestOf(1), 9);
    catalogue.link(repository, {.digest = digestOf(1), .mediaType = manifestType, .size = 9}, true);
    for (auto tag = sorted.rbegin(); tag != sorted.rend(); ++tag)
        catalogue.setTag(repository, *tag, {.digest = digestOf(1)});
    QCOMPARE(catalogue.tags(repository), sorted);
}

void TestCatalogue::pages()
{
    Catalogue catalogue;
    catalogue.setStored(digestOf(1), 9);
    std::vector<std::string> all;
    for (int i = 0; i < 250; ++i) {
        const std::string name = "library/" + std::to_string(i);
        const RepositoryId repository = catalogue.ensureRepository("docker.io", name);
        if (i % 2 == 1)
            continue; // has nothing, so it is not listed
        catalogue.link(repository, {.digest = digestOf(1), .mediaType = manifestType, .size = 9},
                       true);
        all.push_back("docker.io/" + name);
    }
    std::sort(all.begin(), all.end());
    std::vector<std::string> collected;
    while (true) {
        const std::string last = collected.empty() ? std::string() : collected.back();
        const auto page = catalogue.repositories(last, 7);
        QVERIFY(page.size() <= 7);
        if (page.empty())
            break;
        collected.insert(collected.end(), page.begin(), page.end());
    }
    QCOMPARE(collected, all);
    QVERIFY(catalogue.repositories("", 0).empty());
    QCOMPARE(catalogue.repositories("docker.io/library/100x", 1).front(), "docker.io/library/102");
}

void TestCatalogue::bothAlgorithms()
{
    // A SHA-512 that begins with the bytes of a SHA-256, and two that differ in the second half.
    ContentTable table;
    QByteArray raw(64, 'a');
    const Digest shorter = Digest::fromRaw(Digest::Algorithm::Sha256, raw.left(32));
    const Digest longer = Digest::fromRaw(Digest::Algorithm::Sha512, raw);
    raw[63] = 'b';
    const Digest another = Digest::fromRaw(Digest::Algorithm::Sha512, raw);
    for (const Digest &digest : {shorter, longer, another}) {
        QVERIFY(!table.find(digest));
        table.insert(digest);
    }
    QCOMPARE(table.size(), 3U);
    for (const Digest &digest : {shorter, longer, another})
        QCOMPARE(table.digest(*table.find(digest)), digest);
}

void TestCatalogue::manyDigests()
{
    ContentTable table;
    constexpr int count = 20'000;
    for (int i = 0; i < count; ++i)
        QCOMPARE(table.insert(digestOf(i)), static_cast<ContentNumber>(i));
    for (int i = 0; i < count; ++i) {
        QCOMPARE(table.insert(digestOf(i)), static_cast<ContentNumber>(i));
        QVERIFY(!table.find(digestOf(count + i)));
    }
    // Digests that somebody made to meet: all the same but for the last bytes.
    QByteArray raw(32, 'x');
    for (int i = 0; i < count; ++i) {
        std::memcpy(raw.data() + 28, &i, sizeof i);
        const Digest digest = Digest::fromRaw(Digest::Algorithm::Sha256, raw);
        table.insert(digest);
        QCOMPARE(table.digest(*table.find(digest)), digest);
    }
}

void TestCatalogue::lookUpAllocatesNothing()
{
    Catalogue catalogue;
    const std::string registry = "registry-with-a-long-name.example.org:5000";
    const std::string name = "a/name/that/is/too/long/for/the/small/string/of/any/library";
    const std::string tag = "a-tag-that-is-too-long-for-it-as-well";
    const RepositoryId repository = catalogue.ensureRepository(registry, name);
    const Digest digest = Digest::of(Digest::Algorithm::Sha512, "x");
    catalogue.link(repository, {.digest = digest, .mediaType = manifestType, .size = 9}, true);
    catalogue.setTag(repository, tag, {.digest = digest});
    const std::size_t before = allocations;
    const auto found = catalogue.find(registry, name);
    const auto content = catalogue.content(repository, digest);
    const auto state = catalogue.tag(repository, tag);
    const auto size = catalogue.storedSize(digest);
    const std::size_t made = allocations - before;
    QCOMPARE(made, 0U);
    QVERIFY(found && content && state && !size);
}

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
