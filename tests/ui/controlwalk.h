// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QFormLayout>
#include <QGraphicsView>
#include <QHeaderView>
#include <QKeySequence>
#include <QLabel>
#include <QLibraryInfo>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabWidget>
#include <QTest>
#include <QTextEdit>
#include <QTranslator>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

/// What a walk through the controls of a page or a dialog looks at. Each check is one of Qt Test's:
/// the caller asks QTest::currentTestFailed() where it goes on.
namespace lanyard::test {

inline QString describe(const QWidget &widget)
{
    QString path;
    for (const QWidget *at = &widget; at; at = at->isWindow() ? nullptr : at->parentWidget())
        path = QStringLiteral("/%1(%2)").arg(QString::fromLatin1(at->metaObject()->className()),
                                             at->objectName()) +
               path;
    const auto *const label = qobject_cast<const QLabel *>(&widget);
    const auto *const button = qobject_cast<const QAbstractButton *>(&widget);
    return path + u' ' + (label ? label->text() : button ? button->text() : QString());
}

/// What is pressed, typed into, chosen from or gone through by keys: also what a page draws itself.
inline bool isControl(const QWidget &widget)
{
    const bool isDrawn =
        widget.focusPolicy() & Qt::TabFocus && !widget.focusProxy() && widget.children().isEmpty();
    return isDrawn || qobject_cast<const QAbstractButton *>(&widget) ||
           qobject_cast<const QLineEdit *>(&widget) || qobject_cast<const QComboBox *>(&widget) ||
           qobject_cast<const QAbstractSpinBox *>(&widget) ||
           qobject_cast<const QAbstractItemView *>(&widget) ||
           qobject_cast<const QTextEdit *>(&widget) ||
           qobject_cast<const QPlainTextEdit *>(&widget) ||
           qobject_cast<const QGraphicsView *>(&widget) || qobject_cast<const QTabBar *>(&widget);
}

/// Not a part that belongs to another control, or to the frame of a view.
inline bool isOfItsOwn(const QWidget &widget)
{
    for (const QWidget *at = widget.parentWidget(); at; at = at->parentWidget()) {
        if (isControl(*at))
            return false;
    }
    return !widget.objectName().startsWith(QLatin1String("qt_"));
}

inline QList<QWidget *> controlsOf(const QWidget &root)
{
    QList<QWidget *> controls;
    const QList<QWidget *> all = root.findChildren<QWidget *>();
    for (QWidget *widget : all) {
        if (widget->isVisible() && isControl(*widget) && isOfItsOwn(*widget))
            controls += widget;
    }
    return controls;
}

inline void haveNames(const QWidget &root)
{
    QList<QWidget *> named = controlsOf(root);
    QVERIFY(!named.isEmpty());
    const QList<QProgressBar *> gauges = root.findChildren<QProgressBar *>();
    std::copy_if(gauges.cbegin(), gauges.cend(), std::back_inserter(named),
                 [](const QProgressBar *gauge) { return gauge->isVisible(); });
    for (QWidget *one : std::as_const(named)) {
        const QAccessibleInterface *const seen = QAccessible::queryAccessibleInterface(one);
        QVERIFY(seen);
        QVERIFY2(!seen->text(QAccessible::Name).isEmpty(), qPrintable(describe(*one)));
    }
}

/// What Tab comes to from where the focus is, until it is where it was.
inline QList<QWidget *> tabStops()
{
    QList<QWidget *> stops;
    QWidget *focused = QApplication::focusWidget();
    while (focused && !stops.contains(focused)) {
        stops += focused;
        QTest::keyClick(focused, Qt::Key_Tab);
        focused = QApplication::focusWidget();
    }
    return stops;
}

inline void areReachedByTab(const QWidget &root)
{
    // What is chosen on the way may let others be used, or not any more.
    QList<QWidget *> controls = controlsOf(root);
    const auto isDisabled = [](const QWidget *control) {
        return !control->isEnabled();
    };
    controls.removeIf(isDisabled);
    const QList<QWidget *> reached = tabStops();
    controls.removeIf(isDisabled);
    for (const QWidget *control : std::as_const(controls)) {
        // A control may give its focus to a part of it.
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

/// Tab goes down: what it comes to stands wholly above what it came from only once, where it begins
/// anew.
inline void goDownByTab(const QWidget &root)
{
    QList<QWidget *> stops = tabStops();
    stops.removeIf([&root](const QWidget *stop) { return !root.isAncestorOf(stop); });
    QStringList jumps;
    for (qsizetype i = 0; i < stops.size(); ++i) {
        const QWidget *const from = stops[i];
        const QWidget *const to = stops[(i + 1) % stops.size()];
        const int top = from->mapTo(&root, QPoint()).y();
        if (to->mapTo(&root, QPoint(0, to->height())).y() <= top)
            jumps += describe(*from) + QStringLiteral(" -> ") + describe(*to);
    }
    QVERIFY2(jumps.size() <= 1, qPrintable(jumps.join(u'\n')));
}

/// What Alt and a letter lead to, whether it is a control or a label before one.
inline QStringList mnemonicTexts(const QWidget &root)
{
    QStringList texts;
    const QList<QWidget *> all = root.findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        if (!widget->isVisible())
            continue;
        if (const auto *const label = qobject_cast<const QLabel *>(widget); label && label->buddy())
            texts += label->text();
        else if (const auto *const button = qobject_cast<const QAbstractButton *>(widget))
            texts += button->text();
        else if (const auto *const tabs = qobject_cast<const QTabBar *>(widget)) {
            for (int i = 0; i < tabs->count(); ++i)
                texts += tabs->tabText(i);
        }
    }
    return texts;
}

inline void shareNoMnemonic(const QStringList &texts)
{
    std::map<QKeySequence, QString> owners;
    QStringList doubles;
    for (const QString &text : texts) {
        const QKeySequence key = QKeySequence::mnemonic(text);
        if (key.isEmpty())
            continue;
        const auto [owner, isNew] = owners.emplace(key, text);
        if (!isNew)
            doubles += owner->second + QStringLiteral(" / ") + text;
    }
    QVERIFY2(doubles.isEmpty(), qPrintable(doubles.join(QStringLiteral("; "))));
}

/// Whether a column is too narrow for its cells. One that takes what is left may be; others, where
/// a tool tip says the whole.
inline bool cutsItsCells(const QHeaderView &header)
{
    const auto *const view = qobject_cast<const QAbstractItemView *>(header.parentWidget());
    for (int i = 0; view && view->isVisible() && i < header.count(); ++i) {
        const bool mayBe = header.isSectionHidden(i) ||
                           header.sectionResizeMode(i) == QHeaderView::Stretch ||
                           !view->model()->index(0, i).data(Qt::ToolTipRole).toString().isEmpty();
        if (!mayBe && header.sectionSize(i) < view->sizeHintForColumn(i))
            return true;
    }
    return false;
}

/// Whether a part of its text cannot be seen.
inline bool isCutOff(const QWidget &widget)
{
    if (const auto *const label = qobject_cast<const QLabel *>(&widget))
        return label->wordWrap() && !label->text().isEmpty() &&
               label->height() < label->heightForWidth(label->width());
    if (qobject_cast<const QAbstractButton *>(&widget) && isOfItsOwn(widget))
        return widget.width() < widget.minimumSizeHint().width();
    // A bar of tabs that has not the room for all scrolls them by buttons.
    if (const auto *const tabs = qobject_cast<const QTabBar *>(&widget)) {
        const QList<QAbstractButton *> scrolls = tabs->findChildren<QAbstractButton *>();
        return std::any_of(scrolls.cbegin(), scrolls.cend(),
                           [](const QAbstractButton *one) { return one->isVisible(); });
    }
    // A view as well; lines of code are as long as they are.
    const auto *const area = qobject_cast<const QAbstractScrollArea *>(&widget);
    if (area && !qobject_cast<const QPlainTextEdit *>(area) &&
        area->horizontalScrollBar()->maximum() > 0)
        return true;
    const auto *const header = qobject_cast<const QHeaderView *>(&widget);
    if (!header || header->orientation() != Qt::Horizontal)
        return false;
    for (int i = 0; i < header->count(); ++i) {
        if (!header->isSectionHidden(i) && header->sectionSize(i) < header->sectionSizeHint(i))
            return true;
    }
    return cutsItsCells(*header);
}

/// nullptr: none is.
inline const QWidget *firstCutOff(const QWidget &root)
{
    const QList<QWidget *> all = root.findChildren<QWidget *>();
    const auto found = std::find_if(all.cbegin(), all.cend(), [](const QWidget *widget) {
        return widget->isVisible() && isCutOff(*widget);
    });
    return found == all.cend() ? nullptr : *found;
}

inline void areNotCutOff(const QWidget &root)
{
    // What has just come is laid out in a moment.
    (void)QTest::qWaitFor([&root] { return !firstCutOff(root); }, patienceMs);
    const QWidget *const cut = firstCutOff(root);
    QVERIFY2(!cut, cut ? qPrintable(describe(*cut)) : "");
}

/// The fields of all forms begin in one column.
inline void lineUpFields(const QWidget &root)
{
    std::map<int, QString> places;
    const QList<QFormLayout *> forms = root.findChildren<QFormLayout *>();
    for (const QFormLayout *form : forms) {
        for (int row = 0; row < form->rowCount(); ++row) {
            const QLayoutItem *const label = form->itemAt(row, QFormLayout::LabelRole);
            const QLayoutItem *const field = form->itemAt(row, QFormLayout::FieldRole);
            auto *const text = label ? qobject_cast<QLabel *>(label->widget()) : nullptr;
            if (field && text && text->isVisible())
                places[form->parentWidget()->mapTo(&root, field->geometry().topLeft()).x()] +=
                    text->text() + u' ';
        }
    }
    QStringList columns;
    for (const auto &[place, labels] : places)
        columns += QString::number(place) + QStringLiteral(": ") + labels;
    QVERIFY2(places.size() <= 1, qPrintable(columns.join(u'\n')));
}

/// One after the other; what has no tabs as it is.
inline void forEachTab(const QWidget &root, const std::function<void()> &check)
{
    auto *const tabs = root.findChild<QTabWidget *>();
    for (int i = 0; i < (tabs ? tabs->count() : 1); ++i) {
        if (tabs)
            tabs->setCurrentIndex(i);
        QCoreApplication::sendPostedEvents();
        check();
    }
}

/// As WCAG 2.1 has it: 1 for the same colour, 21 for black and white.
inline double contrast(const QColor &a, const QColor &b)
{
    const auto light = [](const QColor &colour) {
        const auto linear = [](double part) {
            return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
               0.0722 * linear(colour.blueF());
    };
    const auto [dark, bright] = std::minmax({light(a), light(b)});
    return (bright + 0.05) / (dark + 0.05);
}

/// The palette of the program while it lives; what is shown has it.
class PaletteChange final
{
public:
    explicit PaletteChange(const QPalette &palette) { apply(palette); }

    ~PaletteChange() { apply(m_before); }

    Q_DISABLE_COPY_MOVE(PaletteChange)

    static QPalette dark() { return {QColor(0x31, 0x36, 0x3b), QColor(0x23, 0x26, 0x29)}; }

private:
    static void apply(const QPalette &palette)
    {
        QApplication::setPalette(palette);
        QCoreApplication::sendPostedEvents();
    }

    const QPalette m_before = QApplication::palette();
};

/// Letters of twice the size and the other direction, while it lives; for windows made meanwhile.
class ReadingChange final
{
public:
    ReadingChange(bool isLarge, Qt::LayoutDirection direction)
    {
        QFont font = m_font;
        font.setPointSizeF(font.pointSizeF() * (isLarge ? 2 : 1));
        QApplication::setFont(font);
        QApplication::setLayoutDirection(direction);
    }

    ~ReadingChange()
    {
        QApplication::setFont(m_font);
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    Q_DISABLE_COPY_MOVE(ReadingChange)

private:
    const QFont m_font = QApplication::font();
};

/// One of the languages of the program, and of Qt's own words, for windows made meanwhile.
class LanguageChange final
{
public:
    explicit LanguageChange(const QString &language)
    {
        QLocale::setDefault(QLocale(language));
        install(m_wordsOfQt, QStringLiteral("qtbase_%1.qm").arg(language),
                QLibraryInfo::path(QLibraryInfo::TranslationsPath));
        install(m_words, QStringLiteral("lanyard_%1.qm").arg(language),
                QStringLiteral(":/translations"));
    }

    ~LanguageChange() { QLocale::setDefault(QLocale::system()); }

    Q_DISABLE_COPY_MOVE(LanguageChange)

private:
    static void install(QTranslator &words, const QString &file, const QString &folder)
    {
        if (!words.load(file, folder))
            qFatal("no such language");
        QCoreApplication::installTranslator(&words);
    }

    QTranslator m_wordsOfQt;
    QTranslator m_words;
};

} // namespace lanyard::test
