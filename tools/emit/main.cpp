// sealcart_emit ROOT          writes what is generated from core into the repository at ROOT
// sealcart_emit --check ROOT  writes nothing; fails when a generated file differs
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>

#include "emit.h"

namespace {

using sealcart::emit::File;
namespace fs = std::filesystem;

std::vector<File> all_files() {
  using namespace sealcart::emit;
  const Model model = wire_model();
  std::vector<File> files = wire_schemas(model);
  files.push_back(wire_typescript(model));
  files.push_back(error_typescript());
  files.push_back(layout_typescript());
  files.push_back(forms_typescript());
  files.push_back(wire_markdown(model));
  return files;
}

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream content;
  content << in.rdbuf();
  return content.str();
}

// A schema of a document that is no more.
std::vector<fs::path> leftovers(const fs::path& root, const std::vector<File>& files) {
  std::set<fs::path> wanted;
  for (const File& file : files) wanted.insert(root / file.path);
  std::vector<fs::path> found;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(root / "docs/schema", none)) {
    if (!wanted.contains(entry.path())) found.push_back(entry.path());
  }
  return found;
}

int check(const fs::path& root, const std::vector<File>& files) {
  int stale = 0;
  for (const File& file : files) {
    if (content_of(root / file.path) == file.content) continue;
    ++stale;
    std::cout << "stale: " << file.path << "\n";
  }
  for (const fs::path& path : leftovers(root, files)) {
    ++stale;
    std::cout << "left over: " << path.lexically_relative(root).string() << "\n";
  }
  std::cout << files.size() << " generated files, " << stale << " stale\n";
  return stale;
}

int write(const fs::path& root, const std::vector<File>& files) {
  for (const File& file : files) {
    const fs::path path = root / file.path;
    if (content_of(path) == file.content) continue;
    fs::create_directories(path.parent_path());
    std::ofstream out(path, std::ios::binary);
    out << file.content;
    if (!out.flush()) {
      std::cerr << "can't write " << path.string() << "\n";
      return 1;
    }
    std::cout << "wrote " << file.path << "\n";
  }
  for (const fs::path& path : leftovers(root, files)) fs::remove(path);
  return 0;
}

}  // namespace

int main(int count, char** words) {
  const bool is_check = count == 3 && std::string_view(words[1]) == "--check";
  if (count != 2 && !is_check) {
    std::cerr << "usage: sealcart_emit [--check] ROOT\n";
    return 2;
  }
  const fs::path root = words[count - 1];
  const std::vector<File> files = all_files();
  return is_check ? check(root, files) > 0 : write(root, files);
}
