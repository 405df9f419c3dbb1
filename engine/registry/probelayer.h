// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <string_view>

namespace lanyard::registry {

/// The layer of an image: a tar file, as it is unpacked and as it is sent.
struct ProbeLayer
{
    QByteArray tar;
    QByteArray compressed; ///< by gzip
};

/// A layer with one file in its top folder. Pure: the same bytes every time.
ProbeLayer makeProbeLayer(std::string_view fileName, const QByteArray &text);

} // namespace lanyard::registry
