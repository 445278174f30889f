/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The agenda: items added, changed, moved, copied, removed. Once the agenda was sent its numbers
 * stand: items are added only at the end of a section, and withdrawn instead of removed.
 */
#include "core/cycle/desk.h"

#include "core/base/str.h"
#include "core/cycle/change.h"
#include "core/meeting/merge.h"

#include <stdlib.h>
#include <string.h>

static struct tree_place items_place(const struct snapshot *s)
{
    return change_place(s, &meeting_entity, s->meeting.row.id, "items");
}

static bool was_sent(const struct snapshot *s)
{
    return meeting_milestone(&s->meeting, STEP_SENT) != NULL;
}

static size_t place_of(const struct snapshot *s, int64_t item_id)
{
    for (size_t i = 0; i < s->meeting.items.n; i++)
        if (s->meeting.items.v[i].row.id == item_id)
            return i;
    return s->meeting.items.n;
}

/* One past the last item of the section; where it has none, before the first of a later section. */
static size_t section_end(const struct snapshot *s, int section)
{
    size_t at = 0;

    for (size_t i = 0; i < s->meeting.items.n; i++)
        if (s->meeting.items.v[i].section <= section)
            at = i + 1;
    return at;
}

/* A stored row that stands for its section and says nothing, or 無. */
static bool is_placeholder(const struct item *item)
{
    return item->row.id && !item->title && item->section >= SECTION_REPORT &&
           item->section <= SECTION_MOTION && !item->abridged && item->content == UNKNOWN &&
           !item->explanation.n && !item->proposal.n && !item->tables.n && !item->statements.n &&
           !item->decision.n;
}

/* Such a row goes when the section gets an item. */
static struct list without_placeholder(struct list items, int section)
{
    const struct item *v = items.v;

    for (size_t i = 0; i < items.n; i++)
        if (v[i].section == section && is_placeholder(&v[i]))
            return list_without(&item_entity, items, i);
    return list_without(&item_entity, items, items.n);
}

static enum status insert_item(struct db *db, const struct snapshot *s, struct item *wanted, size_t at,
                               struct err *err)
{
    const struct tree_place place = items_place(s);
    const struct list items = AS_LIST(s->meeting.items);
    struct list grown = list_insert(&item_entity, items, at, wanted), kept;
    char made[24];

    if (!grown.v)
        return err_memory(err);
    if (!wanted->key) {
        next_key(&item_entity, items, entity_field(&item_entity, "key"), "i", 1, made, sizeof made);
        ((struct item *)grown.v)[at].key = made;
    }
    kept = without_placeholder(grown, wanted->section);
    free(grown.v);
    return change_list(db, &place, &item_entity, items, kept, err);
}

/* The id of the item that stands last in the journal's eyes: the one just inserted. */
static enum status last_id(struct db *db, int64_t meeting_id, int64_t *id, struct err *err)
{
    struct stmt *stmt = NULL;
    enum status status =
        stmt_begin(db, &stmt, "SELECT id FROM item WHERE meeting_id = $1 ORDER BY id DESC LIMIT 1", err);

    if (status)
        return status;
    stmt_int(stmt, 1, meeting_id);
    status = stmt_step(stmt, err);
    if (status == STATUS_OK)
        *id = stmt_column_int(stmt, 0);
    stmt_done(stmt);
    return status == STATUS_NO ? STATUS_OK : status;
}

enum status item_add(struct db *db, const struct stamp *stamp, const struct snapshot *s, struct item *wanted,
                     int64_t before, int64_t *id, struct err *err)
{
    size_t at = before ? place_of(s, before) : section_end(s, wanted->section);
    enum status status;

    if (before && was_sent(s))
        return err_set(err, STATUS_NO, CODE_ITEM_SENT_ORDER, NULL, NULL, NULL);
    status = change_begin(db, stamp, s, err);
    if (status)
        return status;
    status = insert_item(db, s, wanted, at, err);
    if (!status)
        status = last_id(db, s->meeting.row.id, id, err);
    return write_end(db, status, err);
}

enum status item_save(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                      const struct item *old, struct item *wanted, struct err *err)
{
    enum status status;

    wanted->row.position = old->row.position;
    status = change_begin(db, stamp, s, err);
    if (status)
        return status;
    status =
        change_row(db, stamp, s, &meeting_entity, s->meeting.row.id, "items", &item_entity, old, wanted, err);
    if (!status && wanted->recused.v != old->recused.v) /* who left for this item does not count for it */
        status = decisions_recount(db, s->meeting.row.id, err);
    return write_end(db, status, err);
}

/* The neighbour in the same section; the list's length when there is none. */
static size_t neighbour(const struct snapshot *s, size_t at, int by)
{
    const struct item *v = s->meeting.items.v;
    const size_t n = s->meeting.items.n;

    for (size_t i = at; by < 0 ? i > 0 : i + 1 < n;) {
        i = by < 0 ? i - 1 : i + 1;
        if (v[i].section == v[at].section)
            return i;
    }
    return n;
}

enum status item_move(struct db *db, const struct stamp *stamp, const struct snapshot *s, int64_t item_id,
                      int by, struct err *err)
{
    const struct tree_place place = items_place(s);
    size_t at = place_of(s, item_id), to;
    enum status status;

    if (at == s->meeting.items.n)
        return err_set(err, STATUS_MISSING, CODE_NONE, NULL, NULL, NULL);
    if (was_sent(s))
        return err_set(err, STATUS_NO, CODE_ITEM_SENT_ORDER, NULL, NULL, NULL);
    to = neighbour(s, at, by);
    if (to == s->meeting.items.n)
        return err_set(err, STATUS_NO, CODE_NONE, NULL, NULL, NULL);
    status = change_begin(db, stamp, s, err);
    if (status)
        return status;
    status = change_list(db, &place, &item_entity, AS_LIST(s->meeting.items),
                         list_moved(&item_entity, AS_LIST(s->meeting.items), at, to), err);
    return write_end(db, status, err);
}

enum status item_remove(struct db *db, const struct stamp *stamp, const struct snapshot *s, int64_t item_id,
                        struct err *err)
{
    const struct tree_place place = items_place(s);
    const struct item *item = meeting_item_by_id(&s->meeting, item_id);
    enum status status;
    size_t from = 0;

    if (!item)
        return err_set(err, STATUS_MISSING, CODE_NONE, NULL, NULL, NULL);
    if (merge_next(&s->meeting, item->key, &from))
        return err_set(err, STATUS_NO, CODE_MERGE_HOLDS, NULL, item->title, NULL);
    if (item->statements.n || item->decision.n || item->vote.n)
        return err_set(err, STATUS_NO, CODE_ITEM_HAS_RECORD, NULL, item->title, NULL);
    if (was_sent(s) && item->title)
        return err_set(err, STATUS_NO, CODE_ITEM_SENT_REMOVE, NULL, item->title, NULL);
    status = change_begin(db, stamp, s, err);
    if (status)
        return status;
    status = change_list(db, &place, &item_entity, AS_LIST(s->meeting.items),
                         list_without(&item_entity, AS_LIST(s->meeting.items), place_of(s, item_id)), err);
    return write_end(db, status, err);
}

/* The ids below a copy are nobody's: cleared in the copies of the lists that the caller's arena holds. */
static enum status clear_ids(const struct entity *e, struct list *list, struct arena *arena, struct err *err)
{
    char *rows = arena_take(arena, list->n * e->size);

    if (!rows)
        return err_memory(err);
    if (list->n)
        memcpy(rows, list->v, list->n * e->size);
    for (size_t i = 0; i < list->n; i++) {
        void *row = rows + i * e->size;

        memset(row, 0, sizeof(struct row));
        for (size_t k = 0; k < e->n_fields; k++) {
            const struct field *field = &e->fields[k];
            struct list below;

            if (field->type != FIELD_LIST)
                continue;
            below = field_list(field, row);
            if (clear_ids(field->child, &below, arena, err))
                return STATUS_MEMORY;
            field_set_list(field, row, below);
        }
    }
    *list = (struct list){rows, list->n};
    return STATUS_OK;
}

enum status item_copy_matter(const struct item *item, struct item *copy, struct arena *arena, struct err *err)
{
    static const char *const kept[] = {"explanation", "proposal", "tables", "attachments"};

    entity_defaults(&item_entity, copy);
    copy->section = item->section;
    copy->topic = item->topic;
    copy->title = item->title;
    copy->unit = item->unit;
    copy->proposer = item->proposer;
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
        const struct field *field = entity_field(&item_entity, kept[i]);
        struct list list = field_list(field, item);

        if (clear_ids(field->child, &list, arena, err))
            return STATUS_MEMORY;
        field_set_list(field, copy, list);
    }
    return STATUS_OK;
}

enum status item_copy(struct db *db, const struct stamp *stamp, const struct snapshot *s,
                      const struct snapshot *from, int64_t item_id, int64_t *id, struct err *err)
{
    const struct item *item = meeting_item_by_id(&from->meeting, item_id);
    struct arena arena = ARENA_INIT;
    struct item copy;
    enum status status;

    if (!item)
        return err_set(err, STATUS_MISSING, CODE_NONE, NULL, NULL, NULL);
    status = item_copy_matter(item, &copy, &arena, err);
    if (!status)
        status = item_add(db, stamp, s, &copy, 0, id, err);
    arena_release(&arena);
    return status;
}
