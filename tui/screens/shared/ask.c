/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A day and a time, asked for; Enter through a form.
 */
#include "tui/screens/shared/ask.h"

struct day {
    struct date today;
    bool may_be_none;
};

static enum status check_day(void *context, const char *text, struct err *err)
{
    const struct day *day = context;
    struct date date;
    enum code code;

    if ((day->may_be_none && !*text) || date_typed(text, day->today, &date, &code))
        return STATUS_OK;
    return err_set(err, STATUS_BAD, code, NULL, text,
                   code == CODE_DATE_WEEKDAY ? date_weekday_name(date_weekday(date)) : NULL);
}

bool ask_day(struct app *app, const char *title, const char *help, struct date first, bool may_be_none,
             char iso[DATE_ISO_SIZE])
{
    struct day day = {app_today(app), may_be_none};
    struct str text = STR_INIT;
    struct date date;
    enum code code;
    bool answered;

    moment_format(&text, "{Y}/{m}/{d}", (struct moment){first, -1});
    if (!date_valid(first))
        str_clear(&text);
    iso[0] = '\0';
    answered = app_input(app, title, help, &text, check_day, &day);
    if (answered && date_typed(text.text, day.today, &date, &code))
        date_iso(iso, date);
    str_release(&text);
    return answered && (*iso || may_be_none);
}

static enum status check_time(void *context, const char *text, struct err *err)
{
    int minutes;
    enum code code;

    (void)context;
    if (time_typed(text, &minutes, &code))
        return STATUS_OK;
    return err_set(err, STATUS_BAD, code, NULL, text, NULL);
}

bool ask_time(struct app *app, const char *title, const char *help, int first, char iso[TIME_ISO_SIZE])
{
    struct str text = STR_INIT;
    int minutes;
    enum code code;
    bool answered;

    if (first >= 0) {
        time_iso(iso, first);
        str_add(&text, iso);
    }
    iso[0] = '\0';
    answered = app_input(app, title, help, &text, check_time, NULL);
    if (answered && time_typed(text.text, &minutes, &code))
        time_iso(iso, minutes);
    str_release(&text);
    return answered && *iso;
}

enum form_result form_walk(struct form *form, const struct key *key)
{
    const struct key next = {.kind = KEY_KIND_SPECIAL, .code = KEYC_TAB};
    const bool picking = form->picking && key_is(key, KEYC_ENTER);
    const size_t at = form->at;
    enum form_result result = form_key(form, key);

    if (picking && !form->picking && form->at == at && (result == FORM_STORED || result == FORM_HANDLED))
        (void)form_key(form, &next);
    return result;
}
