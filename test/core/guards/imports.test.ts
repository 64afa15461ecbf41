// What counts as an import in each language, with its line, and what only looks like one.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readImports } from '../../../src/core/guards/added.ts';

type Row = readonly [situation: string, source: string, imports: readonly string[]];

const SCRIPT: readonly Row[] = [
  ['a default import', "import a from 'one';", ['one:1']],
  [
    'names over several lines, by the line of the module',
    "import {\n  a,\n  b as c,\n} from 'one';",
    ['one:4'],
  ],
  ['a namespace', "import * as a from 'one'", ['one:1']],
  ['a default and names', "import a, { b } from 'one'", ['one:1']],
  ['for its effects', "import 'one';", ['one:1']],
  [
    'types',
    "import type { A } from 'one';\nimport { type B } from 'two';\nimport type C from 'three';",
    ['one:1', 'two:2', 'three:3'],
  ],
  ['a type by import()', "type A = import('one').A;\nlet a: typeof import('two');", ['one:1', 'two:2']],
  ['import = require', "import a = require('one');", ['one:1']],
  [
    'export from',
    "export { a } from 'one';\nexport * from 'two';\nexport * as b from 'three';\nexport type { C } from 'four';",
    ['one:1', 'two:2', 'three:3', 'four:4'],
  ],
  ['attributes', "import a from './a.json' with { type: 'json' };", ['./a.json:1']],
  [
    'dynamic import',
    "const a = await import('one');\nimport(/* chunk: 'x' */ 'two');\nimport(\n  'three'\n);",
    ['one:1', 'two:2', 'three:4'],
  ],
  ['a template without a hole', 'await import(`one`);', ['one:1']],
  [
    'require',
    "const a = require('one');\nrequire.resolve('two');\nif (x) require( \"three\" )",
    ['one:1', 'two:2', 'three:3'],
  ],
  [
    'inside a hole of a template',
    'const a = `b ${require("one")} ${`c ${require("two")}`}`;',
    ['one:1', 'two:1'],
  ],
  ['minified', 'import{a}from"one";import b from"two";export*from"three"', ['one:1', 'two:1', 'three:1']],
  [
    'behind a pattern and a division',
    "const r = /['\"`]/g; const d = a / b; import('one'); x = c / 2 / d; require('two')",
    ['one:1', 'two:1'],
  ],
  ['behind a pattern with a class', "if (/[/'\"]/.test(a)) require('one')", ['one:1']],
  ['behind JSX with an apostrophe', "const a = <p>Don't</p>;\nconst b = require('one');", ['one:2']],
  ['behind JSX with a URL', "const a = <a href='x'>https://x.y</a>;\nimport('one');", ['one:2']],
  ['a shebang', "#!/usr/bin/env node\nimport a from 'one';", ['one:2']],
  ['CRLF', "import a from 'one';\r\nimport b from 'two';\r\n", ['one:1', 'two:2']],
  [
    'jest.mock and others are no imports',
    "jest.mock('no'); vi.mock('no'); obj.require('no'); a.import('no');",
    [],
  ],
  [
    'a comment',
    "// import a from 'no'\n/* require('no')\n import 'no' */\n/** @type {import('no').A} */",
    [],
  ],
  ['a string', 'const a = "import b from \'no\'"; const c = \'require("no")\';', []],
  ['a template', 'const a = `\nimport b from "no";\nrequire("no")\n`;', []],
  ['an escaped quote', "const a = 'it\\'s require(\"no\")';", []],
  ['a name that is computed', 'require(name); import(`./${name}`); require("no" + b)', []],
  ['a longer word', "myrequire('no'); reimport('no'); $require('no'); importScripts('no');", []],
  ['a property', "const a = { require: 'no', import: 'no' };", []],
  ['import.meta', "import.meta.resolve('no'); new URL('no', import.meta.url);", []],
  ['export of a value', "export const a = 'no';\nexport default 'no';", []],
  ['a local export', "export { a };\nconst from = 'no';", []],
];

const PYTHON: readonly Row[] = [
  ['modules', 'import a\nimport b.c\nimport d as e, f', ['a:1', 'b.c:2', 'd:3', 'f:3']],
  ['names', 'from a import b, c as d', ['a:1', 'a.b:1', 'a.c:1']],
  ['all', 'from a.b import *', ['a.b:1']],
  [
    'in brackets over several lines',
    'from a import (\n    b,  # no\n    c as d,\n)',
    ['a:1', 'a.b:2', 'a.c:3'],
  ],
  ['behind a backslash', 'from a import \\\n    b, \\\n    c', ['a:1', 'a.b:2', 'a.c:3']],
  [
    'inside a function, a condition, a try',
    'def f():\n    import a\nif x: import b\ntry:\n  from c import d\nexcept ImportError: pass',
    ['a:2', 'b:3', 'c:5', 'c.d:5'],
  ],
  ['two on a line', 'import a; import b', ['a:1', 'b:1']],
  [
    '__import__ and importlib',
    "__import__('a')\nimportlib.import_module('b')\nimport_module(\"c\")",
    ['a:1', 'b:2', 'c:3'],
  ],
  ['behind a string of several lines', '"""doc\nimport no\n"""\nimport a', ['a:4']],
  ['in a doctest', '"""\n>>> import no\n"""', []],
  ['relative ones', 'from . import a\nfrom .b import c\nfrom ..d.e import f\nfrom ... import g', []],
  ['a comment', '# import no\nx = 1  # from no import a', []],
  ['a string', 'x = \'import no\'\ny = """\nfrom no import b\n"""\nz = r\'\\\'; s = \'import no\'', []],
  ['an f-string', 'x = f"import {no}"', []],
  ['yield from and raise from', 'def f():\n    yield from no\n    raise A from no', []],
  ['a name that begins so', 'important = 1\nimports = no\nfrom_a = 2\nimport_module = 3', []],
  ['an attribute', 'a.import_b(c)\nx.importlib.foo("no")', []],
  ['a longer string prefix', 'x = rb\'import no\'\ny = Rb"""\nimport no\n"""', []],
  ['CRLF', 'import a\r\nfrom b import (\r\n  c,\r\n)\r\n', ['a:1', 'b:2', 'b.c:3']],
  ['for type checkers only', 'if TYPE_CHECKING:\n    from a import B', ['a:2', 'a.B:2']],
];

const GO: readonly Row[] = [
  ['one', 'package a\n\nimport "one"', ['one:3']],
  ['a block', 'import (\n\t"one"\n\t"two/three"\n)', ['one:2', 'two/three:3']],
  [
    'names, dots and blanks',
    'import (\n\ta "one"\n\t. "two"\n\t_ "three"\n)\nimport b "four"',
    ['one:2', 'two:3', 'three:4', 'four:6'],
  ],
  [
    'a block with comments',
    'import (\n\t// "no"\n\t"one" // "no"\n\t/* "no"\n\t"no" */\n\t"two"\n)',
    ['one:3', 'two:6'],
  ],
  ['two blocks', 'import ("one")\nimport (\n"two"\n)', ['one:1', 'two:3']],
  ['in a raw string', 'import `one`\n', ['one:1']],
  ['several on a line', 'import ("one"; "two")', ['one:1', 'two:1']],
  ['cgo', '/*\n#include "no.h"\n*/\nimport "C"', ['C:4']],
  ['a comment', '// import "no"\n/*\nimport "no"\n*/', []],
  ['a string', 'var a = `\nimport "no"\n`\nvar b = "import \\"no\\""', []],
  ['a rune', "var a = '\"'\nvar b = 'x'\nimport \"one\"", ['one:3']],
  ['a function of that name', 'func importAll(a string) {}\nimportAll("no")', []],
];

const LANGUAGES = [
  ['a.ts', SCRIPT],
  ['a.py', PYTHON],
  ['a.go', GO],
] as const;

for (const [path, rows] of LANGUAGES)
  for (const [situation, source, imports] of rows)
    test(`${path}: ${situation}`, () =>
      assert.equal(
        readImports(path === 'a.ts' && source.includes('<') ? 'a.tsx' : path, source).map(
          ({ name, line }) => `${name}:${line}`,
        ),
        imports,
      ));

test('half-written files are read as far as they go', () => {
  for (const [path, source] of [
    ['a.ts', 'import { a'],
    ['a.ts', 'const a = `${'],
    ['a.ts', "require('"],
    ['a.ts', 'import a from "x'],
    ['a.py', 'from a import ('],
    ['a.py', '"""'],
    ['a.go', 'import ('],
    ['a.go', 'import "'],
  ] as const)
    assert.ok(Array.isArray(readImports(path, source)));
});

test('other languages import nothing that is known', () => {
  assert.equal(readImports('a.rb', "require 'no'"), []);
  assert.equal(readImports('a.md', "import a from 'no'"), []);
});

test.run();
