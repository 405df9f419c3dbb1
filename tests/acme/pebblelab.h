// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"

#include <QProcess>
#include <QTemporaryDir>

#include <chrono>
#include <cstdint>

namespace lanyard::test {

/// A real authority that speaks ACME: pebble of Let's Encrypt, with pebble-challtestsrv as its DNS,
/// in which every name is this computer. It refuses half of all nonces, as none does, and asks for
/// challenges at free ports of 127.0.0.1.
class PebbleLab
{
public:
    /// Whose certificates hold so long.
    explicit PebbleLab(std::chrono::seconds lifetime);
    ~PebbleLab();
    Q_DISABLE_COPY_MOVE(PebbleLab)

    /// Whether both and lego are installed.
    static bool isInstalled();

    /// Waits until they answer.
    bool start();
    void stop();

    /// What a listener's `acme` says to use it.
    AcmeConfig config(AcmeConfig::Challenge challenge) const;

private:
    bool run(QProcess &process, const QString &program, const QStringList &arguments,
             std::uint16_t port) const;

    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    QTemporaryDir m_folder;
    const std::uint16_t m_directoryPort;
    const std::uint16_t m_managementPort;
    const std::uint16_t m_httpPort;
    const std::uint16_t m_tlsPort;
    const std::uint16_t m_dnsPort;
    const std::uint16_t m_dnsManagementPort;
    QProcess m_pebble;
    QProcess m_dns;
};

} // namespace lanyard::test
