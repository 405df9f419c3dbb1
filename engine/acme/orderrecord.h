// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace lanyard::acme {

/// What must be known of orders after a restart. A value.
struct OrderRecord
{
    std::optional<WallTime> lastOrder;
    /// Orders in a row that were not seen to succeed, failuresMax at most.
    int failures = 0;
    /// What the certificate that is there was issued for, and by whom; empty: nobody knows.
    std::vector<std::string> hosts;
    std::string directoryUrl;
    QString terms; ///< of the last order: how lego was called, without a secret
    bool operator==(const OrderRecord &) const = default;

    /// More make no pause longer.
    static constexpr int failuresMax = 100;

    /// With one order more, at `now`, which has failed until it succeeds. That others have failed
    /// on other terms says nothing of this one.
    OrderRecord withOrder(WallTime now, const QString &newTerms) const;

    /// How many have failed on these terms.
    int failuresOn(const QString &itsTerms) const { return itsTerms == terms ? failures : 0; }

    /// As JSON.
    QByteArray toBytes() const;
    /// Anything that toBytes() does not write reads as nothing.
    static OrderRecord parse(const QByteArray &bytes);
};

} // namespace lanyard::acme
