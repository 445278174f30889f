/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the editor's tests share: an editor with the numbers of a paper style, keys by their names, the text
 * as one readable line.
 */
#ifndef YISHI_TESTS_TUI_TEST_EDITOR_HELP_H
#define YISHI_TESTS_TUI_TEST_EDITOR_HELP_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tui/widgets/editor/editor.h"

#include <string.h>

static const struct numbering test_numbering = {
    .pattern = {"一、", "（一）", "1.", "(1)", "①", "甲、", "1、", "（1）"},
    .single_plain = true,
};

static inline void editor_open(struct editor *editor, const struct editor_options *options)
{
    struct editor_options defaults = {.numbering = test_numbering, .widths = {.ambiguous_cols = 1}};

    assert_int_equal(editor_init(editor, options ? options : &defaults, NULL), STATUS_OK);
}

/* Press keys by their names, separated by blanks; the last one's result. */
static inline enum editor_result press(struct editor *editor, const char *keys)
{
    enum editor_result result = EDITOR_IGNORED;

    while (*keys) {
        const size_t n = strcspn(keys, " ");
        char name[32];
        struct key key;

        assert_true(n < sizeof name);
        memcpy(name, keys, n);
        name[n] = '\0';
        assert_true(key_parse(name, &key));
        result = editor_key(editor, &key);
        keys += n;
        keys += strspn(keys, " ");
    }
    return result;
}

/* Type TEXT, one event a cluster as most input arrives. */
static inline void type(struct editor *editor, const char *text)
{
    for (size_t n, left = strlen(text); left; text += n, left -= n) {
        struct key key = {.kind = KEY_KIND_TEXT, .text = text};

        n = text_cluster_bytes(text, left);
        key.len_bytes = n;
        assert_int_equal(editor_key(editor, &key), EDITOR_CHANGED);
    }
}

static inline enum editor_result paste(struct editor *editor, const char *text)
{
    const struct key key = {.kind = KEY_KIND_PASTE, .text = text, .len_bytes = strlen(text)};

    return editor_key(editor, &key);
}

/* The text as "0.甲|1-乙": level, numbered or plain, text; with rows, "0.#12 甲". */
static inline void describe(const struct editor *editor, struct str *out, bool rows)
{
    for (size_t i = 0; i < editor->buffer.n; i++) {
        const struct para *para = &editor->buffer.v[i];

        str_printf(out, "%s%d%c", i ? "|" : "", para->look.level, para->look.plain ? '-' : '.');
        if (rows && para->look.row.id)
            str_printf(out, "#%lld ", (long long)para->look.row.id);
        str_add_bytes(out, para->text.text, para->text.len_bytes);
    }
}

#define assert_text(editor, expected)                     \
    do {                                                  \
        struct str described_ = STR_INIT;                 \
        describe((editor), &described_, false);           \
        assert_string_equal(described_.text, (expected)); \
        str_release(&described_);                         \
    } while (0)

#define assert_rows(editor, expected)                     \
    do {                                                  \
        struct str described_ = STR_INIT;                 \
        describe((editor), &described_, true);            \
        assert_string_equal(described_.text, (expected)); \
        str_release(&described_);                         \
    } while (0)

/* Load paragraphs written as describe() gives them without rows, numbered with rows 1, 2, … where ROWS. */
static inline void load(struct editor *editor, const char *described, bool rows)
{
    struct node nodes[32];
    char texts[32][256];
    struct outline outline = {nodes, 0};

    memset(nodes, 0, sizeof nodes);
    while (*described) {
        const size_t n = strcspn(described, "|");
        struct node *node = &nodes[outline.n];

        assert_true(n >= 2 && n < sizeof texts[0] && outline.n < 32);
        memcpy(texts[outline.n], described + 2, n - 2);
        texts[outline.n][n - 2] = '\0';
        node->text = texts[outline.n];
        node->level = described[0] - '0';
        node->plain = described[1] == '-';
        if (rows)
            node->row = (struct row){.id = (int64_t)outline.n + 1, .ver = 1, .owner_id = 7};
        outline.n++;
        described += n;
        described += *described == '|';
    }
    assert_int_equal(editor_load(editor, &outline, NULL), STATUS_OK);
}

#endif
