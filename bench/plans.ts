// The repositories in which the rows are measured: an ordinary project, and the same grown large in one way
// each.
import { createFolder } from '../test/helpers/repository.ts';
import { briefs, ranges } from './commands.ts';
import { gatedCommits, quietCommits, recordedCommits, type Setting } from './groups.ts';
import type { Group, Rounds } from './measure.ts';
import { installPeers } from './peers.ts';
import { createProject, dataPath } from './repositories.ts';

export type Plan = {
  readonly heading: string;
  readonly rounds: Rounds;
  readonly groups: () => readonly Group[];
};

/** `scale`: the share of the sizes that the plans speak of; `peers`: other people's hooks too, from npm. */
type Scope = { readonly scale: number; readonly rounds: Rounds; readonly hasPeers: boolean };

export function plansOf({ scale, rounds, hasPeers }: Scope): readonly Plan[] {
  const peers = hasPeers ? installPeers(createFolder('handoff-peers-')) : null;
  const few = { warmUps: Math.min(2, rounds.warmUps), counted: Math.ceil(rounds.counted / 3) };
  const sized = (size: number) => Math.round(size * scale);
  const named = (size: number) => sized(size).toLocaleString('en');
  const large = (heading: string, groups: Plan['groups']): Plan => ({ heading, rounds: few, groups });
  const ordinary = () => everyRow({ project: createProject(), peers });
  return [
    { heading: 'An ordinary project: 200 files', rounds, groups: ordinary },
    large(`${named(10_000)} commits`, () =>
      ranges(createProject({ commits: sized(10_000) + 10 }), sized(10_000), peers),
    ),
    large(`${named(50_000)} tracked files`, () =>
      everyRow({ project: createProject({ files: sized(50_000) }) }),
    ),
    // Of data: a commit that edits so much code is none that nobody needs to hear about.
    large(`${named(5_000)} staged files`, () => {
      const size = { files: sized(5_000), pathOf: dataPath };
      const setting = { project: createProject(size), ...size };
      return [quietCommits(setting), gatedCommits(setting)];
    }),
    large(`${named(20_000)} commits since the last update`, () => {
      const project = createProject({ commits: sized(20_000) });
      return everyRow({ project, baseline: `HEAD~${sized(20_000)}` });
    }),
    large(`A context file of ${named(200_000)} characters`, () =>
      everyRow({ project: createProject({ log: sized(200_000) }) }),
    ),
  ];
}

const everyRow = (setting: Setting): readonly Group[] => [
  quietCommits(setting),
  gatedCommits(setting),
  recordedCommits(setting),
  briefs(setting.project),
];
