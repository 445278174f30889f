/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ordinals, written and read. Knows neither levels nor papers.
 */
#include "core/base/number.h"

#include "core/base/utf8.h"

#include <string.h>

enum {
    CHINESE_MAX = 9999,
    CIRCLED_MAX = 50,
    STEMS_MAX = 10,
    PARSE_MAX = 99999999, /* longer runs of digits are no ordinal */
};

static const char *const plain_digits[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
static const char *const plain_units[] = {"", "十", "百", "千"};
static const char *const formal_digits[] = {"零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"};
static const char *const formal_units[] = {"", "拾", "佰", "仟"};
static const char *const stems[] = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};

/* 1 to 9999: 十一, 二十, 一百零一, 一百一十. */
static void add_chinese(struct str *out, int number, const char *const digits[], const char *const units[])
{
    static const int powers[] = {1, 10, 100, 1000};
    bool begun = false, gap = false;

    for (int i = 3; i >= 0; i--) {
        int digit = number / powers[i] % 10;

        if (!digit) {
            gap = begun;
            continue;
        }
        if (gap)
            str_add(out, digits[0]);
        if (digit != 1 || i != 1 || begun)
            str_add(out, digits[digit]);
        str_add(out, units[i]);
        begun = true;
        gap = false;
    }
}

/* The circled number: ① to ⑳, ㉑ to ㉟, ㊱ to ㊿. */
static void add_circled(struct str *out, int number)
{
    const uint32_t c = number <= 20   ? 0x2460U + (uint32_t)(number - 1)
                       : number <= 35 ? 0x3251U + (uint32_t)(number - 21)
                                      : 0x32B1U + (uint32_t)(number - 36);

    str_add_char(out, (char)(0xE0U | (c >> 12)));
    str_add_char(out, (char)(0x80U | ((c >> 6) & 0x3FU)));
    str_add_char(out, (char)(0x80U | (c & 0x3FU)));
}

static void add_full_width(struct str *out, int number)
{
    struct str arabic = STR_INIT;

    str_printf(&arabic, "%d", number);
    for (size_t i = 0; i < arabic.len_bytes; i++) {
        if (arabic.text[i] == '-') {
            str_add(out, "－");
        } else {
            str_add(out, "\xEF\xBC");
            str_add_char(out, (char)(0x90 + (arabic.text[i] - '0')));
        }
    }
    if (str_failed(&arabic))
        out->failed = true;
    str_release(&arabic);
}

/* The characters that stand for the number in a pattern. */
static const char *const holders[] = {"壹", "一", "1", "１", "①", "甲"};
enum { FORMAL, CHINESE, ARABIC, FULL_WIDTH, CIRCLED, STEM, HOLDERS };

static void add_number(struct str *out, int style, int number)
{
    if (style == FORMAL && number >= 1 && number <= CHINESE_MAX)
        add_chinese(out, number, formal_digits, formal_units);
    else if (style == CHINESE && number >= 1 && number <= CHINESE_MAX)
        add_chinese(out, number, plain_digits, plain_units);
    else if (style == FULL_WIDTH)
        add_full_width(out, number);
    else if (style == CIRCLED && number >= 1 && number <= CIRCLED_MAX)
        add_circled(out, number);
    else if (style == STEM && number >= 1 && number <= STEMS_MAX)
        str_add(out, stems[number - 1]);
    else
        str_printf(out, "%d", number);
}

void number_format(struct str *out, const char *pattern, int number)
{
    const char *place = NULL;
    int style = ARABIC;

    for (int i = 0; i < HOLDERS; i++) {
        const char *found = strstr(pattern, holders[i]);

        if (found && (!place || found < place)) {
            place = found;
            style = i;
        }
    }
    if (!place) {
        str_add(out, pattern);
        return;
    }
    str_add_bytes(out, pattern, (size_t)(place - pattern));
    add_number(out, style, number);
    str_add(out, place + strlen(holders[style]));
}

/* What a Chinese character counts: a digit 0-9, a unit 10 100 1000, or 20 30 40 in one; -1 = nothing. */
static int chinese_value(uint32_t c)
{
    static const struct {
        uint32_t c;
        int value;
    } values[] = {
        {U'零', 0},  {U'〇', 0},  {U'一', 1},   {U'二', 2},   {U'三', 3},    {U'四', 4},
        {U'五', 5},  {U'六', 6},  {U'七', 7},   {U'八', 8},   {U'九', 9},    {U'壹', 1},
        {U'貳', 2},  {U'參', 3},  {U'叁', 3},   {U'肆', 4},   {U'伍', 5},    {U'陸', 6},
        {U'柒', 7},  {U'捌', 8},  {U'玖', 9},   {U'十', 10},  {U'拾', 10},   {U'廿', 20},
        {U'卅', 30}, {U'卌', 40}, {U'百', 100}, {U'佰', 100}, {U'千', 1000}, {U'仟', 1000},
    };

    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        if (values[i].c == c)
            return values[i].value;
    return -1;
}

/* Digits alone are read one after another: 一〇四 is 104, as is １０４. */
static int parse_digits(const char *text, size_t len_bytes, int (*digit)(uint32_t), size_t *used_bytes)
{
    int number = 0;
    size_t at = 0, n;

    for (; at < len_bytes; at += n) {
        int value = digit(utf8_first(text + at, len_bytes - at, &n));

        if (value < 0 || value > 9)
            break;
        if (number > PARSE_MAX / 10) {
            *used_bytes = 0;
            return 0;
        }
        number = number * 10 + value;
    }
    *used_bytes = at;
    return number;
}

static int arabic_value(uint32_t c)
{
    if (c >= '0' && c <= '9')
        return (int)(c - '0');
    return c >= 0xFF10 && c <= 0xFF19 ? (int)(c - 0xFF10) : -1;
}

/* Numbers with units: 十一, 廿一, 一百零一. Units must fall; what does not fit is not taken. */
static int parse_units(const char *text, size_t len_bytes, size_t *used_bytes)
{
    int number = 0, digit = -1, last_unit = 10000;
    bool zero = false;
    size_t at = 0, taken = 0, n;

    for (; at < len_bytes; at += n) {
        int value = chinese_value(utf8_first(text + at, len_bytes - at, &n));

        if (value < 0 || (value < 10 && digit >= 0))
            break;
        if (value == 0) {
            if (zero || last_unit <= 10)
                break;
            zero = true;
            continue;
        }
        if (value < 10) {
            digit = value;
            continue;
        }
        if (value == 20 || value == 30 || value == 40) {
            if (digit >= 0 || last_unit <= 10)
                break;
            digit = value / 10;
            value = 10;
        }
        if (value >= last_unit || (digit < 0 && value != 10))
            break;
        number += (digit < 0 ? 1 : digit) * value;
        last_unit = value;
        digit = -1;
        zero = false;
        taken = at + n;
    }
    /* a digit at the end is ones: after 十, after 零, or alone */
    if (digit > 0 && (last_unit == 10 || last_unit == 10000 || zero)) {
        number += digit;
        taken = at;
    }
    *used_bytes = taken;
    return number;
}

static int parse_single(uint32_t c)
{
    if (c >= 0x2460 && c <= 0x2473)
        return (int)(c - 0x2460) + 1;
    if (c >= 0x3251 && c <= 0x325F)
        return (int)(c - 0x3251) + 21;
    if (c >= 0x32B1 && c <= 0x32BF)
        return (int)(c - 0x32B1) + 36;
    return 0;
}

int number_parse(const char *text, size_t *used_bytes)
{
    const size_t len_bytes = strlen(text);
    size_t digits_bytes, units_bytes = 0, n = 0;
    int number = 0, units;

    if (len_bytes)
        number = parse_single(utf8_first(text, len_bytes, &n));
    if (!number)
        number = parse_digits(text, len_bytes, arabic_value, &n);
    if (!n) {
        number = parse_digits(text, len_bytes, chinese_value, &digits_bytes);
        units = parse_units(text, len_bytes, &units_bytes);
        n = digits_bytes;
        if (units_bytes >= digits_bytes) {
            number = units;
            n = units_bytes;
        }
    }
    if (used_bytes)
        *used_bytes = number ? n : 0;
    return number;
}
