// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/look.h"

#include "detection/clientdetections.h"

#include <utility>

namespace lanyard::detection {

Look::Look(Scene scene, ProgramRunner &programs)
    : m_scene(std::move(scene))
    , m_programs(programs)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &Look::finished);
}

Look::~Look() = default;

void Look::start(std::chrono::milliseconds timeout)
{
    m_deadline.start(timeout);
    askOn();
}

void Look::askOn()
{
    for (const ClientDetection &client : clientDetections()) {
        for (const Question &question : client.questions(m_scene)) {
            const bool isNew =
                m_asked.size() < limits::programQuestionsMax && m_asked.insert(question).second;
            if (!isNew)
                continue;
            ++m_open;
            m_programs.ask(question, this, [this, question](const ProgramAnswer &answer) {
                onAnswered(question, answer);
            });
        }
    }
    // By the timer, so that nobody is told within start().
    if (m_open == 0)
        m_deadline.start(0);
}

void Look::onAnswered(const Question &question, const ProgramAnswer &answer)
{
    m_scene.answers.add(question, answer);
    --m_open;
    askOn();
}

QList<ClientInstallation> Look::installations() const
{
    QList<ClientInstallation> all;
    for (const ClientDetection &client : clientDetections())
        all += client.installations(m_scene);
    return all;
}

} // namespace lanyard::detection
