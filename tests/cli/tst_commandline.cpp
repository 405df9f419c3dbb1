// SPDX-License-Identifier: GPL-3.0-or-later
// The real program, as scripts use it: what it prints where, and its exit status.
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace {

struct Outcome
{
    int status = -1;
    QByteArray out;
    QByteArray err;
};

} // namespace

class TestCommandLine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void helpListsEveryCommand_data();
    void helpListsEveryCommand();
    void everyCommandHasHelp_data();
    void everyCommandHasHelp();
    void printsTheVersion();
    void refusesWrongUsage_data();
    void refusesWrongUsage();
    void reportsAWrongConfiguration_data();
    void reportsAWrongConfiguration();
    void replacesNoAddressesOfTwoKinds();
    void checksARightConfiguration();
    void servesUntilASignal_data();
    void servesUntilASignal();
    void reportsATakenPort();
    void reportsAFolderThatCannotBe();

private:
    Outcome run(const QStringList &arguments) const;
    QString write(const QByteArray &text) const;
    void start(QProcess &process, const QString &data, const QString &listen) const;

    QTemporaryDir m_folder;
};

Outcome TestCommandLine::run(const QStringList &arguments) const
{
    QProcess process;
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(QStringLiteral(LANYARD_PROGRAM), arguments);
    if (!finished.wait(patienceMs) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QString TestCommandLine::write(const QByteArray &text) const
{
    const QString path = m_folder.filePath(QStringLiteral("config.yml"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return {};
    return path;
}

void TestCommandLine::helpListsEveryCommand_data()
{
    QTest::addColumn<QString>("argument");
    for (const char *argument : {"--help", "-h", "help"})
        QTest::newRow(argument) << QString::fromLatin1(argument);
}

void TestCommandLine::helpListsEveryCommand()
{
    QFETCH(QString, argument);
    const Outcome outcome = run({argument});
    QCOMPARE(outcome.status, 0);
    QVERIFY(outcome.err.isEmpty());
    for (const char *command : {"serve", "status", "images", "inspect", "prefetch", "refresh",
                                "config", "version", "help"})
        QVERIFY2(outcome.out.contains(QByteArray("\n  ") + command + ' '), command);
}

void TestCommandLine::everyCommandHasHelp_data()
{
    QTest::addColumn<QByteArrayList>("words");
    QTest::newRow("serve") << QByteArrayList{"--config", "--data", "--listen", "--log-format"};
    QTest::newRow("status") << QByteArrayList{"--config", "--data", "--json"};
    QTest::newRow("images") << QByteArrayList{"--config", "--data", "--json", "PATTERN"};
    QTest::newRow("inspect") << QByteArrayList{"--config", "--data", "--json", "REFERENCE"};
    QTest::newRow("prefetch") << QByteArrayList{"--config", "--data", "--json", "--platform"};
    QTest::newRow("refresh") << QByteArrayList{"--config", "--data", "--json", "REFERENCE"};
    QTest::newRow("config") << QByteArrayList{"check", "FILE"};
    QTest::newRow("version") << QByteArrayList{};
}

void TestCommandLine::everyCommandHasHelp()
{
    QFETCH(QByteArrayList, words);
    const Outcome outcome =
        run({QString::fromLatin1(QTest::currentDataTag()), QStringLiteral("--help")});
    QCOMPARE(outcome.status, 0);
    QVERIFY(outcome.out.startsWith(QByteArray("Usage: lanyard ") + QTest::currentDataTag()));
    for (const QByteArray &word : words)
        QVERIFY2(outcome.out.contains(word), outcome.out.constData());
}

void TestCommandLine::printsTheVersion()
{
    for (const char *argument : {"version", "--version"}) {
        const Outcome outcome = run({QString::fromLatin1(argument)});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.out, QByteArray("lanyard " LANYARD_VERSION "\n"));
    }
}

void TestCommandLine::refusesWrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *arguments, const char *says) {
        QTest::newRow(arguments) << QString::fromLatin1(arguments).split(u' ', Qt::SkipEmptyParts)
                                 << QByteArray(says);
    };
    row("", "Usage: lanyard COMMAND");
    row("sevre", "unknown command 'sevre'");
    row("serve --nonsense", "nonsense");
    row("serve here", "unexpected argument 'here'");
    row("serve --listen nas:5000", "--listen: expected ADDRESS:PORT");
    row("serve --log-format xml", "--log-format: expected combined or json, not 'xml'");
    row("status now", "unexpected argument 'now'");
    row("images a b", "expected at most one PATTERN");
    row("images --data=", "--data: expected a folder");
    row("inspect", "expected one REFERENCE");
    row("inspect a b", "expected one REFERENCE");
    row("prefetch", "expected one REFERENCE");
    row("refresh a b", "expected one REFERENCE");
    row("config", "expected: check FILE");
    row("config check", "expected: check FILE");
    row("config show f", "expected: check FILE");
}

void TestCommandLine::refusesWrongUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.status, 2);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY2(outcome.err.contains(says), outcome.err.constData());
}

void TestCommandLine::reportsAWrongConfiguration_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::newRow("serve") << QStringList{QStringLiteral("serve"), QStringLiteral("--config")};
    QTest::newRow("check") << QStringList{QStringLiteral("config"), QStringLiteral("check")};
}

void TestCommandLine::reportsAWrongConfiguration()
{
    QFETCH(QStringList, command);
    const QString path = write("version: 1\nlog: {format: xml}\nstorage: {capacity: lots}\n");
    const Outcome outcome = run(command + QStringList{path});
    QCOMPARE(outcome.status, 2);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY2(outcome.err.contains(path.toUtf8() + ":2:15: error: log.format: expected combined"),
             outcome.err.constData());
    QVERIFY2(outcome.err.contains(path.toUtf8() + ":3:21: error: storage.capacity"),
             outcome.err.constData());
}

/// Which of them the option stands for cannot be known, and none may lose its TLS unseen.
void TestCommandLine::replacesNoAddressesOfTwoKinds()
{
    const QString path = write("version: 1\nlisten: [{address: ':1'}, {address: ':2', tls: "
                               "{certificate: /c, key: /k}}]\n");
    const Outcome outcome = run({QStringLiteral("serve"), QStringLiteral("--config"), path,
                                 QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains("--listen: the addresses of the configuration are not alike"),
             outcome.err.constData());
}

void TestCommandLine::checksARightConfiguration()
{
    const QString path = write("version: 1\n");
    const Outcome outcome = run({QStringLiteral("config"), QStringLiteral("check"), path});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.out, path.toUtf8() + ": no errors\n");
    QVERIFY(outcome.err.isEmpty());
}

void TestCommandLine::start(QProcess &process, const QString &data, const QString &listen) const
{
    process.start(QStringLiteral(LANYARD_PROGRAM),
                  {QStringLiteral("serve"), QStringLiteral("--data"), m_folder.filePath(data),
                   QStringLiteral("--listen"), listen});
}

void TestCommandLine::servesUntilASignal_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void TestCommandLine::servesUntilASignal()
{
    QFETCH(int, number);
    QProcess process;
    QSignalSpy finished(&process, &QProcess::finished);
    start(process, QStringLiteral("data"), QStringLiteral("127.0.0.1:0"));
    QByteArray out;
    QTRY_VERIFY((out += process.readAllStandardOutput()).endsWith('\n'));
    static const QRegularExpression line(
        QStringLiteral("^listening on http://127\\.0\\.0\\.1:[1-9][0-9]*\n$"));
    QVERIFY2(line.match(QString::fromUtf8(out)).hasMatch(), out.constData());
    QCOMPARE(kill(static_cast<pid_t>(process.processId()), number), 0);
    QVERIFY(finished.count() == 1 || finished.wait(60'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(process.readAllStandardError(), QByteArray());
}

void TestCommandLine::reportsATakenPort()
{
    QProcess first;
    QSignalSpy finished(&first, &QProcess::finished);
    start(first, QStringLiteral("first"), QStringLiteral("127.0.0.1:0"));
    QByteArray out;
    QTRY_VERIFY((out += first.readAllStandardOutput()).endsWith('\n'));
    const QString address = QString::fromUtf8(out).section(QStringLiteral("//"), 1).trimmed();

    const Outcome second =
        run({QStringLiteral("serve"), QStringLiteral("--data"),
             m_folder.filePath(QStringLiteral("second")), QStringLiteral("--listen"), address});
    QCOMPARE(second.status, 1);
    QVERIFY(second.out.isEmpty());
    QVERIFY2(second.err.contains("cannot start: ") && second.err.contains(address.toUtf8()),
             second.err.constData());
    first.terminate();
    QVERIFY(finished.count() == 1 || finished.wait(60'000));
}

void TestCommandLine::reportsAFolderThatCannotBe()
{
    const QString data = write("not a folder") + QStringLiteral("/data");
    const Outcome outcome = run({QStringLiteral("serve"), QStringLiteral("--data"), data,
                                 QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
    QCOMPARE(outcome.status, 2);
    QVERIFY(outcome.out.isEmpty());
    QCOMPARE(outcome.err, "lanyard: cannot start: " + data.toUtf8() +
                              ": cannot make the folder: Not a directory\n");
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
