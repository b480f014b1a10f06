# SPDX-License-Identifier: MIT
# add_helper_resource(<target> <description> <execution level>): the version resource and the
# manifest of a helper for Windows. The level is requireAdministrator or asInvoker.
if(WIN32)
  enable_language(RC)
endif()
set(HELPER_RESOURCE_TEMPLATES ${INTERFACE_PANEL_ROOT}/native/helper/windows)

# As manifests name processors.
if(TARGET_ARCHITECTURE STREQUAL "x64")
  set(MANIFEST_ARCHITECTURE amd64)
else()
  set(MANIFEST_ARCHITECTURE ${TARGET_ARCHITECTURE})
endif()

function(add_helper_resource target description level)
  set(HELPER_NAME ${target})
  set(HELPER_DESCRIPTION ${description})
  set(HELPER_EXECUTION_LEVEL ${level})
  set(HELPER_MANIFEST ${CMAKE_CURRENT_BINARY_DIR}/${target}.manifest)
  set(resource ${CMAKE_CURRENT_BINARY_DIR}/${target}.rc)
  configure_file(${HELPER_RESOURCE_TEMPLATES}/helper.manifest.in ${HELPER_MANIFEST} @ONLY)
  configure_file(${HELPER_RESOURCE_TEMPLATES}/helper.rc.in ${resource} @ONLY)
  set_source_files_properties(${resource} PROPERTIES OBJECT_DEPENDS ${HELPER_MANIFEST})
  target_sources(${target} PRIVATE ${resource})
  if(MSVC)
    # The linker would add a manifest of its own.
    target_link_options(${target} PRIVATE /MANIFEST:NO)
  endif()
endfunction()
