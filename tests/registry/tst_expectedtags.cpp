// SPDX-License-Identifier: GPL-3.0-or-later
// What is said last of a tag counts; a stored manifest takes all its tags, and no one else's.
#include "core/limits.h"
#include "registry/expectedtags.h"

#include <QTest>

#include <algorithm>

using namespace lanyard;
using namespace lanyard::registry;

namespace {

const Repository app{.upstream = 0, .registry = "docker.io", .name = "library/app"};
const Repository other{.upstream = 0, .registry = "docker.io", .name = "library/other"};

ExpectedTag expected(const Repository &repository, const std::string &tag, const Digest &digest)
{
    return {.repository = repository, .tag = tag, .state = {.digest = digest, .checkedAtMs = 1}};
}

} // namespace

class TestExpectedTags : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLastCounts();
    void aManifestTakesItsTags();
    void isBounded();

private:
    const Digest m_first = Digest::of(Digest::Algorithm::Sha256, "first");
    const Digest m_second = Digest::of(Digest::Algorithm::Sha256, "second");
};

void TestExpectedTags::theLastCounts()
{
    ExpectedTags tags;
    tags.insert(expected(app, "latest", m_first));
    tags.insert(expected(app, "latest", m_second));
    QVERIFY(tags.find(app, "latest")->digest == m_second);
    QVERIFY(!tags.find(other, "latest"));
    QVERIFY(tags.take(app, m_first).empty());
    tags.remove(app, "latest");
    QVERIFY(!tags.find(app, "latest"));
}

void TestExpectedTags::aManifestTakesItsTags()
{
    ExpectedTags tags;
    tags.insert(expected(app, "1", m_first));
    tags.insert(expected(app, "1.2", m_first));
    tags.insert(expected(app, "2", m_second));
    tags.insert(expected(other, "1", m_first));
    std::vector<std::string> taken;
    for (const ExpectedTag &tag : tags.take(app, m_first))
        taken.push_back(tag.tag);
    std::sort(taken.begin(), taken.end());
    QCOMPARE(taken, (std::vector<std::string>{"1", "1.2"}));
    QVERIFY(!tags.find(app, "1"));
    QVERIFY(tags.find(app, "2"));
    QVERIFY(tags.find(other, "1"));
}

void TestExpectedTags::isBounded()
{
    ExpectedTags tags;
    for (std::size_t i = 0; i <= limits::expectedTagsMax; ++i)
        tags.insert(expected(app, std::to_string(i), m_first));
    QVERIFY(!tags.find(app, "0"));
    QCOMPARE(tags.take(app, m_first).size(), std::size_t{1});
}

QTEST_APPLESS_MAIN(TestExpectedTags)
#include "tst_expectedtags.moc"
