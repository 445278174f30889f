/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fuzzes the readers of INI files: the lines themselves, the configuration, a screen's colours, and a
 * paper style with the paper that it makes. A configuration never stops the start.
 */
#define _GNU_SOURCE
#include "tests/fuzz/fuzz.h"

#include "core/base/ini.h"
#include "core/paper/minutes.h"
#include "core/paper/style.h"
#include "tests/fuzz/office.h"
#include "tui/config.h"
#include "tui/terminal/theme.h"

#include <locale.h>
#include <sys/mman.h>
#include <unistd.h>

static struct snapshot snapshot = SNAPSHOT_INIT;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    struct db *db = office_open("ini.db", "tests/fixtures/tracking.json");
    struct err err = {0};

    (void)argc;
    (void)argv;
    (void)setlocale(LC_ALL, "C.UTF-8");
    CLAIM(snapshot_load(db, 1, &snapshot, &err) == STATUS_OK);
    db_close(db);
    return 0;
}

static enum status take(void *context, const struct ini_entry *entry, struct err *err)
{
    (void)err;
    CLAIM(entry->section && entry->key && entry->value && entry->line > 0);
    planted(*entry->section && strncmp(entry->value, "42", 2) == 0);
    *(size_t *)context += strlen(entry->section) + strlen(entry->key) + strlen(entry->value);
    return STATUS_OK;
}

/* DATA as a file that is nowhere on the disk; its path into PATH. */
static int file_of(const uint8_t *data, size_t len_bytes, char path[32])
{
    int fd = memfd_create("fuzz", 0);

    CLAIM(fd >= 0 && write(fd, data, len_bytes) == (ssize_t)len_bytes);
    (void)snprintf(path, 32, "/proc/self/fd/%d", fd);
    return fd;
}

static void check_style(const char *path)
{
    struct style *style = NULL;
    struct document document;
    struct str out = STR_INIT;
    struct err err = {0};
    enum status status;

    if (style_load(path, &style, &err))
        return;
    document_init(&document);
    status = minutes_build(&snapshot, style, COPY_INTERNAL, &document, &err);
    if (!status)
        status = document_text(&document, 60, &out, &err);
    CLAIM(status == STATUS_OK || err.code != CODE_NONE);
    CLAIM(out.len_bytes < 1 << 26); /* a label is a line of the file at most */
    str_release(&out);
    document_release(&document);
    style_free(style);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len_bytes)
{
    char *text = fuzz_text(data, len_bytes), path[32];
    struct theme theme;
    struct config config;
    struct err err = {0};
    size_t bytes = 0;
    int fd = file_of(data, len_bytes, path);

    (void)ini_read("fuzz", text, take, &bytes, &err);
    (void)theme_read(&theme, "fuzz", text, 256, &err);
    (void)theme_read(&theme, "fuzz", text, 2, &err);
    check_style(path);
    config_init(&config);
    err = (struct err){0};
    CLAIM(config_read(&config, path, &err) == STATUS_OK);
    for (int i = 0; i < SET_COUNT; i++)
        CLAIM(config_text(&config, (enum setting)i) != NULL);
    config_release(&config);
    (void)close(fd);
    free(text);
    return 0;
}
