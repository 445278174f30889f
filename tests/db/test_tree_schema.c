/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The descriptions of the tables and the schema say the same, and the record leaves nothing out.
 */
#include "tests/core/records.h"

enum { ENTITIES_MAX = 40 };
struct entities {
    const struct entity *v[ENTITIES_MAX];
    size_t n;
};

static void collect(struct entities *all, const struct entity *entity)
{
    for (size_t i = 0; i < all->n; i++)
        if (all->v[i] == entity)
            return;
    assert_true(all->n < ENTITIES_MAX);
    all->v[all->n++] = entity;
    for (size_t i = 0; i < entity->n_fields; i++)
        if (entity->fields[i].type == FIELD_LIST)
            collect(all, entity->fields[i].child);
}

static struct entities all_entities(void)
{
    struct entities all = {.n = 0};

    collect(&all, &committee_entity);
    collect(&all, &member_entity);
    collect(&all, &meeting_entity);
    collect(&all, &resolution_entity);
    return all;
}

/* "name TYPE" a line, in the order of the names: as the description has the table. */
static void described_columns(const struct entity *e, struct str *out)
{
    static const char *const scopes[] = {"committee_id", "meeting_id", "resolution_id"};

    str_add(out, "id INTEGER\nver INTEGER\nposition INTEGER\n");
    for (unsigned k = 0; k < COUNT(scopes); k++)
        if (e->scopes & (1u << k))
            str_printf(out, "%s INTEGER\n", scopes[k]);
    if (!e->owner_column)
        str_add(out, "owner TEXT\nowner_id INTEGER\nfield TEXT\n");
    else if (*e->owner_column && strstr(out->text, e->owner_column) == NULL)
        str_printf(out, "%s INTEGER\n", e->owner_column);
    for (size_t i = 0; i < e->n_fields; i++) {
        const struct field *field = &e->fields[i];
        bool integer = field->type == FIELD_INT || field->type == FIELD_BOOL || field->type == FIELD_TRI;

        if (field->type != FIELD_LIST)
            str_printf(out, "%s %s\n", field->column, integer ? "INTEGER" : "TEXT");
    }
}

static int compare_lines(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The lines of TEXT in order. */
static void sort_lines(struct str *text)
{
    char *lines[64] = {NULL}, *save = NULL, *copy = strdup(text->text);
    size_t n = 0;

    assert_non_null(copy);
    for (char *at = copy; *at; at = save) {
        size_t len = strcspn(at, "\n");

        assert_true(n < COUNT(lines) && at[len] == '\n');
        at[len] = '\0';
        lines[n++] = at;
        save = at + len + 1;
    }
    qsort(lines, n, sizeof *lines, compare_lines);
    str_clear(text);
    for (size_t i = 0; i < n; i++)
        str_printf(text, "%s\n", lines[i]);
    free(copy);
}

static void descriptions__have_the_columns_of_their_tables_and_no_others(void **state)
{
    struct entities all = all_entities();

    db_close(new_db(state, "x.db"));
    for (size_t i = 0; i < all.n; i++) {
        struct str described = STR_INIT, schema = STR_INIT, sql = STR_INIT;
        char *found;

        described_columns(all.v[i], &described);
        sort_lines(&described);
        str_printf(&sql, "SELECT name || ' ' || type FROM pragma_table_info('%s')", all.v[i]->table);
        found = other_look(path_of(state, "x.db"), sql.text);
        str_add(&schema, found);
        sort_lines(&schema);
        if (strcmp(described.text, schema.text) != 0)
            print_message("%s\n", all.v[i]->table);
        assert_string_equal(described.text, schema.text);
        free(found);
        str_release(&described);
        str_release(&schema);
        str_release(&sql);
    }
}

static void every_table__has_a_description__but_the_files_own(void **state)
{
    static const char *const own[] = {"change",      "change_set",        "context", "draft_stored",
                                      "seal",        "setting",           "version", "amendment",
                                      "publication", "publication_choice"};
    struct entities all = all_entities();
    char *tables, *at;

    db_close(new_db(state, "x.db"));
    tables = other_look(path_of(state, "x.db"),
                        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
    for (at = tables; *at; at += strlen(at) + 1) {
        bool known = false;

        at[strcspn(at, "\n")] = '\0';
        for (size_t i = 0; i < COUNT(own); i++)
            known |= strcmp(at, own[i]) == 0;
        for (size_t i = 0; i < all.n; i++)
            known |= strcmp(at, all.v[i]->table) == 0;
        if (!known)
            print_message("%s\n", at);
        assert_true(known);
    }
    free(tables);
}

/* What the record cannot say would be lost on the way to another office. */
static void every_column__stands_in_the_record__but_what_its_shape_says(void **state)
{
    static const char *const shape[] = {
        "node.level", "cell.line",    "cell.col",   "cell.kind",
        "cell.text",  "cell.outline", "grid.lines", "meeting.attendance_none"};
    struct entities all = all_entities();

    (void)state;
    for (size_t i = 0; i < all.n; i++)
        for (size_t k = 0; k < all.v[i]->n_fields; k++) {
            struct str name = STR_INIT;
            bool known = all.v[i]->fields[k].key != NULL;

            str_printf(&name, "%s.%s", all.v[i]->table, all.v[i]->fields[k].column);
            for (size_t j = 0; j < COUNT(shape); j++)
                known |= strcmp(name.text, shape[j]) == 0;
            if (!known)
                print_message("%s\n", name.text);
            assert_true(known);
            str_release(&name);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(descriptions__have_the_columns_of_their_tables_and_no_others),
        scratch_test(every_table__has_a_description__but_the_files_own),
        scratch_test(every_column__stands_in_the_record__but_what_its_shape_says),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
