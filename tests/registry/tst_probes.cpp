// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept of probes is bounded: the newest images, the first sightings; what is forgotten is
// forgotten whole. Threads that ask at once get the same.
#include "registry/probes.h"

#include <QTest>

#include <future>
#include <vector>

using namespace lanyard;
using namespace lanyard::registry;

namespace {

std::string nonceOf(int number)
{
    return QString(QStringLiteral("%1")).arg(number, 32, 16, QLatin1Char('0')).toStdString();
}

} // namespace

class TestProbes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheNewest();
    void keepsTheFirstSightings();
    void notesNothingOfTheUnknown();
    void givesAllTheSame();
};

void TestProbes::keepsTheNewest()
{
    constexpr std::size_t imagesMax = 3;
    Probes probes(imagesMax, 1);
    std::vector<std::shared_ptr<const ProbeImage>> images;
    for (int i = 0; i < 4; ++i)
        images.push_back(probes.image(nonceOf(i)));
    for (const ProbePart &part : images.front()->parts())
        QVERIFY(!probes.find(part.digest));
    for (std::size_t i = 1; i < images.size(); ++i) {
        for (const ProbePart &part : images[i]->parts()) {
            const auto found = probes.find(part.digest);
            QVERIFY(found);
            QCOMPARE(found->nonce, nonceOf(static_cast<int>(i)));
            QCOMPARE(found->part->bytes, part.bytes);
        }
    }
    // One that is asked for again is the same, and takes no other's place.
    QCOMPARE(probes.image(nonceOf(1)), images[1]);
    QVERIFY(probes.find(images[2]->parts().front().digest));
}

void TestProbes::keepsTheFirstSightings()
{
    Probes probes(1, 2);
    probes.image(nonceOf(1));
    for (int i = 1; i <= 3; ++i)
        probes.note(nonceOf(1), {.atMs = i});
    QCOMPARE(probes.sightings(nonceOf(1)), (QList<ProbeSighting>{{.atMs = 1}, {.atMs = 2}}));
    probes.image(nonceOf(2));
    QVERIFY(probes.sightings(nonceOf(1)).isEmpty());
}

void TestProbes::notesNothingOfTheUnknown()
{
    Probes probes;
    probes.note(nonceOf(1), {.atMs = 1});
    QVERIFY(probes.sightings(nonceOf(1)).isEmpty());
    QVERIFY(probes.image(nonceOf(1)));
    QVERIFY(probes.sightings(nonceOf(1)).isEmpty());
}

void TestProbes::givesAllTheSame()
{
    Probes probes(8, 8);
    std::vector<std::future<void>> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.push_back(std::async(std::launch::async, [&probes] {
            for (int i = 0; i < 50; ++i) {
                const auto image = probes.image(nonceOf(i % 12));
                probes.find(image->parts().front().digest);
                probes.note(nonceOf(i % 12), {.atMs = i});
            }
        }));
    }
    for (auto &thread : threads)
        thread.get();
    const auto image = probes.image(nonceOf(100));
    for (const ProbePart &part : image->parts())
        QCOMPARE(probes.find(part.digest)->image, image);
}

QTEST_GUILESS_MAIN(TestProbes)
#include "tst_probes.moc"
