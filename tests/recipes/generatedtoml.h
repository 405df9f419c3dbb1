// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <algorithm>
#include <cstdint>
#include <random>

namespace lanyard::recipes {

/// Writes TOML files as people do, each seed another one: with tables of their own mirrors, any
/// spelling of headers and keys, comments, blank lines, indentation and line ends; with nothing of
/// Lanyard, and nothing that it would refuse.
class GeneratedToml
{
public:
    explicit GeneratedToml(std::uint32_t seed)
        : m_random(seed)
    {
        static const QByteArrayList indentations = {"", "  ", "    ", "\t"};
        m_fieldIndentation = oneOf(indentations);
        m_headerIndentation = chance(4) ? oneOf(indentations) : QByteArray();
    }

    QByteArray hostsToml()
    {
        if (chance(2))
            line("server = " + quoted("https://registry-1.docker.io"));
        if (chance(6))
            line("capabilities = [\"pull\"]");
        tables({"https://a.example", "http://b.example:5000", "https://[fd00::1]"},
               [this](const QByteArray &name) { host(name); });
        return text();
    }

    QByteArray buildkitToml()
    {
        others();
        tables({"docker.io", "quay.io", "ghcr.io", "10.0.0.1:5000"},
               [this](const QByteArray &name) { registry(name); });
        if (chance(3))
            others("worker.containerd");
        return text();
    }

    QByteArray registriesConf()
    {
        if (chance(2))
            line("unqualified-search-registries = " + list());
        tables({"docker.io", "quay.io", "ghcr.io", "a.example/team"},
               [this](const QByteArray &name) { element(name); });
        return text();
    }

private:
    int upTo(int max) { return static_cast<int>(m_random() % static_cast<unsigned>(max + 1)); }

    bool chance(int oneIn) { return upTo(oneIn - 1) == 0; }

    QByteArray oneOf(const QByteArrayList &words)
    {
        return words.at(upTo(static_cast<int>(words.size()) - 1));
    }

    QByteArray quoted(const QByteArray &text)
    {
        const QByteArray quote = chance(3) ? "'" : "\"";
        return quote + text + quote;
    }

    QByteArray blank() { return chance(4) ? oneOf({" ", "\t", "  "}) : QByteArray(); }

    QByteArray comment() { return chance(5) ? oneOf({" # x", "#y", "\t# \"z\" ]"}) : QByteArray(); }

    void line(const QByteArray &content) { m_lines.append(content + comment()); }

    /// What people put between lines.
    void between()
    {
        while (chance(3))
            m_lines.append(chance(2) ? blank() : blank() + "# [t] a = 1");
    }

    void field(const QByteArray &key, const QByteArray &value)
    {
        between();
        line(m_fieldIndentation + (chance(6) ? quoted(key) : key) + blank() + '=' + blank() +
             value);
    }

    void header(const QByteArrayList &keys, bool isElement = false)
    {
        between();
        const QByteArray dot = blank() + '.' + blank();
        const QByteArray inner = blank() + keys.join(dot) + blank();
        line(m_headerIndentation + (isElement ? "[[" + inner + "]]" : '[' + inner + ']'));
    }

    QByteArray list()
    {
        QByteArrayList items;
        for (int i = upTo(3); i > 0; --i)
            items += quoted(oneOf({"c.example", "10.0.0.2:5000/x", "d.example"}));
        if (items.isEmpty())
            return chance(2) ? "[]" : "[ ]";
        const QByteArray last = chance(3) ? "," : "";
        if (chance(2))
            return '[' + blank() + items.join("," + blank()) + last + blank() + ']';
        const QByteArray inner = "\n" + m_fieldIndentation + "  ";
        QByteArray text = "[" + comment();
        if (chance(4))
            text += inner + "# the near one";
        for (qsizetype i = 0; i < items.size(); ++i)
            text += inner + items.at(i) + (i + 1 < items.size() ? "," : last) + comment();
        return text + '\n' + m_fieldIndentation + ']';
    }

    template <typename Write>
    void tables(QByteArrayList names, Write write)
    {
        std::shuffle(names.begin(), names.end(), m_random);
        for (const QByteArray &name : names) {
            if (chance(2))
                write(name);
        }
        between();
    }

    void others(const QByteArray &name = "worker.oci")
    {
        header({name});
        field("enabled", "true");
        if (chance(2))
            field("gckeepstorage", "9_000");
        if (chance(3))
            field("note", "\"\"\"\n[registry]\n# no comment\n\"\"\"");
        if (chance(3))
            field("labels", "{ a = 'b', \"c d\" = [1, 2] }");
    }

    void host(const QByteArray &name)
    {
        header({"host", quoted(name)});
        if (chance(2))
            field("capabilities", "[\"pull\", 'resolve']");
        if (chance(3))
            field("skip_verify", "true");
        if (chance(3)) {
            header({"host", quoted(name), "header"});
            field("X-One", list());
        }
    }

    void registry(const QByteArray &name)
    {
        const QByteArrayList keys{"registry", quoted(name)};
        const bool isOnlyInner = chance(6);
        if (!isOnlyInner) {
            header(keys);
            if (chance(3))
                field("http", "true");
            if (chance(2))
                field("mirrors", list());
        }
        if (isOnlyInner || chance(4)) {
            header(keys + QByteArrayList{"keypair"}, true);
            field("key", quoted("key.pem"));
        }
    }

    void element(const QByteArray &name)
    {
        header({"registry"}, true);
        if (chance(2))
            field("prefix", quoted(name));
        field("location", quoted(name));
        if (chance(3))
            field("blocked", "false");
        for (int i = upTo(2); i > 0; --i) {
            header({"registry", "mirror"}, true);
            field("location", quoted("c.example"));
        }
    }

    QByteArray text()
    {
        between();
        QByteArray text = m_lines.join('\n');
        if (!chance(4))
            text += '\n';
        return chance(4) ? text.replace('\n', "\r\n") : text;
    }

    std::mt19937 m_random;
    QByteArray m_fieldIndentation;
    QByteArray m_headerIndentation;
    QByteArrayList m_lines;
};

} // namespace lanyard::recipes
