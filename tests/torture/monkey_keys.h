/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the monkey has at hand: keys, characters, pastes, broken bytes, and the ways to the screens.
 */
#ifndef YISHI_TESTS_TORTURE_MONKEY_KEYS_H
#define YISHI_TESTS_TORTURE_MONKEY_KEYS_H

static const char *const specials[] = {
    "Enter",     "Enter",  "Enter",  "Tab",      "Esc",      "Esc",       "Backspace",  "Up",
    "Down",      "Down",   "Left",   "Right",    "Insert",   "Delete",    "Home",       "End",
    "PgUp",      "PgDn",   "F1",     "F2",       "F3",       "F4",        "F5",         "F6",
    "F7",        "F8",     "F9",     "F10",      "F11",      "F12",       "Shift-Up",   "Shift-Tab",
    "Ctrl-A",    "Ctrl-C", "Ctrl-G", "Ctrl-N",   "Ctrl-R",   "Ctrl-V",    "Ctrl-X",     "Ctrl-Y",
    "Ctrl-Z",    "Ctrl-K", "Ctrl-U", "Ctrl-W",   "Ctrl-F",   "Ctrl-_",    "Ctrl-Space", "Ctrl-Left",
    "Shift-End", "Alt-1",  "Alt-2",  "Alt-3",    "Alt-4",    "Alt-5",     "Alt-6",      "Alt-7",
    "Alt-P",     "Alt-N",  "Alt-Up", "Alt-Down", "Alt-Left", "Alt-Right",
};
static const char *const letters[] = {"n",        "t",      "m",     "c",         "/",
                                      ":",        "y",      "d",     "1",         "2",
                                      "8",        "5",      "?",     " ",         "u",
                                      "+",        "水",     "文",    "部",        "請",
                                      "，",       "。",     "「",    "」",        "歐陽",
                                      "一、",     "（一）", "𠮷",    "e\xCC\x81", "👨‍👩‍👧",
                                      "112/5/24", "1400",   "14:00", "５",        "\xEF\xB8\x8F",
                                      "①"};
static const char *const pastes[] = {
    "一、第一點\n（一）其一\n二、第二點\n",
    "姓名\t性別\t身分\t單位\n司馬望\t男\t民間\t協會\n諸葛靜\t女\t民間\t大學\n",
    "單位\t件數\n\"河\n川司\"\t3\n合計\t\t\n",
    "",
    "\033[31m\x07\xE2\x80\xAEtxet\xE2\x80\xAC\x01",
    "很長的一行很長的一行很長的一行很長的一行很長的一行很長的一行很長的一行很長的一行很長的一行很長的一行",
    "=1+1\n+2\n-3\n@4\n",
    "\xFF\xFE broken \xE6\xB0",
    "甲\v乙\t丙\r\n丁\r戊",
};
static const char *const raw[] = {"\xE6",      "\xB0\xB4", "\xFF", "\033[",       "\033[200~",
                                  "\033[201~", "\033O",    "\x1F", "\033[<0;1;1M"};

/* Ways that no chance finds in time. */
static const char *const journeys[] = {
    "Esc Esc Esc Home Enter Alt-5",
    "Esc Esc Esc Home Enter Alt-4",
    "Esc Esc Esc Home Enter Alt-2 Down Down Down Enter",
    "Esc Esc Esc Home Enter Alt-3",
    "Esc Esc Esc Home Enter Alt-6",
    "Esc Esc Esc Home Enter Alt-5 F9 F9 F9 F9 F9 7 Enter",
    "Esc Esc Esc Home Enter Alt-1",
    "Esc Esc Esc Home Enter Alt-7",
    "Esc Esc Esc Home Enter Alt-2 Down Down Down Enter F5",
    "Esc Esc Esc Home Down Enter",
    "Esc Esc Esc End Enter Alt-5",
    "Esc Esc Esc Home Enter Alt-5 F6",
    "Esc Esc Esc m",
    "Esc Esc Esc c",
    "Esc Esc Esc t Enter",
    "Esc Esc Esc n",
    "Esc Esc Esc Home Enter Ctrl-P",
    "Esc Esc Esc Home Enter Alt-5 F9 F9 F9 F9 F9 F8",
};

#endif
