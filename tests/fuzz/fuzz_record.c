/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fuzzes the import of a record. What is taken is written, read and written as the same text; imported and
 * exported, it is what stands there already.
 */
#include "tests/fuzz/fuzz.h"

#include "core/base/text.h"
#include "tests/fuzz/office.h"

static struct db *db;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    db = office_open("record.db", NULL);
    return 0;
}

static void check_problems(const struct problems *problems)
{
    CLAIM(problems->n > 0);
    for (size_t i = 0; i < problems->n; i++) {
        CLAIM(problems->v[i].code != CODE_NONE && problems->v[i].place);
        planted(problems->v[i].arg[0] && strcmp(problems->v[i].arg[0], "112-9") == 0);
    }
}

/* What was written of RECORD is read as the same. */
static void check_written(const struct record *record, struct str *out)
{
    struct record again = RECORD_INIT;
    struct problems problems;
    struct str second = STR_INIT;
    struct err err = {0};

    CLAIM(record_write(record, out, &err) == STATUS_OK);
    CLAIM(text_invalid_at(out->text, out->len_bytes) == out->len_bytes);
    problems_init(&problems);
    CLAIM(record_parse(out->text, out->len_bytes, &again, &problems, &err) == STATUS_OK);
    CLAIM(record_write(&again, &second, &err) == STATUS_OK);
    CLAIM(strcmp(out->text, second.text) == 0);
    problems_release(&problems);
    record_release(&again);
    str_release(&second);
}

/* Import TEXT, export it, import that: it is all there. Nothing stays. */
static void check_stored(const char *text, size_t len_bytes)
{
    struct record stored = RECORD_INIT;
    struct arena arena = ARENA_INIT;
    struct committee_lines lines = {NULL, 0};
    struct problems problems;
    enum record_result result;
    struct str out = STR_INIT;
    struct err err = {0};
    enum status status;

    problems_init(&problems);
    CLAIM(write_begin(db, &office_stamp, &err) == STATUS_OK);
    status = record_import_text(db, &office_stamp, text, len_bytes, false, &result, &problems, &err);
    if (status == STATUS_OK) {
        CLAIM(committee_list(db, &arena, &lines, &err) == STATUS_OK && lines.n == 1);
        CLAIM(record_load(db, lines.v[0].id, &stored, &err) == STATUS_OK);
        check_written(&stored, &out);
        problems_release(&problems);
        problems_init(&problems);
        CLAIM(record_import_text(db, &office_stamp, out.text, out.len_bytes, false, &result, &problems,
                                 &err) == STATUS_OK);
        CLAIM(result == RECORD_UNCHANGED);
    } else {
        CLAIM(status == STATUS_BAD || status == STATUS_NO);
    }
    CLAIM(write_end(db, STATUS_NO, &err) == STATUS_NO);
    problems_release(&problems);
    record_release(&stored);
    arena_release(&arena);
    str_release(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len_bytes)
{
    struct record record = RECORD_INIT;
    struct problems problems;
    struct str out = STR_INIT;
    struct err err = {0};
    enum status status;
    char *text = fuzz_text(data, len_bytes);

    problems_init(&problems);
    status = record_parse(text, len_bytes, &record, &problems, &err);
    CLAIM(status == STATUS_OK || status == STATUS_BAD);
    if (status)
        check_problems(&problems);
    else
        check_written(&record, &out);
    if (!status)
        check_stored(text, len_bytes);
    problems_release(&problems);
    record_release(&record);
    str_release(&out);
    free(text);
    return 0;
}
