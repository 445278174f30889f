/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The headings that the form's writer and its reader share. For these two alone.
 */
#ifndef YISHI_TRACKING_FORM_WORDS_H
#define YISHI_TRACKING_FORM_WORDS_H

#include "core/tracking/form.h"

extern const char *const form_headings[FORM_COLUMNS];

#endif
