// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/printabletext.h"

#include <QList>

#include <algorithm>

namespace lanyard {

bool isHidden(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

QString printable(const QString &text)
{
    QList<uint> characters = text.toUcs4();
    std::replace_if(characters.begin(), characters.end(), isHidden,
                    static_cast<uint>(QChar::ReplacementCharacter));
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(characters.constData()),
                             characters.size());
}

} // namespace lanyard
