// VAT ids of companies and tax ids of persons, by country.
//
// VAT ids: the structures of 66 countries; nothing for Honduras and Panama. Where an error is
// certain it is one (Australia, Portugal, Switzerland); elsewhere a wrong check digit is a warning,
// since administrations have issued such ids and only they can say (the EU by VIES). Check digits
// are computed for AR AU BE CH DE DK EE FI GR (EL) HR HU IT LU MT NO PL PT SE SI SK; for all others
// only the structure is checked.
//
// Tax ids of persons, 34 countries: the public algorithms of DG TAXUD ("TIN algorithms"), and those
// of Brazil (CPF, and CNPJ, with letters as of 2026), Canada (SIN), Argentina (CUIT), Ukraine
// (RNOKPP). Structure only, without a check digit: GB, IN (PAN), MT, US (prefixes of EINs), SK from
// ten digits on; of Italy's places of birth only that they are no 000. Sweden: of twelve digits
// also the reading that takes the century into the check.
#pragma once

#include <string_view>

#include "sealcart/calendar.h"
#include "sealcart/finding.h"

namespace sealcart {

// Country: ISO 3166-1, capitals; Greece also as "EL". The country's prefix ("DE", "CHE-") may lead.
bool has_vat_ids(std::string_view country);
bool has_person_ids(std::string_view country);

// Structure, and the check digits where they decide. No blanks but those of the printed form.
bool is_vat_id(std::string_view country, std::string_view text);
// False when a published check disagrees; true also where none is known. Requires is_vat_id().
bool has_vat_check(std::string_view country, std::string_view text);
// `today`: Sweden's "+" tells that a person is a hundred years old.
bool is_person_id(std::string_view country, std::string_view text, const CivilDate& today);

// Either of the two. Errors: text_too_long {max}; tax_id_country_unknown {country};
// tax_id_country_mismatch {country, expected} for a good VAT id of another country;
// tax_id_invalid {country}, with the id without separators as suggestion when that is good.
// Warning: tax_id_invalid {country} when only a check digit disagrees.
void check_tax_id(std::string_view path, std::string_view text, std::string_view country,
                  const CivilDate& today, Findings& out);

}  // namespace sealcart
