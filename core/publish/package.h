/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The publication package: the files of a public copy, in memory, and their writing as one new directory. The
 * names of the files are those of yishi(1).
 */
#ifndef YISHI_PUBLISH_PACKAGE_H
#define YISHI_PUBLISH_PACKAGE_H

#include "core/base/sha256.h"
#include "core/paper/style.h"
#include "core/publish/finding.h"

enum { PUBLISH_WIDTH = 76 };

struct package_item {
    const char *name; /* in the package: "minutes.txt", "attachments/01.盤點表.pdf" */
    const char *type; /* "text/csv"; NULL: not known */
    struct str bytes; /* what is written, unless FROM */
    const char *from; /* the attached file; NULL: none */
    size_t len_bytes; /* of an attached file: known when it was copied */
    char sha256[SHA256_TEXT];
};
/* Begin with {0}. */
struct package_items {
    struct arena arena;
    struct package_item *v;
    size_t n;
};

/* Everything but the manifest, from COPY as publish_examine left it. STYLE prints the papers. BESIDE as
 * there. To be released whatever comes back. */
enum status package_items_make(const struct public_copy *copy, const struct style *style, const char *beside,
                               struct package_items *out, struct err *err);
void package_items_release(struct package_items *items);

/* Who writes it, and when. */
struct publishing {
    const struct stamp *stamp;
    const char *today; /* ISO */
};
/* A package can be made at PATH: nothing is there (CODE_PUBLISH_EXISTS), but what it is to lie in is
 * (CODE_DIR_MISSING). */
enum status package_check_place(const char *path, struct err *err);
/* Write ITEMS and manifest.json into the new directory PATH: whole, or not at all. It is made beside PATH
 * under another name, synced, and renamed. That it was made is journalled first, with a salt, so that the
 * chain's head in the manifest seals the publication itself. CODE_PUBLISH_EXISTS where PATH is there already.
 */
enum status package_publish(struct db *db, const struct publishing *how, const struct public_copy *copy,
                            struct package_items *items, const char *path, struct err *err);

/* ---- for core/publish ------------------------------------------------------------------------ */
/* The tables as CSV (UTF-8 without BOM, a row of headings, CRLF). Appended. */
void package_tracked_csv(const struct public_copy *copy, struct str *out);
enum status package_statements_csv(const struct public_copy *copy, const struct style *style, struct str *out,
                                   struct err *err);
/* The record, which can be imported anywhere: what is bound to something outside it stands there in words. */
enum status package_record(const struct public_copy *copy, struct str *out, struct err *err);
enum status package_manifest(const struct public_copy *copy, const struct package_items *items,
                             const char *today, const char *head, struct str *out, struct err *err);

/* The package has this paper (its name): "minutes", "agenda". */
bool package_prints(const char *paper);

#endif
