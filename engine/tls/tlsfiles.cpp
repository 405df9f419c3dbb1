// SPDX-License-Identifier: GPL-3.0-or-later
#include "tls/tlsfiles.h"

#include "tls/challengetransport.h"
#include "tls/tlstransport.h"

#include <QFile>

#include <string>
#include <utility>
#include <vector>

namespace lanyard::tls {

namespace {

std::vector<std::string> filesOf(const TlsConfig &config)
{
    std::vector<std::string> files;
    for (const QString &file :
         QStringList{config.certificate, config.key} + config.clientAuthorities)
        files.push_back(QFile::encodeName(file).toStdString());
    return files;
}

/// Leaves the socket where there is nothing to be made.
std::unique_ptr<http::Transport> makeWith(const ContextPointer &context, WithoutFiles meanwhile,
                                          FileDescriptor &socket, std::vector<char> &buffer)
{
    if (context != nullptr)
        return TlsTransport::make(context, std::move(socket), buffer);
    if (meanwhile == WithoutFiles::Plain)
        return std::make_unique<http::PlainTransport>(std::move(socket));
    return nullptr;
}

} // namespace

std::unique_ptr<http::Transport> TlsTransports::make(FileDescriptor socket,
                                                     std::vector<char> &buffer) const
{
    auto door = openDoor();
    if (!door)
        return makeWith(context(), m_meanwhile, socket, buffer);
    // The factory may go before the connection does, which remembers what it had.
    return std::make_unique<ChallengeTransport>(
        std::move(door), std::move(socket),
        [context = context(), meanwhile = m_meanwhile, &buffer](FileDescriptor &its) {
            return makeWith(context, meanwhile, its, buffer);
        });
}

std::unique_ptr<http::Transport> TlsTransports::makeForStranger(FileDescriptor socket) const
{
    auto door = openDoor();
    if (!door)
        return nullptr;
    return std::make_unique<ChallengeTransport>(
        std::move(door), std::move(socket),
        [](FileDescriptor &) -> std::unique_ptr<http::Transport> { return nullptr; });
}

bool TlsTransports::admitsStrangers() const
{
    return openDoor() != nullptr;
}

void TlsTransports::setDoor(std::shared_ptr<const ChallengeDoor> door)
{
    const std::lock_guard lock(m_mutex);
    m_door = std::move(door);
}

std::shared_ptr<const ChallengeDoor> TlsTransports::openDoor() const
{
    const std::lock_guard lock(m_mutex);
    return m_door && m_door->isOpen() ? m_door : nullptr;
}

ContextPointer TlsTransports::context() const
{
    const std::lock_guard lock(m_mutex);
    return m_context;
}

void TlsTransports::set(ContextPointer context)
{
    const std::lock_guard lock(m_mutex);
    m_context = std::move(context);
}

Result<std::unique_ptr<TlsFiles>> TlsFiles::open(const TlsConfig &config, const Clock &clock,
                                                 std::chrono::milliseconds interval,
                                                 WithoutFiles meanwhile)
{
    std::unique_ptr<TlsFiles> files(new TlsFiles(config, clock, interval, meanwhile));
    Result<void> loaded = files->load();
    if (!loaded && meanwhile != WithoutFiles::Refused && !QFile::exists(config.certificate))
        loaded = checkAuthorities(config);
    return loaded.map([&files] { return std::move(files); });
}

TlsFiles::TlsFiles(const TlsConfig &config, const Clock &clock, std::chrono::milliseconds interval,
                   WithoutFiles meanwhile)
    : m_config(config)
    , m_clock(clock)
    , m_interval(interval)
    , m_transports(std::make_shared<TlsTransports>(meanwhile))
    , m_watch(filesOf(config), interval)
{
    connect(&m_watch, &FileWatch::changed, this, &TlsFiles::reload);
    connect(&m_daily, &QTimer::timeout, this, &TlsFiles::reload);
    m_daily.setTimerType(Qt::VeryCoarseTimer);
    m_daily.start(std::chrono::hours(24));
}

TlsFiles::~TlsFiles() = default;

std::optional<ServedCertificate> TlsFiles::certificate() const
{
    const ContextPointer context = m_transports->context();
    const auto validity = context ? validityOf(context.get()) : std::nullopt;
    if (!validity)
        return std::nullopt;
    return ServedCertificate{.file = m_config.certificate,
                             .isIssued = !std::holds_alternative<std::monostate>(m_config.issuer),
                             .validFromMs = toEpochMs(validity->from),
                             .validUntilMs = toEpochMs(validity->until)};
}

Result<void> TlsFiles::load()
{
    return loadContext(m_config, m_clock.wallNow()).map([this](const LoadedContext &loaded) {
        m_transports->set(loaded.context);
        QTimer::singleShot(
            0, this,
            [this, warnings = QList<Message>(loaded.warnings.begin(), loaded.warnings.end())] {
                tell(warnings);
            });
    });
}

void TlsFiles::reload()
{
    const Result<void> loaded = load();
    if (loaded)
        return;
    tell({Message::both(loaded.error().message,
                        m_transports->context()
                            ? QT_TRANSLATE_NOOP("engine", "the certificate of before stays in use")
                            : QT_TRANSLATE_NOOP("engine", "there is none to use yet"))});
    // What the system refuses now it may grant without a change of the files.
    if (loaded.error().code == ErrorCode::Io)
        QTimer::singleShot(m_interval, this, &TlsFiles::reload);
}

void TlsFiles::tell(const QList<Message> &warnings)
{
    for (const Message &warning : warnings) {
        if (!m_told.contains(warning))
            Q_EMIT warningRaised(warning);
    }
    m_told = warnings;
}

} // namespace lanyard::tls
