# sealcart_gtest: GoogleTest with its main. The system's natively; for Wasm compiled from the
# sources Debian ships in /usr/src/googletest.
if(NOT EMSCRIPTEN)
  find_package(GTest QUIET)
  if(GTest_FOUND)
    add_library(sealcart_gtest INTERFACE)
    target_link_libraries(sealcart_gtest INTERFACE GTest::gtest_main)
  endif()
  return()
endif()

set(_gtest /usr/src/googletest/googletest)
if(NOT EXISTS "${_gtest}/src/gtest-all.cc")
  return()
endif()
add_library(sealcart_gtest STATIC "${_gtest}/src/gtest-all.cc" "${_gtest}/src/gtest_main.cc")
target_compile_features(sealcart_gtest PRIVATE cxx_std_23)
target_include_directories(sealcart_gtest SYSTEM PUBLIC "${_gtest}/include" PRIVATE "${_gtest}")
target_compile_definitions(sealcart_gtest PUBLIC GTEST_HAS_PTHREAD=0)
target_compile_options(sealcart_gtest PRIVATE -w -fno-exceptions -fno-rtti)

# The program reads its vectors from the real file system (NODERAWFS) and has the shipping modules'
# small stack, so that a recursion too deep for them fails here first.
function(sealcart_run_under_node name)
  target_link_options(${name} PRIVATE
    -sENVIRONMENT=node -sNODERAWFS -sEXIT_RUNTIME -sSTACK_SIZE=256KB -sSTACK_OVERFLOW_CHECK=1
    -sALLOW_MEMORY_GROWTH -sMAXIMUM_MEMORY=512MB -sASSERTIONS=1)
  add_test(NAME ${name} COMMAND ${CMAKE_CROSSCOMPILING_EMULATOR} $<TARGET_FILE:${name}>)
  set_tests_properties(${name} PROPERTIES TIMEOUT 600)
endfunction()
