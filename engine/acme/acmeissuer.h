// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "acme/challengerelays.h"
#include "acme/issuedidentity.h"
#include "acme/orderrecord.h"
#include "acme/settingvalue.h"
#include "api/config.h"
#include "core/childprocess.h"
#include "core/clock.h"
#include "core/filestamp.h"
#include "core/folderlock.h"
#include "core/limits.h"
#include "core/privatefile.h"
#include "tls/certificateissuer.h"

#include <QString>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lanyard::acme {

/// Where lego is, and how patient who asks by it; a test says otherwise.
struct AcmeOptions
{
    QString searchPath; ///< what PATH has: folders with colons between
    /// Those of this process, now.
    std::function<std::vector<ListenConfig>()> listeners = [] {
        return std::vector<ListenConfig>();
    };
    std::chrono::milliseconds orderPause = limits::acmeOrderPause;
    std::chrono::milliseconds orderPauseMax = limits::acmeOrderPauseMax;
    std::chrono::milliseconds orderTimeout = limits::acmeOrderTimeout;
    std::chrono::milliseconds versionTimeout = limits::acmeVersionTimeout;
    std::chrono::milliseconds checkInterval = limits::acmeCheckInterval;
};

/// Has the certificate of a listener issued by an authority that speaks ACME (RFC 8555): asks for
/// it when there is none, or none for these hosts, or two thirds of its life are over, through the
/// program lego. From an order to the next it waits for the pause, and longer after each failure,
/// also after a restart; the certificate of before stays. Nobody waits for it: blocks for small
/// files only.
///
/// In its folder, which one issuer at a time has:
///
///     identity.pem   the certificate, those that vouch for it, and the key, in one file, so that
///                    they always belong together; mode 0600
///     orders.json    when it was ordered last, for what, and how often in vain since
///     lego/          accounts, and what lego keeps beside
class AcmeIssuer final : public tls::CertificateIssuer
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AcmeIssuer)

public:
    /// `directory` is absolute, for the folders of all hosts; made when it is not there, for this
    /// user alone. `clock` outlives it.
    AcmeIssuer(AcmeConfig config, const QString &directory, const Clock &clock,
               const AcmeOptions &options);
    /// Ends lego, where it runs.
    ~AcmeIssuer() override;

    /// Errors: InvalidInput when a listener is in the way of the challenge, Io. That another issuer
    /// has the folder is told, if it does not give it back; until then its certificates are used.
    Result<Files> start() override;

    bool mayComeLater() const override { return true; }

    std::shared_ptr<const tls::ChallengeDoor> challengeDoor() const override { return m_door; }

private:
    Result<void> makeFolder() const;
    Result<void> takeFolder();
    Result<void> readFolder();
    void check();
    QString terms() const;
    WallTime nextOrder(WallTime now);
    bool isForThis() const;

    void ask(const QString &program);
    void onAnswered(const std::optional<Error> &error);
    void prepareOrder();
    void order(std::vector<SettingValue> settings, bool isBehindListener);
    std::optional<ListenAddress> openAnswerAddress(bool isBehindListener);
    void onOrdered(const std::optional<Error> &error);
    Result<void> takeIdentity();
    void fail(const Message &failure);
    void run(const ChildCommand &command, void (AcmeIssuer::*done)(const std::optional<Error> &));
    std::unique_ptr<ChildProcess> takeProcess();

    void tellBeginning();
    void tell(const Message &problem);
    Message hostsText() const;
    Message meanwhileText() const;

    const AcmeConfig m_config;
    const QString m_folder;
    const Clock &m_clock;
    const AcmeOptions m_options;
    const PrivateFile m_identityFile;
    const PrivateFile m_recordFile;
    std::optional<FolderLock> m_lock; ///< none: another issuer has the folder
    bool m_hasBegun = false;          ///< the user knows how things are
    OrderRecord m_record;
    std::optional<IssuedIdentity> m_identity; ///< none: there is no certificate
    QString m_program;                        ///< lego, as it was found
    FileStamp m_asked; ///< of the program that can do what is wanted; all zero: none has been asked
    /// Where listeners bring those who come for the challenge to their port; else lego has an
    /// address of its own.
    const std::shared_ptr<tls::ChallengeDoor> m_door = std::make_shared<tls::ChallengeDoor>();
    std::unique_ptr<ChallengeRelays> m_relays; ///< while lego answers behind the door
    std::vector<SettingValue> m_settings;      ///< of the order that runs; secrets
    std::unique_ptr<ChildProcess> m_process;   ///< while lego runs
    Message m_told;                            ///< what is wrong, as far as the user knows
    bool m_isTroubled = false;                 ///< the user has been told since the last success
    QTimer m_timer;
};

} // namespace lanyard::acme
