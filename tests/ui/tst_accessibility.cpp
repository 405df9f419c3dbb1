// SPDX-License-Identifier: GPL-3.0-or-later
// Walks every page of the real window, before the cache was used and after that: each control has
// a name for who does not see it, Tab reaches each and goes down the page, no two that are there at
// once share a mnemonic, nothing is cut off or wider than the page, from right to left and at twice
// the size of letters too, and all text stands out on light and dark grounds.
#include "controlwalk.h"
#include "walkedwindow.h"
#include "widgets/navigation.h"

#include <functional>
#include <memory>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::ui;

class AccessibilityTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();

    void namesEveryControl_data() { addUses(); }

    void namesEveryControl();

    void reachesEveryControlByTab_data() { addUses(); }

    void reachesEveryControlByTab();

    void goesDownByTab_data() { addUses(); }

    void goesDownByTab();

    void sharesNoMnemonic_data() { addUses(); }

    void sharesNoMnemonic();
    void fits_data();
    void fits();
    void standsOut_data();
    void standsOut();
    void speaksEachLanguage_data();
    void speaksEachLanguage();

private:
    static void addUses();
    void open(bool isUsed);
    void forEachForm(const std::function<void(QWidget &)> &check);

    std::unique_ptr<WalkedWindow> m_walked;
};

void AccessibilityTest::cleanup()
{
    m_walked.reset();
}

void AccessibilityTest::addUses()
{
    QTest::addColumn<bool>("isUsed");
    QTest::newRow("new") << false;
    QTest::newRow("used") << true;
}

void AccessibilityTest::open(bool isUsed)
{
    m_walked = std::make_unique<WalkedWindow>();
    if (isUsed)
        m_walked->startUsed();
    else
        m_walked->start();
}

/// Every page, in each of its forms.
void AccessibilityTest::forEachForm(const std::function<void(QWidget &)> &check)
{
    for (int page = 0; page <= static_cast<int>(MainWindow::Page::Settings); ++page) {
        QWidget &shown = m_walked->show(static_cast<MainWindow::Page>(page));
        test::forEachForm(shown, [&] { check(shown); });
    }
}

void AccessibilityTest::namesEveryControl()
{
    QFETCH(bool, isUsed);
    open(isUsed);
    forEachForm([this](const QWidget &) { haveNames(m_walked->window); });
}

void AccessibilityTest::reachesEveryControlByTab()
{
    QFETCH(bool, isUsed);
    open(isUsed);
    QVERIFY(QTest::qWaitForWindowActive(&m_walked->window));
    forEachForm([this](const QWidget &shown) {
        m_walked->window.findChild<Navigation *>()->setFocus();
        areReachedByTab(shown);
    });
}

void AccessibilityTest::goesDownByTab()
{
    QFETCH(bool, isUsed);
    open(isUsed);
    QVERIFY(QTest::qWaitForWindowActive(&m_walked->window));
    forEachForm([this](const QWidget &shown) {
        m_walked->window.findChild<Navigation *>()->setFocus();
        goDownByTab(shown);
    });
}

void AccessibilityTest::sharesNoMnemonic()
{
    QFETCH(bool, isUsed);
    open(isUsed);
    forEachForm([this](const QWidget &) {
        shareNoMnemonic(m_walked->menuTitles() + mnemonicTexts(*m_walked->window.centralWidget()));
    });
}

void AccessibilityTest::fits_data()
{
    QTest::addColumn<bool>("isUsed");
    QTest::addColumn<bool>("isLarge");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    for (const bool isUsed : {false, true}) {
        for (const bool isLarge : {false, true}) {
            for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft})
                QTest::addRow("%s%s%s", isUsed ? "used" : "new", isLarge ? " large" : "",
                              direction == Qt::RightToLeft ? " from the right" : "")
                    << isUsed << isLarge << direction;
        }
    }
}

void AccessibilityTest::fits()
{
    QFETCH(bool, isUsed);
    QFETCH(bool, isLarge);
    QFETCH(Qt::LayoutDirection, direction);
    const ReadingChange reading(isLarge, direction);
    open(isUsed);
    const QSize size = isLarge ? QSize(1900, 1300) : QSize(1000, 700);
    m_walked->window.resize(size);
    forEachForm([&](const QWidget &shown) {
        areNotCutOff(shown);
        // The window was not made wider by what is in it.
        QVERIFY2(m_walked->window.width() <= size.width(),
                 qPrintable(describe(shown) + QString::number(m_walked->window.width())));
    });
}

void AccessibilityTest::standsOut_data()
{
    QTest::addColumn<bool>("isUsed");
    QTest::addColumn<bool>("isDark");
    for (const bool isUsed : {false, true}) {
        for (const bool isDark : {false, true})
            QTest::addRow("%s %s", isUsed ? "used" : "new", isDark ? "dark" : "light")
                << isUsed << isDark;
    }
}

/// Each label, on the ground that is drawn below it; when the palette changes while it is shown.
void AccessibilityTest::standsOut()
{
    QFETCH(bool, isUsed);
    QFETCH(bool, isDark);
    constexpr double wanted = 4.5; // WCAG 2.1, 1.4.3
    open(isUsed);
    forEachForm([&](const QWidget &) {
        const auto labels = [this] {
            QList<QLabel *> all = m_walked->window.findChildren<QLabel *>();
            all.removeIf([](const QLabel *label) {
                return !label->isVisible() || !label->isEnabled() || label->text().isEmpty() ||
                       label->visibleRegion().isEmpty();
            });
            return all;
        };
        QVERIFY(!labels().isEmpty());
        const PaletteChange colours(isDark ? PaletteChange::dark() : QApplication::palette());
        const QImage picture = m_walked->window.grab().toImage();
        const QList<QLabel *> seen = labels();
        for (const QLabel *label : seen) {
            const QPoint corner = label->mapTo(&m_walked->window, QPoint(0, 0));
            const QColor ground = picture.pixelColor(corner * picture.devicePixelRatio());
            const QColor text = label->palette().color(label->foregroundRole());
            QVERIFY2(contrast(text, ground) >= wanted,
                     qPrintable(describe(*label) + text.name() + u' ' + ground.name()));
        }
    });
}

void AccessibilityTest::speaksEachLanguage_data()
{
    QTest::addColumn<bool>("isUsed");
    QTest::addColumn<QString>("language");
    for (const bool isUsed : {false, true}) {
        for (const QString &language : availableLanguages())
            QTest::addRow("%s %s", isUsed ? "used" : "new", qPrintable(language))
                << isUsed << language;
    }
}

/// Words and letters are others there.
void AccessibilityTest::speaksEachLanguage()
{
    QFETCH(bool, isUsed);
    QFETCH(QString, language);
    const LanguageChange words(language);
    open(isUsed);
    m_walked->window.resize(1000, 700);
    forEachForm([this](const QWidget &shown) {
        areNotCutOff(shown);
        lineUpFields(shown);
        shareNoMnemonic(m_walked->menuTitles() + mnemonicTexts(*m_walked->window.centralWidget()));
    });
}

QTEST_MAIN(AccessibilityTest)
#include "tst_accessibility.moc"
