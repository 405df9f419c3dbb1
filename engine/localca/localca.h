// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/localca.h"
#include "core/clock.h"
#include "core/limits.h"
#include "core/result.h"
#include "localca/addresswatch.h"
#include "localca/cafolder.h"
#include "localca/machinenames.h"
#include "tls/certificateissuer.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <functional>
#include <map>
#include <optional>

namespace lanyard::localca {

/// A certificate authority of this computer, and the one certificate that it keeps for all
/// listeners: for all names that they and the computer have. Looks now and then, and when addresses
/// have changed, and issues another certificate when the one that is there is due, or a name has
/// come. The authority itself is never replaced but by create(), because all clients have to trust
/// the next one anew. Everything is on disk, and read whenever it is needed. One thread; calls
/// block on the disk.
class LocalCa final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LocalCa)

public:
    struct Options
    {
        /// How the computer is called now, as of parseServerName().
        std::function<QStringList()> names = machineNames;
        std::chrono::milliseconds interval = limits::localNamesInterval;
    };

    /// `data` is the data folder, absolute; `clock` outlives it. Touches no disk.
    LocalCa(const QString &data, const Clock &clock, Options options);
    ~LocalCa() override;

    /// From now on, until leave(), the certificate is kept, also for these further names. Makes
    /// what is missing, the authority too. InvalidInput: what is there is damaged; NoRoom or Io:
    /// what is missing cannot be written.
    Result<tls::CertificateIssuer::Files> join(const void *listener, const QStringList &names);
    /// Its names go when the certificate is due.
    void leave(const void *listener);

    /// NotFound: there is no authority. Else as of create().
    Result<LocalCaOverview> overview() const;
    /// Makes the authority, where there is none, or in the place of one, damaged or not. Errors as
    /// of CaFolder.
    Result<LocalCaResult> create(bool isReplacing);

Q_SIGNALS:
    /// Something is wrong, or will be, and what to do: told once, until that changes. Not before
    /// the event loop runs.
    void warningRaised(const lanyard::Message &message);

private:
    Result<Identity> authority() const;
    Result<void> look(QList<Message> &warnings) const;
    void lookAgain();
    void tell(const QList<Message> &warnings);
    QStringList wantedNames() const;

    const Clock &m_clock;
    const Options m_options;
    const CaFolder m_folder;
    std::map<const void *, QStringList> m_listeners;
    QList<Message> m_told; ///< what is wrong, as far as the user knows
    QTimer m_timer;
    std::optional<AddressWatch> m_addresses; ///< none while there is no listener
};

} // namespace lanyard::localca
