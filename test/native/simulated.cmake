# SPDX-License-Identifier: MIT
# The simulated stack: the rules it keeps, the file it lives in, and control from outside.
add_native_test(
  simulated-stack
  SOURCES simulated_automatic_metric_test.cpp
          simulated_codec_test.cpp
          simulated_control_test.cpp
          simulated_damage_test.cpp
          simulated_file_test.cpp
          simulated_get_set_test.cpp
          simulated_network_test.cpp
          simulated_processes_test.cpp
          simulated_restore_test.cpp
          simulated_route_test.cpp
          simulated_set_test.cpp
          simulated_snapshot_test.cpp
          simulated_watch_test.cpp
  LIBRARIES simulated_control_commands
  LABELS simulated)
target_compile_definitions(simulated-stack
                           PRIVATE SIMULATED_CONTROL="$<TARGET_FILE:simulated-control>")
add_dependencies(simulated-stack simulated-control)
if(NOT WIN32)
  target_sources(simulated-stack PRIVATE simulated_killed_writer_test.cpp)
endif()
