// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a survey has every image with its tags and pins, all content with its size and who
// names it, also where the catalogue gives it in many pieces.
#include "core/limits.h"
#include "store/surveybuilder.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::store;
using namespace lanyard::test;

namespace {

std::vector<std::string> tagsOf(const ImageSurvey::Image &image)
{
    std::vector<std::string> names;
    for (const ImageSurvey::Tag &tag : image.tags)
        names.push_back(tag.name + (tag.isPinned ? "!" : ""));
    return names;
}

} // namespace

class TestImageSurvey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothing();
    void images();
    void whatIsNotKnown();
    void brokenTags();
    void manyPieces();
};

void TestImageSurvey::nothing()
{
    const ImageSurvey survey = surveyImages(Catalogue());
    QVERIFY(survey.contents.empty());
    QVERIFY(survey.repositories.empty());
}

void TestImageSurvey::images()
{
    SurveyBuilder builder;
    builder.store("layer", 100);
    builder.manifest("x", "image", {"layer", "absent"}, 7);
    builder.manifest("x", "index", {"image"}, 9, {"1", "2"});
    builder.manifest("x", "untagged", {"layer"}, 5);
    builder.manifest("y", "image", {"layer", "absent"}, 3, {"1"});
    builder.catalogue.setPinned(builder.repositoryOf("x"), "2", true);
    builder.catalogue.setPinned(builder.repositoryOf("x"),
                                SurveyBuilder::digestOf("untagged").toString(), true);
    const ImageSurvey survey = surveyImages(builder.catalogue);
    QCOMPARE(survey.repositories.size(), 2U);
    const ImageSurvey::Repository &x = survey.repositories[0];
    QCOMPARE(x.name, "docker.io/x");
    QVERIFY(x.isKnown);
    QCOMPARE(x.revision, builder.catalogue.linkRevision(x.id));
    QCOMPARE(x.links.size(), 5U);
    QCOMPARE(x.images.size(), 2U);
    QCOMPARE(survey.contents[x.images[0].manifest].digest, SurveyBuilder::digestOf("index"));
    QCOMPARE(tagsOf(x.images[0]), (std::vector<std::string>{"1", "2!"}));
    QVERIFY(!x.images[0].isPinned);
    QCOMPARE(survey.contents[x.images[1].manifest].digest, SurveyBuilder::digestOf("untagged"));
    QVERIFY(x.images[1].tags.empty());
    QVERIFY(x.images[1].isPinned);
    const ImageSurvey::Repository &y = survey.repositories[1];
    QCOMPARE(y.images.size(), 1U);
    const ContentNumber image = y.images[0].manifest;
    QCOMPARE(survey.children.at(image).size(), 2U);
    for (const ContentNumber child : survey.children.at(image)) {
        const ImageSurvey::Content &content = survey.contents[child];
        const bool isLayer = content.digest == SurveyBuilder::digestOf("layer");
        QCOMPARE(content.storedBytes, isLayer ? std::optional<std::int64_t>(100) : std::nullopt);
    }
    QCOMPARE(y.links.size(), 3U);
    QVERIFY(std::any_of(y.links.begin(), y.links.end(), [&](const NumberedLink &link) {
        return link.content == image && link.isManifest && link.usedAtMs == 3;
    }));
}

void TestImageSurvey::whatIsNotKnown()
{
    SurveyBuilder builder;
    builder.manifest("x", "image", {"layer"}, 7, {"1"});
    const RepositoryId y = builder.repositoryOf("y");
    builder.catalogue.link(
        y, {.digest = SurveyBuilder::digestOf("unread"), .mediaType = "a/b", .size = 1}, true);
    builder.store("unread", 1);
    const ImageSurvey survey = surveyImages(builder.catalogue);
    QVERIFY(survey.repositories[0].isKnown);
    QVERIFY(!survey.repositories[1].isKnown);
}

void TestImageSurvey::brokenTags()
{
    SurveyBuilder builder;
    builder.manifest("x", "image", {"layer"}, 7, {"1"});
    builder.catalogue.setMissing(SurveyBuilder::digestOf("image"));
    const ImageSurvey survey = surveyImages(builder.catalogue);
    QVERIFY(survey.repositories[0].images.empty());
    QCOMPARE(survey.repositories[0].brokenTags, std::vector<std::string>{"1"});
}

void TestImageSurvey::manyPieces()
{
    SurveyBuilder builder;
    const int count = 3 * static_cast<int>(limits::catalogueStepMax) + 1;
    for (int i = 0; i < count; ++i) {
        const std::string number = std::to_string(i);
        builder.manifest("x", number, {}, i, {"tag-" + number});
    }
    const ImageSurvey survey = surveyImages(builder.catalogue);
    QCOMPARE(survey.contents.size(), static_cast<std::size_t>(count));
    QCOMPARE(survey.repositories[0].links.size(), static_cast<std::size_t>(count));
    QCOMPARE(survey.repositories[0].images.size(), static_cast<std::size_t>(count));
}

QTEST_APPLESS_MAIN(TestImageSurvey)
#include "tst_imagesurvey.moc"
