/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a row is: its columns, their place in a struct, and their keys in the record. One
 * description per table serves loading and saving, the record in and out, comparing, forms on
 * the screen, and the test that nothing is forgotten. Knows neither SQL nor JSON.
 */
#ifndef YISHI_BASE_MODEL_H
#define YISHI_BASE_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { UNKNOWN = -1 }; /* an int, a choice or a yes/no that is not known */

/* The first member of every row's struct. */
struct row {
    int64_t id;       /* 0 = not stored yet */
    int64_t ver;      /* counts the changes of the row */
    int64_t owner_id; /* id of the row it belongs to */
    int64_t position; /* among the rows of its list, from 0; tree_merge keeps it */
};

/* Any list of rows; every typed list has this layout (LIST_OF). */
struct list {
    void *v;
    size_t n;
};
#define LIST_OF(type) \
    struct {          \
        type *v;      \
        size_t n;     \
    }

struct share {
    int num, den; /* den 0 = not known */
};

/* Codes that a column may hold, as they are stored and stand in the record; a C enum gives them
 * names in the same order. NAME is what the front end looks its words up by. */
struct choices {
    const char *name;
    const char *const *codes;
    size_t n;
};

enum field_type {
    FIELD_INT,    /* int; UNKNOWN = not known */
    FIELD_BOOL,   /* bool; false = not said */
    FIELD_TRI,    /* int: 0, 1 or UNKNOWN */
    FIELD_TEXT,   /* const char *, one line; NULL = not known */
    FIELD_LINES,  /* the same, line feeds allowed */
    FIELD_DATE,   /* const char *, 2023-05-24 */
    FIELD_MOMENT, /* const char *, 2023-05-24T14:00, in the committee's zone */
    FIELD_TIME,   /* const char *, HH:MM; past midnight counts on, 24:30 */
    FIELD_CHOICE, /* int, a value of `choices`; UNKNOWN = not known */
    FIELD_SHARE,  /* struct share, stored as "1/3" */
    FIELD_KEY,    /* const char *: the row's own key */
    FIELD_REF,    /* const char *: the key of another row, see `to` */
    FIELD_LIST,   /* struct list of `child` rows */
};

/* What a FIELD_REF names. */
enum target { TARGET_NONE, TARGET_MEMBER, TARGET_MEETING, TARGET_ITEM, TARGET_RESOLUTION, TARGET_ANY };

enum field_flags {
    FIELD_REQUIRED = 1, /* the record must have it */
    FIELD_ALWAYS = 2,   /* exported even when it is the default or empty */
    FIELD_IDENTITY = 4, /* two rows with the same value are the same row, when lists are compared */
    FIELD_SINGLE = 8,   /* a list of none or one: an object in the record */
    FIELD_BARE = 16,    /* a list whose rows are one text each: strings in the record */
    FIELD_NUMBER = 32,  /* a text that is written as a number where it is one */
    FIELD_DRAWN = 64,   /* a key that was drawn and may begin with a digit: 112-1-01 */
};

struct entity;
struct field {
    const char *column; /* in the table; for a list: what a polymorphic child's `field` column holds */
    const char *key;    /* in the record, a path: "chair.acting.member"; NULL = not exported */
    enum field_type type;
    size_t offset;
    unsigned flags;
    int fallback;                  /* the value that a missing FIELD_INT, CHOICE or TRI means */
    const struct choices *choices; /* FIELD_CHOICE */
    enum target to;                /* FIELD_REF */
    const struct entity *child;    /* FIELD_LIST */
};

enum scope { SCOPE_COMMITTEE = 1, SCOPE_MEETING = 2, SCOPE_RESOLUTION = 4 };

/* A table. Each has the columns id, ver and position; the columns of its scopes (committee_id,
 * meeting_id, resolution_id); its owner's column, or owner, owner_id, field where rows of
 * several tables may own it. */
struct entity {
    const char *table;
    size_t size; /* of the struct */
    const struct field *fields;
    size_t n_fields;
    const char *owner_column; /* NULL: owner, owner_id, field */
    unsigned scopes;          /* the scope columns it has */
    unsigned opens;           /* the scope that its id is */
};

/* The list that FIELD (a FIELD_LIST) is in ROW, and setting it. */
struct list field_list(const struct field *field, const void *row);
void field_set_list(const struct field *field, void *row, struct list list);
/* A text-like field (TEXT LINES DATE MOMENT TIME KEY REF). */
const char *field_text(const struct field *field, const void *row);
void field_set_text(const struct field *field, void *row, const char *text);
/* An int-like field (INT BOOL TRI CHOICE). */
int field_int(const struct field *field, const void *row);
void field_set_int(const struct field *field, void *row, int value);
struct share field_share(const struct field *field, const void *row);
void field_set_share(const struct field *field, void *row, struct share share);
bool field_is_text(const struct field *field);
bool field_is_int(const struct field *field);
/* The field of this column; NULL when there is none. */
const struct field *entity_field(const struct entity *entity, const char *column);
/* Every field at its default: UNKNOWN, false, NULL, or the fallback. */
void entity_defaults(const struct entity *entity, void *row);
/* One field is the same in two rows (lists are not compared), and all of them are. */
bool field_same(const struct field *field, const void *a, const void *b);
bool row_same(const struct entity *entity, const void *a, const void *b);
/* The place of CODE among the choices; UNKNOWN when it is none. */
int choice_find(const struct choices *choices, const char *code);

/* An outline: paragraphs with a level; tree by position. */
struct node {
    struct row row;
    int level;        /* 0 = top */
    bool plain;       /* unnumbered */
    const char *text; /* line feeds allowed; never NULL */
};
struct outline {
    struct node *v;
    size_t n;
};
extern const struct entity node_entity;

#endif
