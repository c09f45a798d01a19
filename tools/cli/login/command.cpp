#include "login/command.h"

#include <sodium.h>

#include <array>
#include <chrono>
#include <fstream>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace sealcart::login_token {
namespace {

constexpr std::size_t kLeastSecret = 32;  // RFC 7518, 3.2
constexpr int kLongestSeconds = 300;      // what the server takes

struct Options {
  std::string secret_file;
  std::string store;
  std::string customer;
  int seconds = kLongestSeconds;
};

// Its first line, as the server reads it.
std::string read_secret(const std::string& path) {
  std::ifstream file(path);
  std::string secret;
  if (!std::getline(file, secret)) throw std::runtime_error("can't read " + path);
  if (secret.size() < kLeastSecret) {
    throw std::runtime_error(path + ": a secret has at least 32 characters");
  }
  return secret;
}

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string base64url(std::string_view bytes) {
  constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string text(sodium_base64_encoded_len(bytes.size(), kVariant), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes_of(bytes), bytes.size(), kVariant);
  text.pop_back();  // the zero at its end
  return text;
}

std::string mac_of(std::string_view content, std::string_view secret) {
  std::string mac(crypto_auth_hmacsha256_BYTES, '\0');
  crypto_auth_hmacsha256_state state;
  crypto_auth_hmacsha256_init(&state, bytes_of(secret), secret.size());
  crypto_auth_hmacsha256_update(&state, bytes_of(content), content.size());
  crypto_auth_hmacsha256_final(&state, reinterpret_cast<unsigned char*>(mac.data()));
  return mac;
}

std::string random_id() {
  std::string id(16, '\0');
  randombytes_buf(id.data(), id.size());
  return base64url(id);
}

std::string signed_token(const Options& options) {
  const std::string secret = read_secret(options.secret_file);
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const nlohmann::ordered_json header = {{"alg", "HS256"}, {"typ", "JWT"}};
  const nlohmann::ordered_json claims = {{"sub", options.customer},
                                         {"aud", options.store},
                                         {"exp", now.time_since_epoch().count() + options.seconds},
                                         {"jti", random_id()}};
  const std::string content = base64url(header.dump()) + "." + base64url(claims.dump());
  return content + "." + base64url(mac_of(content, secret));
}

int print_token(const Options& options) {
  try {
    if (sodium_init() < 0) throw std::runtime_error("the system has no randomness");
    std::cout << signed_token(options) << '\n';
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "sealcart: " << error.what() << '\n';
    return 1;
  }
}

}  // namespace

void add_command(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "login-token", "Print a sign-in token, as the merchant's site would sign it: for trying out");
  command->add_option("--secret", options->secret_file, "login_secret_file of the server")
      ->required();
  command->add_option("--store", options->store, "id of the store")->required();
  command->add_option("--customer", options->customer, "who signs in, such as a customer number")
      ->required();
  command->add_option("--seconds", options->seconds, "how long it is good")
      ->check(CLI::Range(1, kLongestSeconds))
      ->capture_default_str();
  command->callback([options, &exit_code] { exit_code = print_token(*options); });
}

}  // namespace sealcart::login_token
