// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "credentials/vault.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace lanyard::test {

/// A vault in memory that counts how often it is asked, and answers at once or when it is told to.
class HeldVault final : public credentials::Vault
{
public:
    using Scope = credentials::CredentialScope;
    using Credential = credentials::Credential;

    std::map<Scope, Credential> content;
    std::optional<Error> indexError; ///< of entries()
    std::optional<Error> error;      ///< of all others
    bool isHolding = false;
    int gets = 0;

    Result<std::vector<credentials::KnownCredential>> entries() override
    {
        if (indexError)
            return tl::unexpected(*indexError);
        std::vector<credentials::KnownCredential> all;
        for (const auto &[scope, credential] : content)
            all.push_back({scope, credential.username});
        return all;
    }

    void get(const Scope &scope, QObject *context, GetCallback done) override
    {
        ++gets;
        answer(context, [this, scope, done = std::move(done)] {
            const auto found = content.find(scope);
            if (error)
                done(tl::unexpected(*error));
            else
                done(found == content.end() ? std::nullopt : std::optional(found->second));
        });
    }

    void set(const Scope &scope, const Credential &credential, QObject *context,
             DoneCallback done) override
    {
        answer(context, [this, scope, credential, done = std::move(done)] {
            if (!error)
                content.insert_or_assign(scope, credential);
            done(outcome());
        });
    }

    void remove(const Scope &scope, QObject *context, DoneCallback done) override
    {
        answer(context, [this, scope, done = std::move(done)] {
            if (!error)
                content.erase(scope);
            done(outcome());
        });
    }

    void release()
    {
        isHolding = false;
        for (const auto &[context, task] : std::exchange(m_held, {})) {
            if (context)
                task();
        }
    }

private:
    Result<void> outcome() const
    {
        return error ? Result<void>(tl::unexpected(*error)) : Result<void>();
    }

    void answer(QObject *context, std::function<void()> task)
    {
        if (isHolding)
            m_held.emplace_back(context, std::move(task));
        else
            task();
    }

    std::vector<std::pair<QPointer<QObject>, std::function<void()>>> m_held;
};

} // namespace lanyard::test
