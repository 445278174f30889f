/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changing one line of an INI file.
 */
#include "tui/config_write.h"

#include "tui/config.h"
#include "tui/file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

enum { CONFIG_BYTES = 1 << 20, LINE_BYTES = 1023 };

/* A part of the text. */
struct span {
    size_t at, len;
};
/* Where the key stands, or where it would. */
struct place {
    bool found, has_section;
    struct span line, value; /* of the key's last line, without its end; the value with its quotes */
    size_t after;            /* a new line of the section goes here */
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static struct span trimmed(const char *text, struct span span)
{
    while (span.len && is_blank(text[span.at])) {
        span.at++;
        span.len--;
    }
    while (span.len && is_blank(text[span.at + span.len - 1]))
        span.len--;
    return span;
}

/* Case does not matter in such files. */
static bool is(const char *text, struct span span, const char *word)
{
    return strlen(word) == span.len && strncasecmp(text + span.at, word, span.len) == 0;
}

/* The value in REST, what follows the equals sign: a quoted text with its quotes, else up to a comment. */
static struct span value_in(const char *text, struct span rest)
{
    struct span value = trimmed(text, rest);
    const char *first = text + value.at, *end = first + value.len;

    if (!value.len) /* right behind the equals sign */
        return (struct span){rest.at, 0};
    if (*first == '"' || *first == '\'') {
        const char *close = memchr(first + 1, *first, value.len - 1);

        if (close)
            return (struct span){value.at, (size_t)(close + 1 - first)};
    }
    for (const char *c = first; c < end; c++)
        if (*c == ';' || *c == '#')
            value.len = (size_t)(c - first);
    return value.len ? trimmed(text, value) : (struct span){rest.at, 0};
}

/* LINE is looked at: in which section it is, and whether it is the key's. */
static void look(const char *text, struct span line, const char *section, const char *key, bool *inside,
                 struct place *place)
{
    const struct span part = trimmed(text, line);
    const size_t next = line.at + line.len + (text[line.at + line.len] == '\n');
    const char *equals;
    struct span name;

    if (!part.len || text[part.at] == ';' || text[part.at] == '#')
        return;
    if (text[part.at] == '[' && text[part.at + part.len - 1] == ']') {
        *inside = is(text, trimmed(text, (struct span){part.at + 1, part.len - 2}), section);
        if (*inside) {
            place->has_section = true;
            place->after = next;
        }
        return;
    }
    equals = memchr(text + part.at, '=', part.len);
    if (!*inside || !equals)
        return;
    place->after = next;
    name = trimmed(text, (struct span){part.at, (size_t)(equals - (text + part.at))});
    if (!is(text, name, key))
        return;
    place->found = true;
    place->line = line;
    place->value = value_in(
        text, (struct span){(size_t)(equals + 1 - text), line.at + line.len - (size_t)(equals + 1 - text)});
}

static struct place find(const char *text, const char *section, const char *key)
{
    struct place place = {.found = false};
    bool inside = false;

    for (size_t at = strncmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0; text[at];) {
        const struct span line = {at, strcspn(text + at, "\n")};

        look(text, line, section, key, &inside, &place);
        at += line.len + (text[at + line.len] == '\n');
    }
    return place;
}

/* VALUE as the file has it: in quotes where it would be cut or trimmed. false: it cannot be written. */
static bool add_value(struct str *out, const char *value)
{
    const size_t n = strlen(value);
    const char quote = strchr(value, '"') ? '\'' : '"';

    if (strpbrk(value, "\r\n"))
        return false;
    if (!strpbrk(value, ";#\"'\\") && !(n && (is_blank(value[0]) || is_blank(value[n - 1])))) {
        str_add(out, value);
        return true;
    }
    if (strchr(value, quote))
        return false;
    str_add_char(out, quote);
    str_add(out, value);
    str_add_char(out, quote);
    return true;
}

/* The lines of this file end so. */
static const char *line_end(const struct str *text)
{
    const char *feed = strchr(text->text, '\n');

    return feed && feed > text->text && feed[-1] == '\r' ? "\r\n" : "\n";
}

static void replace(struct str *text, const struct place *place, const struct str *value)
{
    const size_t at = place->value.at;
    struct str wanted = STR_INIT;

    if (!place->value.len && value->len_bytes)
        str_add_char(&wanted, ' ');
    str_add_bytes(&wanted, value->text, value->len_bytes);
    str_splice(text, at, place->value.len, wanted.text, wanted.len_bytes);
    if (str_failed(&wanted))
        text->failed = true;
    str_release(&wanted);
}

/* The line goes, but not a comment at its end. */
static void take_out(struct str *text, const struct place *place)
{
    const size_t end = place->line.at + place->line.len;
    const size_t rest = place->value.at + place->value.len;
    const struct span left = trimmed(text->text, (struct span){rest, end - rest});

    if (left.len)
        str_splice(text, place->line.at, left.at - place->line.at, NULL, 0);
    else
        str_splice(text, place->line.at, place->line.len + (text->text[end] == '\n'), NULL, 0);
}

static void add_line(struct str *text, const struct place *place, const char *section, const char *key,
                     const struct str *value)
{
    const char *end = line_end(text);
    const size_t n = text->len_bytes;
    const size_t at = place->has_section ? place->after : n;
    struct str line = STR_INIT;

    if (at == n && n && text->text[n - 1] != '\n')
        str_add(&line, end);
    if (!place->has_section)
        str_printf(&line, "%s[%s]%s", n ? end : "", section, end);
    str_printf(&line, "%s = %s%s", key, value->text, end);
    str_splice(text, at, 0, line.text, line.len_bytes);
    if (str_failed(&line))
        text->failed = true;
    str_release(&line);
}

enum status config_edit(struct str *text, const char *section, const char *key, const char *value,
                        struct err *err)
{
    const struct place place = find(text->text, section, key);
    struct str shown = STR_INIT;
    enum status status = STATUS_OK;

    if (value && (!add_value(&shown, value) || strlen(key) + shown.len_bytes + 3 > LINE_BYTES))
        status = err_set(err, STATUS_BAD, CODE_SETTING_STORE, key, value, NULL);
    else if (value && place.found)
        replace(text, &place, &shown);
    else if (value)
        add_line(text, &place, section, key, &shown);
    else if (place.found)
        take_out(text, &place);
    if (!status && (str_failed(text) || str_failed(&shown)))
        status = err_memory(err);
    str_release(&shown);
    return status;
}

/* ---- the file -------------------------------------------------------------------------------------- */

/* What CONFIG says of NAME; NULL: nothing. */
static const char *said(const struct config *config, const char *name)
{
    for (int i = 0; i < SET_COUNT; i++)
        if (strcmp(setting_info[i].key, name) == 0)
            return config->value[i];
    for (size_t i = config->keymap.n; i > 0 && strncmp(name, "keys:", 5) == 0; i--)
        if (strcmp(config->keymap.v[i - 1].name, name + 5) == 0)
            return config->keymap.v[i - 1].keys;
    return NULL;
}

/* The next start will read from TEXT what is wanted now. */
static enum status check(const struct str *text, const char *path, const char *name, const char *value,
                         struct err *err)
{
    struct config config;
    struct str copy = STR_INIT;
    const char *read;
    enum status status;

    config_init(&config);
    str_add_bytes(&copy, text->text, text->len_bytes);
    status = str_failed(&copy) ? err_memory(err) : config_read_text(&config, path, &copy, err);
    read = said(&config, name);
    if (!status && value && !(read && strcmp(read, value) == 0))
        status = err_set(err, STATUS_BAD, CODE_SETTING_STORE, name, value, NULL);
    str_release(&copy);
    config_release(&config);
    return status;
}

/* As FILE_WRITE says; the permissions stay those of the file that was there. */
static enum status write_over(const char *path, const struct str *text, struct err *err)
{
    struct stat was;
    const bool there = stat(path, &was) == 0;
    enum status status = file_write(path, text->text, text->len_bytes, err);

    if (!status && there)
        (void)chmod(path, was.st_mode & 0777); /* the words are safe; 0600 is the stricter */
    return status;
}

static enum status read_what_is_there(const char *path, struct str *text, struct err *err)
{
    struct err why = {0};
    enum status status = file_read(path, CONFIG_BYTES, text, &why);

    if (status && why.os_error == ENOENT)
        return file_make_parents(path, err);
    if (status)
        *err = why;
    else if (strlen(text->text) != text->len_bytes) /* what follows a NUL would be lost */
        status = err_set(err, STATUS_BAD, CODE_FILE_READ, path, "NUL", NULL);
    return status;
}

enum status config_store(const char *path, const char *name, const char *value, struct err *err)
{
    const char *colon = strchr(name, ':');
    char *real = realpath(path, NULL), section[64];
    const char *file = real ? real : path;
    struct str text = STR_INIT;
    enum status status = STATUS_OK;

    if (!colon || (size_t)(colon - name) >= sizeof section)
        status = err_set(err, STATUS_BAD, CODE_SETTING_STORE, name, value ? value : "", NULL);
    if (!status)
        status = read_what_is_there(file, &text, err);
    if (!status) {
        memcpy(section, name, (size_t)(colon - name));
        section[colon - name] = '\0';
        status = config_edit(&text, section, colon + 1, value, err);
    }
    if (!status)
        status = check(&text, path, name, value, err);
    if (!status)
        status = write_over(file, &text, err);
    str_release(&text);
    free(real);
    return status;
}
