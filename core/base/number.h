/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ordinals as papers write them. Which stands at which level is the paper style's business.
 */
#ifndef YISHI_BASE_NUMBER_H
#define YISHI_BASE_NUMBER_H

#include "core/base/str.h"

/* Formats: a pattern holding one of 壹 (formal Chinese), 一 (Chinese), 1 (Arabic), １ (full-width
 * Arabic), ① (circled), 甲 (heavenly stems), and anything around it: "壹、" "（一）" "1." "(1)" "第一案".
 * The first such character counts; a pattern without any is appended as it is. Chinese to 9999
 * (十一, 二十, 一百零一; formal 拾壹, 貳拾); ① to 50 and 甲 to 10, then Arabic in its place. */
void number_format(struct str *out, const char *pattern, int number);
/* An ordinal at the start of TEXT: Chinese (十一, 廿一, 拾貳, 一百零一, 一〇四), Arabic (12, １２) or
 * circled; its value, *USED (may be NULL) its bytes; 0 = none. What follows it, and whether that makes it an
 * ordinal (一、) or a word (一般), is the caller's to look at. Stems are not read: 甲 begins words. */
int number_parse(const char *text, size_t *used_bytes);

#endif
