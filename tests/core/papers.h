/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For the tests of papers: a meeting of a record, and any paper of it as text.
 */
#ifndef YISHI_TESTS_CORE_PAPERS_H
#define YISHI_TESTS_CORE_PAPERS_H

#include "tests/core/records.h"

#include "core/paper/paper.h"

struct office {
    struct db *db;
    struct snapshot s, previous;
    bool has_meeting, has_previous;
    struct str out; /* what was printed last */
    char path[512];
};

static inline void office_meeting(struct office *office, const char *key)
{
    if (office->has_meeting)
        snapshot_release(&office->s);
    load_meeting(office->db, key, &office->s);
    office->has_meeting = true;
}

/* The meeting before, for the styles that list all of it. */
static inline void office_previous(struct office *office, const char *key)
{
    load_meeting(office->db, key, &office->previous);
    office->has_previous = true;
}

/* The record at PATH in a database of its own, and its meeting KEY (NULL: its first). */
static inline void office_of_file(void **state, struct office *office, const char *path, const char *key)
{
    struct err err = {0};

    *office = (struct office){.s = SNAPSHOT_INIT, .previous = SNAPSHOT_INIT, .out = STR_INIT};
    office->db = new_db(state, "papers.db");
    snprintf(office->path, sizeof office->path, "%s", path_of(state, "papers.db"));
    import_file(office->db, path);
    if (key) {
        office_meeting(office, key);
        return;
    }
    assert_int_equal(
        snapshot_load(office->db, ask(office->db, "SELECT min(id) FROM meeting"), &office->s, &err),
        STATUS_OK);
    office->has_meeting = true;
}

static inline void office_init(void **state, struct office *office)
{
    office_of_file(state, office, EXAMPLE, "112-2");
}

static inline void office_release(struct office *office)
{
    str_release(&office->out);
    if (office->has_previous)
        snapshot_release(&office->previous);
    if (office->has_meeting)
        snapshot_release(&office->s);
    db_close(office->db);
    assert_int_equal(unlink(office->path), 0);
}

static inline void print_paper(struct office *office, const char *paper, const char *style_name,
                               enum copy copy, int width)
{
    struct style *style;
    struct document document;
    struct err err = {0};
    struct paper_source source = {&office->s, office->has_previous ? &office->previous : NULL, NULL, copy};

    str_clear(&office->out);
    assert_int_equal(style_load(style_name, &style, &err), STATUS_OK);
    source.style = style;
    document_init(&document);
    assert_non_null(paper_find(paper));
    assert_int_equal(paper_build(paper_find(paper), &source, &document, &err), STATUS_OK);
    assert_int_equal(document_text(&document, width, &office->out, &err), STATUS_OK);
    document_release(&document);
    style_free(style);
}

/* TEXT without spaces and line feeds, full-width spaces too. */
static inline void squeeze(struct str *text)
{
    struct str out = STR_INIT;

    for (size_t i = 0; i < text->len_bytes;) {
        if (strncmp(text->text + i, "　", 3) == 0) {
            i += 3;
            continue;
        }
        if (!strchr(" \n\t\r", text->text[i]))
            str_add_char(&out, text->text[i]);
        i++;
    }
    str_swap(text, &out);
    str_release(&out);
}

static inline void assert_in_order(const char *text, const char *const *expected, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const char *at = strstr(text, expected[i]);

        if (!at)
            print_message("not there, or not in its place: %s\n", expected[i]);
        assert_non_null(at);
        text = at + strlen(expected[i]);
    }
}

static inline int count_of(const char *text, const char *what)
{
    int n = 0;

    for (const char *at = text; (at = strstr(at, what)) != NULL; at += strlen(what))
        n++;
    return n;
}

#endif
