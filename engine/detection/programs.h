// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/childqueue.h"
#include "core/result.h"
#include "detection/detectionlimits.h"

#include <QByteArray>
#include <QObject>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <map>
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

/// What it said, on stdout and stderr.
using ProgramAnswer = ChildEnd;

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
class Programs final : public ProgramRunner
{
    Q_DISABLE_COPY_MOVE(Programs)

public:
    /// With the environment of the user.
    explicit Programs(QProcessEnvironment environment,
                      std::chrono::milliseconds timeout = limits::programTimeout);

    void ask(const Question &question, QObject *context, Answered answered) override;

private:
    QProcessEnvironment m_environment;
    const std::chrono::milliseconds m_timeout;
    ChildQueue m_queue;
};

} // namespace lanyard::detection
