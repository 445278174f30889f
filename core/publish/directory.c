/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing the package: beside its place, synced, then renamed. Whoever looks finds the whole or nothing.
 */
#include "core/publish/package.h"

#include "db/file.h"
#include "db/seal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SALT_BYTES = 16, TEMPORARY_BYTES = 6, PIECE = 1 << 16 };

static enum status fail(const char *path, struct err *err)
{
    return file_fail(CODE_FILE_WRITE, path, errno, err);
}

/* ---- one file -------------------------------------------------------------------------------- */

static bool write_all(int fd, const char *bytes, size_t len)
{
    while (len) {
        const ssize_t n = write(fd, bytes, len);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        bytes += n;
        len -= (size_t)n;
    }
    return true;
}

/* What lies at FROM, as it is read now: its length and SHA-256 are of these bytes. */
static enum status copy_attached(struct package_item *item, int to, const char *path, struct err *err)
{
    struct arena arena = ARENA_INIT;
    char *piece = arena_take(&arena, PIECE);
    struct sha256 sha;
    ssize_t n = 0;
    enum status status = piece ? STATUS_OK : err_memory(err);
    int from = piece ? open(item->from, O_RDONLY | O_CLOEXEC | O_NONBLOCK) : -1;

    sha256_begin(&sha);
    item->len_bytes = 0;
    if (!status && from < 0)
        status = file_fail(CODE_PUBLISH_CHANGED, item->from, errno, err);
    while (!status && ((n = read(from, piece, PIECE)) > 0 || (n < 0 && errno == EINTR))) {
        if (n < 0)
            continue;
        sha256_add_bytes(&sha, piece, (size_t)n);
        item->len_bytes += (size_t)n;
        if (!write_all(to, piece, (size_t)n))
            status = fail(path, err);
    }
    if (!status && n < 0)
        status = file_fail(CODE_FILE_READ, item->from, errno, err);
    sha256_end(&sha, item->sha256);
    if (from >= 0 && close(from) != 0 && !status)
        status = file_fail(CODE_FILE_READ, item->from, errno, err);
    arena_release(&arena);
    return status;
}

static enum status write_item(struct package_item *item, const char *directory, struct err *err)
{
    struct str path = STR_INIT;
    enum status status = STATUS_OK;
    int fd;

    str_printf(&path, "%s/%s", directory, item->name);
    if (str_failed(&path)) {
        str_release(&path);
        return err_memory(err);
    }
    fd = open(path.text, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (fd < 0 || (!item->from && !write_all(fd, item->bytes.text, item->bytes.len_bytes)))
        status = fail(path.text, err);
    else if (item->from)
        status = copy_attached(item, fd, path.text, err);
    if (!status && fsync(fd) != 0)
        status = fail(path.text, err);
    if (fd >= 0 && close(fd) != 0 && !status)
        status = fail(path.text, err);
    str_release(&path);
    return status;
}

/* ---- the directory --------------------------------------------------------------------------- */

static bool has_attached(const struct package_items *items)
{
    for (size_t i = 0; i < items->n; i++)
        if (items->v[i].from)
            return true;
    return false;
}

/* Nothing is left of what was not finished. */
static void remove_made(const struct package_items *items, const char *directory)
{
    struct str path = STR_INIT;

    for (size_t i = 0; i <= items->n; i++) {
        str_clear(&path);
        str_printf(&path, "%s/%s", directory, i < items->n ? items->v[i].name : "manifest.json");
        if (!str_failed(&path))
            (void)unlink(path.text);
    }
    str_clear(&path);
    str_printf(&path, "%s/attachments", directory);
    if (!str_failed(&path))
        (void)rmdir(path.text);
    (void)rmdir(directory);
    str_release(&path);
}

static enum status sync_made(const char *directory, bool attached, struct err *err)
{
    struct str path = STR_INIT;
    enum status status = STATUS_OK;

    str_printf(&path, "%s/attachments", directory);
    if (str_failed(&path))
        status = err_memory(err);
    if (!status && attached)
        status = file_sync(path.text, err);
    if (!status)
        status = file_sync(directory, err);
    str_release(&path);
    return status;
}

static enum status write_items(struct package_items *items, const char *directory, struct err *err)
{
    struct str attachments = STR_INIT;
    enum status status = STATUS_OK;

    str_printf(&attachments, "%s/attachments", directory);
    if (str_failed(&attachments))
        status = err_memory(err);
    if (!status && has_attached(items) && mkdir(attachments.text, 0777) != 0)
        status = fail(attachments.text, err);
    for (size_t i = 0; i < items->n && !status; i++)
        status = write_item(&items->v[i], directory, err);
    str_release(&attachments);
    return status;
}

/* ---- the journal ----------------------------------------------------------------------------- */

/* That it is made, with the salt; HEAD is then the seal of just that. */
static enum status journal(struct db *db, const struct publishing *how, const struct public_copy *copy,
                           const struct package_items *items, char head[SHA256_TEXT], struct err *err)
{
    char salt[2 * SALT_BYTES + 1];
    struct stmt *stmt = NULL;
    enum status status = file_random_hex(salt, SALT_BYTES, err);

    if (!status)
        status = write_begin(db, how->stamp, err);
    if (status)
        return status;
    status = stmt_begin(db, &stmt,
                        "INSERT INTO publication (committee_id, meeting, made_on, made_by, minutes, salt)"
                        " VALUES ($1, $2, $3, $4, $5, $6)",
                        err);
    if (!status) {
        stmt_int(stmt, 1, copy->s.committee.row.id);
        stmt_int(stmt, 2, copy->s.meeting.row.id);
        stmt_text(stmt, 3, how->today);
        stmt_text(stmt, 4, how->stamp->who);
        stmt_text(stmt, 5, items->v[0].sha256);
        stmt_text(stmt, 6, salt);
        status = stmt_run(stmt, NULL, err);
    }
    stmt_done(stmt);
    status = write_end(db, status, err);
    return status ? status : seal_head(db, head, err);
}

static enum status write_manifest(struct db *db, const struct publishing *how, const struct public_copy *copy,
                                  const struct package_items *items, const char *directory, struct err *err)
{
    struct package_item manifest = {.name = "manifest.json", .bytes = STR_INIT};
    char head[SHA256_TEXT] = "";
    enum status status = journal(db, how, copy, items, head, err);

    if (!status)
        status = package_manifest(copy, items, how->today, head, &manifest.bytes, err);
    if (!status)
        status = write_item(&manifest, directory, err);
    str_release(&manifest.bytes);
    return status;
}

/* ---- all ------------------------------------------------------------------------------------- */

enum status package_check_place(const char *path, struct err *err)
{
    struct stat info;

    if (lstat(path, &info) == 0)
        return err_set(err, STATUS_NO, CODE_PUBLISH_EXISTS, path, NULL, NULL);
    return errno == ENOENT || errno == ENOTDIR ? file_check_directory(path, err) : fail(path, err);
}

/* PATH without slashes at its end, and a name beside it that nobody has. */
static enum status name_both(const char *path, struct str *place, struct str *beside, struct err *err)
{
    char random[2 * TEMPORARY_BYTES + 1] = "";
    size_t len = strlen(path);
    enum status status = file_random_hex(random, TEMPORARY_BYTES, err);

    while (len > 1 && path[len - 1] == '/')
        len--;
    str_add_bytes(place, path, len);
    str_printf(beside, "%s.%s", place->text, random);
    if (!status && (str_failed(place) || str_failed(beside)))
        status = err_memory(err);
    return status;
}

static enum status sync_parent(const char *path, struct err *err)
{
    struct str parent = STR_INIT;
    enum status status;

    file_add_directory(&parent, path);
    status = str_failed(&parent) ? err_memory(err) : file_sync(parent.text, err);
    str_release(&parent);
    return status;
}

enum status package_publish(struct db *db, const struct publishing *how, const struct public_copy *copy,
                            struct package_items *items, const char *path, struct err *err)
{
    struct str place = STR_INIT, beside = STR_INIT;
    bool made = false;
    enum status status = name_both(path, &place, &beside, err);

    if (!status)
        status = package_check_place(place.text, err);
    if (!status && mkdir(beside.text, 0777) != 0)
        status = fail(beside.text, err);
    else
        made = !status;
    if (!status)
        status = write_items(items, beside.text, err);
    if (!status)
        status = write_manifest(db, how, copy, items, beside.text, err);
    if (!status)
        status = sync_made(beside.text, has_attached(items), err);
    if (!status)
        status = package_check_place(place.text, err);
    if (!status && rename(beside.text, place.text) != 0)
        status = fail(place.text, err);
    else if (!status)
        made = false;
    if (made)
        remove_made(items, beside.text);
    if (!status)
        status = sync_parent(place.text, err);
    str_release(&place);
    str_release(&beside);
    return status;
}
