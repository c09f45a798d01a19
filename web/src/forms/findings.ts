// Findings as the module tells them (wasm/form_bindings.cpp): one text, its parts set apart by
// control characters no field may hold.
import type { ErrorCode } from '../generated/error-codes.js';
import type { FormField, Severity } from '../generated/wire.js';

/** What there is to say about a field: an error stops an order, a warning only asks. */
export interface FormFinding {
  readonly code: ErrorCode;
  /** Of the field. */
  readonly path: string;
  readonly severity: Severity;
  /** Figures of the message, all as text. */
  readonly params: Readonly<Record<string, string>>;
  /** What could stand there instead; empty: nothing known. */
  readonly suggestion: string;
}

/** Between the values of a form, and between the parts of a finding. */
export const SEPARATOR = '\x1F';
const FINDING_END = '\x1E';

export function readFindings(told: string, fields: readonly FormField[]): FormFinding[] {
  const rows = told.split(FINDING_END);
  rows.pop(); // what follows the last end: nothing
  return rows.map((row) => readFinding(row.split(SEPARATOR), fields));
}

function readFinding(parts: readonly string[], fields: readonly FormField[]): FormFinding {
  const params: Record<string, string> = {};
  for (let i = 4; i + 1 < parts.length; i += 2) params[parts[i]!] = parts[i + 1]!;
  return {
    code: parts[2] as ErrorCode,
    path: fields[Number(parts[0])]!.path,
    severity: parts[1] === '0' ? 'error' : 'warning',
    params,
    suggestion: parts[3]!,
  };
}
