# SPDX-License-Identifier: GPL-3.0-or-later
# Every command of the program, from the tables in its sources (rows {"room.name", "keys", N_("title"), ...}):
#   awk -f tui/commands.awk tui/command_list.c FILE...             as a C table
#   awk -v form=man -f tui/commands.awk tui/command_list.c FILE... as the key list of the manual page
# The rooms, their order and titles are rows {"room", N_("title"), ...} of tui/command_list.c. A name that stands in
# several tables is one command: its keys are put together, its first title counts.

# The next quoted text of `rest`, which is shortened.
function take_text(    text)
{
    if (!match(rest, /"[^"]*"/))
        return ""
    text = substr(rest, RSTART + 1, RLENGTH - 2)
    rest = substr(rest, RSTART + RLENGTH)
    return text
}

function add_keys(name, more,    n, i, one, part)
{
    n = split(more, part, " ")
    for (i = 1; i <= n; i++) {
        one = part[i]
        if (index(" " keys[name] " ", " " one " ") == 0)
            keys[name] = keys[name] (keys[name] == "" ? "" : " ") one
    }
}

function take_row(row,    name, its_keys, room)
{
    rest = row
    name = take_text()
    its_keys = take_text()
    room = name
    sub(/\..*/, "", room)
    if (!(name in title)) {
        title[name] = take_text()
        nothing[name] = 1
        hidden[name] = 1
        if (!(room in n_of)) {
            n_of[room] = 0
            if (!(room in room_title)) {
                rooms[++n_rooms] = room
                room_title[room] = room
            }
        }
        in_room[room, ++n_of[room]] = name
    }
    # a row that runs nothing only tells what a key does that the text has anyway
    if (row !~ /run_nothing/)
        nothing[name] = 0
    if (row !~ /COMMAND_HIDDEN/)
        hidden[name] = 0
    add_keys(name, its_keys)
}

function take_rooms(text,    room)
{
    while (match(text, /\{"[a-z]+", N_\("[^"]*"\)/)) {
        rest = substr(text, RSTART, RLENGTH)
        text = substr(text, RSTART + RLENGTH)
        room = take_text()
        if (room in room_title)
            continue
        rooms[++n_rooms] = room
        room_title[room] = take_text()
    }
}

function take_file(text)
{
    while (match(text, /\{"[a-z]+\.[a-z0-9-]+",[ \n]*"[^"]*",[ \n]*N_\("[^"]*"\)[^}]*\}/)) {
        take_row(substr(text, RSTART, RLENGTH))
        text = substr(text, RSTART + RLENGTH)
    }
}

# mdoc takes a dot or a quote at the start of a line, and a backslash anywhere, for its own.
function for_man(text)
{
    gsub(/\\/, "\\e", text)
    gsub(/-/, "\\-", text)
    return "\\&" text
}

function print_man(room,    i, name, part, n, k, shown)
{
    print ".Ss " for_man(room_title[room])
    print ".Bl -tag -width 16n -compact"
    for (i = 1; i <= n_of[room]; i++) {
        name = in_room[room, i]
        if (hidden[name])
            continue
        n = split(keys[name], part, " ")
        shown = n ? part[1] : "\xE2\x80\x94"
        for (k = 2; k <= n; k++)
            shown = shown "  " part[k]
        print ".It " for_man(shown)
        print for_man(title[name])
    }
    print ".El"
}

function print_c(room,    i, name)
{
    for (i = 1; i <= n_of[room]; i++) {
        name = in_room[room, i]
        printf "    {\"%s\", \"%s\", \"%s\", %d},\n", name, keys[name], title[name], hidden[name] + 2 * nothing[name]
        total++
    }
}

FNR == 1 { take_file(text); text = ""; inside = define = 0 }
FILENAME ~ /command_list\.c$/ { take_rooms($0); next }
# the rows stand in tables of commands, and in macros for such tables
/struct (command|editor_action) [a-z_]+\[\] = \{/ { inside = 1 }
/^};/ { inside = 0 }
/^#define/ { define = 1 }
inside || define { line = $0; sub(/\\$/, "", line); text = text line "\n" }
!/\\$/ { define = 0 }
END {
    take_file(text)
    if (form != "man") {
        print "/* Made by tui/commands.awk; do not edit. */"
        print "#include \"tui/command_list.h\"\n"
        print "const struct listed_command listed_commands[] = {"
    }
    for (i = 1; i <= n_rooms; i++)
        if (!(rooms[i] in n_of))
            continue
        else if (form == "man")
            print_man(rooms[i])
        else
            print_c(rooms[i])
    if (form != "man") {
        print "};"
        printf "const size_t n_listed_commands = %d;\n", total
    }
}
