/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Making the public copy: rows of the public columns, then what is not a matter of columns.
 */
#include "core/publish/public_parts.h"

#include "core/base/str.h"
#include "core/meeting/disclosure.h"

#include <string.h>

/* ---- rows ------------------------------------------------------------------------------------ */

static enum status copy_list(const struct entity *e, struct list from, struct arena *arena, struct list *to,
                             struct err *err);

static enum status copy_field(const struct field *field, const void *from, struct arena *arena, void *to,
                              struct err *err)
{
    enum status status = STATUS_OK;

    if (field->type == FIELD_LIST) {
        struct list list = {NULL, 0};

        status = copy_list(field->child, field_list(field, from), arena, &list, err);
        field_set_list(field, to, list);
    } else if (field->type == FIELD_SHARE) {
        field_set_share(field, to, field_share(field, from));
    } else if (field_is_text(field)) {
        field_set_text(field, to, field_text(field, from));
    } else {
        field_set_int(field, to, field_int(field, from));
    }
    return status;
}

enum status public_row(const struct entity *e, const void *from, struct arena *arena, void *to,
                       struct err *err)
{
    enum status status = STATUS_OK;

    entity_defaults(e, to);
    memcpy(to, from, sizeof(struct row));
    for (size_t i = 0; i < e->n_fields && !status; i++)
        if (field_publicity(e, &e->fields[i]) == PUBLICITY_PUBLIC)
            status = copy_field(&e->fields[i], from, arena, to, err);
    return status;
}

static enum status copy_list(const struct entity *e, struct list from, struct arena *arena, struct list *to,
                             struct err *err)
{
    enum status status = STATUS_OK;
    char *rows = arena_take(arena, from.n * e->size);

    if (!rows)
        return err_memory(err);
    for (size_t i = 0; i < from.n && !status; i++)
        status = public_row(e, (const char *)from.v + i * e->size, arena, rows + i * e->size, err);
    *to = (struct list){rows, from.n};
    return status;
}

/* ---- the meeting ----------------------------------------------------------------------------- */

static void drop_ballots(struct meeting *meeting)
{
    for (size_t i = 0; i < meeting->items.n; i++) {
        struct item *item = &meeting->items.v[i];

        for (size_t k = 0; k < item->vote.n; k++)
            if (item->vote.v[k].method != VOTE_ROLLCALL)
                item->vote.v[k].ballots.n = 0;
    }
}

static enum status copy_meeting(const struct meeting *from, struct arena *arena, struct meeting *to,
                                struct err *err)
{
    struct meeting spoken;
    enum status status = meeting_for_public(from, arena, &spoken, err);

    if (!status)
        status = public_row(&meeting_entity, &spoken, arena, to, err);
    if (!status)
        drop_ballots(to);
    return status;
}

/* A style of somebody's own is called by its place on his disk. */
static void drop_path(struct committee *committee)
{
    if (committee->paper && strpbrk(committee->paper, "/."))
        committee->paper = NULL;
}

/* ---- members --------------------------------------------------------------------------------- */

struct naming {
    const struct members *members;
    bool *named;
};

/* Every reference to a member in ROW and below. */
static void name_row(struct naming *naming, const struct entity *e, const void *row)
{
    for (size_t i = 0; i < e->n_fields; i++) {
        const struct field *field = &e->fields[i];

        if (field->type == FIELD_LIST) {
            const struct list list = field_list(field, row);

            for (size_t k = 0; k < list.n; k++)
                name_row(naming, field->child, (const char *)list.v + k * field->child->size);
        } else if (field->type == FIELD_REF && field->to == TARGET_MEMBER) {
            for (size_t k = 0; field_text(field, row) && k < naming->members->n; k++)
                naming->named[k] |= text_same(naming->members->v[k].key, field_text(field, row));
        }
    }
}

/* Whoever is named nowhere in the copy is left out, whatever he said behind closed doors. */
static enum status copy_members(const struct snapshot *from, struct public_copy *to, struct err *err)
{
    const struct members *all = &from->members;
    struct naming naming = {all, arena_take(&to->arena, all->n * sizeof *naming.named)};
    struct member *v = arena_take(&to->arena, all->n * sizeof *v);
    enum status status = naming.named && v ? STATUS_OK : err_memory(err);

    if (status)
        return status;
    name_row(&naming, &meeting_entity, &to->s.meeting);
    for (size_t i = 0; i < all->n && !status; i++)
        if (naming.named[i])
            status = public_row(&member_entity, &all->v[i], &to->arena, &v[to->s.members.n++], err);
    to->s.members.v = v;
    return status;
}

/* ---- files ----------------------------------------------------------------------------------- */

enum { NAME_BYTES = 160 };

/* "attachments/03.盤點表.pdf": no directory of anybody's disk, nothing that another system cannot hold. */
static const char *package_name(struct arena *arena, size_t number, const char *file)
{
    const char *slash = strrchr(file, '/'), *base = slash ? slash + 1 : file;
    const size_t len = strlen(base);
    char *name;

    while (strchr(base, '\\'))
        base = strchr(base, '\\') + 1;
    if (len > NAME_BYTES) { /* the end tells the type */
        base += len - NAME_BYTES;
        while ((*base & 0xC0) == 0x80)
            base++;
    }
    name = arena_printf(arena, "attachments/%02zu.%s", number, *base ? base : "file");
    for (char *p = name ? name + strlen("attachments/") : NULL; p && *p; p++)
        if (strchr(":*?\"<>|", *p) || (unsigned char)*p < 0x20)
            *p = '_';
    return name;
}

/* Those of the N rows V that have a file. */
static enum status take_files(struct public_copy *copy, struct attachment *v, size_t n,
                              const struct item *item, const struct resolution *resolution, struct err *err)
{
    for (size_t i = 0; i < n; i++) {
        struct attachment *a = &v[i];

        if (!a->file || !*a->file)
            continue;
        copy->attached[copy->n_attached++] = (struct attached){a, a->file, item, resolution};
        a->file = package_name(&copy->arena, copy->n_attached, a->file);
        if (!a->file)
            return err_memory(err);
    }
    return STATUS_OK;
}

static enum status take_attachments(struct public_copy *copy, struct err *err)
{
    const struct meeting *meeting = &copy->s.meeting;
    const struct resolutions *all = &copy->s.resolutions;
    enum status status = STATUS_OK;
    size_t room = 0;

    for (size_t i = 0; i < meeting->items.n; i++)
        room += meeting->items.v[i].attachments.n;
    for (size_t i = 0; i < all->n; i++)
        for (size_t k = 0; k < all->v[i].rounds.n; k++)
            room += all->v[i].rounds.v[k].attachments.n;
    copy->attached = arena_take(&copy->arena, room * sizeof *copy->attached);
    if (!copy->attached)
        return err_memory(err);
    for (size_t i = 0; i < meeting->items.n && !status; i++)
        status = take_files(copy, meeting->items.v[i].attachments.v, meeting->items.v[i].attachments.n,
                            &meeting->items.v[i], NULL, err);
    for (size_t i = 0; i < all->n; i++)
        for (size_t k = 0; k < all->v[i].rounds.n && !status; k++)
            status = take_files(copy, all->v[i].rounds.v[k].attachments.v,
                                all->v[i].rounds.v[k].attachments.n, NULL, &all->v[i], err);
    return status;
}

/* ---- the whole ------------------------------------------------------------------------------- */

/* Of the meeting before no more than a table of its decisions prints. */
static enum status copy_previous(const struct snapshot *from, struct public_copy *to, struct err *err)
{
    struct snapshot *s = &to->previous;
    struct meeting only = from->meeting;
    struct item *items = arena_take(&to->arena, only.items.n * sizeof *items);

    if (!items)
        return err_memory(err);
    for (size_t i = 0; i < only.items.n; i++) {
        const struct item *item = &from->meeting.items.v[i];

        entity_defaults(&item_entity, &items[i]);
        items[i].row = item->row;
        items[i].key = item->key;
        items[i].section = item->section;
        items[i].content = item->content;
        items[i].none = item->none;
        items[i].label = item->label;
        items[i].title = item->title;
        items[i].explanation = item->explanation;
        items[i].decision = item->decision;
    }
    only.items.v = items;
    only.observers.n = only.annexes.n = 0;
    *s = *from;
    s->arena = (struct arena)ARENA_INIT;
    s->amendments.n = 0;
    to->has_previous = true;
    return public_row(&meeting_entity, &only, &to->arena, &s->meeting, err);
}

static enum status copy_amendments(struct public_copy *to, struct err *err)
{
    struct amendments *all = &to->s.amendments;
    struct amendment *v = arena_take(&to->arena, all->n * sizeof *v);

    if (!v)
        return err_memory(err);
    if (all->n)
        memcpy(v, all->v, all->n * sizeof *v);
    all->v = v;
    return STATUS_OK;
}

enum status public_copy_make(const struct snapshot *s, const struct snapshot *previous,
                             struct public_copy *out, struct err *err)
{
    enum status status;

    *out = (struct public_copy){.arena = ARENA_INIT, .s = *s, .previous = SNAPSHOT_INIT};
    out->s.arena = (struct arena)ARENA_INIT;
    out->s.resolutions = (struct resolutions){NULL, 0};
    out->s.members = (struct members){NULL, 0};
    status = public_row(&committee_entity, &s->committee, &out->arena, &out->s.committee, err);
    if (!status)
        status = copy_meeting(&s->meeting, &out->arena, &out->s.meeting, err);
    if (!status)
        status = public_resolutions(s, previous, out, err);
    if (!status)
        status = copy_members(s, out, err);
    if (!status)
        status = copy_amendments(out, err);
    if (!status)
        status = take_attachments(out, err);
    if (!status && previous)
        status = copy_previous(previous, out, err);
    drop_path(&out->s.committee);
    if (status)
        public_copy_release(out);
    return status;
}

enum status public_copy_again(const struct public_copy *copy, struct public_copy *out, struct err *err)
{
    struct list members = {NULL, 0}, resolutions = {NULL, 0};
    enum status status;

    *out = (struct public_copy){.arena = ARENA_INIT, .s = copy->s, .previous = SNAPSHOT_INIT};
    status = public_row(&meeting_entity, &copy->s.meeting, &out->arena, &out->s.meeting, err);
    if (!status)
        status = copy_list(&member_entity, (struct list){copy->s.members.v, copy->s.members.n}, &out->arena,
                           &members, err);
    if (!status)
        status = copy_list(&resolution_entity, (struct list){copy->s.resolutions.v, copy->s.resolutions.n},
                           &out->arena, &resolutions, err);
    out->s.members = (struct members){members.v, members.n};
    out->s.resolutions = (struct resolutions){resolutions.v, resolutions.n};
    if (status)
        public_copy_release(out);
    return status;
}

void public_copy_release(struct public_copy *copy)
{
    arena_release(&copy->arena);
    *copy = (struct public_copy){.arena = ARENA_INIT, .s = SNAPSHOT_INIT, .previous = SNAPSHOT_INIT};
}
