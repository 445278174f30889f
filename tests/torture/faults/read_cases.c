/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything that is only read or computed.
 */
#include "core/archive/archive.h"
#include "core/base/builtin.h"
#include "core/base/ini.h"
#include "core/committee/composition.h"
#include "core/cycle/gate.h"
#include "core/cycle/previous.h"
#include "core/cycle/search.h"
#include "core/journal/history.h"
#include "core/meeting/grid.h"
#include "core/paper/minutes.h"
#include "core/paper/paper.h"
#include "core/paper/writer.h"
#include "core/record/record.h"
#include "core/verify/verify.h"
#include "db/seal.h"
#include "db/tree.h"
#include "tests/torture/faults/cases.h"

#include <string.h>

/* ---- loading ------------------------------------------------------------------------------------- */

static enum status run_lists(struct office *o, uint64_t *figure, struct err *err)
{
    struct committee_lines committees;
    struct meeting_lines meetings = {NULL, 0};
    struct committee committee;
    struct members members;
    struct resolutions resolutions;
    int64_t id = 0;
    enum status status = committee_list(o->db, &o->arena, &committees, err);

    if (status == STATUS_OK)
        status = committee_load(o->db, o->committee, &o->arena, &committee, &members, err);
    if (status == STATUS_OK)
        status = resolutions_load(o->db, o->committee, &o->arena, &resolutions, err);
    if (status == STATUS_OK)
        status = meeting_list(o->db, o->committee, &o->arena, &meetings, err);
    for (size_t i = 0; status == STATUS_OK && i < meetings.n; i++) {
        status = meeting_line_fill(o->db, &committee, &members, &resolutions, &meetings.v[i], err);
        if (status == STATUS_OK)
            status = meeting_id_find(o->db, o->committee, meetings.v[i].key, &id, err);
        figure_int(figure, meetings.v[i].items + meetings.v[i].present * 100 + id * 10000);
        figure_text(figure, meetings.v[i].key);
    }
    return status;
}

static enum status run_snapshots(struct office *o, uint64_t *figure, struct err *err)
{
    struct snapshot meeting = SNAPSHOT_INIT, presence = SNAPSHOT_INIT;
    struct tracked tracked = {NULL, 0};
    struct meeting seats;
    enum status status = office_load(o, NOW, err);

    if (status == STATUS_OK)
        status = snapshot_load_meeting(o->db, o->meeting[NOW], &meeting, err);
    if (status == STATUS_OK)
        status = snapshot_load_presence(o->db, o->meeting[NOW], &meeting.committee, &meeting.members,
                                        &presence, err);
    if (status == STATUS_OK)
        status = tracked_of(&o->s, &o->arena, &tracked, err);
    if (status == STATUS_OK)
        status = composition_at(&o->s.members, "2023-11-15", &o->arena, &seats, err);
    if (status == STATUS_OK) {
        figure_int(figure, (int64_t)(tracked.n + o->s.meeting.items.n * 100 + seats.composition.n * 10000));
        figure_int(figure, snapshot_quorum(&presence, -1, NULL).present);
        figure_text(figure, meeting.meeting.key);
    }
    snapshot_release(&presence);
    snapshot_release(&meeting);
    return status;
}

static enum status run_gates(struct office *o, uint64_t *figure, struct err *err)
{
    enum status status = office_load(o, NOW, err);

    for (int gate = GATE_SEND; status == STATUS_OK && gate <= GATE_PUBLISH; gate++) {
        struct reasons reasons = {NULL, 0, 0};

        status = gate_reasons(&o->s, (enum gate)gate, &office_calendar_shipped, "2023-11-20", &o->arena,
                              &reasons, err);
        for (size_t i = 0; status == STATUS_OK && i < reasons.n; i++) {
            figure_int(figure, (int64_t)reasons.v[i].kind);
            figure_text(figure, reasons.v[i].what);
        }
    }
    return status;
}

static enum status run_verify(struct office *o, uint64_t *figure, struct err *err)
{
    struct findings findings = {NULL, 0, 0};
    enum status status =
        verify_all(o->db, 0, &office_calendar_shipped, "2024-06-01", &o->arena, &findings, err);

    for (size_t i = 0; status == STATUS_OK && i < findings.n; i++) {
        if (findings.v[i].kind == FINDING_DATABASE) /* a page that cannot be read is told as a finding */
            return err_set(err, STATUS_STORAGE, CODE_DB_DAMAGED, findings.v[i].place, NULL, NULL);
        figure_int(figure, (int64_t)findings.v[i].kind);
        figure_text(figure, findings.v[i].place);
        figure_text(figure, findings.v[i].what);
    }
    return status;
}

static enum status run_search(struct office *o, uint64_t *figure, struct err *err)
{
    struct search search = SEARCH_INIT;
    enum status status = search_load(o->db, o->committee, &search, err);

    if (status == STATUS_OK)
        figure_int(figure, (int64_t)search.n);
    search_release(&search);
    return status;
}

/* ---- the record and papers ----------------------------------------------------------------------- */

static enum status run_record(struct office *o, uint64_t *figure, struct err *err)
{
    struct record read = RECORD_INIT;
    struct str text = STR_INIT;
    struct problems problems;
    enum status status = office_export(o->db, o->committee, &text, err);

    problems_init(&problems);
    if (status == STATUS_OK)
        status = record_parse(text.text, text.len_bytes, &read, &problems, err);
    if (status == STATUS_OK && record_check(&read, NULL, &problems) != STATUS_OK)
        status = err_memory(err);
    if (status == STATUS_OK)
        figure_text(figure, text.text);
    problems_release(&problems);
    record_release(&read);
    str_release(&text);
    return status;
}

static enum status print_paper(const struct paper *paper, const struct paper_source *source, uint64_t *figure,
                               struct err *err)
{
    struct document document;
    struct str out = STR_INIT;
    enum status status;

    document_init(&document);
    status = paper_build(paper, source, &document, err);
    for (const struct writer *w = document_writers; status == STATUS_OK && w->name; w++) {
        const struct page_size page = {76, PAGE_LINES};

        status = w->write(&document, &page, &out, err);
    }
    if (status == STATUS_OK)
        figure_text(figure, out.text);
    str_release(&out);
    document_release(&document);
    return status;
}

/* Every paper in this style. */
static enum status print_papers(struct office *o, const char *name, uint64_t *figure, struct err *err)
{
    struct style *style = NULL;
    struct snapshot previous = SNAPSHOT_INIT;
    bool found = false;
    enum status status = style_load(name, &style, err);

    if (status == STATUS_OK)
        status = snapshot_load_previous(o->db, &o->s, &previous, &found, err);
    for (size_t i = 0; status == STATUS_OK && paper_at(i); i++) {
        const struct paper_source source = {&o->s, found ? &previous : NULL, style, COPY_INTERNAL};

        status = print_paper(paper_at(i), &source, figure, err);
    }
    snapshot_release(&previous);
    style_free(style);
    return status;
}

static enum status run_paper(struct office *o, uint64_t *figure, struct err *err)
{
    enum status status = office_load(o, NOW, err);

    if (status == STATUS_OK)
        status = print_papers(o, "docket", figure, err);
    if (status == STATUS_OK)
        status = print_papers(o, "themes/paper/formal.ini", figure, err);
    return status;
}

static enum status take(void *context, const struct ini_entry *entry, struct err *err)
{
    (void)err;
    figure_text(context, entry->key);
    figure_text(context, entry->value);
    return STATUS_OK;
}

static enum status run_ini(struct office *o, uint64_t *figure, struct err *err)
{
    enum status status = STATUS_OK;

    (void)o;
    for (size_t i = 0; status == STATUS_OK && i < n_theme_files && i < 3; i++)
        status = ini_read(theme_files[i].name, theme_files[i].text, take, figure, err);
    return status;
}

/* What was kept, and where two texts differ. */
static enum status run_archive(struct office *o, uint64_t *figure, struct err *err)
{
    struct versions versions = {NULL, 0};
    struct style *style = NULL;
    struct str whole = STR_INIT, public = STR_INIT, out = STR_INIT;
    enum status status = office_load(o, NOW, err);

    if (status == STATUS_OK)
        status = versions_load(o->db, o->meeting[BEFORE], &o->arena, &versions, err);
    if (status == STATUS_OK)
        status = style_load("classic", &style, err);
    if (status == STATUS_OK)
        status = minutes_text(&o->s, style, COPY_INTERNAL, 76, &whole, err);
    if (status == STATUS_OK)
        status = minutes_text(&o->s, style, COPY_INTERNAL, 40, &public, err);
    if (status == STATUS_OK)
        status = diff_lines(whole.text, public.text, 2, &out, NULL, err);
    if (status == STATUS_OK)
        figure_text(figure, out.text);
    style_free(style);
    str_release(&whole);
    str_release(&public);
    str_release(&out);
    return status;
}

static enum status run_history(struct office *o, uint64_t *figure, struct err *err)
{
    struct history history = {NULL, 0};
    struct history_changes changes = {NULL, 0};
    struct history_set set;
    enum status status = history_load(o->db, o->meeting[NOW], 0, 20, &o->arena, &history, err);

    for (size_t i = 0; status == STATUS_OK && i < history.n; i++) {
        status = history_find(o->db, history.v[i].id, &o->arena, &set, err);
        if (status == STATUS_OK)
            status = history_changes(o->db, &set, &o->arena, &changes, err);
        for (size_t c = 0; status == STATUS_OK && c < changes.n; c++)
            figure_text(figure, changes.v[c].after);
    }
    return status;
}

/* ---- computed ------------------------------------------------------------------------------------ */

static enum status run_composition(struct office *o, uint64_t *figure, struct err *err)
{
    struct composition composition = {0};
    enum status status = office_load(o, NOW, err);

    if (status == STATUS_OK)
        status = composition_on(o->s.rule, &o->s.members, "2023-11-15", &o->arena, &composition, err);
    for (size_t i = 0; status == STATUS_OK && i < composition.n; i++)
        figure_int(figure, (int64_t)composition.findings[i].kind);
    figure_int(figure, composition.civil);
    return status;
}

static enum status run_grid(struct office *o, uint64_t *figure, struct err *err)
{
    static const char csv[] = "單位\t數量\t\"說\n明\"\n河川司\t12\t\n測站組\t\t新\n";
    struct grid grid, copy;
    struct grid_text text;
    enum status status = grid_text_read(csv, sizeof csv - 1, '\t', &o->arena, &text, err);

    if (status == STATUS_OK)
        status = grid_of_text(&text, &o->arena, &grid, err);
    if (status == STATUS_OK)
        status = grid_put_text(&grid, 1, 1, &text, &o->arena, err);
    if (status == STATUS_OK)
        status = grid_copy(&grid, &o->arena, &copy, err);
    if (status == STATUS_OK)
        status = grid_insert_line(&copy, 1, &o->arena, err);
    if (status == STATUS_OK)
        status = grid_insert_column(&copy, 2, &o->arena, err);
    if (status == STATUS_OK)
        status = grid_grow(&copy, 12, 9, &o->arena, err);
    for (int line = 0; status == STATUS_OK && line < copy.lines; line++)
        for (int column = 0; column < grid_columns(&copy); column++) {
            const struct grid_cell *cell = grid_cell_at(&copy, line, column);

            figure_text(figure, cell ? cell->text : NULL);
        }
    return status;
}

/* ---- the database's own -------------------------------------------------------------------------- */

static void count_finding(void *context, enum seal_wrong wrong, int64_t id, const char *text, const char *at)
{
    (void)text;
    (void)at;
    figure_int(context, (int64_t)wrong * 100 + id);
}

static enum status run_check(struct office *o, uint64_t *figure, struct err *err)
{
    char head[SHA256_TEXT], at[25];
    const char *found = NULL;
    int64_t id = 0;
    enum status status = db_check(o->db, &found, err);

    if (status == STATUS_OK)
        status = seal_check(o->db, count_finding, figure, err);
    if (status == STATUS_OK)
        status = seal_head(o->db, head, err);
    if (status == STATUS_OK)
        status = seal_find(o->db, head, &id, at, err);
    if (status == STATUS_OK)
        status = db_setting(o->db, "uuid", &found, err);
    if (status == STATUS_OK) {
        figure_text(figure, found);
        figure_text(figure, db_uuid(o->db));
        figure_int(figure, id);
        (void)db_change_set(o->db);
    }
    return status;
}

static enum status run_transaction(struct office *o, uint64_t *figure, struct err *err)
{
    struct list list = {NULL, 0};
    enum status status = read_begin(o->db, err);

    if (status != STATUS_OK)
        return status;
    status = tree_load(o->db, &meeting_entity, TREE_BY_COMMITTEE, o->committee, &o->arena, &list, err);
    read_end(o->db);
    (void)db_changed_outside(o->db);
    db_wait(o->db, 0);
    figure_int(figure, (int64_t)list.n);
    figure_text(figure, db_path(o->db));
    if (status == STATUS_OK && write_end(o->db, STATUS_OK, err) != STATUS_USAGE &&
        err->code != CODE_DB_MISUSE)
        status = STATUS_BAD; /* a write that did not begin does not end */
    err_arg(err, 2, NULL);
    return status;
}

const struct fault_case read_cases[] = {
    {"lists", false, run_lists, NULL},
    {"snapshots", false, run_snapshots, NULL},
    {"gates", false, run_gates, NULL},
    {"verify", false, run_verify, NULL},
    {"search", false, run_search, NULL},
    {"record", false, run_record, NULL},
    {"paper", false, run_paper, NULL},
    {"archive", false, run_archive, NULL},
    {"history", false, run_history, NULL},
    {"ini", false, run_ini, NULL},
    {"composition", false, run_composition, NULL},
    {"grid", false, run_grid, NULL},
    {"check", false, run_check, NULL},
    {"transaction", false, run_transaction, NULL},
};
const size_t n_read_cases = COUNT(read_cases);
