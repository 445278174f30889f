/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fuzzes dates and times as people type them: what is taken is a day or a time that exists, and what the
 * program writes of it is read back as the same.
 */
#include "tests/fuzz/fuzz.h"

#include "core/base/str.h"
#include "core/calendar/date.h"

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    return 0;
}

static void check_date(struct date date, struct date today)
{
    char iso[DATE_ISO_SIZE];
    struct date again = {0}, typed = {0};
    enum code code = CODE_NONE;

    CLAIM(date_valid(date));
    date_iso(iso, date);
    CLAIM(date_parse_iso(iso, &again) && date_compare(again, date) == 0);
    CLAIM(date_typed(iso, today, &typed, &code) && date_compare(typed, date) == 0);
    CLAIM(date_weekday(date) >= 0 && date_weekday(date) < 7);
    planted(date_roc_year(date) == 112);
}

static void check_moment(struct moment moment, const char *pattern)
{
    static const char long_pattern[] = "{Y}年{m}月{d}日(星期{w}){ap}{h}時[{MM}分]{HH}{H}{M}{mm}{dd}{y}";
    char iso[MOMENT_ISO_SIZE];
    struct str out = STR_INIT;
    struct moment again;

    moment_iso(iso, moment);
    if (*iso && strlen(iso) + 1 == MOMENT_ISO_SIZE)
        CLAIM(moment_parse_iso(iso, &again));
    moment_format(&out, long_pattern, moment);
    moment_format(&out, pattern, moment);
    CLAIM(!str_failed(&out));
    str_release(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len_bytes)
{
    char *text = fuzz_text(data, len_bytes), iso[TIME_ISO_SIZE];
    struct date today = {0}, date = {0};
    struct moment moment = {.minutes = -1};
    enum code code = CODE_NONE;
    int minutes = -1, again = -1;

    CLAIM(date_parse_iso("2023-05-24", &today));
    if (date_typed(text, today, &date, &code)) {
        check_date(date, today);
        moment.date = date;
    } else {
        CLAIM(code == CODE_DATE_FORM || code == CODE_DATE_NO_SUCH_DAY || code == CODE_DATE_WEEKDAY);
    }
    (void)date_typed(text, (struct date){0}, &date, &code);
    if (time_typed(text, &minutes, &code)) {
        CLAIM(minutes >= 0 && minutes <= TIME_LAST);
        time_iso(iso, minutes);
        CLAIM(time_parse_iso(iso, &again) && again == minutes);
        moment.minutes = minutes;
    }
    check_moment(moment, text);
    if (date_parse_iso(text, &date))
        check_date(date, today);
    (void)time_parse_iso(text, &minutes);
    moment = (struct moment){.minutes = -1};
    if (moment_parse_iso(text, &moment))
        check_moment(moment_normal(moment), text);
    free(text);
    return 0;
}
