# SPDX-License-Identifier: MIT
# add_native_test(<name> SOURCES <files>... [LIBRARIES <targets>...] [LABELS <labels>...]):
# a doctest program in out/native/<platform>/test, registered with ctest under its name.
# One of the sources defines DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN, or LIBRARIES brings it.

# The header is copied: the sysroot rule of a cross build hides /usr/include, and adding that folder
# would mix the headers of two systems.
find_file(DOCTEST_HEADER doctest/doctest.h NO_CMAKE_FIND_ROOT_PATH)
if(DOCTEST_HEADER)
  file(COPY ${DOCTEST_HEADER} DESTINATION ${CMAKE_BINARY_DIR}/doctest/doctest)
else()
  # The target "app" has no tests: who only starts or packages the program needs none.
  message(STATUS "doctest/doctest.h is missing (Debian: doctest-dev): no test can be built")
endif()

# A program in out/native/<platform>/test that is no test itself.
function(add_test_program name)
  add_executable(${name} ${ARGN})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY
                                           ${INTERFACE_PANEL_OUTPUT}/test$<0:>)
endfunction()

function(add_native_test name)
  cmake_parse_arguments(PARSE_ARGV 1 TEST "" "" "SOURCES;LIBRARIES;LABELS")
  add_test_program(${name} ${TEST_SOURCES})
  target_include_directories(${name} SYSTEM PRIVATE ${CMAKE_BINARY_DIR}/doctest)
  # What tests themselves do need not be fast; doctest's expansions take long to optimise.
  target_compile_options(${name} PRIVATE $<$<NOT:$<CXX_COMPILER_ID:MSVC>>:-O1>)
  target_link_libraries(${name} PRIVATE ${TEST_LIBRARIES})
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES LABELS "${TEST_LABELS}")
endfunction()
