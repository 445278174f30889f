/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Operations on several tracked decisions at once: forms that come back, and ruling on the rest as
 * recommended.
 */
#include "core/cycle/collect.h"
#include "core/cycle/ruling.h"
#include "tests/torture/office/operations.h"

#include <string.h>

/* A cell as one paragraph. */
static enum status one_paragraph(const char *text, struct arena *arena, struct outline *out, struct err *err)
{
    out->n = 1;
    out->v = arena_take(arena, sizeof *out->v);
    if (!out->v)
        return err_memory(err);
    entity_defaults(&node_entity, out->v);
    out->v->text = text;
    return STATUS_OK;
}

enum status run_collect(struct office *o, struct err *err)
{
    struct str file = STR_INIT;
    struct collection *found = arena_take(&o->arena, sizeof *found);
    struct form form;
    struct csv csv;
    enum status status = found ? STATUS_OK : err_memory(err);

    str_add(&file, "案號,會議,單位,辦理情形,列管建議\n");
    str_printf(&file, "111-2-01,%s,河川司,\"已校核四十站。\",繼續列管\n", o->s.meeting.key);
    str_printf(&file, "111-2-02,%s,資訊處,辦理中,\n", o->s.meeting.key);
    if (status == STATUS_OK && str_failed(&file))
        status = err_memory(err);
    /* a file that is no CSV comes first, and is refused */
    if (status == STATUS_OK)
        status = csv_read("bad.csv", "\"", 1, &o->arena, &csv, err);
    if (status == STATUS_BAD)
        status = csv_read("form.csv", file.text, file.len_bytes, &o->arena, &csv, err);
    if (status == STATUS_OK)
        status = form_read("form.csv", &csv, &o->arena, &form, err);
    if (status == STATUS_OK)
        status = collect_check(&o->s, &form, 1, "2024-05-01", one_paragraph, &o->arena, found, err);
    if (status == STATUS_OK)
        status = collect_store(o->db, &office_stamp, &o->s, found, &o->arena, err);
    str_release(&file);
    return status;
}

/* A recommendation first, in the same change set. */
enum status run_rest_rule(struct office *o, struct err *err)
{
    struct tracked tracked;
    struct round wanted;
    struct rest rest;
    enum status status = write_begin(o->db, &office_stamp, err);

    if (status != STATUS_OK)
        return status;
    entity_defaults(&round_entity, &wanted);
    wanted.recommendation = RULING_RELEASE;
    status =
        round_save(o->db, &office_stamp, &o->s, resolution_find(&o->s.resolutions, "111-2-01"), &wanted, err);
    if (status == STATUS_OK)
        status = office_load(o, NEXT, err);
    if (status == STATUS_OK)
        status = tracked_of(&o->s, &o->arena, &tracked, err);
    if (status == STATUS_OK)
        status = rest_find(&o->s, &tracked, &o->arena, &rest, err);
    if (status == STATUS_OK)
        status = rest_rule(o->db, &office_stamp, &o->s, &rest, err);
    return write_end(o->db, status, err);
}
