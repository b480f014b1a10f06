# SPDX-License-Identifier: MIT
# The helper as a process: the simulated one, which differs from the elevated one in its stack alone,
# and the elevated one as far as the system of the tests allows.
add_native_test(helper-tests SOURCES helper_log_test.cpp helper_process_test.cpp
                                     helper_watchdog_test.cpp value_table_test.cpp
                LIBRARIES helper_core simulated_control_commands)
set_tested_helper(helper-tests interface-panel-helper-simulated)

if(WIN32)
  add_native_test(helper-elevated-tests SOURCES windows_helper_test.cpp
                  LIBRARIES helper_core windows_stack windows_import_double)
  add_native_test(helper-rights-tests SOURCES windows_rights_test.cpp
                  LIBRARIES helper_core windows_import_double)
  set_tested_helper(helper-rights-tests interface-panel-helper)
  ask_for_elevation(helper-rights-tests)

  add_test_program(parent-check windows_parent_check_main.cpp)
  target_link_libraries(parent-check PRIVATE helper_core windows_import_double)
  add_dependencies(helper-elevated-tests parent-check)
  target_compile_definitions(helper-elevated-tests
                             PRIVATE PARENT_CHECK="$<TARGET_FILE:parent-check>")

  # The elevated helper once more, on the strict test table: a program of its own, which never ships.
  set(helper ${INTERFACE_PANEL_ROOT}/native/helper)
  add_test_program(helper-on-test-table ${helper}/helper_main.cpp ${helper}/helper_run.cpp
                   windows_table_kind.cpp windows_namespace_double.cpp)
  target_link_libraries(helper-on-test-table PRIVATE helper_core lasting_set windows_test_table
                                                     windows_import_double)
  add_native_test(helper-conversation-tests
                  SOURCES windows_elevated_test.cpp windows_namespace_double.cpp
                  LIBRARIES helper_core windows_test_table windows_import_double)
  set_tests_properties(helper-conversation-tests PROPERTIES RESOURCE_LOCK registry)
  set_tested_helper(helper-conversation-tests helper-on-test-table)
  if(MINGW)
    target_link_options(parent-check PRIVATE -municode)
    target_link_options(helper-on-test-table PRIVATE -municode)
  endif()
else()
  target_sources(helper-tests PRIVATE helper_capabilities_test.cpp helper_confinement_test.cpp
                                      helper_inherited_test.cpp helper_peer_test.cpp
                                      helper_start_test.cpp)
  add_native_test(helper-elevated-tests SOURCES helper_elevated_test.cpp
                  LIBRARIES channel lasting linux_stack_set LABELS namespace)

  add_native_test(helper-syslog-tests SOURCES helper_syslog_test.cpp test_main.cpp
                  LIBRARIES channel linux_stack LABELS namespace)
  set_tested_helper(helper-syslog-tests interface-panel-helper)

  # The elevated helper with a stack that tries to escape: a program of its own, which never ships.
  set(helper ${INTERFACE_PANEL_ROOT}/native/helper)
  add_test_program(escaping-helper ${helper}/helper_main.cpp ${helper}/helper_run.cpp
                   escaping_kind.cpp)
  target_link_libraries(escaping-helper PRIVATE helper_core lasting_set)
  add_dependencies(helper-elevated-tests escaping-helper)
  target_compile_definitions(helper-elevated-tests
                             PRIVATE ESCAPING_HELPER="$<TARGET_FILE:escaping-helper>")
endif()
set_tested_helper(helper-elevated-tests interface-panel-helper)
