// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>

#include <utility>

namespace lanyard::test {

/// How a program ended. Status -1: it did not.
struct Outcome
{
    int status = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

/// The rows "served" and "not served", of a verb that does the same on a server and on a folder.
void addServedRows();
bool isServedRow();

/// Runs `lanyard` to its end, with these variables beside the test's own, and this on its stdin.
Outcome runLanyard(const QStringList &arguments,
                   const QList<std::pair<QString, QString>> &variables = {},
                   const QByteArray &input = {});

/// `lanyard serve` on a folder, at a free port of 127.0.0.1, until stop().
class ServingLanyard
{
public:
    /// Returns when it serves; the test ends when it does not.
    explicit ServingLanyard(const QString &folder, const QString &configFile = {});

    /// As its first line says it.
    QByteArray address() const { return m_address; }

    qint64 processId() const { return m_process.processId(); }

    /// Ends it as a user would; returns its exit status, -1 when it does not end.
    int stop();

private:
    QProcess m_process;
    QByteArray m_address;
};

} // namespace lanyard::test
