// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that what a person changes of lists and splitters is there in the next run, that what
// nobody has touched is as the program works it out, and that each page of the window has it.
#include "engine.h"
#include "enginecontrol.h"
#include "mainwindow.h"
#include "models/clientmodel.h"
#include "models/imageorder.h"
#include "models/requestmodel.h"
#include "models/upstreammodel.h"
#include "pages/clientspage.h"
#include "pages/requestspage.h"
#include "widgets/imagetree.h"
#include "widgets/keptlayout.h"
#include "widgets/pulltree.h"
#include "widgets/registriesview.h"
#include "widgets/requestlog.h"
#include "widgets/requesttable.h"

#include <QHeaderView>
#include <QMouseEvent>
#include <QSplitter>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

using namespace lanyard;
using namespace lanyard::ui;

namespace {

/// A list in a window, with columns that are as wide as the program makes them.
class List final
{
public:
    explicit List(int width = 100, double letters = 1, int columns = 4)
        : model(2, columns)
        , table(&window)
    {
        QFont font = window.font();
        font.setPixelSize(qRound(20 * letters));
        table.setModel(&model);
        header().setFont(font);
        table.setSortingEnabled(true);
        table.sortByColumn(0, Qt::AscendingOrder);
        header().setSectionsMovable(true);
        for (int column = 0; column < columns; ++column)
            header().resizeSection(column, width);
        kept = new KeptColumns(header(), QStringLiteral("list"));
    }

    Q_DISABLE_COPY_MOVE(List)

    QHeaderView &header() { return *table.horizontalHeader(); }

    QList<int> widths()
    {
        QList<int> all;
        for (int column = 0; column < header().count(); ++column)
            all += header().sectionSize(column);
        return all;
    }

    QList<int> order()
    {
        QList<int> all;
        for (int place = 0; place < header().count(); ++place)
            all += header().logicalIndex(place);
        return all;
    }

    QStandardItemModel model;
    QWidget window;
    QTableView table;
    KeptColumns *kept = nullptr;
};

/// As a hand does it.
void drag(QSplitter &splitter, int pixels)
{
    QWidget *handle = splitter.handle(1);
    const QPoint from = handle->rect().center();
    QTest::mousePress(handle, Qt::LeftButton, Qt::NoModifier, from);
    const QPoint to = from + QPoint(0, pixels);
    QMouseEvent move(QEvent::MouseMove, to, handle->mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                     Qt::NoModifier);
    QCoreApplication::sendEvent(handle, &move);
    QTest::mouseRelease(handle, Qt::LeftButton, Qt::NoModifier, from);
}

/// Two parts, one above the other.
class Halves final
{
public:
    Halves()
        : splitter(Qt::Vertical, &window)
    {
        window.resize(400, 400);
        splitter.resize(400, 400);
        splitter.addWidget(new QWidget(&splitter));
        splitter.addWidget(new QWidget(&splitter));
        splitter.setSizes({200, 200});
        new KeptSplitter(splitter, QStringLiteral("halves"));
        window.show();
    }

    Q_DISABLE_COPY_MOVE(Halves)

    QWidget window;
    QSplitter splitter;
};

/// The window of a program whose cache is stopped.
class Desktop final
{
public:
    Desktop()
        : control(engine, [] { return LoadedConfig(); })
        , window(engine, control)
    {
        window.show();
    }

    Q_DISABLE_COPY_MOVE(Desktop)

    template <typename Page>
    QHeaderView &header() const
    {
        return *window.findChild<Page *>()->template findChild<QTableView *>()->horizontalHeader();
    }

    QHeaderView &images() const { return *window.findChild<ImageTree *>()->header(); }

    Engine engine;
    EngineControl control;
    MainWindow window;
};

} // namespace

class KeptLayoutTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsColumns();
    void keepsThemForLargerLetters();
    void leavesWhatNobodyTouched();
    void forgetsWhatDoesNotFit_data();
    void forgetsWhatDoesNotFit();
    void sharesWithAnotherForm();
    void keepsASplitter();
    void leavesASplitterThatNobodyMoved();
    void keepsEachPage();
    void keepsThePullsAsTheRequests();
};

void KeptLayoutTest::keepsColumns()
{
    List before;
    before.header().resizeSection(1, 150);
    before.header().resizeSection(2, 71);
    before.header().moveSection(3, 0);
    before.table.sortByColumn(2, Qt::DescendingOrder);
    List after;
    restoreLayout(after.window, saveLayout(before.window));
    QCOMPARE(after.widths(), QList<int>({100, 150, 71, 100}));
    QCOMPARE(after.order(), QList<int>({3, 0, 1, 2}));
    QCOMPARE(after.header().sortIndicatorSection(), 2);
    QCOMPARE(after.header().sortIndicatorOrder(), Qt::DescendingOrder);
    // And in the run after that.
    List third;
    restoreLayout(third.window, saveLayout(after.window));
    QCOMPARE(third.widths(), after.widths());
    QCOMPARE(third.order(), after.order());
}

void KeptLayoutTest::keepsThemForLargerLetters()
{
    List before;
    before.header().resizeSection(1, 150);
    List after(200, 2);
    restoreLayout(after.window, saveLayout(before.window));
    QCOMPARE(after.header().sectionSize(0), 200);
    const int ratio = 10 * after.header().fontMetrics().height() /
                      before.header().fontMetrics().height(); // about 20
    QVERIFY(qAbs(after.header().sectionSize(1) - (200 + 50 * ratio / 10)) <= 5);
}

void KeptLayoutTest::leavesWhatNobodyTouched()
{
    List before;
    const QByteArray layout = saveLayout(before.window);
    List after(140);
    after.header().resizeSection(3, 90);
    restoreLayout(after.window, layout);
    QCOMPARE(after.widths(), QList<int>({140, 140, 140, 90}));
    QVERIFY(!before.kept->changes().isValid());
    // A column that has what the others leave is nobody's.
    before.header().setSectionResizeMode(1, QHeaderView::Stretch);
    before.table.resize(900, 100);
    QVERIFY(!before.kept->changes().isValid());
}

void KeptLayoutTest::forgetsWhatDoesNotFit_data()
{
    QTest::addColumn<QByteArray>("layout");
    QTest::addColumn<int>("columns");
    List list;
    list.header().resizeSection(1, 150);
    list.header().moveSection(3, 0);
    list.table.sortByColumn(3, Qt::DescendingOrder);
    const QByteArray layout = saveLayout(list.window);
    QByteArray version = layout;
    version[3] = static_cast<char>(version[3] + 1);
    QTest::newRow("nothing") << QByteArray() << 4;
    QTest::newRow("no layout") << QByteArray("no layout at all") << 4;
    QTest::newRow("cut off") << layout.chopped(7) << 4;
    QTest::newRow("another version") << version << 4;
    QTest::newRow("more columns") << layout << 5;
    QTest::newRow("fewer columns") << layout << 3;
}

void KeptLayoutTest::forgetsWhatDoesNotFit()
{
    QFETCH(const QByteArray, layout);
    QFETCH(const int, columns);
    List list(100, 1, columns);
    restoreLayout(list.window, layout);
    QVERIFY(!list.kept->changes().isValid());
    QCOMPARE(list.header().sectionSize(1), 100);
}

void KeptLayoutTest::sharesWithAnotherForm()
{
    List one;
    List other(120);
    one.header().resizeSection(1, 150);
    one.kept->shareWith(*other.kept);
    QCOMPARE(other.widths(), QList<int>({120, 170, 120, 120}));
    other.header().resizeSection(2, 160);
    other.header().moveSection(0, 3);
    QCOMPARE(one.widths(), QList<int>({100, 150, 140, 100}));
    QCOMPARE(one.order(), QList<int>({1, 2, 3, 0}));
    one.kept->apply({});
    QCOMPARE(other.widths(), QList<int>({120, 120, 120, 120}));
    QCOMPARE(other.order(), QList<int>({0, 1, 2, 3}));
}

void KeptLayoutTest::keepsASplitter()
{
    Halves before;
    drag(before.splitter, 80);
    QVERIFY(before.splitter.sizes().constFirst() > 250);
    Halves after;
    restoreLayout(after.window, saveLayout(before.window));
    QCOMPARE(after.splitter.sizes(), before.splitter.sizes());
    Halves third;
    restoreLayout(third.window, saveLayout(after.window));
    QCOMPARE(third.splitter.sizes(), before.splitter.sizes());
}

void KeptLayoutTest::leavesASplitterThatNobodyMoved()
{
    const Halves before;
    Halves after;
    after.splitter.setSizes({100, 300});
    const QList<int> sizes = after.splitter.sizes();
    restoreLayout(after.window, saveLayout(before.window));
    QCOMPARE(after.splitter.sizes(), sizes);
}

void KeptLayoutTest::keepsEachPage()
{
    const Desktop before;
    const auto widen = [](QHeaderView &header, int column) {
        header.resizeSection(column, header.sectionSize(column) + 31);
    };
    widen(before.header<RequestsPage>(), RequestModel::TimeColumn);
    widen(before.header<ClientsPage>(), ClientModel::StateColumn);
    widen(before.header<RegistriesView>(), UpstreamModel::StateColumn);
    widen(before.images(), ImageColumn::Status);
    before.images().setSortIndicator(ImageColumn::Size, Qt::DescendingOrder);
    before.header<RequestsPage>().moveSection(0, 3);
    Desktop after;
    restoreLayout(after.window, saveLayout(before.window));
    QCOMPARE(after.header<RequestsPage>().sectionSize(RequestModel::TimeColumn),
             before.header<RequestsPage>().sectionSize(RequestModel::TimeColumn));
    QCOMPARE(after.header<RequestsPage>().visualIndex(RequestModel::TimeColumn), 3);
    QCOMPARE(after.header<ClientsPage>().sectionSize(ClientModel::StateColumn),
             before.header<ClientsPage>().sectionSize(ClientModel::StateColumn));
    QCOMPARE(after.header<RegistriesView>().sectionSize(UpstreamModel::StateColumn),
             before.header<RegistriesView>().sectionSize(UpstreamModel::StateColumn));
    QCOMPARE(after.images().sectionSize(ImageColumn::Status),
             before.images().sectionSize(ImageColumn::Status));
    QCOMPARE(after.images().sortIndicatorSection(), static_cast<int>(ImageColumn::Size));
    QCOMPARE(after.images().sortIndicatorOrder(), Qt::DescendingOrder);
    // Each splitter is kept, too, and no two parts by one name.
    QSet<QString> names;
    const QList<KeptLayout *> parts = after.window.findChildren<KeptLayout *>();
    for (const KeptLayout *part : parts) {
        QVERIFY2(!names.contains(part->objectName()), qPrintable(part->objectName()));
        names += part->objectName();
    }
    const QList<QSplitter *> splitters = after.window.findChildren<QSplitter *>();
    QVERIFY(!splitters.isEmpty());
    for (const QSplitter *splitter : splitters)
        QVERIFY(splitter->findChild<KeptSplitter *>(QString(), Qt::FindDirectChildrenOnly));
}

void KeptLayoutTest::keepsThePullsAsTheRequests()
{
    const Desktop desktop;
    auto *const page = desktop.window.findChild<RequestsPage *>();
    const auto *const table = page->findChild<RequestTable *>();
    table->horizontalHeader()->moveSection(0, 2);
    page->setGrouped(true);
    QHeaderView *tree = page->findChild<PullTree *>()->header();
    QCOMPARE(tree->visualIndex(RequestModel::TimeColumn), 2);
    const int before = table->horizontalHeader()->sectionSize(RequestModel::ClientColumn);
    tree->resizeSection(RequestModel::ClientColumn,
                        tree->sectionSize(RequestModel::ClientColumn) + 25);
    page->setGrouped(false);
    QCOMPARE(table->horizontalHeader()->sectionSize(RequestModel::ClientColumn), before + 25);
}

QTEST_MAIN(KeptLayoutTest)
#include "tst_keptlayout.moc"
