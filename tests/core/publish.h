/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For the tests of publishing: a record in a database of its own, its package in memory with the ODT files
 * unpacked, and who may not stand in it.
 */
#ifndef YISHI_TESTS_CORE_PUBLISH_H
#define YISHI_TESTS_CORE_PUBLISH_H

#include "tests/core/written.h"

#include "core/paper/minutes.h"
#include "core/publish/publication.h"

static const struct stamp publishing_stamp = {"何筆", "2024-05-22T02:00:00.000Z", "公開"};
static const struct publish_answers redact_all = {NULL, "all"}, keep_all = {"all", NULL};

struct published {
    struct db *db;
    struct publication p;
    struct style *style;
    int64_t meeting;
    struct err err;
    char path[512];
};

static inline void published_of_text(void **state, struct published *x, const char *text, const char *meeting)
{
    *x = (struct published){.p = {.arena = ARENA_INIT}};
    x->db = new_db(state, "publish.db");
    snprintf(x->path, sizeof x->path, "%s", path_of(state, "publish.db"));
    import_right(x->db, text, strlen(text), RECORD_STORED);
    assert_int_equal(
        meeting_id_find(x->db, ask(x->db, "SELECT min(id) FROM committee"), meeting, &x->meeting, &x->err),
        STATUS_OK);
    assert_int_equal(style_load("formal", &x->style, &x->err), STATUS_OK);
}

static inline void published_of_file(void **state, struct published *x, const char *path, const char *meeting)
{
    struct str text = STR_INIT;

    read_file(path, &text);
    published_of_text(state, x, text.text, meeting);
    str_release(&text);
}

static inline void examine(struct published *x, const struct publish_answers *answers)
{
    assert_int_equal(publication_open(x->db, x->meeting, x->style, answers, &x->p, &x->err), STATUS_OK);
}

static inline void published_end(struct published *x)
{
    publication_release(&x->p);
    style_free(x->style);
    db_close(x->db);
    assert_int_equal(unlink(x->path), 0);
}

/* Everything that is written, one file behind the other with its name, packed ones unpacked; the manifest
 * too, with HEAD for the chain's. */
static inline void whole_package(struct published *x, struct str *out)
{
    static const char *const parts[] = {"mimetype", "content.xml", "styles.xml", "meta.xml",
                                        "META-INF/manifest.xml"};
    struct package_items items;

    assert_int_equal(package_items_make(&x->p.copy, x->style, x->p.beside.text, &items, &x->err), STATUS_OK);
    for (size_t i = 0; i < items.n; i++) {
        const struct package_item *item = &items.v[i];

        str_printf(out, "\n==== %s\n", item->name);
        str_add_bytes(out, item->bytes.text, item->bytes.len_bytes);
        for (size_t k = 0; ends_with(item->name, ".odt") && !item->from && k < COUNT(parts); k++)
            unpack(&item->bytes, parts[k], out);
    }
    assert_int_equal(package_manifest(&x->p.copy, &items, "2024-05-22", "HEAD", out, &x->err), STATUS_OK);
    package_items_release(&items);
}

static inline bool holds(const struct str *bytes, const char *text)
{
    const size_t len = strlen(text);

    for (size_t i = 0; i + len <= bytes->len_bytes; i++)
        if (memcmp(bytes->text + i, text, len) == 0)
            return true;
    return false;
}

/* A file beside the database. */
static inline void put_file(void **state, const char *name, const char *text)
{
    struct str path = STR_INIT;
    FILE *file;

    str_add(&path, path_of(state, name));
    for (char *slash = strchr(path.text + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        (void)mkdir(path.text, 0700);
        *slash = '/';
    }
    file = fopen(path.text, "wb");
    assert_non_null(file);
    assert_true(fwrite(text, 1, strlen(text), file) == strlen(text));
    assert_int_equal(fclose(file), 0);
    str_release(&path);
}

#endif
