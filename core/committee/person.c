/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Telling persons apart.
 */
#include "core/committee/person.h"

#include "core/base/str.h"

bool person_same(const struct person *a, const struct person *b)
{
    if (a->member || b->member)
        return a->member && b->member && text_same(a->member, b->member);
    if (!a->surname || !b->surname || !text_same(a->surname, b->surname) || !text_same(a->given, b->given))
        return false;
    return !a->unit || !b->unit || text_same(a->unit, b->unit);
}
