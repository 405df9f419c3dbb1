// SPDX-License-Identifier: GPL-3.0-or-later
// A user who is over his quota (EDQUOT) is served as one whose disk is full, although the disk
// says that it has room: every pull is whole and right, the cache says so, and stores again by
// itself, and its database catches up.
#include "core/digest.h"
#include "registry/cachefixture.h"

#include <QTest>

#include <atomic>
#include <cerrno>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace lanyard;
using namespace lanyard::test;

namespace {

/// A quota that is used up while it is there, in one folder: what has its blocks may still be
/// written, and nothing gets another.
class UsedUpQuota
{
public:
    /// When a file system says so: most before anything is written, those without fallocate(2) at
    /// the write, and one on a network not before that is to be durable.
    enum class Says { AtAllocation, AtWrite, AtSync };

    explicit UsedUpQuota(const QString &folder, Says says = Says::AtAllocation)
        : m_folder(folder.toStdString())
        , m_says(says)
    {
        const std::lock_guard lock(mutex);
        current = this;
    }

    ~UsedUpQuota()
    {
        const std::lock_guard lock(mutex);
        current = nullptr;
    }

    Q_DISABLE_COPY_MOVE(UsedUpQuota)

    static bool refusesWrite(int descriptor, off_t end)
    {
        const std::lock_guard lock(mutex);
        return current != nullptr && current->m_says != Says::AtSync &&
               current->isBeyond(descriptor, end);
    }

    static bool refusesSync(int descriptor)
    {
        const std::lock_guard lock(mutex);
        return current != nullptr && current->m_says == Says::AtSync &&
               current->isBeyond(descriptor, 1);
    }

    static bool hasAllocation()
    {
        const std::lock_guard lock(mutex);
        return current == nullptr || current->m_says == Says::AtAllocation;
    }

    int refusedByDatabase() const { return m_refusedByDatabase; }

private:
    bool isBeyond(int descriptor, off_t end)
    {
        std::error_code error;
        const std::string path =
            std::filesystem::read_symlink("/proc/self/fd/" + std::to_string(descriptor), error)
                .string();
        struct stat status = {};
        const off_t has = fstat(descriptor, &status) == 0 ? status.st_blocks * 512 : 0;
        if (!path.starts_with(m_folder) || (m_says != Says::AtSync && end <= has))
            return false;
        if (path.find("/lanyard.db") != std::string::npos)
            ++m_refusedByDatabase;
        return true;
    }

    static inline std::mutex mutex; ///< the store's threads ask while a test ends it
    static inline UsedUpQuota *current = nullptr;

    const std::string m_folder;
    const Says m_says;
    std::atomic<int> m_refusedByDatabase = 0;
};

ssize_t writeWithinQuota(int descriptor, const void *bytes, std::size_t size, off_t offset)
{
    if (UsedUpQuota::refusesWrite(descriptor, offset + static_cast<off_t>(size))) {
        errno = EDQUOT;
        return -1;
    }
    return syscall(SYS_pwrite64, descriptor, bytes, size, offset);
}

int allocateWithinQuota(int descriptor, int mode, off_t offset, off_t size)
{
    if (!UsedUpQuota::hasAllocation()) {
        errno = EOPNOTSUPP;
        return -1;
    }
    if (UsedUpQuota::refusesWrite(descriptor, offset + size)) {
        errno = EDQUOT;
        return -1;
    }
    return static_cast<int>(syscall(SYS_fallocate, descriptor, mode, offset, size));
}

QByteArray target(const std::string &reference)
{
    return "/v2/library/app/manifests/" + QByteArray::fromStdString(reference);
}

QByteArray blobTarget(const Digest &digest)
{
    return "/v2/library/app/blobs/" + QByteArray::fromStdString(digest.toString());
}

} // namespace

// These take the place of the system's own, for the store and for its database.
extern "C" ssize_t pwrite(int descriptor, const void *bytes, std::size_t size, off_t offset)
{
    return writeWithinQuota(descriptor, bytes, size, offset);
}

extern "C" ssize_t pwrite64(int descriptor, const void *bytes, std::size_t size, off64_t offset)
{
    return writeWithinQuota(descriptor, bytes, size, offset);
}

extern "C" int fallocate(int descriptor, int mode, off_t offset, off_t size)
{
    return allocateWithinQuota(descriptor, mode, offset, size);
}

extern "C" int fallocate64(int descriptor, int mode, off64_t offset, off64_t size)
{
    return allocateWithinQuota(descriptor, mode, offset, size);
}

extern "C" int fdatasync(int descriptor)
{
    if (UsedUpQuota::refusesSync(descriptor)) {
        errno = EDQUOT;
        return -1;
    }
    return static_cast<int>(syscall(SYS_fdatasync, descriptor));
}

class TestOverQuota : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pullsAndStoresAgain_data();
    void pullsAndStoresAgain();
    void hitsGoOn();
    void theDatabaseCatchesUp();
};

void TestOverQuota::pullsAndStoresAgain_data()
{
    QTest::addColumn<UsedUpQuota::Says>("says");
    QTest::newRow("before the first byte") << UsedUpQuota::Says::AtAllocation;
    QTest::newRow("when it is written") << UsedUpQuota::Says::AtWrite;
    QTest::newRow("when it is to be durable") << UsedUpQuota::Says::AtSync;
}

void TestOverQuota::pullsAndStoresAgain()
{
    QFETCH(const UsedUpQuota::Says, says);
    CacheFixture cache;
    const QByteArray layer(3'000'000, 'l');
    const Digest digest = cache.hub.addBlob("library/app", layer);
    const QByteArray manifest = imageManifest({{digest, layer.size()}});
    const Digest image = cache.hub.addManifest("library/app", "1", imageType, manifest);
    auto quota = std::make_unique<UsedUpQuota>(cache.dataDirectory(), says);
    for (int pull = 0; pull < 2; ++pull) {
        QCOMPARE(cache.get(target("1")).body, manifest);
        QVERIFY(cache.get(blobTarget(digest)).body == layer);
        QTRY_VERIFY(cache.downloads().isEmpty());
        QVERIFY(!cache.isStored(digest));
        QVERIFY(!cache.isStored(image));
    }
    QCOMPARE(cache.warnings.filter(QStringLiteral("passes through")).size(), 1);
    QCOMPARE(cache.warnings.filter(QStringLiteral("quota exceeded")).size(), 1);
    quota.reset();
    QCOMPARE(cache.get(target("1")).body, manifest);
    QVERIFY(cache.get(blobTarget(digest)).body == layer);
    QTRY_VERIFY(cache.isStored(digest));
    QTRY_VERIFY(cache.isStored(image));
    QTRY_COMPARE(cache.warnings.filter(QStringLiteral("There is room again")).size(), 1);
}

void TestOverQuota::hitsGoOn()
{
    CacheFixture cache;
    const QByteArray layer(3'000'000, 'l');
    const Digest digest = cache.hub.addBlob("library/app", layer);
    QVERIFY(cache.get(blobTarget(digest)).body == layer);
    QTRY_VERIFY(cache.downloads().isEmpty());
    cache.restart(); // its row is written
    const UsedUpQuota quota(cache.dataDirectory());
    cache.restart();
    QVERIFY(cache.get(blobTarget(digest)).body == layer);
    QCOMPARE(cache.hub.count("GET", blobTarget(digest).toStdString()), 1);
    cache.stopEngine();
}

void TestOverQuota::theDatabaseCatchesUp()
{
    CacheFixture cache;
    const QByteArray manifest = imageManifest({});
    const Digest digest = cache.hub.addManifest("library/app", "first", imageType, manifest);
    QCOMPARE(cache.get(target("first")).body, manifest);
    QTRY_COMPARE(cache.get(target("first")).field("Cache-Status"), "lanyard; hit");
    QVERIFY(cache.isStored(digest));
    auto quota = std::make_unique<UsedUpQuota>(cache.dataDirectory());
    // Stored already: only its tags are new, and they fit nowhere.
    for (int tag = 0; quota->refusedByDatabase() == 0; ++tag) {
        QVERIFY(tag < 100'000);
        const std::string name = "tag-" + std::to_string(tag);
        cache.hub.addManifest("library/app", name, imageType, manifest);
        QCOMPARE(cache.get(target(name)).body, manifest);
    }
    QTRY_COMPARE(cache.warnings.filter(QStringLiteral("lanyard.db")).size(), 1);
    quota.reset();
    QTRY_COMPARE(cache.warnings.filter(QStringLiteral("complete again")).size(), 1);
    cache.restart();
    cache.hub.stop();
    QCOMPARE(cache.get(target("tag-0")).body, manifest);
}

QTEST_GUILESS_MAIN(TestOverQuota)
#include "tst_overquota.moc"
