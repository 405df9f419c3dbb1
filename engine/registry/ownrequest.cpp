// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/ownrequest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>

#include <memory>
#include <utility>

namespace lanyard::registry {

namespace {

/// The opposite of errorResponse(): a client sees no more either.
Error errorOf(const http::Response &response)
{
    Error error{.code = ErrorCode::BadUpstream};
    if (response.status == 404)
        error.code = ErrorCode::NotFound;
    else if (response.status == 503)
        error.code = ErrorCode::Unreachable;
    else if (response.status == 504)
        error.code = ErrorCode::TimedOut;
    error.message = response.refusal;
    if (!error.message.isEmpty())
        return error;
    // What all clients are told of such a refusal.
    const auto *body = std::get_if<QByteArray>(&response.body);
    const QJsonObject told = QJsonDocument::fromJson(body ? *body : QByteArray())
                                 .object()
                                 .value(QLatin1String("errors"))
                                 .toArray()
                                 .at(0)
                                 .toObject();
    error.message = told.value(QLatin1String("message")).toString();
    return error;
}

} // namespace

void ask(RequestSink &sink, RegistryRequest request, QObject *context, OwnAnswer done)
{
    request.responder = http::Responder(
        [guard = QPointer<QObject>(context), done = std::move(done)](http::Response response) {
            if (!guard)
                return;
            if (response.status == 200)
                done(std::move(response));
            else
                done(tl::unexpected<Error>(errorOf(response)));
        });
    sink.submit(std::move(request));
}

RegistryRequest ownRequest(Endpoint endpoint, const Repository &repository,
                           const std::string &reference)
{
    RegistryRequest request;
    request.endpoint = endpoint;
    request.repository = repository;
    request.reference = reference;
    request.digest = Digest::parse(reference);
    request.isOwn = true;
    return request;
}

} // namespace lanyard::registry
