// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/tlsreader.h"

#include "config/userpath.h"
#include "core/servername.h"

#include <utility>
#include <variant>

namespace lanyard::config {

namespace {

QString readFile(MappingReader &reader, const Field &parent, std::string_view key,
                 Diagnostics &diagnostics)
{
    const auto field = reader.take(key);
    if (field)
        return readPath(*field, diagnostics).value_or(QString());
    diagnostics.error(parent.place, parent.name + ": expected " + std::string(key) + ", a file");
    return {};
}

LocalCaConfig readLocalCaNames(const Field &field, Diagnostics &diagnostics)
{
    MappingReader reader(field, diagnostics);
    LocalCaConfig localCa;
    if (const auto names = reader.take("names")) {
        for (const Field &item : readSequence(*names, diagnostics)) {
            if (auto name = parseServerName(item.node->scalar))
                localCa.names.push_back(std::move(*name));
            else
                reportUnexpected(item, "a host name or an address", diagnostics);
        }
    }
    reader.reportUnknownKeys();
    return localCa;
}

/// true, false (nothing), or a mapping.
TlsConfig::Issuer readLocalCa(const Field &field, Diagnostics &diagnostics)
{
    if (field.node->kind == YamlNode::Kind::Mapping)
        return readLocalCaNames(field, diagnostics);
    if (readBoolean(field, diagnostics).value_or(true))
        return LocalCaConfig{};
    return {};
}

void refuseFile(MappingReader &reader, std::string_view key, Diagnostics &diagnostics)
{
    if (const auto field = reader.take(key))
        diagnostics.error(field->place,
                          field->name + ": localCa has files of its own; give either localCa, or "
                                        "certificate and key");
}

} // namespace

TlsConfig readTls(const Field &field, Diagnostics &diagnostics)
{
    MappingReader reader(field, diagnostics);
    TlsConfig tls;
    if (const auto localCa = reader.take("localCa"))
        tls.issuer = readLocalCa(*localCa, diagnostics);
    if (std::holds_alternative<std::monostate>(tls.issuer)) {
        tls.certificate = readFile(reader, field, "certificate", diagnostics);
        tls.key = readFile(reader, field, "key", diagnostics);
    } else {
        refuseFile(reader, "certificate", diagnostics);
        refuseFile(reader, "key", diagnostics);
    }
    if (const auto authorities = reader.take("clientCas")) {
        for (const Field &item : readSequence(*authorities, diagnostics))
            tls.clientAuthorities.append(readPath(item, diagnostics).value_or(QString()));
        if (tls.clientAuthorities.isEmpty())
            diagnostics.error(authorities->place,
                              authorities->name + ": expected at least one file");
    }
    if (const auto version = reader.take("minimumVersion")) {
        if (version->node->scalar == "1.3")
            tls.minimumVersion = TlsConfig::Version::Tls13;
        else if (version->node->scalar != "1.2")
            reportUnexpected(*version, "1.2 or 1.3", diagnostics);
    }
    reader.reportUnknownKeys();
    return tls;
}

} // namespace lanyard::config
