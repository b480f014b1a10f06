# SPDX-License-Identifier: MIT
if(WIN32)
  add_contract_test(windows SOURCES windows_fixture.cpp LIBRARIES windows_test_table)
endif()
