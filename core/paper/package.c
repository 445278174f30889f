/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A package of files in memory (ZIP), the same bytes at any time and place: no times but the first that it
 * can tell, no extra fields, names in UTF-8. Nothing here is larger than 4 GiB. After PKWARE's APPNOTE 6.3.
 */
#include "core/paper/writer.h"

#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define ZLIB_CONST
#include <zlib.h>

enum {
    VERSION = 20,
    IN_UTF8 = 1 << 11,
    STORED = 0,
    DEFLATED = 8,
    FIRST_DAY = 1 << 5 | 1 /* 1 January 1980 */
};

/* A file as it stands in the package. */
struct entry {
    const struct package_file *file;
    unsigned char *packed; /* NULL: it is stored */
    size_t packed_bytes;
    uint32_t checksum, at;
};

static void add_number(struct str *out, uint32_t number, int bytes)
{
    char little[4];

    for (int i = 0; i < bytes; i++)
        little[i] = (char)(number >> (8 * i) & 0xFF);
    str_add_bytes(out, little, (size_t)bytes);
}

/* A raw deflate stream: a ZIP has its own checksum. */
static bool deflate_file(struct entry *entry)
{
    z_stream z = {.next_in = NULL};
    bool done;

    if (deflateInit2(&z, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY) !=
        Z_OK)
        return false;
    entry->packed_bytes = deflateBound(&z, (uLong)entry->file->len_bytes);
    entry->packed = malloc(entry->packed_bytes);
    z.next_in = (const Bytef *)entry->file->text;
    z.avail_in = (uInt)entry->file->len_bytes;
    z.next_out = entry->packed;
    z.avail_out = (uInt)entry->packed_bytes;
    done = entry->packed && deflate(&z, Z_FINISH) == Z_STREAM_END;
    entry->packed_bytes = z.total_out;
    (void)deflateEnd(&z);
    return done;
}

/* What stands alike before a file and in the directory at the end. */
static void add_description(const struct entry *entry, struct str *out)
{
    add_number(out, VERSION, 2);
    add_number(out, IN_UTF8, 2);
    add_number(out, entry->packed ? DEFLATED : STORED, 2);
    add_number(out, 0, 2);
    add_number(out, FIRST_DAY, 2);
    add_number(out, entry->checksum, 4);
    add_number(out, (uint32_t)entry->packed_bytes, 4);
    add_number(out, (uint32_t)entry->file->len_bytes, 4);
    add_number(out, (uint32_t)strlen(entry->file->name), 2);
    add_number(out, 0, 2); /* no extra field */
}

static bool add_file(struct entry *entry, size_t start, struct str *out)
{
    const struct package_file *file = entry->file;

    if (file->len_bytes > UINT_MAX / 2)
        return false;
    entry->at = (uint32_t)(out->len_bytes - start);
    entry->checksum = (uint32_t)crc32(0, (const Bytef *)file->text, (uInt)file->len_bytes);
    entry->packed_bytes = file->len_bytes;
    if (!file->stored && !deflate_file(entry))
        return false;
    str_add_bytes(out, "PK\3\4", 4);
    add_description(entry, out);
    str_add(out, file->name);
    str_add_bytes(out, entry->packed ? (const char *)entry->packed : file->text, entry->packed_bytes);
    return true;
}

static void add_directory_entry(const struct entry *entry, struct str *out)
{
    str_add_bytes(out, "PK\1\2", 4);
    add_number(out, VERSION, 2);
    add_description(entry, out);
    add_number(out, 0, 2); /* no comment */
    add_number(out, 0, 2); /* on the first disk */
    add_number(out, 0, 2); /* no attributes, inner or outer */
    add_number(out, 0, 4);
    add_number(out, entry->at, 4);
    str_add(out, entry->file->name);
}

static void add_directory(const struct entry *entries, size_t n, size_t start, struct str *out)
{
    const size_t at = out->len_bytes;
    uint32_t bytes;

    for (size_t i = 0; i < n; i++)
        add_directory_entry(&entries[i], out);
    bytes = (uint32_t)(out->len_bytes - at);
    str_add_bytes(out, "PK\5\6", 4);
    add_number(out, 0, 4); /* one disk */
    add_number(out, (uint32_t)n, 2);
    add_number(out, (uint32_t)n, 2);
    add_number(out, bytes, 4);
    add_number(out, (uint32_t)(at - start), 4);
    add_number(out, 0, 2); /* no comment */
}

enum status package_write(const struct package_file *files, size_t n, struct str *out, struct err *err)
{
    const size_t start = out->len_bytes;
    struct entry *entries = calloc(n + 1, sizeof *entries);
    bool written = entries != NULL;

    for (size_t i = 0; written && i < n; i++) {
        entries[i].file = &files[i];
        written = add_file(&entries[i], start, out);
    }
    if (written)
        add_directory(entries, n, start, out);
    written = written && !str_failed(out);
    for (size_t i = 0; entries && i < n; i++)
        free(entries[i].packed);
    free(entries);
    /* nothing but memory is used, so nothing else can be wanting */
    return written ? STATUS_OK : err_memory(err);
}
