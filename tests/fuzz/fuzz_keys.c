/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fuzzes the key decoder: whatever bytes a terminal sends, in whatever pieces they come, the same keys
 * come out, and no text that is not valid UTF-8.
 */
#include "tests/fuzz/fuzz.h"

#include "core/base/text.h"
#include "tui/terminal/decode.h"

#include <locale.h>

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    (void)setlocale(LC_ALL, "C.UTF-8");
    return 0;
}

/* A special key has a name that is read back as itself, unless nothing can name it. */
static void check_name(const struct key *key)
{
    struct str name = STR_INIT;
    struct key again;

    key_format(&name, key);
    if (key->kind == KEY_KIND_SPECIAL && key_parse(name.text, &again))
        CLAIM(key_same(key, &again));
    str_release(&name);
}

/* Append what the key is, so that two runs can be compared. A character that came in two pieces may be two
 * events, so texts run on. */
static void note(struct str *out, const struct key *key)
{
    planted(key->kind == KEY_KIND_PASTE && key->len_bytes > 2);
    switch (key->kind) {
    case KEY_KIND_TEXT:
        CLAIM(text_invalid_at(key->text, key->len_bytes) == key->len_bytes);
        str_add_bytes(out, key->text, key->len_bytes);
        break;
    case KEY_KIND_PASTE:
        CLAIM(text_invalid_at(key->text, key->len_bytes) == key->len_bytes);
        str_add(out, "<paste>");
        str_add_bytes(out, key->text, key->len_bytes);
        str_add(out, "</paste>");
        break;
    case KEY_KIND_SPECIAL:
        check_name(key);
        str_printf(out, "<%d %u %d>", (int)key->code, key->mods, key->letter);
        break;
    case KEY_KIND_NONE:
    case KEY_KIND_RESIZE:
        break;
    }
}

/* All keys of the bytes, PIECE bytes at a time, then silence. */
static void decode(const uint8_t *data, size_t len_bytes, size_t piece, struct str *out)
{
    const struct key f1 = {.kind = KEY_KIND_SPECIAL, .code = KEYC_F1};
    struct decoder decoder;
    struct key key;

    decoder_init(&decoder);
    decoder_learn(&decoder, "\033[1z", f1);
    for (size_t at = 0; at < len_bytes; at += piece) {
        size_t n = len_bytes - at < piece ? len_bytes - at : piece;

        CLAIM(decoder_feed(&decoder, (const char *)data + at, n));
        while (decoder_next(&decoder, false, &key))
            note(out, &key);
    }
    while (decoder_next(&decoder, true, &key))
        note(out, &key);
    if (decoder_end_paste(&decoder, &key))
        note(out, &key);
    while (decoder_next(&decoder, true, &key))
        note(out, &key);
    CLAIM(!decoder_waiting(&decoder));
    decoder_release(&decoder);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len_bytes)
{
    struct str whole = STR_INIT, pieces = STR_INIT;

    decode(data, len_bytes, len_bytes ? len_bytes : 1, &whole);
    decode(data, len_bytes, 1 + (len_bytes ? data[0] % 7U : 0), &pieces);
    CLAIM(!str_failed(&whole) && !str_failed(&pieces));
    CLAIM(strcmp(whole.text, pieces.text) == 0);
    str_release(&whole);
    str_release(&pieces);
    return 0;
}
