/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every column of a record, and whether the public reads it.
 */
#include "core/publish/public.h"

#include "core/base/str.h"

#include <string.h>

#define PERSON(prefix) prefix "member " prefix "surname " prefix "given " prefix "title " prefix "unit "

static const struct {
    const char *table, *open, *never;
} tables[] = {
    {"committee", "key name agency self secretariat paper rules standing", ""},
    {"rule",
     "valid_from quorum_numerator quorum_denominator quorum_comparison civil_min members_min convener_counts "
     "civil_share gender_share meetings_per_year materials_workdays draft_workdays publish_workdays "
     "vote_of vote_share vote_comparison vote_casting seconders_min",
     ""},
    {"standing", "section topic title unit", ""},
    {"member", "key surname given appointments", "gender"},
    {"appointment", "valid_from valid_to role kind title unit basis term replaces", ""},
    {"meeting",
     "key kind title started ended opened place mode outcome attendance_none milestones composition "
     "attendance observers items annexes " PERSON("chair_") PERSON("acting_") PERSON("recorder_"),
     ""},
    {"milestone", "step done_on letter", "done_by remark"},
    {"seat", "member seat role kind title unit surname given", ""},
    {"attendance", "member status online stays " PERSON("delegate_"), "reply disclosure"},
    {"stay", "time_in time_out " PERSON("delegate_"), ""},
    {"observer", "for_member " PERSON(""), ""},
    {"item",
     "key section content abridged is_none label topic title unit from_meeting from_item raised seconders "
     "explanation proposal tables attachments prior recused statements vote decision " PERSON("proposer_"),
     ""},
    {"grid", "caption as_of columns lines cells footer notes", ""},
    {"cell", "line col kind text outline", ""},
    {"attachment", "label title file tables", ""},
    {"round_attachment", "label title file tables", ""},
    {"named", PERSON(""), ""},
    {"statement",
     "chair delegate_of name pending about disclosure response presentation abridged points " PERSON(""),
     "said_at"},
    {"vote", "method votes_for against abstain entitled counted_of share comparison casting result ballots",
     ""},
    {"ballot", "member vote", ""},
    {"decision", "kind merged_with decided_at present in_office civil met points", ""},
    {"prior", "section number title decision progress track", ""},
    {"node", "level plain text", ""},
    {"resolution",
     "key source_meeting source_item source_point source_ref source_text source_date instruction units "
     "assisting due after_key rounds",
     ""},
    {"unit", "name", ""},
    {"report", "unit reported_on progress recommendation", ""},
    {"round",
     "meeting meeting_text meeting_date reports progress recommendation proposed_into ruling merged_into "
     "ruling_text due letter letter_date tables attachments",
     "remark"},
};

static bool names(const char *list, const char *column)
{
    const size_t len = strlen(column);

    for (const char *at = list; *at; at += strspn(at, " ")) {
        const size_t n = strcspn(at, " ");

        if (n == len && memcmp(at, column, n) == 0)
            return true;
        at += n;
    }
    return false;
}

enum publicity field_publicity(const struct entity *entity, const struct field *field)
{
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        if (strcmp(tables[i].table, entity->table) != 0)
            continue;
        if (names(tables[i].open, field->column))
            return PUBLICITY_PUBLIC;
        return names(tables[i].never, field->column) ? PUBLICITY_NEVER : PUBLICITY_UNSAID;
    }
    return PUBLICITY_UNSAID;
}
