// SPDX-License-Identifier: GPL-3.0-or-later
// Proves with a small disk that what is said to be free is what is free now: whenever the settings
// are shown, and when they are read anew.
#include "engine.h"
#include "format.h"
#include "settings/storagesection.h"
#include "support/smalldisk.h"

#include <QLineEdit>
#include <QTest>

using namespace lanyard;
using namespace lanyard::ui;
using namespace lanyard::test;

namespace {

constexpr std::int64_t mebibyte = 1024 * 1024;

} // namespace

class StorageSectionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tellsWhatIsFreeNow();
};

void StorageSectionTest::initTestCase()
{
    if (!SmallDisk::enter())
        QSKIP("this system gives no mount namespace");
}

void StorageSectionTest::tellsWhatIsFreeNow()
{
    SmallDisk disk(16 * mebibyte);
    Engine engine;
    StorageSection section(engine);
    const auto *const keepFree = section.findChild<QLineEdit *>(QStringLiteral("keepFree"));
    const auto isTold = [keepFree](std::int64_t bytes) {
        return keepFree->accessibleDescription().contains(formatBytes(bytes));
    };
    Settings settings;
    settings.dataDirectory = disk.path();
    section.fill(settings);
    section.show();
    QTRY_VERIFY(keepFree->accessibleDescription().contains(formatBytes(16 * mebibyte)));
    disk.fill(7 * mebibyte);
    section.hide();
    section.show();
    QTRY_VERIFY(isTold(7 * mebibyte));
    disk.fill(3 * mebibyte);
    section.fill(settings);
    QTRY_VERIFY(isTold(3 * mebibyte));
}

QTEST_MAIN(StorageSectionTest)
#include "tst_storagesection.moc"
