// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/childprocess.h"
#include "core/result.h"
#include "detection/detectionlimits.h"

#include <QByteArray>
#include <QObject>
#include <QPointer>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <tuple>
#include <utility>

namespace lanyard::detection {

/// What a program is asked: one run of it, which changes and starts nothing.
struct Question
{
    QString program; ///< absolute
    QStringList arguments;
    bool operator==(const Question &) const = default;

    bool operator<(const Question &other) const
    {
        return std::tie(program, arguments) < std::tie(other.program, other.arguments);
    }
};

/// What it said, on stdout and stderr. May hold a secret.
struct ProgramAnswer
{
    std::optional<Error> error; ///< TimedOut, BadUpstream (it said too much, or crashed), Io
    bool isSuccess = false;
    QByteArray output;
};

/// What programs said so far. A value.
class Answers
{
public:
    void add(const Question &question, const ProgramAnswer &answer)
    {
        m_answers.insert_or_assign(question, answer);
    }

    /// nullptr: it has not answered.
    const ProgramAnswer *find(const Question &question) const;
    /// What it said when all went well; else nothing.
    QByteArray outputOf(const Question &question) const;

private:
    std::map<Question, ProgramAnswer> m_answers;
};

/// Who asks programs: the real ones, or a script in a test.
class ProgramRunner
{
public:
    using Answered = std::function<void(const ProgramAnswer &)>;

    virtual ~ProgramRunner() = default;
    /// Calls `answered` once, now or later, unless this object or `context` is gone by then.
    virtual void ask(const Question &question, QObject *context, Answered answered) = 0;
};

/// Runs the programs of this computer, at most limits::programsMax at once. Has its thread, with an
/// event loop; its end ends all of them.
class Programs final : public QObject, public ProgramRunner
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Programs)

public:
    /// With the environment of the user.
    explicit Programs(QProcessEnvironment environment,
                      std::chrono::milliseconds timeout = limits::programTimeout);
    ~Programs() override;

    void ask(const Question &question, QObject *context, Answered answered) override;

private:
    struct Asked
    {
        Question question;
        QPointer<QObject> context;
        Answered answered;
    };

    void startNext();
    void onFinished(ChildProcess *process, const std::optional<Error> &error);

    QProcessEnvironment m_environment;
    const std::chrono::milliseconds m_timeout;
    std::deque<Asked> m_waiting;
    std::map<ChildProcess *, std::pair<std::unique_ptr<ChildProcess>, Asked>> m_running;
};

} // namespace lanyard::detection
