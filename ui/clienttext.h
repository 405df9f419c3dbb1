// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clientsummary.h"

#include <QByteArrayView>
#include <QString>

#include <vector>

/// Who asks the cache, in words: pure functions.
namespace lanyard::ui {

/// `Docker 27.1`, `containers/image 5.24 (Podman, Buildah, Skopeo)`: the product that a User-Agent
/// names first (RFC 9110 §10.1.5), by the name that people know it by. The words of the network are
/// made safe to show.
QString programName(QByteArrayView userAgent);

/// How a client names upstreams, the last way first.
QString formsText(const std::vector<RequestForm> &forms);

/// Whether it had to go elsewhere, in a word or two.
QString fallbackState(const ClientSummary &client);
/// Which image it was not given last, or "an image"; only of one that had to fall back.
QString fallbackImage(const ClientSummary &client);
/// When, for what and why it had to last, and what that means; empty: it never had to.
QString fallbackExplanation(const ClientSummary &client);

} // namespace lanyard::ui
