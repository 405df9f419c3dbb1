// SPDX-License-Identifier: GPL-3.0-or-later
#include "localca/localcaissuer.h"

namespace lanyard::localca {

LocalCaIssuer::LocalCaIssuer(LocalCa &ca, const LocalCaConfig &config)
    : m_ca(ca)
{
    for (const std::string &name : config.names)
        m_names.append(QString::fromStdString(name));
}

LocalCaIssuer::~LocalCaIssuer()
{
    m_ca.leave(this);
}

Result<tls::CertificateIssuer::Files> LocalCaIssuer::start()
{
    return m_ca.join(this, m_names);
}

} // namespace lanyard::localca
