/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names: proposing where the surname ends, and putting a title between. Never changes a character.
 */
#include "core/base/names.h"

#include "core/base/text.h"
#include "core/base/utf8.h"

#include <string.h>
#include <unictype.h>

/* Surnames of two characters, the double ones of two families among them. */
static const char *const compound[] = {
    "歐陽", "司馬", "司徒", "上官", "諸葛", "令狐", "皇甫", "尉遲", "公孫", "慕容", "夏侯", "長孫",
    "宇文", "端木", "東方", "南宮", "獨孤", "申屠", "鍾離", "閭丘", "淳于", "單于", "公羊", "公冶",
    "赫連", "澹臺", "濮陽", "太史", "軒轅", "百里", "呼延", "西門", "聞人", "拓跋", "左丘", "東郭",
    "第五", "鮮于", "張簡", "范姜", "周黃", "江謝", "張廖", "葉劉", "陳黃", "李林", "葉王",
};

enum { LONGEST_HAN = 4 }; /* characters of a Chinese name; longer ones are of other peoples */

/* A han, an agency's own character among them. */
static bool is_han(uint32_t c)
{
    return uc_is_property_ideographic(c) || (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0x10FFFD);
}

static bool begins_with_compound(const char *full)
{
    for (size_t i = 0; i < sizeof compound / sizeof *compound; i++)
        if (strncmp(full, compound[i], strlen(compound[i])) == 0)
            return true;
    return false;
}

size_t name_surname_bytes(const char *full)
{
    const size_t len_bytes = strlen(full);
    size_t ends[LONGEST_HAN + 1] = {0}; /* ends[n] = bytes of the first n characters */
    size_t n = 0, used;

    for (size_t at = 0; at < len_bytes;) {
        if (n == LONGEST_HAN || !is_han(utf8_first(full + at, len_bytes - at, &used)))
            return 0;
        at += text_cluster_bytes(full + at, len_bytes - at);
        ends[++n] = at;
    }
    if (n <= 2)
        return ends[n > 0 ? 1 : 0];
    return n == 4 || begins_with_compound(full) ? ends[2] : ends[1];
}

void name_with_title(struct str *out, const char *surname, const char *title, const char *given)
{
    str_add(out, surname);
    str_add(out, title);
    str_add(out, given);
}

void name_short(struct str *out, const char *surname, const char *title)
{
    name_with_title(out, surname, title, NULL);
}
