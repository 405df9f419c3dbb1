// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that what a user has pinned stays pinned: after a restart, after the database was lost or
// written anew, and when upstream has the tag no more.
#include "store/earlierschema.h"
#include "store/storefixture.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace lanyard;
using namespace lanyard::store;
using namespace lanyard::test;

class TestPins : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void areRemembered_data();
    void areRemembered();
    void areTakenBack();
    void needNotBeThere();
    void stayWithWhatATagNamed();
    void areOfASchemaOfTheirOwn();
    void rememberWhatWasSeen();

private:
    RepositoryId repository() const
    {
        return *m_fixture->catalogue().find("docker.io", "library/x");
    }

    /// The names of pinned roots: tags, or digests.
    std::vector<std::string> pinnedRoots() const
    {
        std::vector<std::string> names;
        for (const RootManifest &root : m_fixture->catalogue().roots(repository())) {
            if (root.isPinned)
                names.push_back(root.tag.empty() ? root.manifest.digest.toString() : root.tag);
        }
        return names;
    }

    /// "DIGEST MILLISECONDS", of the pinned tag; empty: nobody has looked.
    std::string seen() const
    {
        const auto seen = m_fixture->catalogue().seenTag(repository(), "kept");
        return seen ? seen->digest.toString() + ' ' + std::to_string(seen->seenAtMs) : "";
    }

    std::unique_ptr<StoreFixture> m_fixture;
    ManifestRecord m_tagged = manifestOf("layers", imageManifestType, {});
    ManifestRecord m_untagged = manifestOf("blobs", imageManifestType, {});
    std::vector<std::string> m_pins{"kept", m_untagged.descriptor.digest.toString()};
};

void TestPins::init()
{
    m_fixture = std::make_unique<StoreFixture>();
    m_fixture->put("library/x", "kept", m_tagged);
    m_fixture->put("library/x", "other", m_tagged);
    m_fixture->put("library/x", m_untagged);
    for (const std::string &name : m_pins)
        m_fixture->store().setPinned(repository(), name, true);
    QCOMPARE(pinnedRoots(), m_pins);
}

void TestPins::cleanup()
{
    m_fixture.reset();
}

void TestPins::areRemembered_data()
{
    QTest::addColumn<bool>("isDatabaseLost");
    QTest::newRow("restart") << false;
    QTest::newRow("from index.json") << true;
}

void TestPins::areRemembered()
{
    QFETCH(bool, isDatabaseLost);
    m_fixture->close();
    if (isDatabaseLost)
        QVERIFY(QFile::remove(m_fixture->path(QStringLiteral("lanyard.db"))));
    else
        QVERIFY(QFile::remove(m_fixture->path(QStringLiteral("index.json"))));
    m_fixture->open();
    QCOMPARE(pinnedRoots(), m_pins);
    // The rebuilt database has them, too.
    m_fixture->open();
    QCOMPARE(pinnedRoots(), m_pins);
}

void TestPins::areTakenBack()
{
    for (const std::string &name : m_pins)
        m_fixture->store().setPinned(repository(), name, false);
    QVERIFY(pinnedRoots().empty());
    m_fixture->open();
    QVERIFY(pinnedRoots().empty());
    QVERIFY(m_fixture->catalogue().pins(repository()).empty());
}

void TestPins::needNotBeThere()
{
    m_fixture->store().setPinned(repository(), "later", true);
    QCOMPARE(pinnedRoots(), m_pins);
    m_fixture->open();
    m_fixture->put("library/x", "later", m_tagged);
    const std::vector<std::string> names = pinnedRoots();
    QVERIFY(std::find(names.begin(), names.end(), "later") != names.end());
}

void TestPins::stayWithWhatATagNamed()
{
    m_fixture->store().removeTag(repository(), "other");
    m_fixture->store().removeTag(repository(), "kept");
    const std::vector<std::string> names = pinnedRoots();
    QCOMPARE(names.size(), 2U);
    QVERIFY(std::find(names.begin(), names.end(), m_tagged.descriptor.digest.toString()) !=
            names.end());
    QVERIFY(!m_fixture->catalogue().isPinned(repository(), "kept"));
}

void TestPins::areOfASchemaOfTheirOwn()
{
    m_fixture->close();
    for (const QString &statement : backToSchema(2))
        m_fixture->sql(statement);
    m_fixture->open();
    QVERIFY(m_fixture->warnings().isEmpty());
    QVERIFY(pinnedRoots().empty());
    m_fixture->store().setPinned(repository(), "kept", true);
    m_fixture->open();
    QCOMPARE(pinnedRoots(), std::vector<std::string>{"kept"});
}

void TestPins::rememberWhatWasSeen()
{
    QCOMPARE(seen(), std::string());
    const Digest newer = m_untagged.descriptor.digest;
    m_fixture->store().setSeen(repository(), "kept", {.digest = newer, .seenAtMs = 17});
    QCOMPARE(seen(), newer.toString() + " 17");
    m_fixture->open();
    QCOMPARE(seen(), newer.toString() + " 17");
    // To pin it once more changes nothing.
    m_fixture->store().setPinned(repository(), "kept", true);
    m_fixture->open();
    QCOMPARE(seen(), newer.toString() + " 17");
    m_fixture->store().setPinned(repository(), "kept", false);
    m_fixture->store().setSeen(repository(), "kept", {.digest = newer, .seenAtMs = 18});
    m_fixture->store().setPinned(repository(), "kept", true);
    QCOMPARE(seen(), std::string());
    m_fixture->open();
    QCOMPARE(seen(), std::string());
}

QTEST_GUILESS_MAIN(TestPins)
#include "tst_pins.moc"
