/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text screen's own state, and how what was typed is kept. For this screen alone.
 */
#ifndef YISHI_TUI_SCREENS_TEXT_INNER_H
#define YISHI_TUI_SCREENS_TEXT_INNER_H

#include "tui/screens/text/text.h"
#include "tui/widgets/editor/editor.h"

struct text {
    struct screen screen;
    struct text_job job;
    struct arena arena; /* of the job's texts */
    struct editor editor;
    struct str needle;
    bool changed; /* since it was stored */
    bool outside; /* Ctrl-X was pressed: Ctrl-E may follow */
};

static inline struct text *text_of(const struct screen *screen)
{
    union {
        const struct screen *in;
        struct text *out;
    } text = {screen};

    return text.out;
}

/* Something was typed: the draft has it. */
void text_put_draft(struct app *app, struct text *text);
/* Store what was changed; where somebody else changed it meanwhile, ask. */
enum status text_store(struct app *app, struct screen *screen, struct err *err);

#endif
