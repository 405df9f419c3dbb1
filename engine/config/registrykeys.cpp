// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/registrykeys.h"

#include "config/duration.h"

#include <algorithm>
#include <array>
#include <limits>

namespace lanyard::config {

namespace {

enum class Type { Any, Text, Boolean, Integer, Duration };

enum class Meaning {
    Used,     ///< read by registryconfig
    Fitting,  ///< Lanyard behaves so anyway, or has nothing that it could change
    Lost,     ///< has no effect here: a warning
    Required, ///< its loss would be unsafe, or break the clients: an error
};

struct KnownKey
{
    std::string_view path;
    Type type = Type::Any;
    Meaning meaning = Meaning::Fitting;
    const char *note; ///< of Lost and Required: what a user should know
};

constexpr const char *checksItselfOnly =
    QT_TRANSLATE_NOOP("engine", "this version checks nothing but itself");
constexpr const char *noEffect = QT_TRANSLATE_NOOP("engine", "has no effect on a cache");

constexpr std::array knownKeys{
    KnownKey{"version", Type::Any, Meaning::Used, ""},
    KnownKey{"log.level", Type::Text, Meaning::Used, ""},
    KnownKey{"log.formatter", Type::Text, Meaning::Used, ""},
    KnownKey{"log.accesslog.disabled", Type::Boolean, Meaning::Used, ""},
    // They are added to the lines of distribution's own log, not to those of its access log.
    KnownKey{"log.fields", Type::Any, Meaning::Fitting, ""},
    KnownKey{"log.hooks", Type::Any, Meaning::Lost,
             QT_TRANSLATE_NOOP("engine", "this version sends no mail")},
    KnownKey{"log.reportcaller", Type::Boolean, Meaning::Fitting, ""},
    KnownKey{"loglevel", Type::Text, Meaning::Fitting, ""},
    KnownKey{"storage.filesystem.rootdirectory", Type::Text, Meaning::Used, ""},
    KnownKey{"storage.filesystem.maxthreads", Type::Integer, Meaning::Fitting, ""},
    KnownKey{"storage.cache.blobdescriptor", Type::Text, Meaning::Fitting, ""},
    KnownKey{"storage.cache.blobdescriptorsize", Type::Integer, Meaning::Fitting, ""},
    KnownKey{"storage.cache.layerinfo", Type::Text, Meaning::Fitting, ""},
    KnownKey{"storage.delete.enabled", Type::Boolean, Meaning::Fitting, ""},
    KnownKey{"storage.redirect.disable", Type::Boolean, Meaning::Fitting, ""},
    KnownKey{"storage.maintenance.uploadpurging.enabled", Type::Boolean, Meaning::Fitting, ""},
    KnownKey{"storage.maintenance.uploadpurging.age", Type::Duration, Meaning::Fitting, ""},
    KnownKey{"storage.maintenance.uploadpurging.interval", Type::Duration, Meaning::Fitting, ""},
    KnownKey{"storage.maintenance.uploadpurging.dryrun", Type::Boolean, Meaning::Fitting, ""},
    KnownKey{"storage.maintenance.readonly.enabled", Type::Boolean, Meaning::Fitting, ""},
    KnownKey{"storage.tag.concurrencylimit", Type::Integer, Meaning::Fitting, ""},
    KnownKey{"auth.none", Type::Any, Meaning::Fitting, ""},
    KnownKey{"auth.htpasswd.realm", Type::Text, Meaning::Used, ""},
    KnownKey{"auth.htpasswd.path", Type::Text, Meaning::Used, ""},
    KnownKey{"middleware", Type::Any, Meaning::Lost, noEffect},
    KnownKey{"reporting", Type::Any, Meaning::Lost,
             QT_TRANSLATE_NOOP("engine", "this version reports to no service")},
    KnownKey{"http.addr", Type::Text, Meaning::Used, ""},
    KnownKey{"http.net", Type::Text, Meaning::Used, ""},
    KnownKey{"http.prefix", Type::Text, Meaning::Used, ""},
    KnownKey{"http.host", Type::Text, Meaning::Lost,
             QT_TRANSLATE_NOOP("engine", "no answer of a cache holds its own address")},
    KnownKey{"http.secret", Type::Text, Meaning::Fitting, ""},
    KnownKey{"http.relativeurls", Type::Boolean, Meaning::Fitting, ""},
    KnownKey{"http.draintimeout", Type::Duration, Meaning::Lost,
             QT_TRANSLATE_NOOP("engine", "running transfers get 30s")},
    KnownKey{"http.tls.certificate", Type::Text, Meaning::Used, ""},
    KnownKey{"http.tls.key", Type::Text, Meaning::Used, ""},
    KnownKey{"http.tls.clientcas", Type::Any, Meaning::Used, ""},
    KnownKey{"http.tls.clientauth", Type::Text, Meaning::Lost,
             QT_TRANSLATE_NOOP("engine",
                               "with http.tls.clientcas every client has to show a certificate")},
    KnownKey{"http.tls.minimumtls", Type::Text, Meaning::Used, ""},
    KnownKey{"http.tls.ciphersuites", Type::Any, Meaning::Lost,
             QT_TRANSLATE_NOOP("engine", "OpenSSL chooses them")},
    KnownKey{"http.tls.letsencrypt.cachefile", Type::Text, Meaning::Used, ""},
    KnownKey{"http.tls.letsencrypt.email", Type::Text, Meaning::Used, ""},
    KnownKey{"http.tls.letsencrypt.hosts", Type::Any, Meaning::Used, ""},
    KnownKey{"http.tls.letsencrypt.directoryurl", Type::Text, Meaning::Used, ""},
    // Lanyard's own.
    KnownKey{"http.tls.letsencrypt.directoryca", Type::Text, Meaning::Used, ""},
    KnownKey{"http.tls.letsencrypt.challenge", Type::Text, Meaning::Used, ""},
    KnownKey{"http.tls.letsencrypt.challengeaddress", Type::Text, Meaning::Used, ""},
    KnownKey{"http.tls.letsencrypt.dnsprovider", Type::Text, Meaning::Used, ""},
    KnownKey{"http.tls.letsencrypt.dnssettings", Type::Any, Meaning::Used, ""},
    KnownKey{"http.tls.letsencrypt.dnsresolvers", Type::Any, Meaning::Used, ""},
    KnownKey{"http.tls.letsencrypt.plainmeanwhile", Type::Boolean, Meaning::Used, ""},
    KnownKey{"http.headers", Type::Any, Meaning::Used, ""},
    KnownKey{"http.debug.addr", Type::Text, Meaning::Used, ""},
    KnownKey{"http.debug.prometheus.enabled", Type::Boolean, Meaning::Fitting, ""},
    KnownKey{"http.debug.prometheus.path", Type::Text, Meaning::Used, ""},
    KnownKey{"http.http2.disabled", Type::Boolean, Meaning::Fitting, ""},
    KnownKey{"http.h2c.enabled", Type::Boolean, Meaning::Lost,
             QT_TRANSLATE_NOOP("engine", "this version speaks HTTP/1.1")},
    KnownKey{"notifications", Type::Any, Meaning::Lost,
             QT_TRANSLATE_NOOP("engine", "this version notifies nobody")},
    KnownKey{"redis", Type::Any, Meaning::Lost,
             QT_TRANSLATE_NOOP("engine", "this version keeps its index by itself")},
    KnownKey{"health.storagedriver.enabled", Type::Boolean, Meaning::Used, ""},
    KnownKey{"health.storagedriver.interval", Type::Duration, Meaning::Used, ""},
    KnownKey{"health.storagedriver.threshold", Type::Integer, Meaning::Used, ""},
    KnownKey{"health.file", Type::Any, Meaning::Lost, checksItselfOnly},
    KnownKey{"health.http", Type::Any, Meaning::Lost, checksItselfOnly},
    KnownKey{"health.tcp", Type::Any, Meaning::Lost, checksItselfOnly},
    KnownKey{"proxy.remoteurl", Type::Text, Meaning::Used, ""},
    KnownKey{"proxy.username", Type::Text, Meaning::Used, ""},
    KnownKey{"proxy.password", Type::Text, Meaning::Used, ""},
    KnownKey{"proxy.ttl", Type::Duration, Meaning::Used, ""},
    KnownKey{"proxy.exec", Type::Any, Meaning::Required,
             QT_TRANSLATE_NOOP(
                 "engine",
                 "this version runs no credential helper; give proxy.username and proxy.password")},
    KnownKey{"proxy.cachewritetimeout", Type::Duration, Meaning::Fitting, ""},
    KnownKey{"catalog.maxentries", Type::Integer, Meaning::Lost,
             QT_TRANSLATE_NOOP("engine", "a page holds up to 1000")},
    KnownKey{"compatibility", Type::Any, Meaning::Lost, noEffect},
    KnownKey{"validation", Type::Any, Meaning::Lost, noEffect},
    KnownKey{"policy", Type::Any, Meaning::Lost, noEffect},
};

const KnownKey *findKey(std::string_view path)
{
    const auto *found = std::find_if(knownKeys.begin(), knownKeys.end(),
                                     [path](const KnownKey &key) { return key.path == path; });
    return found == knownKeys.end() ? nullptr : found;
}

bool isSection(std::string_view path)
{
    return std::any_of(knownKeys.begin(), knownKeys.end(), [path](const KnownKey &key) {
        return key.path.size() > path.size() && key.path.starts_with(path) &&
               key.path[path.size()] == '.';
    });
}

void checkType(const Field &field, Type type, Diagnostics &diagnostics)
{
    switch (type) {
    case Type::Any:
        return;
    case Type::Text:
        readText(field, diagnostics);
        return;
    case Type::Boolean:
        readBoolean(field, diagnostics);
        return;
    case Type::Integer:
        readInteger(field, std::numeric_limits<std::int64_t>::min(),
                    std::numeric_limits<std::int64_t>::max(), diagnostics);
        return;
    case Type::Duration:
        if (!parseGoDuration(field.node->scalar))
            reportUnexpected(field, QT_TRANSLATE_NOOP("engine", "a time such as 30s, 5m or 168h"),
                             diagnostics);
        return;
    }
}

class KeyChecker
{
public:
    explicit KeyChecker(Diagnostics &diagnostics)
        : m_diagnostics(diagnostics)
    {
    }

    void checkSection(const Field &section)
    {
        MappingReader reader(section, m_diagnostics);
        for (const YamlEntry &entry : section.node->entries)
            checkEntry(section.name, entry, *reader.take(entry.key));
    }

private:
    void checkEntry(const std::string &section, const YamlEntry &entry, const Field &field)
    {
        const KnownKey *known = findKey(field.name);
        if (known && known->meaning == Meaning::Required) {
            checkRequired(entry, field, *known);
        } else if (known) {
            checkKnown(entry, field, *known);
        } else if (isSection(field.name)) {
            checkSection(field);
        } else if (section == "storage") {
            m_diagnostics.error(
                entry.keyPlace,
                Message::at(field.name,
                            QT_TRANSLATE_NOOP("engine",
                                              "this version stores in a folder only; expected "
                                              "storage.filesystem.rootdirectory")));
        } else if (section == "auth") {
            m_diagnostics.error(
                entry.keyPlace,
                Message::at(
                    field.name,
                    QT_TRANSLATE_NOOP("engine", "this version asks for logins by htpasswd only")));
        } else if (section.starts_with("http.tls")) {
            // It may be what keeps clients out.
            m_diagnostics.error(entry.keyPlace, {QT_TRANSLATE_NOOP("engine", "unknown key %1"),
                                                 {inQuotes(field.name)}});
        } else {
            m_diagnostics.warning(
                entry.keyPlace,
                {QT_TRANSLATE_NOOP("engine", "unknown key %1 is ignored"), {inQuotes(field.name)}});
        }
    }

    void checkKnown(const YamlEntry &entry, const Field &field, const KnownKey &known)
    {
        // As Go reads it, an empty value is the zero of its type.
        if (entry.value.kind == YamlNode::Kind::Null)
            return;
        checkType(field, known.type, m_diagnostics);
        if (known.meaning == Meaning::Lost && saysAnything(entry.value))
            m_diagnostics.warning(entry.keyPlace, {QT_TRANSLATE_NOOP("engine", "%1 is ignored: %2"),
                                                   {field.name, known.note}});
    }

    void checkRequired(const YamlEntry &entry, const Field &field, const KnownKey &known)
    {
        if (saysAnything(entry.value))
            m_diagnostics.error(entry.keyPlace, Message::at(field.name, known.note));
    }

    Diagnostics &m_diagnostics;
};

} // namespace

bool saysAnything(const YamlNode &node)
{
    return !node.scalar.empty() ||
           std::any_of(node.items.begin(), node.items.end(), saysAnything) ||
           std::any_of(node.entries.begin(), node.entries.end(),
                       [](const YamlEntry &entry) { return saysAnything(entry.value); });
}

void checkRegistryKeys(const YamlNode &root, Diagnostics &diagnostics)
{
    KeyChecker(diagnostics).checkSection(rootField(root));
}

std::optional<Field> registryField(const YamlNode &root, std::string_view path)
{
    Field field = rootField(root);
    std::string_view rest = path;
    while (true) {
        const std::size_t dot = rest.find('.');
        const YamlEntry *entry = field.node->find(rest.substr(0, dot));
        if (!entry || entry->value.kind == YamlNode::Kind::Null)
            return std::nullopt;
        field = {.name = std::string(path), .place = entry->value.place, .node = &entry->value};
        if (dot == std::string_view::npos)
            return field;
        rest.remove_prefix(dot + 1);
    }
}

} // namespace lanyard::config
