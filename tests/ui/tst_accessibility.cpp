// SPDX-License-Identifier: GPL-3.0-or-later
// Walks every page of the real window: each control has a name for who does not see it, Tab reaches
// each and goes down the page, no two that are there at once share a mnemonic, nothing is cut off
// or wider than the page, from right to left and at twice the size of letters too, and all text
// stands out on light and dark grounds.
#include "controlwalk.h"
#include "walkedwindow.h"
#include "widgets/navigation.h"

#include <memory>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::ui;

class AccessibilityTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();

    void namesEveryControl_data() { addPages(); }

    void namesEveryControl();

    void reachesEveryControlByTab_data() { addPages(); }

    void reachesEveryControlByTab();

    void goesDownByTab_data() { addPages(); }

    void goesDownByTab();

    void sharesNoMnemonic_data() { addPages(); }

    void sharesNoMnemonic();
    void fits_data();
    void fits();
    void standsOut_data();
    void standsOut();
    void speaksEachLanguage_data();
    void speaksEachLanguage();

private:
    static void addPages();
    QWidget &show(MainWindow::Page page);

    std::unique_ptr<WalkedWindow> m_walked;
};

void AccessibilityTest::cleanup()
{
    m_walked.reset();
}

void AccessibilityTest::addPages()
{
    using Page = MainWindow::Page;
    QTest::addColumn<MainWindow::Page>("page");
    QTest::newRow("overview") << Page::Overview;
    QTest::newRow("requests") << Page::Requests;
    QTest::newRow("images") << Page::Images;
    QTest::newRow("upstreams") << Page::Upstreams;
    QTest::newRow("clients") << Page::Clients;
    QTest::newRow("this computer") << Page::Computer;
    QTest::newRow("settings") << Page::Settings;
}

QWidget &AccessibilityTest::show(MainWindow::Page page)
{
    m_walked = std::make_unique<WalkedWindow>();
    m_walked->start();
    return m_walked->show(page);
}

void AccessibilityTest::namesEveryControl()
{
    QFETCH(MainWindow::Page, page);
    show(page);
    haveNames(m_walked->window);
}

void AccessibilityTest::reachesEveryControlByTab()
{
    QFETCH(MainWindow::Page, page);
    const QWidget &shown = show(page);
    QVERIFY(QTest::qWaitForWindowActive(&m_walked->window));
    m_walked->window.findChild<Navigation *>()->setFocus();
    areReachedByTab(shown);
}

void AccessibilityTest::goesDownByTab()
{
    QFETCH(MainWindow::Page, page);
    const QWidget &shown = show(page);
    QVERIFY(QTest::qWaitForWindowActive(&m_walked->window));
    m_walked->window.findChild<Navigation *>()->setFocus();
    goDownByTab(shown);
}

void AccessibilityTest::sharesNoMnemonic()
{
    QFETCH(MainWindow::Page, page);
    show(page);
    shareNoMnemonic(m_walked->menuTitles() + mnemonicTexts(*m_walked->window.centralWidget()));
}

void AccessibilityTest::fits_data()
{
    QTest::addColumn<MainWindow::Page>("page");
    QTest::addColumn<bool>("isLarge");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    for (int page = 0; page <= static_cast<int>(MainWindow::Page::Settings); ++page) {
        for (const bool isLarge : {false, true}) {
            for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft})
                QTest::addRow("%d%s%s", page, isLarge ? " large" : "",
                              direction == Qt::RightToLeft ? " from the right" : "")
                    << static_cast<MainWindow::Page>(page) << isLarge << direction;
        }
    }
}

void AccessibilityTest::fits()
{
    QFETCH(MainWindow::Page, page);
    QFETCH(bool, isLarge);
    QFETCH(Qt::LayoutDirection, direction);
    const ReadingChange reading(isLarge, direction);
    const QWidget &shown = show(page);
    const QSize size = isLarge ? QSize(1900, 1300) : QSize(1000, 700);
    m_walked->window.resize(size);
    QCoreApplication::sendPostedEvents();
    areNotCutOff(shown);
    // The window was not made wider by what is in it.
    QVERIFY2(m_walked->window.width() <= size.width(),
             qPrintable(QString::number(m_walked->window.width())));
}

void AccessibilityTest::standsOut_data()
{
    QTest::addColumn<MainWindow::Page>("page");
    QTest::addColumn<bool>("isDark");
    for (int page = 0; page <= static_cast<int>(MainWindow::Page::Settings); ++page) {
        for (const bool isDark : {false, true})
            QTest::addRow("%d %s", page, isDark ? "dark" : "light")
                << static_cast<MainWindow::Page>(page) << isDark;
    }
}

/// Each label, on the ground that is drawn below it; when the palette changes while it is shown.
void AccessibilityTest::standsOut()
{
    QFETCH(MainWindow::Page, page);
    QFETCH(bool, isDark);
    constexpr double wanted = 4.5; // WCAG 2.1, 1.4.3
    QWidget &shown = show(page);
    const auto labels = [&shown] {
        QList<QLabel *> all = shown.findChildren<QLabel *>();
        all.removeIf([](const QLabel *label) {
            return !label->isVisible() || !label->isEnabled() || label->text().isEmpty() ||
                   label->visibleRegion().isEmpty();
        });
        return all;
    };
    // A page may have nothing to say before it has heard of the engine.
    QVERIFY(QTest::qWaitFor([&labels] { return !labels().isEmpty(); }));
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
}

void AccessibilityTest::speaksEachLanguage_data()
{
    QTest::addColumn<MainWindow::Page>("page");
    QTest::addColumn<QString>("language");
    for (int page = 0; page <= static_cast<int>(MainWindow::Page::Settings); ++page) {
        for (const QString &language : availableLanguages())
            QTest::addRow("%d %s", page, qPrintable(language))
                << static_cast<MainWindow::Page>(page) << language;
    }
}

/// Words and letters are others there.
void AccessibilityTest::speaksEachLanguage()
{
    QFETCH(MainWindow::Page, page);
    QFETCH(QString, language);
    const LanguageChange words(language);
    const QWidget &shown = show(page);
    m_walked->window.resize(1000, 700);
    QCoreApplication::sendPostedEvents();
    areNotCutOff(shown);
    shareNoMnemonic(m_walked->menuTitles() + mnemonicTexts(*m_walked->window.centralWidget()));
}

QTEST_MAIN(AccessibilityTest)
#include "tst_accessibility.moc"
