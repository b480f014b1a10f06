# SPDX-License-Identifier: MIT
add_contract_test(simulated SOURCES simulated_fixture.cpp LIBRARIES simulated_control_commands)
target_include_directories(contract_simulated PRIVATE ${INTERFACE_PANEL_ROOT}/test/native)
