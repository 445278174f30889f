/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A roster pasted from a spreadsheet: a member a line. What a cell is, its words tell; what is left is the
 * name, the unit and the title, in this order. Shown before it is stored.
 */
#include "core/base/names.h"
#include "tui/screens/committee/members.h"
#include "tui/screens/shared/label.h"
#include "tui/widgets/editor/paste.h"

#include <stdlib.h>
#include <string.h>

enum { PASTE_MAX = 200 };

struct pasted_roster {
    struct arena arena;
    struct member members[PASTE_MAX];
    struct appointment appointments[PASTE_MAX];
    size_t n;
    bool failed;
};

/* The words that say what somebody is, in any column. */
static const struct {
    const char *word;
    int gender, kind, role;
} known[] = {
    {"男", GENDER_MALE, UNKNOWN, UNKNOWN},       {"男性", GENDER_MALE, UNKNOWN, UNKNOWN},
    {"女", GENDER_FEMALE, UNKNOWN, UNKNOWN},     {"女性", GENDER_FEMALE, UNKNOWN, UNKNOWN},
    {"機關", UNKNOWN, KIND_AGENCY, UNKNOWN},     {"機關代表", UNKNOWN, KIND_AGENCY, UNKNOWN},
    {"民間", UNKNOWN, KIND_CIVIL, UNKNOWN},      {"民間代表", UNKNOWN, KIND_CIVIL, UNKNOWN},
    {"機關委員", UNKNOWN, KIND_AGENCY, UNKNOWN}, {"民間委員", UNKNOWN, KIND_CIVIL, UNKNOWN},
    {"學者專家", UNKNOWN, KIND_CIVIL, UNKNOWN},  {"專家學者", UNKNOWN, KIND_CIVIL, UNKNOWN},
    {"學者", UNKNOWN, KIND_CIVIL, UNKNOWN},      {"專家", UNKNOWN, KIND_CIVIL, UNKNOWN},
    {"委員", UNKNOWN, UNKNOWN, MEMBER_ORDINARY}, {"召集人", UNKNOWN, KIND_AGENCY, MEMBER_CONVENER},
};

/* What stands above the names in the head of a table, in whatever column. */
static bool is_head(const char *cell)
{
    return strcmp(cell, "姓名") == 0 || strcmp(cell, "委員姓名") == 0;
}

/* A cell that says what he is, a number (the line's own), or nothing: it is no name, unit or title. */
static bool take_known(const char *cell, struct member *member, struct appointment *a)
{
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (strcmp(cell, known[i].word) != 0)
            continue;
        if (known[i].gender != UNKNOWN)
            member->gender = known[i].gender;
        if (known[i].kind != UNKNOWN)
            a->kind = known[i].kind;
        if (known[i].role != UNKNOWN)
            a->role = known[i].role;
        return true;
    }
    return cell[strspn(cell, "0123456789.")] == '\0';
}

static const char *keep(struct pasted_roster *pasted, const char *text, size_t len_bytes)
{
    const char *copy = arena_text(&pasted->arena, text, len_bytes);

    pasted->failed |= !copy;
    return copy;
}

static void take_cell(struct pasted_roster *pasted, const char *cell, struct member *member,
                      struct appointment *a)
{
    size_t surname;

    if (take_known(cell, member, a))
        return;
    if (!member->surname) {
        surname = name_surname_bytes(cell);
        member->surname = keep(pasted, cell, surname ? surname : strlen(cell));
        member->given =
            surname && cell[surname] ? keep(pasted, cell + surname, strlen(cell + surname)) : NULL;
    } else if (!a->unit) {
        a->unit = keep(pasted, cell, strlen(cell));
    } else if (!a->title) {
        a->title = keep(pasted, cell, strlen(cell));
    }
}

/* The cells of a line are parted by tabs; blanks around them do not count. */
static void take_line(struct pasted_roster *pasted, const char *line, size_t len_bytes)
{
    struct member *member = &pasted->members[pasted->n];
    struct appointment *a = &pasted->appointments[pasted->n];
    struct str cell = STR_INIT;
    size_t at = 0;
    bool head = false;

    entity_defaults(&member_entity, member);
    entity_defaults(&appointment_entity, a);
    while (at <= len_bytes && !pasted->failed) {
        size_t end = at;

        while (end < len_bytes && line[end] != '\t')
            end++;
        str_clear(&cell);
        str_add_bytes(&cell, line + at, end - at);
        str_splice(&cell, 0, strspn(cell.text, " "), "", 0);
        while (cell.len_bytes && cell.text[cell.len_bytes - 1] == ' ')
            str_cut(&cell, cell.len_bytes - 1);
        head |= is_head(cell.text);
        if (cell.len_bytes)
            take_cell(pasted, cell.text, member, a);
        pasted->failed |= str_failed(&cell);
        at = end + 1;
    }
    str_release(&cell);
    if (!member->surname || head)
        return; /* an empty line, or the head of the table */
    member->appointments.v = a;
    member->appointments.n = 1;
    pasted->n++;
}

static void read_lines(struct pasted_roster *pasted, const char *text, size_t len_bytes)
{
    for (size_t at = 0; at < len_bytes && pasted->n < PASTE_MAX;) {
        size_t end = at;

        while (end < len_bytes && text[end] != '\n' && text[end] != '\r')
            end++;
        take_line(pasted, text + at, end - at);
        at = end + 1;
    }
}

static bool ask(struct app *app, const struct pasted_roster *pasted)
{
    const char *const choices[] = {_("加入名冊"), _("不加入")};
    struct str text = STR_INIT;
    int answer;

    str_printf(&text, _("貼上了 %zu 位委員（姓 | 名）：\n"), pasted->n);
    for (size_t i = 0; i < pasted->n; i++) {
        const struct member *member = &pasted->members[i];
        const struct appointment *a = &pasted->appointments[i];

        str_printf(&text, "%2zu %s | %s  %s %s %s%s\n", i + 1, member->surname,
                   member->given ? member->given : "", label_choice(&gender_choices, member->gender),
                   a->role == MEMBER_CONVENER ? label_choice(&member_role_choices, a->role)
                                              : label_choice(&member_kind_choices, a->kind),
                   a->unit ? a->unit : "", a->title ? a->title : "");
    }
    answer = app_ask(app, _("從試算表貼上"), text.text, choices, 2, 0);
    str_release(&text);
    return answer == 0;
}

void members_paste(struct app *app, const char *text, size_t len_bytes)
{
    struct pasted_roster *pasted = calloc(1, sizeof *pasted);
    struct members members;
    struct attempt attempt;
    struct str clean = STR_INIT;
    struct err err = {0};
    enum status status;

    if (!pasted) {
        (void)err_memory(&err);
        app_error(app, &err);
        return;
    }
    paste_clean(&clean, text, len_bytes, true);
    for (char *p = strchr(clean.text, '\v'); p; p = strchr(p, '\v'))
        *p = ' '; /* a line end within a cell */
    pasted->failed = str_failed(&clean);
    read_lines(pasted, clean.text, clean.len_bytes);
    str_release(&clean);
    if (pasted->failed) {
        (void)err_memory(&err);
        app_error(app, &err);
    } else if (!pasted->n) {
        app_message(app, ROLE_WARN, "%s", _("貼上的內容裡沒有姓名"));
    } else if (ask(app, pasted)) {
        members = (struct members){pasted->members, pasted->n};
        app_attempt(app, &attempt, _("加入 %zu 位委員"), pasted->n);
        do
            status = members_add(app->db, &attempt.stamp, app->committee_id, &members, &attempt.err);
        while (app_again(app, &attempt, status));
        if (!status)
            app_message(app, ROLE_GOOD, _("已加入 %zu 位委員；複姓與單名請看一下對不對"), pasted->n);
    }
    arena_release(&pasted->arena);
    free(pasted);
}
