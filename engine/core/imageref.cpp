// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imageref.h"

#include "core/asciitext.h"
#include "core/limits.h"

#include <algorithm>

namespace lanyard {

namespace {

constexpr std::string_view hubRegistry = "docker.io";

bool isLowerAlnum(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool isAlnum(char c)
{
    return isLowerAlnum(c) || (c >= 'A' && c <= 'Z');
}

/// The length of the separator at the start of `text`: ".", "_", "__" or any number of "-"; else 0.
std::size_t separatorLength(std::string_view text)
{
    if (text.starts_with("__"))
        return 2;
    if (text.starts_with('.') || text.starts_with('_'))
        return 1;
    return std::min(text.find_first_not_of('-'), text.size());
}

/// [a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*
bool isPathComponent(std::string_view component)
{
    if (component.empty() || !isLowerAlnum(component.front()) || !isLowerAlnum(component.back()))
        return false;
    std::size_t at = 0;
    while (at < component.size()) {
        if (isLowerAlnum(component[at])) {
            ++at;
            continue;
        }
        const std::size_t length = separatorLength(component.substr(at));
        if (length == 0 || !isLowerAlnum(component[at + length]))
            return false;
        at += length;
    }
    return true;
}

bool isPort(std::string_view port)
{
    return !port.empty() && port.size() <= 5 &&
           std::all_of(port.begin(), port.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isDnsLabel(std::string_view label)
{
    return !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-' &&
           std::all_of(label.begin(), label.end(),
                       [](char c) { return isLowerAlnum(c) || c == '-' || c == '_'; });
}

/// Calls `valid` for each piece of `text` between separators until one is refused.
template <typename Valid>
bool allPieces(std::string_view text, char separator, Valid valid)
{
    while (true) {
        const std::size_t end = text.find(separator);
        if (!valid(text.substr(0, end)))
            return false;
        if (end == std::string_view::npos)
            return true;
        text.remove_prefix(end + 1);
    }
}

} // namespace

bool isRepositoryName(std::string_view name)
{
    return name.size() <= limits::repositoryNameBytesMax && allPieces(name, '/', isPathComponent);
}

bool isTag(std::string_view tag)
{
    if (tag.empty() || tag.size() > limits::tagBytesMax || tag.front() == '.' || tag.front() == '-')
        return false;
    return std::all_of(tag.begin(), tag.end(),
                       [](char c) { return isAlnum(c) || c == '_' || c == '.' || c == '-'; });
}

bool isRegistryName(std::string_view name)
{
    if (name.size() > 253)
        return false;
    std::string_view host = name;
    if (name.starts_with('[')) {
        const std::size_t close = name.find(']');
        if (close == std::string_view::npos || close < 3)
            return false;
        host = name.substr(1, close - 1);
        const bool isHex = std::all_of(host.begin(), host.end(), [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == ':' || c == '.';
        });
        const std::string_view rest = name.substr(close + 1);
        return isHex && (rest.empty() || (rest.starts_with(':') && isPort(rest.substr(1))));
    }
    if (const std::size_t colon = name.find(':'); colon != std::string_view::npos) {
        host = name.substr(0, colon);
        if (!isPort(name.substr(colon + 1)))
            return false;
    }
    return allPieces(host, '.', isDnsLabel);
}

std::string canonicalRegistryName(std::string_view name)
{
    std::string canonical(name);
    std::transform(canonical.begin(), canonical.end(), canonical.begin(), toLower);
    constexpr std::string_view httpsPort = ":443";
    if (canonical.ends_with(httpsPort))
        canonical.resize(canonical.size() - httpsPort.size());
    if (canonical == "index.docker.io" || canonical == "registry-1.docker.io")
        return std::string(hubRegistry);
    return canonical;
}

std::optional<ImageRef> ImageRef::parse(std::string_view text)
{
    return parse(text, hubRegistry);
}

std::optional<ImageRef> ImageRef::parse(std::string_view text, std::string_view defaultRegistry)
{
    ImageRef ref;
    if (const std::size_t at = text.find('@'); at != std::string_view::npos) {
        ref.digest = Digest::parse(text.substr(at + 1));
        if (!ref.digest)
            return std::nullopt;
        text = text.substr(0, at);
    }
    const std::size_t slash = text.find('/');
    const std::string_view first = text.substr(0, slash);
    const bool hasRegistry =
        slash != std::string_view::npos &&
        (first.find_first_of(".:") != std::string_view::npos || first == "localhost");
    ref.registry = hasRegistry ? first : defaultRegistry;
    std::string_view name = hasRegistry ? text.substr(slash + 1) : text;
    if (const std::size_t colon = name.find(':'); colon != std::string_view::npos) {
        ref.tag = name.substr(colon + 1);
        if (!isTag(ref.tag))
            return std::nullopt;
        name = name.substr(0, colon);
    } else if (!ref.digest) {
        ref.tag = "latest";
    }
    ref.repository = name;
    if (ref.registry == hubRegistry && name.find('/') == std::string_view::npos)
        ref.repository.insert(0, "library/");
    if (!isRegistryName(ref.registry) || !isRepositoryName(ref.repository))
        return std::nullopt;
    return ref;
}

std::string ImageRef::toString() const
{
    std::string text = registry + '/' + repository;
    if (!tag.empty())
        text += ':' + tag;
    if (digest)
        text += '@' + digest->toString();
    return text;
}

} // namespace lanyard
