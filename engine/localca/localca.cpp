// SPDX-License-Identifier: GPL-3.0-or-later
#include "localca/localca.h"

#include "localca/renewal.h"
#include "localca/summary.h"

#include <openssl/x509.h>

#include <utility>

namespace lanyard::localca {

namespace {

constexpr std::chrono::hours authorityEndNotice{30 * 24};

QString dayText(WallTime time)
{
    return QString::fromStdString(tls::dateText(time));
}

/// What is wrong with the time for which an authority holds, or soon will be; empty: nothing.
Message complaintOfDates(const QString &file, const X509 *authority, WallTime now)
{
    const WallTime from = tls::timeOf(X509_get0_notBefore(authority));
    const WallTime until = tls::timeOf(X509_get0_notAfter(authority));
    if (now < from)
        return Message::at(
            file, {QT_TRANSLATE_NOOP("engine",
                                     "the local CA holds from %1 on only: clients refuse it until "
                                     "then; is this computer's clock right? If it was wrong when "
                                     "the CA was made, make another authority with `lanyard ca "
                                     "create --force`, which all clients have to trust anew"),
                   {dayText(from)}});
    if (now >= until)
        return Message::at(
            file,
            Message::both(
                {QT_TRANSLATE_NOOP("engine",
                                   "the local CA has ended at %1: clients refuse its certificates"),
                 {dayText(until)}},
                anotherAuthority));
    if (until - now < authorityEndNotice)
        return Message::at(
            file,
            {QT_TRANSLATE_NOOP("engine",
                               "the local CA ends at %1: before that, make another authority with "
                               "`lanyard ca create --force`, which all clients have to trust anew"),
             {dayText(until)}});
    return {};
}

} // namespace

LocalCa::LocalCa(const QString &data, const Clock &clock, Options options)
    : m_clock(clock)
    , m_options(std::move(options))
    , m_folder(data)
{
    m_timer.setTimerType(Qt::CoarseTimer);
    m_timer.setInterval(m_options.interval);
    connect(&m_timer, &QTimer::timeout, this, &LocalCa::lookAgain);
}

LocalCa::~LocalCa() = default;

Result<tls::CertificateIssuer::Files> LocalCa::join(const void *listener, const QStringList &names)
{
    if (auto made = create(false); !made)
        return tl::unexpected(made.error());
    m_folder.clearLeftovers();
    m_listeners[listener] = names;
    QList<Message> warnings;
    if (auto looked = look(warnings); !looked) {
        leave(listener);
        return tl::unexpected(looked.error());
    }
    QTimer::singleShot(0, this, [this, warnings] { tell(warnings); });
    m_timer.start();
    if (!m_addresses)
        connect(&m_addresses.emplace(), &AddressWatch::changed, this, &LocalCa::lookAgain);
    return m_folder.serverFiles();
}

void LocalCa::leave(const void *listener)
{
    m_listeners.erase(listener);
    if (!m_listeners.empty())
        return;
    m_timer.stop();
    m_addresses.reset();
}

Result<Identity> LocalCa::authority() const
{
    Result<std::optional<Identity>> found = m_folder.authority();
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return failure(
            ErrorCode::NotFound,
            Message::at(m_folder.authorityFile(),
                        QT_TRANSLATE_NOOP("engine",
                                          "there is no local CA; `lanyard ca create` makes one")));
    return std::move(**found);
}

Result<LocalCaOverview> LocalCa::overview() const
{
    const Result<Identity> found = authority();
    if (!found)
        return tl::unexpected(found.error());
    const X509 *const certificate = found->certificate.get();
    LocalCaOverview overview{.authority = summaryOf(certificate, m_folder.authorityFile()),
                             .certificate = pemOf(certificate),
                             .server = std::nullopt};
    if (const auto server = m_folder.server())
        overview.server = summaryOf(server->certificate.get(), m_folder.serverFiles().certificate);
    return overview;
}

Result<LocalCaResult> LocalCa::create(bool isReplacing)
{
    if (!isReplacing) {
        const Result<std::optional<Identity>> found = m_folder.authority();
        if (!found)
            return tl::unexpected(found.error());
        if (*found)
            return overview().map([](const LocalCaOverview &known) {
                return LocalCaResult{known, false};
            });
    }
    const Result<void> placed = makeAuthority(machineName(), m_clock.wallNow())
                                    .and_then([this, isReplacing](const Identity &made) {
                                        return m_folder.placeAuthority(made, isReplacing);
                                    });
    if (!placed && placed.error().code == ErrorCode::InUse) {
        // Somebody else was faster.
        if (const auto other = overview())
            return LocalCaResult{*other, false};
    }
    if (!placed)
        return tl::unexpected(placed.error());
    if (isReplacing)
        m_folder.clearLeftovers();
    if (!m_listeners.empty())
        lookAgain();
    return overview().map([](const LocalCaOverview &made) { return LocalCaResult{made, true}; });
}

/// Issues a certificate where it has to be another one. An error: there is none that can be used.
Result<void> LocalCa::look(QList<Message> &warnings) const
{
    const Result<Identity> vouching = authority();
    if (!vouching)
        return tl::unexpected(vouching.error());
    const WallTime now = m_clock.wallNow();
    warnings.append(m_folder.complaint());
    warnings.append(complaintOfDates(m_folder.authorityFile(), vouching->certificate.get(), now));
    const QStringList wanted = wantedNames();
    if (wanted.size() > static_cast<qsizetype>(limits::certificateNamesMax))
        warnings.append(Message(
            QT_TRANSLATE_NOOP("engine", "The certificate of the local CA has no room for all "
                                        "names and addresses of this computer: it lacks %1"),
            {wanted.mid(limits::certificateNamesMax).join(QStringLiteral(", "))}));
    warnings.removeAll(Message());

    const std::optional<Identity> server = m_folder.server();
    X509 *const current = server ? server->certificate.get() : nullptr;
    const Renewal renewal = renewalOf(*vouching, current, wanted, now);
    if (renewal == Renewal::NotNeeded)
        return {};
    const Result<void> issued =
        makeServer(*vouching, nextNames(renewal, current, wanted), now)
            .and_then([this](const Identity &made) { return m_folder.writeServer(made); });
    if (issued || renewal == Renewal::Replace)
        return issued;
    warnings.append(
        Message::both(issued.error().message,
                      QT_TRANSLATE_NOOP("engine", "the certificate of before stays in use")));
    return {};
}

void LocalCa::lookAgain()
{
    QList<Message> warnings;
    if (const Result<void> looked = look(warnings); !looked)
        warnings.append(looked.error().message);
    tell(warnings);
}

void LocalCa::tell(const QList<Message> &warnings)
{
    for (const Message &warning : warnings) {
        if (!m_told.contains(warning))
            Q_EMIT warningRaised(warning);
    }
    m_told = warnings;
}

QStringList LocalCa::wantedNames() const
{
    QStringList names;
    for (const auto &[listener, further] : m_listeners)
        names.append(further);
    names.append(m_options.names());
    names.removeDuplicates();
    return names;
}

} // namespace lanyard::localca
