/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fuzzes the reader of CSV files and forms: any bytes. What was read is the same once it was written and read
 * again, and no cell that was written begins like a formula.
 */
#include "tests/fuzz/fuzz.h"

#include "core/base/text.h"
#include "core/tracking/form.h"

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    return 0;
}

static void check_form(const struct csv *csv, struct arena *arena)
{
    struct form form;
    struct err err = {0};

    if (form_read("fuzz.csv", csv, arena, &form, &err)) {
        CLAIM(err.code == CODE_COLLECT_COLUMN || err.code == CODE_COLLECT_DOUBLE ||
              err.code == CODE_COLLECT_BEYOND || err.code == CODE_COLLECT_QUOTES);
        return;
    }
    CLAIM(form.n + form.blank < csv->n);
    for (size_t i = 0; i < form.n; i++) {
        int ruling;

        CLAIM(form.v[i].row > 0 && form.v[i].row < csv->n);
        (void)form_recommendation(form.v[i].cell[FORM_RECOMMENDATION], &ruling);
        CLAIM(ruling >= UNKNOWN && ruling <= RULING_AGAIN);
    }
}

/* Written and read again. */
static void check_again(const struct csv *csv, struct arena *arena)
{
    struct str out = STR_INIT;
    struct err err = {0};
    struct csv again;

    csv_begin(&out);
    for (size_t i = 0; i < csv->n; i++) {
        const size_t from = out.len_bytes;

        csv_add_row(&out, csv->v[i].v, csv->v[i].n);
        CLAIM(!strchr("=+-@\t", out.text[from]));
        CLAIM(out.text[from] != '"' || !strchr("=+-@\t\r\n", out.text[from + 1]));
    }
    CLAIM(csv_read("again.csv", out.text, out.len_bytes, arena, &again, &err) == STATUS_OK);
    CLAIM(again.n == csv->n);
    planted(csv->n == 13);
    for (size_t i = 0; i < csv->n; i++) {
        CLAIM(again.v[i].n == csv->v[i].n);
        for (size_t k = 0; k < csv->v[i].n; k++)
            CLAIM(strcmp(again.v[i].v[k], csv->v[i].v[k]) == 0);
    }
    str_release(&out);
}

static void check_refusal(const struct csv *csv, const struct err *err)
{
    CLAIM(err->status == STATUS_BAD && csv->n == 0);
    CLAIM(*err->arg[0] >= '1' && *err->arg[0] <= '9' && *err->arg[1] >= 'A' && *err->arg[1] <= 'Z');
}

static void check_read(const struct csv *csv, struct arena *arena)
{
    for (size_t i = 0; i < csv->n; i++) {
        CLAIM(csv->v[i].n > 0);
        for (size_t k = 0; k < csv->v[i].n; k++)
            CLAIM(text_invalid_at(csv->v[i].v[k], strlen(csv->v[i].v[k])) == strlen(csv->v[i].v[k]));
    }
    check_form(csv, arena);
    check_again(csv, arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len_bytes)
{
    char *text = fuzz_text(data, len_bytes);
    struct arena arena = ARENA_INIT;
    struct err err = {0};
    struct csv csv;

    if (csv_read("fuzz.csv", text, len_bytes, &arena, &csv, &err))
        check_refusal(&csv, &err);
    else
        check_read(&csv, &arena);
    if (err.code == CODE_CSV_ENCODING) {
        err = (struct err){0};
        if (csv_read_big5("fuzz.csv", text, len_bytes, &arena, &csv, &err))
            check_refusal(&csv, &err);
        else
            check_read(&csv, &arena);
    }
    arena_release(&arena);
    free(text);
    return 0;
}
