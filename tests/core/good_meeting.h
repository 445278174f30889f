/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A record with one meeting that kept every rule, to be spoilt in one place by each case of a test.
 */
#ifndef YISHI_TESTS_CORE_GOOD_MEETING_H
#define YISHI_TESTS_CORE_GOOD_MEETING_H

#include "tests/core/records.h"

/* Twelve members: m01 convenes, m09 to m12 are civil, half are women. On 2023-05-24 nine are here, three of
 * them civil, m02 by somebody else. */
static inline void good_meeting(struct str *out)
{
    str_clear(out);
    str_add(
        out,
        "{\"format\":\"yishi-record\",\"version\":1,\"committee\":{\"key\":\"c\",\"name\":\"水文部諮詢小組\","
        "\"rules\":["
        "{\"from\":null,\"quorum\":{\"numerator\":1,\"denominator\":2,\"comparison\":\">=\",\"civil_min\":3},"
        "\"members_min\":11,\"convener_counts\":true,\"civil_share\":[1,3],\"gender_share\":[1,3],"
        "\"meetings_per_year\":1,\"materials_workdays\":5,\"draft_workdays\":10,\"publish_workdays\":14}]},"
        "\"members\":[");
    for (int i = 1; i <= 12; i++)
        str_printf(out,
                   "%s{\"key\":\"m%02d\",\"surname\":\"江謝\",\"given\":\"%d\",\"gender\":\"%s\","
                   "\"appointments\":[{\"role\":"
                   "\"%s\",\"kind\":\"%s\"}]}",
                   i > 1 ? "," : "", i, i, i % 2 ? "female" : "male", i == 1 ? "convener" : "member",
                   i > 8 ? "civil" : "agency");
    str_add(
        out,
        "],\"meetings\":[{\"id\":\"112-1\",\"start\":\"2023-05-24T14:00\",\"end\":\"2023-05-24T15:40\","
        "\"place\":\"第3會議室\",\"chair\":{\"member\":\"m01\"},\"recorder\":{\"surname\":\"何\",\"given\":"
        "\"筆\"},"
        "\"milestones\":[{\"step\":\"sent\",\"date\":\"2023-05-17\"},{\"step\":\"opened\",\"date\":\"2023-05-"
        "24\"},"
        "{\"step\":\"adjourned\",\"date\":\"2023-05-24\"},{\"step\":\"approved\",\"date\":\"2023-05-30\"},"
        "{\"step\":\"draft_sent\",\"date\":\"2023-06-07\"},{\"step\":\"confirmed\",\"date\":\"2023-06-12\"},"
        "{\"step\":\"published\",\"date\":\"2023-06-13\"}],\"attendance\":[");
    for (int i = 1; i <= 12; i++)
        str_printf(out, "%s{\"member\":\"m%02d\",\"status\":\"%s\"%s}", i > 1 ? "," : "", i,
                   i == 2                        ? "delegate"
                   : i == 3 || i == 4 || i == 12 ? "leave"
                                                 : "present",
                   i == 2 ? ",\"delegate\":{\"surname\":\"許\",\"given\":\"子謙\"}" : "");
    str_add(out, "],\"items\":[{\"section\":\"opening\",\"abridged\":true},{\"section\":\"tracking\"},"
                 "{\"key\":\"i1\",\"section\":\"report\",\"title\":\"盤點報告\",\"statements\":[{\"speaker\":"
                 "{\"member\":\"m09\"},"
                 "\"points\":[\"無意見。\"]}],\"decision\":{\"kind\":\"noted\",\"at\":\"14:30\",\"quorum\":{"
                 "\"present\":9,"
                 "\"in_office\":12,\"civil\":3,\"met\":true}}},"
                 "{\"key\":\"i2\",\"section\":\"discussion\",\"title\":\"下架一案\",\"vote\":{\"method\":"
                 "\"hands\",\"for\":7,"
                 "\"against\":1,\"abstain\":1,\"entitled\":9,\"result\":\"carried\"},\"decision\":{\"kind\":"
                 "\"approved\",\"at\":"
                 "\"15:00\",\"quorum\":{\"present\":9,\"in_office\":12,\"civil\":3,\"met\":true}}},"
                 "{\"section\":\"motion\",\"none\":true},{\"section\":\"closing\"}]}],"
                 "\"resolutions\":[{\"key\":\"111-2-01\",\"source\":{\"text\":\"111年第2次會議\",\"date\":"
                 "\"2022-12-13\"},"
                 "\"instruction\":[\"請河川司校核。\"],\"rounds\":[{\"meeting\":{\"id\":\"112-1\"},"
                 "\"ruling\":\"release\"}]}]}");
    assert_false(str_failed(out));
}

#endif
