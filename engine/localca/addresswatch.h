// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filedescriptor.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace lanyard::localca {

/// Tells that addresses of this computer have come or gone, where the system says so by itself;
/// elsewhere it never does, and who wants to know has to look now and then. Which of the source
/// files is built is CMake's choice. Lives on the thread that made it.
class AddressWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AddressWatch)

public:
    AddressWatch();
    ~AddressWatch() override;

Q_SIGNALS:
    /// Once for all that change together.
    void changed();

private:
    /// From the last change on, as several come together.
    static constexpr std::chrono::milliseconds settlingTime{1'000};

    FileDescriptor m_socket; ///< empty: the system says nothing
    QTimer m_settling;
};

} // namespace lanyard::localca
