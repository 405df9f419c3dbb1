// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation/mirrorcheck.h"

#include "detection/docker.h"
#include "detection/mirrors.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace lanyard::workstation {

namespace {

using detection::DockerInfo;

bool isMeant(const DockerInfo &engine, ServiceAction action)
{
    if (engine.isDesktop())
        return action == ServiceAction::RestartDockerDesktop;
    return action ==
           (engine.isRootless ? ServiceAction::ReloadRootlessDocker : ServiceAction::ReloadDocker);
}

bool namesCache(const DockerInfo &engine, const CacheEndpoint &cache)
{
    return std::any_of(engine.mirrors.cbegin(), engine.mirrors.cend(),
                       [&cache](const QString &url) {
                           return detection::leadsTo(
                               detection::mirrorOfUrl(QStringLiteral("docker.io"), url), cache);
                       });
}

/// `docker info` of each engine on this computer.
QList<detection::Question> questionsOf(const detection::Surroundings &here,
                                       const CacheEndpoint &cache)
{
    QList<detection::Question> questions =
        detection::dockerQuestions({.here = here, .cache = cache, .processes = {}, .answers = {}});
    questions.removeIf([](const detection::Question &question) {
        return !question.arguments.contains(QStringLiteral("info"));
    });
    return questions;
}

} // namespace

MirrorState mirrorStateOf(const QList<DockerInfo> &engines, ServiceAction action,
                          const CacheEndpoint &cache)
{
    MirrorState state = MirrorState::Unknown;
    for (const DockerInfo &engine : engines) {
        if (engine.state == DockerInfo::State::Answered && isMeant(engine, action)) {
            if (namesCache(engine, cache))
                return MirrorState::TakenUp;
            state = MirrorState::Missing;
        } else if (state == MirrorState::Unknown &&
                   (engine.state == DockerInfo::State::NotRunning ||
                    engine.state == DockerInfo::State::Silent)) {
            state = MirrorState::Silent;
        }
    }
    return state;
}

MirrorCheck::MirrorCheck(detection::Surroundings here, detection::ProgramRunner &programs,
                         ServiceAction action, CacheEndpoint cache, Pace pace, QObject *parent)
    : QObject(parent)
    , m_here(std::move(here))
    , m_programs(programs)
    , m_action(action)
    , m_cache(std::move(cache))
    , m_pace(pace)
{
}

void MirrorCheck::start(Answer<void> done)
{
    m_done = std::move(done);
    m_deadline.setRemainingTime(m_pace.timeout);
    ask();
}

void MirrorCheck::ask()
{
    const QList<detection::Question> questions = questionsOf(m_here, m_cache);
    m_engines.clear();
    m_open = questions.size();
    if (questions.isEmpty())
        judge();
    for (const detection::Question &question : questions) {
        m_programs.ask(question, this, [this](const detection::ProgramAnswer &answer) {
            m_engines.append(detection::dockerInfoOf(answer));
            if (--m_open == 0)
                judge();
        });
    }
}

void MirrorCheck::judge()
{
    const MirrorState state = mirrorStateOf(m_engines, m_action, m_cache);
    const bool mayChange = state == MirrorState::Missing || state == MirrorState::Silent;
    if (mayChange && !m_deadline.hasExpired()) {
        QTimer::singleShot(m_pace.interval, this, &MirrorCheck::ask);
        return;
    }
    const Answer<void> done = std::exchange(m_done, {});
    if (state == MirrorState::Missing)
        done(failure(ErrorCode::Io,
                     QT_TRANSLATE_NOOP("engine",
                                       "Docker Engine was reloaded and goes on without the mirror; "
                                       "its log says why")));
    else
        done({});
}

} // namespace lanyard::workstation
