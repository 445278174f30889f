/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of the public copy's making share. For core/publish alone.
 */
#ifndef YISHI_PUBLISH_PUBLIC_PARTS_H
#define YISHI_PUBLISH_PUBLIC_PARTS_H

#include "core/publish/public.h"

/* The public columns of FROM, and all below it, into TO. */
enum status public_row(const struct entity *e, const void *from, struct arena *arena, void *to,
                       struct err *err);
/* The tracked decisions of TO, whose meeting is there. */
enum status public_resolutions(const struct snapshot *from, const struct snapshot *previous,
                               struct public_copy *to, struct err *err);

#endif
