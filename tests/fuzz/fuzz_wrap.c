/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fuzzes what cuts, pads and wraps text, and outlines: any bytes, any width. The first two bytes choose the
 * width and whose widths count.
 */
#include "tests/fuzz/fuzz.h"

#include "core/base/number.h"
#include "core/base/text.h"
#include "core/base/utf8.h"
#include "tui/widgets/editor/editor.h"
#include "tui/widgets/editor/outline_lines.h"
#include "tui/widgets/editor/paste.h"
#include "tui/widgets/editor/paste_label.h"

#include <locale.h>
#include <unictype.h>
#include <uniwidth.h>

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    (void)setlocale(LC_ALL, "C.UTF-8");
    return 0;
}

/* What may be left out at the end of a line. */
static bool is_blank(uint32_t c)
{
    return c == '\n' || c == '\r' || c == '\t' || c == 0x200B ||
           uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Zs);
}

static void check_lines(const char *text, size_t len, int cols, const struct text_widths *widths)
{
    size_t at = 0, end, next, used;

    while (text_line(text, len, at, cols, widths, &end, &next)) {
        int wide = text_cols(text + at, end - at, widths);

        CLAIM(at <= end && end <= next && next <= len && next > at);
        CLAIM(wide <= cols || text_cluster_bytes(text + at, end - at) == end - at);
        for (size_t i = end; i < next; i += used)
            CLAIM(is_blank(utf8_first(text + i, next - i, &used)));
        planted(wide == cols && cols == 7);
        at = next;
    }
    CLAIM(at == len);
}

static void check_clusters(const char *text, size_t len)
{
    size_t at = 0;

    while (at < len) {
        size_t n = text_cluster_bytes(text + at, len - at);

        CLAIM(n > 0 && n <= len - at);
        CLAIM(text_cluster_before(text, len, at + n) <= at + n - 1);
        at += n;
    }
    CLAIM(text_cluster_bytes(text + at, 0) == 0);
}

/* A mark with nothing to stand on: it would stand on a blank in front of it. */
static bool begins_with_mark(const char *text)
{
    struct str after = STR_INIT;
    bool mark;

    str_printf(&after, " %s", text);
    mark = text_cluster_bytes(after.text, after.len_bytes) > 1;
    str_release(&after);
    return mark;
}

/* The columns of what a terminal gets, a character at a time as it counts them. */
static int printed_cols(const char *text, size_t len, const struct text_widths *widths)
{
    int cols = 0;
    size_t used;

    for (size_t at = 0; at < len; at += used) {
        uint32_t c = utf8_first(text + at, len - at, &used);

        if (uc_width(c, "UTF-8") != 0)
            cols += text_cluster_cols(text + at, used, widths);
    }
    return cols;
}

static void check_cut(const char *text, size_t len, int cols, const struct text_widths *widths)
{
    struct str out = STR_INIT;
    int used = 0;
    size_t fit = text_fit(text, len, cols, widths, &used);

    CLAIM(fit <= len && used <= cols && used == text_cols(text, fit, widths));
    text_truncate(&out, text, cols, widths);
    CLAIM(text_cols(out.text, out.len_bytes, widths) <= cols);
    for (int align = TEXT_LEFT; align <= TEXT_CENTRE; align++) {
        str_clear(&out);
        text_pad(&out, text, cols, (enum text_align)align, widths);
        CLAIM(text_cols(out.text, out.len_bytes, widths) == cols || begins_with_mark(text));
    }
    str_clear(&out);
    text_draw(&out, text, len, widths);
    CLAIM(text_invalid_at(out.text, out.len_bytes) == out.len_bytes);
    CLAIM(printed_cols(out.text, out.len_bytes, widths) == text_cols(text, len, widths));
    str_clear(&out);
    text_show(&out, text, len);
    CLAIM(text_invalid_at(out.text, out.len_bytes) == out.len_bytes);
    CLAIM(text_forbidden_at(out.text, out.len_bytes, false) == out.len_bytes);
    str_clear(&out);
    text_fold(&out, text, len);
    (void)text_contains_folded(text, out.text);
    str_release(&out);
}

/* The text as an outline: the lines of the editor and of a view, and the draft of it. */
static void check_outline(const char *text, size_t len, int cols, const struct text_widths *widths)
{
    const struct editor_options options = {.widths = *widths, .levels = 8};
    struct arena arena = ARENA_INIT;
    struct editor editor;
    struct outline outline;
    struct outline_lines lines;
    struct str serial = STR_INIT, again = STR_INIT;
    struct err err = {0};

    CLAIM(editor_init(&editor, &options, &err) == STATUS_OK);
    CLAIM(editor_unserial(&editor, text, len, &err) == STATUS_OK); /* a draft: any text is taken */
    CLAIM(editor_height(&editor, cols) > 0);
    CLAIM(editor_load(&editor, NULL, &err) == STATUS_OK);
    CLAIM(editor_paste(&editor, text, len) != EDITOR_MEMORY);
    CLAIM(editor_height(&editor, cols) > 0);
    CLAIM(editor_serial(&editor, &serial, &err) == STATUS_OK);
    CLAIM(editor_outline(&editor, &arena, &outline, &err) == STATUS_OK);
    CLAIM(outline_lines(&outline, &options.numbering, cols, widths, &arena, &lines, &err) == STATUS_OK);
    for (size_t i = 0; i < outline.n; i++)
        CLAIM(text_forbidden_at(outline.v[i].text, strlen(outline.v[i].text), true) ==
              strlen(outline.v[i].text));
    CLAIM(editor_unserial(&editor, serial.text, serial.len_bytes, &err) == STATUS_OK);
    CLAIM(editor_serial(&editor, &again, &err) == STATUS_OK);
    CLAIM(strcmp(serial.text, again.text) == 0);
    str_release(&serial);
    str_release(&again);
    arena_release(&arena);
    editor_release(&editor);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len_bytes)
{
    struct text_widths widths = {.ambiguous_cols = 1};
    struct label label;
    char *text;
    size_t len;
    int cols;

    if (len_bytes < 2)
        return 0;
    cols = 1 + data[0] % 90;
    widths.ambiguous_cols = 1 + (data[1] & 1);
    widths.paper = (data[1] & 2) != 0;
    text = fuzz_text(data + 2, len_bytes - 2);
    len = strlen(text); /* several of them take a C string */
    check_lines(text, len, cols, &widths);
    check_clusters(text, len);
    check_cut(text, len, cols, &widths);
    (void)number_parse(text, NULL);
    (void)label_read(text, len, &label);
    if (!widths.paper)
        check_outline(text, len, cols, &widths);
    free(text);
    return 0;
}
