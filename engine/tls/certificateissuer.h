// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "core/result.h"
#include "tls/challengedoor.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace lanyard::tls {

/// Who writes the certificate of a listener and its key, and replaces both before they end. Those
/// who use the files see by themselves that they have changed. Lives on one thread.
class CertificateIssuer : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CertificateIssuer)

public:
    /// Where both are, whether they are there yet or not; absolute.
    struct Files
    {
        QString certificate;
        QString key;
    };

    ~CertificateIssuer() override;

    /// Begins its work, once. The files are there when it returns, unless mayComeLater(). The error
    /// is a sentence for the user.
    virtual Result<Files> start() = 0;

    /// Whether there may be no certificate yet, because others have to be asked.
    virtual bool mayComeLater() const = 0;

    /// Through which its listeners let those who come for a challenge; nullptr: nobody comes there.
    virtual std::shared_ptr<const ChallengeDoor> challengeDoor() const { return nullptr; }

Q_SIGNALS:
    /// Something is wrong, or will be, and what to do: told once, until that changes. Not before
    /// the event loop runs.
    void warningRaised(const lanyard::Message &message);

protected:
    CertificateIssuer() = default;
};

/// Makes the issuer that a configuration names; none where it names files.
using IssuerFactory = std::function<std::unique_ptr<CertificateIssuer>(const TlsConfig &)>;

} // namespace lanyard::tls
