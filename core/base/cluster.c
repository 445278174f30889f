/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Clusters: what a reader calls one character (UAX #29, extended). One pass without look-back,
 * since the library's own function needs the whole text and a buffer of its length. Knows no
 * widths.
 */
#include "core/base/text.h"
#include "core/base/utf8.h"

#include <unictype.h>
#include <unigbrk.h>

/* What decides about a boundary between two characters. */
struct trail {
    int property; /* GBP_... of the last character */
    bool picture; /* it ends a run of a pictograph and its marks */
    bool flag;    /* it is the first half of a flag */
};

/* Characters that always begin a cluster and end it unless something else follows: most text. */
static bool is_plain(uint32_t c)
{
    return (c >= 0x20 && c < 0x7F) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3000 && c < 0x302A) ||
           (c >= 0xFF01 && c <= 0xFF60);
}

static int property_of(uint32_t c)
{
    if (c == UTF8_INVALID)
        return GBP_CONTROL;
    return is_plain(c) ? GBP_OTHER : uc_graphemeclusterbreak_property(c);
}

static bool is_control(int property)
{
    return property == GBP_CONTROL || property == GBP_CR || property == GBP_LF;
}

static bool is_extension(int property)
{
    return property == GBP_EXTEND || property == GBP_ZWJ || property == GBP_SPACINGMARK;
}

/* Rules GB6 to GB8: the letters of one Korean syllable. */
static bool is_syllable(int a, int b)
{
    switch (a) {
    case GBP_L:
        return b == GBP_L || b == GBP_V || b == GBP_LV || b == GBP_LVT;
    case GBP_LV:
    case GBP_V:
        return b == GBP_V || b == GBP_T;
    case GBP_LVT:
    case GBP_T:
        return b == GBP_T;
    default:
        return false;
    }
}

static struct trail trail_start(uint32_t c)
{
    int property = property_of(c);

    return (struct trail){property,
                          property == GBP_OTHER && !is_plain(c) && uc_is_property_extended_pictographic(c),
                          property == GBP_RI};
}

/* Whether C, which has PROPERTY, belongs to the cluster that TRAIL has reached. */
static bool joins(struct trail trail, uint32_t c, int property)
{
    if (trail.property == GBP_CR)
        return property == GBP_LF;
    if (is_control(trail.property) || is_control(property))
        return false;
    if (is_extension(property) || trail.property == GBP_PREPEND)
        return true;
    if (trail.property == GBP_ZWJ)
        return trail.picture && property == GBP_OTHER && uc_is_property_extended_pictographic(c);
    if (property == GBP_RI)
        return trail.flag;
    return is_syllable(trail.property, property);
}

size_t text_cluster_bytes(const char *text, size_t len_bytes)
{
    size_t at, used;
    uint32_t c;
    struct trail trail;

    if (!len_bytes)
        return 0;
    c = utf8_first(text, len_bytes, &at);
    if (c == UTF8_INVALID || at == len_bytes)
        return at;
    if (is_plain(c) && is_plain(utf8_first(text + at, len_bytes - at, &used)))
        return at;
    trail = trail_start(c);
    for (; at < len_bytes; at += used) {
        int property;

        c = utf8_first(text + at, len_bytes - at, &used);
        property = property_of(c);
        if (!joins(trail, c, property))
            break;
        if (property == GBP_EXTEND || property == GBP_ZWJ)
            trail = (struct trail){property, trail.picture && trail.property != GBP_ZWJ, false};
        else if (property == GBP_RI && trail.property == GBP_RI)
            trail = (struct trail){property, false, false};
        else
            trail = trail_start(c);
    }
    return at;
}

/* A boundary lies between A and B whatever stands before A. */
static bool surely_apart(uint32_t a, uint32_t b)
{
    int before = property_of(a), after = property_of(b);

    if (is_extension(before) && !is_control(after) && !is_plain(b))
        return false;
    if (before == GBP_RI && after == GBP_RI)
        return false;
    return !joins((struct trail){before, true, true}, b, after);
}

size_t text_cluster_before(const char *text, size_t len_bytes, size_t at_bytes)
{
    size_t start, used, next;
    uint32_t later;

    if (at_bytes > len_bytes)
        at_bytes = len_bytes;
    if (!at_bytes)
        return 0;
    start = utf8_before(text, len_bytes, at_bytes);
    later = utf8_first(text + start, len_bytes - start, &used);
    while (start > 0) {
        size_t before = utf8_before(text, len_bytes, start);
        uint32_t c = utf8_first(text + before, start - before, &used);

        if (surely_apart(c, later))
            break;
        start = before;
        later = c;
    }
    for (;;) {
        next = start + text_cluster_bytes(text + start, len_bytes - start);
        if (next >= at_bytes)
            return start;
        start = next;
    }
}
