// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "acme/settingvalue.h"
#include "api/config.h"

#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <optional>
#include <string>
#include <vector>

namespace lanyard::acme {

/// How lego (https://go-acme.github.io/lego/) is asked for something.
struct LegoCommand
{
    QStringList arguments;
    QProcessEnvironment environment; ///< may have secrets in it
};

/// What an order is made from.
struct LegoOrder
{
    const AcmeConfig &config;
    QString folder;                             ///< absolute; where lego keeps its own
    std::optional<ListenAddress> answerAddress; ///< where it answers the challenge; none by DNS
    const std::vector<SettingValue> &settings;
};

/// Asks what it is and what it can. Pure, as all of these.
LegoCommand legoQuestion(const QProcessEnvironment &own);

/// Gets a certificate with a new key, whether there is one already or not: an account is made when
/// there is none for that directory. `own` is the environment of this process, of which lego gets
/// what every program needs, nothing else.
LegoCommand legoOrder(const LegoOrder &order, const QProcessEnvironment &own);

/// The address with which an authority is told who asks: that of the configuration, else the one
/// that every domain has for such matters (RFC 2142 §7), since lego makes no account without one.
std::string contactOf(const AcmeConfig &config);

/// Where an order leaves the certificate (with those that vouch for it), and its key.
QString legoCertificateFile(const AcmeConfig &config, const QString &folder);
QString legoKeyFile(const AcmeConfig &config, const QString &folder);

/// The first host, as the name of a file.
QString fileNameOf(const AcmeConfig &config);

} // namespace lanyard::acme
