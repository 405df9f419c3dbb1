// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/settingsfields.h"

#include "core/bytesize.h"

#include <string>
#include <utility>

namespace lanyard::config {

namespace {

using Texts = std::vector<std::string>;

YamlValue boolean(bool isTrue)
{
    return YamlValue::word(isTrue ? "true" : "false");
}

/// With a value that is written even where it is the usual one, as there is a text for it.
FieldValue word(std::string key, std::string text)
{
    return {.key = std::move(key), .value = YamlValue::word(std::move(text))};
}

FieldValue size(std::string key, const std::optional<std::int64_t> &bytes)
{
    return {.key = std::move(key),
            .value = YamlValue::word(bytes ? exactByteSize(*bytes) : std::string()),
            .isDefault = !bytes};
}

Texts texts(const QStringList &list)
{
    Texts result;
    for (const QString &one : list)
        result.push_back(one.toStdString());
    return result;
}

FieldValue pinnedField(const PinnedConfig &pinned)
{
    const auto hours = pinned.checkEvery.count();
    const char *const check = hours == 0 ? "off" : hours == 1 ? "hourly" : "daily";
    return FieldValue::section(
        "pinned", {word("check", check), {.key = "refresh", .value = boolean(pinned.refreshes)}});
}

std::string nameOf(PrivateAccess access)
{
    switch (access) {
    case PrivateAccess::Trusted:
        break;
    case PrivateAccess::Any:
        return "any";
    case PrivateAccess::Off:
        return "off";
    }
    return "trusted";
}

FieldValue loginField(const std::optional<LoginConfig> &login)
{
    const LoginConfig usual;
    const LoginConfig &said = login ? *login : usual;
    return FieldValue::section("htpasswd", {FieldValue::ofText("path", said.file.toStdString()),
                                            {.key = "realm",
                                             .value = YamlValue::ofText(said.realm),
                                             .isDefault = said.realm == usual.realm}});
}

FieldValue tlsField(const std::optional<TlsConfig> &tls)
{
    const TlsConfig said = tls.value_or(TlsConfig());
    const auto *const localCa = std::get_if<LocalCaConfig>(&said.issuer);
    YamlValue authority = boolean(true);
    if (localCa && !localCa->names.empty())
        authority =
            YamlValue::mapping({{.key = "names", .value = YamlValue::texts(localCa->names)}});
    return FieldValue::section("tls",
                               {{.key = "acme",
                                 .value = YamlValue::mapping({}),
                                 .isDefault = !std::holds_alternative<AcmeConfig>(said.issuer)},
                                {.key = "localCa", .value = authority, .isDefault = !localCa},
                                FieldValue::ofText("certificate", said.certificate.toStdString()),
                                FieldValue::ofText("key", said.key.toStdString()),
                                FieldValue::ofTexts("clientCas", texts(said.clientAuthorities)),
                                {.key = "minimumVersion",
                                 .value = YamlValue::word("1.3"),
                                 .isDefault = said.minimumVersion == TlsConfig::Version::Tls12}});
}

} // namespace

std::vector<FieldValue> fieldsOf(const Settings &settings)
{
    const auto &debug = settings.debug;
    return {
        FieldValue::section(
            "storage", {FieldValue::ofText("directory", settings.dataDirectory.toStdString()),
                        size("capacity", settings.capacity), size("keepFree", settings.keepFree)}),
        pinnedField(settings.pinned),
        FieldValue::section("access",
                            {{.key = "allow", .value = YamlValue::texts(settings.allow)},
                             word("private", nameOf(settings.privateAccess)),
                             {.key = "trusted", .value = YamlValue::texts(settings.trusted)},
                             loginField(settings.login)}),
        FieldValue::section(
            "debug", {FieldValue::ofText("address", debug ? debug->toString() : std::string()),
                      FieldValue::ofTexts("allow", settings.debugAllow)}),
        FieldValue::section(
            "log", {word("format", settings.logFormat == LogFormat::Json ? "json" : "combined"),
                    {.key = "access", .value = boolean(settings.accessLog)}}),
        FieldValue::section("http", {word("threads", std::to_string(settings.networkThreads))}),
    };
}

std::vector<FieldValue> fieldsOf(const ListenConfig &listener)
{
    return {
        FieldValue::ofText("address", listener.address.toString()),
        tlsField(listener.tls),
        FieldValue::section("access", {{.key = "allow",
                                        .value = YamlValue::texts(listener.allow.value_or(Texts())),
                                        .isDefault = !listener.allow},
                                       {.key = "login",
                                        .value = boolean(listener.asksLogin),
                                        .isDefault = listener.asksLogin}}),
    };
}

} // namespace lanyard::config
