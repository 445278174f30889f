/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * yishi print: the paper and nothing else.
 */
#include "core/cycle/previous.h"
#include "core/paper/paper.h"
#include "core/paper/writer.h"
#include "core/publish/publication.h"
#include "tui/cli/cli.h"
#include "tui/file.h"
#include "tui/words.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { NARROWEST = 40, WIDEST = 200, FEWEST_LINES = 20, MOST_LINES = 200 };

/* In what form: the writer, and the page that plain text is set on. */
struct form {
    const struct writer *writer;
    struct page_size page;
};

/* The member of the meeting whose full name WANTED is, or his seat; NULL: none. */
static const char *find_member(const struct snapshot *s, const char *wanted)
{
    for (size_t i = 0; i < s->meeting.composition.n; i++) {
        const struct seat *seat = &s->meeting.composition.v[i];
        const struct member *member = member_find(&s->members, seat->member);
        struct str name = STR_INIT, number = STR_INIT;
        bool found;

        if (member)
            str_add(&name, member->surname);
        if (member)
            str_add(&name, member->given);
        str_printf(&number, "%d", seat->seat);
        found = text_same(name.text, wanted) || (seat->seat != UNKNOWN && text_same(number.text, wanted)) ||
                text_same(seat->member, wanted);
        str_release(&name);
        str_release(&number);
        if (found)
            return seat->member;
    }
    return NULL;
}

/* Whose copy is meant, where it is one member's. */
static enum status read_member(const struct cli *cli, const struct paper *paper, const struct snapshot *s,
                               const char **member, struct err *err)
{
    const char *wanted = cli->args->value[OPT_MEMBER];

    *member = NULL;
    if (!wanted)
        return STATUS_OK;
    if (!paper->each)
        return err_set(err, STATUS_USAGE, CODE_CLI_ARGUMENTS, NULL, "print",
                       "print reply MEETING --member NAME|SEAT");
    *member = find_member(s, wanted);
    return *member ? STATUS_OK : err_set(err, STATUS_BAD, CODE_PAPER_MEMBER, NULL, wanted, s->meeting.key);
}

static enum status build(struct cli *cli, struct db *db, const struct paper *paper, const struct snapshot *s,
                         const char *style_name, const struct form *form, struct str *out, struct err *err)
{
    struct paper_source source = {.snapshot = s,
                                  .copy = cli->args->has[OPT_INTERNAL] ? COPY_INTERNAL : COPY_PUBLIC};
    struct snapshot previous = SNAPSHOT_INIT;
    struct publication published = PUBLICATION_INIT;
    struct style *style = NULL;
    const char *member = NULL;
    struct document document;
    bool found = false;
    enum status status = style_load(style_name, &style, err);

    document_init(&document);
    source.style = style;
    if (!status)
        status = read_member(cli, paper, s, &member, err);
    if (!status && cli->args->has[OPT_PUBLIC]) { /* as it is published: what was decided is redacted */
        status = publication_open(db, s->meeting.row.id, style, NULL, &published, err);
        source.snapshot = &published.copy.s;
        source.previous = published.copy.has_previous ? &published.copy.previous : NULL;
    } else if (!status) {
        status = snapshot_load_previous(db, s, &previous, &found, err);
        source.previous = found ? &previous : NULL;
    }
    if (!status)
        status = paper_build_for(paper, &source, member, &document, err);
    if (cli->args->value[OPT_WIDTH] && form->writer == document_writers)
        document.landscape = false; /* who gives a width means it */
    if (!status)
        status = form->writer->write(&document, &form->page, out, err);
    document_release(&document);
    style_free(style);
    publication_release(&published);
    snapshot_release(&previous);
    return status;
}

/* Which papers there are: the answer to one that is not. */
static enum status unknown_paper(const char *name, struct err *err)
{
    struct str all = STR_INIT;
    enum status status;

    for (size_t i = 0; paper_at(i); i++)
        str_printf(&all, "%s%s", i ? "|" : "", paper_at(i)->name);
    status = err_set(err, STATUS_USAGE, CODE_CLI_CHOICE, NULL, "print", all.text);
    err_arg(err, 2, name);
    str_release(&all);
    return status;
}

static enum status bad_choice(const char *option, const char *choices, const char *given, struct err *err)
{
    enum status status = err_set(err, STATUS_USAGE, CODE_CLI_CHOICE, NULL, option, choices);

    err_arg(err, 2, given);
    return status;
}

/* TEXT as a number from LEAST to MOST into *N; false: it is none. */
static bool read_number(const char *text, int least, int most, int *n)
{
    char *end = NULL;
    const long number = strtol(text, &end, 10);

    if (*end || end == text || number < least || number > most)
        return false;
    *n = (int)number;
    return true;
}

/* --format, else what the ending of -o says, else text. Kept papers are text already. */
static enum status read_writer(const struct args *args, const struct writer **writer, struct err *err)
{
    const char *name = args->value[OPT_FORMAT], *path = args->value[OPT_OUTPUT];

    *writer = name ? writer_find(name) : path ? writer_of_file(path) : document_writers;
    if (!*writer)
        return bad_choice("--format", "text|odt|html|md", name, err);
    if (args->has[OPT_KEPT] && name && *writer != document_writers)
        return bad_choice("--format", "text", name, err);
    if ((*writer)->binary && !path && isatty(STDOUT_FILENO))
        return err_set(err, STATUS_USAGE, CODE_CLI_VALUE, NULL, "-o", NULL);
    return STATUS_OK;
}

static enum status read_form(const struct cli *cli, struct form *form, struct err *err)
{
    const struct args *args = cli->args;
    const char *width = args->value[OPT_WIDTH], *lines = args->value[OPT_PAGES];

    form->page.width_cols = config_number(cli->config, SET_WIDTH);
    form->page.lines = args->has[OPT_PAGES] ? PAGE_LINES : 0;
    if (width && !read_number(width, NARROWEST, WIDEST, &form->page.width_cols))
        return bad_choice("--width", "40-200", width, err);
    if (lines && !read_number(lines, FEWEST_LINES, MOST_LINES, &form->page.lines))
        return bad_choice("--pages", "20-200", lines, err);
    return read_writer(args, &form->writer, err);
}

enum status cli_print(struct cli *cli, struct err *err)
{
    const struct paper *document = paper_find(cli->args->word[0]);
    const char *paper = cli->args->value[OPT_PAPER], *path = cli->args->value[OPT_OUTPUT];
    struct snapshot s = SNAPSHOT_INIT;
    struct str text = STR_INIT;
    struct db *db = NULL;
    struct form form;
    enum status status;

    if (!document)
        return unknown_paper(cli->args->word[0], err);
    if (cli->args->has[OPT_KEPT] && strcmp(document->name, "minutes") != 0)
        return err_set(err, STATUS_USAGE, CODE_CLI_ARGUMENTS, NULL, "print",
                       "print minutes MEETING --kept VERSION");
    if (cli->args->has[OPT_PUBLIC] && cli->args->has[OPT_INTERNAL])
        return err_set(err, STATUS_USAGE, CODE_CLI_ARGUMENTS, NULL, "print",
                       "print DOCUMENT MEETING [--public|--internal]");
    status = read_form(cli, &form, err);
    if (!status)
        status = cli_open(cli, DB_READ, &db, err);
    if (!status)
        status = cli_meeting(cli, db, cli->args->word[1], &s, err);
    if (!status && !paper)
        paper = s.committee.paper ? s.committee.paper : config_text(cli->config, SET_PAPER);
    if (!status)
        status = cli->args->has[OPT_KEPT] ? cli_print_kept(cli, db, &s, &text, err)
                                          : build(cli, db, document, &s, paper, &form, &text, err);
    if (!status && path)
        status = file_write(path, text.text, text.len_bytes, err);
    else if (!status)
        str_add_bytes(&cli->out, text.text, text.len_bytes);
    str_release(&text);
    snapshot_release(&s);
    db_close(db);
    return status;
}
