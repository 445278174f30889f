/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filling an error. Knows nothing of wording or languages.
 */
#include "core/base/err.h"

#include <string.h>

static void copy_cut(char *to, const char *from)
{
    size_t n = from ? strlen(from) : 0;

    if (n >= ERR_TEXT_BYTES) {
        n = ERR_TEXT_BYTES - 1;
        while (n > 0 && ((unsigned char)from[n] & 0xC0) == 0x80)
            n--;
    }
    if (n)
        memcpy(to, from, n);
    to[n] = '\0';
}

enum status err_set(struct err *err, enum status status, enum code code, const char *place, const char *arg0,
                    const char *arg1)
{
    if (!err)
        return status;
    err->status = status;
    err->code = code;
    err->os_error = 0;
    copy_cut(err->place, place);
    copy_cut(err->arg[0], arg0);
    copy_cut(err->arg[1], arg1);
    copy_cut(err->arg[2], NULL);
    return status;
}

void err_arg(struct err *err, int index, const char *text)
{
    if (err && index >= 0 && index < ERR_ARGS)
        copy_cut(err->arg[index], text);
}

enum status err_memory(struct err *err)
{
    return err_set(err, STATUS_MEMORY, CODE_MEMORY, NULL, NULL, NULL);
}

int status_exit(enum status status)
{
    switch (status) {
    case STATUS_OK:
        return 0;
    case STATUS_NO:
    case STATUS_CONFLICT:
        return 1;
    case STATUS_USAGE:
        return 2;
    case STATUS_BAD:
    case STATUS_MISSING:
        return 3;
    case STATUS_STORAGE:
    case STATUS_BUSY:
    case STATUS_MEMORY:
    case STATUS_FULL:
        break;
    }
    return 4;
}
