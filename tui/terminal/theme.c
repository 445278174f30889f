/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading a theme. Knows no curses.
 */
#include "tui/terminal/theme.h"

#include "core/base/builtin.h"
#include "core/base/ini.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { THEME_BYTES = 1 << 16, BRIGHT = 8 };

static const char *const role_names[ROLE_COUNT] = {
    [ROLE_TEXT] = "text",
    [ROLE_DIM] = "dim",
    [ROLE_TITLE] = "title",
    [ROLE_HINT] = "hint",
    [ROLE_BORDER] = "border",
    [ROLE_BORDER_FOCUS] = "border-focus",
    [ROLE_HEADING] = "heading",
    [ROLE_SELECTED] = "selected",
    [ROLE_SELECTED_DIM] = "selected-dim",
    [ROLE_INPUT] = "input",
    [ROLE_INPUT_FOCUS] = "input-focus",
    [ROLE_GOOD] = "good",
    [ROLE_WARN] = "warn",
    [ROLE_BAD] = "bad",
    [ROLE_KEY] = "key",
    [ROLE_MARK] = "mark",
    [ROLE_TITLE_GOOD] = "title-good",
    [ROLE_TITLE_WARN] = "title-warn",
    [ROLE_TITLE_BAD] = "title-bad",
};

const char *role_name(enum role role)
{
    return role_names[role];
}

static bool parse_colour(const char *word, short *colour)
{
    static const char *const names[] = {"black", "red",     "green", "yellow",
                                        "blue",  "magenta", "cyan",  "white"};
    short bright = 0;
    char *end;
    long number;

    if (strcmp(word, "default") == 0) {
        *colour = COLOUR_DEFAULT;
        return true;
    }
    if (strncmp(word, "bright-", 7) == 0) {
        bright = BRIGHT;
        word += 7;
    }
    for (short i = 0; i < 8; i++)
        if (strcmp(word, names[i]) == 0) {
            *colour = (short)(i + bright);
            return true;
        }
    errno = 0;
    number = strtol(word, &end, 10);
    if (bright || errno || end == word || *end || number < 0 || number > 255)
        return false;
    *colour = (short)number;
    return true;
}

static bool parse_flag(const char *word, unsigned *flags)
{
    static const struct {
        const char *name;
        unsigned flag;
    } names[] = {
        {"bold", LOOK_BOLD}, {"dim", LOOK_DIM}, {"underline", LOOK_UNDERLINE}, {"reverse", LOOK_REVERSE}};

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strcmp(word, names[i].name) == 0) {
            *flags |= names[i].flag;
            return true;
        }
    return false;
}

/* "white on blue bold" */
static bool parse_look(const char *text, struct look *look)
{
    struct look out = {COLOUR_DEFAULT, COLOUR_DEFAULT, 0};
    char word[32];
    bool on = false, has_fg = false;

    while (*(text += strspn(text, " \t"))) {
        size_t n = strcspn(text, " \t");
        short colour;

        if (n >= sizeof word)
            return false;
        memcpy(word, text, n);
        word[n] = '\0';
        text += n;
        if (strcmp(word, "on") == 0 && !on)
            on = true;
        else if (parse_flag(word, &out.flags))
            continue;
        else if (!parse_colour(word, &colour) || (!on && has_fg))
            return false;
        else if (on)
            out.bg = colour;
        else {
            out.fg = colour;
            has_fg = true;
        }
    }
    *look = out;
    return true;
}

struct reading {
    struct theme *theme;
    const char *name, *section;
    bool named[ROLE_COUNT];
    enum status worst;
    struct err *err;
};

static enum status take(void *context, const struct ini_entry *entry, struct err *err)
{
    struct reading *reading = context;
    char place[ERR_TEXT_BYTES];

    (void)err;
    if (strcmp(entry->section, reading->section) != 0 &&
        (strcmp(entry->section, "roles") == 0 || strcmp(entry->section, "256") == 0))
        return STATUS_OK; /* the other pass reads it */
    for (int i = 0; i < ROLE_COUNT; i++)
        if (strcmp(entry->section, reading->section) == 0 && strcmp(role_names[i], entry->key) == 0 &&
            parse_look(entry->value, &reading->theme->look[i])) {
            reading->named[i] = true;
            return STATUS_OK;
        }
    (void)snprintf(place, sizeof place, "%s:%d", reading->name, entry->line);
    reading->worst = err_set(reading->err, STATUS_BAD, CODE_THEME_LINE, place, entry->key, entry->value);
    return STATUS_OK;
}

/* What a terminal with fewer than 16 colours, or none, can show of LOOK. */
static void reduce(struct look *look, int colours)
{
    if (colours < 8) {
        look->fg = look->bg = COLOUR_DEFAULT;
        return;
    }
    if (colours >= 16)
        return;
    if (look->fg >= BRIGHT) {
        look->fg = (short)(look->fg % BRIGHT);
        look->flags |= LOOK_BOLD;
    }
    if (look->bg >= BRIGHT)
        look->bg = (short)(look->bg % BRIGHT);
}

enum status theme_read(struct theme *theme, const char *name, const char *text, int colours, struct err *err)
{
    struct reading reading = {theme, name, "roles", {false}, STATUS_OK, err};
    enum status status;

    for (int i = 0; i < ROLE_COUNT; i++)
        theme->look[i] = (struct look){COLOUR_DEFAULT, COLOUR_DEFAULT, 0};
    status = ini_read(name, text, take, &reading, err);
    if (!status && colours >= 256) {
        reading.section = "256";
        status = ini_read(name, text, take, &reading, err);
    }
    for (int i = 0; i < ROLE_COUNT; i++) {
        if (!reading.named[i])
            theme->look[i] = theme->look[ROLE_TEXT];
        reduce(&theme->look[i], colours);
    }
    return status ? status : reading.worst;
}

/* DIRECTORY/NAME.ini; false when it is not there. */
static bool read_own(const char *directory, const char *name, struct str *path, struct str *text)
{
    char bytes[4096];
    size_t n;
    FILE *file;

    if (!directory || strchr(name, '/') || name[0] == '.')
        return false;
    str_printf(path, "%s/%s.ini", directory, name);
    file = str_failed(path) ? NULL : fopen(path->text, "rb");
    if (!file)
        return false;
    while ((n = fread(bytes, 1, sizeof bytes, file)) > 0 && text->len_bytes < THEME_BYTES)
        str_add_bytes(text, bytes, n);
    n = (size_t)ferror(file);
    return fclose(file) == 0 && n == 0 && !str_failed(text);
}

enum status theme_load(struct theme *theme, const char *directory, const char *name, int colours,
                       struct err *err)
{
    const struct theme_file *file;
    struct str path = STR_INIT, text = STR_INIT;
    enum status status = STATUS_OK;

    if (colours < 8)
        name = "mono";
    file = theme_file_find("screen", name);
    if (colours >= 8 && read_own(directory, name, &path, &text)) {
        status = theme_read(theme, path.text, text.text, colours, err);
    } else if (file) {
        status = theme_read(theme, name, file->text, colours, err);
    } else {
        struct err ignored = {0};

        file = theme_file_find("screen", "dark");
        status = theme_read(theme, "dark", file ? file->text : "", colours, &ignored);
        status = err_set(err, STATUS_MISSING, CODE_THEME_UNKNOWN, NULL, name, NULL);
    }
    str_release(&path);
    str_release(&text);
    return status;
}
