// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "detection/mirrors.h"

#include <QByteArray>
#include <QString>

namespace lanyard::detection {

// What the files of clients in YAML say of mirrors. Errors are InvalidInput, with line and column:
// the text is no YAML. What makes no sense in it is passed over: who edits the file refuses it.
// Pure.

/// registries.yaml of k3s and RKE2.
Result<Mirrors> mirrorsInRegistriesYaml(const QByteArray &text);

/// What Earthly's config.yml says of its builder.
struct EarthlySettings
{
    Mirrors mirrors;
    QString builder; ///< global.buildkit_host; empty: its own
};

Result<EarthlySettings> settingsInEarthlyConfig(const QByteArray &text);

/// What colima.yaml says of the machine.
struct ColimaSettings
{
    Mirrors mirrors; ///< of its section `docker`
    QString runtime; ///< docker, containerd, incus
};

Result<ColimaSettings> settingsInColimaYaml(const QByteArray &text);

/// What a top-level key of a mapping says; empty where there is none.
QString textInYaml(const QByteArray &text, const char *key);

} // namespace lanyard::detection
