// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/tlsreader.h"

#include "config/acmereader.h"
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
    diagnostics.error(parent.place,
                      Message::at(parent.name, {QT_TRANSLATE_NOOP("engine", "expected %1, a file"),
                                                {std::string(key)}}));
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
                reportUnexpected(item, QT_TRANSLATE_NOOP("engine", "a host name or an address"),
                                 diagnostics);
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

/// Who issues the certificate, if that is Lanyard.
TlsConfig::Issuer readIssuer(MappingReader &reader, Diagnostics &diagnostics)
{
    const auto localCa = reader.take("localCa");
    const auto acme = reader.take("acme");
    TlsConfig::Issuer issuer;
    if (localCa)
        issuer = readLocalCa(*localCa, diagnostics);
    if (!acme)
        return issuer;
    if (std::holds_alternative<LocalCaConfig>(issuer))
        diagnostics.error(
            acme->place,
            Message::at(acme->name, QT_TRANSLATE_NOOP("engine", "give either acme or localCa")));
    return readAcme(*acme, diagnostics);
}

/// The files of an issuer have places of their own.
void refuseFiles(MappingReader &reader, const TlsConfig::Issuer &issuer, Diagnostics &diagnostics)
{
    const std::string name = std::holds_alternative<AcmeConfig>(issuer) ? "acme" : "localCa";
    for (const std::string_view key : {"certificate", "key"}) {
        if (const auto field = reader.take(key))
            diagnostics.error(
                field->place,
                Message::at(field->name,
                            {QT_TRANSLATE_NOOP(
                                 "engine",
                                 "%1 has files of its own; give either %1, or certificate and key"),
                             {name}}));
    }
}

} // namespace

TlsConfig readTls(const Field &field, Diagnostics &diagnostics)
{
    MappingReader reader(field, diagnostics);
    TlsConfig tls;
    tls.issuer = readIssuer(reader, diagnostics);
    if (std::holds_alternative<std::monostate>(tls.issuer)) {
        tls.certificate = readFile(reader, field, "certificate", diagnostics);
        tls.key = readFile(reader, field, "key", diagnostics);
    } else {
        refuseFiles(reader, tls.issuer, diagnostics);
    }
    if (const auto authorities = reader.take("clientCas")) {
        for (const Field &item : readSequence(*authorities, diagnostics))
            tls.clientAuthorities.append(readPath(item, diagnostics).value_or(QString()));
        if (tls.clientAuthorities.isEmpty())
            diagnostics.error(
                authorities->place,
                Message::at(authorities->name,
                            QT_TRANSLATE_NOOP("engine", "expected at least one file")));
    }
    if (const auto version = reader.take("minimumVersion")) {
        if (version->node->scalar == "1.3")
            tls.minimumVersion = TlsConfig::Version::Tls13;
        else if (version->node->scalar != "1.2")
            reportUnexpected(*version, QT_TRANSLATE_NOOP("engine", "1.2 or 1.3"), diagnostics);
    }
    reader.reportUnknownKeys();
    return tls;
}

} // namespace lanyard::config
