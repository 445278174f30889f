# SPDX-License-Identifier: GPL-3.0-or-later
# yishi (議事). `make` builds ./yishi; `make deps run`, `make deps check`, `make lint`, `make install`.
# DEVELOPER=1 turns warnings into errors; V=1 shows the commands; CC=clang works too.

# ---- the packages, before anything that needs them --------------------------------------------------
PACKAGES = build-essential pkg-config libncurses-dev libsqlite3-dev libiniparser-dev libjansson-dev \
 libunistring-dev nettle-dev zlib1g-dev libcmocka-dev libzip-dev libvterm-dev gettext
LINT_PACKAGES = clang-14 clang-format-14 clang-tidy-14 cppcheck shellcheck gcovr

# Asks apt only for what is missing, so that nothing needs the network where all is there.
define install_packages
	@missing=$$(for name in $(1); do \
	    dpkg-query -W -f='$${db:Status-Status}' $$name 2>/dev/null | grep -qx installed || echo $$name; done); \
	[ -z "$$missing" ] && exit 0; \
	command -v apt-get >/dev/null || { echo "Without apt-get, install these yourself:" $$missing; exit 1; }; \
	[ $$(id -u) -eq 0 ] && sudo= || sudo=sudo; \
	echo "  APT  " $$missing; \
	$$sudo apt-get update -q && \
	$$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $$missing
endef

# `make deps check`: in that order, even with -j, and the second in a make that finds the packages.
AFTER_DEPS := $(filter-out deps deps-lint,$(MAKECMDGOALS))
ifneq (,$(and $(filter deps deps-lint,$(MAKECMDGOALS)),$(AFTER_DEPS)))
.PHONY: $(AFTER_DEPS) after-deps deps deps-lint
$(AFTER_DEPS): after-deps
	@:
after-deps: $(filter deps deps-lint,$(MAKECMDGOALS))
	@$(MAKE) --no-print-directory $(if $(filter -j%,$(MAKEFLAGS)),,-j$(shell nproc)) $(AFTER_DEPS)
deps:
	$(call install_packages,$(PACKAGES))
deps-lint:
	$(call install_packages,$(LINT_PACKAGES))
else

# As many jobs as there are processors, unless the command line says else.
ifeq (0,$(MAKELEVEL))
MAKEFLAGS += -j$(shell nproc)
endif

PREFIX ?= /usr/local
CC = gcc
BUILD = build$(if $(findstring clang,$(CC)),/clang)
Q = $(if $(V),,@)

# ---- what it is made of -------------------------------------------------------------------------
CORE_SRC = $(sort $(wildcard core/*/*.c))
DB_SRC = $(sort $(wildcard db/*.c))
TUI_SRC = $(sort $(wildcard tui/*.c tui/*/*.c tui/*/*/*.c))
GEN_SRC = $(BUILD)/gen/schema.c $(BUILD)/gen/office_calendar.c $(BUILD)/gen/themes.c
LIB_SRC = $(CORE_SRC) $(DB_SRC) $(GEN_SRC)
TUI_GEN_SRC = $(BUILD)/gen/commands.c
# the program but its main(): the tests of tui/ link it
APP_SRC = $(filter-out tui/main.c,$(TUI_SRC)) $(TUI_GEN_SRC)

LIBS = -lsqlite3 -ljansson -lunistring -liniparser -lnettle -lz
# an independent reader of packages, for the tests
UNIT_LIBS = -lcmocka -lzip
TUI_LIBS = -lpanelw -lncursesw -ltinfo

# ---- how it is compiled -------------------------------------------------------------------------
WARN = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wformat=2 -Wstrict-prototypes \
 -Wmissing-prototypes -Wold-style-definition -Wpointer-arith -Wwrite-strings -Wcast-qual -Wcast-align \
 -Wundef -Wvla -Wnull-dereference -Wdouble-promotion -Wimplicit-fallthrough -Wswitch-enum
ifneq (,$(findstring clang,$(CC)))
WARN += -Wcomma -Wextra-semi-stmt -Wconditional-uninitialized
else
WARN += -Wlogical-op -Wduplicated-cond -Wduplicated-branches -Wjump-misses-init
endif
ifdef DEVELOPER
WARN += -Werror
endif
DEFS = -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE -D_XOPEN_SOURCE_EXTENDED -DYISHI_LOCALEDIR='"$(PREFIX)/share/locale"'
BASE = -std=c11 -I. $(DEFS) $(WARN) -MMD -MP
RELEASE = -O2 -g -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIE
SANITIZE = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer

REL = $(BUILD)/release
SAN = $(BUILD)/sanitized
rel_obj = $(patsubst %.c,$(REL)/%.o,$(1))
san_obj = $(patsubst %.c,$(SAN)/%.o,$(1))

all: yishi catalogues

# `make BUILD=elsewhere elsewhere/release/yishi` leaves ./yishi alone
yishi: $(REL)/yishi
	$(Q)cp -f $< $@.new && mv $@.new $@

$(REL)/yishi: $(call rel_obj,$(LIB_SRC) $(TUI_SRC) $(TUI_GEN_SRC))
	@echo "  LINK  $@"
	$(Q)$(CC) -pie -Wl,-z,relro,-z,now -o $@ $^ $(TUI_LIBS) $(LIBS) $(LDFLAGS)

# it looks for its catalogues in build/locale beside it, like ./yishi
$(SAN)/yishi: $(call san_obj,$(LIB_SRC) $(TUI_SRC) $(TUI_GEN_SRC))
	@echo "  LINK  $@"
	$(Q)$(CC) $(SANITIZE) -o $@ $^ $(TUI_LIBS) $(LIBS) $(LDFLAGS)
	$(Q)mkdir -p $(@D)/build && ln -sfn $(abspath $(LOCALE)) $(@D)/build/locale

$(SAN)/libyishi.a: $(call san_obj,$(LIB_SRC))
	$(Q)rm -f $@; ar rcs $@ $^

$(SAN)/libapp.a: $(call san_obj,$(APP_SRC))
	$(Q)rm -f $@; ar rcs $@ $^

$(REL)/%.o: %.c
	@mkdir -p $(@D); echo "  CC    $<"
	$(Q)$(CC) $(BASE) $(RELEASE) $(CFLAGS) -c -o $@ $<

$(SAN)/%.o: %.c
	@mkdir -p $(@D); echo "  CC    $< (sanitized)"
	$(Q)$(CC) $(BASE) $(SANITIZE) $(CFLAGS) -c -o $@ $<

# What knows PREFIX is compiled again when PREFIX is another.
$(BUILD)/prefix: FORCE
	@mkdir -p $(@D); echo '$(PREFIX)' | cmp -s - $@ || echo '$(PREFIX)' >$@
$(call rel_obj,$(shell grep -l YISHI_LOCALEDIR $(TUI_SRC) /dev/null)): $(BUILD)/prefix

# ---- what is generated from data ------------------------------------------------------------------
$(BUILD)/gen/schema.c: db/schema/embed.awk $(sort $(wildcard db/schema/*.sql))
	@mkdir -p $(@D)
	$(Q)awk -f $< $(filter %.sql,$^) >$@.new && mv $@.new $@

$(BUILD)/gen/office_calendar.c: core/calendar/office.awk core/calendar/office.csv
	@mkdir -p $(@D)
	$(Q)awk -f $^ >$@.new && mv $@.new $@

$(BUILD)/gen/themes.c: themes/embed.awk $(sort $(wildcard themes/*/*.ini)) core/record/example.json
	@mkdir -p $(@D)
	$(Q)awk -f $< $(filter %.ini %.json,$^) >$@.new && mv $@.new $@

# every command of every screen, from the tables in the sources
COMMAND_SOURCES = tui/command_list.c $(TUI_SRC) $(sort $(wildcard tui/*.h tui/*/*.h tui/*/*/*.h))
$(BUILD)/gen/commands.c: tui/commands.awk $(COMMAND_SOURCES)
	@mkdir -p $(@D)
	$(Q)awk -f tui/commands.awk $(COMMAND_SOURCES) >$@.new && \
	 if cmp -s $@.new $@; then touch $@; rm $@.new; else mv $@.new $@; fi

# the same as the manual page's list of keys
manual:
	$(Q)sh man/keys.sh man/yishi.1 >man/yishi.1.new && mv man/yishi.1.new man/yishi.1

# ---- languages ------------------------------------------------------------------------------------
# The messages in the source are Chinese; tui/po/LANGUAGE.po has them in another.
LOCALE = build/locale
LANGUAGES = $(patsubst tui/po/%.po,%,$(sort $(wildcard tui/po/*.po)))
CATALOGUES = $(LANGUAGES:%=$(LOCALE)/%/LC_MESSAGES/yishi.mo)

catalogues: $(CATALOGUES)

$(LOCALE)/%/LC_MESSAGES/yishi.mo: tui/po/%.po
	@mkdir -p $(@D); echo "  MO    $@"
	$(Q)msgfmt -c -o $@.new $< && mv $@.new $@

build/yishi.pot: $(TUI_SRC) $(sort $(wildcard tui/*.h tui/*/*.h tui/*/*/*.h))
	@mkdir -p $(@D)
	$(Q)xgettext --from-code=UTF-8 --language=C -k_ -kN_ -kC_:1c,2 -kNC_:1c,2 -kngettext:1,2 --add-comments=TRANSLATORS \
	 --add-location=file --sort-by-file --package-name=yishi --foreign-user -o $@.new $^ && \
	 if [ -f $@.new ]; then mv $@.new $@; else : >$@; fi

# Every message of the source into every catalogue, translated or waiting to be.
po: build/yishi.pot
	$(Q)for po in $(LANGUAGES:%=tui/po/%.po); do \
	    msgmerge -q --update --backup=none --no-fuzzy-matching --add-location=file $$po $< && \
	    echo "$$po: $$(msgfmt --statistics -o /dev/null $$po 2>&1)" || exit 1; done

# ---- tests ----------------------------------------------------------------------------------------
UNIT_SRC = $(sort $(wildcard tests/core/test_*.c tests/db/test_*.c))
UNIT_TUI_SRC = $(sort $(wildcard tests/tui/test_*.c))
UNIT = $(patsubst %.c,$(SAN)/%,$(UNIT_SRC))
UNIT_TUI = $(patsubst %.c,$(SAN)/%,$(UNIT_TUI_SRC))
# the real program on a terminal, driven by scripts: see tests/terminal/README
DRIVER = $(SAN)/tests/terminal/driver
DRIVER_SRC = $(sort $(wildcard tests/terminal/*.c)) core/base/str.c
STORIES = $(sort $(wildcard tests/terminal/*.keys))
# test programs in shell; those of the command line find the program in $YISHI
SCRIPT = $(sort $(wildcard tests/cli/*.sh tests/lint/test_*.sh $(if $(LANGUAGES),tests/po/test_*.sh)))

$(UNIT): $(SAN)/%: $(SAN)/%.o $(SAN)/libyishi.a
	$(Q)$(CC) $(SANITIZE) -o $@ $^ $(UNIT_LIBS) $(LIBS) $(LDFLAGS)
$(SAN)/tests/tui/test_english: | $(CATALOGUES)
$(UNIT_TUI): $(SAN)/%: $(SAN)/%.o $(SAN)/libapp.a $(SAN)/libyishi.a
	$(Q)$(CC) $(SANITIZE) -o $@ $^ $(UNIT_LIBS) $(TUI_LIBS) $(LIBS) $(LDFLAGS)
$(DRIVER): $(call san_obj,$(DRIVER_SRC))
	$(Q)$(CC) $(SANITIZE) -o $@ $^ -lvterm -lutil -ljansson $(LDFLAGS)

unit: $(UNIT) $(UNIT_TUI)

# `make check` runs everything and counts; `make check-unit`, `check-cli`, `check-terminal` a part.
LOGS = $(BUILD)/check
UNIT_LOGS = $(patsubst $(SAN)/%,$(LOGS)/%.log,$(UNIT) $(UNIT_TUI))
SCRIPT_LOGS = $(SCRIPT:%.sh=$(LOGS)/%.log)
DRIVER_LOG = $(LOGS)/tests/terminal/selftest.log
STORY_LOG = $(if $(STORIES),$(LOGS)/tests/terminal/stories.log)

$(UNIT_LOGS): $(LOGS)/%.log: $(SAN)/% FORCE
	@YISHI=$(SAN)/yishi tests/check.sh run $@ $<
$(SCRIPT_LOGS): $(LOGS)/%.log: %.sh FORCE
	@YISHI=$(SAN)/yishi tests/check.sh run $@ sh $<
$(filter $(LOGS)/tests/cli/%,$(SCRIPT_LOGS)): $(SAN)/yishi catalogues
$(filter $(LOGS)/tests/po/%,$(SCRIPT_LOGS)): build/yishi.pot
$(DRIVER_LOG): tests/terminal/selftest/run.sh $(DRIVER) FORCE
	@tests/check.sh run $@ sh $< $(DRIVER)
# two stories at a time, when nothing else takes the processors from them
$(STORY_LOG): $(DRIVER) $(SAN)/yishi catalogues FORCE | $(UNIT_LOGS) $(SCRIPT_LOGS) $(DRIVER_LOG)
	@YISHI=$(SAN)/yishi tests/check.sh run $@ $(DRIVER) -j 2 $(STORIES)

check: $(UNIT_LOGS) $(SCRIPT_LOGS) $(DRIVER_LOG) $(STORY_LOG)
	@tests/check.sh count $^
check-unit: $(UNIT_LOGS)
	@tests/check.sh count $^
check-cli: $(SCRIPT_LOGS)
	@tests/check.sh count $^
check-terminal: $(DRIVER) $(SAN)/yishi catalogues
	@YISHI=$(SAN)/yishi $(DRIVER) -j 2 $(STORIES)

# Which lines and branches of core/ and db/ the tests never reach: build/cover/report.html
cover:
	@$(MAKE) --no-print-directory BUILD=build/cover SANITIZE='-O0 -g --coverage -fprofile-update=atomic' check-unit check-cli
	$(Q)gcovr -r . --object-directory build/cover -f core/ -f db/ --txt --html-details build/cover/report.html
	$(Q)gcovr -r . --object-directory build/cover -f core/ -f db/ --txt --branches

# ---- fuzz -----------------------------------------------------------------------------------------
# tests/fuzz: every corpus is replayed in `make check`; in `make torture` libFuzzer hunts, a minute a target,
# and must find the bug that -DPLANTED puts into each.
FUZZ = $(patsubst tests/fuzz/fuzz_%.c,%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))
FUZZ_REPLAY = $(FUZZ:%=$(SAN)/tests/fuzz/replay_%)
FUZZ_BIN = $(FUZZ:%=build/fuzz/fuzz_%) $(FUZZ:%=build/fuzz/planted_%)
FUZZ_SRC = $(LIB_SRC) $(filter-out tui/screens/% tui/cli/%,$(APP_SRC))
FUZZ_CC = clang-14
FUZZ_FLAGS = -std=c11 -I. $(DEFS) -MMD -MP -O1 -g -fno-omit-frame-pointer \
 -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined
TORTURE += tests/fuzz/fuzz.sh

$(FUZZ_REPLAY): $(SAN)/tests/fuzz/replay_%: $(SAN)/tests/fuzz/fuzz_%.o $(SAN)/tests/fuzz/replay.o $(SAN)/libapp.a \
 $(SAN)/libyishi.a
	$(Q)$(CC) $(SANITIZE) -o $@ $^ $(TUI_LIBS) $(LIBS) $(LDFLAGS)

build/fuzz/%.o: %.c
	@mkdir -p $(@D); echo "  CC    $< (fuzz)"
	$(Q)$(FUZZ_CC) $(FUZZ_FLAGS) -c -o $@ $<
build/fuzz/planted/%.o: tests/fuzz/fuzz_%.c
	@mkdir -p $(@D)
	$(Q)$(FUZZ_CC) $(FUZZ_FLAGS) -DPLANTED -c -o $@ $<
build/fuzz/lib.a: $(FUZZ_SRC:%.c=build/fuzz/%.o)
	$(Q)rm -f $@; ar rcs $@ $^
build/fuzz/fuzz_%: build/fuzz/tests/fuzz/fuzz_%.o build/fuzz/lib.a
	$(Q)$(FUZZ_CC) -fsanitize=fuzzer,address,undefined -o $@ $^ $(TUI_LIBS) $(LIBS) $(LDFLAGS)
build/fuzz/planted_%: build/fuzz/planted/%.o build/fuzz/lib.a
	$(Q)$(FUZZ_CC) -fsanitize=fuzzer,address,undefined -o $@ $^ $(TUI_LIBS) $(LIBS) $(LDFLAGS)

fuzz: $(FUZZ_BIN)
check-torture $(LOGS)/tests/torture/torture.log: $(FUZZ_REPLAY)
torture: $(FUZZ_BIN) $(FUZZ_REPLAY)
.PHONY: fuzz

# ---- the program on a terminal, tortured ------------------------------------------------------------
# tests/torture/{kill,monkey,full_disk}: the real program; their controls run one that errs on purpose
PLANTED = $(SAN)/yishi_planted
TERMINAL_TORTURE = $(patsubst %,$(SAN)/tests/torture/%,kill monkey full_disk)
TORTURE += $(TERMINAL_TORTURE)

$(PLANTED): $(SAN)/tests/torture/kill_planted.o $(call san_obj,$(LIB_SRC) $(TUI_SRC) $(TUI_GEN_SRC))
	@echo "  LINK  $@"
	$(Q)$(CC) $(SANITIZE) -Wl,--wrap=draft_put,--wrap=write_begin,--wrap=write_end,--wrap=decoder_next -o $@ $^ \
	 $(TUI_LIBS) $(LIBS) $(LDFLAGS)
$(TERMINAL_TORTURE): $(SAN)/%: $(SAN)/%.o $(SAN)/tests/torture/kill_desk.o \
 $(call san_obj,$(filter-out %/driver.c,$(DRIVER_SRC))) | $(PLANTED)
	$(Q)$(CC) $(SANITIZE) -o $@ $^ -lvterm -lutil -ljansson -lsqlite3 $(LDFLAGS)

# ---- torture --------------------------------------------------------------------------------------
# tests/torture/README. What is named in TORTURE above this block or in it.
TORTURE_BIN = $(patsubst %,$(SAN)/tests/torture/%,power_cuts every_fault three_writers random_steps)
TORTURE += $(TORTURE_BIN)
TORTURE_LOG = $(LOGS)/tests/torture/torture.log

OFFICE_OBJ = $(call san_obj,$(sort $(wildcard tests/torture/office/*.c)))
$(filter %/random_steps,$(TORTURE_BIN)): $(call san_obj,$(sort $(wildcard tests/torture/steps/*.c)))
$(filter-out %/every_fault,$(TORTURE_BIN)): $(SAN)/%: $(SAN)/%.o $(OFFICE_OBJ) $(SAN)/libyishi.a
	$(Q)$(CC) $(SANITIZE) -o $@ $(filter %.o,$^) $(SAN)/libyishi.a $(LIBS) $(LDFLAGS)

# core/ and db/ once more: they say which function is entered, and their calls lead to tests/torture/faults/gate.c
FAULT_LIB = $(SAN)/instrumented/libyishi.a
FAULT_GATES = malloc calloc realloc strdup realpath u8_casefold fsync fchmod link unlink rename mkdir stat lstat \
 statfs access close open opendir readdir getrandom fopen
$(SAN)/instrumented/%.o: %.c
	@mkdir -p $(@D); echo "  CC    $< (instrumented)"
	$(Q)$(CC) $(BASE) $(SANITIZE) -finstrument-functions $(CFLAGS) -c -o $@ $<
$(FAULT_LIB): $(patsubst %.c,$(SAN)/instrumented/%.o,$(LIB_SRC))
	$(Q)rm -f $@; ar rcs $@ $^
$(BUILD)/gen/public_functions.c: tests/torture/faults/public.awk $(sort $(wildcard core/*/*.h db/*.h))
	@mkdir -p $(@D)
	$(Q)awk -f $^ >$@.new && mv $@.new $@
$(filter %/every_fault,$(TORTURE_BIN)): $(SAN)/tests/torture/every_fault.o $(OFFICE_OBJ) $(FAULT_LIB) \
 $(call san_obj,$(sort $(wildcard tests/torture/faults/*.c)) $(BUILD)/gen/public_functions.c)
	$(Q)$(CC) $(SANITIZE) -o $@ $(filter %.o,$^) $(FAULT_LIB) $(FAULT_GATES:%=-Wl,--wrap=%) $(LIBS) $(LDFLAGS)

# after all else in check, for the clock judges here
$(TORTURE_LOG): $(TORTURE) $(SAN)/yishi FORCE | $(UNIT_LOGS) $(SCRIPT_LOGS) $(DRIVER_LOG) $(STORY_LOG)
	@YISHI=$(SAN)/yishi tests/check.sh run $@ tests/torture/run.sh fast $(TORTURE)
check: $(TORTURE_LOG)
check-torture: $(TORTURE) $(SAN)/yishi
	@YISHI=$(SAN)/yishi tests/torture/run.sh fast $(TORTURE)

# all of it, half an hour; SEED=17 for a seed of your own
torture: $(TORTURE) $(SAN)/yishi
	@YISHI=$(SAN)/yishi tests/torture/run.sh full tests/TORTURE.md \
	 "$${SEED:-$$(shuf -i 1-2147483647 -n 1)}" $(TORTURE)
.PHONY: torture check-torture

-include tests/bench/bench.mk

# ---- lint -----------------------------------------------------------------------------------------
CLANG_FORMAT ?= $(shell command -v clang-format-14 || echo clang-format)
CLANG_TIDY ?= $(shell command -v clang-tidy-14 || echo clang-tidy)
ALL_C = $(shell find core db tui tests -name '*.[ch]' | sort)
ALL_SCRIPTS = $(shell find core db tui themes tests man .ci -name '*.awk' -o -name '*.sh' -o -path .ci/run | sort)

lint: lint-rules lint-format lint-cppcheck lint-shell lint-globals

# who may include whom, calls that are not used, what core must not do, lengths
lint-rules:
	@echo "  LINT  rules of the house"
	$(Q)awk -f tests/lint/rules.awk $(ALL_C) $(ALL_SCRIPTS)

lint-format:
	@echo "  LINT  clang-format"
	$(Q)$(CLANG_FORMAT) --dry-run -Werror $(ALL_C)

# the house's form for every file, written into it
format:
	$(Q)$(CLANG_FORMAT) -i $(ALL_C)

# three of its checks misread structs that are passed by value or filled by a callee
lint-cppcheck:
	@echo "  LINT  cppcheck"
	@mkdir -p $(BUILD)/cppcheck
	$(Q)cppcheck --quiet --std=c11 --language=c --enable=warning,performance,portability --inline-suppr \
	 --suppress=missingIncludeSystem --suppress=returnDanglingLifetime --suppress=uninitStructMember \
	 --suppress=ctuuninitvar --error-exitcode=1 \
	 --cppcheck-build-dir=$(BUILD)/cppcheck -j 2 -I. $(DEFS) $(filter %.c,$(ALL_C))

lint-shell:
	@echo "  LINT  shellcheck"
	$(Q)shellcheck -S warning $(filter-out %.awk,$(ALL_SCRIPTS))

# core and db keep nothing between calls: no object of theirs can be written
lint-globals: $(call rel_obj,$(CORE_SRC) $(DB_SRC))
	@echo "  LINT  mutable globals"
	$(Q)objdump -t $^ | awk -f tests/lint/globals.awk

# slow, so not in lint: a file at a time, all processors
tidy: $(patsubst %.c,$(BUILD)/tidy/%.ok,$(CORE_SRC) $(DB_SRC) $(TUI_SRC) $(wildcard tests/terminal/*.c))
$(BUILD)/tidy/%.ok: %.c .clang-tidy
	@mkdir -p $(@D); echo "  TIDY  $<"
	$(Q)$(CLANG_TIDY) --quiet $< -- -std=c11 -I. $(DEFS) 2>/dev/null && touch $@

# ---- installing -----------------------------------------------------------------------------------
MAN = $(sort $(wildcard man/*.[1-9]))
MAN_ZH = $(sort $(wildcard man/zh_TW/*.[1-9]))

install: all
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 yishi $(DESTDIR)$(PREFIX)/bin/yishi
	for page in $(MAN); do \
	    install -D -m 644 $$page $(DESTDIR)$(PREFIX)/share/man/man$${page##*.}/$${page##*/} || exit 1; done
	for page in $(MAN_ZH); do \
	    install -D -m 644 $$page $(DESTDIR)$(PREFIX)/share/man/zh_TW/man$${page##*.}/$${page##*/} || exit 1; done
	for language in $(LANGUAGES); do \
	    install -D -m 644 $(LOCALE)/$$language/LC_MESSAGES/yishi.mo \
	     $(DESTDIR)$(PREFIX)/share/locale/$$language/LC_MESSAGES/yishi.mo || exit 1; done

run: all
	./yishi $(ARGS)

deps:
	$(call install_packages,$(PACKAGES))
deps-lint:
	$(call install_packages,$(LINT_PACKAGES))

clean:
	rm -rf build yishi

FORCE:
.PHONY: all catalogues po manual unit check check-unit check-cli check-terminal cover lint lint-rules lint-format \
 lint-cppcheck lint-shell lint-globals format tidy install run deps deps-lint clean FORCE
.SECONDARY:
.DELETE_ON_ERROR:
-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
endif
