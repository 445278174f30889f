/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SQL for one table, made from its description: names only, every value is bound.
 */
#include "db/tree_sql.h"

#include "core/base/str.h"

#include <stdio.h>
#include <string.h>

const char *tree_scope_column(unsigned scope)
{
    switch (scope) {
    case SCOPE_COMMITTEE:
        return "committee_id";
    case SCOPE_MEETING:
        return "meeting_id";
    case SCOPE_RESOLUTION:
        return "resolution_id";
    default:
        return NULL;
    }
}

/* The owner's column, where it is not one of the scopes' anyway. */
static bool owner_apart(const struct entity *e)
{
    if (!e->owner_column || !*e->owner_column)
        return false;
    for (unsigned scope = SCOPE_COMMITTEE; scope <= SCOPE_RESOLUTION; scope *= 2)
        if ((e->scopes & scope) && strcmp(e->owner_column, tree_scope_column(scope)) == 0)
            return false;
    return true;
}

static enum status begin(struct db *db, struct str *sql, struct stmt **out, struct err *err)
{
    enum status status = str_failed(sql) ? err_memory(err) : stmt_begin(db, out, sql->text, err);

    str_release(sql);
    return status;
}

enum status tree_select(struct db *db, const struct entity *e, const char *where, const char *within,
                        struct stmt **out, struct err *err)
{
    struct str sql = STR_INIT;
    const char *owner = e->owner_column ? e->owner_column : "owner_id";

    if (!*owner)
        owner = "id";
    str_printf(&sql, "SELECT id, ver, position, %s%s", owner, e->owner_column ? "" : ", owner, field");
    for (size_t i = 0; i < e->n_fields; i++)
        if (e->fields[i].type != FIELD_LIST) {
            str_add(&sql, ", ");
            str_add(&sql, e->fields[i].column);
        }
    str_printf(&sql, " FROM %s WHERE %s = $1", e->table, where);
    if (within) /* > 0 and not IS NOT NULL, for which SQLite would not use the index */
        str_printf(&sql, " AND %s > 0", within);
    str_add(&sql, " ORDER BY ");
    str_add(&sql, e->owner_column ? "" : "owner, ");
    str_printf(&sql, "%s%s, position, id", owner, e->owner_column ? "" : ", field");
    return begin(db, &sql, out, err);
}

static void share_parse(const char *text, struct share *share)
{
    if (!text || sscanf(text, "%9d/%9d", &share->num, &share->den) != 2)
        *share = (struct share){0, 0};
}

static enum status read_field(const struct field *field, struct stmt *stmt, int column, struct arena *arena,
                              void *row, struct err *err)
{
    const char *text;

    if (stmt_column_null(stmt, column))
        return STATUS_OK;
    if (field->type == FIELD_CHOICE) {
        field_set_int(field, row, choice_find(field->choices, stmt_column_text(stmt, column)));
    } else if (field->type == FIELD_SHARE) {
        struct share share;

        share_parse(stmt_column_text(stmt, column), &share);
        field_set_share(field, row, share);
    } else if (field_is_int(field)) {
        field_set_int(field, row, (int)stmt_column_int(stmt, column));
    } else {
        text = stmt_column_text(stmt, column);
        text = text ? arena_text(arena, text, strlen(text)) : NULL;
        if (!text)
            return err_memory(err);
        field_set_text(field, row, text);
    }
    return STATUS_OK;
}

enum status tree_read(const struct entity *e, struct stmt *stmt, struct arena *arena, void *row,
                      struct err *err)
{
    struct row *head = row;
    int column = e->owner_column ? TREE_OWNER_ID + 1 : TREE_FIELD + 1;

    entity_defaults(e, row);
    for (size_t i = 0; i < e->n_fields; i++) /* a null is unknown, whatever a missing key would mean */
        if (e->fields[i].type == FIELD_INT || e->fields[i].type == FIELD_CHOICE ||
            e->fields[i].type == FIELD_TRI)
            field_set_int(&e->fields[i], row, UNKNOWN);
    head->id = stmt_column_int(stmt, TREE_ID);
    head->ver = stmt_column_int(stmt, TREE_VER);
    head->position = stmt_column_int(stmt, TREE_POSITION);
    head->owner_id = stmt_column_int(stmt, TREE_OWNER_ID);
    for (size_t i = 0; i < e->n_fields; i++)
        if (e->fields[i].type != FIELD_LIST && read_field(&e->fields[i], stmt, column++, arena, row, err))
            return STATUS_MEMORY;
    return STATUS_OK;
}

/* Bind the fields from PARAMETER on; a share's text lives in SHARES, four of them at most. */
struct share_texts {
    char text[4][24];
    size_t n;
};

static void bind_field(const struct field *field, struct stmt *stmt, int parameter, const void *row,
                       struct share_texts *shares)
{
    if (field->type == FIELD_SHARE) {
        struct share share = field_share(field, row);
        char *text = shares->text[shares->n++ % 4];

        (void)snprintf(text, sizeof shares->text[0], "%d/%d", share.num, share.den);
        stmt_text(stmt, parameter, share.den ? text : NULL);
    } else if (field_is_text(field)) {
        stmt_text(stmt, parameter, field_text(field, row));
    } else {
        int value = field_int(field, row);

        if (value == UNKNOWN)
            stmt_null(stmt, parameter);
        else if (field->type == FIELD_CHOICE)
            stmt_text(stmt, parameter, field->choices->codes[value]);
        else
            stmt_int(stmt, parameter, value);
    }
}

static void bind_fields(const struct entity *e, struct stmt *stmt, int parameter, const void *row,
                        struct share_texts *shares)
{
    for (size_t i = 0; i < e->n_fields; i++)
        if (e->fields[i].type != FIELD_LIST)
            bind_field(&e->fields[i], stmt, parameter++, row, shares);
}

static int field_columns(const struct entity *e)
{
    int n = 0;

    for (size_t i = 0; i < e->n_fields; i++)
        n += e->fields[i].type != FIELD_LIST;
    return n;
}

static void bind_scope(struct stmt *stmt, int parameter, int64_t id)
{
    if (id)
        stmt_int(stmt, parameter, id);
    else
        stmt_null(stmt, parameter);
}

static int bind_place(const struct entity *e, struct stmt *stmt, const struct tree_place *place)
{
    const int64_t ids[] = {place->committee, place->meeting, place->resolution};
    int parameter = 2;

    for (unsigned k = 0; k < 3; k++)
        if (e->scopes & (1u << k))
            bind_scope(stmt, parameter++, ids[k]);
    if (!e->owner_column) {
        stmt_text(stmt, parameter++, place->owner);
        stmt_int(stmt, parameter++, place->owner_id);
        stmt_text(stmt, parameter++, place->field);
    } else if (owner_apart(e)) {
        stmt_int(stmt, parameter++, place->owner_id);
    }
    return parameter;
}

static int name_place(const struct entity *e, struct str *sql)
{
    int n = 0;

    for (unsigned scope = SCOPE_COMMITTEE; scope <= SCOPE_RESOLUTION; scope *= 2)
        if (e->scopes & scope) {
            str_printf(sql, ", %s", tree_scope_column(scope));
            n++;
        }
    if (!e->owner_column) {
        str_add(sql, ", owner, owner_id, field");
        return n + 3;
    }
    if (owner_apart(e)) {
        str_printf(sql, ", %s", e->owner_column);
        n++;
    }
    return n;
}

enum status tree_insert(struct db *db, const struct entity *e, const struct tree_place *place, void *row,
                        struct err *err)
{
    struct str sql = STR_INIT;
    struct share_texts shares = {.n = 0};
    struct row *head = row;
    struct stmt *stmt = NULL;
    enum status status;
    int n;

    str_printf(&sql, "INSERT INTO %s (position", e->table);
    n = 1 + name_place(e, &sql) + field_columns(e);
    for (size_t i = 0; i < e->n_fields; i++)
        if (e->fields[i].type != FIELD_LIST)
            str_printf(&sql, ", %s", e->fields[i].column);
    str_add(&sql, ") VALUES ($1");
    for (int i = 2; i <= n; i++)
        str_printf(&sql, ", $%d", i);
    str_add(&sql, ") RETURNING id");
    status = begin(db, &sql, &stmt, err);
    if (status)
        return status;
    stmt_int(stmt, 1, head->position);
    bind_fields(e, stmt, bind_place(e, stmt, place), row, &shares);
    status = stmt_step(stmt, err);
    if (status == STATUS_OK) {
        head->id = stmt_column_int(stmt, 0);
        head->ver = 1;
        head->owner_id = place->owner_id;
        status = stmt_run(stmt, NULL, err); /* to its end, so that it counts as finished */
    }
    stmt_done(stmt);
    return status;
}

/* Run; where no row answered, somebody else changed or deleted it. */
static enum status run_on_one(struct stmt *stmt, const struct entity *e, int64_t id, struct err *err)
{
    int64_t changed = 0;
    enum status status = stmt_run(stmt, &changed, err);
    char number[24];

    stmt_done(stmt);
    if (status || changed == 1)
        return status;
    (void)snprintf(number, sizeof number, "%lld", (long long)id);
    return err_set(err, STATUS_CONFLICT, CODE_DB_CONFLICT, NULL, e->table, number);
}

enum status tree_update(struct db *db, const struct entity *e, void *row, struct err *err)
{
    struct str sql = STR_INIT;
    struct share_texts shares = {.n = 0};
    struct row *head = row;
    struct stmt *stmt = NULL;
    enum status status;
    int parameter = 3;

    str_printf(&sql, "UPDATE %s SET ver = ver + 1", e->table);
    for (size_t i = 0; i < e->n_fields; i++)
        if (e->fields[i].type != FIELD_LIST)
            str_printf(&sql, ", %s = $%d", e->fields[i].column, parameter++);
    str_add(&sql, " WHERE id = $1 AND ver = $2");
    status = begin(db, &sql, &stmt, err);
    if (status)
        return status;
    stmt_int(stmt, 1, head->id);
    stmt_int(stmt, 2, head->ver);
    bind_fields(e, stmt, 3, row, &shares);
    status = run_on_one(stmt, e, head->id, err);
    if (!status)
        head->ver++;
    return status;
}

/* Moving a row is no edit of it: its version stays. */
enum status tree_reposition(struct db *db, const struct entity *e, const struct row *row, struct err *err)
{
    struct str sql = STR_INIT;
    struct stmt *stmt = NULL;
    enum status status;

    str_printf(&sql, "UPDATE %s SET position = $2 WHERE id = $1", e->table);
    status = begin(db, &sql, &stmt, err);
    if (status)
        return status;
    stmt_int(stmt, 1, row->id);
    stmt_int(stmt, 2, row->position);
    return run_on_one(stmt, e, row->id, err);
}

enum status tree_delete(struct db *db, const struct entity *e, const struct row *row, struct err *err)
{
    struct str sql = STR_INIT;
    struct stmt *stmt = NULL;
    enum status status;

    str_printf(&sql, "DELETE FROM %s WHERE id = $1 AND ver = $2", e->table);
    status = begin(db, &sql, &stmt, err);
    if (status)
        return status;
    stmt_int(stmt, 1, row->id);
    stmt_int(stmt, 2, row->ver);
    return run_on_one(stmt, e, row->id, err);
}
