# SPDX-License-Identifier: MIT
# The keeper: its machine is pure, so it is tested without a process; test/keeper has the process.
add_native_test(
  keeper-tests
  SOURCES keeper_arrival_test.cpp keeper_limits_test.cpp keeper_renewed_test.cpp
          keeper_store_test.cpp keeper_words_test.cpp test_main.cpp
  LIBRARIES keeper_core)
if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
  target_sources(keeper-tests PRIVATE keeper_notices_test.cpp)
  target_link_libraries(keeper-tests PRIVATE keeper_notices)
endif()
