/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program's version.
 */
#ifndef YISHI_TUI_VERSION_H
#define YISHI_TUI_VERSION_H

#define YISHI_VERSION "0.1.0"

#endif
