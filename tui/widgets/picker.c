/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filtering and picking.
 */
#include "tui/widgets/picker.h"

#include "core/base/text.h"
#include "tui/words.h"

#include <stdlib.h>
#include <string.h>

/* How well a row answers the filter; lower is better. */
enum match { MATCH_NUMBER, MATCH_NUMBER_START, MATCH_START, MATCH_LABEL, MATCH_OTHER, MATCH_NONE };

static bool is_number(const char *text)
{
    return *text && strspn(text, "0123456789") == strlen(text);
}

static bool starts_with(const char *text, const char *folded)
{
    struct str fold = STR_INIT;
    bool starts;

    text_fold(&fold, text, strlen(text));
    starts = !str_failed(&fold) && strncmp(fold.text, folded, strlen(folded)) == 0;
    str_release(&fold);
    return starts;
}

static bool contains(const char *text, const char *folded)
{
    return text && text_contains_folded(text, folded);
}

static enum match match_number(const struct pick_row *row, const char *digits)
{
    char number[16];
    int n = row->number, len = 0;
    char reversed[16];

    while (n > 0 && len < 12) {
        reversed[len++] = (char)('0' + n % 10);
        n /= 10;
    }
    for (int i = 0; i < len; i++)
        number[i] = reversed[len - 1 - i];
    number[len] = '\0';
    if (strcmp(number, digits) == 0)
        return MATCH_NUMBER;
    return len && strncmp(number, digits, strlen(digits)) == 0 ? MATCH_NUMBER_START : MATCH_NONE;
}

static enum match match_word(const struct pick_row *row, const char *word)
{
    enum match match = is_number(word) ? match_number(row, word) : MATCH_NONE;

    if (match != MATCH_NONE)
        return match;
    if (row->label && starts_with(row->label, word))
        return MATCH_START;
    if (contains(row->label, word))
        return MATCH_LABEL;
    return contains(row->detail, word) || contains(row->match, word) ? MATCH_OTHER : MATCH_NONE;
}

/* Every word of the filter must be found; the row is as good as its worst word. */
static enum match match_row(const struct pick_row *row, const struct str *folded)
{
    enum match worst = MATCH_NUMBER;
    struct str word = STR_INIT;

    for (const char *at = folded->text; *at;) {
        size_t len = strcspn(at, " ");

        if (len) {
            enum match match;

            str_clear(&word);
            str_add_bytes(&word, at, len);
            match = str_failed(&word) ? MATCH_NONE : match_word(row, word.text);
            if (match > worst)
                worst = match;
        }
        at += len + (at[len] == ' ');
    }
    str_release(&word);
    return worst;
}

void picker_filter(struct picker *picker, const char *filter)
{
    struct str folded = STR_INIT;

    text_fold(&folded, filter, strlen(filter));
    for (size_t i = 0; i < picker->n_rows; i++)
        picker->matches[i] = (unsigned char)match_row(&picker->rows[i], &folded);
    picker->n_found = 0;
    for (int wanted = MATCH_NUMBER; wanted < MATCH_NONE; wanted++)
        for (size_t i = 0; i < picker->n_rows; i++)
            if (picker->matches[i] == wanted)
                picker->found[picker->n_found++] = i;
    picker->at = picker->top = 0;
    str_release(&folded);
}

bool picker_init(struct picker *picker, const struct pick_row *rows, size_t n_rows, size_t at)
{
    *picker = (struct picker){.rows = rows, .n_rows = n_rows, .page_rows = 10};
    line_init(&picker->filter);
    picker->found = calloc(n_rows ? n_rows : 1, sizeof *picker->found);
    picker->matches = calloc(n_rows ? n_rows : 1, sizeof *picker->matches);
    if (!picker->found || !picker->matches) {
        picker->n_rows = 0;
        return false;
    }
    picker_filter(picker, "");
    picker->at = at < picker->n_found ? at : 0;
    return true;
}

void picker_release(struct picker *picker)
{
    line_release(&picker->filter);
    free(picker->found);
    free(picker->matches);
    *picker = (struct picker){0};
}

bool picker_picked(const struct picker *picker, size_t *row)
{
    if (picker->at >= picker->n_found)
        return false;
    *row = picker->found[picker->at];
    return true;
}

static bool move(struct picker *picker, const struct key *key)
{
    size_t page = picker->page_rows > 1 ? (size_t)picker->page_rows - 1 : 1;
    size_t last = picker->n_found ? picker->n_found - 1 : 0;

    if (key_is(key, KEYC_UP))
        picker->at -= picker->at > 0;
    else if (key_is(key, KEYC_DOWN))
        picker->at++;
    else if (key_is(key, KEYC_PGUP))
        picker->at -= picker->at < page ? picker->at : page;
    else if (key_is(key, KEYC_PGDN))
        picker->at += page;
    else if (key_is(key, KEYC_HOME))
        picker->at = 0;
    else if (key_is(key, KEYC_END))
        picker->at = last;
    else
        return false;
    if (picker->at > last)
        picker->at = last;
    return true;
}

enum pick_result picker_key(struct picker *picker, const struct key *key)
{
    size_t row;

    if (key_is(key, KEYC_ESC))
        return PICK_CANCEL;
    if (key_is(key, KEYC_ENTER))
        return picker_picked(picker, &row) && !picker->rows[row].refusal ? PICK_DONE : PICK_HANDLED;
    if (move(picker, key))
        return PICK_HANDLED;
    switch (line_key(&picker->filter, key)) {
    case LINE_CHANGED:
        picker_filter(picker, picker->filter.text.text);
        return PICK_HANDLED;
    case LINE_MOVED:
        return PICK_HANDLED;
    case LINE_IGNORED:
        break;
    }
    return PICK_IGNORED;
}

struct pick_widths {
    int number, label;
};

static struct pick_widths widths_of(const struct picker *picker, int cols)
{
    struct pick_widths widths = {0, 4};

    for (size_t i = 0; i < picker->n_rows; i++) {
        const char *label = picker->rows[i].label;
        int label_cols = label ? text_cols(label, strlen(label), draw_widths()) : 0;

        if (picker->rows[i].number > 0)
            widths.number = picker->rows[i].number > 99 ? 4 : 3;
        if (label_cols > widths.label)
            widths.label = label_cols;
    }
    if (widths.label > cols * 3 / 5)
        widths.label = cols * 3 / 5;
    return widths;
}

static void draw_row(const struct pick_row *row, struct pen *pen, struct pick_widths widths, bool selected)
{
    enum role line = selected ? ROLE_SELECTED : row->refusal ? ROLE_DIM : ROLE_TEXT;
    enum role side = selected ? ROLE_SELECTED : ROLE_DIM;

    pen_skip(pen, line, 1);
    if (widths.number) {
        struct str number = STR_INIT;

        if (row->number > 0)
            str_printf(&number, "%d", row->number);
        pen_field(pen, line, number.text, widths.number - 1, TEXT_RIGHT);
        pen_skip(pen, line, 1);
        str_release(&number);
    }
    pen_field(pen, line, row->label, widths.label, TEXT_LEFT);
    pen_skip(pen, side, 2);
    pen_text(pen, side, row->refusal ? row->refusal : row->detail);
    pen_fill(pen, side);
}

void picker_draw(struct picker *picker, struct rect rect)
{
    struct rect filter = {rect.x + 2, rect.y, rect.cols - 2, 1};
    struct pen pen = pen_at(rect, 0);
    struct pick_widths widths = widths_of(picker, rect.cols);
    size_t rows;

    if (rect.rows < 1 || rect.cols < 4)
        return;
    pen_text(&pen, ROLE_KEY, "> ");
    line_draw(&picker->filter, filter, ROLE_INPUT_FOCUS, true);
    rect.y++;
    rect.rows--;
    picker->page_rows = rect.rows;
    rows = rect.rows > 0 ? (size_t)rect.rows : 1;
    if (picker->at < picker->top)
        picker->top = picker->at;
    if (picker->at >= picker->top + rows)
        picker->top = picker->at - rows + 1;
    for (int y = 0; y < rect.rows; y++) {
        size_t at = picker->top + (size_t)y;

        pen = pen_at(rect, y);
        if (at < picker->n_found)
            draw_row(&picker->rows[picker->found[at]], &pen, widths, at == picker->at);
        else if (picker->n_found == 0 && y == 0)
            pen_text(&pen, ROLE_DIM, _(" 沒有符合的"));
        pen_fill(&pen, ROLE_TEXT);
    }
}
