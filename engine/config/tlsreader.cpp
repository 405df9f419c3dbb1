// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/tlsreader.h"

#include "config/acmereader.h"
#include "config/userpath.h"

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

/// The files of an issuer have places of their own.
void refuseFiles(MappingReader &reader, std::string_view issuer, Diagnostics &diagnostics)
{
    for (const std::string_view key : {"certificate", "key"}) {
        if (const auto field = reader.take(key))
            diagnostics.error(field->place, field->name + ": there is none to name beside " +
                                                std::string(issuer) + ", which writes both");
    }
}

} // namespace

TlsConfig readTls(const Field &field, Diagnostics &diagnostics)
{
    MappingReader reader(field, diagnostics);
    TlsConfig tls;
    if (const auto acme = reader.take("acme")) {
        tls.issuer = readAcme(*acme, diagnostics);
        refuseFiles(reader, "acme", diagnostics);
    } else {
        tls.certificate = readFile(reader, field, "certificate", diagnostics);
        tls.key = readFile(reader, field, "key", diagnostics);
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
