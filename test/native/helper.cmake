# SPDX-License-Identifier: MIT
# The helper as a process: the simulated one, which differs from the elevated one in its stack alone,
# and the elevated one as far as the system of the tests allows.
add_native_test(helper-tests SOURCES helper_process_test.cpp helper_watchdog_test.cpp
                LIBRARIES helper_core simulated_control_commands)
set_tested_helper(helper-tests interface-panel-helper-simulated)

if(WIN32)
  add_native_test(helper-elevated-tests SOURCES windows_helper_test.cpp LIBRARIES helper_core
                  windows_stack)
else()
  target_sources(helper-tests PRIVATE helper_capabilities_test.cpp helper_peer_test.cpp)
  add_native_test(helper-elevated-tests SOURCES helper_elevated_test.cpp
                  LIBRARIES channel linux_stack_set LABELS namespace)
endif()
set_tested_helper(helper-elevated-tests interface-panel-helper)
