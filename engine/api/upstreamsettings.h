// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "core/message.h"

#include <QString>

#include <string>
#include <vector>

namespace lanyard {

/// A registry whose place Lanyard knows.
struct KnownRegistry
{
    QString registry; ///< as in names of images
    QString title;    ///< what its owner calls it
    QString url;
    bool operator==(const KnownRegistry &) const = default;
};

/// The upstreams as they are configured.
struct UpstreamSettings
{
    std::vector<UpstreamConfig> upstreams; ///< without their credentials
    std::string defaultUpstream;
    QString file; ///< where they are written, absolute; empty: nowhere
    bool operator==(const UpstreamSettings &) const = default;
};

/// What is wrong with what a user wants of an upstream.
struct UpstreamProblem
{
    std::string field; ///< as the configuration names it: registry, url, aliases
    int item = -1;     ///< of a list, from 0; -1: all of the field
    Message message;
    bool operator==(const UpstreamProblem &) const = default;
};

} // namespace lanyard
