// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/lanyardprogram.h"

#include <QProcessEnvironment>
#include <QTest>

namespace lanyard::test {

namespace {

constexpr int patienceMs = 60'000;

bool isEnded(const QProcess &process)
{
    return QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; },
                           patienceMs) &&
           process.exitStatus() == QProcess::NormalExit;
}

} // namespace

void addServedRows()
{
    QTest::addColumn<bool>("isServed");
    QTest::newRow("served") << true;
    QTest::newRow("not served") << false;
}

bool isServedRow()
{
    return qstrcmp(QTest::currentDataTag(), "served") == 0;
}

Outcome runLanyard(const QStringList &arguments,
                   const QList<std::pair<QString, QString>> &variables, const QByteArray &input)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto &[name, value] : variables)
        environment.insert(name, value);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(LANYARD_PROGRAM), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!isEnded(process))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

ServingLanyard::ServingLanyard(const QString &folder, const QString &configFile)
{
    QStringList arguments{QStringLiteral("serve"), QStringLiteral("--data"), folder,
                          QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")};
    if (!configFile.isEmpty())
        arguments << QStringLiteral("--config") << configFile;
    m_process.start(QStringLiteral(LANYARD_PROGRAM), arguments);
    QByteArray out;
    const bool isServing = QTest::qWaitFor(
        [this, &out] { return (out += m_process.readAllStandardOutput()).endsWith('\n'); },
        patienceMs);
    if (!isServing)
        qFatal("it does not serve: %s", m_process.readAllStandardError().constData());
    m_address = out.trimmed().split(' ').last();
}

int ServingLanyard::stop()
{
    m_process.terminate();
    return isEnded(m_process) ? m_process.exitCode() : -1;
}

} // namespace lanyard::test
