/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a committee with a meeting that goes on looks like to somebody who only remembers: plain arrays,
 * without any rule of the program. Two of them are compared byte by byte.
 */
#ifndef YISHI_TESTS_TORTURE_MODEL_H
#define YISHI_TESTS_TORTURE_MODEL_H

#include "core/cycle/snapshot.h"

enum {
    MODEL_TEXT = 96,
    MODEL_POINTS = 4,
    MODEL_STATEMENTS = 6,
    MODEL_ITEMS = 20,
    MODEL_MEMBERS = 14,
    MODEL_OBSERVERS = 3,
    MODEL_RESOLUTIONS = 40
};

struct m_points {
    int n;
    char text[MODEL_POINTS][MODEL_TEXT];
};
struct m_statement {
    char speaker[8];
    struct m_points points;
};
struct m_item {
    int section;
    char title[MODEL_TEXT];
    struct m_points explanation;
    int n_statements;
    struct m_statement statements[MODEL_STATEMENTS];
    int decision; /* its kind; UNKNOWN: none */
    char with[8]; /* the key of the item that it is decided together with */
    bool timed;   /* the quorum belongs to a time */
    int present, civil;
    struct m_points points;
    int votes_for; /* UNKNOWN: no vote */
};
struct m_member {
    char key[8], given[MODEL_TEXT];
};
struct m_resolution {
    char key[16], due[12];
    struct m_points progress; /* of the meeting's round */
    int rounds;
};
struct model {
    char place[MODEL_TEXT];
    int n_members, n_seats, n_items, n_observers, n_resolutions;
    struct m_member members[MODEL_MEMBERS];
    struct m_seat {
        char member[8];
        bool civil;
        int status;
    } seats[MODEL_MEMBERS];
    char observers[MODEL_OBSERVERS][MODEL_TEXT];
    struct m_item items[MODEL_ITEMS];
    struct m_resolution resolutions[MODEL_RESOLUTIONS];
};

/* Fill OUT from what is stored. false: it holds more than a model can. */
bool model_of(const struct snapshot *s, struct model *out);
/* The same; else WHERE (ROOM bytes) is the first that differs. */
bool model_same(const struct model *remembered, const struct model *stored, char *where, size_t room);
void model_text(char *out, const char *text); /* MODEL_TEXT bytes, the rest zero */

#endif
