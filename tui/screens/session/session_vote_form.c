/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fields of a vote. By what it is carried is never decided here: the rule in force says it, or the
 * secretary chooses; where it matters each usual reading is shown with its result.
 */
#include "tui/screens/session/session_vote_form.h"

#include "tui/screens/shared/label.h"

#include <stdlib.h>
#include <string.h>

const struct form_field vote_fields[] = {
    {.name = "method", .label = N_("方式"), .kind = FORM_CHOICE, .help = N_("← → 選擇；無異議不必填票數")},
    {.name = "entitled", .label = N_("有表決權"), .kind = FORM_FIXED},
    {.name = "ballots",
     .label = N_("逐人記票"),
     .kind = FORM_OPEN,
     .help = N_("Enter 逐人記下同意、不同意、棄權；不逐人記時填下面的票數")},
    {.name = "counted", .label = N_("票數"), .kind = FORM_FIXED},
    {.name = "for",
     .label = N_("同意"),
     .kind = FORM_NUMBER,
     .max = 999,
     .help = N_("↑ 可以改表決方式；無異議不必填票數")},
    {.name = "against", .label = N_("不同意"), .kind = FORM_NUMBER, .max = 999},
    {.name = "abstain", .label = N_("棄權"), .kind = FORM_NUMBER, .max = 999},
    {.name = "result", .label = N_("結果"), .kind = FORM_FIXED},
    {.name = "0", .label = N_("算法"), .kind = FORM_FIXED, .data = &vote_readings[0]},
    {.name = "1", .label = "", .kind = FORM_FIXED, .data = &vote_readings[1]},
    {.name = "2", .label = "", .kind = FORM_FIXED, .data = &vote_readings[2]},
    {.name = "casting",
     .label = N_("主席表決"),
     .kind = FORM_CHOICE,
     .help = N_("可否同數時，規則許可才由主席決定；不在上面的票數裡")},
    {.name = "store",
     .label = N_("記下表決"),
     .kind = FORM_ACTION,
     .help = N_("Enter 存檔；Esc 放棄；↓ 可以改門檻")},
    {.name = "recount",
     .label = N_("有表決權改為現在的人數"),
     .kind = FORM_ACTION,
     .help = N_("記下之後有人迴避或進出；Enter 改用現在的人數")},
    {.name = "threshold",
     .label = N_("通過門檻"),
     .kind = FORM_CHOICE,
     .help = N_("依本會規則；規則沒有定而算法不同結果不同時，由您選擇")},
    {.name = "rule", .label = N_("本會規則"), .kind = FORM_FIXED},
    {.name = "remove", .label = N_("刪除表決"), .kind = FORM_ACTION, .help = N_("這一案沒有表決")},
};
const size_t vote_n_fields = sizeof vote_fields / sizeof *vote_fields;

/* ---- in words ------------------------------------------------------------------------------------- */

static bool readings_differ(const struct vote *vote)
{
    struct vote bare = *vote;

    vote_set_threshold(&bare, &(struct threshold){UNKNOWN, {0, 0}, UNKNOWN});
    return vote->votes_for != UNKNOWN && vote->against != UNKNOWN && vote_outcome(&bare, NULL) == UNKNOWN;
}

bool vote_form_is_open(const struct vote_form *form)
{
    const struct threshold by = vote_applied(&form->vote, &form->rule);

    return form->vote.method != VOTE_CONSENT && !threshold_known(&by) && readings_differ(&form->vote);
}

static void add_result(const struct vote_form *form, struct str *out)
{
    const struct vote *vote = &form->vote;
    const struct threshold by = vote_applied(vote, &form->rule);
    const int outcome = vote_outcome(vote, &form->rule), missing = vote_missing(vote);

    str_add(out, label_choice(&vote_result_choices, outcome));
    if (vote_form_is_open(form)) {
        str_add(out, _("算法不同，結果不同，請選擇"));
    } else if (outcome != UNKNOWN && vote->method != VOTE_CONSENT) {
        str_add(out, _("（"));
        label_threshold(out, &by);
        str_add(out, threshold_known(&by) ? "" : _("各種算法皆同"));
        str_add(out, _("）"));
    }
    if (missing > 0)
        str_printf(out, _("（還有 %d 人未投票）"), missing);
    else if (missing < 0)
        str_printf(out, _("（比有表決權人數多 %d 票，請再核對）"), -missing);
}

/* "可否票數過半數：通過" */
static void add_reading(const struct vote *vote, const struct threshold *reading, struct str *out)
{
    const int outcome = vote_outcome_by(vote, reading);

    label_threshold(out, reading);
    str_printf(out, _("：%s"), outcome == UNKNOWN ? "?" : label_choice(&vote_result_choices, outcome));
}

static void add_rule(const struct vote_form *form, struct str *out)
{
    const struct threshold rule = rule_threshold(&form->rule);

    if (!threshold_known(&rule)) {
        str_add(out, _("沒有定可決數"));
        return;
    }
    label_threshold(out, &rule);
    if (form->rule_from[0]) {
        str_add(out, _("，自 "));
        label_date(out, form->rule_from);
    }
    if (form->rule.vote_casting != UNKNOWN)
        str_add(out, form->rule.vote_casting ? _("；可否同數取決於主席") : _("；主席不另投票"));
}

/* ---- values --------------------------------------------------------------------------------------- */

/* The figures come from the ballots, not from typing. */
static bool is_by_name(const struct vote_form *form)
{
    return form->vote.method == VOTE_ROLLCALL && ballots_cast(&form->ballots) > 0;
}

static int *figure(struct vote *vote, const char *name)
{
    return strcmp(name, "for") == 0       ? &vote->votes_for
           : strcmp(name, "against") == 0 ? &vote->against
           : strcmp(name, "abstain") == 0 ? &vote->abstain
           : strcmp(name, "method") == 0  ? &vote->method
                                          : &vote->casting;
}

static const struct choices *choices_of(const char *name)
{
    return strcmp(name, "method") == 0    ? &vote_method_choices
           : strcmp(name, "casting") == 0 ? &vote_choice_choices
                                          : NULL;
}

/* "present 1/2 >"; "" = none. */
static void threshold_code(const struct threshold *threshold, struct str *out)
{
    if (threshold_known(threshold))
        str_printf(out, "%s %d/%d %s", vote_of_choices.codes[threshold->of], threshold->share.num,
                   threshold->share.den, comparison_choices.codes[threshold->comparison]);
}

/* Somebody came, left or stays out since it was stored. */
static bool has_changed(const struct vote_form *form)
{
    return form->stored && form->now != UNKNOWN && form->now != form->vote.entitled;
}

static void get(void *context, const struct form_field *field, struct str *out)
{
    struct vote_form *form = context;
    struct vote *vote = &form->vote;
    const struct threshold by = vote_applied(vote, &form->rule);
    const struct choices *choices = choices_of(field->name);
    int value;

    if (field->kind == FORM_ACTION)
        return;
    if (field->data) {
        add_reading(vote, field->data, out);
    } else if (strcmp(field->name, "ballots") == 0) {
        str_printf(out, _("已填 %zu/%zu 人"), ballots_cast(&form->ballots), form->ballots.n);
    } else if (strcmp(field->name, "counted") == 0) {
        vote_figures_label(vote, out);
    } else if (strcmp(field->name, "entitled") == 0) {
        if (vote->entitled != UNKNOWN && has_changed(form))
            str_printf(out, _("%d 人（記下時；現在 %d 人）"), vote->entitled, form->now);
        else if (vote->entitled != UNKNOWN && form->recused)
            str_printf(out, _("%d 人（出席委員與代理人，迴避 %d 人不計）"), vote->entitled, form->recused);
        else if (vote->entitled != UNKNOWN)
            str_printf(out, _("%d 人（出席委員與代理人，扣除迴避）"), vote->entitled);
    } else if (strcmp(field->name, "result") == 0) {
        add_result(form, out);
    } else if (strcmp(field->name, "rule") == 0) {
        add_rule(form, out);
    } else if (strcmp(field->name, "threshold") == 0) {
        threshold_code(&by, out);
    } else if ((value = *figure(vote, field->name)) != UNKNOWN) {
        if (choices)
            str_add(out, choices->codes[value]);
        else
            str_printf(out, "%d", value);
    }
}

/* What may be chosen: the rule's, what is recorded, the usual readings, and the higher shares that rules ask
 * for. false: no more. One that is not known, and one that comes twice, is for the caller to leave out. */
static bool threshold_at(const struct vote_form *form, size_t at, struct threshold *out)
{
    static const struct threshold others[] = {
        {OF_PRESENT, {1, 2}, COMPARE_AT_LEAST}, {OF_CAST, {2, 3}, COMPARE_AT_LEAST},
        {OF_PRESENT, {2, 3}, COMPARE_AT_LEAST}, {OF_CAST, {3, 4}, COMPARE_AT_LEAST},
        {OF_PRESENT, {3, 4}, COMPARE_AT_LEAST},
    };
    enum { OTHERS_FROM = 2 + VOTE_READINGS };

    if (at >= OTHERS_FROM + sizeof others / sizeof *others)
        return false;
    *out = at == 0            ? rule_threshold(&form->rule)
           : at == 1          ? vote_threshold(&form->vote)
           : at < OTHERS_FROM ? vote_readings[at - 2]
                              : others[at - OTHERS_FROM];
    return true;
}

static void set_threshold(struct vote_form *form, const char *wanted)
{
    struct threshold by, found = {UNKNOWN, {0, 0}, UNKNOWN};
    struct str code = STR_INIT;

    for (size_t i = 0; *wanted && threshold_at(form, i, &by); i++) {
        str_clear(&code);
        threshold_code(&by, &code);
        if (text_same(code.text, wanted))
            found = by;
    }
    vote_set_threshold(&form->vote, &found);
    str_release(&code);
}

static enum status set(void *context, const struct form_field *field, const char *value, struct err *err)
{
    struct vote_form *form = context;
    struct vote *vote = &form->vote;
    const struct choices *choices = choices_of(field->name);

    (void)err;
    if (strcmp(field->name, "threshold") == 0)
        set_threshold(form, value);
    else if (choices)
        *figure(vote, field->name) = choice_find(choices, value);
    else
        *figure(vote, field->name) = *value ? (int)strtol(value, NULL, 10) : UNKNOWN;
    return STATUS_OK;
}

/* ---- options -------------------------------------------------------------------------------------- */

static void add_threshold(const struct threshold *threshold, struct arena *arena, struct form_option *v,
                          size_t *n)
{
    struct str code = STR_INIT, label = STR_INIT;
    bool there = false;

    threshold_code(threshold, &code);
    label_threshold(&label, threshold);
    for (size_t i = 0; i < *n; i++)
        there |= text_same(v[i].code, code.text);
    if (!there) {
        v[*n].code = arena_text(arena, code.text, code.len_bytes);
        v[*n].label = arena_text(arena, label.text, label.len_bytes);
        *n += v[*n].code && v[*n].label;
    }
    str_release(&code);
    str_release(&label);
}

static void threshold_options(const struct vote_form *form, struct arena *arena, struct form_option *v,
                              size_t most, size_t *n)
{
    const struct threshold rule = rule_threshold(&form->rule);
    struct threshold by;

    if (!threshold_known(&rule))
        v[(*n)++] = (struct form_option){.code = "", .label = _("（未定）")};
    for (size_t i = 0; *n < most && threshold_at(form, i, &by); i++)
        if (threshold_known(&by))
            add_threshold(&by, arena, v, n);
}

static void options(void *context, const struct form_field *field, struct arena *arena,
                    struct form_option **out, size_t *n)
{
    enum { OPTIONS_MOST = 12 };
    const struct choices *choices = choices_of(field->name);
    struct form_option *v = arena_take(arena, OPTIONS_MOST * sizeof *v);

    *n = 0;
    *out = v;
    if (!v)
        return;
    if (!choices) {
        threshold_options(context, arena, v, OPTIONS_MOST, n);
        return;
    }
    if (choices == &vote_choice_choices)
        v[(*n)++] = (struct form_option){.code = "", .label = _("（未表決）")};
    for (size_t i = 0; i < choices->n && *n < OPTIONS_MOST; i++)
        if (choices != &vote_choice_choices || i != VOTE_ABSTAIN)
            v[(*n)++] =
                (struct form_option){.code = choices->codes[i], .label = label_choice(choices, (int)i)};
}

static bool hidden(void *context, const struct form_field *field)
{
    const struct vote_form *form = context;

    if (strcmp(field->name, "remove") == 0)
        return !form->stored;
    if (strcmp(field->name, "recount") == 0)
        return !has_changed(form) || form->vote.method == VOTE_CONSENT;
    if (strcmp(field->name, "ballots") == 0)
        return form->vote.method != VOTE_ROLLCALL;
    if (strcmp(field->name, "counted") == 0)
        return !is_by_name(form);
    if (field->kind == FORM_NUMBER && is_by_name(form))
        return true;
    if (strcmp(field->name, "method") == 0 || strcmp(field->name, "store") == 0 ||
        strcmp(field->name, "result") == 0)
        return false;
    if (form->vote.method == VOTE_CONSENT)
        return true;
    if (field->data)
        return !readings_differ(&form->vote);
    if (strcmp(field->name, "casting") == 0)
        return !vote_is_tied(&form->vote) || (form->rule.vote_casting == 0 && form->vote.casting == UNKNOWN);
    return false;
}

const struct form_source vote_source = {.get = get, .set = set, .options = options, .hidden = hidden};
