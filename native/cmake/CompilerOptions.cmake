# SPDX-License-Identifier: MIT
# Language, warnings and hardening for every target of ours. Headers of others come in as SYSTEM,
# so that warnings stay errors for our own lines only.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_COLOR_DIAGNOSTICS ON)

include(CheckPIESupported)
check_pie_supported()

option(INTERFACE_PANEL_SANITIZE "Build with AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
option(INTERFACE_PANEL_FUZZ "Build libFuzzer programs, with coverage, and nothing else" OFF)

if(MSVC)
  # Not verified: no MSVC was at hand when this was written.
  set(CMAKE_MSVC_RUNTIME_LIBRARY MultiThreaded)
  add_compile_options(
    "$<$<COMPILE_LANGUAGE:C,CXX>:/W4;/WX;/permissive-;/utf-8;/sdl;/guard:cf;/EHsc>")
  add_link_options(/guard:cf /DYNAMICBASE /HIGHENTROPYVA /NXCOMPAT)
  if(TARGET_ARCHITECTURE STREQUAL "x64")
    # Shadow stacks, which other processors have not.
    add_link_options(/CETCOMPAT)
  endif()
else()
  # Not for resources, whose compiler knows none of them.
  add_compile_options(
    "$<$<COMPILE_LANGUAGE:C,CXX>:-Wall;-Wextra;-Wpedantic;-Wconversion;-Wshadow;-Werror>")
endif()

if(WIN32)
  add_compile_definitions(UNICODE _UNICODE WIN32_LEAN_AND_MEAN NOMINMAX _WIN32_WINNT=0x0A00)
endif()

if(MINGW)
  # Static, so that the helper imports system libraries alone. No stack protector: MinGW's takes its
  # random number by way of DLLs that would come from the program's folder, before main can forbid it.
  add_link_options(-static LINKER:--dynamicbase,--nxcompat,--high-entropy-va)
  add_link_options($<$<CONFIG:Release>:-s>)
elseif(NOT MSVC)
  add_compile_options(-fstack-protector-strong -fstack-clash-protection)
  if(TARGET_ARCHITECTURE STREQUAL "x64")
    add_compile_options(-fcf-protection=full)
  endif()
  add_link_options(LINKER:-z,relro,-z,now,-z,noexecstack)
  if(INTERFACE_PANEL_SANITIZE)
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all
                        -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
  else()
    # Fortified calls would hide overflows from AddressSanitizer; they also need optimisation.
    add_compile_options($<$<NOT:$<CONFIG:Debug>>:-D_FORTIFY_SOURCE=3>)
    add_compile_definitions(_GLIBCXX_ASSERTIONS)
  endif()
endif()

if(INTERFACE_PANEL_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link -fprofile-instr-generate -fcoverage-mapping)
  add_link_options(-fprofile-instr-generate)
endif()
