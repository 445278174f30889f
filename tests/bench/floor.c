/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The floor that the program is measured against: the least that a screen of rows from a database
 * costs with ncurses and SQLite on this machine. No part of the program; takes no shortcuts either.
 *
 *   floor --make FILE    writes a database of 100,000 rows
 *   floor FILE           shows a screenful of it; down and up move, q leaves
 */
#include <locale.h>
#include <ncurses.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

static const char make_sql[] =
    "PRAGMA journal_mode = WAL;"
    "BEGIN;"
    "CREATE TABLE entry (id INTEGER PRIMARY KEY, day TEXT, name TEXT, subject TEXT);"
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)"
    " INSERT INTO entry SELECT i, date('2015-01-01', (i % 4000) || ' days'), '歐陽河', '水質監測資料開放第' "
    "|| i || '案' FROM n;"
    "COMMIT;"
    "PRAGMA wal_checkpoint(TRUNCATE);";

static const char page_sql[] = "SELECT id, day, name, subject FROM entry WHERE id > ? ORDER BY id LIMIT ?";

static int make(sqlite3 *db)
{
    char *error = NULL;

    if (sqlite3_exec(db, make_sql, NULL, NULL, &error) == SQLITE_OK)
        return 0;
    (void)fprintf(stderr, "floor: %s\n", error ? error : "?");
    sqlite3_free(error);
    return 4;
}

/* One screenful from row TOP, read anew each time; the row CURSOR is reversed. */
static int paint(sqlite3_stmt *page, int top, int cursor)
{
    int y = 0, step = SQLITE_DONE;

    if (sqlite3_reset(page) || sqlite3_bind_int(page, 1, top) || sqlite3_bind_int(page, 2, LINES))
        return 4;
    for (; y < LINES && (step = sqlite3_step(page)) == SQLITE_ROW; y++) {
        (void)move(y, 0);
        (void)clrtoeol();
        if (top + y == cursor)
            (void)attron(A_REVERSE);
        (void)printw("%6d  %s  %s  %s", sqlite3_column_int(page, 0),
                     (const char *)sqlite3_column_text(page, 1), (const char *)sqlite3_column_text(page, 2),
                     (const char *)sqlite3_column_text(page, 3));
        (void)attroff(A_REVERSE);
    }
    (void)refresh();
    return y > 0 && (step == SQLITE_ROW || step == SQLITE_DONE) ? 0 : 4;
}

static int show(sqlite3 *db)
{
    sqlite3_stmt *page = NULL;
    int top = 0, cursor = 0, key = 0, status;

    if (sqlite3_prepare_v2(db, page_sql, -1, &page, NULL) != SQLITE_OK)
        return 4;
    if (!initscr())
        return 4;
    (void)cbreak();
    (void)noecho();
    (void)keypad(stdscr, TRUE);
    (void)curs_set(0);
    while ((status = paint(page, top, cursor)) == 0 && (key = getch()) != 'q' && key != ERR) {
        if (key == KEY_DOWN)
            cursor++;
        else if (key == KEY_UP && cursor > 0)
            cursor--;
        if (cursor >= top + LINES)
            top = cursor - LINES + 1;
        if (cursor < top)
            top = cursor;
    }
    (void)endwin();
    (void)sqlite3_finalize(page);
    return status;
}

int main(int argc, char **argv)
{
    bool making = argc == 3 && strcmp(argv[1], "--make") == 0;
    sqlite3 *db = NULL;
    int status;

    if (argc != 2 && !making) {
        (void)fputs("usage: floor [--make] FILE\n", stderr);
        return 2;
    }
    (void)setlocale(LC_ALL, "");
    if (sqlite3_open(argv[argc - 1], &db) != SQLITE_OK) {
        (void)fprintf(stderr, "floor: %s: %s\n", argv[argc - 1], sqlite3_errmsg(db));
        status = 4;
    } else {
        status = making ? make(db) : show(db);
    }
    (void)sqlite3_close(db);
    return status;
}
