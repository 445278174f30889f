/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where an item comes from and what goes with it, for the head of the stream: who moved it, who seconded,
 * which items were merged into it.
 */
#include "core/meeting/merge.h"
#include "tui/screens/session/session_inner.h"
#include "tui/screens/shared/item_label.h"
#include "tui/screens/shared/label.h"

static void add_seconders(const struct session *session, const struct item *item, struct str *out)
{
    for (size_t i = 0; i < item->seconders.n; i++) {
        str_add(out, i ? _("、") : "");
        label_person(out, &session->frame.s.members, &item->seconders.v[i].person);
    }
}

/* "案由二", in another section than FROM's "討論事項案由二"; without a number the title. */
static void add_short(const struct meeting_frame *frame, const struct item *item, int from, struct str *out)
{
    struct str number = STR_INIT;

    if (item->section != from)
        str_printf(out, _("%s "), label_choice(&section_choices, item->section));
    label_item_number(&number, &frame->s, frame->style, item);
    str_add(out, number.len_bytes ? number.text : item_title(item));
    str_release(&number);
}

void session_joined(const struct meeting_frame *frame, const char *key, int from, struct str *out)
{
    const struct item *item;
    size_t at = 0, n = 0;

    while ((item = merge_next(&frame->s.meeting, key, &at)) != NULL) {
        str_add(out, n++ ? _("、") : "");
        add_short(frame, item, from, out);
        if (merge_is_joint(item))
            str_add(out, _("（一併決議）"));
    }
}

const char *session_origin(const struct session *session, const struct item *item, int which, struct str *out)
{
    switch (which) {
    case 0:
        label_person(out, &session->frame.s.members, &item->proposer);
        if (out->len_bytes && item->raised)
            str_printf(out, _("（%s 提出）"), item->raised);
        return _("提案");
    case 1:
        add_seconders(session, item, out);
        return _("附議");
    case 2:
        session_joined(&session->frame, item->key, item->section, out);
        return _("併案");
    default:
        return NULL;
    }
}
