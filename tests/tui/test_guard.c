/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The care of the database file: a damaged one is found and its good backup offered, a backup a day, room on
 * a full disk, a session that did not end cleanly.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

#include "db/backup.h"
#include "db/restore.h"
#include "tests/tui/office.h"
#include "tui/app_inner.h"
#include "tui/guard.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define F8 "\033[19~"
#define ESC "\033"

static char state_dir[96];
static struct guard guard;

static void guarded(struct office *office)
{
    memset(office, 0, sizeof *office);
    office_open(office, true, "2024-05-02T06:03:00Z");
    (void)snprintf(state_dir, sizeof state_dir, "%.*s/state/yishi",
                   (int)(strrchr(office->path, '/') - office->path), office->path);
    guard_init(&guard);
    office->app.draft_dir = state_dir;
    office->app.guard = &guard;
    assert_true(home_push(&office->app));
    guard_started(&office->app);
}

static void idle(struct office *office, int times)
{
    for (int i = 0; i < times; i++)
        guard_idle(&office->app);
    app_reload_stale(&office->app);
}

static void close_guarded(struct office *office)
{
    guard_release(&guard);
    office_close(office);
}

static int files_like(const char *directory, const char *part)
{
    DIR *listing = opendir(directory);
    const struct dirent *entry;
    int n = 0;

    while (listing && (entry = readdir(listing)) != NULL)
        n += strstr(entry->d_name, part) != NULL;
    if (listing)
        assert_int_equal(closedir(listing), 0);
    return n;
}

/* Overwrite the last quarter: it can be opened, and is not sound. */
static void spoil(const char *path)
{
    char noise[4096];
    int fd = open(path, O_WRONLY);

    memset(noise, 0x5a, sizeof noise);
    assert_true(fd >= 0);
    for (off_t at = lseek(fd, 0, SEEK_END) / 16384 * 12288; at + 4096 < lseek(fd, 0, SEEK_END); at += 4096)
        assert_int_equal(pwrite(fd, noise, sizeof noise, at), sizeof noise);
    assert_int_equal(close(fd), 0);
}

/* The office's database closed, SPOILed, and opened anew with nothing of it cached. */
static void damage(struct office *office)
{
    struct err err = {0};

    app_pop(&office->app);
    db_close(office->db);
    spoil(office->path);
    assert_int_equal(db_open(&office->db, office->path, DB_WRITE, &err), STATUS_OK);
    office->app.db = office->db;
    guard.checked = false;
}

static enum status set_place(struct office *office, const char *place)
{
    struct attempt attempt;
    struct stmt *stmt;
    enum status status;

    app_attempt(&office->app, &attempt, "地點");
    do {
        status = write_begin(office->db, &attempt.stamp, &attempt.err);
        if (status)
            continue;
        status =
            stmt_begin(office->db, &stmt, "UPDATE meeting SET place = $1 WHERE key = '113-1'", &attempt.err);
        if (!status) {
            stmt_text(stmt, 1, place);
            status = stmt_run(stmt, NULL, &attempt.err);
            stmt_done(stmt);
        }
        status = write_end(office->db, status, &attempt.err);
    } while (app_again(&office->app, &attempt, status));
    return status;
}

/* ---- a backup a day ----------------------------------------------------------------------------------- */

static void a_backup_is_made_once_a_day__when_nobody_types(void **state)
{
    struct office office;
    struct backup_info info;
    struct err err = {0};
    struct str path = STR_INIT;

    (void)state;
    guarded(&office);
    assert_int_equal(files_like(state_dir, "backup-"), 0);
    idle(&office, 5);
    assert_int_equal(files_like(state_dir, "backup-"), 1);
    str_printf(&path, "%s/backup-%s-2024-05-02.db", state_dir, db_uuid(office.db));
    assert_int_equal(backup_look(path.text, &info, &err), STATUS_OK);
    office.app.now = "2024-05-03T06:03:00Z";
    idle(&office, 5);
    assert_int_equal(files_like(state_dir, "backup-"), 2);
    str_release(&path);
    close_guarded(&office);
}

static void only_the_last_ten_backups_are_kept(void **state)
{
    struct office office;
    char now[] = "2024-05-02T06:03:00Z";

    (void)state;
    guarded(&office);
    office.app.now = now;
    for (int day = 1; day <= 13; day++) {
        now[8] = (char)('0' + day / 10);
        now[9] = (char)('0' + day % 10);
        idle(&office, 3);
    }
    assert_int_equal(files_like(state_dir, "backup-"), BACKUPS_KEPT);
    assert_int_equal(files_like(state_dir, "-2024-05-13.db"), 1);
    assert_int_equal(files_like(state_dir, "-2024-05-03.db"), 0);
    close_guarded(&office);
}

static void a_backup_that_cannot_be_made__is_told_once__and_work_goes_on(void **state)
{
    struct office office;

    (void)state;
    guarded(&office);
    office.app.draft_dir = "/proc/nowhere/yishi";
    idle(&office, 3);
    assert_sees(&office, "今天的自動備份沒有做成");
    assert_int_equal(set_place(&office, "河圖樓"), STATUS_OK);
    str_clear(&office.app.message);
    office.app.now = "2024-05-03T06:03:00Z";
    idle(&office, 3);
    assert_sees_not(&office, "今天的自動備份沒有做成");
    close_guarded(&office);
}

/* ---- damage ---------------------------------------------------------------------------------------------
 */

static void damage_is_found_when_idle__and_the_newest_good_backup_restored(void **state)
{
    struct office office;
    struct str newer = STR_INIT;
    struct err err = {0};
    struct backup_info info;

    (void)state;
    guarded(&office);
    idle(&office, 3);
    /* a newer backup that is no good itself */
    str_printf(&newer, "%s/backup-%s-2024-05-03.db", state_dir, db_uuid(office.db));
    assert_int_equal(db_backup(office.db, newer.text, &err), STATUS_OK);
    spoil(newer.text);
    damage(&office);
    assert_true(settings_push(&office.app)); /* a screen that needs no database */
    idle(&office, 2);
    assert_sees(&office, "已毀損");
    assert_sees(&office, "這份備份最後的異動：113/05/02(四) 13:00:00");
    assert_sees(&office, "另有 1 份較新的備份也壞了");
    assert_sees(&office, "兩者相差約");
    assert_fits_every_size(&office);
    office_type(&office, F8);
    assert_true(office.app.reopen && office.app.quit);
    assert_int_equal(backup_look(office.path, &info, &err), STATUS_OK);
    *strrchr(state_dir, '/') = '\0';
    *strrchr(state_dir, '/') = '\0';
    assert_int_equal(files_like(state_dir, "yishi.db.replaced-2024-05-02"), 1);
    str_release(&newer);
    close_guarded(&office);
}

static void a_damaged_database_is_left_alone_by_esc__and_not_written(void **state)
{
    struct office office;

    (void)state;
    guarded(&office);
    idle(&office, 3);
    damage(&office);
    assert_int_equal(set_place(&office, "河圖樓"), STATUS_STORAGE); /* checked before the first write */
    assert_true(settings_push(&office.app));
    idle(&office, 1);
    assert_sees(&office, "最新的好備份");
    office_type(&office, ESC);
    assert_sees(&office, "資料庫毀損");
    assert_sees(&office, "沒有還原");
    idle(&office, 3);
    assert_sees_not(&office, "最新的好備份");
    assert_int_equal(set_place(&office, "河圖樓"), STATUS_STORAGE);
    assert_int_equal(files_like(state_dir, "backup-"), 1);
    close_guarded(&office);
}

static void rows_that_belong_to_nothing__are_told__and_are_no_damage(void **state)
{
    struct office office;
    sqlite3 *sqlite = NULL;

    (void)state;
    guarded(&office);
    assert_int_equal(sqlite3_open(office.path, &sqlite), SQLITE_OK);
    assert_int_equal(sqlite3_exec(sqlite,
                                  "UPDATE stay SET attendance_id = 99999 WHERE meeting_id = 3;"
                                  "UPDATE item SET committee_id = 99999 WHERE meeting_id = 3",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_close(sqlite), SQLITE_OK);
    idle(&office, 1);
    assert_sees(&office, "有資料無所歸屬");
    assert_sees_not(&office, "最新的好備份");
    assert_int_equal(set_place(&office, "河圖樓"), STATUS_OK);
    close_guarded(&office);
}

static void without_a_good_backup__nothing_can_be_restored(void **state)
{
    const struct err why = {STATUS_STORAGE, CODE_DB_DAMAGED, 0, "a.db", {"x"}};
    struct office office;

    (void)state;
    guarded(&office);
    assert_true(rescue_push(&office.app, office.path, "00000000-0000-4000-8000-000000000000", &why));
    assert_sees(&office, "找不到可用的自動備份");
    office_type(&office, F8);
    assert_false(office.app.quit);
    assert_sees(&office, "沒有可用的備份");
    close_guarded(&office);
}

/* ---- the marker -------------------------------------------------------------------------------------------
 */

static void a_session_that_was_killed_is_noticed__a_living_or_a_clean_one_not(void **state)
{
    struct office office;
    char uuid[37];
    pid_t child;
    int status;

    (void)state;
    guarded(&office);
    memcpy(uuid, db_uuid(office.db), sizeof uuid);
    assert_false(guard_unclean(state_dir, uuid)); /* this one lives */
    guard_release(&guard);
    assert_int_equal(files_like(state_dir, "running-"), 0);
    assert_false(guard_unclean(state_dir, uuid));
    child = fork();
    if (child == 0) {
        guard_started(&office.app);
        (void)raise(SIGKILL);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(files_like(state_dir, "running-"), 1);
    assert_false(guard_unclean(state_dir, "00000000-0000-4000-8000-000000000000"));
    assert_true(guard_unclean(state_dir, uuid));
    assert_false(guard_unclean(state_dir, uuid)); /* once */
    close_guarded(&office);
}

static void which_database_a_path_was__is_known_when_it_can_no_longer_say_so(void **state)
{
    struct office office;
    char uuid[37];

    (void)state;
    guarded(&office);
    guard_known_uuid(state_dir, office.path, uuid);
    assert_string_equal(uuid, db_uuid(office.db));
    guard_known_uuid(state_dir, "/another.db", uuid);
    assert_string_equal(uuid, "");
    close_guarded(&office);
}

/* ---- a full disk
 * ---------------------------------------------------------------------------------------------- */

static struct str ballast_of(const struct office *office)
{
    struct str path = STR_INIT;

    str_printf(&path, "%s-ballast", office->path);
    return path;
}

static void the_ballast_lies_beside_the_database__and_holds_real_blocks(void **state)
{
    struct office office;
    struct str path;
    struct stat info;

    (void)state;
    guarded(&office);
    path = ballast_of(&office);
    idle(&office, 4);
    assert_int_equal(stat(path.text, &info), 0);
    assert_int_equal(info.st_size, BALLAST_BYTES);
    assert_true(info.st_blocks * 512 >= BALLAST_BYTES);
    assert_int_equal(info.st_mode & 07777, 0600);
    str_release(&path);
    close_guarded(&office);
}

static void a_write_on_a_full_disk__is_tried_once_more_without_the_ballast__and_warned_of(void **state)
{
    struct office office;
    struct attempt attempt;
    struct str path;

    (void)state;
    guarded(&office);
    path = ballast_of(&office);
    idle(&office, 4);
    app_attempt(&office.app, &attempt, "寫");
    assert_true(app_again(&office.app, &attempt, STATUS_FULL));
    assert_int_equal(access(path.text, F_OK), -1);
    assert_sees(&office, "磁碟快滿了");
    assert_false(app_again(&office.app, &attempt, STATUS_FULL)); /* once */
    idle(&office, 2);
    assert_sees(&office, "磁碟快滿了"); /* it lasts */
    guard.looked_at_ms = 0;             /* after a while, with room again */
    idle(&office, 1);
    assert_int_equal(access(path.text, F_OK), 0);
    assert_sees_not(&office, "磁碟快滿了");
    str_release(&path);
    close_guarded(&office);
}

/* ---- the file was replaced
 * ------------------------------------------------------------------------------------- */

static void a_database_that_was_restored_meanwhile__is_told_and_not_written(void **state)
{
    struct office office;
    struct str copy = STR_INIT, kept = STR_INIT;
    struct err err = {0};

    (void)state;
    guarded(&office);
    idle(&office, 4);
    str_printf(&copy, "%s/copy.db", state_dir);
    assert_int_equal(db_backup(office.db, copy.text, &err), STATUS_OK);
    assert_int_equal(db_restore(copy.text, office.path, "2024-05-02", 0, NULL, &kept, &err), STATUS_OK);
    idle(&office, 1);
    assert_sees(&office, "資料庫剛被還原");
    assert_sees(&office, "資料庫已換");
    assert_int_equal(set_place(&office, "河圖樓"), STATUS_STORAGE);
    assert_sees(&office, "請離開再開啟");
    str_release(&copy);
    str_release(&kept);
    close_guarded(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_backup_is_made_once_a_day__when_nobody_types),
        cmocka_unit_test(only_the_last_ten_backups_are_kept),
        cmocka_unit_test(a_backup_that_cannot_be_made__is_told_once__and_work_goes_on),
        cmocka_unit_test(damage_is_found_when_idle__and_the_newest_good_backup_restored),
        cmocka_unit_test(a_damaged_database_is_left_alone_by_esc__and_not_written),
        cmocka_unit_test(rows_that_belong_to_nothing__are_told__and_are_no_damage),
        cmocka_unit_test(without_a_good_backup__nothing_can_be_restored),
        cmocka_unit_test(a_session_that_was_killed_is_noticed__a_living_or_a_clean_one_not),
        cmocka_unit_test(which_database_a_path_was__is_known_when_it_can_no_longer_say_so),
        cmocka_unit_test(the_ballast_lies_beside_the_database__and_holds_real_blocks),
        cmocka_unit_test(a_write_on_a_full_disk__is_tried_once_more_without_the_ballast__and_warned_of),
        cmocka_unit_test(a_database_that_was_restored_meanwhile__is_told_and_not_written),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
