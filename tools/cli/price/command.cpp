#include "price/command.h"

#include <memory>
#include <utility>

#include "lines/lines.h"
#include "sealcart/invoice.h"
#include "sealcart/price_request.h"
#include "sealcart/wire.h"

namespace sealcart::price_lines {
namespace {

constexpr std::size_t kRequestBytes =
    limits::kStoreJsonBytes + limits::kCatalogJsonBytes + limits::kJsonBytes;

int price_carts(const std::string& file) {
  Pricer pricer;
  return lines::run(file, [&](std::string_view text, std::string& out) -> Status {
    Result<PriceRequest> request = read_json<PriceRequest>(text, kRequestBytes);
    if (!request) return refuse(std::move(request.error()));
    const Result<Snapshot> snapshot = pricer.price(*std::move(request));
    if (!snapshot) return refuse(snapshot.error());
    write_json(out, *snapshot);
    return {};
  });
}

int price_invoices(const std::string& file) {
  return lines::run(file, [](std::string_view text, std::string& out) -> Status {
    const Result<Invoice> invoice = read_json<Invoice>(text, limits::kStateJsonBytes);
    if (!invoice) return refuse(invoice.error());
    const Result<InvoiceTotals> totals = compute_invoice(*invoice);
    if (!totals) return refuse(totals.error());
    write_json(out, *totals);
    return {};
  });
}

void add_command(CLI::App& app, int& exit_code, const char* name, const char* what,
                 int (*work)(const std::string&)) {
  auto file = std::make_shared<std::string>("-");
  CLI::App* command = app.add_subcommand(name, what);
  command->add_option("file", *file, "JSON lines; - or nothing: standard input");
  command->callback([file, work, &exit_code] { exit_code = work(*file); });
}

}  // namespace

void add_commands(CLI::App& app, int& exit_code) {
  add_command(app, exit_code, "price",
              "Price carts: one request a line, one snapshot or error a line", price_carts);
  add_command(app, exit_code, "invoice",
              "Compute invoices exactly: one invoice a line, its totals or an error a line",
              price_invoices);
}

}  // namespace sealcart::price_lines
