// Reads {"input", "region"} a line and writes what core makes of the number, for phone.mjs.
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "sealcart/validate/phone.h"

namespace {

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

}  // namespace

int main() {
  const std::string packs = SEALCART_SOURCE_DIR "/core/data/packs/";
  const std::string table_bytes = bytes_of(packs + "phone.txt");
  const std::string format_bytes = bytes_of(packs + "phone-formats.txt");
  const auto table = sealcart::PhoneTable::read(table_bytes);
  const auto formats = sealcart::PhoneFormats::read(format_bytes);
  if (!table || !formats) return 1;
  for (std::string line; std::getline(std::cin, line);) {
    const auto row = nlohmann::json::parse(line, nullptr, false);
    const auto number = sealcart::parse_phone(row["input"].get<std::string>(),
                                              row["region"].get<std::string>(), *table);
    const nlohmann::json out = {
        {"valid", number.valid()},
        {"possible", number.possible},
        {"type", sealcart::phone_type_name(number.type)},
        {"region", number.region},
        {"e164", sealcart::phone_e164(number)},
        {"extension", number.extension.text()},
        {"national", sealcart::phone_national(number, *formats)},
        {"international", sealcart::phone_international(number, *formats)},
    };
    std::cout << out.dump() << '\n';
  }
}
