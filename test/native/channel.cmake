# SPDX-License-Identifier: MIT
# What carries frames and starts the helper.
add_native_test(arguments-tests SOURCES arguments_test.cpp LIBRARIES channel)
if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
  add_native_test(channel-tests SOURCES channel_launch_test.cpp channel_seqpacket_test.cpp
                  LIBRARIES channel)
endif()
