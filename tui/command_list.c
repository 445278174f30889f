/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rooms that commands belong to, in the order of the manual page; finding a command by its name. The list
 * itself is generated.
 */
#include "tui/command_list.h"

#include "tui/words.h"

#include <string.h>

/* tui/commands.awk reads these rows too. */
const struct command_room command_rooms[] = {
    {"app", N_("每個畫面"), ROOM_EVERYWHERE},
    {"yishi", N_("搜尋與設定"), ROOM_EVERYWHERE},
    {"home", N_("首頁"), 0},
    {"meeting", N_("會議的各步驟"), ROOM_STEPS},
    {"prepare", N_("籌備"), ROOM_STEP},
    {"agenda", N_("議程"), ROOM_STEP},
    {"item", N_("議程的一案"), 0},
    {"tables", N_("附表"), 0},
    {"table", N_("一張附表"), 0},
    {"attachments", N_("附件"), 0},
    {"people", N_("勾選委員"), 0},
    {"tracking", N_("列管"), ROOM_STEP},
    {"decisions", N_("上次決議"), 0},
    {"checkin", N_("報到"), ROOM_STEP},
    {"observers", N_("列席"), 0},
    {"session", N_("議事"), ROOM_STEP | ROOM_TYPING},
    {"ruling", N_("議事：列管案的裁示"), ROOM_STEP | ROOM_TYPING},
    {"present", N_("誰在場"), 0},
    {"vote", N_("記名表決"), 0},
    {"minutes", N_("紀錄"), ROOM_STEP},
    {"publish", N_("公開"), ROOM_STEP},
    {"check", N_("公開前的檢查"), 0},
    {"versions", N_("版本"), 0},
    {"papers", N_("會議文件"), 0},
    {"page", N_("文件頁面"), 0},
    {"conflict", N_("兩份文字"), 0},
    {"gate", N_("進行之前"), 0},
    {"register", N_("列管總表"), 0},
    {"committee", N_("委員會"), 0},
    {"standing", N_("常設議程"), 0},
    {"members", N_("委員名冊"), 0},
    {"member", N_("委員"), 0},
    {"person", N_("人員"), 0},
    {"search", N_("搜尋"), 0},
    {"journal", N_("異動日誌"), 0},
    {"welcome", N_("歡迎"), 0},
    {"setup", N_("建立委員會"), 0},
    {"settings", N_("設定"), 0},
    {"keys", N_("按鍵"), 0},
    {"recover", N_("上次未存的文字"), 0},
    {"rescue", N_("資料庫毀損"), 0},
    {"text", N_("文字"), ROOM_TYPING},
    {"editor", N_("打字"), ROOM_FIXED | ROOM_TEXT},
    {"paste", N_("貼上"), 0},
    {"dialog", N_("對話框"), ROOM_FIXED},
};
const size_t n_command_rooms = sizeof command_rooms / sizeof command_rooms[0];

const struct listed_command *command_listed(const char *name)
{
    for (size_t i = 0; i < n_listed_commands; i++)
        if (strcmp(listed_commands[i].name, name) == 0)
            return &listed_commands[i];
    return NULL;
}

const struct command_room *command_room_of(const char *name)
{
    const size_t n = strcspn(name, ".");

    for (size_t i = 0; i < n_command_rooms; i++)
        if (strlen(command_rooms[i].name) == n && strncmp(command_rooms[i].name, name, n) == 0)
            return &command_rooms[i];
    return NULL;
}

bool command_is_free(const struct listed_command *command)
{
    const struct command_room *room = command_room_of(command->name);

    return !(command->flags & LISTED_FIXED) && !(room && (room->flags & ROOM_FIXED));
}

bool commands_meet(const char *name, const char *other)
{
    const struct command_room *a = command_room_of(name), *b = command_room_of(other);

    if (!a || !b || a == b)
        return a == b;
    if ((a->flags | b->flags) & ROOM_EVERYWHERE)
        return true;
    if ((a->flags | b->flags) & ROOM_TEXT)
        return (a->flags | b->flags) & ROOM_TYPING;
    return ((a->flags & ROOM_STEPS) && (b->flags & ROOM_STEP)) ||
           ((b->flags & ROOM_STEPS) && (a->flags & ROOM_STEP));
}
