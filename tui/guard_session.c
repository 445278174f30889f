/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a session leaves in the state directory: a marker that is locked while it lives and taken away at a
 * clean end, and which database a path is, for when the file itself can no longer say so.
 */
#include "tui/guard.h"

#include "core/base/sha256.h"
#include "db/file.h"
#include "tui/app.h"
#include "tui/file.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

enum { UUID_SIZE = 37, PLACE_LIMIT = 256 };

void guard_init(struct guard *guard)
{
    *guard = (struct guard){.marker = STR_INIT, .marker_fd = -1, .ballast_path = STR_INIT};
}

void guard_release(struct guard *guard)
{
    if (guard->marker_fd >= 0) {
        (void)unlink(guard->marker.text); /* one that stays costs a check at the next start */
        (void)close(guard->marker_fd);
    }
    str_release(&guard->marker);
    str_release(&guard->ballast_path);
    guard_init(guard);
}

/* ---- the marker ----------------------------------------------------------------------------------- */

/* NAME is a marker of the database UUID: running-UUID-… */
static bool is_marker(const char *name, const char *uuid)
{
    static const char head[] = "running-";

    return strncmp(name, head, sizeof head - 1) == 0 &&
           strncmp(name + sizeof head - 1, uuid, strlen(uuid)) == 0;
}

/* Nobody holds the marker's lock any more: it is taken away. */
static bool take_orphan(const char *state_dir, const char *name)
{
    struct str path = STR_INIT;
    bool orphan = false;
    int fd;

    str_printf(&path, "%s/%s", state_dir, name);
    fd = str_failed(&path) ? -1 : open(path.text, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    if (fd >= 0) {
        orphan = flock(fd, LOCK_EX | LOCK_NB) == 0;
        if (orphan)
            (void)unlink(path.text); /* one that stays is found again, which costs a check */
        (void)close(fd);
    }
    str_release(&path);
    return orphan;
}

bool guard_unclean(const char *state_dir, const char *uuid)
{
    DIR *listing = opendir(state_dir);
    const struct dirent *entry;
    bool unclean = false;

    if (!listing)
        return false;
    while ((entry = directory_next(listing)) != NULL)
        if (is_marker(entry->d_name, uuid) && take_orphan(state_dir, entry->d_name))
            unclean = true;
    (void)closedir(listing);
    return unclean;
}

/* The marker is locked before it has its name, so that nobody takes it for an orphan. */
static void leave_marker(struct guard *guard, const char *state_dir, const char *uuid)
{
    struct str made = STR_INIT;
    char random[17];

    if (file_random_hex(random, 8, NULL))
        return;
    str_printf(&made, "%s/new-%s", state_dir, random);
    str_printf(&guard->marker, "%s/running-%s-%s", state_dir, uuid, random);
    if (!str_failed(&made) && !str_failed(&guard->marker))
        guard->marker_fd = open(made.text, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (guard->marker_fd >= 0 &&
        (flock(guard->marker_fd, LOCK_EX | LOCK_NB) != 0 || rename(made.text, guard->marker.text) != 0)) {
        (void)unlink(made.text); /* without a marker the check is made when idle, as ever */
        (void)close(guard->marker_fd);
        guard->marker_fd = -1;
    }
    str_release(&made);
}

/* ---- which database a path is --------------------------------------------------------------------- */

static bool place_name(const char *state_dir, const char *path, struct str *out)
{
    char *real = realpath(path, NULL);
    char sha[SHA256_TEXT];

    sha256_text(real ? real : path, strlen(real ? real : path), sha);
    free(real);
    str_printf(out, "%s/place-%.16s", state_dir, sha);
    return !str_failed(out);
}

void guard_known_uuid(const char *state_dir, const char *path, char out[37])
{
    struct str name = STR_INIT, text = STR_INIT;

    out[0] = '\0';
    if (place_name(state_dir, path, &name) && access(name.text, R_OK) == 0 &&
        file_read(name.text, PLACE_LIMIT, &text, NULL) == STATUS_OK && text.len_bytes >= UUID_SIZE - 1 &&
        strspn(text.text, "0123456789abcdef-") >= UUID_SIZE - 1) {
        memcpy(out, text.text, UUID_SIZE - 1);
        out[UUID_SIZE - 1] = '\0';
    }
    str_release(&name);
    str_release(&text);
}

static void note_place(const char *state_dir, const char *path, const char *uuid)
{
    struct str name = STR_INIT;
    char known[UUID_SIZE];

    guard_known_uuid(state_dir, path, known);
    if (strcmp(known, uuid) != 0 && place_name(state_dir, path, &name))
        (void)file_write(name.text, uuid, strlen(uuid), NULL); /* the next start tries again */
    str_release(&name);
}

void guard_started(struct app *app)
{
    if (!app->guard || !app->db || !app->draft_dir || directory_make(app->draft_dir, NULL))
        return; /* the backup will tell of a directory that cannot be written */
    leave_marker(app->guard, app->draft_dir, db_uuid(app->db));
    note_place(app->draft_dir, db_path(app->db), db_uuid(app->db));
}
