# SPDX-License-Identifier: MIT
# What carries frames and starts the helper.
add_native_test(arguments-tests SOURCES arguments_test.cpp LIBRARIES channel)
if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
  add_native_test(channel-tests SOURCES channel_launch_test.cpp channel_seqpacket_test.cpp
                  LIBRARIES channel)
else()
  add_library(windows_import_double STATIC windows_import_double.cpp)
  target_include_directories(windows_import_double PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
  add_native_test(channel-tests SOURCES windows_channel_test.cpp windows_launch_test.cpp
                  windows_pipe_test.cpp LIBRARIES channel windows_import_double)
  set_tested_helper(channel-tests interface-panel-helper-simulated)
endif()
