/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading yishi.ini: first line by line with our own checks, which name the line of every mistake, then the
 * good lines with iniparser, which would give up the whole file for one bad line.
 */
#include "core/base/ini.h"
#include "core/base/text.h"
#include "tui/command_list.h"
#include "tui/config.h"
#include "tui/words.h"

#include <errno.h>
#include <iniparser/iniparser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CONFIG_BYTES = 1 << 20 };

struct reading {
    struct config *config;
    const char *name;
    dictionary *ini; /* NULL: iniparser would not read it */
};

static void warn(const struct reading *reading, int line, const char *words)
{
    struct str *out = &reading->config->warnings;

    str_printf(out, _("%s 第 %d 行："), reading->name, line);
    str_printf(out, "%s\n", words);
}

static void warn_unknown(const struct reading *reading, int line, const char *key)
{
    struct str shown = STR_INIT, words = STR_INIT;

    text_show(&shown, key, strlen(key));
    str_printf(&words, _("沒有「%s」這項設定，略過這一行。"), shown.text);
    warn(reading, line, words.text);
    str_release(&words);
    str_release(&shown);
}

static void warn_command(const struct reading *reading, int line, const char *name)
{
    struct str shown = STR_INIT, words = STR_INIT;

    text_show(&shown, name, strlen(name));
    str_printf(&words, _("沒有「%s」這個指令，略過這一行。"), shown.text);
    warn(reading, line, words.text);
    str_release(&words);
    str_release(&shown);
}

static void warn_err(const struct reading *reading, int line, const struct err *err)
{
    struct str words = STR_INIT;

    err_words(err, &words);
    warn(reading, line, words.text);
    str_release(&words);
}

/* iniparser's keys are lower case; ours too. */
static void lower(char *to, size_t size, const char *section, const char *key)
{
    (void)snprintf(to, size, "%s:%s", section, key);
    for (char *at = to; *at; at++)
        if (*at >= 'A' && *at <= 'Z')
            *at = (char)(*at - 'A' + 'a');
}

static enum status take(void *context, const struct ini_entry *entry, struct err *err)
{
    struct reading *reading = context;
    char key[256];
    const char *value = entry->value;
    struct err bad = {0};
    enum status status = STATUS_BAD;
    bool known = false;

    lower(key, sizeof key, entry->section, entry->key);
    /* an unquoted # or ; begins a comment for iniparser: its answer is the one that counts */
    if (reading->ini && iniparser_find_entry(reading->ini, key))
        value = iniparser_getstring(reading->ini, key, entry->value);
    if (strncmp(key, "keys:", 5) == 0 && !command_listed(key + 5)) {
        warn_command(reading, entry->line, key + 5);
        return STATUS_OK;
    }
    if (strncmp(key, "keys:", 5) == 0) {
        known = true;
        status = keymap_set(&reading->config->keymap, key + 5, value, &bad);
    }
    for (int i = 0; i < SET_COUNT && !known; i++)
        if (strcmp(setting_info[i].key, key) == 0) {
            known = true;
            status = config_set(reading->config, (enum setting)i, value, &bad);
        }
    if (!known)
        warn_unknown(reading, entry->line, key);
    else if (status == STATUS_MEMORY)
        return err_memory(err);
    else if (status)
        warn_err(reading, entry->line, &bad);
    return STATUS_OK;
}

static int silent(const char *format, ...) __attribute__((format(printf, 1, 2)));
static int silent(const char *format, ...)
{
    (void)format;
    return 0;
}

/* The whole file; STATUS_MISSING when there is none. */
static enum status read_file(const char *path, struct str *out, struct err *err)
{
    FILE *file = fopen(path, "rb");
    char bytes[4096];
    size_t n;
    enum status status = STATUS_OK;

    if (!file && errno == ENOENT)
        return STATUS_MISSING;
    if (!file)
        return err_set(err, STATUS_STORAGE, CODE_FILE_OPEN, path, strerror(errno), NULL);
    while ((n = fread(bytes, 1, sizeof bytes, file)) > 0 && out->len_bytes < CONFIG_BYTES)
        str_add_bytes(out, bytes, n);
    if (ferror(file))
        status = err_set(err, STATUS_STORAGE, CODE_FILE_READ, path, strerror(errno), NULL);
    if (fclose(file) && !status)
        status = err_set(err, STATUS_STORAGE, CODE_FILE_READ, path, strerror(errno), NULL);
    if (str_failed(out))
        status = err_memory(err);
    return status;
}

static enum status take_nothing(void *context, const struct ini_entry *entry, struct err *err)
{
    (void)context;
    (void)entry;
    (void)err;
    return STATUS_OK;
}

/* Take line LINE out; its end stays, so that the lines keep their numbers. */
static void drop_line(struct str *text, int line)
{
    size_t at = 0;

    for (int i = 1; i < line; i++) {
        at += strcspn(text->text + at, "\n");
        if (at == text->len_bytes)
            return;
        at++;
    }
    str_splice(text, at, strcspn(text->text + at, "\n"), NULL, 0);
}

/* Name every line that is no INI line and take it out, so that iniparser will read the rest. */
static void drop_bad_lines(const struct reading *reading, struct str *text)
{
    enum { MOST_NAMED = 20 };
    struct str *warnings = &reading->config->warnings;

    for (int named = 0; named < MOST_NAMED; named++) {
        struct err bad = {0};
        int line;

        if (ini_read(reading->name, text->text, take_nothing, NULL, &bad) != STATUS_BAD)
            return;
        err_words(&bad, warnings);
        str_add_char(warnings, '\n');
        line = (int)strtol(bad.arg[0], NULL, 10);
        if (line < 1)
            return;
        drop_line(text, line);
    }
}

/* iniparser reads from a path only, and a byte order mark is a syntax error to it: it gets a copy of the good
 * lines. NULL when that does not work, and then our own reading counts. */
static dictionary *parse_copy(const struct str *text)
{
    FILE *file = tmpfile();
    size_t skip = strncmp(text->text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    dictionary *ini = NULL;
    char path[64];

    if (!file)
        return NULL;
    (void)snprintf(path, sizeof path, "/proc/self/fd/%d", fileno(file));
    iniparser_set_error_callback(silent);
    if (fwrite(text->text + skip, 1, text->len_bytes - skip, file) == text->len_bytes - skip &&
        fflush(file) == 0)
        ini = iniparser_load(path);
    (void)fclose(file); /* a copy: nothing is lost with it */
    return ini;
}

enum status config_read_text(struct config *config, const char *name, struct str *text, struct err *err)
{
    struct reading reading = {config, name, NULL};
    struct err bad = {0};
    enum status status;

    if (text_invalid_at(text->text, text->len_bytes) < text->len_bytes) {
        (void)err_set(&bad, STATUS_BAD, CODE_FILE_READ, name, _("不是 UTF-8 文字"), NULL);
        err_words(&bad, &config->warnings);
        str_add_char(&config->warnings, '\n');
        return str_failed(&config->warnings) ? err_memory(err) : STATUS_OK;
    }
    drop_bad_lines(&reading, text);
    reading.ini = parse_copy(text);
    status = ini_read(reading.name, text->text, take, &reading, err);
    if (status ==
        STATUS_BAD) /* more bad lines than were named and taken out: what stands above them counts */
        status = STATUS_OK;
    if (reading.ini)
        iniparser_freedict(reading.ini);
    return !status && str_failed(&config->warnings) ? err_memory(err) : status;
}

enum status config_read(struct config *config, const char *path, struct err *err)
{
    const char *slash = strrchr(path, '/');
    struct str text = STR_INIT;
    struct err bad = {0};
    enum status status = read_file(path, &text, &bad);

    if (!status) {
        status = config_read_text(config, slash ? slash + 1 : path, &text, err); /* its name is enough */
    } else if (status == STATUS_MISSING) {
        status = STATUS_OK;
    } else if (status == STATUS_MEMORY) {
        (void)err_memory(err);
    } else {
        err_words(&bad, &config->warnings);
        str_add_char(&config->warnings, '\n');
        status = STATUS_OK;
    }
    str_release(&text);
    return status;
}
