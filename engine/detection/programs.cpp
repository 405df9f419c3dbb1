// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/programs.h"

#include "core/retire.h"

namespace lanyard::detection {

const ProgramAnswer *Answers::find(const Question &question) const
{
    const auto at = m_answers.find(question);
    return at == m_answers.end() ? nullptr : &at->second;
}

QByteArray Answers::outputOf(const Question &question) const
{
    const ProgramAnswer *const answer = find(question);
    return answer != nullptr && answer->isSuccess && !answer->error ? answer->output : QByteArray();
}

Programs::Programs(QProcessEnvironment environment, std::chrono::milliseconds timeout)
    : m_environment(std::move(environment))
    , m_timeout(timeout)
{
    // Nobody shall hear of the look, and no answer be decorated.
    for (const char *name : {"DO_NOT_TRACK", "EARTHLY_DISABLE_ANALYTICS", "NO_COLOR"})
        m_environment.insert(QString::fromLatin1(name), QStringLiteral("1"));
    m_environment.insert(QStringLiteral("MINIKUBE_WANTUPDATENOTIFICATION"),
                         QStringLiteral("false"));
}

Programs::~Programs() = default;

void Programs::ask(const Question &question, QObject *context, Answered answered)
{
    m_waiting.push_back({question, context, std::move(answered)});
    startNext();
}

void Programs::startNext()
{
    while (m_running.size() < limits::programsMax && !m_waiting.empty()) {
        Asked asked = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (!asked.context)
            continue;
        auto process = std::make_unique<ChildProcess>();
        ChildProcess *const started = process.get();
        // Queued: a program that cannot be started is told from within start().
        connect(
            started, &ChildProcess::finished, this,
            [this, started](const auto &error) { onFinished(started, error); },
            Qt::QueuedConnection);
        const auto at =
            m_running.emplace(started, std::pair(std::move(process), std::move(asked))).first;
        const Question &question = at->second.second.question;
        started->start({.program = question.program,
                        .arguments = question.arguments,
                        .environment = m_environment,
                        .hearsErrors = true,
                        .outputBytesMax = limits::programAnswerBytesMax,
                        .timeout = m_timeout});
    }
}

/// Ends the process before anyone is told: who is may ask again at once.
void Programs::onFinished(ChildProcess *process, const std::optional<Error> &error)
{
    const auto running = m_running.find(process);
    Q_ASSERT(running != m_running.end());
    auto [owned, asked] = std::move(running->second);
    m_running.erase(running);
    const ProgramAnswer answer{
        .error = error, .isSuccess = owned->isSuccess(), .output = owned->output()};
    retire(std::move(owned), this);
    startNext();
    if (asked.context)
        asked.answered(answer);
}

} // namespace lanyard::detection
