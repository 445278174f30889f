#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The program speaks English completely: every message of the source has a translation, finished,
# and none is left in Chinese. Started at the root.

pot=${POT:-build/yishi.pot}
failed=0

check() # what is tested, then a command
{
    name=$1
    shift
    if said=$("$@" 2>&1); then
        echo "ok - $name"
    else
        echo "$said" | sed 's/^/# /'
        echo "not ok - $name"
        failed=1
    fi
}

nothing() { said=$("$@"); [ -z "$said" ] || { echo "$said"; return 1; }; }

# Messages whose translation still has Chinese in it, but for the program's own name 議事.
chinese()
{
    msgattrib --no-obsolete --no-wrap "$1" |
        LC_ALL=C awk '/^msgid/ { from = $0 } /^msgstr/ { in_translation = 1 } /^(msgid|#|$)/ { in_translation = 0 }
             in_translation { text = $0; gsub(/議事/, "", text); if (text ~ /[\343-\351][\200-\277][\200-\277]/) print from ": " $0 }'
}

for po in tui/po/*.po; do
    language=$(basename "$po" .po)
    check "$language: every message is translated" msgcmp -N "$po" "$pot"
    check "$language: no translation is doubtful" nothing msgattrib --only-fuzzy --no-obsolete --no-wrap "$po"
    check "$language: formats and plurals agree" msgfmt -c -o /dev/null "$po"
    check "$language: no translation is still Chinese" nothing chinese "$po"
done
exit $failed
