# SPDX-License-Identifier: MIT
# add_node_api_module(<target> <sources>...): an addon <target>.node on Node-API 8.
# Headers come from node_modules (node-api-headers, node-addon-api); nothing is downloaded.

set(NODE_API_HEADERS ${INTERFACE_PANEL_ROOT}/node_modules/node-api-headers)
set(NODE_ADDON_API ${INTERFACE_PANEL_ROOT}/node_modules/node-addon-api)
set(NODE_API_DELAY_LOAD_HOOK ${CMAKE_CURRENT_LIST_DIR}/node_api_delay_load.cpp)

# On Windows symbols of Node-API come from the executable that loads the addon, whatever its name:
# electron.exe, node.exe, interface-panel.exe. The addon therefore imports them from "node.exe" by
# delay-load, and a hook answers with the host itself. Its import library is made once for all addons.
function(node_api_import_library file)
  if(TARGET node_api_import)
    return()
  endif()
  set(definitions ${CMAKE_BINARY_DIR}/node_api.def)
  set(exports "NAME node.exe\nEXPORTS\n")
  foreach(name js_native_api node_api)
    file(STRINGS ${NODE_API_HEADERS}/def/${name}.def lines REGEX "^(napi|node_api)_")
    list(JOIN lines "\n" lines)
    string(APPEND exports "${lines}\n")
  endforeach()
  file(CONFIGURE OUTPUT ${definitions} CONTENT "${exports}" @ONLY)

  if(MSVC)
    # Not verified: no MSVC was at hand when this was written.
    set(make_library ${CMAKE_AR} /nologo /machine:${TARGET_ARCHITECTURE} /def:${definitions} /out:${file})
  else()
    set(make_library ${CMAKE_DLLTOOL} -d ${definitions} -D node.exe -y ${file})
  endif()
  add_custom_command(OUTPUT ${file} COMMAND ${make_library} DEPENDS ${definitions} VERBATIM)
  add_custom_target(node_api_import DEPENDS ${file})
endfunction()

function(node_api_delay_load target)
  if(MSVC)
    set(import_library ${CMAKE_BINARY_DIR}/node_api_delay.lib)
    target_link_libraries(${target} PRIVATE delayimp)
    target_link_options(${target} PRIVATE /DELAYLOAD:node.exe)
  else()
    set(import_library ${CMAKE_BINARY_DIR}/libnode_api_delay.a)
  endif()
  node_api_import_library(${import_library})
  add_dependencies(${target} node_api_import)
  target_sources(${target} PRIVATE ${NODE_API_DELAY_LOAD_HOOK})
  target_link_libraries(${target} PRIVATE ${import_library})
endfunction()

function(add_node_api_module target)
  if(NOT EXISTS ${NODE_ADDON_API}/napi.h)
    message(FATAL_ERROR "node-addon-api is not in node_modules: run npm ci first")
  endif()
  add_library(${target} MODULE ${ARGN})
  set_target_properties(${target} PROPERTIES PREFIX "" SUFFIX ".node")
  target_include_directories(${target} SYSTEM PRIVATE ${NODE_API_HEADERS}/include
                                                      ${NODE_ADDON_API})
  target_compile_definitions(
    ${target}
    PRIVATE NAPI_VERSION=8 # the newest that the oldest supported Electron answers
            NODE_API_NO_EXTERNAL_BUFFERS_ALLOWED # Electron refuses them, plain Node does not show it
            NODE_ADDON_API_DISABLE_DEPRECATED NODE_ADDON_API_CPP_EXCEPTIONS)
  if(WIN32)
    node_api_delay_load(${target})
  endif()
endfunction()
