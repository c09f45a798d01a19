// Finds functions that are too long, in C++ and TypeScript alike: a brace block that follows a
// parameter list. Braces in strings, comments and regular expressions are blanked out first.

const inert = new RegExp(
  [
    String.raw`//[^\n]*`,
    String.raw`/\*[\s\S]*?\*/`,
    String.raw`R"(\w*)\([\s\S]*?\)\1"`,
    String.raw`"(?:\\.|[^"\\\n])*"`,
    String.raw`'(?:\\.|[^'\\\n])*'`,
    '`(?:\\\\.|[^`\\\\])*`',
  ].join('|'),
  'g',
);

// blank(text): the same length and lines, without the insides of comments and literals.
export function blank(text) {
  return text.replace(inert, (found) => found.replace(/[^\n]/g, ' '));
}

// What stands before a `{` that opens a function body: `) {`, `) const {`, `): Type {`, `=> {`.
const opensFunction =
  /(\)\s*(const|noexcept|override|mutable|final|\s)*(->\s*[\w:<>,&*\s]+|:\s*[^;{}()]+)?|=>)\s*$/;
const opensControl = /\b(if|for|while|switch|catch)\b(\s+constexpr)?\s*\([^{}]*\)\s*$/;

export function longFunctions(text, most) {
  const code = blank(text);
  const open = [];
  const found = [];
  let line = 1;
  for (let i = 0; i < code.length; i++) {
    if (code[i] === '\n') line++;
    if (code[i] === '{') {
      const before = code.slice(Math.max(0, i - 300), i);
      open.push({ line, isFunction: opensFunction.test(before) && !opensControl.test(before) });
    } else if (code[i] === '}') {
      const block = open.pop();
      if (block?.isFunction && line - block.line + 1 > most) {
        found.push(`line ${block.line}: a function of ${line - block.line + 1} lines`);
      }
    }
  }
  return found.sort((a, b) => Number(a.match(/\d+/)) - Number(b.match(/\d+/)));
}
