#include "lines/lines.h"

#include <cstdio>
#include <fstream>
#include <iostream>

#include "sealcart/wire.h"

namespace sealcart::lines {

int run(const std::string& file, const Answer& answer) {
  std::ifstream opened;
  if (file != "-") opened.open(file, std::ios::binary);
  std::istream& in = file == "-" ? std::cin : opened;
  if (!in) {
    std::fprintf(stderr, "sealcart: can't read %s\n", file.c_str());
    return 2;
  }
  std::size_t answered = 0;
  std::size_t refused = 0;
  std::string out;
  for (std::string line; std::getline(in, line);) {
    if (line.empty()) continue;
    out.clear();
    if (Status status = answer(line, out); status) {
      ++answered;
    } else {
      ++refused;
      out = "{\"error\":";
      write_error(out, status.error());
      out += '}';
    }
    std::cout << out << '\n';
  }
  std::fprintf(stderr, "%zu answered, %zu refused\n", answered, refused);
  return refused == 0 ? 0 : 1;
}

}  // namespace sealcart::lines
