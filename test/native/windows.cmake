# SPDX-License-Identifier: MIT
# The `windows` stack. Its rules are tested everywhere; its calls on Windows, or under Wine after a
# cross build.
add_native_test(
  windows-rules
  SOURCES windows_footprint_test.cpp windows_undo_test.cpp windows_field_refusal_test.cpp windows_snapshot_join_test.cpp
  LIBRARIES windows_rules
  LABELS windows)

if(WIN32)
  # The strict test table; test/contract stands on it as well.
  add_library(windows_test_table STATIC windows_test_table.cpp)
  target_include_directories(windows_test_table PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
  target_link_libraries(windows_test_table PUBLIC windows_stack_set ws2_32)

  add_native_test(
    windows-stack
    SOURCES windows_adapter_drivers_test.cpp windows_row_member_test.cpp windows_reader_test.cpp
            windows_watch_test.cpp
            windows_set_test.cpp windows_error_test.cpp windows_system_test.cpp
            windows_system_api.cpp
    LIBRARIES windows_test_table
    LABELS windows)

  add_native_test(
    windows-keeper
    SOURCES windows_keeper_test.cpp windows_namespace_double.cpp
    LIBRARIES windows_keeper windows_test_table windows_import_double
    LABELS windows)
  set_tests_properties(windows-keeper PROPERTIES RESOURCE_LOCK registry)
  ask_for_elevation(windows-keeper)

  # The keeper as a process of its own on the strict test table; it never ships.
  add_windows_keeper(keeper-on-test-table windows_table_calls.cpp windows_namespace_double.cpp)
  set_target_properties(keeper-on-test-table PROPERTIES RUNTIME_OUTPUT_DIRECTORY
                                                        ${INTERFACE_PANEL_OUTPUT}/test$<0:>)
  target_link_libraries(keeper-on-test-table PRIVATE windows_test_table windows_import_double)
  # A service has all rights on Windows; Wine 10 gives it those that its program asks for.
  ask_for_elevation(keeper-on-test-table)

  # What the tests of test/windows start and plant.
  add_test_program(windows-listing windows_listing_main.cpp windows_system_api.cpp)
  target_link_libraries(windows-listing PRIVATE snapshot_json windows_stack)
  add_test_program(process-list windows_processes_main.cpp)
  target_link_libraries(process-list PRIVATE channel)
  add_test_program(elevator windows_elevator_main.cpp)
  target_link_libraries(elevator PRIVATE channel)
  add_test_program(canary-victim canary_victim_main.cpp)
  add_test_program(cli-app windows_cli_app_main.cpp)
  target_link_libraries(cli-app PRIVATE helper_core)
  add_native_test(
    cli-tests
    SOURCES windows_cli_test.cpp ${INTERFACE_PANEL_ROOT}/native/cli/app_process.cpp
    LIBRARIES channel
    LABELS windows)
  add_dependencies(cli-tests cli-app interface-panel-cli)
  target_compile_definitions(
    cli-tests PRIVATE CLI_APP="$<TARGET_FILE:cli-app>"
                          TESTED_CLI="$<TARGET_FILE:interface-panel-cli>")
  # For Windows itself alone; it is built everywhere so that it stays fit.
  add_test_program(windows-live-set windows_live_set_main.cpp)
  target_link_libraries(windows-live-set PRIVATE helper_core windows_stack_set)
  if(MINGW)
    target_link_options(canary-victim PRIVATE -municode)
    target_link_options(cli-app PRIVATE -municode)
    target_link_options(elevator PRIVATE -municode)
    target_link_options(windows-live-set PRIVATE -municode)
  endif()
  add_library(canary MODULE canary.cpp)
  set_target_properties(canary PROPERTIES PREFIX "" LIBRARY_OUTPUT_DIRECTORY
                                                    ${INTERFACE_PANEL_OUTPUT}/test$<0:>)
endif()
