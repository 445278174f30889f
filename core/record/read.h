/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading JSON by the description of the rows: shared by the parts of the reader.
 */
#ifndef YISHI_RECORD_READ_H
#define YISHI_RECORD_READ_H

#include "core/record/record.h"

#include <jansson.h>

struct reader {
    struct arena *arena;
    struct problems *problems;
    struct str path;
    bool memory; /* out of memory */
};

/* The path while something inside is read: leave restores it. */
size_t path_enter(struct reader *reader, const char *key);
size_t path_enter_index(struct reader *reader, size_t index);
void path_leave(struct reader *reader, size_t mark);
void read_problem(struct reader *reader, enum code code, const char *arg0, const char *arg1);

/* An object into ROW, which has its defaults. */
void read_row(struct reader *reader, const json_t *object, const struct entity *entity, void *row);
/* A value into its field. */
void read_field(struct reader *reader, const json_t *value, const struct field *field, void *row);
/* A value that is no list. */
void read_scalar(struct reader *reader, const json_t *value, const struct field *field, void *row);
/* A string that may stand in a record; NULL (and a problem) otherwise. */
const char *read_text(struct reader *reader, const json_t *value, bool lines);
void *read_take(struct reader *reader, size_t n, size_t size);

/* The lists with a form of their own. */
void read_outline(struct reader *reader, const json_t *value, const char *children, struct outline *outline);
void read_cells(struct reader *reader, const json_t *value, struct grid *grid);
void read_strings(struct reader *reader, const json_t *value, const struct field *field, void *row);

#endif
