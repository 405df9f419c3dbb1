// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme.h"

#include <array>

namespace lanyard::ui {

namespace {

constexpr std::array iconSizes{16, 22, 24, 32, 48, 64, 128, 256};

QColor mixed(const QColor &a, const QColor &b, double shareOfA)
{
    const auto mix = [shareOfA](int x, int y) {
        return qRound(x * shareOfA + y * (1 - shareOfA));
    };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

QColor choose(const QPalette &palette, QRgb onLight, QRgb onDark)
{
    return QColor::fromRgb(isDark(palette) ? onDark : onLight);
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightness() < 128;
}

QColor resultColour(CacheResult result, const QPalette &palette)
{
    switch (result) {
    case CacheResult::None:
        return mutedColour(palette);
    case CacheResult::Hit:
        return choose(palette, 0x1a7f37, 0x57c878);
    case CacheResult::Revalidated:
        return choose(palette, 0x0b7285, 0x4fc3d9);
    case CacheResult::Miss:
        return choose(palette, 0x1c64c8, 0x7ab4ff);
    case CacheResult::Collapsed:
        return choose(palette, 0x6941c6, 0xb79cff);
    case CacheResult::Stale:
        return choose(palette, 0x8f5f00, 0xe8b34a);
    case CacheResult::Failed:
        return errorColour(palette);
    }
    return mutedColour(palette);
}

QColor errorColour(const QPalette &palette)
{
    return choose(palette, 0xc0232c, 0xff8a80);
}

QColor warningColour(const QPalette &palette)
{
    return choose(palette, 0x8f5f00, 0xe8b34a);
}

QColor servedColour(const QPalette &palette)
{
    return resultColour(CacheResult::Hit, palette);
}

QColor fetchedColour(const QPalette &palette)
{
    return resultColour(CacheResult::Miss, palette);
}

QColor addedColour(const QPalette &palette)
{
    return choose(palette, 0x116329, 0x57c878);
}

QColor groundOf(const QColor &colour, const QPalette &palette)
{
    return mixed(colour, palette.color(QPalette::Base), 0.08);
}

QColor mutedColour(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.64);
}

QColor outlineColour(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Text), palette.color(QPalette::Window), 0.18);
}

QIcon applicationIcon()
{
    QIcon icon;
    for (const int size : iconSizes)
        icon.addFile(QStringLiteral(":/lanyard/icons/%1/lanyard.png").arg(size));
    return icon;
}

} // namespace lanyard::ui
