// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/imagesummary.h"

namespace lanyard {

QByteArray ImageSummary::name() const
{
    return registry + '/' + repository + (tag.isEmpty() ? '@' + digest : ':' + tag);
}

} // namespace lanyard
