// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "api/upstreamchange.h"
#include "core/result.h"

#include <functional>
#include <string>
#include <vector>

namespace lanyard::config {

/// The upstreams of a configuration that is in use: changes them, in its file too where it has
/// one, without a change of anything else in it. A file that was not there at first is made when
/// there is something to keep. What somebody has changed of them in the file
/// meanwhile counts from then on. One thread; blocks for the disk.
class ConfigKeeper
{
public:
    explicit ConfigKeeper(const Config &config);

    const std::vector<UpstreamConfig> &upstreams() const { return m_upstreams; }

    const std::string &defaultUpstream() const { return m_defaultUpstream; }

    /// Takes over what somebody else has written to the file.
    void adopt(const Config &config);

    /// InvalidInput: what is wanted cannot be, or the file cannot be changed (see upstreamedit.h);
    /// NotFound: it is about a registry that is none of the upstreams; InUse: the file was changed
    /// at the same moment; Io. Then nothing has changed.
    Result<ChangeResult> change(const UpstreamChange &change);
    /// Writes what it shall be; says whether and why it is not kept.
    ChangeResult keepOffline(bool isOffline) const;

private:
    using Edit = std::function<Result<QByteArray>(const QByteArray &text)>;

    Result<QByteArray> text() const;
    Result<void> write(const QByteArray &before, const QByteArray &after) const;

    const QString m_file; ///< empty: there is none
    const bool m_makesFile;
    std::vector<UpstreamConfig> m_upstreams;
    std::string m_defaultUpstream;
};

/// The list with that change. InvalidInput and NotFound as above; what it leads to is checked by
/// who reads it. Pure.
Result<std::vector<UpstreamConfig>> changed(std::vector<UpstreamConfig> upstreams,
                                            const UpstreamChange &change);

} // namespace lanyard::config
