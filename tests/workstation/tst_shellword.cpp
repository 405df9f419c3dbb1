// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a word comes to a shell as it is, and is in quotes only where it needs them.
#include "workstation/shellword.h"

#include <QProcess>
#include <QTest>

using namespace lanyard::workstation;

class TestShellWord final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_data();
    void words();
    void forPowerShell();
};

void TestShellWord::words_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isPlain");
    const auto row = [](const char *text, bool isPlain) {
        QTest::newRow(text) << QString::fromUtf8(text) << isPlain;
    };
    row("docker.io/lanyard-probe/check:0123", true);
    row("network=host", true);
    row("http://me@192.168.0.80:5000", true);
    row("", false);
    row("a b", false);
    row("ann o'hara", false);
    row("~me", false);
    row("@me", false);
    row("a;b$(c)`d`\\", false);
    row("a,b", false);
    row("[fd00::80]:5443", false);
    row("\xc3\xa4", false);
    row("two\nlines\n", false);
}

void TestShellWord::words()
{
    QFETCH(QString, text);
    const QString word = shellWord(text);
    QTEST(word == text, "isPlain");
    QProcess shell;
    shell.start(QStringLiteral("sh"), {QStringLiteral("-c"), QStringLiteral("printf %s ") + word});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(QString::fromUtf8(shell.readAllStandardOutput()), text);
}

void TestShellWord::forPowerShell()
{
    QCOMPARE(shellWord(QStringLiteral("o'hara"), Shell::PowerShell), QStringLiteral("'o''hara'"));
    QCOMPARE(shellWord(QStringLiteral("a.b"), Shell::PowerShell), QStringLiteral("a.b"));
}

QTEST_GUILESS_MAIN(TestShellWord)
#include "tst_shellword.moc"
