// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How words of the network are made safe to show, for the window, too.
#include "core/printabletext.h"
