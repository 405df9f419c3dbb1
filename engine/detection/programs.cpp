// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/programs.h"

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
    , m_queue(limits::programsMax)
{
    // Nobody shall hear of the look, and no answer be decorated.
    for (const char *name : {"DO_NOT_TRACK", "EARTHLY_DISABLE_ANALYTICS", "NO_COLOR"})
        m_environment.insert(QString::fromLatin1(name), QStringLiteral("1"));
    m_environment.insert(QStringLiteral("MINIKUBE_WANTUPDATENOTIFICATION"),
                         QStringLiteral("false"));
}

void Programs::ask(const Question &question, QObject *context, Answered answered)
{
    m_queue.add({.program = question.program,
                 .arguments = question.arguments,
                 .environment = m_environment,
                 .hearsErrors = true,
                 .outputBytesMax = limits::programAnswerBytesMax,
                 .timeout = m_timeout},
                context, std::move(answered));
}

} // namespace lanyard::detection
