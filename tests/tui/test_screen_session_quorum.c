/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The session: the quorum on the top line, lost the moment somebody leaves, and that of one item where
 * somebody is recused from it.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "tests/tui/session_help.h"

/* The first row of the screen, and the message above the hints. */
static void assert_top(struct office *office, const char *text)
{
    struct str screen = STR_INIT;
    char *end;

    office_screen(office, 120, 30, &screen);
    end = strchr(screen.text, '\n');
    assert_non_null(end);
    *end = '\0';
    if (!strstr(screen.text, text))
        print_error("not on the top line: %s\n%s\n", text, screen.text);
    assert_non_null(strstr(screen.text, text));
    str_release(&screen);
}

/* Seven of twelve are here, three civil: six and three are needed. */
static void begin(struct office *office)
{
    session_opened(office);
    session_at(office, "k3");
    assert_top(office, "出席 7/12 ✔  民間 3 ✔  足法定人數");
}

/* The quorum stored with the decision on k3. */
static void assert_decided(struct office *office, int present, int civil, int met)
{
    struct snapshot s = session_snapshot(office);
    const struct item *item = meeting_item(&s.meeting, "k3");
    const struct decision *d = item->decision.v;

    assert_int_equal(item->decision.n, 1);
    assert_int_equal(d->present, present);
    assert_int_equal(d->civil, civil);
    assert_int_equal(d->met, met);
    snapshot_release(&s);
}

static size_t recused(struct office *office)
{
    struct snapshot s = session_snapshot(office);
    size_t n = meeting_item(&s.meeting, "k3")->recused.n;

    snapshot_release(&s);
    return n;
}

static void recusal__is_two_keys__and_counts_for_the_item_alone(void **state)
{
    struct office office;

    (void)state;
    begin(&office);
    office_type(&office, CTRL_G F7 ESC); /* the first seat, an agency's */
    assert_int_equal(recused(&office), 1);
    assert_sees(&office, "迴避 范姜映真");
    assert_top(&office, "本案 出席 6/12 ✔  民間 3 ✔  足法定人數");
    office_type(&office, F6 ENTER);
    assert_decided(&office, 6, 3, 1);
    /* the next item has them all again */
    office_type(&office, F9);
    assert_top(&office, " 出席 7/12 ✔");
    /* taken back by the same key, and the decision's quorum follows */
    office_type(&office, F10 CTRL_G F7);
    assert_int_equal(recused(&office), 0);
    assert_top(&office, " 出席 7/12 ✔");
    assert_decided(&office, 7, 3, 1);
    office_close(&office);
}

static void recusal_that_leaves_too_few__is_said_loudly_for_this_item(void **state)
{
    struct office office;

    (void)state;
    begin(&office);
    office_type(&office, CTRL_G "2" F7 ESC); /* one of the three civil ones */
    assert_top(&office, "本案 出席 6/12 ✔  民間 2 ✘  未達法定人數");
    assert_sees(&office, "迴避後本案未達法定人數：請勿就本案作成決議。");
    assert_sees(&office, "迴避後本案出席 6（門檻 6）、民間代表 2（門檻 3），未達法定人數。");
    office_type(&office, F6 ENTER); /* what is decided all the same is stored with it */
    assert_decided(&office, 6, 2, 0);
    office_type(&office, F9);
    assert_top(&office, " 出席 7/12 ✔  民間 3 ✔  足法定人數");
    assert_sees_not(&office, "迴避後本案未達法定人數：");
    office_close(&office);
}

static void quorum__is_said_to_be_lost__the_moment_somebody_leaves(void **state)
{
    struct office office;

    (void)state;
    begin(&office);
    office_type(&office, CTRL_G "2" ENTER);
    assert_sees(&office, "未達法定人數：出席 6（門檻 6）、民間代表 2（門檻 3）。請勿作成決議！");
    assert_top(&office, "出席 6/12 ✔  民間 2 ✘  未達法定人數");
    assert_sees(&office, "未達法定人數：可以繼續記錄，請勿作成決議。");
    office_type(&office, CTRL_G "2" ENTER);
    assert_sees(&office, "已恢復法定人數：出席 7/12");
    office_close(&office);
}

static void seats__are_found_by_their_number(void **state)
{
    static const struct {
        const char *keys;
        int seat;
    } cases[] = {{"1", 1}, {"7", 7}, {"12", 12}, {"3" DOWN "1", 1}, {"10", 10}, {"15", 5}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct office office;
        struct snapshot s;
        struct str keys = STR_INIT;
        const char *who;

        begin(&office);
        str_printf(&keys, CTRL_G "%s" F7 ESC, cases[i].keys);
        office_type(&office, keys.text);
        s = session_snapshot(&office);
        who = meeting_item(&s.meeting, "k3")->recused.v[0].person.member;
        assert_int_equal(meeting_seat(&s.meeting, who)->seat, cases[i].seat);
        snapshot_release(&s);
        str_release(&keys);
        office_close(&office);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(recusal__is_two_keys__and_counts_for_the_item_alone),
        cmocka_unit_test(recusal_that_leaves_too_few__is_said_loudly_for_this_item),
        cmocka_unit_test(quorum__is_said_to_be_lost__the_moment_somebody_leaves),
        cmocka_unit_test(seats__are_found_by_their_number),
    };

    return cmocka_run_group_tests(tests, pin_locale, NULL);
}
