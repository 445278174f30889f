/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading scripts. A line is a verb and its text; "| " lines add to the text of the verb above;
 * # begins a comment.
 */
#include "tests/terminal/script.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { INCLUDE_DEPTH = 8 };

bool script_file_text(const char *file, struct str *out)
{
    FILE *stream = fopen(file, "re");
    char bytes[4096];
    size_t got;
    bool whole;

    if (!stream)
        return false;
    while ((got = fread(bytes, 1, sizeof bytes, stream)) > 0)
        str_add_bytes(out, bytes, got);
    whole = !ferror(stream) && !str_failed(out);
    fclose(stream);
    return whole;
}

static void release_line(struct script_line *line)
{
    free(line->file);
    free(line->verb);
    free(line->rest);
}

void script_release(struct script *script)
{
    size_t i;

    for (i = 0; i < script->n; i++)
        release_line(&script->v[i]);
    free(script->v);
    *script = (struct script){NULL, 0};
}

/* Add the line TEXT: its verb and what follows it. */
static bool add_line(struct script *script, const char *file, int number, const char *text)
{
    size_t verb_len = strcspn(text, " \t");
    struct script_line *v = realloc(script->v, (script->n + 1) * sizeof *v);
    struct script_line *line;

    if (!v)
        return false;
    script->v = v;
    line = &v[script->n];
    *line = (struct script_line){.file = strdup(file), .number = number, .verb = strndup(text, verb_len)};
    line->rest = strdup(text + verb_len + strspn(text + verb_len, " \t"));
    script->n++;
    return line->file && line->verb && line->rest;
}

/* Add a "| " line to the text of the line above. */
static bool add_more(struct script *script, const char *text)
{
    struct script_line *last = script->n > 0 ? &script->v[script->n - 1] : NULL;
    size_t len = last ? strlen(last->rest) : 0;
    char *rest = last ? realloc(last->rest, len + strlen(text) + 2) : NULL;

    if (!rest)
        return false;
    rest[len] = '\n';
    memcpy(rest + len + 1, text, strlen(text) + 1);
    last->rest = rest;
    return true;
}

static bool read_file(struct script *script, const char *file, int depth, struct str *out);

/* The file NAME beside FILE. */
static bool include(struct script *script, const char *file, const char *name, int depth, struct str *out)
{
    const char *slash = strrchr(file, '/');
    struct str path = STR_INIT;
    bool ok;

    if (slash)
        str_add_bytes(&path, file, (size_t)(slash - file) + 1);
    str_add(&path, name);
    ok = !str_failed(&path) && read_file(script, path.text, depth + 1, out);
    str_release(&path);
    return ok;
}

static bool read_line(struct script *script, const char *file, int number, char *line, int depth,
                      struct str *out)
{
    char *text = line + strspn(line, " \t");
    size_t len = strlen(text);

    if (text[0] == '|') {
        text += text[1] == ' ' ? 2 : 1;
        if (add_more(script, text))
            return true;
        str_printf(out, "%s:%d: a | line needs a verb above it", file, number);
        return false;
    }
    while (len > 0 && strchr(" \t\r", text[len - 1]))
        text[--len] = '\0';
    if (len == 0 || text[0] == '#')
        return true;
    if (strncmp(text, "include ", 8) == 0)
        return include(script, file, text + 8 + strspn(text + 8, " \t"), depth, out);
    return add_line(script, file, number, text);
}

static bool read_file(struct script *script, const char *file, int depth, struct str *out)
{
    struct str text = STR_INIT;
    char *line, *end;
    int number = 1;
    bool ok = false;

    if (depth > INCLUDE_DEPTH || !script_file_text(file, &text)) {
        str_printf(out, "%s: %s", file, depth > INCLUDE_DEPTH ? "included too deeply" : strerror(errno));
        goto out;
    }
    ok = true;
    for (line = text.text; ok && line; line = end ? end + 1 : NULL) {
        end = strchr(line, '\n');
        if (end)
            *end = '\0';
        ok = read_line(script, file, number++, line, depth, out);
    }
out:
    str_release(&text);
    return ok;
}

bool script_read(struct script *script, const char *file, struct str *out)
{
    return read_file(script, file, 0, out);
}

/* ---- words -------------------------------------------------------------------------------------- */

const char *script_env(char *const *envp, const char *name, size_t len_bytes)
{
    for (; *envp; envp++)
        if (strncmp(*envp, name, len_bytes) == 0 && (*envp)[len_bytes] == '=')
            return *envp + len_bytes + 1;
    return NULL;
}

/* Append the value of the variable whose name stands at TEXT (behind the $); bytes used. */
static size_t add_variable(const char *text, char *const *envp, struct str *out)
{
    size_t len = strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_");

    if (len == 0)
        str_add_char(out, '$');
    else
        str_add(out, script_env(envp, text, len));
    return len;
}

/* Take the word at *TEXT into WORD; false when a quote stays open. */
static bool take_word(const char **text, char *const *envp, struct str *word)
{
    const char *at = *text;
    char quote = '\0';

    for (; *at != '\0' && (quote || !strchr(" \t\n", *at)); at++) {
        if (quote ? *at == quote : (*at == '"' || *at == '\''))
            quote = quote ? '\0' : *at;
        else if (*at == '$' && quote != '\'')
            at += add_variable(at + 1, envp, word);
        else
            str_add_char(word, *at);
    }
    *text = at;
    return !quote && !str_failed(word);
}

char **script_words(const char *text, char *const *envp)
{
    char **words = calloc(strlen(text) / 2 + 2, sizeof *words);
    struct str word = STR_INIT;
    size_t n = 0;
    bool ok = words != NULL;

    for (text += strspn(text, " \t\n"); ok && *text != '\0'; text += strspn(text, " \t\n")) {
        str_clear(&word);
        ok = take_word(&text, envp, &word);
        if (ok)
            words[n++] = strndup(word.text, word.len_bytes);
        ok = ok && words[n - 1];
    }
    str_release(&word);
    if (ok)
        return words;
    script_free_words(words);
    return NULL;
}

void script_free_words(char **words)
{
    size_t i;

    for (i = 0; words && words[i]; i++)
        free(words[i]);
    free(words);
}

void script_unescape(const char *text, struct str *out)
{
    unsigned byte;
    int used;

    for (; *text != '\0'; text++) {
        if (text[0] != '\\') {
            str_add_char(out, text[0]);
        } else if (text[1] == 'x' && sscanf(text + 2, "%2x%n", &byte, &used) == 1) {
            str_add_char(out, (char)byte);
            text += 1 + used;
        } else {
            static const char from[] = "nte\\", to[] = "\n\t\033\\";
            const char *known = text[1] ? strchr(from, text[1]) : NULL;

            str_add_char(out, known ? to[known - from] : '\\');
            text += known ? 1 : 0;
        }
    }
}
