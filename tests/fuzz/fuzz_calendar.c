/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fuzzes the office calendar's lines and the counting of working days against a plain walk, a day at a
 * time. Lines are "2023-05-24,off,name", as in core/calendar/office.csv; the first four bytes choose what is
 * counted.
 */
#include "tests/fuzz/fuzz.h"

#include "core/calendar/workday.h"

enum { DAYS = 200, FAR = 400 };

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    return 0;
}

/* The days of TEXT that are in order; names point into it. */
static size_t read_days(char *text, struct office_day *days)
{
    size_t n = 0;

    while (text && n < DAYS) {
        char *end = strchr(text, '\n'), *kind = strchr(text, ','), *name;

        if (end)
            *end++ = '\0';
        if (kind && (!end || kind < end)) {
            *kind++ = '\0';
            name = strchr(kind, ',');
            days[n] = (struct office_day){.name = name ? name + 1 : ""};
            days[n].workday = strncmp(kind, "work", 4) == 0;
            if (date_parse_iso(text, &days[n].date) &&
                (n == 0 || date_compare(days[n - 1].date, days[n].date) < 0))
                n++;
        }
        text = end;
    }
    return n;
}

/* The N-th working day by walking. */
static struct date walk(const struct office_calendar *calendar, struct date date, int n)
{
    int step = n < 0 ? -1 : 1;

    while (n != 0 && date_valid(date)) {
        date = date_add(date, step);
        if (date_valid(date) && workday_is(calendar, date))
            n -= step;
    }
    return date;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len_bytes)
{
    static struct office_day days[DAYS];
    struct office_calendar calendar = {days, 0, 0, 0};
    struct date from = {0}, to;
    char *text;
    int n;

    if (len_bytes < 4)
        return 0;
    text = fuzz_text(data + 4, len_bytes - 4);
    calendar.n_days = read_days(text, days);
    calendar.first_year = 1912 + data[2];
    calendar.last_year = calendar.first_year + data[3] % 8;
    CLAIM(date_parse_iso("2023-01-01", &from));
    if (calendar.n_days)
        from = days[data[0] % calendar.n_days].date;
    from = date_add(from, data[0] % 16 - 8);
    n = data[1] - 128;
    to = workday_add(&calendar, from, n, NULL);
    CLAIM(date_compare(to, walk(&calendar, from, n)) == 0);
    for (size_t i = 0; i < calendar.n_days; i++)
        CLAIM(workday_is(&calendar, days[i].date) == days[i].workday);
    if (n != 0 && date_valid(to)) {
        int between = workday_between(&calendar, from, to, NULL);

        CLAIM(n > 0 ? between == n : between <= 0);
        planted(calendar.n_days > 1 && days[1].workday && between < -20);
    }
    (void)workday_name(&calendar, to);
    free(text);
    return 0;
}
