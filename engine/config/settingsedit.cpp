// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/settingsedit.h"

#include "config/editedtext.h"
#include "config/settingsfields.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace lanyard::config {

namespace {

constexpr const char *listenKey = "listen";

using Listeners = std::vector<ListenConfig>;

/// For each that is there, which of the wanted ones takes its place; nullopt: it goes.
using Places = std::vector<std::optional<std::size_t>>;

tl::unexpected<Error> invalid(Message message)
{
    return failure(ErrorCode::InvalidInput, std::move(message));
}

bool hasAcme(const ListenConfig &listener)
{
    return listener.tls && std::holds_alternative<AcmeConfig>(listener.tls->issuer);
}

/// By their addresses; those that are left over, in their order.
Places placesOf(const Listeners &current, const Listeners &wanted)
{
    Places places(current.size());
    std::vector<bool> isPlaced(wanted.size());
    const auto place = [&](auto fits) {
        for (std::size_t i = 0; i < current.size(); ++i) {
            for (std::size_t j = 0; j < wanted.size() && !places[i]; ++j) {
                if (isPlaced[j] || !fits(current[i], wanted[j]))
                    continue;
                places[i] = j;
                isPlaced[j] = true;
            }
        }
    };
    place([](const auto &a, const auto &b) { return a == b; });
    place([](const auto &a, const auto &b) { return a.address == b.address; });
    // What somebody else has written stays with what has the same.
    place([](const auto &a, const auto &b) { return hasAcme(a) && hasAcme(b); });
    place([](const auto &a, const auto &b) { return hasAcme(a) == hasAcme(b); });
    place([](const auto & /*a*/, const auto &b) { return !hasAcme(b); });
    return places;
}

/// Whether each `acme` that is wanted is there already, in its place.
bool areAcmesKept(const Listeners &current, const Listeners &wanted, const Places &places)
{
    for (std::size_t j = 0; j < wanted.size(); ++j) {
        const auto place = std::ranges::find(places, std::optional(j));
        const bool isKept = place != places.end() && current[place - places.begin()].tls &&
                            current[place - places.begin()].tls->issuer == wanted[j].tls->issuer;
        if (hasAcme(wanted[j]) && !isKept)
            return false;
    }
    return true;
}

void writeListeners(EditedText &edited, const YamlNode &root, const Listeners &current,
                    const Listeners &wanted, const Places &places)
{
    const YamlEntry *const list = root.find(listenKey);
    const YamlPath path{std::string(listenKey)};
    if (!list) {
        std::vector<YamlValue> items;
        for (const ListenConfig &one : wanted)
            items.push_back(mappingOf(fieldsOf(one)));
        edited.insert({}, listenKey, YamlValue::list(std::move(items)));
        return;
    }
    for (std::size_t i = 0; i < current.size(); ++i) {
        if (places[i])
            edited.setFields(childOf(path, i), list->value.items[i], fieldsOf(current[i]),
                             fieldsOf(wanted[*places[i]]));
    }
    for (std::size_t j = 0; j < wanted.size(); ++j) {
        if (std::ranges::find(places, std::optional(j)) == places.end())
            edited.append(path, mappingOf(fieldsOf(wanted[j])));
    }
    // From the end, and at last: no position changes, and the list is never empty.
    for (std::size_t i = current.size(); i-- > 0;) {
        if (!places[i])
            edited.remove(childOf(path, i));
    }
}

void sortByAddress(Listeners &listeners)
{
    std::ranges::stable_sort(listeners, {},
                             [](const ListenConfig &one) { return one.address.toString(); });
}

} // namespace

Result<QByteArray> withSettings(const QByteArray &text, const QString &fileName,
                                const Settings &wanted, const FileReader &readFile)
{
    const auto original = readEditable(text, fileName, readFile);
    if (!original)
        return tl::unexpected<Error>(original.error());
    if (wanted.listen.empty())
        return invalid(
            Message::at("listen", QT_TRANSLATE_NOOP("engine", "expected at least one address")));
    const Settings current = settingsOf(original->config);
    const Places places = placesOf(current.listen, wanted.listen);
    if (!areAcmesKept(current.listen, wanted.listen, places))
        return invalid(
            {QT_TRANSLATE_NOOP("engine", "%1 is written by hand, in the file"), {"tls.acme"}});

    EditedText edited(text);
    if (current.listen != wanted.listen)
        writeListeners(edited, original->root, current.listen, wanted.listen, places);
    edited.setFields({}, original->root, fieldsOf(current), fieldsOf(wanted));
    if (!edited.result())
        return edited.result();

    auto after = readEditable(*edited.result(), fileName, readFile);
    if (!after)
        return invalid(
            {QT_TRANSLATE_NOOP("engine", "after this change the file would be wrong: %1"),
             {after.error().message}});
    Config expected = withSettings(original->config, wanted);
    sortByAddress(expected.listen);
    sortByAddress(after->config.listen);
    if (after->config != expected)
        return invalid(QT_TRANSLATE_NOOP(
            "engine", "this change cannot be written so that the file comes to it exactly"));
    return edited.result();
}

} // namespace lanyard::config
