/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sentence of every error code, in one table. {P} is the error's place, {0} {1} {2} its arguments. A
 * sentence says what happened and, where the user can do something, what.
 */
#include "tui/words.h"

#include "core/base/text.h"

#include <string.h>

static const char *const sentences[CODE_COUNT] = {
    [CODE_NONE] = N_("發生不明的錯誤。"),
    [CODE_MEMORY] = N_("記憶體不足，這一步沒有完成，資料未受影響。"),
    /* files and the database */
    [CODE_FILE_OPEN] = N_("開不了檔案 {P}：{0}"),
    [CODE_FILE_READ] = N_("讀不了檔案 {P}：{0}"),
    [CODE_FILE_WRITE] = N_("寫不了檔案 {P}：{0}"),
    [CODE_DIR_MISSING] = N_("{P} 所在的資料夾不存在，請先建立。"),
    [CODE_DB_MISSING] = N_("找不到資料庫 {P}。請用 --db 指定檔案，或執行 yishi 建立新的。"),
    [CODE_DB_NOT_A_DB] = N_("{P} 不是資料庫檔案，沒有動它。"),
    [CODE_DB_FOREIGN] = N_("{P} 是別的程式的資料庫，沒有動它。"),
    [CODE_DB_NEWER] = N_("{P} 是較新版本的資料庫（{0}，本程式認得到 {1}），請更新程式。"),
    [CODE_DB_DAMAGED] = N_("資料庫 {P} 已毀損（{0}），請改用備份檔。"),
    [CODE_DB_READONLY] = N_("資料庫 {P} 不能寫入，請檢查檔案權限。"),
    [CODE_DB_NETWORK] = N_("{P} 在網路磁碟（{0}）上，多人寫入會毀損，所以不開啟；請放在本機磁碟。"),
    [CODE_DB_BUSY] = N_("別人正在寫入 {P}，請稍候再試。"),
    [CODE_DB_FULL] = N_("磁碟已滿，這次的變更沒有存進去；請清出空間再試。"),
    [CODE_DB_SQL] = N_("資料庫 {P} 發生錯誤：{0}"),
    [CODE_DB_CONFLICT] = N_("這筆資料剛被別人改過，沒有覆蓋；已重新載入，請再看一次。"),
    [CODE_DB_MIGRATION] = N_("資料庫升級到第 {0} 版時失敗（{1}），已還原，原檔未動。"),
    [CODE_DB_EXISTS] = N_("{P} 已經存在，沒有覆蓋。"),
    [CODE_DB_OLDER] = N_("{P} 是舊版的資料庫（{0}，需要 {1}），但不能寫入，無法升級。"),
    [CODE_DB_MISUSE] = N_("程式內部錯誤：{0} 的呼叫順序不對。"),
    /* dates and times as typed */
    [CODE_DATE_FORM] = N_("「{0}」不是日期。可輸入 112/5/24、1120524、5/24 或 2023-05-24。"),
    [CODE_DATE_NO_SUCH_DAY] = N_("沒有 {0} 這一天。"),
    [CODE_DATE_WEEKDAY] = N_("「{0}」的星期與日期不符。"),
    [CODE_TIME_FORM] = N_("「{0}」不是時間。可輸入 1400、14:00 或 下午2時。"),
    /* the record */
    [CODE_RECORD_JSON] = N_("{P}：不是正確的 JSON：{0}"),
    [CODE_RECORD_FORMAT] = N_("檔案的格式是「{0}」，不是 yishi-record。"),
    [CODE_RECORD_VERSION] = N_("檔案是第 {0} 版，本程式只認得到第 {1} 版，請更新程式。"),
    [CODE_RECORD_UNKNOWN_KEY] = N_("{P}：不認得「{0}」這個鍵。"),
    [CODE_RECORD_MISSING] = N_("{P}：必須填寫，但檔案裡沒有。"),
    [CODE_RECORD_TYPE] = N_("{P}：型別不對，應為 {0}。"),
    [CODE_RECORD_CHOICE] = N_("{P}：不能是「{0}」，可以是：{1}"),
    [CODE_RECORD_DATE] = N_("{P}：沒有「{0}」這個日期或時間。"),
    [CODE_RECORD_ORDER] = N_("{P}：{0} 早於 {1}，先後顛倒。"),
    [CODE_RECORD_NEGATIVE] = N_("{P}：{0} 是負數或太大。"),
    [CODE_RECORD_FRACTION] = N_("{P}：分數的分母必須是正數。"),
    [CODE_RECORD_CONTROL] = N_("{P}：不可以有 {0} 這個控制字元。"),
    [CODE_RECORD_LONG] = N_("{P}：文字超過 1 MiB。"),
    [CODE_RECORD_DEEP] = N_("{P}：大綱超過 8 層。"),
    [CODE_RECORD_KEY] = N_("{P}：「{0}」不能當作識別碼。"),
    [CODE_RECORD_TWICE] = N_("{P}：「{0}」出現兩次。"),
    [CODE_RECORD_NOBODY] = N_("{P}：找不到「{0}」。"),
    [CODE_RECORD_PERSON] = N_("{P}：委員與姓名只能填一個。"),
    [CODE_RECORD_DIFFERS] = N_("{P}：資料庫裡是「{0}」，檔案裡是「{1}」，不一致。"),
    [CODE_RECORD_CONFIRMED] = N_("會議 {0} 的紀錄已確認，不會被匯入的檔案取代。"),
    [CODE_RECORD_EMPTY] = N_("{P}：沒有內容。"),
    [CODE_RECORD_TOO_LARGE] = N_("{P}：大於 {0} MiB。"),
    [CODE_RECORD_COMMITTEES] = N_("資料庫裡有好幾個會，請用 --committee 指定：{0}"),
    [CODE_RECORD_NO_COMMITTEE] = N_("找不到「{0}」這個會。"),
    [CODE_RECORD_NO_MEETING] = N_("找不到會議 {0}。可用 yishi meetings 列出所有會議。"),
    /* INI files */
    [CODE_INI_LINE] = N_("{P} 第 {0} 行既不是 [節] 也不是 鍵 = 值，略過：{1}"),
    [CODE_INI_LONG] = N_("{P} 第 {0} 行超過 1024 個位元組，略過。"),
    [CODE_STYLE_UNKNOWN] = N_("沒有「{0}」這種紀錄格式，現有：{1}"),
    [CODE_STYLE_SWITCH] = N_("{P} 第 {0} 行：「{1}」只能是 yes 或 no，不能是「{2}」。"),
    [CODE_STYLE_PAIR] = N_("{P} 第 {0} 行：「{1}」的括號沒有成對：{2}"),
    [CODE_STYLE_NAME] = N_("{P} 第 {0} 行：「{1}」不能代換 {2}；可用的見 yishi-paper(5)。"),
    [CODE_STYLE_KEY] = N_("{P} 第 {0} 行：不認得「{1}」這個鍵。"),
    /* the meeting and its cycle */
    [CODE_MEETING_CONFIRMED] = N_("會議 {0} 的紀錄已確認，只能以更正方式修改。"),
    [CODE_MEETING_NUMBER] = N_("會議 {0} 已經有了。"),
    [CODE_MEETING_NO_DATE] = N_("這次會議還沒有日期，請先在「籌備」填寫。"),
    [CODE_MEETING_FELL] = N_("這次會議流會或改為談話會，不能作成決議。"),
    [CODE_ITEM_SENT_ORDER] = N_("議程已寄出，新的案只能加在該節最後。"),
    [CODE_ITEM_SENT_REMOVE] = N_("議程已寄出，{0} 要保留案號，請改用撤案。"),
    [CODE_ITEM_HAS_RECORD] = N_("{0} 已有發言或決議，不能刪除。"),
    [CODE_DELEGATE_CIVIL] = N_("{0} 是民間代表，應親自出席，不能由他人代理（設置要點七）；可改列為列席。"),
    [CODE_DELEGATE_SELF] = N_("{0} 不能代理自己。"),
    [CODE_CHAIR_NOT_MEMBER] = N_("代理主席必須是委員（設置要點四(二)）。"),
    [CODE_TRACK_ALREADY] = N_("這一點已經列管，編號 {0}。"),
    [CODE_TRACK_NO_POINT] = N_("這項決議沒有第 {0} 點。"),
    [CODE_TRACK_RELEASED] = N_("列管案 {0} 已不在列管中。"),
    [CODE_TRACK_HAS_ROUNDS] = N_("列管案 {0} 已有辦理情形，不能刪除。"),
    [CODE_TRACK_INTO] = N_("{0} 不能併入 {1}。"),
    [CODE_TRACK_CIRCLE] =
        N_("{0} 已經由併案或接續成為 {1}，{1} 不能再回到 {0}。請改選別的案，或先改掉原來的裁示。"),
    [CODE_TRACK_LINKED] = N_("列管案 {1} 指向 {0}，不能刪除；請先改掉 {1} 的前案、併案建議或裁示。"),
    [CODE_TRACK_PARTS] = N_("{0} 至少要分成兩案。"),
    [CODE_TRACK_OPEN] = N_("{0} 還在列管中，不必重新列管。"),
    [CODE_MEMBER_IN_USE] = N_("{0} 曾出現在會議中，不能刪除；請改為結束聘期。"),
    [CODE_KEY_IN_USE] = N_("「{0}」已經有了。"),
    [CODE_MERGE_CIRCLE] = N_("「{0}」不能併入這一案：那一案已經併入本案。"),
    [CODE_MERGE_HOLDS] = N_("「{0}」有別的案併入或一併決議，不能刪除；請先更正那些案的決議。"),
    [CODE_BALLOT_RECUSED] = N_("{0}{1} 迴避本案，不能投票。"),
    [CODE_STEP_GATE] = N_("還有 {0} 個項目要先處理。"),
    [CODE_STEP_DONE] = N_("這一步已在 {0} 完成。"),
    [CODE_DB_PROTECTED] = N_("資料庫不讓人改這筆資料（{0}）；已確認的紀錄請用更正。"),
    [CODE_UNDO_BUILT_UPON] = N_("之後已有別的變更（{0}：{1}），不能復原。"),
    [CODE_UNDO_NOTHING] = N_("這次開啟之後沒有可以復原的變更。"),
    [CODE_AMENDMENT_EARLY] = N_("{0} 的紀錄還沒確認，直接修改即可，不必更正。"),
    [CODE_AMENDMENT_EMPTY] = N_("更正要寫明位置與理由，而且更正前後要有不同。"),
    [CODE_VERSION_UNKNOWN] = N_("{0} 沒有「{1}」這個版本；yishi versions 會列出所有版本。"),
    [CODE_SEAL_UNKNOWN] = N_("異動日誌裡沒有這個封印：{0}。"),
    /* the command line */
    [CODE_PAPER_MEMBER] = N_("{1} 的委員中沒有「{0}」；請寫姓名或席次。"),
    [CODE_PRINT_NO_COMMAND] = N_("還沒有列印指令：首頁按 s 填「列印指令」（{0}），例如 lp。"),
    [CODE_PRINT_FAILED] = N_("列印失敗（{0}，結束碼 {1}）：{2}"),
    [CODE_PRINT_SLOW] = N_("列印指令「{0}」過了 {1} 秒還沒結束，已中止。"),
    [CODE_PRINT_START] = N_("無法執行列印指令：{0}"),
    [CODE_CLI_COMMAND] = N_("沒有「{0}」這個指令。可用的指令見 yishi --help"),
    [CODE_CLI_OPTION] = N_("{0} 沒有 {1} 這個選項。用法見 yishi --help"),
    [CODE_CLI_VALUE] = N_("選項 {0} 後面要有值。用法見 yishi --help"),
    [CODE_CLI_ARGUMENTS] = N_("{0} 的用法：yishi {1}"),
    [CODE_CLI_CHOICE] = N_("選項 {0} 只能是 {1}，不能是「{2}」。"),
    [CODE_CLI_NO_DATABASE] = N_("還沒有資料庫（{0}）：先執行 yishi 建立，或用 --db 指定檔案。"),
    [CODE_CLI_NO_TERMINAL] = N_("沒有終端機，無法開啟全螢幕程式；請改用指令，見 yishi --help"),
    [CODE_CLI_TEST_ONLY] = N_("選項 {0} 只供測試使用。"),
    /* restoring */
    [CODE_RESTORE_SELF] = N_("{P} 就是這個資料庫，不能用它還原自己。"),
    [CODE_RESTORE_KEEP] = N_("{P} 旁邊沒有空的檔名可以留下原來的檔案，沒有還原。"),
    [CODE_DB_MOVED] = N_("這次的變更沒有存：資料庫已被還原、搬走或刪除，請離開再開啟（{P}）。"),
    /* tables */
    [CODE_ITEM_GONE] = N_("這一案已被刪除，這次的修改沒有存。"),
    [CODE_GRID_COLUMNS] = N_("這個表格有 {0} 欄，最多只能有 {1} 欄。"),
    /* typed into a form, and the desk's own settings */
    [CODE_FORM_REQUIRED] = N_("這一欄必須填寫。"),
    [CODE_FORM_NUMBER] = N_("「{0}」不是數字。"),
    [CODE_FORM_RANGE] = N_("{0} 不在 {1} 到 {2} 之間。"),
    [CODE_FORM_LONG] = N_("文字太長，最多 {0} 個位元組。"),
    [CODE_FORM_SHARE] = N_("「{0}」不是分數。可輸入 1/2 或 1/3。"),
    [CODE_KEY_NAME] = N_("{P}：沒有「{0}」這個按鍵。"),
    [CODE_SETTING_VALUE] = N_("{P} 不能是「{0}」，可以是：{1}"),
    [CODE_SETTING_PATH] = N_("「{0}」要寫完整路徑，以 / 或 ~/ 開頭。"),
    [CODE_SETTING_STORE] = N_("{P}：「{0}」寫不進設定檔（太長，或有設定檔放不下的符號），沒有改。"),
    /* CSV files, forms filled in */
    [CODE_CSV_ENCODING] =
        N_("{P} 第 {0} 列 {1} 欄不是 UTF-8 也不是 UTF-16。請在 Excel 另存為「CSV UTF-8」再試。"),
    [CODE_CSV_SHEET] = N_("{P} 是試算表檔，不是 CSV。請在 Excel 另存新檔，類型選「CSV UTF-8」；"
                          "在 LibreOffice 選「文字 CSV」，字元集選「Unicode (UTF-8)」。"),
    [CODE_COLLECT_QUOTES] =
        N_("{P} 的每一格前後是單引號。在 LibreOffice 存成 CSV 時，「字串分隔符號」請選雙引號 \"。"),
    [CODE_CSV_NUL] = N_("{P} 第 {0} 列 {1} 欄有 NUL 字元，這不是文字檔。請另存為「CSV UTF-8」再試。"),
    [CODE_CSV_QUOTE] = N_("{P} 第 {0} 列 {1} 欄的引號沒有結尾，或引號後面還有字。"),
    [CODE_CSV_CELL] = N_("{P} 第 {0} 列 {1} 欄超過 1 MiB。"),
    [CODE_CSV_ROWS] = N_("{P} 超過 10000 列。"),
    [CODE_CSV_COLUMNS] = N_("{P} 第 {0} 列超過 1024 欄。"),
    [CODE_COLLECT_COLUMN] = N_("{P} 的第 1 列沒有「{0}」這個欄名；請用 yishi ask 產生的表，保留第 1 列。"),
    [CODE_COLLECT_BEYOND] =
        N_("{P} 第 {0} 列 {1} 欄：「{2}」在最後一個欄名之後，不知屬於哪一欄；請移回原欄或刪去。"),
    [CODE_COLLECT_DOUBLE] = N_("{P} 第 {0} 列 {1} 欄：欄名「{2}」出現兩次。"),
    [CODE_COLLECT_NUMBER] = N_("{P} 第 {0} 列 {1} 欄：「{2}」不是這次會議追蹤的案號。"),
    [CODE_COLLECT_MEETING] = N_("{P} 第 {0} 列 {1} 欄：「{2}」與第一筆的會議不同；一次只收一次會議的表。"),
    [CODE_COLLECT_COMMITTEE] = N_("{P} 第 {0} 列 {1} 欄：「{2}」是別的委員會。"),
    [CODE_COLLECT_UNIT] = N_("{P} 第 {0} 列 {1} 欄：「{2}」不是這一案的主辦或協辦單位。"),
    [CODE_COLLECT_RELEASED] = N_("{P} 第 {0} 列 {1} 欄：列管案 {2} 已不在列管中。"),
    [CODE_COLLECT_WORD] = N_("{P} 第 {0} 列 {1} 欄：「{2}」不是列管建議，請填 "
                             "建請解除列管、建請繼續列管、建請自行列管 或 建請併案列管。"),
    [CODE_COLLECT_CONTROL] = N_("{P} 第 {0} 列 {1} 欄有不能用的字元 {2}。"),
    [CODE_COLLECT_TWICE] = N_("{P} 第 {0} 列 {1} 欄：同一單位的列管案 {2} 前面已經填過。"),
    [CODE_COLLECT_NONE] = N_("{P} 沒有任何一列寫明會議。"),
    [CODE_ASK_EXISTS] = N_("{P} 已經有了，可能是填好的表，沒有覆蓋；請換一個檔名或資料夾。"),
    [CODE_ASK_NONE] = N_("{0} 在 {1} 沒有要回報的列管案。"),
    /* the publication package */
    [CODE_PUBLISH_FINDING] =
        N_("沒有「{0}」這個編號的項目，或它不能這樣決定；yishi publish --dry-run 會列出。"),
    [CODE_PUBLISH_UNDECIDED] = N_("還有 {0} 處沒有決定照登或遮去，沒有寫出任何檔案。"),
    [CODE_PUBLISH_EXISTS] = N_("{P} 已經有了，不會寫在別的東西上；請換一個資料夾名稱。"),
    [CODE_PUBLISH_CHANGED] = N_("附件 {P} 剛才還在，現在開不了：{0}"),
    [CODE_THEME_UNKNOWN] = N_("沒有「{0}」這種配色，改用 dark。可用：dark light blue contrast mono"),
    [CODE_THEME_LINE] = N_("{P}：配色「{0}」不能是「{1}」，略過這一行。"),
    [CODE_TERMINAL_MISSING] = N_("畫面需要終端機；要在管線或排程中使用，請看 yishi --help 的指令。"),
    [CODE_TERMINAL_UNKNOWN] = N_("不認得終端機類型「{0}」，請設定 TERM，例如 TERM=xterm-256color。"),
};

static void add_part(struct str *out, const struct err *err, char which)
{
    const char *text = which == 'P' ? err->place : err->arg[which - '0'];

    text_show(out, text, strlen(text));
}

void err_words(const struct err *err, struct str *out)
{
    enum code code = err->code > CODE_NONE && err->code < CODE_COUNT ? err->code : CODE_NONE;
    const char *at = sentences[code];

    at = _(at ? at : sentences[CODE_NONE]);
    for (const char *open; *at; at = open + 3) {
        open = strchr(at, '{');
        if (!open || !open[1] || open[2] != '}' || !strchr("P012", open[1])) {
            str_add(out, at);
            return;
        }
        str_add_bytes(out, at, (size_t)(open - at));
        add_part(out, err, open[1]);
    }
}

bool err_has_words(enum code code)
{
    return code < CODE_COUNT && sentences[code];
}
