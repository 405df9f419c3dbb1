// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clientsetup.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace lanyard::workstation {

/// One call of a program.
struct ClientCall
{
    QString program; ///< absolute, or a name to be looked for in the PATH
    QStringList arguments;
    bool operator==(const ClientCall &) const = default;
};

/// A pull of a probe image in the way in which a client pulls.
struct ProbePull
{
    struct File
    {
        QString name;
        QByteArray text;
        bool operator==(const File &) const = default;
    };

    QList<File> files; ///< to be in ProbePlaces::folder before
    ClientCall pull;
    /// Takes the image away again; none: there is only the cache of a builder, which forgets it by
    /// itself.
    std::optional<ClientCall> cleanUp;
    bool operator==(const ProbePull &) const = default;
};

/// What a pull needs to know of this computer.
struct ProbePlaces
{
    QString folder;        ///< absolute; for files of the pull, and for nothing else
    QString runtimeFolder; ///< XDG_RUNTIME_DIR, where a rootless Docker has its socket
    QString dockerHost;    ///< DOCKER_HOST; empty: not set
};

/// 128 random bits as 32 hexadecimal digits.
QString newProbeNonce();

/// REGISTRY/lanyard-probe/check:NONCE. Pure.
QString probeImage(const QString &registry, const QString &nonce);

/// How this client pulls `image`. Pure.
ProbePull probePull(const ClientInstallation &client, const QString &image,
                    const ProbePlaces &places);

/// The same for any computer and a terminal: one line for a shell. Pure.
QString probeLine(ClientKind kind, const QString &image);
/// Of a client that is here. Pure.
QString probeLine(const ClientInstallation &client, const QString &image);

} // namespace lanyard::workstation
