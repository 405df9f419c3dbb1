// SPDX-License-Identifier: GPL-3.0-or-later
// Proves with the real engine that what is set on the page is in the file and counts, by a restart
// where it has to; that what is wrong is said and not written; and that hand edits are noticed.
#include "engine.h"
#include "enginecontrol.h"
#include "pages/settingspage.h"
#include "support/freeport.h"
#include "widgets/clientsfield.h"
#include "widgets/fieldnote.h"
#include "widgets/formcard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <algorithm>
#include <memory>
#include <optional>

using namespace lanyard;
using namespace lanyard::ui;

namespace {

/// The page with an engine of its own.
class Desk final
{
public:
    explicit Desk(const QByteArray &text)
        : path(folder.filePath(QStringLiteral("lanyard.yml")))
    {
        write(text);
        control =
            std::make_unique<EngineControl>(engine, [this] { return Engine::loadConfig(path); });
        page = std::make_unique<SettingsPage>(
            engine, *control, path,
            Program{.read = [this] { return program; },
                    .write = [this](const ProgramSettings &wanted) -> Result<void> {
                        if (refusal)
                            return failure(ErrorCode::Io, *refusal);
                        program = wanted;
                        return {};
                    }});
        page->resize(900, 2200);
        page->show();
    }

    Q_DISABLE_COPY_MOVE(Desk)

    void write(const QByteArray &text) const
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(text).replace(
            "DATA", QFile::encodeName(folder.filePath(QStringLiteral("data")))));
    }

    QByteArray text() const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    template <typename Field>
    Field *field(const char *name) const
    {
        return page->findChild<Field *>(QString::fromLatin1(name));
    }

    void type(const char *name, const QString &text) const
    {
        auto *const line = field<QLineEdit>(name);
        line->selectAll();
        QTest::keyClicks(line, text);
    }

    bool isFilled() const
    {
        const auto *const host = field<QComboBox>("host");
        return host && host->currentText() == QStringLiteral("127.0.0.1");
    }

    QPushButton *apply() const { return field<QPushButton>("apply"); }

    QTemporaryDir folder;
    QString path;
    ProgramSettings program;
    std::optional<std::string> refusal;
    Engine engine;
    std::unique_ptr<EngineControl> control;
    std::unique_ptr<SettingsPage> page;
};

const QByteArray plainText = "version: 1 # mine\nlisten: [{address: '127.0.0.1:0'}]\n"
                             "storage: {directory: 'DATA'} # here\n";

} // namespace

class SettingsPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheFile();
    void leavesNoGaps();
    void movesToAnotherPort();
    void restartsByItself();
    void takesNothingInWhileItWrites();
    void asksBeforeItCutsAPrefetch();
    void validatesWhileTyping();
    void revertsAndKeepsWhatIsTyped();
    void tellsOfABusyPort();
    void noticesHandEdits();
    void warnsOfOpenAccess();
    void looksAtAFileOfARegistry();
    void keepsTheProgramsSettings();
    void tellsWhenWordsChange();
    void makesAFile();
};

void SettingsPageTest::showsTheFile()
{
    Desk desk("version: 1\nstorage: {capacity: 80GiB}\nlisten: [{address: '127.0.0.1:5055', tls: "
              "{localCa: true}}]\n");
    QTRY_COMPARE(desk.field<QLineEdit>("capacity")->text(), QStringLiteral("80GiB"));
    QCOMPARE(desk.field<QSpinBox>("port")->value(), 5055);
    QCOMPARE(desk.field<QComboBox>("host")->currentText(), QStringLiteral("127.0.0.1"));
    QVERIFY(!desk.page->isEdited());
    QVERIFY(desk.page->isValid());
    QVERIFY(!desk.apply()->isEnabled());
}

/// Below what is said of a field, however it is wrapped.
void SettingsPageTest::leavesNoGaps()
{
    const Desk desk(plainText);
    QTRY_VERIFY(desk.isFilled());
    for (const int width : {500, 900}) {
        desk.page->resize(width, 2200);
        const auto hasGap = [&desk] {
            const QList<FormCard *> cards = desk.page->findChildren<FormCard *>();
            return std::any_of(cards.begin(), cards.end(), [](const FormCard *card) {
                const QList<FieldNote *> notes = card->findChildren<FieldNote *>();
                return std::any_of(notes.begin(), notes.end(), [](const FieldNote *note) {
                    return note->isVisible() &&
                           note->height() != note->heightForWidth(note->width());
                });
            });
        };
        QTRY_VERIFY(!hasGap());
    }
}

void SettingsPageTest::movesToAnotherPort()
{
    Desk desk(plainText);
    desk.control->start();
    QTRY_COMPARE(desk.engine.state(), EngineState::Running);
    QTRY_VERIFY(desk.isFilled());
    const std::uint16_t port = test::freePort();
    desk.field<QSpinBox>("port")->setValue(port);
    QVERIFY(desk.apply()->isEnabled());
    const QSignalSpy stopped(&desk.engine, &Engine::stopped);
    desk.apply()->click();
    const QString address = QStringLiteral("http://127.0.0.1:%1").arg(port);
    QTRY_COMPARE(desk.engine.addresses(), QStringList(address));
    QCOMPARE(stopped.size(), 0); // it counts at once
    QVERIFY(!desk.page->isEdited());
    QVERIFY(desk.text().startsWith("version: 1 # mine\nlisten: [{address: '127.0.0.1:" +
                                   QByteArray::number(port)));
}

void SettingsPageTest::restartsByItself()
{
    Desk desk(plainText);
    desk.control->start();
    QTRY_COMPARE(desk.engine.state(), EngineState::Running);
    QTRY_VERIFY(desk.field<QCheckBox>("isLimited")->isEnabled());
    QTRY_VERIFY(desk.isFilled());
    const QSignalSpy started(&desk.engine, &Engine::started);
    desk.field<QCheckBox>("isLimited")->click();
    desk.type("capacity", QStringLiteral("3GiB"));
    desk.apply()->click();
    QTRY_COMPARE(started.size(), 1);
    QVERIFY(desk.text().contains("capacity: 3GiB} # here"));
    QVERIFY(!desk.page->isEdited());
}

void SettingsPageTest::takesNothingInWhileItWrites()
{
    Desk desk(plainText);
    QTRY_VERIFY(desk.isFilled());
    desk.type("keepFree", QStringLiteral("7GiB"));
    desk.apply()->click();
    QVERIFY(!desk.field<QLineEdit>("keepFree")->isEnabled());
    QTRY_VERIFY(desk.field<QLineEdit>("keepFree")->isEnabled());
    QVERIFY(desk.text().contains("keepFree: 7GiB"));
}

void SettingsPageTest::asksBeforeItCutsAPrefetch()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    Desk desk(plainText + "upstreams: [{registry: docker.io, url: 'http://127.0.0.1:" +
              QByteArray::number(silent.serverPort()) + "'}]\n");
    desk.control->start();
    QTRY_COMPARE(desk.engine.state(), EngineState::Running);
    QTRY_VERIFY(desk.isFilled());
    const QSignalSpy notices(desk.control.get(), &EngineControl::noticeRaised);
    const QSignalSpy stopped(&desk.engine, &Engine::stopped);
    desk.engine.prefetch({.reference = "alpine:3"}, this, {}, [](const auto &) {});
    desk.type("keepFree", QStringLiteral("7GiB"));
    desk.apply()->click();
    QTRY_VERIFY(!notices.isEmpty());
    QCOMPARE(notices.constFirst()[0].value<Notice>().action, Notice::Action::Restart);
    QCOMPARE(stopped.size(), 0);
    QCOMPARE(desk.engine.state(), EngineState::Running);
}

void SettingsPageTest::validatesWhileTyping()
{
    Desk desk(plainText);
    QTRY_VERIFY(desk.isFilled());
    desk.field<QCheckBox>("isLimited")->click();
    desk.type("capacity", QStringLiteral("much"));
    QVERIFY(desk.page->isEdited());
    QVERIFY(!desk.page->isValid());
    QVERIFY(!desk.apply()->isEnabled());
    QVERIFY(desk.field<QLineEdit>("capacity")
                ->accessibleDescription()
                .contains(QStringLiteral("50GiB")));
    desk.type("capacity", QStringLiteral("1.5 GiB"));
    QVERIFY(desk.page->isValid());
    QVERIFY(desk.apply()->isEnabled());
    desk.field<QComboBox>("host")->setEditText(QStringLiteral("localhorst"));
    QVERIFY(!desk.page->isValid());
    desk.field<QComboBox>("host")->setEditText(QStringLiteral("::1"));
    QVERIFY(desk.page->isValid());
    // The same address a second time.
    desk.field<QSpinBox>("port")->setValue(5001);
    desk.field<QPushButton>("addAddress")->click();
    QVERIFY(desk.page->isValid());
    const auto ports = desk.page->findChildren<QSpinBox *>(QStringLiteral("port"));
    QCOMPARE(ports.size(), 2);
    ports[1]->setValue(5001);
    QVERIFY(!desk.page->isValid());
}

void SettingsPageTest::revertsAndKeepsWhatIsTyped()
{
    Desk desk(plainText);
    QTRY_VERIFY(desk.isFilled());
    desk.type("keepFree", QStringLiteral("7GiB"));
    desk.page->hide();
    desk.page->show(); // which reads the file
    bool isRead = false;
    desk.engine.settings(desk.path, desk.page.get(), [&isRead](const auto &) { isRead = true; });
    QTRY_VERIFY(isRead);
    QCOMPARE(desk.field<QLineEdit>("keepFree")->text(), QStringLiteral("7GiB"));
    QVERIFY(desk.page->isEdited());
    desk.page->revert();
    QCOMPARE(desk.field<QLineEdit>("keepFree")->text(), QString());
    QVERIFY(!desk.page->isEdited());
    QVERIFY(!desk.text().contains("keepFree"));
}

void SettingsPageTest::tellsOfABusyPort()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    Desk desk(
        QByteArray(plainText).replace(":0'", ':' + QByteArray::number(other.serverPort()) + '\''));
    desk.control->start();
    QTRY_VERIFY(desk.field<QPushButton>("useNext") &&
                desk.field<QPushButton>("useNext")->isVisible());
    QVERIFY(desk.field<QComboBox>("host")->accessibleDescription().contains(
        QStringLiteral("tst_settingspag"))); // as long as the kernel keeps it
    // All of it is to be seen, in a narrow window too.
    desk.page->resize(500, 700);
    const auto *const note = desk.field<FieldNote>("addressNote");
    QTRY_VERIFY(note->width() < 400 && note->height() >= note->heightForWidth(note->width()));
    desk.field<QPushButton>("useNext")->click();
    QVERIFY(desk.field<QSpinBox>("port")->value() > other.serverPort());
    QTRY_COMPARE(desk.engine.state(), EngineState::Stopped);
    desk.apply()->click();
    QTRY_VERIFY(!desk.page->isEdited());
    desk.control->start();
    QTRY_COMPARE(desk.engine.state(), EngineState::Running);
}

void SettingsPageTest::noticesHandEdits()
{
    Desk desk(plainText);
    QTRY_VERIFY(desk.isFilled());
    desk.write(plainText + "debug: {address: '127.0.0.1:7001'}\n");
    QTRY_COMPARE(desk.field<QLineEdit>("debug")->text(), QStringLiteral("127.0.0.1:7001"));
    // What is typed is not lost, nor what is written meanwhile.
    desk.type("keepFree", QStringLiteral("7GiB"));
    desk.write(plainText + "log: {access: false} # theirs\n");
    const auto *const note = desk.field<FieldNote>("fileNote");
    QTRY_VERIFY(note->isVisible());
    QCOMPARE(desk.field<QLineEdit>("keepFree")->text(), QStringLiteral("7GiB"));
    desk.apply()->click();
    QTRY_VERIFY(desk.text().contains("keepFree: 7GiB"));
    QVERIFY(desk.text().contains("log: {access: false} # theirs"));
    QVERIFY(!desk.text().contains("debug"));

    desk.control->start();
    QTRY_COMPARE(desk.engine.state(), EngineState::Running);
    QSignalSpy notices(desk.control.get(), &EngineControl::noticeRaised);
    desk.write(plainText + "http: {threads: 3}\n");
    QTRY_VERIFY(!notices.isEmpty() &&
                notices.constLast()[0].value<Notice>().action == Notice::Action::Restart);
    QCOMPARE(notices.size(), 1);
    const QSignalSpy started(&desk.engine, &Engine::started);
    desk.control->restart();
    QTRY_COMPARE(started.size(), 1);
}

void SettingsPageTest::warnsOfOpenAccess()
{
    Desk desk(plainText + "access: {allow: [any]}\n");
    QTRY_VERIFY(!desk.field<ClientsField>("clients")->accessibleDescription().isEmpty());
    desk.write(plainText);
    QTRY_VERIFY(desk.field<ClientsField>("clients")->accessibleDescription().isEmpty());
}

void SettingsPageTest::looksAtAFileOfARegistry()
{
    Desk desk("version: 0.1\nstorage: {filesystem: {rootdirectory: DATA}}\n"
              "http: {addr: '127.0.0.1:5066'}\nproxy: {remoteurl: 'https://a.io'}\n");
    QTRY_COMPARE(desk.field<QSpinBox>("port") ? desk.field<QSpinBox>("port")->value() : 0, 5066);
    QVERIFY(!desk.field<QLineEdit>("capacity")->isEnabled());
    QVERIFY(!desk.field<QSpinBox>("port")->isEnabled());
    QVERIFY(!desk.page->isEdited());
}

void SettingsPageTest::keepsTheProgramsSettings()
{
    Desk desk(plainText);
    QTRY_VERIFY(desk.isFilled());
    const QByteArray before = desk.text();
    const QSignalSpy changed(desk.page.get(), &SettingsPage::programChanged);
    desk.field<QCheckBox>("startsAtLogin")->click();
    QVERIFY(desk.page->isEdited());
    desk.apply()->click();
    QVERIFY(desk.program.startsAtLogin);
    QCOMPARE(changed.size(), 1);
    QVERIFY(!desk.page->isEdited());
    QCOMPARE(desk.text(), before);
    desk.refusal = "no room";
    desk.field<QCheckBox>("startsAtLogin")->click();
    desk.apply()->click();
    QCOMPARE(desk.field<QCheckBox>("startsAtLogin")->accessibleDescription(),
             QStringLiteral("no room"));
    QVERIFY(desk.page->isEdited());
}

/// While the language that is chosen is not the one that is spoken.
void SettingsPageTest::tellsWhenWordsChange()
{
    Desk desk(plainText);
    auto *const language = desk.field<QComboBox>("language");
    const auto choose = [language](int index) {
        language->setCurrentIndex(index);
        Q_EMIT language->activated(index);
    };
    const auto isTold = [language] {
        return !language->accessibleDescription().isEmpty();
    };
    QVERIFY(!isTold());
    choose(1);
    QVERIFY(isTold());
    choose(0);
    QVERIFY(!isTold());
    choose(1);
    desk.page->revert();
    QVERIFY(!isTold());
    choose(1);
    desk.page->apply();
    QVERIFY(!desk.page->isEdited());
    QVERIFY(isTold());
    choose(0);
    QVERIFY(!isTold());
    desk.page->revert();
    QVERIFY(isTold());
}

void SettingsPageTest::makesAFile()
{
    Desk desk(plainText);
    QVERIFY(QFile::remove(desk.path));
    QTRY_COMPARE(desk.field<QSpinBox>("port") ? desk.field<QSpinBox>("port")->value() : 0, 5000);
    QVERIFY(!QFile::exists(desk.path));
    desk.field<QSpinBox>("port")->setValue(5077);
    desk.apply()->click();
    QTRY_VERIFY(desk.text().contains("address: 0.0.0.0:5077"));
}

QTEST_MAIN(SettingsPageTest)
#include "tst_settingspage.moc"
