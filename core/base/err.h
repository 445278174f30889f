/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What went wrong: a status that callers act on, and an error that the front end words.
 * Core never writes a sentence; it names a code (codes.def), the place and up to three arguments.
 */
#ifndef YISHI_BASE_ERR_H
#define YISHI_BASE_ERR_H

enum status {
    STATUS_OK = 0,
    STATUS_NO = -1,       /* the answer is no: refused by a rule, or differs */
    STATUS_USAGE = -2,    /* called wrongly */
    STATUS_BAD = -3,      /* bad input */
    STATUS_STORAGE = -4,  /* the database or a file cannot be read or written */
    STATUS_BUSY = -5,     /* somebody else is writing just now; try again */
    STATUS_CONFLICT = -6, /* the row was changed since it was read */
    STATUS_MEMORY = -7,   /* out of memory */
    STATUS_FULL = -8,     /* the disk is full */
    STATUS_MISSING = -9,  /* there is no such thing */
};

enum code {
#define X(name) CODE_##name,
#include "core/base/codes.def"
#undef X
    CODE_COUNT
};

enum { ERR_ARGS = 3, ERR_TEXT_BYTES = 256 };

/* An error, filled where it happened. Initialise with {0}. Texts are cut at whole UTF-8
 * characters when they do not fit. */
struct err {
    enum status status;
    enum code code;
    int os_error;               /* errno, or SQLite's extended code; 0 = none */
    char place[ERR_TEXT_BYTES]; /* where: a path in a record, a file's name; "" = nowhere in particular */
    char arg[ERR_ARGS][ERR_TEXT_BYTES];
};

/* Fill ERR (which may be NULL) and return STATUS, so that `return err_set(...)` reads well.
 * PLACE and the arguments may be NULL. */
enum status err_set(struct err *err, enum status status, enum code code, const char *place, const char *arg0,
                    const char *arg1);
/* The third argument, where a sentence needs one. */
void err_arg(struct err *err, int index, const char *text);
/* Out of memory. */
enum status err_memory(struct err *err);
/* The exit status of the command line for a status: 0 1 2 3 4, see yishi(1). */
int status_exit(enum status status);

#endif
