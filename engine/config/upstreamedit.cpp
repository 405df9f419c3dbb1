// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/upstreamedit.h"

#include "config/editedtext.h"
#include "config/upstreamfields.h"
#include "config/upstreamurl.h"
#include "core/imageref.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace lanyard::config {

namespace {

constexpr const char *upstreamsKey = "upstreams";
constexpr const char *defaultKey = "defaultUpstream";
constexpr const char *offlineKey = "offline";

const UpstreamConfig *find(const std::vector<UpstreamConfig> &upstreams,
                           const std::string &registry)
{
    const auto found =
        std::find_if(upstreams.begin(), upstreams.end(),
                     [&registry](const UpstreamConfig &one) { return one.registry == registry; });
    return found == upstreams.end() ? nullptr : &*found;
}

void sortByRegistry(std::vector<UpstreamConfig> &upstreams)
{
    std::sort(
        upstreams.begin(), upstreams.end(),
        [](const UpstreamConfig &a, const UpstreamConfig &b) { return a.registry < b.registry; });
}

tl::unexpected<Error> invalid(Message message)
{
    return failure(ErrorCode::InvalidInput, std::move(message));
}

/// The edited text, if it comes to `expected`. What `defaultUpstream` comes to without its key is
/// the reader's.
Result<QByteArray> verified(const Result<QByteArray> &edited, const QString &fileName,
                            Config expected, const FileReader &readFile)
{
    if (!edited)
        return edited;
    auto after = readEditable(*edited, fileName, readFile);
    if (!after)
        return invalid(
            {QT_TRANSLATE_NOOP("engine", "after this change the file would be wrong: %1"),
             {after.error().message}});
    Config &config = after->config;
    if (!after->root.find(defaultKey))
        expected.defaultUpstream = config.defaultUpstream;
    sortByRegistry(config.upstreams);
    sortByRegistry(expected.upstreams);
    if (config != expected)
        return invalid(QT_TRANSLATE_NOOP(
            "engine", "this change cannot be written so that the file comes to it exactly"));
    return edited;
}

/// What is wanted with one spelling for each registry, and with the credentials of the text.
Result<std::vector<UpstreamConfig>> completed(const std::vector<UpstreamConfig> &wanted,
                                              const std::vector<UpstreamConfig> &current)
{
    if (wanted.empty())
        return invalid(Message::at("upstreams",
                                   QT_TRANSLATE_NOOP("engine", "expected at least one registry")));
    std::vector<UpstreamConfig> result;
    for (UpstreamConfig upstream : wanted) {
        upstream.registry = canonicalRegistryName(upstream.registry);
        if (find(result, upstream.registry))
            return invalid(
                Message::at("upstreams", {QT_TRANSLATE_NOOP("engine", "%1 is there twice"),
                                          {inQuotes(upstream.registry)}}));
        const UpstreamConfig *old = find(current, upstream.registry);
        upstream.credentials = old ? old->credentials : Credentials();
        upstream.pathCredentials = old ? old->pathCredentials : std::vector<PathCredentials>();
        result.push_back(std::move(upstream));
    }
    return result;
}

void writeAll(EditedText &edited, const std::vector<UpstreamConfig> &wanted)
{
    std::vector<YamlValue> items;
    items.reserve(wanted.size());
    for (const UpstreamConfig &upstream : wanted)
        items.push_back(completeValueOf(upstream));
    edited.insert({}, upstreamsKey, YamlValue::list(std::move(items)));
}

void writeDifferences(EditedText &edited, const YamlNode &list,
                      const std::vector<UpstreamConfig> &current,
                      const std::vector<UpstreamConfig> &wanted)
{
    const YamlPath path{std::string(upstreamsKey)};
    for (std::size_t i = 0; i < current.size(); ++i) {
        if (const UpstreamConfig *one = find(wanted, current[i].registry))
            edited.setFields(childOf(path, i), list.items[i], fieldsOf(current[i]), fieldsOf(*one));
    }
    for (const UpstreamConfig &one : wanted) {
        if (!find(current, one.registry))
            edited.append(path, completeValueOf(one));
    }
    // From the end, and at last: no position changes, and the list is never empty.
    for (std::size_t i = current.size(); i-- > 0;) {
        if (!find(wanted, current[i].registry))
            edited.remove(childOf(path, i));
    }
}

} // namespace

Result<QByteArray> withUpstreams(const QByteArray &text, const QString &fileName,
                                 const std::vector<UpstreamConfig> &wanted,
                                 const FileReader &readFile)
{
    const auto original = readEditable(text, fileName, readFile);
    if (!original)
        return tl::unexpected(original.error());
    Config expected = original->config;
    const std::vector<UpstreamConfig> &current = original->config.upstreams;
    const auto complete = completed(wanted, current);
    if (!complete)
        return tl::unexpected(complete.error());
    expected.upstreams = *complete;

    EditedText edited(text);
    const YamlEntry *list = original->root.find(upstreamsKey);
    if (list) {
        writeDifferences(edited, list->value, current, *complete);
    } else {
        std::vector<UpstreamConfig> sorted = *complete;
        std::vector<UpstreamConfig> defaults = current;
        sortByRegistry(sorted);
        sortByRegistry(defaults);
        if (sorted != defaults)
            writeAll(edited, *complete);
    }
    if (original->root.find(defaultKey) && !find(*complete, original->config.defaultUpstream))
        edited.remove({std::string(defaultKey)});
    return verified(edited.result(), fileName, std::move(expected), readFile);
}

Result<QByteArray> withOffline(const QByteArray &text, const QString &fileName, bool isOffline,
                               const FileReader &readFile)
{
    const auto original = readEditable(text, fileName, readFile);
    if (!original)
        return tl::unexpected(original.error());
    if (original->config.isOffline == isOffline)
        return text;
    EditedText edited(text);
    const YamlValue value = YamlValue::word(isOffline ? "true" : "false");
    if (original->root.find(offlineKey))
        edited.replace({std::string(offlineKey)}, value);
    else
        edited.insert({}, offlineKey, value);
    Config expected = original->config;
    expected.isOffline = isOffline;
    return verified(edited.result(), fileName, std::move(expected), readFile);
}

} // namespace lanyard::config
