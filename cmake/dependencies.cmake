# The libraries more than one room uses, under one name natively and in Wasm:
#   nlohmann_json::nlohmann_json   header only
#   sealcart_sodium                libsodium: the system's, or compiled from .toolchain for Wasm
# What only the server uses is found in server/CMakeLists.txt.

if(EMSCRIPTEN)
  # Only this one folder of the host's headers: /usr/include itself would shadow Emscripten's libc.
  find_path(SEALCART_JSON_INCLUDE nlohmann/json.hpp PATHS /usr/include /usr/local/include
            NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH REQUIRED)
  file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/include")
  file(CREATE_LINK "${SEALCART_JSON_INCLUDE}/nlohmann" "${PROJECT_BINARY_DIR}/include/nlohmann"
       SYMBOLIC)
  add_library(nlohmann_json::nlohmann_json INTERFACE IMPORTED)
  target_include_directories(nlohmann_json::nlohmann_json SYSTEM INTERFACE
                             "${PROJECT_BINARY_DIR}/include")
  include("${CMAKE_CURRENT_LIST_DIR}/libsodium-wasm.cmake")
else()
  find_package(nlohmann_json 3.11 REQUIRED)
  find_path(SEALCART_SODIUM_INCLUDE sodium.h REQUIRED)
  find_library(SEALCART_SODIUM_LIBRARY sodium REQUIRED)
  add_library(sealcart_sodium INTERFACE)
  target_include_directories(sealcart_sodium SYSTEM INTERFACE "${SEALCART_SODIUM_INCLUDE}")
  target_link_libraries(sealcart_sodium INTERFACE "${SEALCART_SODIUM_LIBRARY}")
endif()
