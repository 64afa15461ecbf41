// Rules about what was built: new modules and features weigh more than edited lines; what a machine wrote weighs nothing.
import { type Facts, type FileFact, sum } from './facts.ts';
import { type Found, listFiles, type Rule, ramp } from './rule.ts';

const SMALLEST_MODULE = 20;

export const WORK_RULES: readonly Rule[] = [
  {
    name: 'major-code',
    weight: 1,
    isUrgent: false,
    looksFor: 'new files of code: a module, service, screen or command that was not there',
    find: ({ modules }) => {
      const real = modules.filter(({ plus }) => plus >= SMALLEST_MODULE);
      const lines = sum(real, ({ plus }) => plus);
      return real.length === 0 ? null : { evidence: listFiles(real), strength: ramp(lines, 30, 160) };
    },
  },
  {
    name: 'reworked-code',
    weight: 1,
    isUrgent: false,
    looksFor: 'existing code rewritten or extended at length',
    find: findRework,
  },
  {
    name: 'feature',
    weight: 0.6,
    isUrgent: false,
    looksFor: 'a message that claims a feature, with code that bears it out',
    find: findFeature,
  },
  {
    name: 'explained',
    weight: 0.3,
    isUrgent: false,
    looksFor: 'a message that explains at length or lists several changes to the code',
    find: ({ body, code }) =>
      code.length > 0 && body.length >= 200
        ? { evidence: `a body of ${body.length} characters`, strength: ramp(body.length, 150, 800) }
        : null,
  },
  {
    name: 'restructured',
    weight: 1,
    isUrgent: true,
    looksFor: 'many files moved or removed: another layout of the project',
    find: findRestructuring,
  },
];

const edited = (code: readonly FileFact[]): readonly FileFact[] =>
  code.filter(({ isNew, status, plus, minus }) => !isNew && status !== 'D' && plus + minus > 0);

function findRework({ code }: Facts): Found | null {
  const files = edited(code);
  const lines = sum(files, ({ plus, minus }) => plus + Math.min(plus, minus) / 4);
  return files.length === 0 || lines < 40
    ? null
    : { evidence: listFiles(files), strength: ramp(lines, 40, 400) };
}

function findFeature({ claim, subject, code, modules }: Facts): Found | null {
  if (claim !== 'feature') return null;
  const grown =
    sum(modules, ({ plus }) => plus) +
    sum(edited(code), ({ plus, minus }) => Math.max(plus - minus / 2, plus / 3));
  return grown < 10
    ? null
    : {
        evidence: `"${subject.slice(0, 80)}", ${Math.round(grown)} lines of code`,
        strength: ramp(grown, 10, 80),
      };
}

function findRestructuring({ files }: Facts): Found | null {
  const moved = files.filter(({ kind, isMoved }) => isMoved && kind !== 'data' && kind !== 'asset');
  const gone = files.filter(({ kind, status, isMoved }) => status === 'D' && !isMoved && kind === 'code');
  const most = moved.length >= gone.length ? moved : gone;
  return most.length < 5 ? null : { evidence: listFiles(most), strength: ramp(most.length, 4, 15) };
}
