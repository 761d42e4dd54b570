// One case or more for each code that the checker reports: what is said, where, and what is suggested. Rows and columns
// count from 0, as the compiler's do.

import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/core/yarn/compile.ts';
import type { CompileOptions } from '../../../src/core/yarn/compile.ts';
import type { Code } from '../../../src/core/yarn/diagnostics.ts';
import { RUNTIME_FUNCTIONS, STANDARD_FUNCTIONS } from '../../../src/core/yarn/library.ts';
import type { CommandSignature, Library } from '../../../src/core/yarn/library.ts';

interface Case {
  readonly code: Code;
  readonly body?: string;
  readonly source?: string;
  /** `line:column-line:column message`, of each. */
  readonly says: readonly string[];
  readonly suggests?: readonly (string | undefined)[];
  readonly options?: CompileOptions;
}

function node(body: string, title = 'Gate'): string {
  return `title: ${title}\n---\n${body}\n===\n`;
}

const COMMANDS: readonly CommandSignature[] = [
  {
    name: 'stage',
    doc: '',
    parameters: [
      { name: 'place', kind: 'oneOf', oneOf: ['harbour', 'archive'], doc: '' },
      { name: 'ticks', kind: 'number', optional: true, doc: '' },
    ],
  },
  { name: 'mark', doc: '', parameters: [{ name: 'node', kind: 'node', doc: '' }] },
  { name: 'lamp', doc: '', parameters: [{ name: 'on', kind: 'bool', doc: '' }] },
];
const library: Library = {
  functions: [...STANDARD_FUNCTIONS, ...RUNTIME_FUNCTIONS],
  commands: COMMANDS,
  unknownFunctions: 'report',
};

const CASES: readonly Case[] = [
  {
    code: 'YS0003',
    body: '<<declare $lantern = 2>>\n<<set $lantren = 1>>',
    says: ["3:6-3:14 Variable '$lantren' is used but not declared. Declare it with: <<declare $lantren = value>>"],
    suggests: ['$lantern'],
  },
  {
    code: 'YS0008',
    body: '<<jump Gate>>\nNobody hears this.',
    says: ['3:0-3:18 Unreachable code detected'],
    options: { unreachable: true },
  },
  {
    code: 'YS0008',
    body: '<<if visited("Gate")>>\n<<return>>\n<<else>>\n<<stop>>\n<<endif>>\n<<declare $oil = 1>>\nDark.',
    says: ['8:0-8:5 Unreachable code detected'],
    options: { unreachable: true },
  },
  { code: 'YS0010', body: '<<declare $oil = 3>>', says: ["2:10-2:14 Variable '$oil' is declared but never used"] },
  {
    code: 'YS0011',
    source: node('One.') + node('Two.'),
    says: ["0:0-0:12 Duplicate node title: 'Gate'", "4:0-4:12 Duplicate node title: 'Gate'"],
  },
  { code: 'YS0012', body: '<<detour Gaet>>', says: ["2:9-2:13 Jump to undefined node: 'Gaet'"], suggests: ['Gate'] },
  {
    code: 'YS0013',
    body: '{visitde("Gate")}',
    says: ['2:1-2:8 Unknown function visitde'],
    suggests: ['visited'],
    options: { library },
  },
  { code: 'YS0014', body: '{visited()}', says: ['2:1-2:8 Invalid function call: visited expects 1 parameter, not 0'] },
  {
    code: 'YS0014',
    body: '{toll(1) + 1}\n{toll(1, 2)}',
    says: [
      '3:1-3:5 Invalid function call: toll was called elsewhere with 1 parameter, but is called with 2 parameters here',
    ],
  },
  {
    code: 'YS0017',
    body: 'Ring. #line:a1 #shadow:b1',
    says: [
      "2:6-2:14 Lines cannot have both a '#line' tag and a '#shadow' tag.",
      "2:15-2:25 Lines cannot have both a '#line' tag and a '#shadow' tag.",
    ],
  },
  {
    code: 'YS0018',
    source: node('Ring. #line:a1') + node('-> Ring again. #line:a1', 'Bell'),
    says: ["2:6-2:14 Duplicate line ID 'line:a1'", "6:15-6:23 Duplicate line ID 'line:a1'"],
  },
  {
    code: 'YS0028',
    body: '{number($depth)}',
    says: [
      "2:8-2:14 Can't determine type of $depth given its usage. Manually specify its type with a declare statement.",
    ],
    suggests: ['<<declare $depth = (initial value)>>'],
  },
  { code: 'YS0029', body: 'Depth {$depth}.', says: ["2:7-2:13 Can't determine the type of the expression $depth."] },
  {
    code: 'YS0029',
    body: '{vistied("Gate")}\n<<declare $depth = 2>>\n{$detph}',
    says: [
      '2:1-2:16 Can\'t determine the type of the expression vistied("Gate").',
      "4:1-4:7 Can't determine the type of the expression $detph.",
    ],
    suggests: ['visited', '$depth'],
  },
  {
    code: 'YS0030',
    body: '<<declare $oil = 3>>\n<<declare $full = $oil > 2>>\n<<set $full = true>>',
    says: ["4:6-4:11 $full cannot be modified (it's a smart variable and is always equal to $oil > 2)"],
  },
  {
    code: 'YS0031',
    source: 'title: Gate\nwhen: always\n---\nOne.\n===\ntitle: Gate\n---\nTwo.\n===\n',
    says: [
      "5:0-5:12 All nodes in the group 'Gate' must have a 'when' clause (use 'when: always' if you want this node to not have any conditions).",
    ],
  },
  {
    code: 'YS0032',
    source:
      'title: Gate\nsubtitle: a\nwhen: always\n---\nOne.\n===\ntitle: Gate\nsubtitle: a\nwhen: once\n---\nTwo.\n===\n',
    says: [
      '1:0-1:11 More than one node in group Gate has subtitle a.',
      '7:0-7:11 More than one node in group Gate has subtitle a.',
    ],
  },
  {
    code: 'YS0033',
    source: 'title: Gate\n---\n// nothing yet\n===\n',
    says: ['0:0-3:3 Node "Gate" is empty and will not be included in the compiled output.'],
  },
  {
    code: 'YS0035',
    body: '<<enum Bell>>\n<<case Low = 1>>\n<<case High>>\n<<endenum>>',
    says: [
      '4:0-4:13 Enum case High must also have a raw value (if any cases have a value, then they all must have one)',
    ],
  },
  {
    code: 'YS0035',
    body: '<<enum Bell>>\n<<case Low>>\n<<case Low>>\n<<endenum>>',
    says: ['4:0-4:12 Enum case Low must have a unique name.'],
  },
  {
    code: 'YS0035',
    body: '<<enum Bell>>\n<<case Low = 1.5>>\n<<endenum>>',
    says: ['3:0-3:18 Number raw values on enum cases must be integers'],
  },
  {
    code: 'YS0036',
    body: 'Ring. <<once>>\n<<declare $full = 1 + 1>>\n{$full}',
    says: [
      '2:6-2:14 Language feature "\'once\' conditions" is not available at language version 2; it requires version 3 or later',
      '3:18-3:23 Language feature "smart variables" is not available at language version 2; it requires version 3 or later',
    ],
    options: { languageVersion: 2 },
  },
  {
    code: 'YS0037',
    body: '<<enum Bell>>\n<<case Low = dice(6)>>\n<<endenum>>',
    says: ['2:0-4:11 Expected a constant type'],
  },
  {
    code: 'YS0038',
    body: '<<enum Bell>>\n<<case Low>>\n<<endenum>>\n<<declare $bell = Bell.Lwo>>\n{$bell}',
    says: ["5:18-5:26 Bell doesn't have a member named Lwo"],
    suggests: ['Low'],
  },
  {
    code: 'YS0038',
    body: '<<enum Bell>>\n<<case Low>>\n<<endenum>>\n<<enum Tide>>\n<<case Low>>\n<<endenum>>\n<<set $a = .Low>>\n<<set $b = .Hgih>>\n<<set $c = Tied.Low>>',
    says: [
      "8:11-8:15 Can't tell which type .Low belongs to: it could be Bell.Low or Tide.Low",
      '9:11-9:16 No type containing a member named Hgih could be found',
      '10:11-10:19 No type called Tied could be found',
    ],
    suggests: ['Bell.Low', undefined, 'Tide'],
  },
  {
    code: 'YS0039',
    body: '<<declare $oil = 3>>\n<<declare $oil = 4>>',
    says: ['2:0-2:20 Redeclaration of existing variable $oil', '3:0-3:20 Redeclaration of existing variable $oil'],
  },
  {
    code: 'YS0040',
    source:
      node('<<enum Bell>>\n<<case Low>>\n<<endenum>>') + node('<<enum Bell>>\n<<case High>>\n<<endenum>>', 'Hill'),
    says: ["8:0-10:11 Can't create a new type Bell: a type with this name already exists"],
  },
  { code: 'YS0042', body: 'Ring. #shadow:a9', says: ['2:6-2:16 Unknown line ID line:a9 for shadow line'] },
  {
    code: 'YS0043',
    body: 'Ring {1}. #line:a1\nRing {1}. #shadow:a1',
    says: ['3:0-3:9 Shadow lines must not have expressions'],
  },
  {
    code: 'YS0044',
    body: 'Ring. #line:a1\nRang. #shadow:a1',
    says: ['3:0-3:5 Shadow lines must have the same text as their source'],
    suggests: ['Ring.'],
  },
  {
    code: 'YS0045',
    body: '<<declare $a = $b or false>>\n<<declare $b = not $a>>',
    says: [
      '2:15-2:17 Smart variables cannot contain reference loops (referencing $b here creates a loop for the smart variable $b).',
      '3:19-3:21 Smart variables cannot contain reference loops (referencing $a here creates a loop for the smart variable $a).',
    ],
  },
  {
    code: 'YS0050',
    body: '<<declare $oil = 3>>\n<<set $oil = "much">>\n<<if $oil>>\nBurn.\n<<endif>>\n<<jump {$oil}>>',
    says: [
      '3:0-3:21 $oil (Number) cannot be assigned a String',
      "4:5-4:9 if statement's expression must be a Bool, not a Number",
      "7:8-7:12 jump statement's expression must be convertible to String, but Number is not",
    ],
  },
  {
    code: 'YS0050',
    body: '{true + false}\n{"a" + 1}\n{"a" * 2}\n{1 and true}\n{!1}\n{-"a"}\n{"a" < "b"}\n{visited(1)}',
    says: [
      "2:1-2:13 Operation '+' can't be used with a value of type Bool",
      "3:1-3:8 Operation '+'s values must both be the same type, not String and Number",
      "4:1-4:8 Operation '*' can't be used with a value of type String",
      '5:1-5:11 and operands must be Bool, not Number',
      '6:1-6:3 ! operand must be Bool, not Number',
      '7:1-7:5 - operand must be Number, not String',
      "8:1-8:10 Operation '<' can't be used with a value of type String",
      '9:9-9:10 1 (Number) is not convertible to String',
    ],
  },
  {
    code: 'YS0050',
    body: '<<declare $oil = 3 as Nubmer>>\n{$oil}',
    says: ['2:22-2:28 No type called Nubmer could be found'],
    suggests: ['number'],
  },
  {
    code: 'YS0053',
    body: '<<declare $oil = "three" as Number>>\n{$oil}',
    says: ['2:0-2:36 $oil is declared to be a Number, but its initial value \'"three"\' is a String'],
  },
  {
    code: 'YS0060',
    body: '<<stgae harbour>>',
    says: ['2:2-2:7 Unknown command: stgae'],
    suggests: ['stage'],
    options: { library },
  },
  {
    code: 'YS0061',
    body: '<<stage>>\n<<mark Gate 4>>',
    says: [
      '2:2-2:7 Command stage was called with 0 parameters, but expected 1 to 2',
      '3:2-3:6 Command mark was called with 2 parameters, but expected 1',
    ],
    suggests: ['<<stage place [ticks]>>', '<<mark node>>'],
    options: { library },
  },
  {
    code: 'YS0062',
    body: 'Ring. #line:a1 #line:a2',
    says: [
      "2:6-2:14 Dialogue has multiple '#line' or '#shadow' IDs.",
      "2:15-2:23 Dialogue has multiple '#line' or '#shadow' IDs.",
    ],
  },
  {
    code: 'SY1001',
    source: node('<<set $n = 1>>\n<<jump Hill>>') + node('<<jump Gate>>', 'Hill'),
    says: ['3:0-3:13 This goes round for ever: nothing is shown, waited for or chosen on the way (Gate → Hill → Gate)'],
  },
  {
    code: 'SY1002',
    body: '<<stage harbuor soon>>\n<<mark Hill>>\n<<lamp {1}>>\n<<lamp yes>>\n<<stage "archive" {2}>>',
    says: [
      '2:8-2:15 `place` takes one of harbour, archive, not harbuor',
      '2:16-2:20 `ticks` takes a number, not soon',
      '3:7-3:11 `node` takes a node, and there is no Hill',
      '4:7-4:10 `on` takes a Bool, not a Number',
      '5:7-5:10 `on` takes true or false, not yes',
    ],
    suggests: ['harbour', undefined, undefined, undefined, undefined],
    options: { library },
  },
];

describe('each code', () => {
  it.each(CASES.map((one, index) => ({ ...one, index })))('$code ($index)', (one) => {
    const text = one.source ?? node(one.body ?? '');
    const { diagnostics } = compile([{ file: 'gate.yarn', text }], one.options);
    const found = diagnostics.filter(({ code }) => code === one.code);
    const said = found.map(({ range: { start, end }, message }) => {
      return `${start.line}:${start.column}-${end.line}:${end.column} ${message}`;
    });
    expect(said).toEqual(one.says);
    if (one.suggests) expect(found.map(({ suggestion }) => suggestion)).toEqual(one.suggests);
  });
});

function codes(source: string, options?: CompileOptions): string[] {
  return compile([{ file: 'gate.yarn', text: source }], options).diagnostics.map(({ code }) => code);
}

describe('loops of jumps', () => {
  const LOOPS: readonly (readonly [string, string])[] = [
    ['to itself', node('<<jump Gate>>')],
    [
      'by either arm',
      node('<<if visited("Gate")>>\n<<jump Gate>>\n<<else>>\n<<jump Hill>>\n<<endif>>') + node('<<jump Gate>>', 'Hill'),
    ],
    ['by a detour', node('<<detour Gate>>\nNever said.')],
    [
      'through a group that always has a node',
      node('<<jump Hill>>') + 'title: Hill\nwhen: always\n---\n<<jump Gate>>\n===\n',
    ],
  ];
  it.each(LOOPS)('%s is refused', (_, source) => {
    expect(codes(source)).toContain('SY1001');
  });

  const WAYS_OUT: readonly (readonly [string, string])[] = [
    ['a line', node('Step.\n<<jump Gate>>')],
    ['a condition', node('<<if visited("Gate")>>\n<<jump Gate>>\n<<endif>>')],
    ['a command', node('<<wait 1>>\n<<jump Gate>>')],
    ['once', node('<<once>>\n<<jump Gate>>\n<<endonce>>')],
    [
      'a way to another node',
      node('<<if visited("Gate")>>\n<<jump Gate>>\n<<else>>\n<<jump Hill>>\n<<endif>>') + node('Top.', 'Hill'),
    ],
    ['a jump that is decided later', node('<<jump {"Gate"}>>')],
    ['a group that may have none', node('<<jump Hill>>') + 'title: Hill\nwhen: once\n---\n<<jump Gate>>\n===\n'],
  ];
  it.each(WAYS_OUT)('%s lets one out', (_, source) => {
    expect(codes(source)).not.toContain('SY1001');
  });
});

describe('a project', () => {
  it('is listed by file, line and column', () => {
    const { diagnostics } = compile([
      { file: 'b.yarn', text: node('{true + 1}\n<<jump Nowhere>>', 'B') },
      { file: 'a.yarn', text: node('<<jump Nowhere>>', 'A') },
    ]);
    expect(diagnostics.map(({ file, range }) => [file, range.start.line])).toEqual([
      ['b.yarn', 2],
      ['b.yarn', 3],
      ['a.yarn', 2],
    ]);
  });

  it('may make a fault graver, and no weaker than its least', () => {
    const severities = { YS0010: 'error', YS0053: 'none' } as const;
    const { diagnostics, program } = compile([{ file: 'a', text: node('<<declare $oil = "x" as Number>>') }], {
      severities,
    });
    expect(diagnostics.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['YS0053 error', 'YS0010 error']);
    expect(program).toBeNull();
  });

  it('gives what was parsed even where something is wrong', () => {
    const { strings, trees } = compile([{ file: 'a', text: node('{true + 1}\nStep. #line:s1') }]);
    expect(strings.get('line:s1')?.text).toBe('Step.');
    expect(trees).toHaveLength(1);
  });

  it('does not complain of what a line that cannot be parsed may have declared, and complains of all else', () => {
    const { diagnostics } = compile([
      { file: 'a', text: node('<<declare $oil = >>\n{$oil} {$wick}', 'A') },
      { file: 'b', text: node('{$oil}\n{$glass}\n{true + 1}', 'B') },
    ]);
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code, message }) => `${code} ${/\$\w+/.exec(message)?.[0] ?? ''}`)).toEqual([
      'YS0005 ',
      'YS0029 $wick',
      'YS0028 $wick',
      'YS0029 $glass',
      'YS0028 $glass',
      'YS0050 ',
    ]);
  });

  it('does not find fault with the half of an expression that could be read', () => {
    expect(codes(node('<<declare $oil = 3>>\n<<if $oil = 3>>\nOh.\n<<endif>>'))).toEqual(['YS0005']);
  });

  it('does not call a node empty whose only line cannot be parsed, nor anything unknown where a node may be lost', () => {
    expect(codes(node('<<set $x = >>'))).toEqual(['YS0005']);
    const found = codes('title: A\n{$oil}\n===\n' + node('{$oil}', 'B'));
    expect(found).not.toContain('YS0029');
    expect(found).not.toContain('YS0028');
  });
});
