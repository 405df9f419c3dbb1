// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clientsetup.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <cstdint>
#include <optional>

// What is done with services so that what their files say counts. Pure.
namespace lanyard::setup {

/// One service, and what is to be done with it. A value.
struct ServiceTask
{
    ServiceAction action = ServiceAction::ReloadDocker;
    std::int64_t pid = 0; ///< of the service where it is known, for those that a signal reloads
    bool operator==(const ServiceTask &) const = default;
};

/// The word for an action in the journal and in requests to the helper.
QString nameOf(ServiceAction action);
std::optional<ServiceAction> serviceActionOf(QStringView name);

/// Whether the service is the system's, so that only root may; else it is the user's own.
bool isOfSystem(ServiceAction action);

/// Which way there is to a service on this computer.
enum class ServiceReach : std::uint8_t {
    Systemd, ///< systemctl
    Program, ///< a program of its own
    Signal,  ///< SIGHUP to its process
    ByHand,  ///< none: the user does it
};

/// `cgroup` is /proc/PID/cgroup of the task's process, which says whether systemd runs it.
ServiceReach reachOf(const ServiceTask &task, bool hasSystemd, const QByteArray &cgroup);

/// What is run, as a terminal would, and what that interrupts.
PlannedCommand commandOf(const ServiceTask &task, ServiceReach reach);

/// Program and arguments of what is run by Systemd or Program; empty otherwise.
QStringList argumentsOf(ServiceAction action, ServiceReach reach);
/// The question whether it runs at all, which systemctl answers.
QStringList questionOf(ServiceAction action);
/// For the user: "docker", and what is done with it: "Reload docker".
QString serviceName(ServiceAction action);
Message titleOf(ServiceAction action);

} // namespace lanyard::setup
