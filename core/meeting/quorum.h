/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The quorum: a pure function over the seats. The one place that counts; everything shows its result.
 */
#ifndef YISHI_MEETING_QUORUM_H
#define YISHI_MEETING_QUORUM_H

#include "core/base/arena.h"
#include "core/base/err.h"
#include "core/calendar/date.h"
#include "core/meeting/meeting.h"

/* How one seat is taken at a moment. */
struct seat_presence {
    int kind; /* KIND_AGENCY, KIND_CIVIL, UNKNOWN */
    bool convener;
    bool in_person; /* here himself, in the room or online */
    bool online;
    const struct person *delegate; /* who stands in; NULL = nobody */
    const char *member;            /* the member's key, to see a delegate who is here as a member himself */
};

enum quorum_verdict { QUORUM_NOT_MET, QUORUM_MET, QUORUM_UNKNOWN };
/* Why it is unknown. */
enum quorum_doubt {
    DOUBT_NONE,
    DOUBT_NO_RULE,       /* no rules in force say what is needed */
    DOUBT_NO_MEMBERS,    /* nobody is known to be in office */
    DOUBT_NO_ATTENDANCE, /* attendance was not recorded */
    DOUBT_KIND           /* whether somebody is civil is not known, and it matters */
};

struct quorum {
    int in_office;                  /* members in office, with the convener where the rule counts him */
    int present, delegates, online; /* delegates and online are among those present */
    int needed;                     /* UNKNOWN without a rule */
    int civil, civil_needed;        /* civil representatives in person */
    enum quorum_verdict verdict;
    enum quorum_doubt doubt;
};

/* How many of IN_OFFICE must be present: 要點四(三) 二分之一以上 (>=), 指引肆一(二) 過半數 (>). UNKNOWN: the
 * rule does not say. */
int quorum_needed(const struct rule *rule, int in_office);

/* The clause that lays down how many must be present, "設置要點四(三)": a citation, in the language of
 * the rules. NULL: a figure of the committee's own. */
const char *quorum_clause(const struct rule *rule);

/* Count. RULE may be NULL (unknown). 要點七: an agency representative's delegate counts, a civil one's does
 * not; a person counts once, whomever he stands for. */
struct quorum quorum_evaluate(const struct rule *rule, const struct seat_presence *seats, size_t n);

/* Seat I is one of those that quorum.present counts: he is here, or a delegate who counts is. */
bool quorum_counts(const struct rule *rule, const struct seat_presence *seats, size_t n, size_t i);

/* The seats of MEETING at MINUTES since the midnight of its first day (-1 = at its opening), without those
 * recused from ITEM (may be NULL). SEATS has room for the meeting's composition; a member without an entry is
 * absent. */
void quorum_seats(const struct meeting *meeting, int minutes, const struct item *item,
                  struct seat_presence *seats);
/* The member, or who stands in for him (may be NULL), stays out for ITEM (may be NULL): 迴避. */
bool quorum_recused(const struct item *item, const char *member, const struct person *delegate);
/* The forecast from the replies given beforehand. */
void quorum_seats_replied(const struct meeting *meeting, struct seat_presence *seats);
/* Whether anybody's attendance was recorded at all. */
bool quorum_recorded(const struct meeting *meeting);
/* The whole of it for a meeting whose composition is filled in; RULE in force on its date. */
struct quorum quorum_at(const struct meeting *meeting, const struct rule *rule, int minutes,
                        const struct item *item);
struct quorum quorum_forecast(const struct meeting *meeting, const struct rule *rule);

/* A moment at which the verdict changed, and the count from then on. */
struct quorum_moment {
    int minutes; /* since the midnight of the first day; -1: the opening, at a time that is not known */
    struct quorum q;
};
struct quorum_moments {
    struct quorum_moment *v;
    size_t n;
};
/* The opening, and then every moment before its end at which the verdict of the whole meeting is another than
 * before: when the quorum was lost, and when it was there again. None where attendance was not recorded. Into
 * ARENA. (quorum_moments.c) */
enum status quorum_moments(const struct meeting *meeting, const struct rule *rule, struct arena *arena,
                           struct quorum_moments *out, struct err *err);

/* Minutes since the midnight of the meeting's first day at which it opened; -1 = not known. */
int meeting_opening(const struct meeting *meeting);

/* The clock's time as the meeting counts it: HH:MM since the midnight of its first day, so past midnight
 * 24:10. false: NOW is not about the time of the meeting (written up days later), so it says nothing. */
bool meeting_clock(const struct meeting *meeting, struct moment now, char out[TIME_ISO_SIZE]);

#endif
