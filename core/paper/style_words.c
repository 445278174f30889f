/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The values of a style that are more than a text: switches, lists of words, what a section says of its own.
 */
#include "core/paper/style.h"

#include <string.h>

const char *style_section(const struct style *style, const char *section, const char *key)
{
    return style_part(style, "section", section, key);
}

bool style_yes(const struct style *style, const char *key)
{
    return strcmp(style_get(style, key), "yes") == 0;
}

bool style_list_at(const struct style *style, const char *key, size_t index, char *out, size_t room)
{
    const char *p = style_get(style, key);

    for (;; index--) {
        size_t n;

        p += strspn(p, " ");
        n = strcspn(p, " ");
        if (!n || n >= room)
            return false;
        if (index == 0) {
            memcpy(out, p, n);
            out[n] = '\0';
            return true;
        }
        p += n;
    }
}

bool style_lists(const struct style *style, const char *key, const char *word)
{
    char each[64];

    for (size_t i = 0; style_list_at(style, key, i, each, sizeof each); i++)
        if (strcmp(each, word) == 0)
            return true;
    return false;
}
