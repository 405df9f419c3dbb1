// SPDX-License-Identifier: GPL-3.0-or-later
// Proves over the real engine that who asks is listed, with what could not be given, that the list
// keeps its order and selection, and that it leads to the requests.
#include "engine.h"
#include "enginecontrol.h"
#include "mainwindow.h"
#include "pages/clientspage.h"
#include "widgets/messageline.h"

#include <QAbstractItemModelTester>
#include <QAbstractProxyModel>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <memory>

using namespace lanyard;
using namespace lanyard::ui;

class ClientsPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysThatNobodyHasAsked();
    void listsWhoAsks();
    void showsEachColumn();
    void hasTextsBeforeNumbers();
    void tellsOfAnUnknownRegistry();
    void keepsTheSelection();
    void choosesWhoFellBack();
    void leadsToTheRequests();
    void rests();

private:
    void ask(const QByteArray &path, const QByteArray &userAgent);

    QTableView *table() const { return m_page->findChild<QTableView *>(); }

    QString text(int row, int column) const
    {
        return table()->model()->index(row, column).data().toString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<ClientsPage> m_page;
    Config m_config;
};

void ClientsPageTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_engine = std::make_unique<Engine>();
    m_config = Engine::defaultConfig();
    m_config.listen = {{.address = {.host = "127.0.0.1", .port = 0}}};
    m_config.dataDirectory = m_folder->path();
    m_config.accessLog = false;
    m_config.isOffline = true;
    m_engine->start(m_config);
    QTRY_COMPARE(m_engine->state(), EngineState::Running);
    m_page = std::make_unique<ClientsPage>(*m_engine);
    m_page->resize(1000, 500);
}

void ClientsPageTest::cleanup()
{
    m_page.reset();
    m_engine.reset();
    m_folder.reset();
}

/// Returns when it has been answered.
void ClientsPageTest::ask(const QByteArray &path, const QByteArray &userAgent)
{
    const QUrl address(m_engine->addresses().constFirst());
    QTcpSocket socket;
    socket.connectToHost(address.host(), static_cast<quint16>(address.port()));
    QVERIFY(socket.waitForConnected());
    socket.write("GET " + path + " HTTP/1.1\r\nHost: a\r\nUser-Agent: " + userAgent +
                 "\r\nConnection: close\r\n\r\n");
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
}

void ClientsPageTest::saysThatNobodyHasAsked()
{
    m_page->show();
    QCOMPARE(m_page->clients().rowCount(), 0);
    QVERIFY(!table()->isVisible());
}

void ClientsPageTest::listsWhoAsks()
{
    ask("/v2/", "docker/27.1 go/1");
    ask("/v2/library/alpine/manifests/3.19?ns=docker.io", "containerd/1.7");
    const QAbstractItemModelTester tester(table()->model());
    const QAbstractItemModelTester ofSource(
        qobject_cast<QAbstractProxyModel *>(table()->model())->sourceModel());
    m_page->show();
    QTRY_COMPARE(m_page->clients().rowCount(), 2);
    QVERIFY(table()->isVisible());
    table()->sortByColumn(ClientModel::ProgramColumn, Qt::AscendingOrder);
    QCOMPARE(text(0, ClientModel::ProgramColumn), QStringLiteral("containerd 1.7"));
    QVERIFY(text(0, ClientModel::NameColumn).contains(QStringLiteral("127.0.0.1")));
    QCOMPARE(text(0, ClientModel::StateColumn), QStringLiteral("Fell back (1 time(s))"));
    QVERIFY(text(0, ClientModel::FormColumn).contains(QStringLiteral("ns")));
    // What is cut is whole there.
    for (const int column : {ClientModel::NameColumn, ClientModel::FormColumn})
        QVERIFY(table()
                    ->model()
                    ->index(0, column)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(text(0, column).toHtmlEscaped()));
    QCOMPARE(text(1, ClientModel::ProgramColumn), QStringLiteral("Docker 27.1"));
    QCOMPARE(text(1, ClientModel::StateColumn), QStringLiteral("Served"));

    auto *const message = m_page->findChild<MessageLine *>();
    table()->selectRow(0);
    QVERIFY(message->isVisible());
    QVERIFY2(message->text().contains(QStringLiteral("docker.io/library/alpine 3.19")),
             qPrintable(message->text()));
    table()->selectRow(1);
    QVERIFY(!message->isVisible());
}

/// Without scrolling, in a small window, and with the whole of when it was seen.
void ClientsPageTest::showsEachColumn()
{
    ask("/v2/", "docker/27.1 go/1");
    ask("/v2/library/alpine/manifests/3.19?ns=docker.io", "docker/27.1 go/1");
    m_page->resize(830, 500);
    m_page->show();
    QTRY_COMPARE(m_page->clients().rowCount(), 1);
    QTRY_COMPARE(table()->horizontalScrollBar()->maximum(), 0);
    const QHeaderView *header = table()->horizontalHeader();
    for (int column = 0; column < ClientModel::ColumnCount; ++column)
        QVERIFY2(header->sectionSize(column) >= header->sectionSizeHint(column),
                 qPrintable(QString::number(column)));
    QCOMPARE(text(0, ClientModel::StateColumn), QStringLiteral("Fell back (1 time(s))"));
    const QAbstractItemView *view = table();
    QVERIFY(header->sectionSize(ClientModel::StateColumn) >=
            view->sizeHintForColumn(ClientModel::StateColumn));
    const QString seen = text(0, ClientModel::SeenColumn);
    QVERIFY(header->sectionSize(ClientModel::SeenColumn) >
            table()->fontMetrics().horizontalAdvance(seen));
    // The rest is for names.
    m_page->resize(1230, 500);
    QTRY_VERIFY(header->sectionSize(ClientModel::ProgramColumn) >
                header->sectionSize(ClientModel::RequestsColumn) * 2);
}

/// A number that ends where a text begins would read as one with it.
void ClientsPageTest::hasTextsBeforeNumbers()
{
    const ClientModel model;
    bool isNumber = false;
    for (int column = 0; column < ClientModel::ColumnCount; ++column) {
        const QVariant alignment = model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole);
        const bool isTrailing = alignment.value<Qt::Alignment>().testFlag(Qt::AlignTrailing);
        QVERIFY2(isTrailing || !isNumber, qPrintable(QString::number(column)));
        isNumber = isTrailing;
    }
}

void ClientsPageTest::tellsOfAnUnknownRegistry()
{
    ask("/v2/a/b/manifests/1?ns=nowhere.example", "containerd/1.7");
    m_page->show();
    QTRY_COMPARE(m_page->clients().rowCount(), 1);
    QCOMPARE(text(0, ClientModel::StateColumn), QStringLiteral("Fell back (1 time(s))"));
}

void ClientsPageTest::keepsTheSelection()
{
    ask("/v2/", "b/1");
    m_page->show();
    QTRY_COMPARE(m_page->clients().rowCount(), 1);
    table()->sortByColumn(ClientModel::ProgramColumn, Qt::AscendingOrder);
    table()->selectRow(0);
    ask("/v2/", "a/1");
    QTRY_COMPARE(m_page->clients().rowCount(), 2);
    const QModelIndexList rows = table()->selectionModel()->selectedRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(text(rows.constFirst().row(), ClientModel::ProgramColumn), QStringLiteral("b 1"));
}

void ClientsPageTest::choosesWhoFellBack()
{
    ask("/v2/", "a/1");
    ask("/v2/library/alpine/manifests/3.19?ns=docker.io", "b/1");
    ask("/v2/", "c/1");
    m_page->choose(QStringLiteral("127.0.0.1"));
    m_page->show();
    QTRY_COMPARE(m_page->clients().rowCount(), 3);
    const QModelIndexList rows = table()->selectionModel()->selectedRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(text(rows.constFirst().row(), ClientModel::ProgramColumn), QStringLiteral("b 1"));
    // Why is told at once.
    QVERIFY(m_page->findChild<MessageLine *>()->isVisible());
}

void ClientsPageTest::leadsToTheRequests()
{
    EngineControl control(*m_engine,
                          [this] { return LoadedConfig{.config = m_config, .diagnostics = {}}; });
    MainWindow window(*m_engine, control);
    window.show();
    window.showPage(MainWindow::Page::Clients);
    ask("/v2/", "docker/27.1");
    auto *const page = window.findChild<ClientsPage *>();
    QTRY_COMPARE(page->clients().rowCount(), 1);
    QTRY_COMPARE(window.requests().rowCount(), 1);
    const QSignalSpy wanted(page, &ClientsPage::requestsWanted);
    auto *const list = page->findChild<QTableView *>();
    list->selectRow(0);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.constFirst().constFirst().toByteArray(), QByteArray("127.0.0.1"));
    QCOMPARE(window.page(), MainWindow::Page::Requests);
}

void ClientsPageTest::rests()
{
    QVERIFY(!m_page->isPolling());
    m_page->show();
    QVERIFY(m_page->isPolling());
    m_page->hide();
    QVERIFY(!m_page->isPolling());
}

QTEST_MAIN(ClientsPageTest)
#include "tst_clientspage.moc"
