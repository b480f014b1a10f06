# SPDX-License-Identifier: MIT
# The helper as a process: the simulated one, which differs from the elevated one in its stack alone.
if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
  add_native_test(
    helper-tests
    SOURCES helper_capabilities_test.cpp helper_peer_test.cpp helper_process_test.cpp
            helper_watchdog_test.cpp
    LIBRARIES helper_core simulated_stack_set)
  add_dependencies(helper-tests interface-panel-helper-simulated)
  target_compile_definitions(
    helper-tests PRIVATE TESTED_HELPER="$<TARGET_FILE:interface-panel-helper-simulated>")

  add_native_test(helper-elevated-tests SOURCES helper_elevated_test.cpp
                  LIBRARIES channel linux_stack_set LABELS namespace)
  add_dependencies(helper-elevated-tests interface-panel-helper)
  target_compile_definitions(helper-elevated-tests
                             PRIVATE TESTED_HELPER="$<TARGET_FILE:interface-panel-helper>")
endif()
