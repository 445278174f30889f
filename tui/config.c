/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of settings, and what each may be. Reading the file is config_read.c.
 */
#include "tui/config.h"

#include "core/base/text.h"
#include "tui/words.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static const char *const language_choices[] = {"", "zh", "en", NULL};
static const char *const print_choices[] = {"text", "odt", "html", NULL};
static const char *const theme_choices[] = {"dark", "light", "blue", "contrast", "mono", NULL};

const struct setting_info setting_info[SET_COUNT] = {
    [SET_LANGUAGE] = {"general:language", SETTING_CHOICE, "", language_choices, 0, 0,
                      N_("介面語言：zh 中文、en 英文，空白則依系統語系"), N_("介面語言"), false},
    [SET_WHO] = {"general:who", SETTING_TEXT, "", NULL, 0, 64,
                 N_("您的姓名，記在異動紀錄裡；空白則用登入帳號"), N_("您的姓名"), false},
    [SET_DATABASE] = {"general:database", SETTING_TEXT, "", NULL, 0, 4095, N_("資料庫檔案；空白則用預設位置"),
                      N_("資料庫"), true},
    [SET_THEME] = {"screen:theme", SETTING_TEXT, "dark", theme_choices, 0, 64,
                   N_("配色：dark 深、light 淺、blue 藍底、contrast 高對比、mono 單色，或自訂的名稱"),
                   N_("配色"), false},
    [SET_AMBIGUOUS] = {"screen:ambiguous", SETTING_NUMBER, "1", NULL, 1, 2,
                       N_("①★…等符號在您的終端機上占幾格：1 或 2"), N_("符號寬度"), false},
    [SET_MOUSE] = {"screen:mouse", SETTING_SWITCH, "no", NULL, 0, 0,
                   N_("滑鼠滾輪捲動；開啟後終端機本身的選取要按住 Shift"), N_("滑鼠"), false},
    [SET_PAPER] = {"paper:style", SETTING_TEXT, "classic", NULL, 0, 64,
                   N_("文件的格式：classic、docket、formal，或自訂格式的名稱"), N_("紀錄格式"), false},
    [SET_WIDTH] = {"paper:width", SETTING_NUMBER, "76", NULL, 40, 200,
                   N_("列印成文字檔時一行的寬度（半形字數）"), N_("列印寬度"), false},
    [SET_PRINT_COMMAND] = {"paper:print_command", SETTING_TEXT, "", NULL, 0, 1000,
                           N_("按 p 列印時執行的指令，檔名接在後面，例如 lp；空白則不列印"), N_("列印指令"),
                           false},
    [SET_PRINT_FORMAT] = {"paper:print_format", SETTING_CHOICE, "text", print_choices, 0, 0,
                          N_("交給列印指令的檔案：text 分頁的純文字（一律直印）、odt、html"),
                          N_("列印檔格式"), false},
};

void config_init(struct config *config)
{
    *config = (struct config){.warnings = STR_INIT};
}

void config_release(struct config *config)
{
    for (int i = 0; i < SET_COUNT; i++)
        free(config->value[i]);
    keymap_release(&config->keymap);
    str_release(&config->warnings);
    config_init(config);
}

void config_path(struct str *out, const char *xdg_config_home, const char *home)
{
    if (xdg_config_home && xdg_config_home[0] == '/')
        str_printf(out, "%s/yishi/yishi.ini", xdg_config_home);
    else
        str_printf(out, "%s/.config/yishi/yishi.ini", home ? home : "");
}

/* 0 or 1 for the words of a switch; -1 for none of them. */
static int switch_value(const char *value)
{
    static const char *const words[2][4] = {{"no", "0", "off", "false"}, {"yes", "1", "on", "true"}};

    for (int on = 0; on < 2; on++)
        for (int i = 0; i < 4; i++)
            if (strcmp(value, words[on][i]) == 0)
                return on;
    return -1;
}

static bool number_value(const char *text, int *number)
{
    char *end;
    long value;

    errno = 0;
    value = strtol(text, &end, 10);
    if (errno || end == text || *end || value < -1000000 || value > 1000000)
        return false;
    *number = (int)value;
    return true;
}

/* What setting INFO may be, for the message that refuses VALUE. */
static void describe(const struct setting_info *info, struct str *out)
{
    if (info->type == SETTING_NUMBER)
        str_printf(out, "%d–%d", info->min, info->max);
    else if (info->type == SETTING_SWITCH)
        str_add(out, "yes no");
    else if (info->choices)
        for (int i = 0; info->choices[i]; i++)
            str_printf(out, "%s%s", i ? " " : "", *info->choices[i] ? info->choices[i] : "\"\"");
    else
        str_printf(out, "≤ %d", info->max);
}

static bool allowed(const struct setting_info *info, const char *value)
{
    int number = 0;

    switch (info->type) {
    case SETTING_NUMBER:
        return number_value(value, &number) && number >= info->min && number <= info->max;
    case SETTING_SWITCH:
        return switch_value(value) >= 0;
    case SETTING_CHOICE:
        for (int i = 0; info->choices[i]; i++)
            if (strcmp(info->choices[i], value) == 0)
                return true;
        return false;
    case SETTING_TEXT:
        break;
    }
    return strlen(value) <= (size_t)info->max &&
           text_forbidden_at(value, strlen(value), false) == strlen(value);
}

enum status config_set(struct config *config, enum setting setting, const char *value, struct err *err)
{
    const struct setting_info *info = &setting_info[setting];
    struct str range = STR_INIT;
    enum status status = STATUS_OK;
    size_t n = strlen(value);
    char *copy;

    if (!allowed(info, value)) {
        describe(info, &range);
        status = err_set(err, STATUS_BAD, CODE_SETTING_VALUE, info->key, value, range.text);
        goto out;
    }
    copy = malloc(n + 1);
    if (!copy) {
        status = err_memory(err);
        goto out;
    }
    memcpy(copy, value, n + 1);
    free(config->value[setting]);
    config->value[setting] = copy;
out:
    str_release(&range);
    return status;
}

void config_forget(struct config *config, enum setting setting)
{
    free(config->value[setting]);
    config->value[setting] = NULL;
}

const char *config_text(const struct config *config, enum setting setting)
{
    return config->value[setting] ? config->value[setting] : setting_info[setting].fallback;
}

int config_number(const struct config *config, enum setting setting)
{
    const char *value = config_text(config, setting);
    int number = 0;

    if (setting_info[setting].type == SETTING_SWITCH)
        return switch_value(value) == 1;
    return number_value(value, &number) ? number : 0;
}
