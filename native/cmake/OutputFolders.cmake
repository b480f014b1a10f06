# SPDX-License-Identifier: MIT
# Where binaries land. The generator expression, though empty, keeps multi-configuration generators
# (Visual Studio) from adding a folder per configuration.

set(INTERFACE_PANEL_OUTPUT ${INTERFACE_PANEL_ROOT}/out/native/${INTERFACE_PANEL_PLATFORM})
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${INTERFACE_PANEL_OUTPUT}$<0:>)
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY ${INTERFACE_PANEL_OUTPUT}$<0:>)
