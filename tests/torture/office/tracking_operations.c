/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Operations on several tracked decisions at once: forms that come back, and ruling on the rest as
 * recommended.
 */
#include "core/cycle/collect.h"
#include "core/cycle/kin_desk.h"
#include "core/cycle/ruling.h"
#include "core/tracking/kin.h"
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
    /* files that are no CSV come first, and are refused */
    if (status == STATUS_OK)
        status = csv_read("bad.csv", "\"", 1, &o->arena, &csv, err);
    if (status == STATUS_BAD)
        status = csv_read_big5("big5.csv", "\xff", 1, &o->arena, &csv, err);
    if (status == STATUS_BAD)
        status = csv_read_big5("big5.csv", "\xae\xd7\xb8\xb9", 4, &o->arena, &csv, err);
    if (status == STATUS_OK)
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

/* The other one's links are looked at as well. */
enum status run_resolution_split(struct office *o, struct err *err)
{
    const struct resolution *r = resolution_find(&o->s.resolutions, "111-2-02");
    struct outline parts[2];
    struct outline *points;
    const bool *marks;
    const char **keys;
    struct kins kins;
    size_t n;
    enum status status;

    if (!r || !resolution_open(r))
        return STATUS_NO;
    status = instruction_parts(&r->instruction, &o->arena, &points, &n, err);
    if (status == STATUS_OK)
        status = kin_before(&o->s.resolutions, r, &o->arena, &marks, err);
    if (status == STATUS_OK)
        status = kin_of(&o->s.resolutions, r, &o->arena, &kins, err);
    if (status != STATUS_OK)
        return status;
    parts[0] = parts[1] = points[0];
    return resolution_split(o->db, &office_stamp, &o->s, r, parts, 2, &o->arena, &keys, err);
}

/* It is released first, in the same change set. */
enum status run_resolution_again(struct office *o, struct err *err)
{
    const struct resolution *r = resolution_find(&o->s.resolutions, "111-2-02");
    const char *key;
    struct round wanted;
    enum status status;

    if (!r || resolution_round(r, o->s.meeting.key) || !resolution_open(r))
        return STATUS_NO;
    status = write_begin(o->db, &office_stamp, err);
    if (status != STATUS_OK)
        return status;
    entity_defaults(&round_entity, &wanted);
    wanted.ruling = RULING_RELEASE;
    status = round_save(o->db, &office_stamp, &o->s, r, &wanted, err);
    if (status == STATUS_OK)
        status = office_load(o, NEXT, err);
    if (status == STATUS_OK)
        status = resolution_again(o->db, &office_stamp, &o->s, resolution_find(&o->s.resolutions, "111-2-02"),
                                  &o->arena, &key, err);
    return write_end(o->db, status, err);
}
