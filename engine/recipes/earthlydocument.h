// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "textedit/yamldocument.h"

#include <QByteArray>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace lanyard::recipes {

/// A config.yml of Earthly as it is understood; see earthlyconfig.h. A plain value.
class EarthlyDocument
{
public:
    static constexpr const char *globalKey = "global";
    static constexpr const char *configKey = "buildkit_additional_config";
    static constexpr const char *argumentsKey = "buildkit_additional_args";
    static constexpr const char *volumeOption = "-v";
    /// Where the certificate is in the container; by this name our volume is known again.
    static constexpr const char *authorityInside = "/etc/config/lanyard-ca.pem";

    /// InvalidInput with line and column: it is not right.
    static Result<EarthlyDocument> read(const QByteArray &text);

    /// The value of an entry of `global`; nullptr where there is none.
    const textedit::YamlNode *find(const char *key) const;
    /// Whether there is none, or one that says nothing.
    bool isEmpty(const char *key) const;
    /// "line 3, column 5" of such a value.
    Message place(const char *key) const;

    /// The configuration of BuildKit, with one line end at its end, whatever its block has; none:
    /// there is none. InvalidInput: it is no text.
    Result<std::optional<QByteArray>> toml() const;

    /// The position of our volume among the arguments; their number where it is not there.
    std::size_t volumeIndex() const;
    /// The arguments without our volume and its option.
    std::vector<std::string> foreignArguments() const;

    /// Whether all is the same but the configuration of BuildKit, our volume, and a `global` that
    /// says nothing.
    bool isSameBesides(const EarthlyDocument &other) const;

private:
    explicit EarthlyDocument(textedit::YamlNode root);

    textedit::YamlNode rest() const;

    textedit::YamlNode m_root;
};

} // namespace lanyard::recipes
