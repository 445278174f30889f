/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In which style a paper is looked at, and in which copy. Stores nothing: the committee's style is set
 * elsewhere.
 */
#include "tui/screens/meeting/paper_choice.h"

#include <string.h>

const struct style *paper_choice_style(const struct paper_choice *choice, const struct meeting_frame *frame)
{
    return choice->style ? choice->style : frame->style;
}

const char *paper_choice_name(const struct paper_choice *choice, const struct meeting_frame *frame)
{
    return choice->at ? style_builtin_name(choice->at - 1) : frame->style_name;
}

enum status paper_choice_take(struct paper_choice *choice, size_t at, struct err *err)
{
    struct style *style = NULL;
    enum status status = at ? style_load(style_builtin_name(at - 1), &style, err) : STATUS_OK;

    if (status)
        return status;
    style_free(choice->style);
    choice->style = style;
    choice->at = at;
    return STATUS_OK;
}

/* Where the committee's own style stands among the compiled-in ones, + 1; 0: it is none of them. */
static size_t own_style(const struct meeting_frame *frame)
{
    for (size_t i = 0; style_builtin_name(i); i++)
        if (strcmp(style_builtin_name(i), frame->style_name) == 0)
            return i + 1;
    return 0;
}

void paper_choice_next(struct app *app, struct paper_choice *choice, const struct meeting_frame *frame)
{
    const size_t own = own_style(frame), now = choice->at ? choice->at : own;
    const size_t next = style_builtin_name(now) ? now + 1 : own ? 1 : 0;
    struct err err = {0};

    if (paper_choice_take(choice, next, &err))
        app_error(app, &err);
    else
        app_message(app, ROLE_TEXT, _("紙本格式：%s"), paper_choice_name(choice, frame));
}

void paper_choice_turn(struct app *app, struct paper_choice *choice)
{
    const bool internal = choice->copy == COPY_PUBLIC;

    choice->copy = internal ? COPY_INTERNAL : COPY_PUBLIC;
    app_message(app, internal ? ROLE_WARN : ROLE_TEXT, "%s",
                internal ? _("內部版：含不公開的發言，請勿外流") : _("公開版：不含不公開的發言"));
}

void paper_choice_release(struct paper_choice *choice)
{
    style_free(choice->style);
    choice->style = NULL;
}
