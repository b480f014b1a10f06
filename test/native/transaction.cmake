# SPDX-License-Identifier: MIT
# The helper's transaction: pure, so it is tested without a process.
add_native_test(
  transaction-tests
  SOURCES frame_codec_test.cpp
          frame_vectors_test.cpp
          machine_apply_test.cpp
          machine_frames_test.cpp
          machine_hostile_test.cpp
          machine_prepare_test.cpp
          machine_restore_test.cpp
          machine_states_test.cpp
          machine_take_back_test.cpp
          machine_lasting_test.cpp
          plan_test.cpp
          test_main.cpp
  LIBRARIES transaction)
target_compile_definitions(transaction-tests
                           PRIVATE TEST_VECTORS="${INTERFACE_PANEL_ROOT}/test/vectors")
