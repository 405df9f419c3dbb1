// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that another cache is asked once it is typed, with its login and its authority, that what
// is wrong is told, that registries are chosen, and that a cache that was used is offered again.
#include "computerdesktop.h"
#include "setup/cachepanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::ui;

namespace {

/// The fields, as a person uses them.
class Fields final
{
public:
    explicit Fields(const ComputerDesktop &desktop)
        : m_page(*desktop.page)
    {
    }

    QComboBox *which() const { return m_page.findChild<QComboBox *>(QStringLiteral("which")); }

    QLineEdit *line(const char *name) const
    {
        return m_page.findChild<QLineEdit *>(QString::fromLatin1(name));
    }

    QCheckBox *box(const char *name) const
    {
        return m_page.findChild<QCheckBox *>(QString::fromLatin1(name));
    }

    void choose(const QString &text) const
    {
        const int index = which()->findText(text);
        QVERIFY2(index >= 0, qPrintable(text));
        which()->setCurrentIndex(index);
        Q_EMIT which()->activated(index);
    }

    /// In the place of what is there.
    void typeCache(const QString &text) const
    {
        which()->setFocus(Qt::TabFocusReason);
        which()->lineEdit()->selectAll();
        QTest::keyClicks(which()->lineEdit(), text);
    }

    void type(const char *name, const QString &text) const
    {
        QVERIFY2(line(name)->isVisible(), name);
        line(name)->selectAll();
        QTest::keyClicks(line(name), text);
    }

private:
    const QWidget &m_page;
};

} // namespace

class TestCachePanel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksTheOwnCache();
    void asksAnotherCacheWhenItIsTyped();
    void logsIn();
    void trustsAnAuthority();
    void tellsThatItIsNoAddress();
    void tellsWhatIsWrong();
    void setsNothingUpForAnOlderAnswer();
    void choosesRegistries();
    void remembersWhatWasUsed();
    void offersWhatWasApplied();
    void keepsTheLoginOfWhatWasApplied_data();
    void keepsTheLoginOfWhatWasApplied();
    void keepsWhatIsTyped();
    void choosesTheOwnOneAgain();
    void takesNoLetterOfAnotherControl();
};

void TestCachePanel::asksTheOwnCache()
{
    ComputerDesktop desktop;
    desktop.start();
    desktop.show();
    QTRY_VERIFY(desktop.button("setUp")->isEnabled());
    const CacheEndpoint &asked = desktop.setUp.cachesAsked.last();
    QCOMPARE(asked.host, QStringLiteral("127.0.0.1"));
    QCOMPARE(asked.port, desktop.port());
    const Fields fields(desktop);
    QVERIFY(fields.which()->currentText().contains(asked.hostPort()));
    QVERIFY(!fields.box("hasLogin")->isVisible());
    // Builders in containers have a loopback of their own.
    QVERIFY(desktop.textOfNote("cacheNote").contains(QStringLiteral("this computer only")));
}

void TestCachePanel::asksAnotherCacheWhenItIsTyped()
{
    ComputerDesktop desktop;
    desktop.start();
    desktop.show();
    QTRY_VERIFY(desktop.button("setUp")->isEnabled());
    const Fields fields(desktop);
    const auto before = desktop.setUp.cachesAsked.size();
    fields.typeCache(QStringLiteral("192.168.0.80:5000"));
    QVERIFY(!desktop.button("setUp")->isEnabled());
    QTRY_VERIFY(desktop.button("setUp")->isEnabled());
    // Not at each key.
    QCOMPARE(desktop.setUp.cachesAsked.size(), before + 1);
    QCOMPARE(desktop.setUp.cachesAsked.last().url(), QStringLiteral("http://192.168.0.80:5000"));
    QCOMPARE(desktop.setUp.wishes.last().cache.hostPort(), QStringLiteral("192.168.0.80:5000"));
    QVERIFY(desktop.textOfNote("cacheNote").contains(QStringLiteral("Lanyard 0.1.0")));
}

void TestCachePanel::logsIn()
{
    ComputerDesktop desktop;
    desktop.start();
    desktop.show();
    const Fields fields(desktop);
    fields.typeCache(QStringLiteral("cache.lan"));
    QVERIFY(!fields.line("user")->isVisible());
    fields.box("hasLogin")->click();
    fields.type("user", QStringLiteral("ci"));
    fields.type("password", QStringLiteral("secret"));
    QCOMPARE(fields.line("password")->echoMode(), QLineEdit::Password);
    QTRY_VERIFY(desktop.button("setUp")->isEnabled());
    QCOMPARE(desktop.setUp.wishes.last().cache.hostPort(), QStringLiteral("cache.lan:5000"));
    QCOMPARE(desktop.setUp.wishes.last().cache.user, QStringLiteral("ci"));
    QCOMPARE(desktop.setUp.wishes.last().cache.password, QStringLiteral("secret"));
    desktop.click("setUp");
    desktop.click("applyAll");
    QTRY_COMPARE(desktop.setUp.tested.size(), 2);
    QTRY_VERIFY(desktop.isQuiet());
    // The user is kept in mind, the password is not.
    QCOMPARE(desktop.remembered.caches,
             (QList<RememberedCache>{{.address = QStringLiteral("cache.lan:5000"),
                                      .user = QStringLiteral("ci"),
                                      .authorityFile = {}}}));
    QCOMPARE(fields.line("password")->text(), QStringLiteral("secret"));
}

void TestCachePanel::trustsAnAuthority()
{
    ComputerDesktop desktop;
    const QString path = desktop.folder.filePath(QStringLiteral("ca.pem"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("an authority");
    file.close();
    desktop.remembered = {.caches = {{.address = QStringLiteral("https://cache.lan:5443"),
                                      .user = {},
                                      .authorityFile = path}},
                          .isChosen = true};
    ComputerPage page(desktop.engine, desktop.setUp,
                      {.read = [&desktop] { return desktop.remembered; }, .write = {}});
    page.show();
    QTRY_VERIFY(page.findChild<QPushButton *>(QStringLiteral("setUp"))->isEnabled());
    const CacheEndpoint &cache = desktop.setUp.wishes.last().cache;
    QCOMPARE(cache.url(), QStringLiteral("https://cache.lan:5443"));
    QCOMPARE(cache.authority, QByteArray("an authority"));
    QVERIFY(file.remove());
    page.hide();
    page.show();
    const auto *const note = page.findChild<FieldNote *>(QStringLiteral("cacheNote"));
    QTRY_VERIFY(note->isProblem() && note->text().contains(QStringLiteral("ca.pem")));
}

void TestCachePanel::tellsThatItIsNoAddress()
{
    ComputerDesktop desktop;
    desktop.start();
    desktop.show();
    const Fields fields(desktop);
    QTRY_VERIFY(desktop.isQuiet());
    const auto asked = desktop.setUp.cachesAsked.size();
    fields.typeCache(QStringLiteral("http://a/b?c"));
    const auto *const note = desktop.page->findChild<FieldNote *>(QStringLiteral("cacheNote"));
    QTRY_VERIFY(note->isProblem());
    QCOMPARE(desktop.setUp.cachesAsked.size(), asked);
    QVERIFY(!desktop.button("setUp")->isEnabled());
    QVERIFY(!desktop.button("probe")->isEnabled());
}

void TestCachePanel::tellsWhatIsWrong()
{
    ComputerDesktop desktop;
    desktop.setUp.cacheError =
        Error{.code = ErrorCode::BadUpstream, .message = "192.168.0.80:5000 is no Lanyard."};
    desktop.start();
    desktop.show();
    QTRY_COMPARE(desktop.textOfNote("cacheNote"),
                 QStringLiteral("192.168.0.80:5000 is no Lanyard."));
    QTRY_VERIFY(desktop.isQuiet());
    // The clients are shown, and not planned for.
    QVERIFY(desktop.card("docker"));
    QVERIFY(desktop.setUp.wishes.isEmpty());
    QVERIFY(!desktop.button("setUp")->isEnabled());
    QVERIFY(desktop.status().contains(QStringLiteral("cache that answers")));
}

/// Until the new address has answered, nothing can be applied for the one before it.
void TestCachePanel::setsNothingUpForAnOlderAnswer()
{
    ComputerDesktop desktop;
    desktop.start();
    desktop.show();
    QTRY_VERIFY(desktop.button("setUp")->isEnabled());
    desktop.click("setUp");
    const Fields fields(desktop);
    fields.typeCache(QStringLiteral("1"));
    QVERIFY(!desktop.button("applyAll")->isVisible());
    QVERIFY(!desktop.button("setUp")->isEnabled());
    QTRY_VERIFY(desktop.isQuiet());
    QVERIFY(!desktop.button("setUp")->isEnabled());
}

void TestCachePanel::choosesRegistries()
{
    ComputerDesktop desktop;
    desktop.start();
    desktop.show();
    QTRY_VERIFY(desktop.button("setUp")->isEnabled());
    const int looks = desktop.setUp.looks;
    const Fields fields(desktop);
    QVERIFY(fields.box("docker.io")->isChecked());
    fields.box("quay.io")->click();
    QTRY_VERIFY(desktop.isQuiet());
    QCOMPARE(desktop.setUp.wishes.last().registries, QStringList{QStringLiteral("docker.io")});
    QCOMPARE(desktop.setUp.looks, looks);
    fields.box("docker.io")->click();
    QTRY_VERIFY(desktop.isQuiet());
    QVERIFY(!desktop.button("setUp")->isEnabled());
}

void TestCachePanel::remembersWhatWasUsed()
{
    ComputerDesktop desktop;
    desktop.start();
    desktop.show();
    const Fields fields(desktop);
    fields.typeCache(QStringLiteral("192.168.0.80:5000"));
    QTRY_VERIFY(desktop.button("setUp")->isEnabled());
    QVERIFY(!desktop.remembered.isChosen);
    desktop.click("setUp");
    desktop.click("applyAll");
    QTRY_VERIFY(desktop.remembered.isChosen);
    QCOMPARE(desktop.remembered.caches.constFirst().address, QStringLiteral("192.168.0.80:5000"));
    QCOMPARE(desktop.remembered.caches.size(), 1);
    QTRY_VERIFY(desktop.isQuiet());
    QCOMPARE(fields.which()->currentText(), QStringLiteral("192.168.0.80:5000"));
}

/// What this computer is set up for already is what is shown.
void TestCachePanel::offersWhatWasApplied()
{
    ComputerDesktop desktop;
    desktop.start();
    desktop.setUp.applications = {{.client = QStringLiteral("docker"),
                                   .clientName = QStringLiteral("Docker Engine"),
                                   .cacheUrl = QStringLiteral("http://192.0.2.80:5000"),
                                   .registries = {},
                                   .files = {},
                                   .appliedAtMs = 1}};
    desktop.page->desk().askApplied();
    desktop.show();
    const Fields fields(desktop);
    QTRY_COMPARE(fields.which()->currentText(), QStringLiteral("192.0.2.80:5000"));
    QTRY_VERIFY(!desktop.setUp.wishes.isEmpty());
    QTRY_COMPARE(desktop.setUp.wishes.last().cache.host, QStringLiteral("192.0.2.80"));
}

void TestCachePanel::keepsTheLoginOfWhatWasApplied_data()
{
    QTest::addColumn<QString>("remembered");
    QTest::addColumn<QString>("applied");
    QTest::newRow("without a port")
        << QStringLiteral("cache.lan") << QStringLiteral("http://cache.lan:5000");
    QTest::newRow("with it") << QStringLiteral("cache.lan:5000")
                             << QStringLiteral("http://cache.lan:5000");
    QTest::newRow("https") << QStringLiteral("https://cache.example.com")
                           << QStringLiteral("https://cache.example.com:443");
}

/// However its address was typed.
void TestCachePanel::keepsTheLoginOfWhatWasApplied()
{
    QFETCH(QString, remembered);
    QFETCH(QString, applied);
    ComputerDesktop desktop(
        {.caches = {{.address = remembered, .user = QStringLiteral("ci"), .authorityFile = {}}},
         .isChosen = false});
    desktop.start();
    desktop.setUp.applications = {ScriptedSetUp::application("docker", "Docker Engine")};
    desktop.setUp.applications[0].cacheUrl = applied;
    desktop.page->desk().askApplied();
    desktop.show();
    const Fields fields(desktop);
    QTRY_COMPARE(fields.which()->currentText(), remembered);
    QCOMPARE(fields.line("user")->text(), QStringLiteral("ci"));
    QCOMPARE(fields.which()->count(), 2);
}

/// Where the engine listens changes while a person types.
void TestCachePanel::keepsWhatIsTyped()
{
    ComputerDesktop desktop;
    desktop.startAndShow();
    const Fields fields(desktop);
    fields.typeCache(QStringLiteral("192.168.0.8"));
    desktop.control.stop();
    QTRY_COMPARE(desktop.engine.state(), EngineState::Stopped);
    QCOMPARE(fields.which()->currentText(), QStringLiteral("192.168.0.8"));
    QTRY_VERIFY(!desktop.setUp.wishes.isEmpty() &&
                desktop.setUp.wishes.last().cache.host == QStringLiteral("192.168.0.8"));
}

void TestCachePanel::choosesTheOwnOneAgain()
{
    ComputerDesktop desktop;
    desktop.startAndShow();
    const Fields fields(desktop);
    const QString own = fields.which()->currentText();
    fields.typeCache(QStringLiteral("https://a"));
    QVERIFY(fields.box("hasLogin")->isVisible());
    fields.choose(own);
    QVERIFY(!fields.box("hasLogin")->isVisible());
    QTRY_VERIFY(desktop.button("setUp")->isEnabled());
    QCOMPARE(desktop.setUp.wishes.last().cache.port, desktop.port());
    // A click takes the whole of it.
    QTest::mouseClick(fields.which()->lineEdit(), Qt::LeftButton);
    QCOMPARE(fields.which()->lineEdit()->selectedText(), own);
}

/// Also while that control is not enabled.
void TestCachePanel::takesNoLetterOfAnotherControl()
{
    ComputerDesktop desktop;
    desktop.start();
    desktop.show();
    const Fields fields(desktop);
    QComboBox *const which = fields.which();
    which->setFocus();
    const QString before = which->currentText();
    QTest::keyClick(which, 'q', Qt::AltModifier);
    QCOMPARE(which->currentText(), before);
    QTest::keyClick(which, 'q');
    QVERIFY(which->currentText() != before);
}

QTEST_MAIN(TestCachePanel)
#include "tst_cachepanel.moc"
