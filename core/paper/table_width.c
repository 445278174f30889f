/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How wide the columns of a table are set: numbers and short words whole, long texts by their length, so that
 * the table gets no higher than it must.
 */
#include "core/paper/table.h"

#include "core/base/text.h"

#include <string.h>

enum {
    NARROWEST = 8,     /* no column that wants more gets less */
    LONGEST_WORD = 16, /* that a column is widened for */
    LONG_TEXT = 90,    /* a cell of so much text ... */
    FOR_LONG_TEXT = 16 /* ... wants so wide a column */
};

/* What a column wants. */
struct want {
    int natural; /* the widest line of its cells */
    int word;    /* the widest piece that ought not to be cut */
    int longest; /* the cells of its longest text */
    double bulk; /* the squares of all its texts' lengths */
    int least;
};

/* The widest run of Latin letters and digits. */
static int widest_word(const char *text, size_t len)
{
    int widest = 0, run = 0;

    for (size_t i = 0; i < len; i++) {
        run = text[i] > ' ' && (unsigned char)text[i] < 0x80 ? run + 1 : 0;
        if (run > widest)
            widest = run;
    }
    return widest;
}

static void measure(struct want *want, const char *text)
{
    int whole = 0;

    while (*text) {
        const size_t n = strcspn(text, "\n");
        const int cols = text_cols(text, n, &text_paper), word = widest_word(text, n);

        if (cols > want->natural)
            want->natural = cols;
        if (word > want->word)
            want->word = word;
        whole += cols;
        text += n + (text[n] == '\n');
    }
    if (whole > want->longest)
        want->longest = whole;
    want->bulk += (double)whole * whole;
}

static void measure_column(const struct table *t, int column, struct want *want)
{
    const char *leaf = NULL;

    *want = (struct want){.natural = 2};
    for (int level = 0; level < t->head_lines; level++)
        if (t->heads[level][column])
            leaf = t->head_texts[level][column];
    if (leaf)
        measure(want, leaf);
    for (int i = 0; i < t->grid->lines; i++)
        measure(want, table_cell(t, i, column));
}

/* What columns get at least: short ones all that they want, long ones so much. */
struct tier {
    int short_cols, long_cols;
};

/* The least widths by TIER; returns their sum. */
static int take_least(struct want *wants, int columns, struct tier tier)
{
    int total = 0;

    for (int j = 0; j < columns; j++) {
        struct want *w = &wants[j];
        const int word = w->word < LONGEST_WORD ? w->word : LONGEST_WORD;

        w->least = word > tier.long_cols ? word : tier.long_cols;
        if (w->least > w->natural || w->natural <= tier.short_cols)
            w->least = w->natural;
        total += w->least;
    }
    return total;
}

/* The column that would be the highest, of those that can use another cell; -1: none can. */
static int neediest(const struct table *t, const struct want *wants)
{
    double most = 0;
    int which = -1;

    for (int j = 0; j < t->columns; j++) {
        const double height = wants[j].bulk / ((double)t->widths[j] * t->widths[j]);

        if (t->widths[j] < wants[j].natural && (which < 0 || height > most)) {
            most = height;
            which = j;
        }
    }
    return which;
}

static bool is_readable(const struct table *t, const struct want *wants)
{
    for (int j = 0; j < t->columns; j++)
        if (wants[j].longest > LONG_TEXT && t->widths[j] < FOR_LONG_TEXT)
            return false;
    return true;
}

bool table_fit(struct table *t, int width, int gap)
{
    static const struct tier tiers[] = {{20, 24}, {16, 16}, {12, 12}, {NARROWEST, NARROWEST}};
    struct want wants[TABLE_COLUMNS];
    int room = 0, which;

    for (int j = 0; j < t->columns; j++)
        measure_column(t, j, &wants[j]);
    for (size_t i = 0; i < sizeof tiers / sizeof *tiers; i++) {
        room = width - gap * t->columns - take_least(wants, t->columns, tiers[i]);
        if (room >= 0)
            break;
    }
    for (int j = 0; j < t->columns; j++) {
        if (room < 0 && wants[j].least > NARROWEST) { /* words are cut before all is given up */
            room += wants[j].least - NARROWEST;
            wants[j].least = NARROWEST;
        }
        t->widths[j] = wants[j].least;
    }
    if (room < 0)
        return false;
    for (; room > 0 && (which = neediest(t, wants)) >= 0; room--)
        t->widths[which]++;
    return is_readable(t, wants);
}

int table_line_height(const struct table *t, int line)
{
    int highest = 1;

    for (int j = 0; j < t->columns; j++) {
        const char *text = table_cell(t, line, j);
        int lines = 0;

        while (*text) {
            const size_t n = strcspn(text, "\n");

            lines += 1 + (text_cols(text, n, &text_paper) - 1) / (t->widths[j] > 0 ? t->widths[j] : 1);
            text += n + (text[n] == '\n');
        }
        if (lines > highest)
            highest = lines;
    }
    return highest;
}

bool table_is_low(const struct table *t)
{
    int lines = t->head_lines;

    for (int i = 0; i < t->grid->lines && lines <= TABLE_LOW_LINES; i++)
        lines += table_line_height(t, i);
    return lines <= TABLE_LOW_LINES;
}
