/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the program says, in the user's language. Message ids are Chinese (Taiwan); English is
 * tui/po/en.po. Also the sentences for every error code of core. Knows no screen.
 */
#ifndef YISHI_TUI_WORDS_H
#define YISHI_TUI_WORDS_H

#include "core/base/err.h"
#include "core/base/str.h"

#include <libintl.h>
#include <stdbool.h>
#include <string.h>

/* _() translates now; N_() marks a text in a table, which _() translates when it is shown. */
#define _(text) gettext(text)
#define N_(text) text

/* A word in a sense of its own, translated apart: C_("help", "說明") now, NC_("help", "說明") in a table,
 * which words_of() translates when it is shown. */
#define NC_(sense, text) sense "\004" text
#define C_(sense, text) words_of(NC_(sense, text))

/* A text of a table, translated; NULL and "" are "" (gettext("") is the catalogue's own head). */
static inline const char *words_of(const char *text)
{
    const char *words, *behind_sense;

    if (!text || !*text)
        return "";
    words = gettext(text);
    behind_sense = words == text ? strchr(text, '\004') : NULL;
    return behind_sense ? behind_sense + 1 : words;
}

/* Set the locale (C.UTF-8 where the environment's is no UTF-8) and the language. LANG is "zh", "en" or
 * NULL: English where the environment's locale begins with en, else Chinese. The catalogue is build/locale
 * beside the program PROGRAM (argv[0] or /proc/self/exe; NULL is fine) if it is there, else YISHI_LOCALEDIR.
 */
void words_init(const char *lang, const char *program);
bool words_english(void);
/* Append the sentence for ERR: what happened, where, and what to do. One line, safe to show. */
void err_words(const struct err *err, struct str *out);
/* The sentence of a code alone has been written (a test asks for every code). */
bool err_has_words(enum code code);

#endif
