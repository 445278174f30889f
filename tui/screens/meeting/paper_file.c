/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing the minutes or another paper to a file, in the format that its ending names, or to the printer in
 * that of the settings.
 */
#include "tui/screens/meeting/paper_file.h"

#include "core/paper/writer.h"
#include "tui/file.h"
#include "tui/printer.h"
#include "tui/screens/meeting/paper_page.h"

#include <stdlib.h>
#include <unistd.h>

static enum status check_name(void *context, const char *text, struct err *err)
{
    (void)context;
    return *text ? STATUS_OK : err_set(err, STATUS_BAD, CODE_FILE_WRITE, "", _("請輸入檔名"), NULL);
}

static bool may_replace(struct app *app, const char *path)
{
    const char *const choices[] = {_("不取代"), _("取代舊檔")};

    return access(path, F_OK) != 0 || app_ask(app, _("檔案已存在"), path, choices, 2, 0) == 1;
}

enum status paper_published(struct app *app, const struct paper *paper, struct paper_source *source,
                            struct publication *published, struct err *err)
{
    enum status status;

    *published = (struct publication)PUBLICATION_INIT;
    if (source->copy != COPY_PUBLIC || !package_prints(paper->name))
        return STATUS_OK;
    status = publication_open(app->db, source->snapshot->meeting.row.id, source->style, NULL, published, err);
    source->snapshot = &published->copy.s;
    source->previous = published->copy.has_previous ? &published->copy.previous : NULL;
    return status;
}

static enum status set_paper(struct app *app, const struct paper *paper, const struct paper_source *source,
                             const struct writer *writer, int lines, struct str *out, struct err *err)
{
    const struct page_size page = {config_number(app->config, SET_WIDTH), lines};
    struct paper_source shown = *source;
    struct publication published;
    struct document document;
    enum status status = paper_published(app, paper, &shown, &published, err);

    document_init(&document);
    if (!status)
        status = paper_build(paper, &shown, &document, err);
    if (lines && writer == &document_writers[0])
        document.landscape = false; /* printers do not turn the page for a text */
    if (!status)
        status = writer->write(&document, &page, out, err);
    document_release(&document);
    publication_release(&published);
    return status;
}

static bool write_as(struct app *app, const struct paper *paper, const struct paper_source *source,
                     const char *name)
{
    struct str typed = STR_INIT, path = STR_INIT, text = STR_INIT;
    struct err err = {0};
    bool written = false;

    str_add(&typed, name);
    if (!app_input(app, _("存成檔案"), _("檔名或完整路徑；結尾為 .odt .html .md 即寫成該格式"), &typed,
                   check_name, NULL))
        goto out;
    file_typed_path(typed.text, &path);
    if (may_replace(app, path.text)) {
        enum status status = set_paper(app, paper, source, writer_of_file(path.text), 0, &text, &err);

        if (!status)
            status = file_write(path.text, text.text, text.len_bytes, &err);
        if (status)
            app_error(app, &err);
        else
            app_message(app, ROLE_GOOD, _("已寫入 %s"), path.text);
        written = status == STATUS_OK;
    }
out:
    str_release(&typed);
    str_release(&path);
    str_release(&text);
    return written;
}

bool paper_write(struct app *app, const struct meeting_frame *frame, const struct style *style,
                 enum copy copy)
{
    const struct paper_source source = {&frame->s, NULL, style, copy};
    struct str name = STR_INIT;
    bool written;

    str_printf(&name, _("%s會議紀錄%s.txt"), frame->s.meeting.key, copy == COPY_INTERNAL ? _("(內部)") : "");
    written = write_as(app, paper_find("minutes"), &source, name.text);
    str_release(&name);
    return written;
}

bool paper_write_of(struct app *app, const struct paper *paper, const struct paper_source *source)
{
    struct str name = STR_INIT;
    bool written;

    str_printf(&name, "%s-%s%s.odt", source->snapshot->meeting.key, paper_title(paper),
               source->copy == COPY_INTERNAL ? _("(內部)") : "");
    written = write_as(app, paper, source, name.text);
    str_release(&name);
    return written;
}

const struct writer *paper_printed_as(const struct app *app)
{
    const struct writer *writer = writer_find(config_text(app->config, SET_PRINT_FORMAT));

    return writer ? writer : &document_writers[0];
}

void paper_print(struct app *app, const struct paper *paper, const struct paper_source *source)
{
    const struct writer *writer = paper_printed_as(app);
    const char *command = config_text(app->config, SET_PRINT_COMMAND);
    const char *const choices[] = {_("先不列印"), _("列印內部版")};
    struct str text = STR_INIT;
    struct err err = {0};
    enum status status;

    if (source->copy == COPY_INTERNAL &&
        app_ask(app, _("列印內部版？"), _("內部版含不公開的發言，請勿外流。"), choices, 2, 0) != 1)
        return;
    status = set_paper(app, paper, source, writer, PAGE_LINES, &text, &err);
    if (!status && *command)
        app_message_now(app, _("正在送往印表機……"));
    if (!status)
        status = printer_run(command, getenv("TMPDIR"), text.text, text.len_bytes, writer->ending,
                             PRINTER_SECONDS, &err);
    if (status)
        app_error(app, &err);
    else
        app_message(app, ROLE_GOOD, _("%s 已送出列印（%s）"), paper_title(paper), command);
    str_release(&text);
}
