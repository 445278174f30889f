/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file that a spreadsheet saved in Big5, as UTF-8. Knows nothing of cells.
 */
#include "core/base/csv.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>

/* All of BYTES, or STATUS_NO where they are no Big5. */
static enum status convert(iconv_t big5, const char *bytes, size_t len_bytes, struct str *out)
{
    enum { PIECE = 4096 };
    char *from = (char *)(uintptr_t)bytes; /* iconv does not write there */
    char piece[PIECE];

    while (len_bytes) {
        char *to = piece;
        size_t room = sizeof piece;
        const size_t failed = iconv(big5, &from, &len_bytes, &to, &room);

        str_add_bytes(out, piece, sizeof piece - room);
        if (failed == (size_t)-1 && errno != E2BIG)
            return STATUS_NO;
    }
    return str_failed(out) ? STATUS_MEMORY : STATUS_OK;
}

enum status csv_read_big5(const char *name, const char *bytes, size_t len_bytes, struct arena *arena,
                          struct csv *out, struct err *err)
{
    struct str text = STR_INIT;
    iconv_t big5 = iconv_open("UTF-8", "CP950");
    enum status status = STATUS_NO;

    *out = (struct csv){NULL, 0};
    if (big5 != (iconv_t)-1) {
        status = convert(big5, bytes, len_bytes, &text);
        (void)iconv_close(big5);
    }
    if (status == STATUS_MEMORY)
        status = err_memory(err);
    else if (status)
        status = csv_error(err, CODE_CSV_ENCODING, name, 0, 0, NULL);
    else
        status = csv_read(name, text.text, text.len_bytes, arena, out, err);
    str_release(&text);
    return status;
}
