/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the register loads.
 */
#include "tui/screens/tracking/register.h"

void register_data_release(struct register_data *data)
{
    arena_release(&data->arena);
    style_free(data->style);
    *data = (struct register_data){.arena = ARENA_INIT};
}

enum status register_data_load(struct app *app, struct register_data *data, struct err *err)
{
    struct register_data loaded = {.arena = ARENA_INIT};
    enum status status =
        committee_load(app->db, app->committee_id, &loaded.arena, &loaded.committee, &loaded.members, err);

    if (!status)
        status = resolutions_load(app->db, app->committee_id, &loaded.arena, &loaded.all, err);
    if (!status)
        status = meeting_list(app->db, app->committee_id, &loaded.arena, &loaded.meetings, err);
    if (!status && (!loaded.committee.paper || style_load(loaded.committee.paper, &loaded.style, err)))
        status = style_load(style_builtin_name(0), &loaded.style, err);
    if (status) {
        register_data_release(&loaded);
        return status;
    }
    register_data_release(data);
    *data = loaded;
    return STATUS_OK;
}

static bool is_over(const struct meeting_line *line)
{
    return line->end || line->has[STEP_ADJOURNED] || line->outcome == OUTCOME_FELL ||
           line->outcome == OUTCOME_CANCELLED;
}

const struct meeting_line *register_next(const struct meeting_lines *meetings)
{
    const struct meeting_line *found = NULL;

    for (size_t i = 0; i < meetings->n; i++)
        if (!is_over(&meetings->v[i]))
            found = &meetings->v[i]; /* the list begins with the latest */
    return found;
}

int64_t register_meeting(const struct register_data *data, const struct resolution *resolution)
{
    const struct meeting_line *found = NULL;

    for (size_t i = 0; resolution_open(resolution) && i < data->meetings.n; i++)
        if (!is_over(&data->meetings.v[i]) && !text_same(data->meetings.v[i].key, resolution->meeting))
            found = &data->meetings.v[i];
    return found ? found->id : 0;
}
