// TLS 1.2 and newer with the certificate of a file (RFC 9325).
#pragma once

#include <boost/asio/ssl/context.hpp>
#include <filesystem>
#include <memory>

namespace sealcart::server::http {

// `certificate`: PEM, with those of its issuers after it. Throws boost::system::system_error.
std::shared_ptr<boost::asio::ssl::context> tls_context(const std::filesystem::path& certificate,
                                                       const std::filesystem::path& key);

}  // namespace sealcart::server::http
