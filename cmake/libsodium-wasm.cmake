# libsodium for Wasm: the portable C files of Debian's patched source (tools/setup/libsodium.sh).
# A static library, so only what seal.wasm calls is linked. sodium_init and randombytes must not be
# among it: their Wasm randomness costs one JavaScript call a byte; seeds are handed in instead.
set(_sodium "${PROJECT_SOURCE_DIR}/.toolchain/libsodium-src/src/libsodium")

if(NOT EXISTS "${_sodium}/include/sodium/version.h")
  message(FATAL_ERROR "libsodium's source is not in .toolchain/libsodium-src. "
                      "Run tools/setup/libsodium.sh once.")
endif()

file(GLOB_RECURSE _sodium_files "${_sodium}/*.c")
# Instruction sets of other processors; each of these files is empty or an error here.
list(FILTER _sodium_files EXCLUDE REGEX
     "aesni|sandy2x|sse2|ssse3|sse41|avx2|avx512|/sse/|xmm6|randombytes_internal")

add_library(sealcart_sodium STATIC EXCLUDE_FROM_ALL ${_sodium_files})
target_include_directories(sealcart_sodium SYSTEM PUBLIC "${_sodium}/include")
target_include_directories(sealcart_sodium PRIVATE "${_sodium}/include/sodium")
target_compile_definitions(sealcart_sodium PUBLIC SODIUM_STATIC=1
                           PRIVATE CONFIGURED=1 NATIVE_LITTLE_ENDIAN=1)
target_compile_options(sealcart_sodium PRIVATE -w)
