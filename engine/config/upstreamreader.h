// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "config/mappingreader.h"
#include "core/filereader.h"

#include <optional>
#include <string>
#include <vector>

namespace lanyard::config {

/// Reads the `upstreams` list of Lanyard's configuration, and sees to it that no two registries
/// share a name. Borrows its arguments.
class UpstreamReader
{
public:
    UpstreamReader(const FileReader &readFile, Diagnostics &diagnostics);

    std::vector<UpstreamConfig> read(const Field &upstreams);

private:
    UpstreamConfig readUpstream(const Field &field);
    void readRegistry(MappingReader &reader, const Field &field, UpstreamConfig &upstream);
    void readUrls(MappingReader &reader, const Field &field, UpstreamConfig &upstream);
    template <typename Parse>
    std::string readParsed(const Field &field, Parse parse);
    Credentials readCredentials(MappingReader &reader);
    std::string readPasswordFile(const Field &field);
    std::vector<PathCredentials> readPathCredentials(const Field &field);
    std::optional<PathCredentials> readPathCredential(const Field &field);
    std::vector<std::string> readNames(const Field &field, std::vector<std::string> *claimed);
    std::vector<TagRule> readTagRules(const Field &field);
    std::optional<TagRule> readTagRule(const Field &field);
    void checkRevalidate(const Field &revalidate, const TagRule &rule, bool hasTtl);
    /// Whether `name` is a registry name that nobody has claimed yet; else reports.
    bool claimName(const Field &field, const std::string &name, std::vector<std::string> &claimed);

    const FileReader &m_readFile;
    Diagnostics &m_diagnostics;
    std::vector<std::string> m_names; ///< registries and aliases so far, canonical
    std::vector<std::string> m_hosts; ///< `hosts` so far, canonical
};

} // namespace lanyard::config
