/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the bytes that a terminal sends to key events. Knows the ways of xterm, PuTTY, rxvt and the Linux
 * console, and what terminfo adds; knows no curses and no clock: the caller says when time is up.
 */
#ifndef YISHI_TUI_TERMINAL_DECODE_H
#define YISHI_TUI_TERMINAL_DECODE_H

#include "tui/terminal/key.h"

/* A sequence that terminfo names for this terminal. */
struct decode_sequence {
    const char *bytes; /* borrowed for the decoder's life */
    struct key key;
};

enum { DECODE_SEQUENCES = 32, DECODE_PASTE_MAX = 64 * 1024 * 1024 };

struct decoder {
    struct str in; /* bytes not decoded yet: in.text + at */
    size_t at;
    struct str text; /* of the last event */
    struct decode_sequence learned[DECODE_SEQUENCES];
    size_t n_learned;
    bool pasting;
    size_t searched; /* of the paste, for its end */
};

void decoder_init(struct decoder *decoder);
void decoder_release(struct decoder *decoder);
/* A sequence of this terminal, tried before the general ones. Too many are ignored. */
void decoder_learn(struct decoder *decoder, const char *bytes, struct key key);
/* Bytes as they were read. false: out of memory, and they are not taken. */
bool decoder_feed(struct decoder *decoder, const char *bytes, size_t len_bytes);
/* The next event; false: none yet. TIMED_OUT: nothing came for DECODE_ESC_MS since the last byte, so what is
 * there is all there is (a lone ESC is the Esc key). Invalid bytes become U+FFFD, one each. */
bool decoder_next(struct decoder *decoder, bool timed_out, struct key *key);
/* A paste whose end never came (nothing for seconds): what there is of it. false: there is none. */
bool decoder_end_paste(struct decoder *decoder, struct key *key);
/* Bytes wait whose meaning depends on what follows: ask again after DECODE_ESC_MS. */
bool decoder_waiting(const struct decoder *decoder);
enum { DECODE_ESC_MS = 40 };

#endif
