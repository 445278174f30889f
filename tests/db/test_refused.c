/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is not opened: with which code it is refused, and that refusing changes nothing.
 */
#include "tests/db/scratch.h"

#include "db/file.h"

/* ---- what is refused --------------------------------------------------------------------------- */

static void spoil_nothing(void **state)
{
    (void)state;
}

static void spoil_by_directory(void **state)
{
    assert_int_equal(mkdir(path_of(state, "x.db"), 0700), 0);
}

static void spoil_by_emptiness(void **state)
{
    write_file(path_of(state, "x.db"), "", 0);
}

static void spoil_by_short_text(void **state)
{
    write_file(path_of(state, "x.db"), "不是資料庫\n", 16);
}

static void spoil_by_long_text(void **state)
{
    char text[20000];

    memset(text, 'x', sizeof text);
    write_file(path_of(state, "x.db"), text, sizeof text);
}

static void cut_to(void **state, off_t size)
{
    db_close(new_things(state));
    assert_int_equal(truncate(path_of(state, "x.db"), size), 0);
}

static void spoil_by_cutting_one_page(void **state)
{
    struct stat info;

    db_close(new_things(state));
    assert_int_equal(stat(path_of(state, "x.db"), &info), 0);
    assert_int_equal(truncate(path_of(state, "x.db"), info.st_size - 4096), 0);
}

static void spoil_by_cutting_half_a_page(void **state)
{
    cut_to(state, 2048);
}

static void spoil_by_cutting_the_header(void **state)
{
    cut_to(state, 60);
}

static void spoil_by_application(void **state)
{
    assert_int_equal(other_tool(path_of(state, "x.db"),
                                "CREATE TABLE a (b); PRAGMA application_id = 7; PRAGMA user_version = 2"),
                     SQLITE_OK);
}

static void spoil_by_no_application(void **state)
{
    assert_int_equal(other_tool(path_of(state, "x.db"), "CREATE TABLE setting (key, value)"), SQLITE_OK);
}

static void spoil_by_newer_schema(void **state)
{
    db_close(new_things(state));
    assert_int_equal(other_tool(path_of(state, "x.db"), "PRAGMA user_version = 3"), SQLITE_OK);
}

static void spoil_by_older_schema(void **state)
{
    db_close(new_things(state));
    assert_int_equal(other_tool(path_of(state, "x.db"), "PRAGMA user_version = 1"), SQLITE_OK);
}

static void spoil_by_no_uuid(void **state)
{
    db_close(new_things(state));
    assert_int_equal(other_tool(path_of(state, "x.db"), "DELETE FROM setting"), SQLITE_OK);
}

static void spoil_by_schema(void **state)
{
    db_close(new_things(state));
    assert_int_equal(other_tool(path_of(state, "x.db"),
                                "PRAGMA writable_schema = ON;"
                                "UPDATE sqlite_schema SET sql = 'CREATE TABLE thing (' WHERE"
                                " name = 'thing'"),
                     SQLITE_OK);
}

struct bad {
    const char *what;
    void (*spoil)(void **state);
    enum code code;
    const char *name;
};

static void assert_refused(void **state, const struct bad *bad, enum db_mode mode)
{
    struct err err = {0};
    struct db *db;
    enum status status = open_things(&db, path_of(state, bad->name), mode, &err);
    bool missing = bad->code == CODE_DB_MISSING || bad->code == CODE_DIR_MISSING;

    if (status != (missing ? STATUS_MISSING : STATUS_STORAGE) || err.status != status ||
        err.code != bad->code)
        fail_msg("%s: status %d, code %d (%s)", bad->what, (int)status, (int)err.code, err.arg[0]);
    assert_null(db);
    assert_string_equal(err.place, path_of(state, bad->name));
}

static void opening__refuses_each_bad_file_with_its_code_and_changes_nothing(void **state)
{
    static const struct bad cases[] = {
        {"no file", spoil_nothing, CODE_DB_MISSING, "x.db"},
        {"no directory", spoil_nothing, CODE_DIR_MISSING, "none/x.db"},
        {"a directory", spoil_by_directory, CODE_DB_NOT_A_DB, "x.db"},
        {"a file as directory", spoil_by_short_text, CODE_DIR_MISSING, "x.db/y.db"},
        {"empty", spoil_by_emptiness, CODE_DB_NOT_A_DB, "x.db"},
        {"short text", spoil_by_short_text, CODE_DB_NOT_A_DB, "x.db"},
        {"long text", spoil_by_long_text, CODE_DB_NOT_A_DB, "x.db"},
        {"a page lost", spoil_by_cutting_one_page, CODE_DB_DAMAGED, "x.db"},
        {"half a page left", spoil_by_cutting_half_a_page, CODE_DB_DAMAGED, "x.db"},
        {"half a header left", spoil_by_cutting_the_header, CODE_DB_NOT_A_DB, "x.db"},
        {"another application", spoil_by_application, CODE_DB_FOREIGN, "x.db"},
        {"no application", spoil_by_no_application, CODE_DB_FOREIGN, "x.db"},
        {"newer", spoil_by_newer_schema, CODE_DB_NEWER, "x.db"},
        {"older", spoil_by_older_schema, CODE_DB_OLDER, "x.db"},
        {"no uuid", spoil_by_no_uuid, CODE_DB_DAMAGED, "x.db"},
        {"a broken schema", spoil_by_schema, CODE_DB_DAMAGED, "x.db"},
    };
    const struct scratch *scratch = *state;
    struct str before = STR_INIT, after = STR_INIT;
    struct stat info;

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        bool file;

        cases[i].spoil(state);
        file = stat(path_of(state, "x.db"), &info) == 0 && S_ISREG(info.st_mode);
        if (file)
            read_file(path_of(state, "x.db"), &before);
        assert_refused(state, &cases[i], DB_READ);
        if (cases[i].code != CODE_DB_OLDER) /* that one would be migrated */
            assert_refused(state, &cases[i], DB_WRITE);
        if (file) {
            read_file(path_of(state, "x.db"), &after);
            assert_int_equal(before.len_bytes, after.len_bytes);
            assert_memory_equal(before.text, after.text, before.len_bytes);
        }
        assert_int_equal(count_files(scratch->directory, "x.db-wal"), 0);
        (void)unlink(path_of(state, "x.db-journal"));
        (void)remove(path_of(state, "x.db"));
    }
    str_release(&before);
    str_release(&after);
}

static void a_newer_schema__is_told_with_both_numbers(void **state)
{
    struct err err = {0};
    struct db *db;

    spoil_by_newer_schema(state);
    assert_int_equal(open_things(&db, path_of(state, "x.db"), DB_WRITE, &err), STATUS_STORAGE);
    assert_string_equal(err.arg[0], "3");
    assert_string_equal(err.arg[1], "2");
}

/* ---- who may not write ------------------------------------------------------------------------- */

/* Open x.db as a user whom permissions bind; 0 = as the pair of codes says. */
static int open_as_nobody(void **state, void *argument)
{
    const enum code *expected = argument;
    struct err err = {0};
    struct db *db;
    int wrong = 0;

    if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
        return 9;
    (void)open_things(&db, path_of(state, "x.db"), DB_READ, &err);
    wrong += err.code == expected[0] ? 0 : 1;
    if (db && ask(db, "SELECT count(*) FROM thing") != 1)
        wrong += 4;
    db_close(db);
    err = (struct err){0};
    (void)open_things(&db, path_of(state, "x.db"), DB_WRITE, &err);
    wrong += err.code == expected[1] ? 0 : 2;
    db_close(db);
    return wrong;
}

static void permissions__are_told_before_anything_is_written(void **state)
{
    static const struct {
        mode_t file, directory;
        enum code expected[2]; /* reading, writing */
    } cases[] = {
        {0444, 0755, {CODE_NONE, CODE_DB_READONLY}},      /* a read-only file */
        {0666, 0555, {CODE_NONE, CODE_DB_READONLY}},      /* no place for the journal */
        {0000, 0755, {CODE_FILE_OPEN, CODE_DB_READONLY}}, /* not even readable */
        {0666, 0777, {CODE_NONE, CODE_NONE}},
    };
    const struct scratch *scratch = *state;
    struct db *db = new_things(state);

    assert_int_equal(write_sql(db, "INSERT INTO thing (name) VALUES ('水質資料')", NULL), STATUS_OK);
    db_close(db);
    assert_int_equal(unlink(path_of(state, "x.db-journal")), 0);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        enum code expected[2] = {cases[i].expected[0], cases[i].expected[1]};

        assert_int_equal(chmod(path_of(state, "x.db"), cases[i].file), 0);
        assert_int_equal(chmod(scratch->directory, cases[i].directory), 0);
        assert_int_equal(in_child(open_as_nobody, state, expected), 0);
    }
    assert_int_equal(chmod(scratch->directory, 0755), 0);
}

static int create_as_nobody(void **state, void *argument)
{
    struct err err = {0};
    struct db *db;

    (void)argument;
    if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
        return 9;
    return open_things(&db, path_of(state, "x.db"), DB_CREATE, &err) == STATUS_STORAGE &&
                   err.code == CODE_FILE_WRITE && err.arg[0][0]
               ? 0
               : 1;
}

static void create__says_why_where_the_directory_may_not_be_written(void **state)
{
    const struct scratch *scratch = *state;

    assert_int_equal(chmod(scratch->directory, 0555), 0);
    assert_int_equal(in_child(create_as_nobody, state, NULL), 0);
    assert_int_equal(chmod(scratch->directory, 0755), 0);
}

static void databases__are_not_written_on_network_file_systems(void **state)
{
    static const struct {
        unsigned long type;
        const char *refused;
    } cases[] = {
        {0x6969, "NFS"},    {0xFF534D42, "CIFS"}, {0xFE534D42, "SMB"},
        {0x01021997, "9p"}, {0x65735546, "FUSE"}, {0xEF53, NULL}, /* ext4 */
        {0x01021994, NULL},                                       /* tmpfs */
        {0x9123683E, NULL},                                       /* btrfs */
        {0x58465342, NULL},                                       /* xfs */
        {0x794C7630, NULL},                                       /* overlay */
        {0x2FC12FC1, NULL},                                       /* zfs */
        {0x4D44, NULL},                                           /* vfat */
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_true(text_same(file_system_refused(cases[i].type), cases[i].refused));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(opening__refuses_each_bad_file_with_its_code_and_changes_nothing),
        scratch_test(a_newer_schema__is_told_with_both_numbers),
        scratch_test(permissions__are_told_before_anything_is_written),
        scratch_test(create__says_why_where_the_directory_may_not_be_written),
        scratch_test(databases__are_not_written_on_network_file_systems),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
