# SPDX-License-Identifier: MIT
add_native_test(snapshot-json
                SOURCES snapshot_changes_test.cpp snapshot_json_test.cpp
                        snapshot_json_address_test.cpp snapshot_json_writer_test.cpp
                LIBRARIES snapshot_json)

if(WIN32)
  # Loaded beside the real addon by tests of test/windows.
  add_node_api_module(launcher-double windows_launcher_double.cpp)
  set_target_properties(launcher-double PROPERTIES LIBRARY_OUTPUT_DIRECTORY
                                                   ${INTERFACE_PANEL_OUTPUT}/test$<0:>)
  target_link_libraries(launcher-double PRIVATE windows_import_double shell32)
endif()
