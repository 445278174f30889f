/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reader of INI lines.
 */
#include "core/base/ini.h"

#include <stdio.h>
#include <string.h>

enum { LINE_BYTES = 1024 };

static enum status line_error(const char *name, int line, enum code code, const char *what, struct err *err)
{
    char number[16];

    (void)snprintf(number, sizeof number, "%d", line);
    return err_set(err, STATUS_BAD, code, name, number, what);
}

/* TEXT without blanks at both ends, in place. */
static char *trimmed(char *text)
{
    size_t n;

    while (*text == ' ' || *text == '\t')
        text++;
    n = strlen(text);
    while (n && (text[n - 1] == ' ' || text[n - 1] == '\t' || text[n - 1] == '\r'))
        text[--n] = '\0';
    return text;
}

static char *unquoted(char *value)
{
    size_t n = strlen(value);

    if (n >= 2 && value[0] == '"' && value[n - 1] == '"') {
        value[n - 1] = '\0';
        return value + 1;
    }
    return value;
}

/* One line, cut out of the text. SECTION is kept between lines. */
static enum status read_line(const char *name, int number, char *line, char *section, ini_take take,
                             void *context, struct err *err)
{
    struct ini_entry entry = {section, NULL, NULL, number};
    char *text = trimmed(line), *equals;
    size_t n = strlen(text);

    if (!n || *text == ';' || *text == '#')
        return STATUS_OK;
    if (*text == '[' && text[n - 1] == ']') {
        text[n - 1] = '\0';
        memmove(section, text + 1, n - 1);
        return STATUS_OK;
    }
    equals = strchr(text, '=');
    if (!equals || equals == text)
        return line_error(name, number, CODE_INI_LINE, text, err);
    *equals = '\0';
    entry.key = trimmed(text);
    entry.value = unquoted(trimmed(equals + 1));
    return take(context, &entry, err);
}

enum status ini_read(const char *name, const char *text, ini_take take, void *context, struct err *err)
{
    char section[LINE_BYTES] = "", line[LINE_BYTES];
    enum status status = STATUS_OK;

    if (strncmp(text, "\xEF\xBB\xBF", 3) == 0)
        text += 3;
    for (int number = 1; *text && !status; number++) {
        size_t n = strcspn(text, "\n");

        if (n >= sizeof line)
            return line_error(name, number, CODE_INI_LONG, NULL, err);
        memcpy(line, text, n);
        line[n] = '\0';
        status = read_line(name, number, line, section, take, context, err);
        text += n + (text[n] == '\n');
    }
    return status;
}
