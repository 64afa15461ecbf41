// The plans that are known: one is added by its file and its line here.
import { matchesGlob } from '../../config/documents.ts';
import type { PlanFormat } from './format.ts';
import { gsdRoadmap } from './gsd-roadmap.ts';
import { openspec } from './openspec.ts';
import { roadmap } from './roadmap.ts';
import { specKit } from './spec-kit.ts';
import { todo } from './todo.ts';

export const PLANS: readonly PlanFormat[] = [specKit, openspec, gsdRoadmap, roadmap, todo];

/** Features and changes that are read, the newest ones by their names. */
const MOST_OF_A_FORMAT = 10;

/** Of tracked paths those of plans: the formats in their order, within each the last name first. */
export const planPaths = (paths: readonly string[]): string[] => pathsOf(PLANS, paths);

/** Those that may list all phases. */
export const roadmapPaths = (paths: readonly string[]): string[] => pathsOf([gsdRoadmap, roadmap], paths);

const pathsOf = (formats: readonly PlanFormat[], paths: readonly string[]): string[] =>
  formats.flatMap((format) =>
    paths
      .filter((path) => format.paths.some((glob) => matchesGlob(glob, path)) && !/\/archived?\//.test(path))
      .sort((a, b) => (a < b ? 1 : -1))
      .slice(0, MOST_OF_A_FORMAT),
  );
