// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Configurations whose settings tests edit.
#include <QByteArray>
#include <QString>

namespace lanyard::config::texts {

inline const QString fileName = QStringLiteral("f.yml");

inline const QByteArray blockText = R"(# Mine.
version: 1 # always
listen:
  # For everybody.
  - address: "0.0.0.0:5000" # plain
  # By TLS.
  - address: '0.0.0.0:5443'
    tls:
      # From the office.
      certificate: /etc/cert.pem # mine
      key: /etc/key.pem
    access: {allow: [any], login: false} # all

storage:
    capacity: 50GiB # enough
    health: {check: true, interval: 5s}
    # The rest.
    keepFree: 5GiB

upstreams: [{registry: a.io, url: "https://a.io", username: me, password: hidden-word}]

access:
  # Who comes.
  allow: [any] # all
  htpasswd:
    path: /etc/users # theirs
  trusted: []
debug: {address: "127.0.0.1:5001"} # here
http:
  headers: {X-A: [b]}
# The end.
)";

inline const QByteArray flowText =
    "{version: 1, listen: [{address: ':5000', tls: {localCa: true}}], "
    "access: {allow: [private]}, log: {format: json}}";

inline const QByteArray acmeText = R"(version: 1
listen:
  - address: ":5000"
  - address: ":443"
    tls:
      acme: {hosts: [a.example], email: me@a.example} # as told
)";

inline const QByteArray shortText = "version: 1\n";
inline const QByteArray crlfText = QByteArray(blockText).replace("\n", "\r\n");

} // namespace lanyard::config::texts
