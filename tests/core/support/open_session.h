// A session over a shop, and everything of it that a refusal must not touch.
#pragma once

#include <string>
#include <vector>

#include "sealcart/session.h"
#include "support/shop.h"

namespace sealcart {

// Store, catalogue and an empty cart are open.
Session open_session(const Shop& shop, ReplicaId replica = kMaker);

// The flat form: the head, then the records.
std::vector<double> flat_of(const Session& session);

// Snapshot, saved cart, flat numbers: equal before and after a refusal, byte for byte.
std::string whole(const Session& session);

// Lines as "2 x A, 1 x B".
std::string lines_of(const Session& session);

// Runs the command; when it is refused, checks that nothing changed. The verdict as told().
std::string submitted(Session& session, const Command& command);

Command add_command(std::string sku, std::int64_t quantity);
Command set_command(std::string_view sku, std::int64_t quantity);
Command remove_command(std::string_view sku);
Command code_command(CommandKind kind, std::string code);
Command method_command(std::string method);
Command destination_command(std::string country, std::string region = {});

}  // namespace sealcart
