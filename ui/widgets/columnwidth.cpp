// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/columnwidth.h"

#include <QHeaderView>

namespace lanyard::ui {

void fitColumn(QHeaderView &header, int column, int content)
{
    header.resizeSection(column, qMax(content, header.sectionSizeHint(column)));
}

} // namespace lanyard::ui
