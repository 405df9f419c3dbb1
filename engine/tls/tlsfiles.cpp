// SPDX-License-Identifier: GPL-3.0-or-later
#include "tls/tlsfiles.h"

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

QStringList textsOf(const std::vector<std::string> &warnings)
{
    QStringList texts;
    for (const std::string &warning : warnings)
        texts.append(QString::fromStdString(warning));
    return texts;
}

} // namespace

std::unique_ptr<http::Transport> TlsTransports::make(FileDescriptor socket,
                                                     std::vector<char> &buffer) const
{
    ContextPointer context;
    {
        const std::lock_guard lock(m_mutex);
        context = m_context;
    }
    if (context != nullptr)
        return TlsTransport::make(context, std::move(socket), buffer);
    if (m_meanwhile == WithoutFiles::Plain)
        return std::make_unique<http::PlainTransport>(std::move(socket));
    return nullptr;
}

bool TlsTransports::isSet() const
{
    const std::lock_guard lock(m_mutex);
    return m_context != nullptr;
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

Result<void> TlsFiles::load()
{
    return loadContext(m_config, m_clock.wallNow()).map([this](const LoadedContext &loaded) {
        m_transports->set(loaded.context);
        QTimer::singleShot(0, this,
                           [this, warnings = textsOf(loaded.warnings)] { tell(warnings); });
    });
}

void TlsFiles::reload()
{
    const Result<void> loaded = load();
    if (loaded)
        return;
    tell({QString::fromStdString(loaded.error().message) +
          (m_transports->isSet() ? QStringLiteral("; the certificate of before stays in use")
                                 : QStringLiteral("; there is none to use yet"))});
    // What the system refuses now it may grant without a change of the files.
    if (loaded.error().code == ErrorCode::Io)
        QTimer::singleShot(m_interval, this, &TlsFiles::reload);
}

void TlsFiles::tell(const QStringList &warnings)
{
    for (const QString &warning : warnings) {
        if (!m_told.contains(warning))
            Q_EMIT warningRaised(warning);
    }
    m_told = warnings;
}

} // namespace lanyard::tls
