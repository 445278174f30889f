/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loading trees: a query for each table, then every row is hung under its owner.
 */
#include "db/tree.h"

#include "db/tree_sql.h"

#include <stdlib.h>
#include <string.h>

enum { TABLES_MAX = 40 };

/* What was read of one table. */
struct loaded {
    const struct entity *entity;
    const struct entity *owner; /* whose list holds its rows; NULL: several tables */
    char *rows;
    bool in_arena; /* which owns the rows now */
    size_t n, room;
    const char **owners, **fields; /* per row, where several tables may own one */
    struct row **by_id;
};
struct loading {
    struct loaded table[TABLES_MAX];
    size_t n;
};

static struct loaded *find_entity(struct loading *loading, const struct entity *entity)
{
    for (size_t i = 0; i < loading->n; i++)
        if (loading->table[i].entity == entity)
            return &loading->table[i];
    return NULL;
}

static struct loaded *find_table(struct loading *loading, const char *name)
{
    for (size_t i = 0; i < loading->n; i++)
        if (strcmp(loading->table[i].entity->table, name) == 0)
            return &loading->table[i];
    return NULL;
}

/* ENTITY and all below it, each once. */
static void collect(struct loading *loading, const struct entity *entity, const struct entity *owner)
{
    if (find_entity(loading, entity) || loading->n == TABLES_MAX)
        return;
    loading->table[loading->n++] =
        (struct loaded){.entity = entity, .owner = entity->owner_column ? owner : NULL};
    for (size_t i = 0; i < entity->n_fields; i++)
        if (entity->fields[i].type == FIELD_LIST)
            collect(loading, entity->fields[i].child, entity);
}

static void *grown(void *old, size_t n, size_t size)
{
    return n <= SIZE_MAX / size ? realloc(old, n * size) : NULL;
}

static bool room_for_one(struct loaded *t)
{
    size_t room = t->room ? t->room * 2 : 16;
    void *rows, *owners, *fields;

    if (t->n < t->room)
        return true;
    rows = grown(t->rows, room, t->entity->size);
    if (rows)
        t->rows = rows;
    owners = grown(t->owners, room, sizeof *t->owners);
    if (owners)
        t->owners = owners;
    fields = grown(t->fields, room, sizeof *t->fields);
    if (fields)
        t->fields = fields;
    if (!rows || !owners || !fields)
        return false;
    t->room = room;
    return true;
}

/* The same text as the row before is kept once. */
static const char *kept(struct arena *arena, const char *text, const char *before)
{
    if (!text) /* the column is never null: there was no memory for it */
        return NULL;
    return before && strcmp(before, text) == 0 ? before : arena_text(arena, text, strlen(text));
}

static enum status read_row(struct loaded *t, struct stmt *stmt, struct arena *arena, struct err *err)
{
    bool shared = !t->entity->owner_column;
    void *row;

    if (!room_for_one(t))
        return err_memory(err);
    row = t->rows + t->n * t->entity->size;
    if (tree_read(t->entity, stmt, arena, row, err))
        return STATUS_MEMORY;
    t->owners[t->n] = t->fields[t->n] = NULL;
    if (shared) {
        t->owners[t->n] = kept(arena, stmt_column_text(stmt, TREE_OWNER), t->n ? t->owners[t->n - 1] : NULL);
        t->fields[t->n] = kept(arena, stmt_column_text(stmt, TREE_FIELD), t->n ? t->fields[t->n - 1] : NULL);
        if (!t->owners[t->n] || !t->fields[t->n])
            return err_memory(err);
    }
    t->n++;
    return STATUS_OK;
}

static enum status read_table(struct db *db, struct loaded *t, const char *where, const char *within,
                              int64_t id, struct arena *arena, struct err *err)
{
    struct stmt *stmt = NULL;
    enum status status = tree_select(db, t->entity, where, within, &stmt, err);
    void *rows;

    if (status)
        return status;
    stmt_int(stmt, 1, id);
    while ((status = stmt_step(stmt, err)) == STATUS_OK)
        if ((status = read_row(t, stmt, arena, err)))
            break;
    stmt_done(stmt);
    if (status != STATUS_NO)
        return status;
    rows = arena_take(arena, t->n * t->entity->size);
    if (!rows)
        return err_memory(err);
    if (t->n)
        memcpy(rows, t->rows, t->n * t->entity->size);
    free(t->rows);
    t->rows = rows;
    t->in_arena = true;
    return STATUS_OK;
}

static int compare_ids(const void *a, const void *b)
{
    int64_t x = (*(struct row *const *)a)->id, y = (*(struct row *const *)b)->id;

    return (x > y) - (x < y);
}

static enum status index_rows(struct loaded *t, struct err *err)
{
    t->by_id = calloc(t->n + 1, sizeof *t->by_id);
    if (!t->by_id)
        return err_memory(err);
    for (size_t i = 0; i < t->n; i++)
        t->by_id[i] = (struct row *)(void *)(t->rows + i * t->entity->size);
    qsort(t->by_id, t->n, sizeof *t->by_id, compare_ids);
    return STATUS_OK;
}

static struct row *row_by_id(const struct loaded *t, int64_t id)
{
    struct row wanted = {.id = id}, *key = &wanted, **found;

    found = bsearch(&key, t->by_id, t->n, sizeof *t->by_id, compare_ids);
    return found ? *found : NULL;
}

/* The list of OWNER's table that holds T's rows whose field is NAME (NULL: the only one). */
static const struct field *list_field(const struct entity *owner, const struct entity *child,
                                      const char *name)
{
    for (size_t i = 0; i < owner->n_fields; i++) {
        const struct field *field = &owner->fields[i];

        if (field->type == FIELD_LIST && field->child == child && (!name || strcmp(field->column, name) == 0))
            return field;
    }
    return NULL;
}

static bool same_place(const struct loaded *t, size_t i, size_t j)
{
    const struct row *a = (const void *)(t->rows + i * t->entity->size);
    const struct row *b = (const void *)(t->rows + j * t->entity->size);

    return a->owner_id == b->owner_id && t->owners[i] == t->owners[j] && t->fields[i] == t->fields[j];
}

/* Hang runs of rows under their owners. A row whose owner was not loaded belongs elsewhere. */
static void hang(struct loading *loading, struct loaded *t)
{
    for (size_t i = 0, j; i < t->n; i = j) {
        const struct row *first = (const void *)(t->rows + i * t->entity->size);
        struct loaded *owner =
            t->owners[i] ? find_table(loading, t->owners[i]) : find_entity(loading, t->owner);
        const struct field *field = owner ? list_field(owner->entity, t->entity, t->fields[i]) : NULL;
        struct row *row = field ? row_by_id(owner, first->owner_id) : NULL;

        for (j = i + 1; j < t->n && same_place(t, i, j); j++)
            ;
        if (row)
            field_set_list(field, row, (struct list){t->rows + i * t->entity->size, j - i});
    }
}

static void loading_release(struct loading *loading)
{
    for (size_t i = 0; i < loading->n; i++) {
        struct loaded *t = &loading->table[i];

        if (!t->in_arena)
            free(t->rows);
        free(t->owners);
        free(t->fields);
        free(t->by_id);
    }
}

/* The column that tells the committee's rows below ROOT from those below something else, where TABLE has
 * both. */
static const char *scope_within(const struct entity *root, const struct entity *table)
{
    unsigned others = table->scopes & ~(unsigned)SCOPE_COMMITTEE;

    return (others & root->opens) && (others & ~root->opens) ? tree_scope_column(root->opens) : NULL;
}

enum status tree_load(struct db *db, const struct entity *entity, enum tree_by by, int64_t id,
                      struct arena *arena, struct list *out, struct err *err)
{
    struct loading loading = {.n = 0};
    const char *scope = by == TREE_BY_COMMITTEE ? "committee_id" : tree_scope_column(entity->opens);
    enum status status = STATUS_OK;

    *out = (struct list){NULL, 0};
    collect(&loading, entity, NULL);
    for (size_t i = 0; i < loading.n && !status; i++) {
        const char *where = i == 0 && by == TREE_BY_ID ? "id" : scope;
        const char *within = by == TREE_BY_COMMITTEE ? scope_within(entity, loading.table[i].entity) : NULL;

        status = read_table(db, &loading.table[i], where, within, id, arena, err);
        if (!status)
            status = index_rows(&loading.table[i], err);
    }
    for (size_t i = 1; i < loading.n && !status; i++)
        hang(&loading, &loading.table[i]);
    if (!status)
        *out = (struct list){loading.table[0].rows, loading.table[0].n};
    loading_release(&loading);
    return status;
}
