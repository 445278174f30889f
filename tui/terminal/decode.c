/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The decoder's buffer, text, Alt and pastes. What a control sequence means is in sequence.c.
 */
#include "tui/terminal/decode.h"

#include "core/base/text.h"
#include "tui/terminal/sequence.h"

#include <string.h>

static const char paste_end[] = "\033[201~";
static const char unreadable[] = "\xEF\xBF\xBD"; /* U+FFFD */

void decoder_init(struct decoder *decoder)
{
    *decoder = (struct decoder){0};
    str_init(&decoder->in);
    str_init(&decoder->text);
}

void decoder_release(struct decoder *decoder)
{
    str_release(&decoder->in);
    str_release(&decoder->text);
}

void decoder_learn(struct decoder *decoder, const char *bytes, struct key key)
{
    if (bytes && *bytes && decoder->n_learned < DECODE_SEQUENCES)
        decoder->learned[decoder->n_learned++] = (struct decode_sequence){bytes, key};
}

bool decoder_feed(struct decoder *decoder, const char *bytes, size_t len_bytes)
{
    if (decoder->at == decoder->in.len_bytes) {
        str_clear(&decoder->in);
        decoder->at = 0;
    } else if (decoder->at > 4096) {
        str_splice(&decoder->in, 0, decoder->at, NULL, 0);
        decoder->at = 0;
    }
    str_add_bytes(&decoder->in, bytes, len_bytes);
    if (!str_failed(&decoder->in))
        return true;
    decoder->in.failed = false; /* the text is as it was before; the next read may do better */
    return false;
}

bool decoder_waiting(const struct decoder *decoder)
{
    return decoder->at < decoder->in.len_bytes && !decoder->pasting;
}

/* A text event of LEN bytes. */
static void text_event(struct decoder *decoder, struct key *key, const char *text, size_t len_bytes)
{
    str_clear(&decoder->text);
    str_add_bytes(&decoder->text, text, len_bytes);
    decoder->text.failed = false;
    *key =
        (struct key){.kind = KEY_KIND_TEXT, .text = decoder->text.text, .len_bytes = decoder->text.len_bytes};
}

static void special(struct key *key, enum key_code code, unsigned mods, char letter)
{
    *key = (struct key){.kind = KEY_KIND_SPECIAL, .code = code, .mods = mods, .letter = letter};
}

/* The text pasted so far as an event: valid UTF-8, lines ended by line feeds. */
static void paste_event(struct decoder *decoder, struct key *key, size_t len_bytes)
{
    const char *from = decoder->in.text + decoder->at;
    size_t at = 0;

    str_clear(&decoder->text);
    while (at < len_bytes) {
        size_t good = text_invalid_at(from + at, len_bytes - at);

        for (size_t end = at + good; at < end;) {
            size_t run = 0;

            while (at + run < end && from[at + run] != '\r')
                run++;
            str_add_bytes(&decoder->text, from + at, run);
            at += run;
            if (at < end) {
                str_add_char(&decoder->text, '\n');
                at += at + 1 < len_bytes && from[at + 1] == '\n' ? 2 : 1;
            }
        }
        if (at < len_bytes) { /* what is not valid */
            str_add(&decoder->text, unreadable);
            at++;
        }
    }
    decoder->text.failed = false;
    *key = (struct key){
        .kind = KEY_KIND_PASTE, .text = decoder->text.text, .len_bytes = decoder->text.len_bytes};
}

/* Inside a paste: look for its end from where the last search stopped. */
static bool next_of_paste(struct decoder *decoder, struct key *key)
{
    const size_t mark = sizeof paste_end - 1;
    size_t len = decoder->in.len_bytes - decoder->at;
    size_t from = decoder->searched > mark ? decoder->searched - mark : 0;
    const char *found = NULL, *start = decoder->in.text + decoder->at;

    for (const char *at = start + from; len >= mark && at + mark <= start + len; at++) {
        at = memchr(at, '\033', (size_t)(start + len - at));
        if (!at || at + mark > start + len)
            break;
        if (memcmp(at, paste_end, mark) == 0) {
            found = at;
            break;
        }
    }
    if (!found && len < DECODE_PASTE_MAX) {
        decoder->searched = len;
        return false;
    }
    paste_event(decoder, key, found ? (size_t)(found - start) : len);
    decoder->at += found ? (size_t)(found - start) + mark : len;
    decoder->pasting = false;
    decoder->searched = 0;
    return true;
}

bool decoder_end_paste(struct decoder *decoder, struct key *key)
{
    if (!decoder->pasting)
        return false;
    paste_event(decoder, key, decoder->in.len_bytes - decoder->at);
    decoder->at = decoder->in.len_bytes;
    decoder->pasting = false;
    decoder->searched = 0;
    return true;
}

static void control_event(unsigned char byte, struct key *key)
{
    switch (byte) {
    case '\r':
        special(key, KEYC_ENTER, 0, '\0');
        return;
    case '\t':
        special(key, KEYC_TAB, 0, '\0');
        return;
    case '\b':
    case 0x7F:
        special(key, KEYC_BACKSPACE, 0, '\0');
        return;
    case 0x1B:
        special(key, KEYC_ESC, 0, '\0');
        return;
    case 0:
        special(key, KEYC_LETTER, MOD_CTRL, ' ');
        return;
    default:
        special(key, KEYC_LETTER, MOD_CTRL, (char)(byte < 0x1B ? byte - 1 + 'a' : byte + 0x40));
    }
}

/* Bytes that a UTF-8 character beginning with BYTE has; 1 for what cannot begin one. */
static size_t character_bytes(unsigned char byte)
{
    if (byte >= 0xC2 && byte <= 0xDF)
        return 2;
    if (byte >= 0xE0 && byte <= 0xEF)
        return 3;
    return byte >= 0xF0 && byte <= 0xF4 ? 4 : 1;
}

/* Text at the start of the buffer: one cluster as far as it has come. 0: the character is not complete yet.
 */
static size_t next_text(struct decoder *decoder, const char *at, size_t len, bool timed_out, struct key *key)
{
    size_t need = character_bytes((unsigned char)at[0]), n;

    if ((unsigned char)at[0] < 0x80) {
        text_event(decoder, key, at, 1);
        return 1;
    }
    if (len < need && !timed_out) {
        size_t i = 1;

        while (i < len && ((unsigned char)at[i] & 0xC0) == 0x80)
            i++;
        if (i == len)
            return 0;
    }
    if (text_invalid_at(at, len < need ? len : need) < need) {
        text_event(decoder, key, unreadable, sizeof unreadable - 1);
        return 1;
    }
    n = text_invalid_at(at, len < 64 ? len : 64);
    n = text_cluster_bytes(at, n);
    if (n < need)
        n = need;
    text_event(decoder, key, at, n);
    return n;
}

static size_t next_learned(const struct decoder *decoder, const char *at, size_t len, struct key *key)
{
    size_t best = 0;

    for (size_t i = 0; i < decoder->n_learned; i++) {
        size_t n = strlen(decoder->learned[i].bytes);

        if (n <= len && n > best && memcmp(at, decoder->learned[i].bytes, n) == 0) {
            best = n;
            *key = decoder->learned[i].key;
        }
    }
    return best;
}

/* What begins with ESC: a sequence, Alt with a key, or the Esc key. 0: not complete yet. */
static size_t next_escape(const char *at, size_t len, bool timed_out, struct key *key)
{
    size_t n;

    if (len == 1) {
        if (!timed_out)
            return 0;
        special(key, KEYC_ESC, 0, '\0');
        return 1;
    }
    if (at[1] == '\033' && len > 2 && (at[2] == '[' || at[2] == 'O')) {
        n = sequence_decode(at + 1, len - 1, key);
        if (n == 0 && !timed_out)
            return 0;
        if (n) {
            key->mods |= MOD_ALT;
            return n + 1;
        }
    }
    if (at[1] == '[' || at[1] == 'O') {
        n = sequence_decode(at, len, key);
        if (n || !timed_out)
            return n;
    }
    if (at[1] == '\033' || (unsigned char)at[1] >= 0x80) { /* Esc, then something of its own */
        if (at[1] == '\033' && len == 2 && !timed_out)
            return 0;
        special(key, KEYC_ESC, 0, '\0');
        return 1;
    }
    if (at[1] >= ' ' && at[1] < 0x7F) {
        bool capital = at[1] >= 'A' && at[1] <= 'Z';

        special(key, KEYC_LETTER, capital ? MOD_ALT | MOD_SHIFT : MOD_ALT,
                capital ? (char)(at[1] - 'A' + 'a') : at[1]);
        return 2;
    }
    control_event((unsigned char)at[1], key);
    key->mods |= MOD_ALT;
    return 2;
}

bool decoder_next(struct decoder *decoder, bool timed_out, struct key *key)
{
    while (decoder->at < decoder->in.len_bytes) {
        const char *at = decoder->in.text + decoder->at;
        size_t len = decoder->in.len_bytes - decoder->at, n;

        *key = (struct key){0};
        if (decoder->pasting)
            return next_of_paste(decoder, key);
        n = next_learned(decoder, at, len, key);
        if (n == 0 && at[0] == '\033')
            n = next_escape(at, len, timed_out, key);
        else if (n == 0 && ((unsigned char)at[0] < ' ' || at[0] == 0x7F)) {
            control_event((unsigned char)at[0], key);
            n = 1;
        } else if (n == 0)
            n = next_text(decoder, at, len, timed_out, key);
        if (n == 0)
            return false;
        decoder->at += n;
        if (key->kind == KEY_KIND_PASTE) { /* its beginning */
            decoder->pasting = true;
            decoder->searched = 0;
        } else if (key->kind != KEY_KIND_NONE)
            return true;
    }
    return false;
}
