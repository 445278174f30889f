/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the chair says and reads, item by item: opening with the quorum, every matter to its decision, the
 * close. What he does not read stands as a cue.
 */
#include "core/paper/paper_parts.h"

#include "core/base/number.h"
#include "core/tracking/reporting.h"

#include <string.h>

static void say(struct build *b, const char *key, int depth, const struct about *about)
{
    struct str text = STR_INIT;

    if (about_expand(about, part_get(b, "script", key), &text) && text.len_bytes)
        document_add(b->out, BLOCK_SPEAKER, depth, "", part_get(b, "script", "say"), text.text);
    b->out->failed |= str_failed(&text);
    str_release(&text);
}

static void add_cue(struct build *b, const char *key, int depth)
{
    const char *pattern = part_get(b, "script", "cue"), *at = strstr(pattern, "{text}");
    const char *words = part_get(b, "script", key);
    struct str text = STR_INIT;

    if (!*words || !at)
        return;
    str_add_bytes(&text, pattern, (size_t)(at - pattern));
    str_add(&text, words);
    str_add(&text, at + strlen("{text}"));
    document_add(b->out, BLOCK_TEXT, depth, "", "", text.text);
    b->out->failed |= str_failed(&text);
    str_release(&text);
}

static void announce_quorum(struct build *b)
{
    static const char *const keys[] = {[QUORUM_NOT_MET] = "quorum_not_met",
                                       [QUORUM_MET] = "quorum_met",
                                       [QUORUM_UNKNOWN] = "quorum_unknown"};
    const struct about about = {.b = b};
    const struct quorum q = snapshot_quorum(b->s, -1, NULL);

    add_cue(b, "quorum_cue", 1);
    say(b, keys[q.verdict], 1, &about);
}

/* ---- the tracked decisions ---- */

static void say_tracked(struct build *b, const struct resolution *r, int n, int depth)
{
    static const char *const keys[] = {
        [RULING_RELEASE] = "tracked_release", [RULING_CONTINUE] = "tracked_continue",
        [RULING_SELF] = "tracked_self",       [RULING_MERGE] = "tracked_merge",
        [RULING_AGAIN] = "tracked_again",     [RULING_SPLIT] = "tracked_split"};
    const struct about about = {.b = b, .tracked = r};
    const struct round *round = resolution_round(r, b->s->meeting.key);
    const int recommended = resolution_recommendation(r, round);
    struct str number = STR_INIT, label = STR_INIT;

    build_number(b, 1, n, &number);
    str_printf(&label, "%s　", r->key);
    build_outline(b, BLOCK_ITEM, number.text, label.text, &r->instruction, (struct place){depth, 2});
    if (round)
        build_progress(b, round, (struct place){depth + 1, 2});
    say(b, recommended == UNKNOWN ? "tracked_open" : keys[recommended], depth + 1, &about);
    b->out->failed |= str_failed(&number) || str_failed(&label);
    str_release(&number);
    str_release(&label);
}

/* A decision of a meeting that is not in the data. */
static void say_prior(struct build *b, const struct prior *prior, int n, int depth)
{
    struct str number = STR_INIT;

    build_number(b, 1, n, &number);
    document_add(b->out, BLOCK_ITEM, depth, number.text, "", prior->title ? prior->title : prior->number);
    if (prior->progress.n)
        build_outline(b, BLOCK_LABEL, "", style_get(b->style, "tracking:progress"), &prior->progress,
                      (struct place){depth + 1, 2});
    b->out->failed |= str_failed(&number);
    str_release(&number);
}

static void say_tracking(struct build *b, const struct item *item, int depth)
{
    struct about about = {.b = b, .n = (int)b->tracked.n};
    int n = 0;

    for (size_t i = 0; i < item->prior.n; i++)
        about.n += !resolution_find(&b->s->resolutions, item->prior.v[i].track);
    say(b, about.n ? "tracked" : "tracked_none", depth, &about);
    for (size_t i = 0; i < item->prior.n; i++)
        if (!resolution_find(&b->s->resolutions, item->prior.v[i].track))
            say_prior(b, &item->prior.v[i], ++n, depth);
    for (size_t i = 0; i < b->tracked.n; i++)
        say_tracked(b, b->tracked.v[i], ++n, depth);
}

/* ---- matters ---- */

static void say_item(struct build *b, const struct item *item)
{
    const struct about about = {.b = b, .item = item};
    const bool reports = item->section == SECTION_REPORT;
    struct str number = STR_INIT, text = STR_INIT;

    number_format(&number, style_part(b->style, "agenda", section_choices.codes[item->section], "item"),
                  item_place(&b->s->meeting, item, NULL));
    (void)about_expand(&about, part_get(b, "script", "read"), &text);
    document_add(b->out, BLOCK_ITEM, 1, number.text, "", text.text);
    b->out->failed |= str_failed(&number) || str_failed(&text);
    str_release(&number);
    str_release(&text);
    if (item->content == CONTENT_TRACKING)
        say_tracking(b, item, 2);
    else
        say(b, !item->unit ? "call_none" : reports ? "call_report" : "call_discussion", 2, &about);
    say(b, "ask", 2, &about);
    add_cue(b, "respond_cue", 2);
    if (item->proposal.n) {
        say(b, "decide_proposal", 2, &about);
        build_outline(b, BLOCK_LABEL, "",
                      style_section(b->style, section_choices.codes[item->section], "proposal"),
                      &item->proposal, (struct place){2, 2});
    } else {
        say(b, reports ? "decide_report" : "decide_discussion", 2, &about);
    }
    add_cue(b, "decide_cue", 2);
}

static int matters(const struct build *b, int section)
{
    int n = 0;

    for (size_t i = 0; i < b->s->meeting.items.n; i++)
        n += b->s->meeting.items.v[i].section == section && item_is_matter(&b->s->meeting.items.v[i]);
    return n;
}

static void say_section(struct build *b, const struct item *first)
{
    const struct about about = {.b = b, .item = first};
    const int section = first->section, n = matters(b, section);

    if (section == SECTION_OPENING) {
        say(b, "opening", 1, &about);
        announce_quorum(b);
        return;
    }
    if (section == SECTION_CLOSING) {
        say(b, "closing", 1, &about);
        return;
    }
    if (section == SECTION_REPORT || section == SECTION_DISCUSSION)
        say(b, n ? "section" : "section_none", 1, &about);
    else
        say(b, "section", 1, &about);
    if (section == SECTION_TRACKING)
        say_tracking(b, first, 1);
    for (size_t i = 0; i < b->s->meeting.items.n; i++)
        if (b->s->meeting.items.v[i].section == section && item_is_matter(&b->s->meeting.items.v[i]))
            say_item(b, &b->s->meeting.items.v[i]);
    if (section == SECTION_MOTION) {
        say(b, "motion", 1, &about);
        if (!n)
            say(b, "motion_none", 1, &about);
    }
}

void build_script(struct build *b)
{
    int last = UNKNOWN;

    part_head(b, "script");
    for (size_t i = 0; i < b->s->meeting.items.n; i++) {
        const struct item *item = &b->s->meeting.items.v[i];
        struct str number = STR_INIT;

        if (item->section == last)
            continue;
        last = item->section;
        build_number(b, 0, ++b->counter, &number);
        document_add(b->out, BLOCK_SECTION, 0, number.text,
                     style_section(b->style, section_choices.codes[last], "label"), "");
        b->out->failed |= str_failed(&number);
        str_release(&number);
        say_section(b, item);
    }
}
