// The habits of this code base that a program can check. A rule looks at one file and returns what
// is wrong with it, one sentence each; rules.test.mjs shows every rule a file that breaks it.
import { architectureRules } from './architecture.mjs';
import { longFunctions } from './functions.mjs';

const isCode = /(\.(cpp|h|ts|mjs|css|sh|cmake|sql)|CMakeLists\.txt|^dev)$/;
const isCpp = /\.(cpp|h)$/;
const isTypeScript = /\.(ts|mjs)$/;
const generated = /(^|\/)generated\//;
const thirdParty = /^(third_party|tests\/vectors\/crypto)\//;
const data = /\.(json|jsonl|csv|svg|inc|tsv)$|^LICENSE|package-lock/;

const lines = (text) => text.split('\n');
const eachLine = (text, pattern, say) =>
  lines(text).flatMap((line, i) => (pattern.test(line) ? [`line ${i + 1}: ${say(line)}`] : []));

export const rules = [
  {
    name: 'a source file has at most 400 lines',
    applies: (path) => isCode.test(path) && !generated.test(path),
    find: (text) => (lines(text).length > 401 ? [`${lines(text).length - 1} lines: split it`] : []),
  },
  {
    name: 'a line has at most 100 columns',
    applies: (path) => isCode.test(path) && !generated.test(path) && !path.endsWith('.sql'),
    find: (text) =>
      lines(text).flatMap((line, i) => {
        const columns = [...line].length;
        const tooLong = columns > 100 && !/https?:\/\//.test(line);
        return tooLong ? [`line ${i + 1}: ${columns} columns`] : [];
      }),
  },
  {
    name: 'a function has at most 60 lines',
    applies: (path) => (isCpp.test(path) || isTypeScript.test(path)) && !generated.test(path),
    find: (text) => longFunctions(text, 60),
  },
  {
    name: 'text is spaces, ends each line cleanly and the file with one newline',
    applies: (path) => !data.test(path) && !thirdParty.test(path),
    find: (text) => [
      ...eachLine(text, /[ \t\r]$/, () => 'space at its end'),
      ...eachLine(text, /^ *\t/, () => 'a tab'),
      ...(text === '' || /[^\n]\n$/.test(text)
        ? []
        : ['the file must end with exactly one newline']),
    ],
  },
  {
    name: 'nothing is left for later',
    applies: (path) => !data.test(path) && !path.startsWith('tests/tidy/'),
    find: (text) =>
      eachLine(
        text,
        /\b(TODO|FIXME|HACK)\b|(\/\/|^\s*[*#]).*\bfor now\b/,
        (line) => `“${line.trim()}”: do it now`,
      ),
  },
  {
    name: 'no path or host of a workplace',
    applies: (path) => !thirdParty.test(path) && !path.startsWith('tests/tidy/'),
    find: (text) =>
      eachLine(
        text,
        /(^|[^\w.])\/(work|tmp|root|home)\/|\b(deb|registry)\.[a-z]+\.(org|com)\b/,
        (line) => `“${line.trim().slice(0, 80)}”`,
      ),
  },
  {
    name: 'a C++ header is guarded once and begins by saying what it is for',
    applies: (path) => path.endsWith('.h') && !generated.test(path),
    find: (text) => [
      ...(/^#pragma once$/m.test(text) ? [] : ['no #pragma once']),
      ...(/^(\/\/|\/\*)/.test(text) ? [] : ['no comment at the top']),
    ],
  },
  {
    name: 'C++ files are named in snake_case, TypeScript and scripts in kebab-case',
    applies: (path) => isCpp.test(path) || isTypeScript.test(path) || path.endsWith('.sh'),
    find: (text, path) => {
      const name = path
        .split('/')
        .pop()
        .replace(/(\.[a-z]+)*\.\w+$/, '');
      const wanted = isCpp.test(path) ? /^[a-z0-9]+(_[a-z0-9]+)*$/ : /^[a-z0-9]+(-[a-z0-9]+)*$/;
      return wanted.test(name) ? [] : [`rename ${name}`];
    },
  },
  {
    name: 'npm versions are exact and the lock file holds no addresses',
    applies: (path) => /package(-lock)?\.json$/.test(path),
    find: (text, path) => {
      if (path.endsWith('package-lock.json')) {
        return eachLine(text, /"resolved":/, () => 'a download address; see .npmrc');
      }
      const { dependencies = {}, devDependencies = {} } = JSON.parse(text);
      return Object.entries({ ...dependencies, ...devDependencies })
        .filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
        .map(([name, version]) => `${name}: ${version}`);
    },
  },
  ...architectureRules,
];
