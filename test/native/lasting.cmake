# SPDX-License-Identifier: MIT
# Lasting settings: bytes, rule, changes, and the place where they lie.
add_native_test(
  lasting-tests
  SOURCES adapter_name_test.cpp
          lasting_changes_test.cpp
          lasting_vectors_test.cpp
          simulated_place_test.cpp
          test_main.cpp
  LIBRARIES simulated_lasting
  LABELS lasting)
target_compile_definitions(lasting-tests
                           PRIVATE TEST_VECTORS="${INTERFACE_PANEL_ROOT}/test/vectors")
if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
  add_native_test(
    lasting-folder
    SOURCES linux_lasting_folder_test.cpp test_main.cpp
    LIBRARIES lasting_set
    LABELS namespace)
endif()
if(WIN32)
  add_native_test(
    lasting-key
    SOURCES windows_lasting_key_test.cpp test_main.cpp
    LIBRARIES lasting_set windows_import_double
    LABELS windows)
  set_tests_properties(lasting-key PROPERTIES RESOURCE_LOCK registry)
endif()
