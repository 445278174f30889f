/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Expanding patterns. Knows no names.
 */
#include "core/paper/template.h"

#include <string.h>

/* The value whose name starts at P (after the brace); returns where its closing brace is. */
static const char *expand_name(struct str *out, const char *p, template_value value, const void *context,
                               bool *known)
{
    const char *end = strchr(p, '}');
    char name[32];

    if (!end || (size_t)(end - p) >= sizeof name) {
        *known = false;
        return end ? end : p + strlen(p) - 1;
    }
    memcpy(name, p, (size_t)(end - p));
    name[end - p] = '\0';
    if (!value(context, name, out))
        *known = false;
    return end;
}

bool template_expand(struct str *out, const char *pattern, template_value value, const void *context)
{
    bool known = true, part_known = true;
    size_t part_start = 0;
    bool in_part = false;

    for (const char *p = pattern; *p; p++) {
        if (*p == '{') {
            p = expand_name(out, p + 1, value, context, in_part ? &part_known : &known);
        } else if (*p == '[') {
            in_part = part_known = true;
            part_start = out->len_bytes;
        } else if (*p == ']' && in_part) {
            if (!part_known)
                str_cut(out, part_start);
            in_part = false;
        } else {
            str_add_char(out, *p);
        }
    }
    return known;
}
