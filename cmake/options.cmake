# sealcart_options: what every target of ours is compiled with. Linked, never set globally.
set(CMAKE_CXX_EXTENSIONS OFF)
add_library(sealcart_options INTERFACE)
target_compile_features(sealcart_options INTERFACE cxx_std_23)
set(sealcart_warnings -Wall -Wextra -Wshadow -Wconversion -Wold-style-cast -Wnon-virtual-dtor
    -Woverloaded-virtual -Wimplicit-fallthrough)
target_compile_options(sealcart_options INTERFACE
  "$<$<COMPILE_LANGUAGE:CXX>:${sealcart_warnings}>")

# The same bytes from every checkout: no path of this machine in the output.
target_compile_options(sealcart_options INTERFACE
  "-ffile-prefix-map=${PROJECT_SOURCE_DIR}/=")

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # False alarms of g++ 12 inside std::string, std::optional and coroutine frames once inlined
  # (GCC 105329, 105562, 109224).
  target_compile_options(sealcart_options INTERFACE
    -Wno-restrict -Wno-maybe-uninitialized -Wno-stringop-overflow -Wno-array-bounds
    -Wno-mismatched-new-delete)
endif()

# A newer compiler may warn about more; only those we test on may stop a build.
if(SEALCART_DEVELOPER AND
   ((CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13) OR
    (CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 20)))
  target_compile_options(sealcart_options INTERFACE -Werror)
endif()

# g++ collects garbage whenever its heap grew by a third: with half a gigabyte first, a file of the
# core takes an eighth less time. What is compiled is the same.
if(SEALCART_DEVELOPER AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(sealcart_options INTERFACE
    $<$<COMPILE_LANGUAGE:CXX>:--param=ggc-min-heapsize=524288>)
endif()

if(EMSCRIPTEN)
  # Shipped modules carry no unwinding tables and no type names: a third smaller. Core returns
  # Result and never throws, so nothing is lost.
  target_compile_options(sealcart_options INTERFACE
    $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions;-fno-rtti>)
  target_compile_definitions(sealcart_options INTERFACE EMSCRIPTEN_HAS_UNBOUND_TYPE_NAMES=0)
  # At link time too: they choose the variants of libc++ and Embind's library.
  target_link_options(sealcart_options INTERFACE -fno-exceptions -fno-rtti)
endif()

if(SEALCART_SANITIZE)
  target_compile_options(sealcart_options INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(sealcart_options INTERFACE -fsanitize=address,undefined)
endif()

# Comparisons are not recorded: that took half of the time and told little. Texts still are, by
# memcmp, and the mutators know the numbers at the edges.
if(SEALCART_FUZZ)
  target_compile_options(sealcart_options INTERFACE
    -fsanitize=fuzzer-no-link -fno-sanitize-coverage=trace-cmp
    "-fsanitize-coverage-ignorelist=${PROJECT_SOURCE_DIR}/tests/fuzz/unwatched.txt")
endif()
