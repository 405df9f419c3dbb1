// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "engine.h"
#include "engineclient.h"

#include <QJsonObject>
#include <QObject>

#include <functional>
#include <memory>

namespace lanyard::cli {

/// What a command asks of a cache: of the engine that uses its folder, in a server or a desktop, or
/// else of one that this process starts on the folder for as long as it takes, without serving
/// anybody. Ends the event loop of the application with an exit status; what went wrong is on
/// stderr then.
class Session final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Session)

public:
    /// What to do where there is no cache yet.
    enum class Absent { Refuse, Make };

    /// `command` is the name of the subcommand, for messages.
    Session(Config config, QString command, Absent absent = Absent::Refuse);

    /// Whether an engine uses the folder now. Does not wait.
    bool isServed();

    using Answered = std::function<void(const QJsonObject &result)>;

    /// Asks for a verb of the control socket. `answered` may ask again; otherwise it calls end().
    void ask(const QString &verb, const QJsonObject &arguments, Answered answered);
    /// Asks once, prints the answer, as the document of --json or by `print`, and ends.
    void askAndPrint(const QString &verb, const QJsonObject &arguments, bool isJson,
                     Answered print);
    /// The answers are complete.
    void end(int status);

Q_SIGNALS:
    /// How far what was asked for is.
    void progressed(const QJsonObject &event);
    /// The answer is there, good or bad; nothing of it is printed yet.
    void progressEnded();

private:
    void openFolder();
    void send();
    void fail(const QString &code, const QString &message);

    const Config m_config;
    const QString m_command;
    const Absent m_absent;
    EngineClient m_client;
    std::unique_ptr<Engine> m_engine; ///< where no other uses the folder
    bool m_isOpen = false;
    QString m_verb;
    QJsonObject m_arguments;
    Answered m_answered;
};

} // namespace lanyard::cli
