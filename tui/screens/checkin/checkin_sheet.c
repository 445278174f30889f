/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All of one seat: how he attends, what he replied, what he declared, when he came and went.
 */
#include "tui/screens/checkin/checkin.h"

#include "tui/screens/shared/ask.h"
#include "tui/screens/shared/label.h"

#include <string.h>

enum { SHEET_STAYS = 3 };

struct sheet {
    struct meeting_frame frame;
    struct app *app;
    struct form form;
    struct str member_key;
    bool formed;
};

static const struct form_field fields[] = {
    {.name = "status", .label = N_("狀態"), .kind = FORM_CHOICE},
    {.name = "online", .label = N_("視訊"), .kind = FORM_SWITCH},
    {.name = "reply", .label = N_("會前回復"), .kind = FORM_CHOICE},
    {.name = "disclosure",
     .label = N_("發言公開"),
     .kind = FORM_CHOICE,
     .help = N_("發言前聲明，整場適用（運作指引肆、三）")},
    {.name = "who", .label = N_("代理人"), .kind = FORM_FIXED},
    {.name = "delegate",
     .label = N_("填寫代理人"),
     .kind = FORM_ACTION,
     .help = N_("按 Enter 填代理人的姓名與職稱")},
    {.name = "times", .label = N_("在場時間"), .kind = FORM_HEADING},
    {.name = "0",
     .label = N_("到"),
     .kind = FORM_TIME,
     .help = N_("1400、14:00 或 下午2時；留空＝從開會就在")},
    {.name = "1",
     .label = N_("離"),
     .kind = FORM_TIME,
     .help = N_("1510、15:10；留空＝到散會；過了午夜打 24:10")},
    {.name = "2", .label = N_("再到"), .kind = FORM_TIME, .help = N_("離席之後回來的時間")},
    {.name = "3", .label = N_("再離"), .kind = FORM_TIME, .help = N_("留空＝到散會")},
    {.name = "4", .label = N_("第三次到"), .kind = FORM_TIME, .help = N_("離席之後回來的時間")},
    {.name = "5", .label = N_("第三次離"), .kind = FORM_TIME, .help = N_("留空＝到散會")},
};

static bool is_time(const struct form_field *field)
{
    return field->name[0] >= '0' && field->name[0] <= '9';
}

static const char *code_of(const struct choices *choices, int value)
{
    return value == UNKNOWN ? "" : choices->codes[value];
}

static void get(void *context, const struct form_field *field, struct str *out)
{
    struct sheet *sheet = context;
    const struct attendance a = seat_attendance(&sheet->frame.s, sheet->member_key.text);

    if (strcmp(field->name, "status") == 0) {
        str_add(out, code_of(&presence_choices, a.status));
    } else if (strcmp(field->name, "online") == 0) {
        str_add(out, a.online ? "1" : "0");
    } else if (strcmp(field->name, "reply") == 0) {
        str_add(out, code_of(&presence_choices, a.reply));
    } else if (strcmp(field->name, "disclosure") == 0) {
        str_add(out, code_of(&disclosure_choices, a.disclosure));
    } else if (strcmp(field->name, "who") == 0) {
        label_person(out, &sheet->frame.s.members, &a.delegate);
    } else if (is_time(field)) {
        size_t n = (size_t)(field->name[0] - '0');

        if (n / 2 < a.stays.n)
            str_add(out, n % 2 ? a.stays.v[n / 2].out : a.stays.v[n / 2].in);
    }
}

/* The time into its stay; a stay that says nothing at the end is none. */
static enum status set_time(struct attendance *a, size_t n, const char *value, struct arena *arena,
                            struct err *err)
{
    size_t count = a->stays.n;
    struct stay *v = arena_take(arena, (count + SHEET_STAYS) * sizeof *v);

    if (!v)
        return err_memory(err);
    for (size_t i = 0; i < count + SHEET_STAYS; i++)
        entity_defaults(&stay_entity, &v[i]);
    if (count)
        memcpy(v, a->stays.v, count * sizeof *v);
    if (n % 2)
        v[n / 2].out = *value ? value : NULL;
    else
        v[n / 2].in = *value ? value : NULL;
    count = count > n / 2 + 1 ? count : n / 2 + 1;
    for (size_t i = 0; i < count; i++) {
        const char *before = v[i].in ? v[i].in : i ? v[i - 1].out : NULL;

        if (before && v[i].out && strcmp(v[i].out, before) < 0)
            return err_set(err, STATUS_BAD, CODE_RECORD_ORDER, _("到、離"), v[i].out, before);
        if (i && v[i].in && v[i - 1].out && strcmp(v[i].in, v[i - 1].out) < 0)
            return err_set(err, STATUS_BAD, CODE_RECORD_ORDER, _("到、離"), v[i].in, v[i - 1].out);
    }
    while (count && !v[count - 1].in && !v[count - 1].out && person_none(&v[count - 1].delegate))
        count--;
    a->stays.v = v;
    a->stays.n = count;
    return STATUS_OK;
}

static enum status set(void *context, const struct form_field *field, const char *value, struct err *err)
{
    struct sheet *sheet = context;
    struct attendance a = seat_attendance(&sheet->frame.s, sheet->member_key.text);
    struct arena arena = ARENA_INIT;
    enum status status = STATUS_OK;

    if (strcmp(field->name, "status") == 0) {
        a.status = choice_find(&presence_choices, value);
        if (!seat_came(&a)) { /* who did not come has no times */
            a.online = false;
            a.stays.n = 0;
        }
    } else if (strcmp(field->name, "online") == 0) {
        a.online = *value == '1';
    } else if (strcmp(field->name, "reply") == 0) {
        a.reply = choice_find(&presence_choices, value);
    } else if (strcmp(field->name, "disclosure") == 0) {
        a.disclosure = choice_find(&disclosure_choices, value);
    } else if (is_time(field)) {
        status = set_time(&a, (size_t)(field->name[0] - '0'), value, &arena, err);
    }
    if (!status && !seat_store(sheet->app, &sheet->frame, &a, _(field->label), err))
        status = err->status ? err->status : STATUS_NO;
    arena_release(&arena);
    return status;
}

static void options(void *context, const struct form_field *field, struct arena *arena,
                    struct form_option **out, size_t *n)
{
    const struct choices *choices =
        strcmp(field->name, "disclosure") == 0 ? &disclosure_choices : &presence_choices;
    struct form_option *v = arena_take(arena, (choices->n + 1) * sizeof *v);

    (void)context;
    *n = 0;
    *out = v;
    if (!v)
        return;
    v[(*n)++] = (struct form_option){.code = "", .label = _("－")};
    for (size_t i = 0; i < choices->n; i++)
        v[(*n)++] = (struct form_option){.code = choices->codes[i], .label = label_choice(choices, (int)i)};
}

/* Times are of who came; a further stay once the one before has ended. */
static bool hidden(void *context, const struct form_field *field)
{
    const struct sheet *sheet = context;
    const struct attendance a = seat_attendance(&sheet->frame.s, sheet->member_key.text);
    const struct seat *seat = meeting_seat(&sheet->frame.s.meeting, sheet->member_key.text);

    if (is_time(field))
        return !seat_came(&a) ||
               (size_t)(field->name[0] - '0') / 2 > a.stays.n - (a.stays.n && !seat_gone(&a));
    if (strcmp(field->name, "times") == 0)
        return !seat_came(&a);
    if (strcmp(field->name, "who") == 0)
        return person_none(&a.delegate);
    return strcmp(field->name, "delegate") == 0 && seat && seat->kind == KIND_CIVIL;
}

static const struct form_source source = {.get = get, .set = set, .options = options, .hidden = hidden};

/* ---- life --------------------------------------------------------------------------------------- */

static enum status sheet_load(struct app *app, struct screen *screen, struct err *err)
{
    struct sheet *sheet = (struct sheet *)screen;
    enum status status = frame_load(app, screen, err);

    sheet->app = app;
    if (status)
        return status;
    if (!sheet->formed) {
        form_init(&sheet->form, fields, sizeof fields / sizeof *fields, &source, sheet, app_today(app));
        sheet->formed = true;
    }
    form_reload(&sheet->form);
    return STATUS_OK;
}

static void sheet_draw(struct app *app, struct screen *screen, struct rect rect)
{
    struct sheet *sheet = (struct sheet *)screen;
    struct str title = STR_INIT;
    struct rect inner;

    rect = frame_draw(app, &sheet->frame, rect);
    str_add(&title, _("報到："));
    label_member(&title, &sheet->frame.s.members, sheet->member_key.text);
    draw_frame(rect, title.text, true, &inner);
    form_draw(&sheet->form, inner, true);
    str_release(&title);
}

static bool sheet_key(struct app *app, struct screen *screen, const struct key *key)
{
    struct sheet *sheet = (struct sheet *)screen;
    enum form_result result = form_walk(&sheet->form, key);

    if (result == FORM_RUN)
        seat_delegate(app, &sheet->frame, sheet->member_key.text);
    return result != FORM_IGNORED;
}

static const struct str *sheet_line(const struct app *app, const struct screen *screen)
{
    (void)app;
    return form_line(&((const struct sheet *)screen)->form);
}

static bool sheet_typing(const struct app *app, const struct screen *screen)
{
    (void)app;
    return form_typing(&((const struct sheet *)screen)->form);
}

static enum status sheet_store(struct app *app, struct screen *screen, struct err *err)
{
    struct sheet *sheet = (struct sheet *)screen;

    (void)app;
    if (form_leave(&sheet->form))
        return STATUS_OK;
    *err = sheet->form.err;
    return err->status;
}

static void sheet_close(struct app *app, struct screen *screen)
{
    struct sheet *sheet = (struct sheet *)screen;

    if (sheet->formed)
        form_release(&sheet->form);
    str_release(&sheet->member_key);
    frame_close(app, screen);
}

static const struct screen_ops sheet_ops = {.name = "sheet",
                                            .title = N_("時間與細節"),
                                            .open = sheet_load,
                                            .reload = sheet_load,
                                            .draw = sheet_draw,
                                            .key = sheet_key,
                                            .typing = sheet_typing,
                                            .line = sheet_line,
                                            .status = frame_status,
                                            .store = sheet_store,
                                            .close = sheet_close};

bool checkin_sheet_push(struct app *app, int64_t meeting_id, const char *member)
{
    struct meeting_frame *frame = frame_new(app, sizeof(struct sheet), &sheet_ops, meeting_id, FRAME_CHECKIN);
    struct sheet *sheet = (struct sheet *)frame;

    if (!frame)
        return false;
    str_init(&sheet->member_key);
    str_add(&sheet->member_key, member);
    return app_push(app, &frame->screen);
}
