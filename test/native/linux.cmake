# SPDX-License-Identifier: MIT
# Pure parts of the Linux stack; what needs a kernel is in the contract suite.
if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
  add_native_test(
    linux-stack
    SOURCES linux_attributes_test.cpp linux_footprint_test.cpp linux_ipsec_message_test.cpp
            linux_nexthop_message_test.cpp linux_reading_test.cpp linux_standing_refusal_test.cpp
            test_main.cpp
    LIBRARIES linux_stack_set
    LABELS linux)
endif()
