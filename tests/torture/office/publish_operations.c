/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Operations of publishing that change the database alone. The package itself: faults/publish_cases.c.
 */
#include "core/publish/publication.h"
#include "tests/torture/office/operations.h"

static struct publish_finding finding(const char *place, const char *found)
{
    return (struct publish_finding){
        .kind = PUBLISH_PHONE, .place = place, .found = found, .choice = PUBLISH_REDACT, .answered = true};
}

enum status run_publish_choose(struct office *o, struct err *err)
{
    const struct publish_finding f = finding("node 1 text", "02-1234-5678");

    return publish_choose(o->db, &office_stamp, &o->s, &f, PUBLISH_KEEP, err);
}

enum status run_publish_answers(struct office *o, struct err *err)
{
    struct publish_finding v[] = {finding("node 1 text", "02-1234-5678"), finding("node 2 text", "分機 12")};

    return publish_store_answers(o->db, &office_stamp, &o->s, &(struct publish_findings){v, 2, 0}, err);
}

enum status run_publication_keep(struct office *o, struct err *err)
{
    struct style *style = NULL;
    struct milestone wanted;
    enum status status = style_load("docket", &style, err);

    entity_defaults(&milestone_entity, &wanted);
    wanted.step = STEP_PUBLISHED;
    wanted.date = "2023-11-20";
    if (status == STATUS_OK)
        status = publication_keep(o->db, &office_stamp, &o->s, &wanted, style, "docket", err);
    style_free(style);
    return status;
}
