# sealcart_packs: the tables of field checks as part of a native program, byte for byte those the
# pages load. embedded_pack() of sealcart/packs.h finds them.
set(SEALCART_EMBEDDED_PACKS phone phone-formats)

set(rows "")
set(blocks "")
set(files "")
foreach(pack IN LISTS SEALCART_EMBEDDED_PACKS)
  string(MAKE_C_IDENTIFIER "sealcart_pack_${pack}" symbol)
  set(file "${PROJECT_SOURCE_DIR}/core/data/packs/${pack}.txt")
  list(APPEND files "${file}")
  string(APPEND blocks "  \"${symbol}: .incbin \\\"${file}\\\"\\n\"\n  \"${symbol}_end:\\n\"\n")
  string(APPEND declarations "extern const char ${symbol}[], ${symbol}_end[];\n")
  string(APPEND rows "    {\"${pack}\", ${symbol}, ${symbol}_end},\n")
endforeach()
configure_file(core/packs/packs.cpp.in "${CMAKE_BINARY_DIR}/packs.cpp" @ONLY)
set_source_files_properties("${CMAKE_BINARY_DIR}/packs.cpp" PROPERTIES OBJECT_DEPENDS "${files}")

add_library(sealcart_packs STATIC "${CMAKE_BINARY_DIR}/packs.cpp")
target_link_libraries(sealcart_packs PUBLIC sealcart_core)
