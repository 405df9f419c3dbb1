// SPDX-License-Identifier: GPL-3.0-or-later
// What changes in a file is shown as diff(1) shows it, patch(1) makes the one text of the other by
// it, and no secret is seen in it.
#include "textedit/unifieddiff.h"

#include "textedit/linechanges.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace lanyard::textedit;

using Text = std::optional<QByteArray>;
Q_DECLARE_METATYPE(Text)

namespace {

QByteArray numbered(int begin, int end)
{
    QByteArray text;
    for (int i = begin; i < end; ++i)
        text += QByteArray::number(i) + '\n';
    return text;
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
}

/// What a program says; its error is no matter.
QByteArray outputOf(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    return process.waitForFinished() ? process.readAllStandardOutput() : QByteArray("no end");
}

/// Few different lines, so that many are the same; ends in all ways.
QByteArray randomText(QRandomGenerator &random)
{
    QByteArray text;
    const int lines = random.bounded(30);
    for (int i = 0; i < lines; ++i) {
        text += QByteArray(1, static_cast<char>('a' + random.bounded(6)));
        text += random.bounded(8) == 0 ? "\r\n" : "\n";
    }
    if (random.bounded(3) == 0)
        text += "z";
    return text;
}

int changedLines(const QByteArray &diff)
{
    int count = 0;
    const QList<QByteArray> lines = diff.split('\n');
    for (const QByteArray &line : lines.mid(2))
        count += line.startsWith('+') || line.startsWith('-') ? 1 : 0;
    return count;
}

} // namespace

class UnifiedDiffTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shows_data();
    void shows();
    void isWhatPatchTakes();
    void isAsSmallAsThatOfDiff();
    void isBoundedForLargeTexts();
    void isReadable_data();
    void isReadable();
    void hidesSecrets_data();
    void hidesSecrets();
    void keepsItsMarks();
};

void UnifiedDiffTest::shows_data()
{
    QTest::addColumn<Text>("before");
    QTest::addColumn<Text>("after");
    QTest::addColumn<QByteArray>("diff");

    const QByteArray head = "--- /etc/f\n+++ /etc/f\n";
    QTest::newRow("nothing") << Text("a\n") << Text("a\n") << QByteArray();
    QTest::newRow("no file at all") << Text() << Text() << QByteArray();
    QTest::newRow("an empty file comes") << Text() << Text("") << QByteArray();
    QTest::newRow("a new file") << Text() << Text("a\nb\n")
                                << QByteArray(
                                       "--- /dev/null\n+++ /etc/f\n@@ -0,0 +1,2 @@\n+a\n+b\n");
    QTest::newRow("a file goes") << Text("a\n") << Text()
                                 << QByteArray("--- /etc/f\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n");
    QTest::newRow("one line") << Text("a\nb\nc\n") << Text("a\nB\nc\n")
                              << head + "@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n";
    QTest::newRow("three lines of context")
        << Text(numbered(0, 20)) << Text(numbered(0, 10) + "new\n" + numbered(10, 20))
        << head + "@@ -8,6 +8,7 @@\n 7\n 8\n 9\n+new\n 10\n 11\n 12\n";
    QTest::newRow("two places")
        << Text(numbered(0, 20)) << Text("new\n" + numbered(0, 19))
        << head + "@@ -1,3 +1,4 @@\n+new\n 0\n 1\n 2\n@@ -17,4 +18,3 @@\n 16\n 17\n 18\n-19\n";
    QTest::newRow("two places with six lines between them")
        << Text(numbered(0, 8)) << Text("x\n" + numbered(1, 7) + "y\n")
        << head + "@@ -1,8 +1,8 @@\n-0\n+x\n 1\n 2\n 3\n 4\n 5\n 6\n-7\n+y\n";
    QTest::newRow("the last line end comes")
        << Text("a\nb") << Text("a\nb\n")
        << head + "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n";
    QTest::newRow("no last line end, before and after")
        << Text("a\nb") << Text("c\nb")
        << head + "@@ -1,2 +1,2 @@\n-a\n+c\n b\n\\ No newline at end of file\n";
    QTest::newRow("carriage returns stay")
        << Text("a\r\nb\r\n") << Text("a\r\nb\n") << head + "@@ -1,2 +1,2 @@\n a\r\n-b\r\n+b\n";
    QTest::newRow("among lines that are the same, the last one is new")
        << Text("a\na\n") << Text("a\na\na\n") << head + "@@ -1,2 +1,3 @@\n a\n a\n+a\n";
}

void UnifiedDiffTest::shows()
{
    QFETCH(const Text, before);
    QFETCH(const Text, after);
    QTEST(unifiedDiff(QStringLiteral("/etc/f"), before, after), "diff");
}

void UnifiedDiffTest::isWhatPatchTakes()
{
    const QString patch = QStandardPaths::findExecutable(QStringLiteral("patch"));
    if (patch.isEmpty())
        QSKIP("patch is not installed");
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a file"));
    QRandomGenerator random(1);
    for (int i = 0; i < 60; ++i) {
        const QByteArray before = randomText(random);
        const QByteArray after = randomText(random);
        writeFile(path, before);
        outputOf(patch, {QStringLiteral("--binary"), QStringLiteral("-s"), path},
                 unifiedDiff(path, before, after));
        // It removes a file that becomes empty.
        QCOMPARE(after.isEmpty() && !QFile::exists(path) ? QByteArray() : readFile(path), after);
    }
}

void UnifiedDiffTest::isAsSmallAsThatOfDiff()
{
    const QString diff = QStandardPaths::findExecutable(QStringLiteral("diff"));
    if (diff.isEmpty())
        QSKIP("diff is not installed");
    const QTemporaryDir folder;
    const QString before = folder.filePath(QStringLiteral("before"));
    const QString after = folder.filePath(QStringLiteral("after"));
    QRandomGenerator random(2);
    for (int i = 0; i < 60; ++i) {
        const QByteArray one = randomText(random);
        const QByteArray other = randomText(random);
        writeFile(before, one);
        writeFile(after, other);
        const QByteArray expected =
            outputOf(diff, {QStringLiteral("-u"), QStringLiteral("--minimal"), before, after}, {});
        QCOMPARE(changedLines(unifiedDiff(before, one, other)), changedLines(expected));
    }
}

void UnifiedDiffTest::isBoundedForLargeTexts()
{
    const QByteArray before = "same\n" + numbered(0, 20'000) + "end\n";
    const QByteArray after = "same\n" + numbered(100'000, 120'000) + "end\n";
    const auto changes = lineChanges(linesOf(before), linesOf(after));
    QCOMPARE(changes.size(), std::size_t(1));
    QCOMPARE(
        changes.front(),
        (LineChange{.beforeBegin = 1, .beforeEnd = 20'001, .afterBegin = 1, .afterEnd = 20'001}));
}

void UnifiedDiffTest::isReadable_data()
{
    QTest::addColumn<Text>("before");
    QTest::addColumn<Text>("after");
    QTest::addColumn<QByteArray>("content");

    QTest::newRow("carriage returns in all lines")
        << Text("a\r\n") << Text("a\r\nb\r\n") << QByteArray(" a\n+b\n");
    QTest::newRow("carriage returns in some lines")
        << Text("a\r\n") << Text("a\n") << QByteArray("-a␍\n+a\n");
    QTest::newRow("what a terminal obeys")
        << Text("# \x1b[2Jx\x07\n") << Text() << QByteArray("-# �[2Jx�\n");
    QTest::newRow("tabs stay") << Text("\ta\tb\n") << Text() << QByteArray("-\ta\tb\n");
    QTest::newRow("marks of direction") << Text("a\u202eb\n") << Text() << QByteArray("-a�b\n");
    QTest::newRow("no UTF-8") << Text("a\xff\n") << Text() << QByteArray("-a�\n");
    QTest::newRow("no line end") << Text("a") << Text()
                                 << QByteArray("-a\n\\ No newline at end of file\n");
}

void UnifiedDiffTest::isReadable()
{
    QFETCH(const Text, before);
    QFETCH(const Text, after);
    const QByteArray diff = readableDiff(unifiedDiff(QStringLiteral("f"), before, after));
    QTEST(diff.mid(diff.indexOf("@@\n") + 3), "content");
}

void UnifiedDiffTest::hidesSecrets_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("shown");

    const QString odd = QStringLiteral("p\"w\\d'ü");
    const QByteArray base64 = (QStringLiteral("joe:") + odd).toUtf8().toBase64();
    QTest::newRow("plain") << odd << QStringLiteral("x p\"w\\d'ü x").toUtf8()
                           << QByteArray("x ******** x");
    QTest::newRow("escaped") << odd << QStringLiteral("x: \"p\\\"w\\\\d'ü\"").toUtf8()
                             << QByteArray("x: \"********\"");
    QTest::newRow("doubled") << odd << QStringLiteral("x: 'p\"w\\d''ü'").toUtf8()
                             << QByteArray("x: '********'");
    QTest::newRow("Basic") << odd << "Authorization = [\"Basic " + base64 + "\"]"
                           << QByteArray("Authorization = [\"Basic ********\"]");
    QTest::newRow("Base64 alone") << odd << "auths: " + base64 << QByteArray("auths: ********");
    QTest::newRow("of somebody else, Basic")
        << odd << QByteArray("Authorization = ['Basic Zm9vOmJhcg==']")
        << QByteArray("Authorization = ['Basic ********']");
    QTest::newRow("of somebody else, YAML")
        << odd << QByteArray("auth: { username: u, password: hunter2 }")
        << QByteArray("auth: { username: u, password: ******** }");
    QTest::newRow("of somebody else, in quotes")
        << odd << QByteArray("      password: \"a \\\" b\" # c")
        << QByteArray("      password: ******** # c");
    QTest::newRow("of somebody else, JSON")
        << odd << QByteArray("{\"auth\": \"Zm9v\", \"identitytoken\":\"t\"}")
        << QByteArray("{\"auth\": ********, \"identitytoken\":********}");
    QTest::newRow("no password") << QString() << QByteArray("basic things: a password, or none")
                                 << QByteArray("basic things: a password, or none");
    QTest::newRow("not UTF-8") << QStringLiteral("abc") << QByteArray("\xff abc \xfe")
                               << QByteArray("\xff ******** \xfe");
}

void UnifiedDiffTest::hidesSecrets()
{
    QFETCH(const QString, password);
    QFETCH(const QByteArray, line);
    QFETCH(const QByteArray, shown);
    const QByteArray diff = unifiedDiff(QStringLiteral("f"), {}, line + '\n');
    const QByteArray head = "--- /dev/null\n+++ f\n@@ -0,0 +1 @@\n+";
    QCOMPARE(withoutSecrets(diff, QStringLiteral("joe"), password), head + shown + '\n');
}

void UnifiedDiffTest::keepsItsMarks()
{
    const QByteArray diff = unifiedDiff(QStringLiteral("+"), QByteArray("+"), QByteArray("-\n"));
    QCOMPARE(
        withoutSecrets(diff, QStringLiteral("joe"), QStringLiteral("+")),
        QByteArray("--- +\n+++ +\n@@ -1 +1 @@\n-********\n\\ No newline at end of file\n+-\n"));
}

QTEST_APPLESS_MAIN(UnifiedDiffTest)
#include "tst_unifieddiff.moc"
