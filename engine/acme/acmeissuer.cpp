// SPDX-License-Identifier: GPL-3.0-or-later
#include "acme/acmeissuer.h"

#include "acme/challengeaddress.h"
#include "acme/legocommand.h"
#include "acme/legofailure.h"
#include "acme/legoversion.h"
#include "acme/orderpause.h"
#include "core/fileerror.h"
#include "core/filereader.h"
#include "core/privatefolder.h"
#include "core/retire.h"
#include "tls/pem.h"

#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTcpServer>

#include <algorithm>
#include <utility>

namespace lanyard::acme {

namespace {

constexpr std::int64_t recordBytesMax = 64 * 1024;

std::string pathIn(const QString &folder, const char *name)
{
    return QFile::encodeName(folder + u'/' + QLatin1String(name)).toStdString();
}

Message aboutLego(const Error &error)
{
    return {"%1 %2", {"lego", error.message}};
}

} // namespace

AcmeIssuer::AcmeIssuer(AcmeConfig config, const QString &directory, const Clock &clock,
                       const AcmeOptions &options)
    : m_config(std::move(config))
    , m_folder(directory + u'/' + fileNameOf(m_config))
    , m_clock(clock)
    , m_options(options)
    , m_identityFile(pathIn(m_folder, "identity.pem"), limits::pemBytesMax)
    , m_recordFile(pathIn(m_folder, "orders.json"), recordBytesMax)
{
    // Looking now and then, in contrast to waiting for a moment, counts the time of a computer that
    // slept, and that of a clock that was set.
    m_timer.setTimerType(Qt::CoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &AcmeIssuer::check);
}

AcmeIssuer::~AcmeIssuer()
{
    m_door->close();
}

Result<tls::CertificateIssuer::Files> AcmeIssuer::start()
{
    if (const auto isPossible = isAskedOfListener(m_config, m_options.listeners()); !isPossible)
        return tl::unexpected(isPossible.error());
    // Who has the folder may be the issuer that this one replaces, and go at once.
    const Result<void> opened = makeFolder().and_then([this] { return takeFolder(); });
    if (!opened && opened.error().code != ErrorCode::InUse)
        return tl::unexpected(opened.error());
    QTimer::singleShot(0, this, &AcmeIssuer::check);
    m_timer.start(m_options.checkInterval);
    const QString file = QFile::decodeName(m_identityFile.path().c_str());
    return Files{.certificate = file, .key = file};
}

Result<void> AcmeIssuer::makeFolder() const
{
    constexpr QFile::Permissions mine = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (!makePrivateFolder(QFile::encodeName(m_folder).toStdString()) ||
        !QFile::setPermissions(m_folder, mine))
        return failure(
            ErrorCode::Io,
            Message::at(m_folder, QT_TRANSLATE_NOOP(
                                      "engine", "this folder, where certificates by ACME are kept, "
                                                "cannot be made, or belongs to another user")));
    return {};
}

Result<void> AcmeIssuer::takeFolder()
{
    Result<FolderLock> lock = FolderLock::acquire(pathIn(m_folder, "lock"));
    if (lock)
        m_lock.emplace(std::move(*lock));
    if (const auto read = readFolder(); !read)
        return read;
    if (m_lock)
        return {};
    if (lock.error().code != ErrorCode::InUse)
        return tl::unexpected(lock.error());
    return failure(
        ErrorCode::InUse,
        //: %1: another Lanyard has the folder
        {QT_TRANSLATE_NOOP("engine", "%1, or by another listener: acme for the same host has to "
                                     "say the same everywhere, or another directory"),
         {lock.error().message}});
}

Result<void> AcmeIssuer::readFolder()
{
    const Result<PrivateFile::Content> record = m_recordFile.read();
    if (!record)
        return tl::unexpected(record.error());
    m_record = OrderRecord::parse(record->bytes);
    const Result<PrivateFile::Content> identity = m_identityFile.read();
    if (!identity)
        return tl::unexpected(identity.error());
    if (identity->bytes.isEmpty())
        return {};
    const Result<IssuedIdentity> read = readIdentity(identity->bytes);
    if (read)
        m_identity = *read;
    else if (m_lock) // Nobody can use it, and who waits for one must not take it for one.
        QFile::remove(QFile::decodeName(m_identityFile.path().c_str()));
    return {};
}

/// Whether what is there is what the configuration wants.
bool AcmeIssuer::isForThis() const
{
    const auto inOrder = [](std::vector<std::string> names) {
        std::sort(names.begin(), names.end());
        return names;
    };
    // Names that the authority has put in itself are no reason to ask for another one.
    const bool isKnown = !m_record.hosts.empty();
    return m_identity->covers(m_config.hosts) &&
           (!isKnown || (inOrder(m_record.hosts) == inOrder(m_config.hosts) &&
                         m_record.directoryUrl == m_config.directoryUrl));
}

/// What an order asks, and how; who changes that has perhaps mended why the last one failed.
QString AcmeIssuer::terms() const
{
    QStringList words = legoOrder({.config = m_config,
                                   .folder = m_folder,
                                   .answerAddress = challengeAddressOf(m_config),
                                   .settings = {}},
                                  {})
                            .arguments;
    for (const AcmeSetting &setting : m_config.dnsSettings)
        words.append(QString::fromStdString(setting.name));
    words.append(m_config.directoryCa);
    return words.join(u' ');
}

WallTime AcmeIssuer::nextOrder(WallTime now)
{
    // A clock that was set back would have it wait for ever.
    if (m_record.lastOrder && *m_record.lastOrder > now)
        m_record.lastOrder = now;
    const WallTime due = m_identity && isForThis()
                             ? tls::renewalTimeOf(m_identity->from, m_identity->until)
                             : WallTime::min();
    const WallTime earliest =
        m_record.lastOrder
            ? *m_record.lastOrder + pauseAfter(m_record.failuresOn(terms()), m_options.orderPause,
                                               m_options.orderPauseMax)
            : WallTime::min();
    return std::max(due, earliest);
}

void AcmeIssuer::check()
{
    const WallTime now = m_clock.wallNow();
    if (m_process)
        return;
    if (!m_lock) {
        if (const auto taken = takeFolder(); !taken)
            return tell(taken.error().message);
    }
    if (!std::exchange(m_hasBegun, true))
        tellBeginning();
    if (now < nextOrder(now))
        return;
    // Without folders, findExecutable() would take those of PATH.
    const QStringList folders = m_options.searchPath.split(u':', Qt::SkipEmptyParts);
    m_program = folders.isEmpty() ? QString()
                                  : QStandardPaths::findExecutable(QStringLiteral("lego"), folders);
    if (m_program.isEmpty())
        return tell(QT_TRANSLATE_NOOP(
            "engine",
            "the program lego, by which it is asked for, is not installed: apt-get install "
            "lego"));
    const FileStamp stamp = FileStamp::of(QFile::encodeName(m_program).toStdString());
    if (stamp == m_asked)
        prepareOrder();
    else
        ask(m_program);
}

void AcmeIssuer::ask(const QString &program)
{
    const LegoCommand question = legoQuestion(QProcessEnvironment::systemEnvironment());
    run({.program = program,
         .arguments = question.arguments,
         .environment = question.environment,
         .hearsErrors = true,
         .outputBytesMax = limits::acmeOutputBytesMax,
         .excess = ChildCommand::Excess::Refused,
         .timeout = m_options.versionTimeout},
        &AcmeIssuer::onAnswered);
}

void AcmeIssuer::onAnswered(const std::optional<Error> &error)
{
    const auto process = takeProcess();
    const FileStamp stamp = FileStamp::of(QFile::encodeName(m_program).toStdString());
    const Result<void> usable =
        error ? Result<void>(tl::unexpected(Error{error->code, aboutLego(*error)}))
              : checkLego(process->output());
    if (!usable)
        return tell(usable.error().message);
    m_asked = stamp;
    prepareOrder();
}

/// What can be seen to fail without the authority costs no order.
void AcmeIssuer::prepareOrder()
{
    Result<std::vector<SettingValue>> settings = resolve(m_config.dnsSettings);
    if (!settings)
        return tell(settings.error().message);
    if (!m_config.directoryCa.isEmpty()) {
        const auto authority = readSmallFile(m_config.directoryCa, limits::pemBytesMax)
                                   .map_error(inFile(m_config.directoryCa));
        if (!authority)
            return tell(Message::at("directoryCa", authority.error().message));
    }
    // Listeners may have changed since the last order.
    const Result<bool> isBehindListener = isAskedOfListener(m_config, m_options.listeners());
    if (!isBehindListener)
        return tell(isBehindListener.error().message);
    const auto address = challengeAddressOf(m_config);
    if (address && !*isBehindListener) {
        if (const auto isFree = checkFree(*address); !isFree)
            return tell(isFree.error().message);
    }
    order(std::move(*settings), *isBehindListener);
}

void AcmeIssuer::order(std::vector<SettingValue> settings, bool isBehindListener)
{
    // Before lego is started: whatever ends this process, the next one knows of the order.
    OrderRecord record = m_record.withOrder(m_clock.wallNow(), terms());
    if (const auto kept = m_recordFile.replace(record.toBytes()); !kept)
        return tell({QT_TRANSLATE_NOOP("engine", "orders have to be written down, but %1"),
                     {kept.error().message}});
    m_record = std::move(record);
    m_settings = std::move(settings);
    const LegoCommand command = legoOrder({.config = m_config,
                                           .folder = m_folder + QStringLiteral("/lego"),
                                           .answerAddress = openAnswerAddress(isBehindListener),
                                           .settings = m_settings},
                                          QProcessEnvironment::systemEnvironment());
    run({.program = m_program,
         .arguments = command.arguments,
         .environment = command.environment,
         .hearsErrors = true,
         .outputBytesMax = limits::acmeOutputBytesMax,
         .excess = ChildCommand::Excess::Forgotten,
         .timeout = m_options.orderTimeout},
        &AcmeIssuer::onOrdered);
}

/// Where lego answers: behind the door, at a port that is free now.
std::optional<ListenAddress> AcmeIssuer::openAnswerAddress(bool isBehindListener)
{
    if (!isBehindListener)
        return challengeAddressOf(m_config);
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    m_relays = std::make_unique<ChallengeRelays>(probe.serverPort());
    m_door->open(
        [relays = m_relays.get()](FileDescriptor socket) { relays->take(std::move(socket)); });
    return ListenAddress{.host = "127.0.0.1", .port = m_relays->port()};
}

void AcmeIssuer::onOrdered(const std::optional<Error> &error)
{
    m_door->close();
    m_relays.reset();
    const auto process = takeProcess();
    const std::vector<SettingValue> settings = std::exchange(m_settings, {});
    if (error && error->code == ErrorCode::Io)
        return fail(aboutLego(*error));
    if (error || !process->isSuccess()) {
        const Message words = legoFailure(process->output(), settings);
        return fail(error ? Message::both(aboutLego(*error), words) : words);
    }
    const Result<void> taken = takeIdentity();
    if (!taken)
        return fail(taken.error().message);
    m_told = {};
    if (std::exchange(m_isTroubled, false))
        Q_EMIT warningRaised(
            {QT_TRANSLATE_NOOP("engine",
                               "The certificate for %1 has been issued, and holds until %2."),
             {hostsText(), tls::dateText(m_identity->until)}});
}

/// What lego has left becomes what listeners use.
Result<void> AcmeIssuer::takeIdentity()
{
    const QString folder = m_folder + QStringLiteral("/lego");
    QByteArray pem;
    for (const QString &file :
         {legoCertificateFile(m_config, folder), legoKeyFile(m_config, folder)}) {
        const Result<QByteArray> part =
            readSmallFile(file, limits::pemBytesMax).map_error(inFile(file));
        if (!part)
            return tl::unexpected(part.error());
        pem += part->trimmed() + '\n';
    }
    const Result<IssuedIdentity> identity =
        readIdentity(pem).map_error(inFile(legoCertificateFile(m_config, folder)));
    if (!identity)
        return tl::unexpected(identity.error());
    if (!identity->covers(m_config.hosts))
        return failure(
            ErrorCode::BadUpstream,
            QT_TRANSLATE_NOOP("engine", "the certificate that came is not for all of them"));
    if (const auto kept = m_identityFile.replace(pem); !kept)
        return kept;
    m_identity = *identity;
    m_record.hosts = m_config.hosts;
    m_record.directoryUrl = m_config.directoryUrl;
    m_record.failures = 0;
    return m_recordFile.replace(m_record.toBytes());
}

void AcmeIssuer::fail(const Message &failure)
{
    m_told = {}; // each order that fails is told
    const Message advice = legoAdvice(failure.english());
    const Message problem = advice.isEmpty() ? failure : Message("%1 - %2", {failure, advice});
    tell({QT_TRANSLATE_NOOP("engine", "%1. It is asked for again at %2"),
          {problem, tls::dateText(nextOrder(m_clock.wallNow()))}});
}

void AcmeIssuer::run(const ChildCommand &command,
                     void (AcmeIssuer::*done)(const std::optional<Error> &))
{
    m_process = std::make_unique<ChildProcess>();
    // Queued: a program that cannot be started may be told from within start().
    connect(m_process.get(), &ChildProcess::finished, this, done, Qt::QueuedConnection);
    m_process->start(command);
}

/// The one that has ended; it goes when its signal is over.
std::unique_ptr<ChildProcess> AcmeIssuer::takeProcess()
{
    return std::exchange(m_process, nullptr);
}

void AcmeIssuer::tellBeginning()
{
    const WallTime now = m_clock.wallNow();
    const WallTime next = nextOrder(now);
    if (m_identity && (isForThis() || next <= now))
        return;
    m_isTroubled = true;
    const Message what =
        m_identity ? Message(QT_TRANSLATE_NOOP("engine", "The certificate of before is not for %1"),
                             {hostsText()})
                   : Message(QT_TRANSLATE_NOOP("engine", "There is no certificate for %1 yet"),
                             {hostsText()});
    if (next <= now)
        Q_EMIT warningRaised(
            {QT_TRANSLATE_NOOP("engine", "%1: it is asked for now. %2"), {what, meanwhileText()}});
    else
        Q_EMIT warningRaised(
            {QT_TRANSLATE_NOOP("engine",
                               "%1: it is asked for at %2, as orders have to be apart. %3"),
             {what, tls::dateText(next), meanwhileText()}});
}

/// Once, until it changes.
void AcmeIssuer::tell(const Message &problem)
{
    const Message message{
        QT_TRANSLATE_NOOP("engine", "The certificate for %1 cannot be had: %2. %3"),
        {hostsText(), problem, meanwhileText()}};
    m_isTroubled = true;
    if (message == std::exchange(m_told, message))
        return;
    Q_EMIT warningRaised(message);
}

Message AcmeIssuer::hostsText() const
{
    const std::string &first = m_config.hosts.front();
    if (m_config.hosts.size() == 1)
        return first;
    //: %1: a host, %2: how many other ones
    return {QT_TRANSLATE_NOOP("engine", "%1 and %2 more"),
            {first, std::to_string(m_config.hosts.size() - 1)}};
}

Message AcmeIssuer::meanwhileText() const
{
    if (m_identity)
        return {QT_TRANSLATE_NOOP("engine", "The one that is there stays in use; it ends at %1."),
                {tls::dateText(m_identity->until)}};
    return m_config.servesPlainMeanwhile
               ? QT_TRANSLATE_NOOP("engine", "Until then its port speaks plain HTTP.")
               : QT_TRANSLATE_NOOP("engine",
                                   "Until then its port closes every connection "
                                   "(acme.plainMeanwhile: true has it speak plain HTTP).");
}

} // namespace lanyard::acme
