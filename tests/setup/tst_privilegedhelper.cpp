// SPDX-License-Identifier: GPL-3.0-or-later
// The helper program is run by pkexec with the request; whether it was allowed to, and whether
// anybody knows what it did, is told apart.
#include "setup/privilegedhelper.h"
#include "setupfixture.h"

#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace lanyard;
using namespace lanyard::setup;
using namespace lanyard::setup::test;

class TestPrivilegedHelper final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data();
    void answers();
};

void TestPrivilegedHelper::answers_data()
{
    QTest::addColumn<QByteArray>("pkexec");
    QTest::addColumn<bool>("hasHelper");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("code");
    const int none = -1;
    const int cancelled = static_cast<int>(ErrorCode::Cancelled);
    const int unknown = static_cast<int>(ErrorCode::BadUpstream);
    QTest::newRow("an answer") << QByteArray("shift; exec \"$@\"") << true
                               << QByteArray("heard a request") << none;
    QTest::newRow("without its own question")
        << QByteArray("test \"$1\" = --disable-internal-agent && echo yes") << true
        << QByteArray("yes\n") << none;
    QTest::newRow("dismissed") << QByteArray("exit 126") << true << QByteArray() << cancelled;
    QTest::newRow("refused, or nobody asked")
        << QByteArray("exit 127") << true << QByteArray() << cancelled;
    QTest::newRow("broken off") << QByteArray("echo half; exit 1") << true << QByteArray()
                                << unknown;
    QTest::newRow("killed") << QByteArray("kill -KILL $$") << true << QByteArray() << unknown;
    QTest::newRow("no pkexec") << QByteArray() << true << QByteArray() << cancelled;
    QTest::newRow("no helper") << QByteArray("exit 0") << false << QByteArray() << cancelled;
}

void TestPrivilegedHelper::answers()
{
    QFETCH(QByteArray, pkexec);
    QFETCH(bool, hasHelper);
    QFETCH(QByteArray, answer);
    QFETCH(int, code);
    const QTemporaryDir folder;
    const QString helper = folder.filePath(QStringLiteral("helper"));
    if (hasHelper)
        QVERIFY(put(helper, "#!/bin/sh\nprintf 'heard %s' \"$(/bin/cat)\"\n", 0755));
    const QString program = folder.filePath(QStringLiteral("bin/pkexec"));
    if (!pkexec.isEmpty())
        QVERIFY(put(program, "#!/bin/sh\n" + pkexec + "\n", 0755));
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("PATH"), folder.filePath(QStringLiteral("bin")));

    PkexecHelper asked(helper, environment);
    std::optional<Result<QByteArray>> told;
    asked.ask("a request", [&told](const Result<QByteArray> &result) { told = result; });
    QTRY_VERIFY(told);
    QCOMPARE(told->has_value() ? -1 : static_cast<int>(told->error().code), code);
    QCOMPARE(told->value_or(QByteArray()), answer);
}

QTEST_GUILESS_MAIN(TestPrivilegedHelper)
#include "tst_privilegedhelper.moc"
