# SPDX-License-Identifier: MIT
# What is written to the system's log.
add_native_test(
  log-tests
  SOURCES log_visible_test.cpp test_main.cpp
  LIBRARIES log)
