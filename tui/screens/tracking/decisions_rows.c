/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which decisions of the meeting before are listed, and what each line says.
 */
#include "tui/screens/tracking/decisions.h"

#include "core/paper/minutes.h"
#include "core/tracking/form.h"
#include "core/tracking/reporting.h"
#include "tui/screens/shared/item_label.h"

/* ---- a line --------------------------------------------------------------------------------------- */

bool decided_is_of(const struct decisions *d, const struct decided *row, const struct resolution *r)
{
    if (row->tracked || row->heading)
        return row->tracked == r;
    if (row->prior)
        return text_same(row->prior->track, r->key);
    return row->item->key && text_same(r->item, row->item->key) &&
           text_same(r->meeting, d->previous.meeting.key);
}

void decided_matter(const struct decisions *d, const struct decided *row, struct str *out)
{
    if (row->prior)
        str_printf(out, "%s%s%s", row->prior->number ? row->prior->number : "",
                   row->prior->number && row->prior->title ? " " : "",
                   row->prior->title ? row->prior->title : "");
    else if (row->item)
        label_item(out, &d->previous, d->frame.style, row->item);
    else
        tracking_source(out, row->tracked, NULL);
}

void decided_decision(const struct decisions *d, const struct decided *row, struct str *out)
{
    const struct decision *decision = row->item ? item_decision(row->item) : NULL;

    if (row->prior)
        form_outline(out, &row->prior->decision);
    else if (row->tracked)
        form_outline(out, &row->tracked->instruction);
    else if (decision && decision->points.n)
        form_outline(out, &decision->points);
    else if (row->item)
        minutes_decision_text(&d->previous, d->frame.style, row->item, out);
}

/* "✓112-2-01 ·112-2-02", those that have been reported ticked; nothing for what is not tracked. */
void decided_tracked(const struct decisions *d, const struct decided *row, struct str *out)
{
    const struct resolutions *all = &d->frame.s.resolutions;

    for (size_t i = 0; i < all->n; i++)
        if (decided_is_of(d, row, &all->v[i]))
            str_printf(out, "%s%s%s", out->len_bytes ? " " : "",
                       !resolution_open(&all->v[i]) || !resolution_silent(&all->v[i], d->frame.s.meeting.key)
                           ? "✓"
                           : "·",
                       all->v[i].key);
}

/* What is said of it this time. */
void decided_progress(const struct decisions *d, const struct decided *row, struct str *out)
{
    const struct resolutions *all = &d->frame.s.resolutions;

    if (row->prior && row->prior->progress.n)
        form_outline(out, &row->prior->progress);
    for (size_t i = 0; i < all->n; i++) {
        const struct round *round =
            decided_is_of(d, row, &all->v[i]) ? resolution_round(&all->v[i], d->frame.s.meeting.key) : NULL;

        if (round && round->progress.n) {
            str_add(out, out->len_bytes ? "\n" : "");
            form_outline(out, &round->progress);
        }
    }
}

/* ---- which lines -------------------------------------------------------------------------------------- */

static void add_row(struct decisions *d, const struct decided *row)
{
    d->rows[d->n++] = *row;
    d->n_decided += !row->heading;
}

/* Those of the meeting before, its sections' names above them. */
static enum status add_items(struct decisions *d, struct err *err)
{
    const struct meeting *before = &d->previous.meeting;
    int section = UNKNOWN;

    for (size_t i = 0; i < before->items.n; i++) {
        const struct item *item = &before->items.v[i];

        if (!item_decision(item))
            continue;
        if (item->section != section && item_is_matter(item)) {
            struct str name = STR_INIT;
            const char *heading;

            minutes_section_name(&d->previous, d->frame.style, item->section, &name);
            heading = str_failed(&name) ? NULL : arena_text(&d->arena, name.text, name.len_bytes);
            str_release(&name);
            if (!heading)
                return err_memory(err);
            add_row(d, &(struct decided){.heading = heading});
        }
        section = item->section;
        add_row(d, &(struct decided){.item = item});
    }
    return STATUS_OK;
}

/* What is gone through here all the same: nothing under tracking is left out. */
static void add_others(struct decisions *d)
{
    const size_t above = d->n;

    for (size_t i = 0; i < d->frame.tracked.n; i++) {
        const struct resolution *r = d->frame.tracked.v[i];
        bool listed = false;

        for (size_t k = 0; k < above && !listed; k++)
            listed = decided_is_of(d, &d->rows[k], r);
        if (listed)
            continue;
        if (d->n == above)
            add_row(d, &(struct decided){.heading = _("其他列管中的案")});
        add_row(d, &(struct decided){.tracked = r});
    }
}

enum status decisions_take(struct decisions *d, struct err *err)
{
    const struct meeting *now = &d->frame.s.meeting;
    size_t room = d->previous.meeting.items.n * 2 + d->frame.tracked.n + 1;
    enum status status;

    for (size_t i = 0; i < now->items.n; i++)
        room += now->items.v[i].prior.n;
    arena_release(&d->arena);
    d->n = d->n_decided = 0;
    d->rows = arena_take(&d->arena, room * sizeof *d->rows);
    if (!d->rows)
        return err_memory(err);
    for (size_t i = 0; i < now->items.n; i++)
        for (size_t k = 0; k < now->items.v[i].prior.n; k++)
            add_row(d, &(struct decided){.prior = &now->items.v[i].prior.v[k]});
    status = add_items(d, err);
    if (!status)
        add_others(d);
    return status;
}
