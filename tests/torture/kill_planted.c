/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the harnesses' controls do wrong on purpose: this file is linked around the program's own objects
 * (ld --wrap), so that the program itself knows no such switch. YISHI_PLANTED says which:
 *   drafts   what is typed is put into no draft
 *   deaf     a write that fails is said to have been stored
 *   crash    Alt-J writes behind a block
 *   hang     Alt-J never ends
 */
#include "db/draft.h"
#include "tui/terminal/decode.h"

#include <stdlib.h>
#include <string.h>

/* ld's names for the functions that are wrapped and for those in their place. */
enum status __real_draft_put(struct draft_file *file, const char *place, const char *text, size_t len_bytes,
                             size_t cursor_bytes, const char *when, int64_t *serial, struct err *err);
enum status __wrap_draft_put(struct draft_file *file, const char *place, const char *text, size_t len_bytes,
                             size_t cursor_bytes, const char *when, int64_t *serial, struct err *err);
enum status __real_write_begin(struct db *db, const struct stamp *stamp, struct err *err);
enum status __wrap_write_begin(struct db *db, const struct stamp *stamp, struct err *err);
enum status __real_write_end(struct db *db, enum status status, struct err *err);
enum status __wrap_write_end(struct db *db, enum status status, struct err *err);
bool __real_decoder_next(struct decoder *decoder, bool timed_out, struct key *key);
bool __wrap_decoder_next(struct decoder *decoder, bool timed_out, struct key *key);

static bool is_planted(const char *what)
{
    const char *planted = getenv("YISHI_PLANTED");

    return planted && strcmp(planted, what) == 0;
}

enum status __wrap_draft_put(struct draft_file *file, const char *place, const char *text, size_t len_bytes,
                             size_t cursor_bytes, const char *when, int64_t *serial, struct err *err)
{
    enum status status;

    if (is_planted("drafts"))
        return STATUS_OK;
    status = __real_draft_put(file, place, text, len_bytes, cursor_bytes, when, serial, err);
    return is_planted("deaf") ? STATUS_OK : status;
}

enum status __wrap_write_begin(struct db *db, const struct stamp *stamp, struct err *err)
{
    enum status status = __real_write_begin(db, stamp, err);

    return is_planted("deaf") ? STATUS_OK : status;
}

enum status __wrap_write_end(struct db *db, enum status status, struct err *err)
{
    status = __real_write_end(db, status, err);
    return is_planted("deaf") ? STATUS_OK : status;
}

bool __wrap_decoder_next(struct decoder *decoder, bool timed_out, struct key *key)
{
    const size_t room = 4;
    volatile char *block;

    if (!__real_decoder_next(decoder, timed_out, key))
        return false;
    if (key->kind != KEY_KIND_SPECIAL || key->code != KEYC_LETTER || key->letter != 'j' ||
        !(key->mods & MOD_ALT))
        return true;
    while (is_planted("hang"))
        continue;
    block = is_planted("crash") ? malloc(room) : NULL;
    if (block)
        block[room] = 'x';
    free((void *)(uintptr_t)block);
    return true;
}
