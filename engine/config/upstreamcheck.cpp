// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/upstreamcheck.h"

#include "config/configfile.h"
#include "config/configkeeper.h"
#include "config/upstreamfields.h"
#include "core/imageref.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>
#include <utility>

namespace lanyard::config {

namespace {

/// A configuration that has this list, and nothing else.
QByteArray textOf(const std::vector<UpstreamConfig> &upstreams)
{
    std::vector<YamlValue> items;
    items.reserve(upstreams.size());
    for (const UpstreamConfig &upstream : upstreams)
        items.push_back(completeValueOf(upstream));
    return "version: 1\nupstreams: " + inlineText(YamlValue::list(std::move(items))) + '\n';
}

/// A list without credentials names no files of passwords.
Result<QByteArray> readNothing(const QString & /*path*/, std::int64_t /*bytesMax*/)
{
    return failure(ErrorCode::NotFound, {});
}

/// Of what is wrong at `upstreams[2].aliases[0]`, where `index` is 2; others are not about this
/// one.
std::optional<UpstreamProblem> problemOf(const Message &message, std::size_t index)
{
    static const QRegularExpression form(
        QStringLiteral(R"(^upstreams\[(\d+)\]\.(\w+)(?:\[(\d+)\])?)"));
    if (message.values().size() != 2)
        return std::nullopt;
    const QRegularExpressionMatch match =
        form.match(QString::fromStdString(message.values().front().sentence()));
    if (!match.hasMatch() || match.captured(1).toULongLong() != index)
        return std::nullopt;
    const bool isOfItem = !match.captured(3).isEmpty();
    return UpstreamProblem{.field = match.captured(2).toStdString(),
                           .item = isOfItem ? match.captured(3).toInt() : -1,
                           .message = message.values().back()};
}

} // namespace

QList<UpstreamProblem> problemsOf(const std::vector<UpstreamConfig> &upstreams,
                                  const UpstreamChange &change)
{
    Result<std::vector<UpstreamConfig>> wanted = changed(upstreams, change);
    if (!wanted)
        return {{.field = "registry", .message = wanted.error().message}};
    // At the end, so that of two that want a name the one is told that is changed.
    const std::string registry = canonicalRegistryName(change.registry);
    std::stable_partition(wanted->begin(), wanted->end(), [&registry](const UpstreamConfig &one) {
        return one.registry != registry;
    });
    const LoadedConfig loaded = readConfig(textOf(*wanted), {}, readNothing);
    QList<UpstreamProblem> problems;
    for (const ConfigDiagnostic &diagnostic : loaded.diagnostics) {
        if (const auto problem = problemOf(diagnostic.message, wanted->size() - 1))
            problems.append(*problem);
    }
    return problems;
}

} // namespace lanyard::config
