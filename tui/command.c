/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding the command of a key, and the keys of a command. Knows no screen.
 */
#include "tui/command.h"

#include "tui/terminal/draw.h"
#include "tui/words.h"

#include <stdlib.h>
#include <string.h>

enum { KEY_BYTES = 24 };

/* The next key's name in KEYS, copied to NAME; false at the end. */
static bool next_name(const char **keys, char name[KEY_BYTES])
{
    size_t len;

    *keys += strspn(*keys, " ");
    len = strcspn(*keys, " ");
    if (len == 0)
        return false;
    if (len < KEY_BYTES) {
        memcpy(name, *keys, len);
        name[len] = '\0';
    } else {
        name[0] = '\0';
    }
    *keys += len;
    return true;
}

static char *copy(const char *text)
{
    size_t n = strlen(text) + 1;
    char *to = malloc(n);

    if (to)
        memcpy(to, text, n);
    return to;
}

enum status keymap_set(struct keymap *keymap, const char *name, const char *keys, struct err *err)
{
    struct keymap_entry entry = {copy(name), copy(strcmp(keys, "none") == 0 ? "" : keys)}, *v;
    char key_text[KEY_BYTES];
    struct key key;

    for (const char *at = keys; strcmp(keys, "none") != 0 && next_name(&at, key_text);)
        if (!key_parse(key_text, &key)) {
            free(entry.name);
            free(entry.keys);
            return err_set(err, STATUS_BAD, CODE_KEY_NAME, name, key_text, NULL);
        }
    v = realloc(keymap->v, (keymap->n + 1) * sizeof *v);
    if (v)
        keymap->v = v;
    if (!v || !entry.name || !entry.keys) {
        free(entry.name);
        free(entry.keys);
        return err_memory(err);
    }
    keymap->v[keymap->n++] = entry;
    return STATUS_OK;
}

void keymap_forget(struct keymap *keymap, const char *name)
{
    size_t kept = 0;

    for (size_t i = 0; i < keymap->n; i++)
        if (strcmp(keymap->v[i].name, name) == 0) {
            free(keymap->v[i].name);
            free(keymap->v[i].keys);
        } else {
            keymap->v[kept++] = keymap->v[i];
        }
    keymap->n = kept;
}

void keymap_release(struct keymap *keymap)
{
    for (size_t i = 0; i < keymap->n; i++) {
        free(keymap->v[i].name);
        free(keymap->v[i].keys);
    }
    free(keymap->v);
    *keymap = (struct keymap){0};
}

static const char *keys_of(const struct keymap *keymap, const struct command *command)
{
    for (size_t i = keymap ? keymap->n : 0; i > 0; i--)
        if (strcmp(keymap->v[i - 1].name, command->name) == 0)
            return keymap->v[i - 1].keys;
    return command->keys ? command->keys : "";
}

size_t command_keys(const struct keymap *keymap, const struct command *command, struct key keys[COMMAND_KEYS])
{
    const char *at = keys_of(keymap, command);
    char name[KEY_BYTES];
    size_t n = 0;

    while (n < COMMAND_KEYS && next_name(&at, name)) {
        if (!key_parse(name, &keys[n]))
            continue;
        /* a plain character is borrowed from the name, which is gone at the end: the keys it came from are
         * not */
        if (keys[n].kind == KEY_KIND_TEXT && keys[n].text[0] != ' ')
            keys[n].text = at - keys[n].len_bytes;
        n++;
    }
    return n;
}

bool key_is_plain(const struct key *key)
{
    return key->kind == KEY_KIND_TEXT || key->kind == KEY_KIND_PASTE;
}

const struct command *command_find(const struct keymap *keymap, struct command_table table,
                                   const struct key *key, bool typing)
{
    struct key keys[COMMAND_KEYS];

    if ((typing && key_is_plain(key)) || key->kind == KEY_KIND_PASTE)
        return NULL;
    for (size_t i = 0; i < table.n; i++) {
        size_t n = command_keys(keymap, &table.v[i], keys);

        for (size_t k = 0; k < n; k++)
            if (key_same(&keys[k], key))
                return &table.v[i];
    }
    return NULL;
}

void key_words(const struct key *key, struct str *out)
{
    struct str name = STR_INIT;

    key_format(&name, key);
    if (strcmp(name.text, "Space") == 0)
        str_add(out, _("空白鍵"));
    else if (strncmp(name.text, "Ctrl-", 5) == 0 && name.len_bytes == 6)
        str_printf(out, "^%s", name.text + 5);
    else if (strcmp(name.text, "Up") == 0)
        str_add(out, "↑");
    else if (strcmp(name.text, "Down") == 0)
        str_add(out, "↓");
    else if (strcmp(name.text, "Left") == 0)
        str_add(out, "←");
    else if (strcmp(name.text, "Right") == 0)
        str_add(out, "→");
    else
        str_add(out, name.text);
    str_release(&name);
}

bool command_key_words(const struct keymap *keymap, const struct command *command, bool typing,
                       struct str *out)
{
    struct key keys[COMMAND_KEYS];
    size_t n = command_keys(keymap, command, keys);

    for (size_t i = 0; i < n; i++)
        if (!typing || !key_is_plain(&keys[i])) {
            key_words(&keys[i], out);
            return true;
        }
    return false;
}

/* Add a hint if it fits into *COLS. */
static void add_hint(struct hints *hints, const struct keymap *keymap, const struct command *command,
                     bool typing, int *cols)
{
    struct hint *hint = &hints->v[hints->n];
    const char *word = words_of(command->hint);

    str_init(&hint->key);
    hint->command = command;
    if (!command_key_words(keymap, command, typing, &hint->key)) {
        str_release(&hint->key);
        return;
    }
    hint->cols = text_cols(hint->key.text, hint->key.len_bytes, draw_widths()) + 1 +
                 text_cols(word, strlen(word), draw_widths());
    if (hint->cols + 2 > *cols) {
        str_release(&hint->key);
        return;
    }
    *cols -= hint->cols + 2;
    hints->n++;
}

void hints_choose(struct hints *hints, const struct keymap *keymap, const struct command_table *tables,
                  size_t n_tables, bool typing, int cols)
{
    const struct command *last = NULL;
    struct hints end = {.n = 0};

    hints->n = 0;
    for (size_t t = 0; t < n_tables; t++)
        for (size_t i = 0; i < tables[t].n; i++)
            if (t + 1 == n_tables && tables[t].v[i].hint && !(tables[t].v[i].flags & COMMAND_HIDDEN))
                last = &tables[t].v[i];
    if (last)
        add_hint(&end, keymap, last, typing, &cols);
    for (size_t t = 0; t < n_tables; t++)
        for (size_t i = 0; i < tables[t].n && hints->n + 1 < HINTS_MAX; i++) {
            const struct command *command = &tables[t].v[i];

            if (command->hint && command != last && !(command->flags & COMMAND_HIDDEN))
                add_hint(hints, keymap, command, typing, &cols);
        }
    if (end.n)
        hints->v[hints->n++] = end.v[0];
}

void hints_release(struct hints *hints)
{
    for (size_t i = 0; i < hints->n; i++)
        str_release(&hints->v[i].key);
    hints->n = 0;
}
