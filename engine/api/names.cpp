// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/names.h"

namespace lanyard {

std::string_view nameOf(RequestKind kind)
{
    switch (kind) {
    case RequestKind::Other:
        return "other";
    case RequestKind::Ping:
        return "ping";
    case RequestKind::Manifest:
        return "manifest";
    case RequestKind::Blob:
        return "blob";
    case RequestKind::Tags:
        return "tags";
    case RequestKind::Referrers:
        return "referrers";
    case RequestKind::Catalog:
        return "catalog";
    }
    return "other";
}

std::string_view nameOf(CacheResult result)
{
    switch (result) {
    case CacheResult::None:
        return "none";
    case CacheResult::Hit:
        return "hit";
    case CacheResult::Revalidated:
        return "revalidated";
    case CacheResult::Miss:
        return "miss";
    case CacheResult::Collapsed:
        return "collapsed";
    case CacheResult::Stale:
        return "stale";
    case CacheResult::Failed:
        return "failed";
    }
    return "none";
}

std::string_view nameOf(RequestForm form)
{
    switch (form) {
    case RequestForm::None:
        return "none";
    case RequestForm::Path:
        return "path";
    case RequestForm::Namespace:
        return "ns";
    case RequestForm::Host:
        return "host";
    case RequestForm::Name:
        return "name";
    case RequestForm::Default:
        return "default";
    }
    return "none";
}

std::string_view nameOf(ImageKind kind)
{
    switch (kind) {
    case ImageKind::Image:
        return "image";
    case ImageKind::Index:
        return "index";
    case ImageKind::Artifact:
        return "artifact";
    }
    return "image";
}

std::string_view nameOf(EngineState state)
{
    switch (state) {
    case EngineState::Stopped:
        return "stopped";
    case EngineState::Starting:
        return "starting";
    case EngineState::Running:
        return "running";
    case EngineState::Stopping:
        return "stopping";
    }
    return "stopped";
}

std::string_view nameOf(CredentialPlace place)
{
    switch (place) {
    case CredentialPlace::Configuration:
        return "configuration";
    case CredentialPlace::File:
        return "file";
    case CredentialPlace::Keychain:
        return "keychain";
    }
    return "file";
}

std::string_view nameOf(Visibility visibility)
{
    switch (visibility) {
    case Visibility::Unknown:
        return "unknown";
    case Visibility::Public:
        return "public";
    case Visibility::Unproven:
        return "unproven";
    case Visibility::Private:
        return "private";
    case Visibility::Withdrawn:
        return "withdrawn";
    }
    return "unknown";
}

std::optional<LogFormat> parseLogFormat(std::string_view name)
{
    if (name == "combined")
        return LogFormat::Combined;
    if (name == "json")
        return LogFormat::Json;
    return std::nullopt;
}

std::optional<PrivateAccess> parsePrivateAccess(std::string_view name)
{
    if (name == "trusted")
        return PrivateAccess::Trusted;
    if (name == "any")
        return PrivateAccess::Any;
    if (name == "off")
        return PrivateAccess::Off;
    return std::nullopt;
}

std::optional<std::chrono::hours> parsePinCheck(std::string_view name)
{
    using namespace std::chrono_literals;
    if (name == "off")
        return 0h;
    if (name == "hourly")
        return 1h;
    if (name == "daily")
        return 24h;
    return std::nullopt;
}

std::vector<TagRule> defaultTagRules()
{
    using namespace std::chrono_literals;
    return {
        {.match = "latest", .isImmutable = false, .ttl = 5min},
        {.match = R"(re:^v?[0-9]+\.[0-9]+\.[0-9]+)", .isImmutable = true, .ttl = 0s},
        {.match = "*", .isImmutable = false, .ttl = 1h},
    };
}

Message ConfigDiagnostic::toMessage() const
{
    QString place = file;
    if (line > 0)
        place += QStringLiteral(":%1:%2").arg(line).arg(column);
    //: What is wrong with a file, behind where: "config.yml:3:5: error: ..."
    return Message::at(place, severity == Severity::Error
                                  ? Message(QT_TRANSLATE_NOOP("engine", "error: %1"), {message})
                                  : Message(QT_TRANSLATE_NOOP("engine", "warning: %1"), {message}));
}

QString ConfigDiagnostic::toString() const
{
    return QString::fromStdString(toMessage().english());
}

std::string_view nameOf(UpstreamServerStatus::State state)
{
    switch (state) {
    case UpstreamServerStatus::State::Unknown:
        return "unknown";
    case UpstreamServerStatus::State::Online:
        return "online";
    case UpstreamServerStatus::State::Offline:
        return "offline";
    case UpstreamServerStatus::State::Limited:
        return "limited";
    }
    return "unknown";
}

std::string_view nameOf(ServerTest::Access access)
{
    switch (access) {
    case ServerTest::Access::Unknown:
        return "unknown";
    case ServerTest::Access::Open:
        return "open";
    case ServerTest::Access::Anonymous:
        return "anonymous";
    case ServerTest::Access::Accepted:
        return "accepted";
    case ServerTest::Access::Refused:
        return "refused";
    case ServerTest::Access::Required:
        return "required";
    }
    return "unknown";
}

} // namespace lanyard
