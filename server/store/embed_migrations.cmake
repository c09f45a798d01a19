# cmake -DFOLDER=<of numbered .sql files> -DNAME=<function> -DOUTPUT=<.cpp> -P
# embed_migrations.cmake Writes the SQL files as C++ string literals behind
# sealcart::server::migrations::NAME().
file(GLOB files "${FOLDER}/*.sql")
list(SORT files)
set(entries "")
foreach(file IN LISTS files)
  get_filename_component(name "${file}" NAME_WE)
  if(NOT name MATCHES "^0*([1-9][0-9]*)_")
    message(FATAL_ERROR "${file}: name migrations 0001_what.sql")
  endif()
  set(number "${CMAKE_MATCH_1}")
  file(READ "${file}" sql)
  string(APPEND entries "    {${number}, \"${name}\", R\"sql(${sql})sql\"},\n")
endforeach()
file(WRITE "${OUTPUT}" "// Made by embed_migrations.cmake from ${NAME}/*.sql.
#include \"store/migrations.h\"

namespace sealcart::server::migrations {
namespace {
constexpr Migration kAll[] = {
${entries}};
}  // namespace

std::span<const Migration> ${NAME}() { return kAll; }

}  // namespace sealcart::server::migrations
")
