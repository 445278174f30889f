/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is typed and not stored yet, and what others see of it: each begins without an open database.
 */
#include "db/live.h"
#include "tests/torture/faults/cases.h"

#define PLACE "text:1:2"

/* Characters typed, the last of them synced; another place is given up. */
static enum status run_typing(struct office *o, uint64_t *figure, struct err *err)
{
    struct draft_file *draft = NULL;
    enum status status = office_open(o, err);
    int64_t serial;

    (void)figure;
    if (status == STATUS_OK)
        status = draft_open(&draft, o->drafts, db_uuid(o->db), err);
    for (size_t n = 1; status == STATUS_OK && n <= 5; n++)
        status = draft_put(draft, PLACE, "12345", n, n, office_stamp.when, &serial, err);
    if (status == STATUS_OK)
        status = draft_put(draft, "given:up", "x", 1, 1, office_stamp.when, NULL, err);
    if (status == STATUS_OK)
        status = draft_drop(draft, "given:up", err);
    if (status == STATUS_OK)
        status = draft_sync(draft, err);
    draft_close(draft);
    return status;
}

static void verify_typing(struct office *o, enum status status, struct str *out)
{
    struct draft_orphan *found = NULL;
    struct err err = {0};
    size_t n = 0, whole = 0;

    verify_same(o, status, out);
    if (out->len_bytes)
        return;
    if (draft_orphans(o->db, o->drafts, &found, &n, &err) != STATUS_OK)
        str_printf(out, "drafts cannot be read: code %d", (int)err.code);
    for (size_t i = 0; i < n; i++)
        if (text_same(found[i].place, PLACE) && found[i].len_bytes == 5)
            whole++;
    if (status == STATUS_OK && (n != 1 || whole != 1))
        str_printf(out, "%zu drafts of which %zu is whole", n, whole);
    draft_orphans_free(found, n);
}

/* Typed, then found by the next session, stored with the change, and dropped. */
static enum status run_orphan(struct office *o, uint64_t *figure, struct err *err)
{
    struct draft_orphan *found = NULL;
    size_t n = 0;
    enum status status = run_typing(o, figure, err);

    if (status == STATUS_OK)
        status = draft_orphans(o->db, o->drafts, &found, &n, err);
    if (status == STATUS_OK && n == 1) {
        status = write_begin(o->db, &office_stamp, err);
        if (status == STATUS_OK) {
            status = db_setting_put(o->db, "typed", found->text, err);
            if (status == STATUS_OK)
                status = draft_mark_stored(o->db, found->session, found->place, found->serial, err);
            status = write_end(o->db, status, err);
        }
        if (status == STATUS_OK)
            status = draft_orphan_drop(o->drafts, db_uuid(o->db), found, err);
    }
    draft_orphans_free(found, n);
    return status;
}

/* In the database or offered again: in one of them, once it was there whole. */
static void verify_orphan(struct office *o, enum status status, struct str *out)
{
    struct draft_orphan *found = NULL;
    const char *typed = NULL;
    size_t n = 0;

    verify_same(o, status, out);
    if (out->len_bytes)
        return;
    if (draft_orphans(o->db, o->drafts, &found, &n, NULL) != STATUS_OK ||
        db_setting(o->db, "typed", &typed, NULL) != STATUS_OK)
        str_add(out, "cannot be read");
    else if (typed && (n || !text_same(typed, "12345")))
        str_add(out, "stored and still offered");
    else if (status == STATUS_OK && !typed &&
             !n) /* one that could not be read just now is offered next time */
        str_add(out, "is neither stored nor offered");
    draft_orphans_free(found, n);
}

/* Nothing of it is needed, so nothing that fails in it is told: it must only do no harm. */
static enum status run_live(struct office *o, uint64_t *figure, struct err *err)
{
    enum status status = office_open(o, err);
    struct live *here, *there;

    (void)figure;
    if (status != STATUS_OK)
        return status;
    here = live_open(o->db, "何筆");
    there = live_open(o->db, "夏侯潮");
    if (there)
        live_say(there, "text:1:2", "雨量", 1700000000);
    if (here)
        (void)live_others(here, 1700000001, &o->arena);
    live_close(there);
    live_close(here);
    return STATUS_OK;
}

const struct fault_case draft_cases[] = {
    {"typing", true, run_typing, verify_typing},
    {"orphan", true, run_orphan, verify_orphan},
    {"live", true, run_live, verify_same},
};
const size_t n_draft_cases = COUNT(draft_cases);
