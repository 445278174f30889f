/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who is named, and what the public gets to read of what was said (運作指引 肆、三). Pure functions; knows
 * neither how a paper looks nor where it goes.
 */
#ifndef YISHI_MEETING_DISCLOSURE_H
#define YISHI_MEETING_DISCLOSURE_H

#include "core/base/arena.h"
#include "core/base/err.h"
#include "core/meeting/meeting.h"

/* The member whose statement it is: himself, through his delegate (who may be named as himself), or in the
 * chair; NULL: no member's. */
const char *statement_member(const struct meeting *meeting, const struct statement *statement);
/* The disclosure in force: the statement's own, else what its member declared for the whole meeting. */
enum disclosure statement_disclosure(const struct meeting *meeting, const struct statement *statement);

/* A copy of MEETING in ARENA with what the public may read of its statements; all else is the original's.
 *
 * Closed statements are gone. An anonymous one has its text, and nothing that tells who, when, or in which
 * capacity: no speaker, no time, neither response nor presentation. The order of speech would tell as well
 * (in a round by seats whoever is missing between two names is the one; a reply comes after what it answers).
 * So in an item that has anonymous statements the named ones stand first, in the order of speech; then the
 * anonymous ones, ordered by what they say; then the replies and what the chair said, in their order. Two
 * meetings that differ in nothing but who spoke unnamed, when he did, or in what was closed, come out the
 * same. */
enum status meeting_for_public(const struct meeting *meeting, struct arena *arena, struct meeting *out,
                               struct err *err);

#endif
