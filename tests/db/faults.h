/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes SQLite's n-th allocation or n-th file operation fail: its allocator and its file system behind a
 * gate. For one program of tests; install_faults comes before anything else.
 */
#ifndef YISHI_TESTS_DB_FAULTS_H
#define YISHI_TESTS_DB_FAULTS_H

#include <sqlite3.h>
#include <stdbool.h>

enum kind { MEMORY, FILES };
static struct fault {
    bool armed, for_ever;
    enum kind kind;
    int countdown, hits;
} fault;

static inline bool fails(enum kind kind)
{
    if (!fault.armed || fault.kind != kind || (--fault.countdown > 0) || (fault.hits && !fault.for_ever))
        return false;
    fault.hits++;
    return true;
}

static sqlite3_mem_methods real_memory;

static inline void *faulty_malloc(int size)
{
    return fails(MEMORY) ? NULL : real_memory.xMalloc(size);
}

static inline void *faulty_realloc(void *old, int size)
{
    return fails(MEMORY) ? NULL : real_memory.xRealloc(old, size);
}

/* A file of the real file system behind a gate. */
struct gated {
    sqlite3_file base;
    sqlite3_file *real; /* right behind this struct */
};
static sqlite3_vfs *real_vfs;

static inline sqlite3_file *real_of(sqlite3_file *file)
{
    return ((struct gated *)file)->real;
}

static inline int gated_close(sqlite3_file *file)
{
    return real_of(file)->pMethods->xClose(real_of(file));
}

static inline int gated_read(sqlite3_file *file, void *to, int n, sqlite3_int64 at)
{
    return fails(FILES) ? SQLITE_IOERR_READ : real_of(file)->pMethods->xRead(real_of(file), to, n, at);
}

static inline int gated_write(sqlite3_file *file, const void *from, int n, sqlite3_int64 at)
{
    return fails(FILES) ? SQLITE_IOERR_WRITE : real_of(file)->pMethods->xWrite(real_of(file), from, n, at);
}

static inline int gated_truncate(sqlite3_file *file, sqlite3_int64 size)
{
    return fails(FILES) ? SQLITE_IOERR_TRUNCATE : real_of(file)->pMethods->xTruncate(real_of(file), size);
}

static inline int gated_sync(sqlite3_file *file, int flags)
{
    return fails(FILES) ? SQLITE_IOERR_FSYNC : real_of(file)->pMethods->xSync(real_of(file), flags);
}

static inline int gated_size(sqlite3_file *file, sqlite3_int64 *size)
{
    return fails(FILES) ? SQLITE_IOERR_FSTAT : real_of(file)->pMethods->xFileSize(real_of(file), size);
}

static inline int gated_lock(sqlite3_file *file, int level)
{
    return fails(FILES) ? SQLITE_IOERR_LOCK : real_of(file)->pMethods->xLock(real_of(file), level);
}

static inline int gated_unlock(sqlite3_file *file, int level)
{
    return real_of(file)->pMethods->xUnlock(real_of(file), level);
}

static inline int gated_reserved(sqlite3_file *file, int *reserved)
{
    return fails(FILES) ? SQLITE_IOERR_CHECKRESERVEDLOCK
                        : real_of(file)->pMethods->xCheckReservedLock(real_of(file), reserved);
}

static inline int gated_control(sqlite3_file *file, int operation, void *argument)
{
    return real_of(file)->pMethods->xFileControl(real_of(file), operation, argument);
}

static inline int gated_sector(sqlite3_file *file)
{
    return real_of(file)->pMethods->xSectorSize(real_of(file));
}

static inline int gated_device(sqlite3_file *file)
{
    return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}

static const sqlite3_io_methods gated_methods = {
    .iVersion = 1,
    .xClose = gated_close,
    .xRead = gated_read,
    .xWrite = gated_write,
    .xTruncate = gated_truncate,
    .xSync = gated_sync,
    .xFileSize = gated_size,
    .xLock = gated_lock,
    .xUnlock = gated_unlock,
    .xCheckReservedLock = gated_reserved,
    .xFileControl = gated_control,
    .xSectorSize = gated_sector,
    .xDeviceCharacteristics = gated_device,
};

static inline int gated_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags,
                             int *out_flags)
{
    struct gated *gated = (struct gated *)file;
    int rc;

    (void)vfs;
    gated->base.pMethods = NULL;
    gated->real = (sqlite3_file *)(gated + 1);
    if (fails(FILES))
        return SQLITE_CANTOPEN;
    rc = real_vfs->xOpen(real_vfs, name, gated->real, flags, out_flags);
    if (gated->real->pMethods)
        gated->base.pMethods = &gated_methods;
    return rc;
}

static inline int gated_delete(sqlite3_vfs *vfs, const char *name, int sync)
{
    (void)vfs;
    return fails(FILES) ? SQLITE_IOERR_DELETE : real_vfs->xDelete(real_vfs, name, sync);
}

static inline int gated_access(sqlite3_vfs *vfs, const char *name, int flags, int *out)
{
    (void)vfs;
    return fails(FILES) ? SQLITE_IOERR_ACCESS : real_vfs->xAccess(real_vfs, name, flags, out);
}

static sqlite3_vfs gate;

static inline bool install_faults(void)
{
    sqlite3_mem_methods faulty;

    if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real_memory) != SQLITE_OK)
        return false;
    faulty = real_memory;
    faulty.xMalloc = faulty_malloc;
    faulty.xRealloc = faulty_realloc;
    if (sqlite3_config(SQLITE_CONFIG_MALLOC, &faulty) != SQLITE_OK || sqlite3_initialize() != SQLITE_OK)
        return false;
    real_vfs = sqlite3_vfs_find(NULL);
    gate = *real_vfs;
    gate.zName = "gate";
    gate.szOsFile = (int)sizeof(struct gated) + real_vfs->szOsFile;
    gate.xOpen = gated_open;
    gate.xDelete = gated_delete;
    gate.xAccess = gated_access;
    return sqlite3_vfs_register(&gate, 1) == SQLITE_OK;
}

#endif
