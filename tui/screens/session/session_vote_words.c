/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A vote in one line, as the session shows it below what was said.
 */
#include "tui/screens/session/session_vote_form.h"
#include "tui/screens/shared/label.h"

static void add_count(struct str *out, const char *label, int n)
{
    if (n != UNKNOWN)
        str_printf(out, "%s%s %d", out->len_bytes ? _("、") : "", label, n);
}

void vote_figures_label(const struct vote *vote, struct str *out)
{
    add_count(out, _("同意"), vote->votes_for);
    add_count(out, _("不同意"), vote->against);
    add_count(out, _("棄權"), vote->abstain);
}

void session_vote_label(const struct vote *vote, struct str *out)
{
    const struct threshold by = vote_threshold(vote);
    struct str counts = STR_INIT;
    const int missing = vote_missing(vote);

    str_add(out, label_choice(&vote_method_choices, vote->method));
    if (vote->result != UNKNOWN)
        str_printf(out, " %s", label_choice(&vote_result_choices, vote->result));
    if (vote->method != VOTE_CONSENT) {
        vote_figures_label(vote, &counts);
        add_count(&counts, _("有表決權"), vote->entitled);
        if (missing > 0)
            add_count(&counts, _("未投票"), missing);
        if (missing < 0)
            str_printf(&counts, _("（比有表決權人數多 %d 票）"), -missing);
        if (vote->casting != UNKNOWN)
            str_printf(&counts, _("；主席 %s"), label_choice(&vote_choice_choices, vote->casting));
        str_printf(out, _("：%s"), counts.text);
        if (threshold_known(&by)) {
            str_add(out, _("；門檻 "));
            label_threshold(out, &by);
        }
    }
    str_release(&counts);
}
