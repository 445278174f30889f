/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The patterns of personal data. All of them read a text through one function that makes full-width
 * characters plain.
 */
#include "core/publish/personal.h"

#include <string.h>

enum { OTHER = 0x80 };

static bool is_digit(int c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(int c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static bool is_alnum(int c)
{
    return is_digit(c) || is_letter(c);
}

/* The character at AT as plain ASCII, 0 at the end, OTHER for what has no plain form; *LEN its bytes. */
static int plain_at(const char *text, size_t at, size_t *len)
{
    static const char *const dashes[] = {"‐", "‑", "‒", "–", "—", "―", "−", "﹣"};
    const unsigned char *p = (const unsigned char *)text + at;

    *len = *p < 0x80 ? *p != 0 : *p < 0xE0 ? 2 : *p < 0xF0 ? 3 : 4;
    if (*p < 0x80)
        return *p;
    for (size_t i = 1; i < *len; i++)
        if ((p[i] & 0xC0) != 0x80) { /* no UTF-8: not beyond the end */
            *len = i;
            return OTHER;
        }
    if (*len != 3 || (p[0] != 0xE2 && p[0] != 0xE3 && p[0] != 0xEF)) /* most han */
        return OTHER;
    if (p[0] == 0xEF && p[1] == 0xBC && p[2] >= 0x81) /* U+FF01 ... U+FF3F */
        return p[2] - 0x81 + '!';
    if (p[0] == 0xEF && p[1] == 0xBD && p[2] <= 0x9E) /* U+FF40 ... U+FF5E */
        return p[2] - 0x80 + '`';
    if (strncmp(text + at, "　", 3) == 0)
        return ' ';
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (strncmp(text + at, dashes[i], 3) == 0)
            return '-';
    return OTHER;
}

static int peek(const char *text, size_t at)
{
    size_t len;

    return plain_at(text, at, &len);
}

static size_t after(const char *text, size_t at)
{
    size_t len;

    (void)plain_at(text, at, &len);
    return at + len;
}

/* ---- telephone ------------------------------------------------------------------------------- */

enum { DIGITS = 16 };

/* Digits with at most two marks between them, from AT on. */
struct number {
    char digits[DIGITS + 1];
    size_t n, end; /* behind the last digit */
};

static bool is_mark(int c)
{
    return c == '-' || c == ' ' || c == '(' || c == ')';
}

static void read_number(const char *text, size_t at, struct number *number)
{
    int marks = 0;

    *number = (struct number){.end = at};
    for (int c = peek(text, at); is_digit(c) || is_mark(c); at = after(text, at), c = peek(text, at)) {
        marks = is_digit(c) ? 0 : marks + 1;
        if (marks > 2 || number->n == DIGITS)
            return;
        if (is_digit(c)) {
            number->digits[number->n++] = (char)c;
            number->end = after(text, at);
        }
    }
}

/* "1234、1235", "1234或1235": the numbers that follow the one that ends at END. */
static size_t read_more(const char *text, size_t end)
{
    static const char *const words[] = {"、", "或", "及", "/", "／"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct number more;
        size_t at = end + strlen(words[i]);

        if (strncmp(text + end, words[i], strlen(words[i])) != 0 || !is_digit(peek(text, at)))
            continue;
        read_number(text, at, &more);
        return more.n <= 10 ? read_more(text, more.end) : end;
    }
    return end;
}

/* "#123", "轉123", "分機 123", "ext. 123" belong to the number before them. */
static size_t read_extension(const char *text, size_t end)
{
    static const char *const words[] = {"#", "＃", "轉", "分機", "ext.", "ext", "EXT"};
    struct number extension;
    size_t at = end;

    while (is_mark(peek(text, at)))
        at = after(text, at);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strncmp(text + at, words[i], strlen(words[i])) != 0)
            continue;
        at += strlen(words[i]);
        while (peek(text, at) == ' ' || peek(text, at) == ':')
            at = after(text, at);
        read_number(text, at, &extension);
        return extension.n && extension.n <= 6 ? read_more(text, extension.end) : end;
    }
    return end;
}

/* A whole number with its area: nine or ten digits from 02 to 09, or +886 and as many without the 0. */
static bool phone_at(const char *text, size_t at, size_t *end)
{
    const bool abroad = peek(text, at) == '+';
    struct number number;
    const char *digits = number.digits;

    if (!abroad && peek(text, at) != '0' && peek(text, at) != '(')
        return false;
    read_number(text, abroad ? after(text, at) : at, &number);
    if (abroad) {
        if (strncmp(digits, "886", 3) != 0)
            return false;
        digits += digits[3] == '0' ? 4 : 3;
        if (strlen(digits) != 8 && strlen(digits) != 9)
            return false;
    } else if (digits[0] != '0' || (number.n != 9 && number.n != 10)) {
        return false;
    } else {
        digits++;
    }
    if (digits[0] < '2')
        return false;
    *end = read_extension(text, number.end);
    return true;
}

/* A number without its area, behind a word that says what it is. */
static bool labelled_phone_at(const char *text, size_t at, size_t *start, size_t *end)
{
    static const struct {
        const char *word;
        size_t digits; /* at least */
    } labels[] = {{"分機", 2}, {"電話", 5}, {"手機", 5}, {"傳真", 5}, {"市話", 5},
                  {"TEL", 5},  {"Tel", 5},  {"tel", 5},  {"FAX", 5},  {"Fax", 5}};

    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        const size_t len = strlen(labels[i].word);
        struct number number;

        if (strncmp(text + at, labels[i].word, len) != 0)
            continue;
        at += len;
        at += strncmp(text + at, "號碼", 6) == 0 ? 6 : 0;
        while (strchr(" :.(#", peek(text, at)) && peek(text, at))
            at = after(text, at);
        read_number(text, at, &number);
        *start = at;
        *end = read_more(text, read_extension(text, number.end));
        return number.n >= labels[i].digits && number.n <= 10;
    }
    return false;
}

/* ---- e-mail ---------------------------------------------------------------------------------- */

static bool is_local(int c)
{
    return is_alnum(c) || (c > 0 && c < OTHER && strchr("._%+-", c));
}

static bool email_at(const char *text, size_t at, size_t *end)
{
    size_t dots = 0, letters = 0, last = 0;

    if (!is_alnum(peek(text, at)))
        return false;
    while (is_local(peek(text, at)))
        at = after(text, at);
    if (peek(text, at) != '@')
        return false;
    for (at = after(text, at);; at = after(text, at)) {
        const int c = peek(text, at);

        if (c == '.') {
            dots++;
            letters = 0;
        } else if (is_alnum(c) || c == '-') {
            letters += is_letter(c);
            last = after(text, at);
        } else {
            break;
        }
    }
    *end = last;
    return dots && last && (letters >= 2 || dots > 1);
}

/* ---- identity numbers ------------------------------------------------------------------------ */

/* The number that stands for the first letter: A 10, B 11 ... (I 34, O 35, W 32, X 30, Y 31, Z 33). */
static int letter_value(int c)
{
    static const int values[26] = {10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21,
                                   22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33};

    return values[(c | 0x20) - 'a'];
}

/* A letter, 1 2 (citizens) 8 9 (residents since 2021) or A to D (before), eight digits; the last checks. */
static bool id_at(const char *text, size_t at, size_t *end)
{
    int c = peek(text, at), sum;

    if (!is_letter(c))
        return false;
    sum = letter_value(c) / 10 + letter_value(c) % 10 * 9;
    at = after(text, at);
    c = peek(text, at);
    if (c == '1' || c == '2' || c == '8' || c == '9')
        sum += (c - '0') * 8;
    else if (is_letter(c) && (c | 0x20) <= 'd')
        sum += letter_value(c) % 10 * 8;
    else
        return false;
    for (int weight = 7; weight >= 0; weight--) {
        at = after(text, at);
        c = peek(text, at);
        if (!is_digit(c))
            return false;
        sum += (c - '0') * (weight ? weight : 1);
    }
    *end = after(text, at);
    return sum % 10 == 0 && !is_alnum(peek(text, *end));
}

/* ---- who is to be called --------------------------------------------------------------------- */

static const char *const contact_labels[] = {"聯絡人", "連絡人", "承辦人", "聯絡窗口", "連絡窗口"};

static size_t contact_label(const char *text, size_t at)
{
    for (size_t i = 0; i < sizeof contact_labels / sizeof *contact_labels; i++)
        if (strncmp(text + at, contact_labels[i], strlen(contact_labels[i])) == 0)
            return strlen(contact_labels[i]);
    return 0;
}

/* Two to six characters behind the label and a colon, to the next blank or mark. */
static bool contact_at(const char *text, size_t at, size_t *start, size_t *end)
{
    const size_t label = contact_label(text, at);
    bool colon = false;
    size_t n = 0;

    if (!label)
        return false;
    at += label;
    at += strncmp(text + at, "姓名", 6) == 0 ? 6 : 0;
    for (; peek(text, at) == ' ' || peek(text, at) == ':'; at = after(text, at))
        colon |= peek(text, at) == ':';
    *start = at;
    while (peek(text, at) == OTHER && strncmp(text + at, "、", 3) != 0 && strncmp(text + at, "。", 3) != 0) {
        at = after(text, at);
        n++;
    }
    *end = at;
    return colon && n >= 2 && n <= 6;
}

bool personal_is_contact_label(const char *text)
{
    for (size_t at = 0; text[at]; at = after(text, at))
        if (contact_label(text, at) && strlen(text) <= 36)
            return true;
    return false;
}

/* ---- all of them ----------------------------------------------------------------------------- */

static bool found_at(const char *text, size_t at, bool whole, enum personal *kind, size_t *start, size_t *end)
{
    *start = at;
    *kind = PERSONAL_EMAIL;
    if (whole && email_at(text, at, end))
        return true;
    *kind = PERSONAL_ID;
    if (whole && id_at(text, at, end))
        return true;
    *kind = PERSONAL_PHONE;
    if ((whole && phone_at(text, at, end)) || labelled_phone_at(text, at, start, end))
        return true;
    *kind = PERSONAL_CONTACT;
    return contact_at(text, at, start, end);
}

bool personal_find(const char *text, size_t from, enum personal *kind, size_t *start, size_t *end)
{
    int before = 0;

    for (size_t at = from; text[at]; at = after(text, at)) {
        /* in the middle of a word or a number nothing begins */
        if (found_at(text, at, !is_local(before) || before == '.', kind, start, end))
            return true;
        before = peek(text, at);
    }
    return false;
}
