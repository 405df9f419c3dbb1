// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that content counts once for each repository and each registry that has it, and that what
// several have is told as shared.
#include "registry/imagestore.h"
#include "registry/repositorytally.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::test;

class TestRepositoryTally final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsNothing();
    void countsOnce();
    void countsWhatIsShared();
    void leavesOutWhatIsNotStored();
};

namespace {

std::int64_t bytesOf(const TestImage &image)
{
    std::int64_t bytes = image.manifest.descriptor.size + image.config.descriptor.size;
    for (const Piece &layer : image.layers)
        bytes += layer.descriptor.size;
    return bytes;
}

} // namespace

void TestRepositoryTally::countsNothing()
{
    ImageStore cache;
    QCOMPARE(registry::tallyRepositories(cache.store().catalogue()), RepositorySizes());
}

void TestRepositoryTally::countsOnce()
{
    ImageStore cache;
    const TestImage image = testImage("amd64", {"one layer", "another"});
    cache.putImage("docker.io", "library/a", image);
    cache.setTag("docker.io", "library/a", "1", image.manifest);
    cache.setTag("docker.io", "library/a", "2", image.manifest);
    const RepositorySizes sizes = registry::tallyRepositories(cache.store().catalogue());
    QCOMPARE(sizes.repositories.size(), 1);
    QCOMPARE(sizes.repositories.front(),
             (StoredSize{.name = "docker.io/library/a", .storedBytes = bytesOf(image)}));
    QCOMPARE(sizes.registries.size(), 1);
    QCOMPARE(sizes.registries.front(),
             (StoredSize{.name = "docker.io", .storedBytes = bytesOf(image)}));
    QCOMPARE(sizes.storedBytes, bytesOf(image));
}

void TestRepositoryTally::countsWhatIsShared()
{
    ImageStore cache;
    const QByteArray base = "the base of all";
    const TestImage first = testImage("amd64", {base, "first"});
    const TestImage second = testImage("amd64", {base, "second one"});
    cache.putImage("docker.io", "library/b", second);
    cache.putImage("docker.io", "library/a", first);
    cache.putImage("quay.io", "c", second);
    const RepositorySizes sizes = registry::tallyRepositories(cache.store().catalogue());
    QCOMPARE(sizes.repositories.size(), 3);
    QCOMPARE(sizes.repositories.at(0).name, QByteArray("docker.io/library/a"));
    QCOMPARE(sizes.repositories.at(0).storedBytes, bytesOf(first));
    // The config of all three is the same, as their platform is.
    QCOMPARE(sizes.repositories.at(0).sharedBytes, base.size() + first.config.bytes.size());
    QCOMPARE(sizes.repositories.at(1).sharedBytes, bytesOf(second));
    QCOMPARE(sizes.repositories.at(2).name, QByteArray("quay.io/c"));
    QCOMPARE(sizes.repositories.at(2).sharedBytes, bytesOf(second));
    QCOMPARE(sizes.registries.size(), 2);
    const std::int64_t both =
        bytesOf(first) + bytesOf(second) - base.size() - first.config.bytes.size();
    QCOMPARE(
        sizes.registries.at(0),
        (StoredSize{.name = "docker.io", .storedBytes = both, .sharedBytes = bytesOf(second)}));
    QCOMPARE(sizes.registries.at(1), (StoredSize{.name = "quay.io",
                                                 .storedBytes = bytesOf(second),
                                                 .sharedBytes = bytesOf(second)}));
    QCOMPARE(sizes.storedBytes, both);
}

void TestRepositoryTally::leavesOutWhatIsNotStored()
{
    ImageStore cache;
    const TestImage image = testImage("amd64", {"never fetched"});
    cache.putManifest("docker.io", "library/a", image.manifest);
    const RepositorySizes sizes = registry::tallyRepositories(cache.store().catalogue());
    QCOMPARE(sizes.repositories.size(), 1);
    QCOMPARE(sizes.repositories.front().storedBytes, image.manifest.descriptor.size);
}

QTEST_GUILESS_MAIN(TestRepositoryTally)
#include "tst_repositorytally.moc"
