// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "acme/acmeissuer.h"
#include "acme/legoscript.h"
#include "support/manualclock.h"

#include <QSignalSpy>
#include <QTemporaryDir>

#include <memory>

namespace lanyard::test {

/// A manual clock that begins now, and counts how often somebody looks at it.
class WatchedClock final : public Clock
{
public:
    WatchedClock()
    {
        const auto behind = SystemClock().wallNow() - m_clock.wallNow();
        m_clock.jump(std::chrono::duration_cast<std::chrono::milliseconds>(behind));
    }

    WallTime wallNow() const override
    {
        ++m_looks;
        return m_clock.wallNow();
    }

    SteadyTime steadyNow() const override { return m_clock.steadyNow(); }

    void advance(std::chrono::milliseconds by) { m_clock.advance(by); }

    void jump(std::chrono::milliseconds by) { m_clock.jump(by); }

    int looks() const { return m_looks; }

private:
    ManualClock m_clock;
    mutable int m_looks = 0;
};

/// An issuer for cache.example.org whose lego is a script, in folders of its own. Its pauses are
/// those of the product, its clock is set by hand, and it looks at it all the time.
class IssuerFixture
{
public:
    static constexpr const char *host = "cache.example.org";

    IssuerFixture();

    /// An issuer, started; replaces the one before.
    Result<tls::CertificateIssuer::Files> tryStart();
    void start();
    void end();
    /// Lets it look at the clock some times more.
    void letItLook();

    /// In the folder of the issuer.
    QString path(const char *name) const;

    QString directory() const { return m_folder.filePath(QStringLiteral("acme")); }

    QByteArray textOf(const char *name) const;

    /// What it was told to write into its one file.
    QByteArray issued() const { return lego.textOf("issued.crt") + lego.textOf("issued.key"); }

    int warnings() const { return static_cast<int>(m_warnings->size()); }

    QString firstWarning() const { return warningAt(0); }

    QString lastWarning() const { return warningAt(m_warnings->size() - 1); }

    LegoScript lego;
    WatchedClock clock;
    AcmeConfig config;
    acme::AcmeOptions options;

private:
    QString warningAt(qsizetype index) const;

    QTemporaryDir m_folder;
    std::unique_ptr<acme::AcmeIssuer> m_issuer;
    std::unique_ptr<QSignalSpy> m_warnings;
};

} // namespace lanyard::test
