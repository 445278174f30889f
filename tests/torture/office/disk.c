/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The disk: for each file an image of what is synced, and the list of what was done to it since.
 */
#include "tests/torture/office/disk.h"

#include "tests/torture/office/office.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FILES_MAX = 16, SECTOR = 512 };

struct change {
    enum { WRITTEN, TRUNCATED, REMOVED } kind;
    size_t at, n; /* TRUNCATED: n the new size */
    unsigned char *bytes;
};
struct image {
    char path[200];
    bool there; /* its name is on the disk for good */
    struct str synced;
    struct change *changes;
    size_t n, room;
};
static struct {
    struct image files[FILES_MAX];
    size_t n_files;
    long calls, cut;
    bool went, memory;
} disk;
static sqlite3_vfs *real_vfs;
static sqlite3_vfs cuttable;

struct handle {
    sqlite3_file base;
    struct image *image; /* NULL: a file without a name */
    sqlite3_file *real;
};

static sqlite3_file *real_of(sqlite3_file *file)
{
    return ((struct handle *)file)->real;
}

/* ---- what is known of a file --------------------------------------------------------------------- */

static void forget_changes(struct image *image)
{
    for (size_t i = 0; i < image->n; i++)
        free(image->changes[i].bytes);
    image->n = 0;
}

static struct image *image_of(const char *path)
{
    struct image *image;

    for (size_t i = 0; i < disk.n_files; i++)
        if (text_same(disk.files[i].path, path))
            return &disk.files[i];
    if (disk.n_files == FILES_MAX) {
        disk.memory = true;
        return NULL;
    }
    image = &disk.files[disk.n_files++];
    *image = (struct image){.there = access(path, F_OK) == 0};
    (void)snprintf(image->path, sizeof image->path, "%s", path);
    str_init(&image->synced);
    if (image->there && !office_read(path, &image->synced))
        disk.memory = true;
    return image;
}

static void remember(struct image *image, struct change change, const void *bytes)
{
    if (image->n == image->room) {
        size_t room = image->room ? image->room * 2 : 64;
        struct change *changes = realloc(image->changes, room * sizeof *changes);

        if (!changes) {
            disk.memory = true;
            return;
        }
        image->changes = changes;
        image->room = room;
    }
    if (bytes) {
        change.bytes = malloc(change.n);
        if (!change.bytes) {
            disk.memory = true;
            return;
        }
        memcpy(change.bytes, bytes, change.n);
    }
    image->changes[image->n++] = change;
}

/* The bytes from AT on, with zeros where the file was shorter. */
static void put(struct str *file, size_t at, const void *bytes, size_t n)
{
    while (file->len_bytes < at + n && !str_failed(file))
        str_add_char(file, '\0');
    if (!str_failed(file))
        memcpy(file->text + at, bytes, n);
}

static void cut_to(struct str *file, size_t size)
{
    while (file->len_bytes < size && !str_failed(file))
        str_add_char(file, '\0');
    str_cut(file, size);
}

static void apply(struct image *image, const struct change *change)
{
    if (change->kind == WRITTEN)
        put(&image->synced, change->at, change->bytes, change->n);
    else if (change->kind == TRUNCATED)
        cut_to(&image->synced, change->n);
    else
        image->there = false;
}

/* true: the power goes at this very call. */
static bool power_goes(void)
{
    if (++disk.calls == disk.cut)
        disk.went = true;
    return disk.went;
}

/* ---- SQLite's side ------------------------------------------------------------------------------- */

static int disk_close(sqlite3_file *file)
{
    return real_of(file)->pMethods->xClose(real_of(file));
}

static int disk_read(sqlite3_file *file, void *to, int n, sqlite3_int64 at)
{
    return disk.went ? SQLITE_IOERR_READ : real_of(file)->pMethods->xRead(real_of(file), to, n, at);
}

static int disk_write(sqlite3_file *file, const void *from, int n, sqlite3_int64 at)
{
    struct image *image = ((struct handle *)file)->image;
    bool before = disk.went, gone = power_goes();

    if (image && !before)
        remember(image, (struct change){WRITTEN, (size_t)at, (size_t)n, NULL}, from);
    return gone ? SQLITE_IOERR_WRITE : real_of(file)->pMethods->xWrite(real_of(file), from, n, at);
}

static int disk_truncate(sqlite3_file *file, sqlite3_int64 size)
{
    struct image *image = ((struct handle *)file)->image;
    bool before = disk.went, gone = power_goes();

    if (image && !before)
        remember(image, (struct change){TRUNCATED, 0, (size_t)size, NULL}, NULL);
    return gone ? SQLITE_IOERR_TRUNCATE : real_of(file)->pMethods->xTruncate(real_of(file), size);
}

static int disk_sync(sqlite3_file *file, int flags)
{
    struct image *image = ((struct handle *)file)->image;

    (void)flags;
    if (power_goes())
        return SQLITE_IOERR_FSYNC;
    if (!image)
        return SQLITE_OK;
    for (size_t i = 0; i < image->n; i++)
        apply(image, &image->changes[i]);
    forget_changes(image);
    image->there = true; /* the first sync of a new file syncs its directory too */
    return SQLITE_OK;
}

static int disk_size(sqlite3_file *file, sqlite3_int64 *size)
{
    return disk.went ? SQLITE_IOERR_FSTAT : real_of(file)->pMethods->xFileSize(real_of(file), size);
}

static int disk_lock(sqlite3_file *file, int level)
{
    return real_of(file)->pMethods->xLock(real_of(file), level);
}

static int disk_unlock(sqlite3_file *file, int level)
{
    return real_of(file)->pMethods->xUnlock(real_of(file), level);
}

static int disk_reserved(sqlite3_file *file, int *reserved)
{
    return real_of(file)->pMethods->xCheckReservedLock(real_of(file), reserved);
}

static int disk_control(sqlite3_file *file, int operation, void *argument)
{
    return real_of(file)->pMethods->xFileControl(real_of(file), operation, argument);
}

static int disk_sector(sqlite3_file *file)
{
    (void)file;
    return SECTOR;
}

/* It promises nothing. */
static int disk_device(sqlite3_file *file)
{
    (void)file;
    return 0;
}

static const sqlite3_io_methods disk_methods = {
    .iVersion = 1,
    .xClose = disk_close,
    .xRead = disk_read,
    .xWrite = disk_write,
    .xTruncate = disk_truncate,
    .xSync = disk_sync,
    .xFileSize = disk_size,
    .xLock = disk_lock,
    .xUnlock = disk_unlock,
    .xCheckReservedLock = disk_reserved,
    .xFileControl = disk_control,
    .xSectorSize = disk_sector,
    .xDeviceCharacteristics = disk_device,
};

static int disk_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
    struct handle *handle = (struct handle *)file;
    int rc;

    (void)vfs;
    handle->base.pMethods = NULL;
    handle->real = (sqlite3_file *)(handle + 1);
    if (disk.went)
        return SQLITE_CANTOPEN;
    handle->image = name ? image_of(name) : NULL;
    rc = real_vfs->xOpen(real_vfs, name, handle->real, flags, out_flags);
    if (handle->real->pMethods)
        handle->base.pMethods = &disk_methods;
    return rc;
}

static int disk_delete(sqlite3_vfs *vfs, const char *name, int sync)
{
    struct image *image = image_of(name);
    bool before = disk.went, gone = power_goes();

    (void)vfs;
    if (image && !before)
        remember(image, (struct change){REMOVED, 0, 0, NULL}, NULL);
    if (gone)
        return SQLITE_IOERR_DELETE;
    if (image && sync) {
        forget_changes(image);
        str_clear(&image->synced);
        image->there = false;
    }
    return real_vfs->xDelete(real_vfs, name, 0);
}

bool disk_install(void)
{
    real_vfs = sqlite3_vfs_find(NULL);
    cuttable = *real_vfs;
    cuttable.zName = "cuttable";
    cuttable.szOsFile = (int)sizeof(struct handle) + real_vfs->szOsFile;
    cuttable.xOpen = disk_open;
    cuttable.xDelete = disk_delete;
    return sqlite3_vfs_register(&cuttable, 1) == SQLITE_OK;
}

/* ---- the power goes ------------------------------------------------------------------------------ */

void disk_end(void)
{
    for (size_t i = 0; i < disk.n_files; i++) {
        forget_changes(&disk.files[i]);
        free(disk.files[i].changes);
        str_release(&disk.files[i].synced);
    }
    disk.n_files = 0;
    disk.calls = disk.cut = 0;
    disk.went = disk.memory = false;
}

void disk_begin(long n)
{
    disk_end();
    disk.cut = n;
}

long disk_calls(void)
{
    return disk.calls;
}

bool disk_went(void)
{
    return disk.went;
}

/* A write, sector by sector. */
static void survive_sectors(struct image *image, const struct change *change, enum loss loss,
                            uint64_t *random)
{
    for (size_t done = 0, n; done < change->n; done += n) {
        unsigned char anything[SECTOR];
        const unsigned char *bytes = change->bytes + done;
        uint64_t fate = draw(random) % 3;

        n = SECTOR - (change->at + done) % SECTOR;
        if (n > change->n - done)
            n = change->n - done;
        if (fate == 0)
            continue;
        for (size_t i = 0; fate == 1 && loss == LOSE_GARBLE && i < n; i++)
            anything[i] = (unsigned char)draw(random);
        put(&image->synced, change->at + done, fate == 1 && loss == LOSE_GARBLE ? anything : bytes, n);
    }
}

bool disk_crash(enum loss loss, uint64_t *random)
{
    bool good = !disk.memory;

    for (size_t i = 0; i < disk.n_files; i++) {
        struct image *image = &disk.files[i];

        for (size_t c = 0; c < image->n && loss != LOSE_ALL; c++) {
            if (image->changes[c].kind == WRITTEN)
                survive_sectors(image, &image->changes[c], loss, random);
            else if (draw(random) % 2)
                apply(image, &image->changes[c]);
        }
        if (!image->there && loss != LOSE_ALL && image->synced.len_bytes && draw(random) % 2)
            image->there = true;
        good = good && !str_failed(&image->synced);
        if (image->there)
            good = good && office_write(image->path, image->synced.text, image->synced.len_bytes);
        else
            (void)unlink(image->path);
    }
    disk_end();
    return good;
}
