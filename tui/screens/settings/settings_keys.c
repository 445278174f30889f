/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 按鍵: every command with its keys; Enter and the new key change it. One key is never for two commands that
 * are on the screen together.
 */
#include "tui/command_list.h"
#include "tui/config_write.h"
#include "tui/screens/screens.h"
#include "tui/screens/settings/settings.h"
#include "tui/widgets/list.h"
#include "tui/widgets/picker.h"

#include <stdlib.h>
#include <string.h>

struct keys_row {
    const struct command_room *room;      /* a heading */
    const struct listed_command *command; /* else a command */
};

struct keys {
    struct screen screen;
    struct app *app;
    struct list_view list;
    struct keys_row *rows;
    size_t n_rows;
};

static struct keys *keys_of(struct screen *screen)
{
    return (struct keys *)screen;
}

/* The keys that COMMAND has now, or by default (KEYMAP NULL). */
static size_t current(const struct keymap *keymap, const struct listed_command *command,
                      struct key keys[COMMAND_KEYS])
{
    const struct command own = {.name = command->name, .keys = command->keys};

    return command_keys(keymap, &own, keys);
}

static void add_words(const struct keymap *keymap, const struct listed_command *command, struct str *out)
{
    struct key keys[COMMAND_KEYS];
    const size_t n = current(keymap, command, keys);

    for (size_t i = 0; i < n; i++) {
        if (i)
            str_add(out, "  ");
        key_words(&keys[i], out);
    }
    if (!n)
        str_add(out, "—");
}

static bool is_changed(const struct app *app, const struct listed_command *command)
{
    for (size_t i = 0; i < app->config->keymap.n; i++)
        if (strcmp(app->config->keymap.v[i].name, command->name) == 0)
            return true;
    return false;
}

static const struct listed_command *selected(const struct keys *keys)
{
    size_t row;

    return list_view_selected(&keys->list, &row) ? keys->rows[row].command : NULL;
}

/* ---- the list -------------------------------------------------------------------------------------- */

static const struct list_column columns[] = {{N_("指令"), 24, 3, 0, TEXT_LEFT},
                                             {N_("按鍵"), 22, 1, 0, TEXT_LEFT},
                                             {N_("原來的按鍵"), 22, 1, 1, TEXT_LEFT}};

static size_t row_count(void *context)
{
    return ((struct keys *)context)->n_rows;
}

static void row_cell(void *context, size_t row, int column, struct str *out, enum role *role)
{
    const struct keys *keys = context;
    const struct keys_row *at = &keys->rows[row];

    if (at->room) {
        *role = ROLE_HEADING;
        if (column == 0)
            str_add(out, _(at->room->title));
        return;
    }
    if (column == 0) {
        str_printf(out, "  %s", _(at->command->title));
    } else if (column == 1) {
        add_words(&keys->app->config->keymap, at->command, out);
        *role = is_changed(keys->app, at->command) ? ROLE_GOOD : ROLE_KEY;
    } else if (is_changed(keys->app, at->command)) {
        add_words(NULL, at->command, out);
        *role = ROLE_DIM;
    }
}

static bool row_skip(void *context, size_t row)
{
    return ((struct keys *)context)->rows[row].room != NULL;
}

static const struct list_source source = {.count = row_count, .cell = row_cell, .skip = row_skip};

/* Those that can be changed, under their rooms. */
static bool make_rows(struct keys *keys)
{
    const struct command_room *room = NULL;

    keys->rows = calloc(n_listed_commands + n_command_rooms, sizeof *keys->rows);
    if (!keys->rows)
        return false;
    for (size_t i = 0; i < n_listed_commands; i++) {
        const struct listed_command *command = &listed_commands[i];
        const struct command_room *own = command_room_of(command->name);

        if ((command->flags & LISTED_HIDDEN) || !command_is_free(command) || !own)
            continue;
        if (own != room)
            keys->rows[keys->n_rows++] = (struct keys_row){.room = own};
        room = own;
        keys->rows[keys->n_rows++] = (struct keys_row){.command = command};
    }
    return true;
}

/* ---- changing -------------------------------------------------------------------------------------- */

/* The other command that KEY is for while COMMAND can be on the screen; NULL: none. */
static const struct listed_command *taken_by(const struct app *app, const struct listed_command *command,
                                             const struct key *key)
{
    struct key keys[COMMAND_KEYS];

    for (size_t i = 0; i < n_listed_commands; i++) {
        const struct listed_command *other = &listed_commands[i];
        size_t n;

        if (other == command || !commands_meet(command->name, other->name))
            continue;
        n = current(&app->config->keymap, other, keys);
        for (size_t k = 0; k < n; k++)
            if (key_same(&keys[k], key))
                return other;
    }
    return NULL;
}

/* COMMAND has KEYS from now on and at the next start; NULL: the default ones. */
static void store(struct app *app, const struct listed_command *command, const char *keys)
{
    struct str name = STR_INIT, words = STR_INIT;
    struct err err = {0};
    enum status status = STATUS_OK;

    str_printf(&name, "keys:%s", command->name);
    if (str_failed(&name))
        status = err_memory(&err);
    if (!status && app->config_path)
        status = config_store(app->config_path, name.text, keys, &err);
    if (!status) {
        keymap_forget(&app->config->keymap, command->name);
        if (keys)
            status = keymap_set(&app->config->keymap, command->name, keys, &err);
    }
    if (status) {
        app_error(app, &err);
    } else {
        add_words(&app->config->keymap, command, &words);
        app_message(app, ROLE_GOOD, _("已存：%s 的按鍵是 %s"), _(command->title), words.text);
    }
    str_release(&words);
    str_release(&name);
}

/* Why the key NAME will not do for COMMAND, said. */
static bool may_have(struct app *app, const struct listed_command *command, const char *name)
{
    const struct command_room *room = command_room_of(command->name);
    const struct listed_command *other;
    struct str words = STR_INIT;
    struct key key;
    bool may = false;

    if (!key_parse(name, &key))
        return false;
    key_words(&key, &words);
    other = taken_by(app, command, &key);
    if (other)
        app_message(app, ROLE_WARN, _("%s 已是「%s」（%s）的按鍵：請按別的鍵，或先改那個指令"), words.text,
                    _(other->title), _(command_room_of(other->name)->title));
    else if (room && (room->flags & ROOM_TYPING) && key_is_plain(&key))
        app_message(app, ROLE_WARN, "%s",
                    _("這裡一直在打字，單獨的字母、數字、符號不能當指令；請用功能鍵、Ctrl 或 Alt"));
    else
        may = true;
    str_release(&words);
    return may;
}

static void change(struct app *app, struct screen *screen, bool add)
{
    const struct listed_command *command = selected(keys_of(screen));
    struct str name = STR_INIT, wanted = STR_INIT;
    struct key keys[COMMAND_KEYS];
    size_t n;

    if (!command)
        return;
    settings_ask_key(app, _(command->title), &name);
    n = add ? current(&app->config->keymap, command, keys) : 0;
    if (n == COMMAND_KEYS) {
        app_message(app, ROLE_WARN, "%s", _("一個指令最多六個按鍵"));
    } else if (name.len_bytes && may_have(app, command, name.text)) {
        for (size_t i = 0; i < n; i++) {
            key_format(&wanted, &keys[i]);
            str_add_char(&wanted, ' ');
        }
        str_add(&wanted, name.text);
        if (!str_failed(&wanted))
            store(app, command, wanted.text);
    }
    str_release(&wanted);
    str_release(&name);
}

static void run_change(struct app *app, struct screen *screen)
{
    change(app, screen, false);
}

static void run_add(struct app *app, struct screen *screen)
{
    change(app, screen, true);
}

static const char *why_no_default(struct app *app, struct screen *screen)
{
    const struct listed_command *command = selected(keys_of(screen));

    return command && is_changed(app, command) ? NULL : _("已經是原來的按鍵");
}

static void run_default(struct app *app, struct screen *screen)
{
    store(app, selected(keys_of(screen)), NULL);
}

static void run_find(struct app *app, struct screen *screen)
{
    struct keys *keys = keys_of(screen);
    struct pick_row *rows = calloc(keys->n_rows, sizeof *rows);
    size_t *places = calloc(keys->n_rows, sizeof *places), n = 0;
    int row = -1;

    for (size_t i = 0; rows && places && i < keys->n_rows; i++)
        if (keys->rows[i].command) {
            places[n] = i;
            rows[n++] = (struct pick_row){.label = _(keys->rows[i].command->title),
                                          .detail = _(command_room_of(keys->rows[i].command->name)->title),
                                          .match = keys->rows[i].command->name};
        }
    if (n)
        row = app_pick(app, _("找指令"), rows, n, 0);
    if (row >= 0)
        list_view_select(&keys->list, places[row]);
    free(places);
    free(rows);
}

static const struct command keys_commands[] = {
    {"keys.change", "Enter", N_("按新的鍵，取代原有的"), N_("改按鍵"), 0, NULL, run_change},
    {"keys.add", "Insert F5", N_("再加一個按鍵"), N_("加按鍵"), 0, NULL, run_add},
    {"keys.default", "Delete F4", N_("恢復原來的按鍵"), N_("恢復"), 0, why_no_default, run_default},
    {"keys.find", "/ F3", N_("用名稱找指令"), N_("找指令"), 0, NULL, run_find},
};

/* ---- life ------------------------------------------------------------------------------------------ */

static enum status keys_open(struct app *app, struct screen *screen, struct err *err)
{
    struct keys *keys = keys_of(screen);

    keys->app = app;
    if (!make_rows(keys))
        return err_memory(err);
    list_view_init(&keys->list, columns, sizeof columns / sizeof columns[0], &source, keys);
    list_view_reload(&keys->list);
    return STATUS_OK;
}

static void keys_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct rect inner;

    (void)app;
    draw_frame(rect, _("按鍵"), true, &inner);
    list_view_draw(&keys_of(screen)->list, inner, true);
}

static bool keys_key(struct app *app, struct screen *screen, const struct key *key)
{
    (void)app;
    return list_view_key(&keys_of(screen)->list, key);
}

static void keys_close(struct app *app, struct screen *screen)
{
    (void)app;
    free(keys_of(screen)->rows);
    free(screen);
}

static const struct screen_ops keys_ops = {.name = "keys",
                                           .title = N_("按鍵"),
                                           .commands = COMMANDS(keys_commands),
                                           .open = keys_open,
                                           .draw = keys_draw,
                                           .key = keys_key,
                                           .close = keys_close};

bool keys_push(struct app *app)
{
    struct keys *keys = calloc(1, sizeof *keys);
    struct err err = {0};

    if (!keys) {
        (void)err_memory(&err);
        app_error(app, &err);
        return false;
    }
    keys->screen.ops = &keys_ops;
    return app_push(app, &keys->screen);
}
