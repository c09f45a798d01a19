# CMake toolchain for Wasm: finds the pinned Emscripten and refuses any other version.
#   an emcc on PATH of exactly that version wins, then .toolchain/emscripten (tools/setup).
# Nothing has to be set in the environment, neither now nor when ninja runs.

get_filename_component(_root "${CMAKE_CURRENT_LIST_DIR}/.." ABSOLUTE)
file(STRINGS "${_root}/emsdk-version.txt" _wanted LIMIT_COUNT 1)
set(_seen "")

foreach(_candidate IN ITEMS PATH "${_root}/.toolchain/emscripten/usr/share/emscripten")
  if(_candidate STREQUAL "PATH")
    unset(_emcc)
    find_program(_emcc emcc NO_CACHE PATHS ENV PATH NO_DEFAULT_PATH)
    if(NOT _emcc)
      continue()
    endif()
    get_filename_component(_emcc "${_emcc}" REALPATH)
    get_filename_component(_candidate "${_emcc}" DIRECTORY)
  endif()
  set(_version_file "${_candidate}/emscripten-version.txt")
  if(NOT EXISTS "${_version_file}")
    continue()
  endif()
  file(STRINGS "${_version_file}" _found LIMIT_COUNT 1)
  string(REPLACE "\"" "" _found "${_found}")
  if(_found STREQUAL _wanted)
    set(EMSCRIPTEN_ROOT_PATH "${_candidate}")
    break()
  endif()
  string(APPEND _seen " Found ${_found} in ${_candidate}.")
endforeach()

if(NOT EMSCRIPTEN_ROOT_PATH)
  message(FATAL_ERROR
    "Emscripten ${_wanted} (emsdk-version.txt) is needed and was not found.${_seen}\n"
    "On Debian run tools/setup/emscripten.sh; elsewhere: emsdk install ${_wanted} && "
    "emsdk activate ${_wanted}, and put emcc on PATH.")
endif()

set(SEALCART_EMSCRIPTEN_VERSION "${_wanted}")
include("${EMSCRIPTEN_ROOT_PATH}/cmake/Modules/Platform/Emscripten.cmake")
