// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"

#include <QList>
#include <QString>

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace lanyard {

/// One address to listen on. Port 0 lets the system pick a free one.
struct ListenAddress
{
    std::string host; ///< an IPv4 or IPv6 address without brackets; "0.0.0.0" and "::" are all
    std::uint16_t port = 5000;

    /// ADDRESS:PORT with an IPv4 address, an IPv6 address in brackets, "localhost" (127.0.0.1), or
    /// nothing, as in ":5000" (0.0.0.0). Host names are not looked up.
    static std::optional<ListenAddress> parse(std::string_view text);
    /// ADDRESS:PORT, an IPv6 address in brackets.
    std::string toString() const;
    bool operator==(const ListenAddress &) const = default;
};

/// The certificate is issued by Lanyard's own authority, for the names and addresses of this
/// computer.
struct LocalCaConfig
{
    std::vector<std::string> names; ///< further ones, host names or addresses
    bool operator==(const LocalCaConfig &) const = default;
};

/// An environment variable of the program that asks for a certificate: one of the three says it.
struct AcmeSetting
{
    std::string name;
    std::string text; ///< may be a secret: never logged, shown or exported
    std::string file; ///< that has it, read whenever it is needed
    std::string env;  ///< the environment variable that has it
    bool operator==(const AcmeSetting &) const = default;
};

/// The certificate is issued by an authority that speaks ACME (RFC 8555).
struct AcmeConfig
{
    enum class Challenge { Http01, TlsAlpn01, Dns01 };

    std::vector<std::string> hosts; ///< not empty; the names of the certificate
    std::string email;              ///< may be empty
    std::string directoryUrl = "https://acme-v02.api.letsencrypt.org/directory";
    QString directoryCa; ///< absolute; PEM, trusted for the directory; empty: the system's
    Challenge challenge = Challenge::TlsAlpn01;
    /// Where the challenge is answered; none: port 80 (http-01) or 443 (tls-alpn-01) of all
    /// addresses.
    std::optional<ListenAddress> challengeAddress;
    std::string dnsProvider; ///< as lego names it; for dns-01
    std::vector<AcmeSetting> dnsSettings;
    std::vector<std::string> dnsResolvers; ///< HOST:PORT; empty: the system's
    QString directory; ///< absolute; where account and certificates are; empty: in the data folder
    bool servesPlainMeanwhile = false; ///< HTTP until there is a first certificate; else nothing
    bool operator==(const AcmeConfig &) const = default;
};

/// TLS of a listener, by files in PEM, which may be replaced at any time.
struct TlsConfig
{
    enum class Version { Tls12, Tls13 };

    /// Who writes certificate and key: somebody else, or Lanyard, in places of its own.
    using Issuer = std::variant<std::monostate, LocalCaConfig, AcmeConfig>;

    QString certificate; ///< absolute; the server's own first, then those that vouch for it
    QString key;         ///< absolute
    QStringList clientAuthorities; ///< absolute; not empty: clients show a certificate of theirs
    Version minimumVersion = Version::Tls12;
    Issuer issuer = {}; ///< else than std::monostate: certificate and key are empty
    bool operator==(const TlsConfig &) const = default;
};

/// One address, how clients speak there, and which of them are served.
struct ListenConfig
{
    ListenAddress address;
    std::optional<TlsConfig> tls = std::nullopt;                  ///< none: plain HTTP
    std::optional<std::vector<std::string>> allow = std::nullopt; ///< none: Config::allow
    bool asksLogin = true; ///< of who is served, where there are users at all (Config::login)
    bool operator==(const ListenConfig &) const = default;
};

/// Whether the disk is looked at, so that clients go elsewhere while it cannot be used.
struct HealthConfig
{
    bool isChecked = true;
    std::chrono::milliseconds interval{10'000};
    int threshold = 3; ///< looks in a row that fail: unhealthy, until one succeeds
    bool operator==(const HealthConfig &) const = default;
};

/// How long an answer to "which digest has this tag" holds. The first rule whose pattern fits wins.
struct TagRule
{
    std::string match;           ///< a glob (* and ?), or "re:" and a regular expression
    bool isImmutable = false;    ///< never asked again
    std::chrono::seconds ttl{0}; ///< 0 asks at every request, however low the pull budget is
    bool operator==(const TagRule &) const = default;
};

/// The rules used where the configuration names none.
std::vector<TagRule> defaultTagRules();

/// A user name, and where its password is: one of the three says it.
struct Credentials
{
    std::string username;
    std::string password;     ///< a secret: never logged, shown or exported
    std::string passwordFile; ///< a file that has it, read whenever it is needed
    std::string passwordEnv;  ///< the environment variable that has it

    bool isEmpty() const { return username.empty(); }

    bool operator==(const Credentials &) const = default;
};

/// For the repositories below a path of a registry.
struct PathCredentials
{
    std::string path; ///< whole components of a repository's name
    Credentials credentials;
    bool operator==(const PathCredentials &) const = default;
};

/// One registry that is mirrored.
struct UpstreamConfig
{
    std::string registry; ///< its name in image references: docker.io, quay.io, host:port
    std::string url;      ///< where it is: https://registry-1.docker.io
    std::vector<std::string> fallbackUrls; ///< the same content, asked in order while `url` fails
    bool isEnabled = true;                 ///< else as if it were not in the list
    std::vector<std::string> aliases;      ///< other names for it, in paths and `ns`
    std::vector<std::string> hosts;        ///< `Host` names under which Lanyard is this registry
    Credentials credentials;
    std::vector<PathCredentials> pathCredentials; ///< go before `credentials`, the longest first
    std::string caFile;                   ///< PEM, trusted in addition to the system's; empty: none
    std::string proxy;                    ///< http://HOST:PORT or socks5://HOST:PORT; empty: none
    std::vector<std::string> tokenRealms; ///< hosts beyond its own that may ask for its credentials
    std::vector<std::string> redirectHosts; ///< to which it may redirect, wherever they are
    std::vector<TagRule> tagRules = defaultTagRules();
    bool operator==(const UpstreamConfig &) const = default;
};

/// How blobs come from upstream.
struct DownloadConfig
{
    /// Bytes; larger blobs come over several connections at once. 0: none does.
    std::int64_t parallelAbove = std::int64_t{64} * 1024 * 1024;
    /// Per cent; a download that no client waits for any more is finished when it is at least so
    /// far, else it pauses until somebody asks again.
    int finishAbove = 0;
    bool operator==(const DownloadConfig &) const = default;
};

/// Who is served what only the credentials of an upstream can read.
enum class PrivateAccess {
    Trusted, ///< clients at a trusted address, and those that have logged in
    Any,     ///< every client that is served at all
    Off,     ///< nobody
};

/// `trusted`, `any` or `off`, as the configuration names them.
std::optional<PrivateAccess> parsePrivateAccess(std::string_view name);

/// The users who may pull, when nobody else may.
struct LoginConfig
{
    QString file; ///< absolute; names and bcrypt hashes, as `htpasswd -B` writes it
    std::string realm = "Lanyard"; ///< what a login is for, as clients may show it
    bool operator==(const LoginConfig &) const = default;
};

/// What is found out about pinned tags without a client.
struct PinnedConfig
{
    std::chrono::hours checkEvery{24}; ///< asks upstream whether they are what they were; 0: never
    bool refreshes = false;            ///< and fetches what is newer
    bool operator==(const PinnedConfig &) const = default;
};

/// `off`, `hourly` or `daily`, as the configuration names them.
std::optional<std::chrono::hours> parsePinCheck(std::string_view name);

enum class LogFormat {
    Combined, ///< Combined Log Format of Apache httpd, one line a request
    Json,     ///< one JSON object a line
};

/// `combined` or `json`, as configuration and command line name them.
std::optional<LogFormat> parseLogFormat(std::string_view name);

/// Everything the engine is told at its start. A plain value, complete with defaults.
struct Config
{
    std::vector<ListenConfig> listen{{.address = {.host = "0.0.0.0", .port = 5000}}};
    std::map<std::string, std::vector<std::string>> responseHeaders; ///< added to every answer

    QString file;          ///< where it was read, absolute; empty: nowhere
    QString dataDirectory; ///< absolute; empty: the platform's usual place
    /// Bytes that content may take; nullopt: as many as the disk has.
    std::optional<std::int64_t> capacity;
    /// Bytes of the disk that stay free for others; nullopt: 5 GiB, or a twentieth of a small disk.
    std::optional<std::int64_t> keepFree;

    std::vector<UpstreamConfig> upstreams; ///< a closed list; never any other host
    std::string defaultUpstream;           ///< a registry of the list; for names that say none
    bool isOffline = false;                ///< no upstream is asked for anything

    /// Whether new credentials go to the keychain of a desktop, where there is one; no part of a
    /// file.
    bool hasKeychain = false;

    DownloadConfig downloads;
    PinnedConfig pinned;

    std::vector<std::string> allow{"private"}; ///< "private", "any", or CIDRs
    PrivateAccess privateAccess = PrivateAccess::Trusted;
    std::vector<std::string> trusted{"127.0.0.0/8", "::1"}; ///< as `allow`
    std::optional<LoginConfig> login;                       ///< none: nobody has to log in

    HealthConfig health;
    std::optional<ListenAddress> debug; ///< where /metrics and /healthz are; none: nowhere
    /// Who is answered there, as `allow`; empty: this computer only, wherever it listens.
    std::vector<std::string> debugAllow;
    LogFormat logFormat = LogFormat::Combined;
    bool accessLog = true;
    int networkThreads = 2;

    bool operator==(const Config &) const = default;
};

/// Something to tell the user about a configuration, at its place.
struct ConfigDiagnostic
{
    enum class Severity { Warning, Error };

    Severity severity = Severity::Error;
    QString file;   ///< or the name of an environment variable
    int line = 0;   ///< from 1; 0 where there is none
    int column = 0; ///< from 1; 0 where there is none
    Message message;

    /// file:line:column: error: message
    Message toMessage() const;
    QString toString() const; ///< the same, in English
    bool operator==(const ConfigDiagnostic &) const = default;
};

/// What loading a configuration came to: `config` is there unless a diagnostic is an error.
struct LoadedConfig
{
    std::optional<Config> config;
    QList<ConfigDiagnostic> diagnostics;
};

} // namespace lanyard
