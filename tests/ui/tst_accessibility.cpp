// SPDX-License-Identifier: GPL-3.0-or-later
// Walks every page of the real window: each control has a name for who does not see it, Tab reaches
// each, no two controls of a page share a mnemonic, and nothing is wider than the page, from right
// to left and at twice the size of letters too.
#include "engine.h"
#include "enginecontrol.h"
#include "mainwindow.h"
#include "pages/computerpage.h"
#include "pages/settingspage.h"
#include "scriptedsetup.h"
#include "widgets/navigation.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

using namespace lanyard;
using namespace lanyard::ui;

namespace {

QString describe(const QWidget &widget)
{
    QString path;
    for (const QWidget *at = &widget; at && !at->isWindow(); at = at->parentWidget())
        path = QStringLiteral("/%1(%2)").arg(QString::fromLatin1(at->metaObject()->className()),
                                             at->objectName()) +
               path;
    return path;
}

bool isControl(const QWidget &widget)
{
    return qobject_cast<const QAbstractButton *>(&widget) ||
           qobject_cast<const QLineEdit *>(&widget) || qobject_cast<const QComboBox *>(&widget) ||
           qobject_cast<const QAbstractSpinBox *>(&widget) ||
           qobject_cast<const QAbstractItemView *>(&widget);
}

/// Not a part that belongs to another control, or to the frame of a view.
bool isOfItsOwn(const QWidget &widget)
{
    for (const QWidget *at = widget.parentWidget(); at; at = at->parentWidget()) {
        if (isControl(*at))
            return false;
    }
    return !widget.objectName().startsWith(QLatin1String("qt_"));
}

QList<QWidget *> controlsOf(const QWidget &page)
{
    QList<QWidget *> controls;
    const QList<QWidget *> all = page.findChildren<QWidget *>();
    for (QWidget *widget : all) {
        if (widget->isVisible() && isControl(*widget) && isOfItsOwn(*widget))
            controls += widget;
    }
    return controls;
}

} // namespace

class AccessibilityTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void namesEveryControl_data() { addPages(); }

    void namesEveryControl();

    void reachesEveryControlByTab_data() { addPages(); }

    void reachesEveryControlByTab();

    void sharesNoMnemonic_data() { addPages(); }

    void sharesNoMnemonic();
    void fits_data();
    void fits();

private:
    static void addPages();
    QWidget &show(MainWindow::Page page);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<EngineControl> m_control;
    std::unique_ptr<test::ScriptedSetUp> m_setUp;
    std::unique_ptr<MainWindow> m_window;
};

void AccessibilityTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QString file = m_folder->filePath(QStringLiteral("lanyard.yml"));
    m_engine = std::make_unique<Engine>();
    m_control = std::make_unique<EngineControl>(*m_engine, [this] {
        Config config = Engine::defaultConfig();
        config.listen = {{.address = {.host = "127.0.0.1", .port = 0}}};
        config.dataDirectory = m_folder->path();
        config.accessLog = false;
        return LoadedConfig{.config = config, .diagnostics = {}};
    });
    m_window = std::make_unique<MainWindow>(*m_engine, *m_control);
    m_setUp = std::make_unique<test::ScriptedSetUp>();
    m_window->addComputerPage(new ComputerPage(*m_engine, *m_setUp,
                                               {.read = [] { return RememberedCaches(); },
                                                .write =
                                                    [](const RememberedCaches &) {
                                                    }},
                                               m_window.get()));
    m_window->addSettingsPage(new SettingsPage(*m_engine, *m_control, file,
                                               Program{.read = [] { return ProgramSettings(); },
                                                       .write =
                                                           [](const ProgramSettings &) {
                                                               return Result<void>();
                                                           }},
                                               m_window.get()));
    m_window->show();
    m_control->start();
    QTRY_COMPARE(m_engine->state(), EngineState::Running);
}

void AccessibilityTest::cleanup()
{
    m_window.reset();
    m_setUp.reset();
    m_control.reset();
    m_engine.reset();
    m_folder.reset();
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

/// When it has its content.
QWidget &AccessibilityTest::show(MainWindow::Page page)
{
    m_window->showPage(page);
    auto *const pages = m_window->findChild<QStackedWidget *>();
    QWidget &shown = *pages->currentWidget();
    (void)QTest::qWaitFor([&shown] { return shown.isVisible(); });
    // Questions to the engine are answered in their order.
    bool isAnswered = false;
    m_engine->status(this, [&isAnswered](const auto & /*status*/) { isAnswered = true; });
    (void)QTest::qWaitFor([&isAnswered] { return isAnswered; });
    QCoreApplication::sendPostedEvents();
    if (auto *const review = shown.findChild<QPushButton *>(QStringLiteral("setUp"))) {
        (void)QTest::qWaitFor([review] { return review->isEnabled(); });
        review->click();
        QCoreApplication::sendPostedEvents();
    }
    return shown;
}

void AccessibilityTest::namesEveryControl()
{
    QFETCH(MainWindow::Page, page);
    show(page);
    const QList<QWidget *> controls = controlsOf(*m_window);
    QVERIFY(controls.size() >= 3);
    for (QWidget *control : controls) {
        const QAccessibleInterface *const seen = QAccessible::queryAccessibleInterface(control);
        QVERIFY(seen);
        QVERIFY2(!seen->text(QAccessible::Name).isEmpty(), qPrintable(describe(*control)));
    }
}

void AccessibilityTest::reachesEveryControlByTab()
{
    QFETCH(MainWindow::Page, page);
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QWidget &shown = show(page);
    std::set<const QWidget *> reached;
    m_window->findChild<Navigation *>()->setFocus();
    while (QWidget *const focused = QApplication::focusWidget()) {
        // A control may give its focus to a part of it.
        if (!reached.insert(focused).second)
            break;
        QTest::keyClick(focused, Qt::Key_Tab);
    }
    const QList<QWidget *> controls = controlsOf(shown);
    for (const QWidget *control : controls) {
        if (!control->isEnabled())
            continue;
        const bool isReached =
            std::any_of(reached.cbegin(), reached.cend(), [control](const QWidget *one) {
                return one == control || control->isAncestorOf(one);
            });
        // One radio button or tab of a group stands for all: arrows choose among them.
        const auto *const button = qobject_cast<const QAbstractButton *>(control);
        const bool isOfAGroup = button && (button->autoExclusive() || button->group());
        QVERIFY2(isReached || isOfAGroup, qPrintable(describe(*control)));
    }
}

void AccessibilityTest::sharesNoMnemonic()
{
    QFETCH(MainWindow::Page, page);
    const QWidget &shown = show(page);
    std::map<QKeySequence, QString> owners;
    const QList<QWidget *> all = shown.findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        if (!widget->isVisible())
            continue;
        QString text;
        if (const auto *const label = qobject_cast<const QLabel *>(widget); label && label->buddy())
            text = label->text();
        else if (const auto *const button = qobject_cast<const QAbstractButton *>(widget))
            text = button->text();
        const QKeySequence key = QKeySequence::mnemonic(text);
        if (key.isEmpty())
            continue;
        const auto [owner, isNew] = owners.emplace(key, text);
        QVERIFY2(isNew, qPrintable(owner->second + QStringLiteral(" / ") + text));
    }
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
    const QFont font = QApplication::font();
    QFont large = font;
    large.setPointSizeF(font.pointSizeF() * 2);
    QApplication::setFont(isLarge ? large : font);
    QApplication::setLayoutDirection(direction);
    const QWidget &shown = show(page);
    m_window->resize(isLarge ? QSize(1900, 1300) : QSize(1000, 700));
    QCoreApplication::sendPostedEvents();
    const QList<QScrollArea *> areas = shown.findChildren<QScrollArea *>();
    for (const QScrollArea *area : areas)
        QVERIFY2(!area->isVisible() || area->horizontalScrollBar()->maximum() == 0,
                 qPrintable(describe(*area)));
    // The window was not made wider by what is in it.
    QVERIFY2(m_window->width() <= (isLarge ? 1900 : 1000),
             qPrintable(QString::number(m_window->width())));
    QApplication::setFont(font);
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

QTEST_MAIN(AccessibilityTest)
#include "tst_accessibility.moc"
