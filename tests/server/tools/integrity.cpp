// sealcart_integrity FILE...: SQLite's own check of each file; names the ones that are not sound.
#include <SQLiteCpp/SQLiteCpp.h>

#include <iostream>

int main(int argc, char** argv) {
  int damaged = 0;
  for (int i = 1; i < argc; ++i) {
    try {
      SQLite::Database file(argv[i], SQLite::OPEN_READWRITE);
      const std::string verdict = file.execAndGet("PRAGMA integrity_check").getString();
      SQLite::Statement broken(file, "PRAGMA foreign_key_check");
      if (verdict == "ok" && !broken.executeStep()) continue;
      std::cout << argv[i] << ": " << verdict << '\n';
    } catch (const std::exception& error) {
      std::cout << argv[i] << ": " << error.what() << '\n';
    }
    ++damaged;
  }
  return damaged == 0 ? 0 : 1;
}
