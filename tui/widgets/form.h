/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A form: rows of label and value, described by a table. A field is stored when it is left; what is refused
 * stays as it was typed, with what is expected beside it. Knows the kinds of values, not their meaning.
 */
#ifndef YISHI_TUI_WIDGETS_FORM_H
#define YISHI_TUI_WIDGETS_FORM_H

#include "core/base/arena.h"
#include "core/base/err.h"
#include "core/calendar/date.h"
#include "tui/widgets/line.h"
#include "tui/widgets/picker.h"

enum form_kind {
    FORM_HEADING, /* a line between groups; only the label */
    FORM_FIXED,   /* shown, not typed */
    FORM_TEXT,
    FORM_DATE,   /* value 2023-05-24; typed and shown as 112/05/24(三) */
    FORM_TIME,   /* value 14:00 */
    FORM_NUMBER, /* between min and max */
    FORM_CHOICE, /* value = an option's code; ← → or Space changes it, Enter lists them */
    FORM_PICK,   /* the same for many (people, units): Enter or typing opens the picker */
    FORM_SWITCH, /* value "1" or "0" */
    FORM_ACTION, /* Enter runs it: form_key returns FORM_RUN */
    FORM_OPEN,   /* shown like a value, edited elsewhere: Enter is FORM_RUN as well */
};

struct form_option {
    const char *code;  /* the value; "" = none */
    const char *label; /* as it is shown, translated */
    const char *detail;
    int number; /* seat; 0 = none */
};

struct form_field {
    const char *name;  /* for get and set: a column's name, say */
    const char *label; /* N_() */
    enum form_kind kind;
    const char *help; /* N_(): what is expected, shown while the field has the focus */
    int min, max;     /* FORM_NUMBER; FORM_TEXT: max bytes, 0 = no limit */
    bool required;    /* "" is refused */
    const void *data; /* the caller's */
};

/* Where the values come from and go. All get CONTEXT. Values are text, "" = not known. */
struct form_source {
    void (*get)(void *context, const struct form_field *field, struct str *out);
    /* VALUE is valid in form (a date is one) and differs from what get said. Not OK: refused, ERR is shown at
     * the field. */
    enum status (*set)(void *context, const struct form_field *field, const char *value, struct err *err);
    /* The options of a CHOICE or PICK; in ARENA or static. */
    void (*options)(void *context, const struct form_field *field, struct arena *arena,
                    struct form_option **out, size_t *n);
    bool (*hidden)(void *context, const struct form_field *field); /* not for this case; may be NULL */
    /* A CHOICE or PICK's value in words where the options are not at hand; may be NULL. */
};

enum form_result {
    FORM_IGNORED,
    FORM_HANDLED,
    FORM_STORED, /* a field was stored (and the focus moved) */
    FORM_REFUSED,
    FORM_RUN,  /* Enter on an action, or what opens elsewhere: form_field(form) says which */
    FORM_LAST, /* Enter on the last field, which was stored: the caller may go on */
};

struct form {
    const struct form_field *fields;
    size_t n_fields;
    const struct form_source *source;
    void *context;
    struct date today; /* for typed dates */
    /* own */
    size_t at, top;
    struct line_edit line; /* of the focused field */
    bool dirty;            /* the line was typed into */
    struct err err;        /* why the last value was refused */
    struct arena arena;    /* options of the focused field */
    struct form_option *options;
    size_t n_options;
    struct pick_row *pick_rows;
    struct picker picker;
    bool picking;
    int label_cols;
    int page_rows;
};

void form_init(struct form *form, const struct form_field *fields, size_t n_fields,
               const struct form_source *source, void *context, struct date today);
void form_release(struct form *form);
/* The values changed outside: show them; what is being typed stays. Also call it after loading first. */
void form_reload(struct form *form);
/* ↑ ↓ Tab Shift-Tab Enter move (and store), Esc takes back what was typed in this field or is ignored. */
enum form_result form_key(struct form *form, const struct key *key);
/* Store the focused field, as when it is left: before the screen closes. false: refused, form->err says why.
 */
bool form_leave(struct form *form);
/* What was typed into the focused field and is not stored yet; NULL: nothing. */
const struct str *form_line(const struct form *form);
bool form_typing(const struct form *form);                    /* the focus is in a text */
const struct form_field *form_field(const struct form *form); /* the focused one; NULL: none */
bool form_go(struct form *form, const char *name);            /* focus this field */
/* Labels, values, and the help of the focused field in the last row. */
void form_draw(struct form *form, struct rect rect, bool focus);

#endif
