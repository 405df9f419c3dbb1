// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "localca/identity.h"
#include "tls/certificateissuer.h"

#include <QString>

#include <optional>

namespace lanyard::localca {

/// Where an authority is, and the certificate of the server that it vouches for:
///
///     <data>/ca/           0700
///         ca.crt           what clients trust
///         ca.key           0600
///         server.crt
///         server.key       0600
///
/// The folder comes into its place whole, and at once, where the file system can have two folders
/// change places: an authority is never there by half, and never away while another one comes. It
/// is made beside, in a folder whose name begins with ca.making-. Of the server, the key is written
/// first, so that what a kill leaves belongs together, or is seen not to. One
/// thread; every call blocks on the disk. Errors name the file and what to do: InvalidInput for
/// what is there and cannot be used, NoRoom and Io for what the disk refuses.
class CaFolder
{
public:
    /// `data` is the folder around it; absolute.
    explicit CaFolder(const QString &data);

    QString authorityFile() const { return in("ca.crt"); }

    tls::CertificateIssuer::Files serverFiles() const
    {
        return {in("server.crt"), in("server.key")};
    }

    /// nullopt: there is none, of neither file.
    Result<std::optional<Identity>> authority() const;
    /// Who else may read its key, and what to do; empty: nobody, as it should be.
    Message complaint() const;
    /// Puts an authority there. InUse: there is something already, unless that is to be replaced,
    /// which takes the server's certificate with it.
    Result<void> placeAuthority(const Identity &authority, bool isReplacing) const;
    /// Removes what a kill has left beside, with keys of authorities that are no more, or never
    /// were. Only while nobody else may place one. What the disk refuses stays.
    void clearLeftovers() const;

    /// nullopt: there is none that can be used.
    std::optional<Identity> server() const;
    Result<void> writeServer(const Identity &server) const;

private:
    QString in(const char *name) const;
    bool place(const QString &fresh, bool isReplacing) const;

    const QString m_data;
    const QString m_path;
};

} // namespace lanyard::localca
