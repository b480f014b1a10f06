# SPDX-License-Identifier: MIT
# The field table and what it alone refuses.
add_native_test(
  field-table
  SOURCES field_table_test.cpp field_table_header_test.cpp field_table_refusal_test.cpp
  LIBRARIES stack_core
  LABELS stack)

# What changed between two snapshots.
add_native_test(
  snapshot-diff
  SOURCES snapshot_diff_test.cpp
  LIBRARIES stack_core
  LABELS stack)
