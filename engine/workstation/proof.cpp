// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation/proof.h"

#include "workstation/prooftrouble.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

namespace lanyard::workstation {

namespace {

using State = SetUpStep::State;

constexpr const char *cacheStep = QT_TRANSLATE_NOOP("engine", "The cache answers");
constexpr const char *manifestStep =
    QT_TRANSLATE_NOOP("engine", "The manifest is asked for at the cache");
constexpr const char *contentStep =
    QT_TRANSLATE_NOOP("engine", "The content is asked for at the cache");
constexpr const char *cleanUpStep = QT_TRANSLATE_NOOP("engine", "The probe image is removed");

bool isBuilder(ClientKind kind)
{
    return kind == ClientKind::Buildx || kind == ClientKind::BuildKit ||
           kind == ClientKind::Earthly || kind == ClientKind::EarthBuild;
}

/// For a person: how the request named its registry, who made it, and from where.
Message wordsOf(const ProbeSighting &sighting)
{
    const Message program = sighting.userAgent.isEmpty()
                                ? Message(QT_TRANSLATE_NOOP("engine", "a program without a name"))
                                : Message(sighting.userAgent);
    //: Who asked: %1: a program; %2: the form of its request, a word; %3: an address
    return {QT_TRANSLATE_NOOP("engine", "%1, as %2, from %3"),
            {program, sighting.form, sighting.address}};
}

const ProbeSighting *firstOf(const QList<ProbeSighting> &sightings, const char *what)
{
    const auto found =
        std::find_if(sightings.begin(), sightings.end(), [what](const ProbeSighting &sighting) {
            return sighting.what == QLatin1String(what);
        });
    return found == sightings.end() ? nullptr : &*found;
}

} // namespace

Proof::Proof(ProofTask task, RunProgram run, std::chrono::milliseconds pollInterval,
             QObject *parent)
    : QObject(parent)
    , m_task(std::move(task))
    , m_run(std::move(run))
    , m_image(probeImage(m_task.registry, m_task.nonce))
    , m_cache(m_task.cache)
{
    m_poll.setInterval(pollInterval);
    connect(&m_poll, &QTimer::timeout, this, &Proof::ask);
}

Proof::~Proof() = default;

void Proof::start()
{
    tell(cacheStep, State::Running);
    m_cache.askFacts([this](const Result<CacheFacts> &facts) { onFacts(facts); });
}

void Proof::onFacts(const Result<CacheFacts> &facts)
{
    if (!facts) {
        const Message reason = printableMessage(facts.error().message);
        tell(cacheStep, State::Failed, reason);
        conclude({QT_TRANSLATE_NOOP("engine", "The cache cannot be asked: %1."), {reason}});
        return;
    }
    if (!facts->registries.contains(m_task.registry)) {
        //: %1: an address; %2: a registry
        const Message reason = {
            QT_TRANSLATE_NOOP("engine",
                              "The cache at %1 does not mirror %2: add it there as an upstream."),
            {m_task.cache.hostPort(), m_task.registry}};
        tell(cacheStep, State::Failed, reason);
        conclude(reason);
        return;
    }
    tell(cacheStep, State::Done);
    pull();
}

Message Proof::pullStep() const
{
    //: %1: a program; %2: an image
    return {QT_TRANSLATE_NOOP("engine", "%1 pulls %2"), {m_task.client.name, m_image}};
}

void Proof::pull()
{
    tell(pullStep(), State::Running);
    tell(manifestStep, State::Running);
    tell(contentStep, State::Running);
    if (const auto error = prepare()) {
        onPulled({.error = error, .isSuccess = false, .output = {}});
        return;
    }
    m_program =
        m_run(commandOf(m_pull.pull, isBuilder(m_task.client.kind) ? prooflimits::buildTimeout
                                                                   : prooflimits::pullTimeout),
              [this](const ProgramEnd &end) { onPulled(end); });
    m_poll.start();
}

/// Finds the program, and writes the files.
std::optional<Error> Proof::prepare()
{
    m_pull =
        probePull(m_task.client, m_image,
                  {.folder = m_folder.path(),
                   .runtimeFolder = m_task.environment.value(QStringLiteral("XDG_RUNTIME_DIR")),
                   .dockerHost = m_task.environment.value(QStringLiteral("DOCKER_HOST"))});
    const QString name = m_pull.pull.program;
    if (!QDir::isAbsolutePath(name)) {
        const QStringList path = (m_task.environment.value(QStringLiteral("PATH")) +
                                  QStringLiteral(":/usr/local/bin:/usr/bin:/usr/sbin:/sbin"))
                                     .split(u':', Qt::SkipEmptyParts);
        const QString found = QStandardPaths::findExecutable(name, path);
        if (found.isEmpty())
            return Error{
                ErrorCode::Io,
                {QT_TRANSLATE_NOOP("engine", "cannot pull: there is no program %1 here"), {name}}};
        m_pull.pull.program = found;
        if (m_pull.cleanUp)
            m_pull.cleanUp->program = found;
    }
    for (const ProbePull::File &written : m_pull.files) {
        QFile file(m_folder.filePath(written.name));
        if (!file.open(QIODevice::WriteOnly) || file.write(written.text) != written.text.size())
            return Error{ErrorCode::Io,
                         {QT_TRANSLATE_NOOP("engine", "cannot pull: %1"),
                          {Message::at(file.fileName(), file.errorString())}}};
    }
    return std::nullopt;
}

ChildCommand Proof::commandOf(const ClientCall &call, std::chrono::milliseconds timeout) const
{
    QProcessEnvironment environment = m_task.environment;
    environment.insert(QStringLiteral("NO_COLOR"), QStringLiteral("1"));
    return {.program = call.program,
            .arguments = call.arguments,
            .environment = environment,
            .hearsErrors = true,
            .outputBytesMax = prooflimits::outputBytesMax,
            .excess = ChildCommand::Excess::Forgotten,
            .timeout = timeout};
}

void Proof::ask()
{
    if (m_isAsking)
        return;
    m_isAsking = true;
    m_cache.askSightings(m_task.nonce, [this, isAfterEnd = m_end.has_value()](
                                           const Result<QList<ProbeSighting>> &sightings) {
        m_isAsking = false;
        onSightings(sightings, isAfterEnd);
    });
}

/// `isAfterEnd`: it was asked for when the pull had ended, so that nothing more can come.
void Proof::onSightings(const Result<QList<ProbeSighting>> &sightings, bool isAfterEnd)
{
    if (sightings) {
        m_sightings = *sightings;
        tellArrivals();
    }
    if (!m_end)
        return;
    if (!isAfterEnd) {
        ask();
        return;
    }
    if (sightings || ++m_lastQuestions >= prooflimits::lastQuestionsMax) {
        m_poll.stop();
        cleanUp();
    }
}

void Proof::tellArrivals()
{
    const ProbeSighting *manifest = firstOf(m_sightings, "manifest");
    if (manifest && !std::exchange(m_isManifestTold, true))
        tell(manifestStep, State::Done, wordsOf(*manifest));
    const ProbeSighting *layer = firstOf(m_sightings, "layer");
    if (layer && !std::exchange(m_isContentTold, true))
        tell(contentStep, State::Done, wordsOf(*layer));
}

void Proof::onPulled(const ProgramEnd &end)
{
    m_end = end;
    m_program.reset();
    const bool isContent = !end.error && end.isSuccess;
    tell(pullStep(), isContent ? State::Done : State::Failed,
         end.error ? printableMessage(end.error->message) : Message());
    m_poll.start();
    ask();
}

void Proof::cleanUp()
{
    for (const auto &[step, isTold] :
         {std::pair(manifestStep, m_isManifestTold), std::pair(contentStep, m_isContentTold)}) {
        if (!isTold)
            tell(step, State::Failed);
    }
    if (!m_pull.cleanUp || !m_end->isSuccess) {
        tell(cleanUpStep, State::Skipped);
        conclude(troubleOfPull());
        return;
    }
    tell(cleanUpStep, State::Running);
    m_program = m_run(commandOf(*m_pull.cleanUp, prooflimits::cleanUpTimeout),
                      [this](const ProgramEnd &end) {
                          m_program.reset();
                          const bool isGone = !end.error && end.isSuccess;
                          tell(cleanUpStep, isGone ? State::Done : State::Failed,
                               isGone ? Message() : shownOutput(end.output, m_task.cache));
                          conclude(troubleOfPull());
                      });
}

Message Proof::troubleOfPull() const
{
    if (m_lastQuestions >= prooflimits::lastQuestionsMax)
        return {QT_TRANSLATE_NOOP(
                    "engine", "The cache at %1 does not answer any more: what arrived there is not "
                              "known."),
                {m_task.cache.hostPort()}};
    return proofTrouble({.client = m_task.client,
                         .cache = m_task.cache,
                         .registry = m_task.registry,
                         .line = probeLine(m_task.client, m_image),
                         .sightings = m_sightings,
                         .program = *m_end});
}

void Proof::conclude(const Message &trouble)
{
    Q_EMIT finished({.client = m_task.client.id,
                     .registry = m_task.registry,
                     .isProved = trouble.isEmpty(),
                     .sightings = m_sightings,
                     .trouble = trouble,
                     .output = m_end ? shownOutput(m_end->output, m_task.cache) : QString()});
}

void Proof::tell(const Message &what, State state, const Message &detail)
{
    Q_EMIT progressed({.client = m_task.client.id, .what = what, .state = state, .detail = detail});
}

} // namespace lanyard::workstation
