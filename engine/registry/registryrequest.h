// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/responder.h"
#include "registry/answers.h"
#include "registry/repository.h"
#include "registry/router.h"
#include "store/catalogue.h"

#include <optional>
#include <string>

namespace lanyard::registry {

/// A routed request that the catalogue cannot answer, with all it needs on its way to the engine
/// thread: owned copies, and the right to answer it.
struct RegistryRequest
{
    Endpoint endpoint = Endpoint::Manifest;
    RequestForm form = RequestForm::None; ///< for the record
    Repository repository;
    std::string reference; ///< the tag or digest
    std::optional<Digest> digest;
    std::string path;   ///< as sent
    std::string accept; ///< joined
    std::string query;
    bool isTrusted = false; ///< the client has logged in, or asks for itself from a trusted address
    bool isPrivate = false; ///< what is asked for; for the record
    bool isDenied = false;  ///< what is asked for, to this client; for the record
    bool isOwn = false;     ///< no client asks, but the user of this cache, or a schedule
    bool mustAsk = false;   ///< upstream says which manifest a tag names, whatever its rule is
    SharedMessage rule;     ///< that decided about the answer; for the record
    AnswerTerms terms;
    http::Responder responder;

    RequestLabels labels(CacheResult result) const;
    /// Sends `response`, labelled with what was asked for and `result`.
    void answer(http::Response response, CacheResult result);
    void refuse(RegistryError error, const Message &detail);
    /// `unknown` is the code for NotFound.
    void refuse(const Error &error, RegistryError unknown);
};

/// Content as the catalogue has it for a repository.
struct KnownContent
{
    store::RepositoryId repository = 0;
    store::ContentInfo info;
};

/// nullopt: the catalogue knows nothing of `digest` in this repository.
std::optional<KnownContent> findContent(const store::Catalogue &catalogue,
                                        const Repository &repository, const Digest &digest);

} // namespace lanyard::registry
