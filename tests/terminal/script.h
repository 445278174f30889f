/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A script as text: lines with their file and number, included files in their place, and the
 * splitting of a line into words. Knows no verb.
 */
#ifndef YISHI_TESTS_TERMINAL_SCRIPT_H
#define YISHI_TESTS_TERMINAL_SCRIPT_H

#include "core/base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct script_line {
    char *file; /* owned */
    int number;
    char *verb; /* owned */
    char *rest; /* owned; what stands behind the verb, then each "| " line behind a line feed */
};

struct script {
    struct script_line *v;
    size_t n;
};

/* Read FILE into SCRIPT (of zeroes) with all that it includes. False: OUT says what is wrong. */
bool script_read(struct script *script, const char *file, struct str *out);
void script_release(struct script *script);

/* Append the whole of FILE; false when it cannot be read. */
bool script_file_text(const char *file, struct str *out);

/* Words as a shell splits them: blanks, "…", '…', $NAME from ENVP (but in '…'). An owned, NULL-ended
 * array for script_free_words(); NULL when a quote is open or memory is out. */
char **script_words(const char *text, char *const *envp);
void script_free_words(char **words);
/* The value of NAME in ENVP; NULL when it is not there. */
const char *script_env(char *const *envp, const char *name, size_t len_bytes);
/* Append TEXT with \n \t \e \\ and \xNN replaced by their bytes. */
void script_unescape(const char *text, struct str *out);

#endif
