/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The gates: linked with --wrap for each call below, so that __wrap_malloc is what core/ and db/ call.
 */
#include "tests/torture/faults/gate.h"

#include "tests/db/faults.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unicase.h>

const char *const ground_names[GROUNDS] = {"SQLite's memory", "SQLite's files", "own memory", "system calls"};

static struct {
    bool armed, for_ever;
    enum ground ground;
    int countdown, hits, first;
} own;

void gate_arm(enum ground ground, int n, bool for_ever)
{
    bool sqlite = ground == SQLITE_MEMORY || ground == SQLITE_FILES;

    fault = (struct fault){.armed = sqlite,
                           .for_ever = for_ever,
                           .kind = ground == SQLITE_MEMORY ? MEMORY : FILES,
                           .countdown = n};
    own.armed = !sqlite;
    own.for_ever = for_ever;
    own.ground = ground;
    own.countdown = sqlite ? 0 : n;
    own.hits = 0;
    own.first = n;
}

int gate_disarm(int *hits)
{
    int left = fault.armed ? fault.countdown : own.countdown;

    *hits = fault.armed ? fault.hits : own.hits;
    fault.armed = own.armed = false;
    return own.first - left;
}

static bool gives_way(enum ground ground)
{
    if (!own.armed || own.ground != ground || --own.countdown > 0 || (own.hits && !own.for_ever))
        return false;
    own.hits++;
    return true;
}

static bool memory_gone(void)
{
    if (!gives_way(OWN_MEMORY))
        return false;
    errno = ENOMEM;
    return true;
}

/* A full disk and a broken one in turns. */
static bool system_gone(void)
{
    if (!gives_way(OWN_SYSTEM))
        return false;
    errno = own.hits % 2 ? EIO : ENOSPC;
    return true;
}

/* ---- memory ------------------------------------------------------------------------------------- */

void *__real_malloc(size_t size);
void *__real_calloc(size_t n, size_t size);
void *__real_realloc(void *old, size_t size);
char *__real_strdup(const char *text);
char *__real_realpath(const char *path, char *out);
uint8_t *__real_u8_casefold(const uint8_t *s, size_t n, const char *language, uninorm_t form, uint8_t *out,
                            size_t *len);

void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t n, size_t size);
void *__wrap_realloc(void *old, size_t size);
char *__wrap_strdup(const char *text);
char *__wrap_realpath(const char *path, char *out);
uint8_t *__wrap_u8_casefold(const uint8_t *s, size_t n, const char *language, uninorm_t form, uint8_t *out,
                            size_t *len);

void *__wrap_malloc(size_t size)
{
    return memory_gone() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t n, size_t size)
{
    return memory_gone() ? NULL : __real_calloc(n, size);
}

void *__wrap_realloc(void *old, size_t size)
{
    return memory_gone() ? NULL : __real_realloc(old, size);
}

char *__wrap_strdup(const char *text)
{
    return memory_gone() ? NULL : __real_strdup(text);
}

char *__wrap_realpath(const char *path, char *out)
{
    return memory_gone() || system_gone() ? NULL : __real_realpath(path, out);
}

uint8_t *__wrap_u8_casefold(const uint8_t *s, size_t n, const char *language, uninorm_t form, uint8_t *out,
                            size_t *len)
{
    return memory_gone() ? NULL : __real_u8_casefold(s, n, language, form, out, len);
}

/* ---- the system ---------------------------------------------------------------------------------- */

/* One gate for each call that answers 0 or -1. */
#define GATE(name, parameters, arguments)                    \
    int __real_##name parameters;                            \
    int __wrap_##name parameters;                            \
    int __wrap_##name parameters                             \
    {                                                        \
        return system_gone() ? -1 : __real_##name arguments; \
    }

GATE(fsync, (int fd), (fd))
GATE(fchmod, (int fd, mode_t mode), (fd, mode))
GATE(link, (const char *from, const char *to), (from, to))
GATE(unlink, (const char *path), (path))
GATE(rename, (const char *from, const char *to), (from, to))
GATE(mkdir, (const char *path, mode_t mode), (path, mode))
GATE(stat, (const char *path, struct stat *info), (path, info))
GATE(lstat, (const char *path, struct stat *info), (path, info))
GATE(statfs, (const char *path, struct statfs *info), (path, info))
GATE(access, (const char *path, int mode), (path, mode))

int __real_close(int fd);
int __wrap_close(int fd);
int __real_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...);
DIR *__real_opendir(const char *path);
DIR *__wrap_opendir(const char *path);
struct dirent *__real_readdir(DIR *listing);
struct dirent *__wrap_readdir(DIR *listing);
ssize_t __real_getrandom(void *out, size_t n, unsigned flags);
ssize_t __wrap_getrandom(void *out, size_t n, unsigned flags);
FILE *__real_fopen(const char *path, const char *mode);
FILE *__wrap_fopen(const char *path, const char *mode);

/* It is closed all the same, as Linux does it. */
int __wrap_close(int fd)
{
    bool gone = system_gone();
    int why = errno, rc = __real_close(fd);

    if (gone)
        errno = why;
    return gone ? -1 : rc;
}

int __wrap_open(const char *path, int flags, ...)
{
    va_list list;
    mode_t mode = 0;

    if (flags & O_CREAT) {
        va_start(list, flags);
        mode = va_arg(list, mode_t);
        va_end(list);
    }
    return system_gone() ? -1 : __real_open(path, flags, mode);
}

DIR *__wrap_opendir(const char *path)
{
    return memory_gone() || system_gone() ? NULL : __real_opendir(path);
}

struct dirent *__wrap_readdir(DIR *listing)
{
    return system_gone() ? NULL : __real_readdir(listing);
}

ssize_t __wrap_getrandom(void *out, size_t n, unsigned flags)
{
    return system_gone() ? -1 : __real_getrandom(out, n, flags);
}

FILE *__wrap_fopen(const char *path, const char *mode)
{
    return memory_gone() || system_gone() ? NULL : __real_fopen(path, mode);
}

bool gate_install(void)
{
    json_set_alloc_funcs(__wrap_malloc, free);
    return install_faults();
}
