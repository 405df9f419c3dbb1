// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that the window comes back as it was left, also by the end of the session.
#include "desktop/windowsession.h"

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace lanyard;
using namespace lanyard::desktop;
using namespace lanyard::ui;

namespace {

/// One run of the program.
class Run final
{
public:
    Run()
        : instance(QDir::tempPath(), QStringLiteral("none"))
        , session({.chosen = {}, .used = QDir::tempPath() + QStringLiteral("/lanyard.yml")},
                  instance)
        , window(session.window())
    {
    }

    Q_DISABLE_COPY_MOVE(Run)

    SingleInstance instance;
    WindowSession session;
    MainWindow &window;
};

/// As the platform tells it. Its session manager can be made by nobody else, and is not looked at.
void endSession()
{
    QByteArray manager;
    QVERIFY(QMetaObject::invokeMethod(qApp, "commitDataRequest", Qt::DirectConnection,
                                      QGenericArgument("QSessionManager&", &manager)));
}

} // namespace

class WindowSessionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init() { QSettings().clear(); }

    void beginsAsUsual();
    void comesBackAsItWas();
    void isKeptAtTheEndOfTheSession();
};

void WindowSessionTest::beginsAsUsual()
{
    const Run run;
    QCOMPARE(run.window.page(), MainWindow::Page::Overview);
    QVERIFY(!run.window.isHidingKnown());
    QVERIFY(!run.window.hasServed());
}

void WindowSessionTest::comesBackAsItWas()
{
    {
        const Run run;
        run.window.resize(801, 602);
        run.window.showPage(MainWindow::Page::Settings);
        run.window.setHidingKnown(true);
        run.window.setServed(true);
    }
    const Run run;
    QCOMPARE(run.window.size(), QSize(801, 602));
    QCOMPARE(run.window.page(), MainWindow::Page::Settings);
    QVERIFY(run.window.isHidingKnown());
    QVERIFY(run.window.hasServed());
}

/// After which nobody asks the program.
void WindowSessionTest::isKeptAtTheEndOfTheSession()
{
    const Run run;
    run.window.showPage(MainWindow::Page::Images);
    endSession();
    const Run next;
    QCOMPARE(next.window.page(), MainWindow::Page::Images);
}

int main(int argc, char **argv)
{
    const QTemporaryDir folder;
    for (const char *name : {"HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME"})
        qputenv(name, folder.path().toUtf8());
    const QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("lanyard"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_windowsession"));
    WindowSessionTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_windowsession.moc"
