/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The composition as a whole: how many, which share of civil representatives and of either gender,
 * who convenes. Terms are composition_term.c's.
 */
#include "core/committee/composition.h"

#include "core/calendar/date.h"

#include <string.h>

/* How many findings there can be that concern no single member, and that concern one. */
enum { WHOLE_FINDINGS = 5, SEAT_FINDINGS = COMPOSITION_TERM_FINDINGS + 2 };

const char *composition_clause(enum composition_kind kind)
{
    switch (kind) {
    case COMPOSITION_FEW:
    case COMPOSITION_CIVIL_SHARE:
    case COMPOSITION_KIND_UNKNOWN:
    case COMPOSITION_GENDER_SHARE:
    case COMPOSITION_GENDER_UNKNOWN:
    case COMPOSITION_NO_CONVENER:
    case COMPOSITION_CONVENERS:
    case COMPOSITION_CONVENER_KIND:
        return "設置要點三(二)";
    case COMPOSITION_RANK:
        return "設置要點三(二)1";
    case COMPOSITION_TERM_LONG:
    case COMPOSITION_TERM_THIRD:
    case COMPOSITION_AGENCY_TERM:
    case COMPOSITION_SUCCESSOR:
        return "設置要點六";
    case COMPOSITION_KINDS:
        break;
    }
    return "";
}

enum status composition_seats(const struct members *members, const char *date, struct arena *arena,
                              struct composition_seat **seats, size_t *n, struct err *err)
{
    struct composition_seat *taken = arena_take(arena, members->n * sizeof *taken);

    *seats = taken;
    *n = 0;
    if (!taken)
        return err_memory(err);
    for (size_t i = 0; i < members->n; i++) {
        const struct appointment *a = appointment_at(&members->v[i], date);

        if (a)
            taken[(*n)++] = (struct composition_seat){&members->v[i], a, a->role, a->kind};
    }
    return STATUS_OK;
}

static struct composition_finding *add(struct composition *out, enum composition_kind kind, bool warning)
{
    struct composition_finding *finding = &out->findings[out->n++];

    *finding = (struct composition_finding){
        .kind = kind, .warning = warning, .have = UNKNOWN, .need = UNKNOWN, .of = UNKNOWN, .gender = UNKNOWN};
    return finding;
}

static void add_share(struct composition *out, enum composition_kind kind, bool warning, int have,
                      struct share share, int gender)
{
    struct composition_finding *finding = add(out, kind, warning);

    finding->have = have;
    finding->of = out->in_office;
    finding->share = share;
    finding->gender = gender;
}

static bool seat_counts(const struct rule *rule, const struct composition_seat *seat)
{
    return seat->role != MEMBER_CONVENER || !rule || rule->convener_counts != 0;
}

static void count_seats(const struct rule *rule, const struct composition_seat *seats, size_t n,
                        struct composition *out)
{
    for (size_t i = 0; i < n; i++) {
        const struct member *member = seats[i].member;

        if (!seat_counts(rule, &seats[i]))
            continue;
        out->in_office++;
        out->agency += seats[i].kind == KIND_AGENCY;
        out->civil += seats[i].kind == KIND_CIVIL;
        out->female += member && member->gender == GENDER_FEMALE;
        out->male += member && member->gender == GENDER_MALE;
    }
}

/* HAVE of N is less than SHARE. */
static bool below(int have, int n, struct share share)
{
    return (long)have * share.den < (long)n * share.num;
}

/* 要點三(二): civil representatives not fewer than the share. */
static void check_civil(struct share share, struct composition *out)
{
    int unknown = out->in_office - out->agency - out->civil;

    if (below(out->civil + unknown, out->in_office, share))
        add_share(out, COMPOSITION_CIVIL_SHARE, false, out->civil, share, UNKNOWN);
    else if (below(out->civil, out->in_office, share))
        add_share(out, COMPOSITION_KIND_UNKNOWN, true, unknown, share, UNKNOWN);
}

/* 要點三(二), 以…為原則: neither gender below the share. Whose gender is unknown may be of the rarer one. */
static void check_gender(struct share share, struct composition *out)
{
    int rarer = out->female <= out->male ? GENDER_FEMALE : GENDER_MALE;
    int fewer = rarer == GENDER_FEMALE ? out->female : out->male;
    int unknown = out->in_office - out->female - out->male;
    int best = fewer + unknown < out->in_office / 2 ? fewer + unknown : out->in_office / 2;

    if (below(best, out->in_office, share))
        add_share(out, COMPOSITION_GENDER_SHARE, true, fewer, share, rarer);
    else if (below(fewer, out->in_office, share))
        add_share(out, unknown ? COMPOSITION_GENDER_UNKNOWN : COMPOSITION_GENDER_SHARE, true,
                  unknown ? unknown : fewer, share, unknown ? UNKNOWN : rarer);
}

/* 要點三(二): one convener, an agency representative by office. */
static void check_conveners(const struct composition_seat *seats, size_t n, struct composition *out)
{
    int conveners = 0;

    for (size_t i = 0; i < n; i++) {
        conveners += seats[i].role == MEMBER_CONVENER;
        if (seats[i].role == MEMBER_CONVENER && seats[i].kind == KIND_CIVIL)
            add(out, COMPOSITION_CONVENER_KIND, false)->member = seats[i].member;
    }
    if (conveners > 1)
        add(out, COMPOSITION_CONVENERS, false)->have = conveners;
    else if (conveners == 0 && n)
        add(out, COMPOSITION_NO_CONVENER, false);
}

/* 要點三(二)1: heads and deputy heads of units, and from the chief secretary up in agencies below. A title is
 * free text, so the words that such titles have are all that can be looked for. */
static bool heads_a_unit(const char *title)
{
    static const char *const words[] = {"部長", "次長", "司長", "處長", "署長", "局長", "所長", "院長",
                                        "館長", "會長", "主任", "參事", "技監", "總長", "校長", "中心長"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strstr(title, words[i]))
            return true;
    return false;
}

static void check_rank(const struct composition_seat *seat, struct composition *out)
{
    const char *title = seat->appointment ? seat->appointment->title : NULL;
    struct composition_finding *finding;

    if (seat->kind != KIND_AGENCY || seat->role == MEMBER_CONVENER || !title || heads_a_unit(title))
        return;
    finding = add(out, COMPOSITION_RANK, true);
    finding->member = seat->member;
    finding->what = title;
}

enum status composition_check(const struct rule *rule, const struct members *members,
                              const struct composition_seat *seats, size_t n, struct arena *arena,
                              struct composition *out, struct err *err)
{
    *out = (struct composition){.in_office = 0};
    out->findings = arena_take(arena, (WHOLE_FINDINGS + n * SEAT_FINDINGS) * sizeof *out->findings);
    if (!out->findings)
        return err_memory(err);
    count_seats(rule, seats, n, out);
    if (rule && rule->members_min != UNKNOWN && out->in_office < rule->members_min) {
        struct composition_finding *few = add(out, COMPOSITION_FEW, false);

        few->have = out->in_office;
        few->need = rule->members_min;
    }
    if (rule && rule->civil_share.den > 0)
        check_civil(rule->civil_share, out);
    if (rule && rule->gender_share.den > 0)
        check_gender(rule->gender_share, out);
    check_conveners(seats, n, out);
    for (size_t i = 0; i < n; i++) {
        check_rank(&seats[i], out);
        out->n += composition_terms(&seats[i], members, out->findings + out->n);
    }
    return STATUS_OK;
}

static int count_on(const struct rule *rule, const struct members *members, const char *date)
{
    int n = 0;

    for (size_t i = 0; i < members->n; i++) {
        const struct appointment *a = appointment_at(&members->v[i], date);

        if (a)
            n += seat_counts(rule, &(struct composition_seat){&members->v[i], a, a->role, a->kind});
    }
    return n;
}

/* The last day before DATE on which somebody's office ended: from the next day on there was one less. The
 * first such day whose next has been too few ever since. */
static void find_since(const struct rule *rule, const struct members *members, const char *date,
                       char since[DATE_ISO_SIZE])
{
    char at[DATE_ISO_SIZE], latest[DATE_ISO_SIZE];
    struct date day;

    since[0] = '\0';
    memcpy(at, date, sizeof at);
    for (;;) {
        latest[0] = '\0';
        for (size_t i = 0; i < members->n; i++)
            for (size_t k = 0; k < members->v[i].appointments.n; k++) {
                const char *to = members->v[i].appointments.v[k].to;

                if (to && strcmp(to, at) < 0 && strcmp(to, latest) > 0)
                    memcpy(latest, to, sizeof latest);
            }
        if (!latest[0] || !date_parse_iso(latest, &day))
            return;
        date_iso(at, date_add(day, 1));
        if (count_on(rule, members, at) >= rule->members_min)
            return;
        memcpy(since, at, sizeof at);
        memcpy(at, latest, sizeof at);
        if (count_on(rule, members, at) >= rule->members_min)
            return;
    }
}

enum status composition_on(const struct rule *rule, const struct members *members, const char *date,
                           struct arena *arena, struct composition *out, struct err *err)
{
    struct composition_seat *seats;
    char since[DATE_ISO_SIZE];
    struct date day;
    size_t n;
    enum status status = composition_seats(members, date, arena, &seats, &n, err);

    *out = (struct composition){.in_office = 0};
    if (!status)
        status = composition_check(rule, members, seats, n, arena, out, err);
    if (status || !date || !date_parse_iso(date, &day) || !rule || rule->members_min == UNKNOWN ||
        out->in_office >= rule->members_min)
        return status;
    find_since(rule, members, date, since);
    if (since[0]) {
        out->below_since = arena_text(arena, since, strlen(since));
        return out->below_since ? STATUS_OK : err_memory(err);
    }
    return STATUS_OK;
}
