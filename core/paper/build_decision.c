/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The decision on an item: its own words, or the standard wording of its kind, which names the other item
 * that it goes with (併案、一併決議).
 */
#include "core/paper/build.h"

#include "core/meeting/merge.h"
#include "core/paper/template.h"

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

/* What a wording may name: of ITEM, seen from FROM. */
struct named_item {
    const struct snapshot *s;
    const struct style *style;
    const struct item *item, *from;
    const char *key; /* of a tracked decision, where it is one */
};

/* "案由二" as it was sent or as it prints; an item without a number by its title. */
static void add_number(const struct named_item *named, struct str *out)
{
    const struct item *item = named->item;
    struct str number = STR_INIT;

    if (item->label)
        str_add(&number, item->label);
    else
        minutes_item_number(named->s, named->style, item, &number);
    if (number.len_bytes)
        add_bare(out, number.text);
    else
        str_printf(out, "「%s」", item->title ? item->title : "");
    out->failed |= str_failed(&number);
    str_release(&number);
}

static bool named_value(const void *context, const char *name, struct str *out)
{
    const struct named_item *named = context;

    if (strcmp(name, "key") == 0) {
        str_add(out, named->key);
        return named->key != NULL;
    }
    if (!named->item)
        return false;
    if (strcmp(name, "number") == 0)
        add_number(named, out);
    else if (strcmp(name, "title") == 0)
        str_add(out, named->item->title);
    else if (strcmp(name, "section") == 0 ||
             (strcmp(name, "other_section") == 0 && named->item->section != named->from->section))
        str_add(out, style_section(named->style, section_choices.codes[named->item->section], "label"));
    else
        return false;
    return true;
}

const char *minutes_decision_words(const struct style *style, int kind)
{
    char key[32] = "decision:";
    const char *code = kind == UNKNOWN ? "" : decision_kind_choices.codes[kind];

    memcpy(key + strlen("decision:"), code, strlen(code) + 1);
    return style_get(style, key);
}

void minutes_decision_text(const struct snapshot *snapshot, const struct style *style,
                           const struct item *item, struct str *out)
{
    const struct decision *d = item_decision(item);
    struct named_item named = {snapshot, style, NULL, item, NULL};
    const char *pattern = NULL;

    if (!d)
        return;
    named.item = merge_with(&snapshot->meeting, item);
    if (named.item)
        pattern =
            style_get(style, d->kind == DECISION_JOINT ? "decision:joint_with" : "decision:merged_with");
    else if (d->kind == DECISION_MERGED && d->with) {
        named.key = d->with;
        pattern = style_get(style, "decision:merged_tracked");
    }
    if (pattern && *pattern)
        (void)template_expand(out, pattern, named_value, &named);
    else
        str_add(out, minutes_decision_words(style, d->kind));
}

bool minutes_joined(const struct snapshot *snapshot, const struct style *style, const struct item *item,
                    struct str *out)
{
    struct named_item named = {snapshot, style, NULL, item, NULL};
    size_t at = 0, n = 0;

    while ((named.item = merge_next(&snapshot->meeting, item->key, &at))) {
        str_add(out, n++ ? style_get(style, "people:separator") : "");
        (void)template_expand(out, style_get(style, "decision:joined"), named_value, &named);
    }
    return n > 0;
}

void build_decision(struct build *b, const struct item *item, struct place place)
{
    const struct decision *d = item_decision(item);
    const char *label = style_section(b->style, section_choices.codes[item->section], "decision");
    struct str text = STR_INIT;

    if (item->vote.n)
        build_vote(b, item, place);
    if (!d)
        return;
    if (d->points.n) {
        build_outline(b, BLOCK_LABEL, "", label, &d->points, place);
    } else {
        minutes_decision_text(b->s, b->style, item, &text);
        document_add(b->out, BLOCK_LABEL, place.depth, "", label, text.text);
    }
    b->out->failed |= str_failed(&text);
    str_release(&text);
}
