/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading and writing whole files.
 */
#include "tui/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void file_typed_path(const char *typed, struct str *out)
{
    const char *home = getenv("HOME");

    if (typed[0] == '~' && typed[1] == '/' && home) {
        str_add(out, home);
        typed++;
    }
    str_add(out, typed);
}

static enum status os_error(struct err *err, enum code code, const char *path)
{
    int number = errno;
    enum status status = err_set(err, number == ENOSPC ? STATUS_FULL : STATUS_STORAGE,
                                 number == ENOSPC ? CODE_DB_FULL : code, path, strerror(number), NULL);

    if (err)
        err->os_error = number;
    return status;
}

static enum status read_all(FILE *file, const char *path, size_t limit, struct str *out, struct err *err)
{
    char bytes[16384], mib[24];
    size_t n;

    while ((n = fread(bytes, 1, sizeof bytes, file)) > 0) {
        str_add_bytes(out, bytes, n);
        if (out->len_bytes > limit) {
            (void)snprintf(mib, sizeof mib, "%zu", limit >> 20);
            return err_set(err, STATUS_BAD, CODE_RECORD_TOO_LARGE, path, mib, NULL);
        }
    }
    if (ferror(file))
        return os_error(err, CODE_FILE_READ, path);
    return str_failed(out) ? err_memory(err) : STATUS_OK;
}

enum status file_read(const char *path, size_t limit_bytes, struct str *out, struct err *err)
{
    bool standard = strcmp(path, "-") == 0;
    FILE *file = standard ? stdin : fopen(path, "rb");
    enum status status;

    status = file ? read_all(file, path, limit_bytes, out, err) : os_error(err, CODE_FILE_OPEN, path);
    if (file && !standard && fclose(file) && !status)
        status = os_error(err, CODE_FILE_READ, path);
    /* what cannot be read is bad input, not the storage's fault */
    return status == STATUS_STORAGE ? (err->status = STATUS_BAD) : status;
}

static bool write_all(int fd, const char *text, size_t len)
{
    while (len) {
        ssize_t n = write(fd, text, len);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        text += n;
        len -= (size_t)n;
    }
    return true;
}

/* The directory's own entry is synced too, or the name could be lost with the power. */
static bool sync_directory(const char *path)
{
    const char *slash = strrchr(path, '/');
    struct str directory = STR_INIT;
    int fd;
    bool done;

    str_add_bytes(&directory, slash ? path : ".", slash ? (size_t)(slash - path) + (slash == path) : 1);
    fd = open(directory.text, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    str_release(&directory);
    if (fd < 0)
        return false;
    done = fsync(fd) == 0 || errno == EINVAL;
    return close(fd) == 0 && done;
}

/* A device or a pipe (/dev/stdout): there is nothing to be replaced, and a file must not take its name. */
static bool is_stream(const char *path)
{
    struct stat info;

    return stat(path, &info) == 0 && !S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode);
}

static enum status write_stream(const char *path, const char *text, size_t len_bytes, struct err *err)
{
    enum status status = STATUS_OK;
    int fd = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC);

    if (fd < 0)
        return os_error(err, CODE_FILE_WRITE, path);
    if (!write_all(fd, text, len_bytes))
        status = os_error(err, CODE_FILE_WRITE, path);
    if (close(fd) && !status)
        status = os_error(err, CODE_FILE_WRITE, path);
    return status;
}

/* PATH is no link: what it leads to is replaced, the link stays. */
static enum status replace(const char *path, const char *text, size_t len_bytes, struct err *err)
{
    struct str beside = STR_INIT;
    enum status status = STATUS_OK;
    int fd;

    str_printf(&beside, "%s.XXXXXX", path);
    if (str_failed(&beside)) {
        str_release(&beside);
        return err_memory(err);
    }
    fd = mkstemp(beside.text);
    if (fd < 0) {
        status = os_error(err, CODE_FILE_WRITE, path);
        str_release(&beside);
        return status;
    }
    if (!write_all(fd, text, len_bytes) || fsync(fd))
        status = os_error(err, CODE_FILE_WRITE, path);
    if (close(fd) && !status)
        status = os_error(err, CODE_FILE_WRITE, path);
    if (!status && (rename(beside.text, path) || !sync_directory(path)))
        status = os_error(err, CODE_FILE_WRITE, path);
    if (status)
        (void)unlink(beside.text);
    str_release(&beside);
    return status;
}

enum status file_write(const char *path, const char *text, size_t len_bytes, struct err *err)
{
    char *real;
    enum status status;

    if (is_stream(path))
        return write_stream(path, text, len_bytes, err);
    real = realpath(path, NULL); /* NULL: there is no such file yet */
    status = replace(real ? real : path, text, len_bytes, err);
    free(real);
    return status;
}

enum status file_make_parents(const char *path, struct err *err)
{
    struct str directory = STR_INIT;
    enum status status = STATUS_OK;

    for (const char *p = strchr(path + 1, '/'); p && !status; p = strchr(p + 1, '/')) {
        str_clear(&directory);
        str_add_bytes(&directory, path, (size_t)(p - path));
        if (mkdir(directory.text, 0700) && errno != EEXIST)
            status = os_error(err, CODE_FILE_WRITE, directory.text);
    }
    str_release(&directory);
    return status;
}
