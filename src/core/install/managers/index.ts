// The list of the hook managers whose settings ours can be added to.
import { HK } from './hk.ts';
import { LEFTHOOK } from './lefthook.ts';
import type { Manager } from './manager.ts';
import { PRE_COMMIT } from './pre-commit.ts';
import { PREK } from './prek.ts';
import { SIMPLE_GIT_HOOKS } from './simple-git-hooks.ts';

export const MANAGERS: readonly Manager[] = [LEFTHOOK, PRE_COMMIT, PREK, HK, SIMPLE_GIT_HOOKS];

export const findManager = (name: string): Manager | undefined => MANAGERS.find((one) => one.name === name);
