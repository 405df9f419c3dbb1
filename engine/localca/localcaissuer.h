// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "localca/localca.h"
#include "tls/certificateissuer.h"

#include <QStringList>

namespace lanyard::localca {

/// The part of a listener in the certificate of the local CA: its further names, for as long as it
/// lives. Never raises a warning itself, as the CA tells each for all listeners once.
class LocalCaIssuer final : public tls::CertificateIssuer
{
public:
    /// `ca` outlives it.
    LocalCaIssuer(LocalCa &ca, const LocalCaConfig &config);
    ~LocalCaIssuer() override;

    /// Errors as of LocalCa::join().
    Result<Files> start() override;

    bool mayComeLater() const override { return false; }

private:
    LocalCa &m_ca;
    QStringList m_names;
};

} // namespace lanyard::localca
