/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The publication package under faults: the whole directory or none. (Where even unlink fails, what is
 * unfinished stays beside it, under another name.)
 */
#include "core/publish/publication.h"
#include "tests/torture/faults/cases.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILES = 8 };

static void path_in(const struct office *o, const char *name, struct str *out)
{
    str_printf(out, "%s/%s", o->directory, name);
}

enum status run_publish(struct office *o, uint64_t *figure, struct err *err)
{
    static const struct publish_answers answers = {NULL, "all"};
    const struct publishing how = {&office_stamp, "2024-01-02"};
    struct publication p = {.arena = ARENA_INIT, .beside = STR_INIT};
    struct style *style = NULL;
    struct str path = STR_INIT;
    char day[11];
    enum status status = office_open(o, err);

    (void)figure;
    path_in(o, "package", &path);
    if (status == STATUS_OK && str_failed(&path))
        status = err_memory(err);
    if (status == STATUS_OK)
        status = style_load("docket", &style, err);
    if (status == STATUS_OK)
        status = publication_open(o->db, o->meeting[NOW], style, &answers, &p, err);
    if (status == STATUS_OK)
        status = publication_write(o->db, &p, style, &how, path.text, err);
    if (status == STATUS_OK)
        status = publication_day(o->db, o->meeting[NOW], day, err);
    publication_release(&p);
    style_free(style);
    str_release(&path);
    return status;
}

/* How many files the package has; -1: it is not there. */
static int count_package(const struct office *o)
{
    struct str path = STR_INIT;
    DIR *listing;
    int n = -2; /* . and .. */

    path_in(o, "package", &path);
    listing = opendir(path.text);
    str_release(&path);
    if (!listing)
        return -1;
    while (readdir(listing))
        n++;
    (void)closedir(listing);
    return n;
}

void verify_publish(struct office *o, enum status status, struct str *out)
{
    const int n = count_package(o);

    verify_same(o, status, out);
    if (status == STATUS_OK && n != FILES)
        str_printf(out, "was said to be written and has %d files", n);
    else if (n >= 0 && n != FILES)
        str_printf(out, "half of it is there: %d files", n);
}
