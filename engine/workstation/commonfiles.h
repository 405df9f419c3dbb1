// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workstation/sketch.h"

// The files that several clients need. Pure.
namespace lanyard::workstation {

/// Without user and password, for a file that has no place for them.
CacheEndpoint withoutLogin(CacheEndpoint cache);

/// Where Docker and the clients that follow it look for the authority of the cache:
/// FOLDER/HOST:PORT/ca.crt.
QString authorityOfHost(const QString &folder, const CacheEndpoint &cache);
/// FOLDER of `file`/lanyard-ca.pem, beside a file that names it.
QString authorityBeside(const QString &file);

/// Adds the file with the authority's certificate where clients need one; gives its path, or an
/// empty one.
QString addAuthority(Sketch &sketch, const CacheEndpoint &cache, const QString &path);

/// Adds FOLDER/REGISTRY/hosts.toml.
void addHostsToml(Sketch &sketch, const QString &folder, const CacheEndpoint &cache,
                  const QString &registry, const QString &authorityFile);

/// Adds the login for a client that keeps it itself, as a command for the user: Lanyard does not
/// hand passwords to other programs.
void addLogin(Sketch &sketch, const QString &program, const CacheEndpoint &cache);

/// One word of a shell, whatever is in it.
QString shellQuoted(const QString &text);

} // namespace lanyard::workstation
