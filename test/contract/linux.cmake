# SPDX-License-Identifier: MIT
if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
  add_contract_test(linux SOURCES linux_fixture.cpp linux_network.cpp linux_adapter_test.cpp linux_default_routes_test.cpp linux_ownership_test.cpp linux_route_facts_test.cpp linux_fields_test.cpp linux_held_routes_test.cpp linux_ipsec_test.cpp linux_nexthop_test.cpp LIBRARIES linux_stack_set)
endif()
