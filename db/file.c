/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file system's calls with their errors turned into ours.
 */
#include "db/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

enum status file_fail(enum code code, const char *path, int os_error, struct err *err)
{
    enum status status;

    if (os_error == ENOMEM)
        return err_memory(err);
    if (os_error == ENOSPC || os_error == EDQUOT || os_error == EFBIG)
        status = err_set(err, STATUS_FULL, CODE_DB_FULL, path, NULL, NULL);
    else
        status = err_set(err, STATUS_STORAGE, code, path, strerror(os_error), NULL);
    if (err)
        err->os_error = os_error;
    return status;
}

enum status file_random_hex(char *out, size_t n, struct err *err)
{
    static const char digits[] = "0123456789abcdef";
    unsigned char byte;

    for (size_t i = 0; i < n; i++) {
        if (getrandom(&byte, 1, 0) != 1)
            return file_fail(CODE_FILE_READ, "getrandom", errno, err);
        *out++ = digits[byte >> 4];
        *out++ = digits[byte & 15];
    }
    *out = '\0';
    return STATUS_OK;
}

enum status file_uuid(char *out, struct err *err)
{
    static const char variants[] = "89ab";
    char hex[33];
    enum status status = file_random_hex(hex, 16, err);

    if (status != STATUS_OK)
        return status;
    hex[12] = '4';
    hex[16] = variants[(unsigned char)hex[16] & 3];
    for (int i = 0; i < 32; i++) {
        if (i == 8 || i == 12 || i == 16 || i == 20)
            *out++ = '-';
        *out++ = hex[i];
    }
    *out = '\0';
    return STATUS_OK;
}

void file_add_directory(struct str *out, const char *path)
{
    const char *slash = strrchr(path, '/');

    if (!slash)
        str_add(out, ".");
    else if (slash == path)
        str_add(out, "/");
    else
        str_add_bytes(out, path, (size_t)(slash - path));
}

enum status file_check_directory(const char *path, struct err *err)
{
    enum status status = STATUS_OK;
    struct str directory = STR_INIT;
    struct stat info;

    file_add_directory(&directory, path);
    if (str_failed(&directory))
        status = err_memory(err);
    else if (stat(directory.text, &info) == 0 && S_ISDIR(info.st_mode))
        status = STATUS_OK;
    else
        status = err_set(err, STATUS_MISSING, CODE_DIR_MISSING, path, NULL, NULL);
    str_release(&directory);
    return status;
}

/* Their locks may be local to one machine, or their fsync a wish. */
const char *file_system_refused(unsigned long type)
{
    static const struct {
        unsigned long type;
        const char *name;
    } refused[] = {
        {0x6969, "NFS"},        {0x517B, "SMB"},        {0xFE534D42, "SMB"},  {0xFF534D42, "CIFS"},
        {0x01021997, "9p"},     {0x65735546, "FUSE"},   {0x73757245, "Coda"}, {0x5346414F, "AFS"},
        {0x6B414653, "AFS"},    {0x564C, "NCP"},        {0x00C36400, "Ceph"}, {0x0BD00BD0, "Lustre"},
        {0x786F4256, "vboxsf"}, {0xBACBACBC, "vmhgfs"}, {0x47504653, "GPFS"}, {0x19830326, "FhGFS"},
    };

    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++)
        if (refused[i].type == type)
            return refused[i].name;
    return NULL;
}

enum status file_check_local(const char *path, struct err *err)
{
    struct statfs info;
    const char *name;

    if (statfs(path, &info) != 0)
        return file_fail(CODE_FILE_OPEN, path, errno, err);
    /* f_type is signed on some machines: 32 bits say it all */
    name = file_system_refused((unsigned long)info.f_type & 0xFFFFFFFFUL);
    return name ? err_set(err, STATUS_STORAGE, CODE_DB_NETWORK, path, name, NULL) : STATUS_OK;
}

/* Is the directory of PATH one that a group shares? */
static bool directory_is_shared(const char *path)
{
    struct str directory = STR_INIT;
    struct stat info;
    bool shared;

    file_add_directory(&directory, path);
    shared = !str_failed(&directory) && stat(directory.text, &info) == 0 && (info.st_mode & S_ISGID) &&
             (info.st_mode & S_IWGRP);
    str_release(&directory);
    return shared;
}

enum status file_create(const char *path, struct err *err)
{
    mode_t mode = directory_is_shared(path) ? 0660 : 0600;
    enum status status = STATUS_OK;
    int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);

    if (fd < 0 && errno == EEXIST)
        return err_set(err, STATUS_STORAGE, CODE_DB_EXISTS, path, NULL, NULL);
    if (fd < 0)
        return file_fail(CODE_FILE_WRITE, path, errno, err);
    if (fchmod(fd, mode) != 0) /* whatever the umask */
        status = file_fail(CODE_FILE_WRITE, path, errno, err);
    if (close(fd) != 0 && status == STATUS_OK)
        status = file_fail(CODE_FILE_WRITE, path, errno, err);
    if (status != STATUS_OK)
        (void)unlink(path); /* the first error is the one to tell */
    return status;
}

enum status file_sync(const char *path, struct err *err)
{
    enum status status = STATUS_OK;
    int fd = open(path, O_RDONLY | O_CLOEXEC);

    if (fd < 0)
        return file_fail(CODE_FILE_OPEN, path, errno, err);
    if (fsync(fd) != 0)
        status = file_fail(CODE_FILE_WRITE, path, errno, err);
    if (close(fd) != 0 && status == STATUS_OK)
        status = file_fail(CODE_FILE_WRITE, path, errno, err);
    return status;
}

/* rename(2) would replace TO; link(2) does not, but FAT has none. */
static enum status file_rename_new(const char *from, const char *to, struct err *err)
{
    struct stat info;

    if (link(from, to) == 0)
        return unlink(from) == 0 ? STATUS_OK : file_fail(CODE_FILE_WRITE, from, errno, err);
    if (errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS) {
        if (lstat(to, &info) == 0)
            errno = EEXIST;
        else if (rename(from, to) == 0)
            return STATUS_OK;
    }
    if (errno == EEXIST)
        return err_set(err, STATUS_STORAGE, CODE_DB_EXISTS, to, NULL, NULL);
    return file_fail(CODE_FILE_WRITE, to, errno, err);
}

enum status file_publish(const char *from, const char *to, struct err *err)
{
    struct str directory = STR_INIT;
    enum status status = file_sync(from, err);

    file_add_directory(&directory, to);
    if (status == STATUS_OK && str_failed(&directory))
        status = err_memory(err);
    if (status == STATUS_OK)
        status = file_rename_new(from, to, err);
    if (status == STATUS_OK)
        status = file_sync(directory.text, err);
    str_release(&directory);
    return status;
}

enum status directory_make(const char *path, struct err *err)
{
    enum status status = STATUS_OK;
    struct str part = STR_INIT;
    const char *slash = path;

    while (status == STATUS_OK && slash) {
        slash = strchr(slash + 1, '/');
        str_clear(&part);
        str_add_bytes(&part, path, slash ? (size_t)(slash - path) : strlen(path));
        if (str_failed(&part))
            status = err_memory(err);
        else if (part.len_bytes && mkdir(part.text, 0700) != 0 && errno != EEXIST && errno != EISDIR)
            status = file_fail(CODE_FILE_WRITE, part.text, errno, err);
    }
    str_release(&part);
    return status;
}

const struct dirent *directory_next(DIR *listing)
{
    errno = 0;
    return readdir(listing);
}
