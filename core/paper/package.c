/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A package of files in memory (ZIP), the same bytes at any time and place.
 */
#include "core/paper/writer.h"

#include <zip.h>

/* Offsets in the records of a package; see PKWARE's APPNOTE 4.3. */
enum {
    END_BYTES = 22,
    END_COUNT = 10,
    END_START = 16,
    ENTRY_BYTES = 46,
    ENTRY_TIME = 12,
    ENTRY_NAME_LEN = 28,
    ENTRY_EXTRA_LEN = 30,
    ENTRY_COMMENT_LEN = 32,
    ENTRY_LOCAL = 42,
    LOCAL_TIME = 10,
    LOCAL_BYTES = 30
};

static size_t number_at(const char *bytes, int len)
{
    size_t n = 0;

    for (int i = len - 1; i >= 0; i--)
        n = n << 8 | (unsigned char)bytes[i];
    return n;
}

/* Midnight of the first day that a package can tell, 1 January 1980. */
static void set_time(char *bytes)
{
    bytes[0] = bytes[1] = 0;
    bytes[2] = 1 << 5 | 1;
    bytes[3] = 0;
}

/* The library writes times of the local zone; no two places would make the same file. */
static bool set_times(char *zip, size_t len)
{
    const char *end = zip + len - END_BYTES;
    size_t at, n;

    if (len < END_BYTES || number_at(end, 4) != 0x06054b50)
        return false;
    n = number_at(end + END_COUNT, 2);
    at = number_at(end + END_START, 4);
    for (size_t i = 0; i < n; i++) {
        size_t local;

        if (at + ENTRY_BYTES > len || number_at(zip + at, 4) != 0x02014b50)
            return false;
        local = number_at(zip + at + ENTRY_LOCAL, 4);
        if (local + LOCAL_BYTES > len || number_at(zip + local, 4) != 0x04034b50)
            return false;
        set_time(zip + at + ENTRY_TIME);
        set_time(zip + local + LOCAL_TIME);
        at += ENTRY_BYTES + number_at(zip + at + ENTRY_NAME_LEN, 2) +
              number_at(zip + at + ENTRY_EXTRA_LEN, 2) + number_at(zip + at + ENTRY_COMMENT_LEN, 2);
    }
    return true;
}

static bool add_file(zip_t *zip, const struct package_file *file)
{
    zip_source_t *source = zip_source_buffer(zip, file->text, file->len_bytes, 0);
    zip_int64_t index;

    if (!source)
        return false;
    index = zip_file_add(zip, file->name, source, 0);
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    return zip_set_file_compression(zip, (zip_uint64_t)index, file->stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE,
                                    file->stored ? 0 : 9) == 0 &&
           zip_file_set_mtime(zip, (zip_uint64_t)index, 86400 * 3660, 0) == 0;
}

/* Append what was written. */
static bool take(zip_source_t *whole, struct str *out)
{
    char bytes[4096];
    zip_int64_t n;

    if (zip_source_open(whole))
        return false;
    while ((n = zip_source_read(whole, bytes, sizeof bytes)) > 0)
        str_add_bytes(out, bytes, (size_t)n);
    return zip_source_close(whole) == 0 && n == 0;
}

enum status package_write(const struct package_file *files, size_t n, struct str *out, struct err *err)
{
    const size_t start = out->len_bytes;
    zip_source_t *whole = zip_source_buffer_create(NULL, 0, 0, NULL);
    zip_t *zip = whole ? zip_open_from_source(whole, ZIP_TRUNCATE, NULL) : NULL;
    bool written = zip != NULL;

    if (zip)
        zip_source_keep(whole);
    for (size_t i = 0; written && i < n; i++)
        written = add_file(zip, &files[i]);
    if (written && zip_close(zip) == 0)
        zip = NULL;
    written = written && !zip && take(whole, out) && !str_failed(out) &&
              set_times(out->text + start, out->len_bytes - start);
    if (zip)
        zip_discard(zip);
    zip_source_free(whole);
    /* nothing but memory is used, so nothing else can be wanting */
    return written ? STATUS_OK : err_memory(err);
}
