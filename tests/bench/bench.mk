# SPDX-License-Identifier: GPL-3.0-or-later
# `make bench`: how fast the program answers, against the floor; BENCH_RUNS=30 for steadier figures.

BENCH_RUNS ?= 10
BENCH_DIR = $(BUILD)/bench
BENCH_YISHI = $(abspath yishi)

$(BENCH_DIR)/floor: $(call rel_obj,tests/bench/floor.c)
	@mkdir -p $(@D); echo "  LINK  $@"
	$(Q)$(CC) -pie -o $@ $^ -lncursesw -ltinfo -lsqlite3 $(LDFLAGS)

$(BENCH_DIR)/bench: $(call rel_obj,tests/bench/bench.c tests/bench/pty.c)
	@mkdir -p $(@D); echo "  LINK  $@"
	$(Q)$(CC) -pie -o $@ $^ -lvterm -lutil $(LDFLAGS)

$(BENCH_DIR)/floor.db: $(BENCH_DIR)/floor
	$(Q)rm -f $@ $@-wal $@-shm; $< --make $@

$(BENCH_DIR)/meetings.json: tests/bench/make-meetings
	@mkdir -p $(@D)
	$(Q)awk -f $< >$@.new && mv $@.new $@

# Made anew with every build of the program: another schema, another database.
$(BENCH_DIR)/meetings.db: $(BENCH_DIR)/meetings.json yishi
	@mkdir -p $(BENCH_DIR)/home
	$(Q)rm -f $@ $@-wal $@-shm; HOME=$(abspath $(BENCH_DIR)/home) ./yishi --db $@ import $<

bench: $(BENCH_DIR)/bench $(BENCH_DIR)/floor $(BENCH_DIR)/floor.db $(BENCH_DIR)/meetings.db
	$(Q)rm -rf $(BENCH_DIR)/home; mkdir -p $(BENCH_DIR)/home
	$(Q)$(BENCH_DIR)/bench -n $(BENCH_RUNS) $(BENCH_YISHI) $(abspath $(BENCH_DIR)/meetings.db) \
	 $(abspath $(BENCH_DIR)/floor) $(abspath $(BENCH_DIR)/floor.db) $(abspath $(BENCH_DIR)/home)

.PHONY: bench
