// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that snippets are shown for any client, system and variant, copied and saved without a
// password, and that a probe from elsewhere is waited for only while it is to be seen.
#include "scriptedsetup.h"
#include "setup/probedialog.h"
#include "setup/snippetblock.h"
#include "setup/snippetdialog.h"
#include "uilimits.h"
#include "widgets/codeview.h"
#include "widgets/fieldnote.h"

#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::ui;

namespace {

CacheEndpoint cache()
{
    CacheEndpoint endpoint;
    endpoint.host = QStringLiteral("192.168.0.80");
    endpoint.port = 5000;
    return endpoint;
}

const QStringList registries{QStringLiteral("docker.io"), QStringLiteral("quay.io")};

void choose(const QWidget &dialog, const char *name, const QString &text)
{
    auto *const choice = dialog.findChild<QComboBox *>(QString::fromLatin1(name));
    const int index = choice->findText(text);
    QVERIFY2(index >= 0, qPrintable(text));
    choice->setCurrentIndex(index);
}

} // namespace

class TestSetupDialogs final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsSnippets();
    void hidesThePassword();
    void tellsThatThereIsNoSnippet();
    void copiesAndSaves();
    void waitsForAProbe();
    void beginsAnew();
    void tellsThatTheCacheIsGone();
    void restsWhenItIsClosed();
};

void TestSetupDialogs::showsSnippets()
{
    ScriptedSetUp setUp;
    SnippetDialog dialog(setUp, cache(), registries);
    dialog.show();
    const auto text = [&dialog] {
        return dialog.findChild<CodeView *>()->toPlainText();
    };
    QCOMPARE(text(), QStringLiteral("http://192.168.0.80:5000\n:\ndocker.io quay.io"));
    choose(dialog, "way", QStringLiteral("HTTPS"));
    QTRY_VERIFY(text().startsWith(QStringLiteral("https://192.168.0.80:5000\n:\n")));
    choose(dialog, "way", QStringLiteral("HTTPS and a login"));
    QTRY_VERIFY(text().startsWith(QStringLiteral("https://192.168.0.80:5000\nUSER:PASSWORD\n")));
}

void TestSetupDialogs::hidesThePassword()
{
    ScriptedSetUp setUp;
    CacheEndpoint secret = cache();
    secret.user = QStringLiteral("ci");
    secret.password = QStringLiteral("secret");
    const SnippetDialog dialog(setUp, secret, registries);
    const QString text = dialog.findChild<CodeView *>()->toPlainText();
    QVERIFY(text.contains(QStringLiteral("ci:PASSWORD")));
    QVERIFY(!text.contains(QStringLiteral("secret")));
}

void TestSetupDialogs::tellsThatThereIsNoSnippet()
{
    ScriptedSetUp setUp;
    SnippetDialog dialog(setUp, cache(), registries);
    dialog.show();
    choose(dialog, "system", QStringLiteral("Windows"));
    dialog.choose(ClientKind::K3s);
    QTRY_VERIFY(dialog.findChildren<SnippetBlock *>().isEmpty());
    choose(dialog, "system", QStringLiteral("Linux"));
    QTRY_COMPARE(dialog.findChildren<SnippetBlock *>().size(), 1);
}

void TestSetupDialogs::copiesAndSaves()
{
    const QTemporaryDir folder;
    SnippetBlock block({.title = QStringLiteral("Settings"),
                        .file = QStringLiteral("/etc/a.conf"),
                        .text = QStringLiteral("a\tb\n")});
    block.show();
    block.findChild<QPushButton *>()->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("a\tb\n"));
    const QString path = folder.filePath(QStringLiteral("a.conf"));
    block.saveTo(path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("a\tb\n"));
    const auto *const note = block.findChild<FieldNote *>();
    QVERIFY(!note->isProblem());
    block.saveTo(folder.filePath(QStringLiteral("none/a.conf")));
    QVERIFY(note->isProblem() && note->isVisible());
}

void TestSetupDialogs::waitsForAProbe()
{
    ScriptedSetUp setUp;
    ProbeDialog dialog(setUp, cache(), registries);
    dialog.show();
    QVERIFY(dialog.isWaiting());
    QVERIFY(dialog.commandLine().contains(QStringLiteral("docker.io/lanyard-probe/check:")));
    QTRY_VERIFY_WITH_TIMEOUT(setUp.sightingQuestions >= 1, 10'000);
    QVERIFY(dialog.result().isEmpty());
    setUp.seen = {ScriptedSetUp::sighting(registries[0], QStringLiteral("manifest"))};
    QTRY_VERIFY_WITH_TIMEOUT(dialog.result().startsWith(QStringLiteral("It begins to arrive")),
                             10'000);
    QVERIFY(dialog.isWaiting());
    setUp.seen += ScriptedSetUp::sighting(registries[0], QStringLiteral("layer"));
    QTRY_COMPARE_WITH_TIMEOUT(
        dialog.result(), QStringLiteral("Proved: Docker 29.7.1 by ns=docker.io from 192.168.0.126"),
        10'000);
    QVERIFY(!dialog.isWaiting());
}

void TestSetupDialogs::beginsAnew()
{
    ScriptedSetUp setUp;
    setUp.seen = {ScriptedSetUp::sighting(registries[0], QStringLiteral("manifest")),
                  ScriptedSetUp::sighting(registries[0], QStringLiteral("layer"))};
    ProbeDialog dialog(setUp, cache(), registries);
    dialog.show();
    QTRY_VERIFY_WITH_TIMEOUT(!dialog.isWaiting(), 10'000);
    const QString line = dialog.commandLine();
    setUp.seen.clear();
    choose(dialog, "registry", QStringLiteral("quay.io"));
    QVERIFY(dialog.isWaiting());
    QVERIFY(dialog.result().isEmpty());
    QVERIFY(dialog.commandLine() != line);
    QVERIFY(dialog.commandLine().contains(QStringLiteral("quay.io/")));
}

void TestSetupDialogs::tellsThatTheCacheIsGone()
{
    ScriptedSetUp setUp;
    ProbeDialog dialog(setUp, cache(), registries);
    dialog.show();
    setUp.sightingsError = Error{.code = ErrorCode::Unreachable, .message = "It does not answer."};
    const auto *const note = dialog.findChild<FieldNote *>();
    QTRY_VERIFY_WITH_TIMEOUT(note->isProblem(), 10'000);
    QVERIFY(dialog.isWaiting());
    setUp.sightingsError.reset();
    QTRY_VERIFY_WITH_TIMEOUT(!note->isProblem(), 10'000);
}

void TestSetupDialogs::restsWhenItIsClosed()
{
    ScriptedSetUp setUp;
    ProbeDialog dialog(setUp, cache(), registries);
    dialog.show();
    QVERIFY(dialog.isWaiting());
    dialog.reject();
    QVERIFY(!dialog.isWaiting());
}

QTEST_MAIN(TestSetupDialogs)
#include "tst_setupdialogs.moc"
