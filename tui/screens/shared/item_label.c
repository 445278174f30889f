/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Items by number and title.
 */
#include "tui/screens/shared/item_label.h"

#include "core/paper/minutes.h"
#include "tui/screens/shared/label.h"

#include <string.h>

/* Without the mark that leads over to the title: "案由二：", "一、". */
static void add_bare(struct str *out, const char *number)
{
    static const char *const marks[] = {"：", "、", ":", "."};
    size_t len = strlen(number);

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        const size_t n = strlen(marks[i]);

        if (len > n && memcmp(number + len - n, marks[i], n) == 0) {
            len -= n;
            break;
        }
    }
    str_add_bytes(out, number, len);
}

void label_item_number(struct str *out, const struct snapshot *s, const struct style *style,
                       const struct item *item)
{
    struct str number = STR_INIT;

    if (item->label)
        str_add(&number, item->label);
    else if (item->title)
        minutes_item_number(s, style, item, &number);
    add_bare(out, number.text);
    str_release(&number);
}

const char *item_title(const struct item *item)
{
    return item->title ? item->title : label_choice(&section_choices, item->section);
}

void label_item(struct str *out, const struct snapshot *s, const struct style *style, const struct item *item)
{
    const size_t before = out->len_bytes;

    label_item_number(out, s, style, item);
    if (out->len_bytes > before)
        str_add_char(out, ' ');
    str_add(out, item_title(item));
}
